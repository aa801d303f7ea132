import type { Draft } from 'immer';
import type { ElementRef, NewId, Point, Storey, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { copyInto, startCopying } from './copy-into.ts';
import { type Intent, phaseOfAddition } from './intent.ts';
import { shiftBy } from './motion.ts';
import { along } from './move-elements.ts';
import { copyMarks } from './place-marks.ts';
import { refuseHost } from './place-opening.ts';
import { noDistance } from './refusals.ts';
import { refuseSelection, type Selection, selectionOf } from './selection.ts';
import { copyId, type Making, storeyEdit } from './storey-edit.ts';
import { wholePoint } from './whole.ts';

export interface CopyElements {
  readonly storey: StoreyId;
  readonly elements: readonly ElementRef[];
  /** mm from the originals to the copies. */
  readonly by: Point;
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Copies elements to another place on their storey. Walls bring the openings that stand in them,
 * and join whatever joints are at their new ends; an opening by itself is copied along its wall.
 */
export function copyElements({ storey: id, elements, by, intent, newId }: CopyElements): Command {
  const step = wholePoint(by);
  return storeyEdit({
    label: text('复制', 'Copy'),
    storey: id,
    newId,
    allow(storey) {
      const refused = refuseSelection(storey, elements, intent, copied);
      if (refused) return refused;
      if (step.x === 0 && step.y === 0) {
        return noDistance;
      }
      return refuseHosts(storey, selectionOf(storey, elements, intent), id, intent);
    },
    change(storey, before, making) {
      const selection = selectionOf(before, elements, intent);
      const copying = startCopying(storey, before, intent, making);
      const motion = shiftBy(step);
      copyInto(copying, before, selection, motion);
      copyOpenings(storey, before, selection, step, intent, making);
      copyMarks(storey, before, selection, motion.to, making);
    },
  });
}

export const copied = ['wall', 'opening', 'room', 'fixture', 'riser', 'dimension', 'note'] as const;

/** The selected openings whose walls are not copied. */
export const alone = (storey: Storey, selection: Selection) =>
  [...selection.openings].filter((id) => {
    const host = storey.openings[id]?.wall;
    return host !== undefined && !selection.walls.has(host);
  });

/** Copies openings whose walls are not copied along those walls. */
export function copyOpenings(
  storey: Draft<Storey>,
  before: Storey,
  selection: Selection,
  by: Point,
  intent: Intent,
  making: Making,
): void {
  for (const id of alone(before, selection)) {
    const opening = before.openings[id];
    if (!opening) continue;
    const isGoing = before.walls[opening.wall]?.phase === 'demolished';
    storey.openings[copyId(making, 'opening', id)] = {
      ...opening,
      offset: opening.offset + along(before, opening.wall, by),
      phase: isGoing ? 'demolished' : phaseOfAddition(intent),
    };
  }
}

/** Whether the walls of the openings that are copied by themselves can take them. */
export function refuseHosts(
  storey: Storey,
  selection: Selection,
  id: StoreyId,
  intent: Intent,
): Refusal | null {
  for (const opening of alone(storey, selection)) {
    const host = storey.openings[opening]?.wall;
    const refused = host ? refuseHost(storey.walls[host], host, id, intent) : null;
    if (refused) return refused;
  }
  return null;
}
