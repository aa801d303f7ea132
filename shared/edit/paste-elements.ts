import { distanceToSegment } from '../geometry/point.ts';
import {
  type ElementRef,
  entries,
  type NewId,
  type Opening,
  type Point,
  type Storey,
  type StoreyId,
} from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { alone, copied } from './copy-elements.ts';
import { copyInto, startCopying } from './copy-into.ts';
import { type Intent, phaseOfAddition } from './intent.ts';
import { shiftBy } from './motion.ts';
import { copyMarks } from './place-marks.ts';
import { refuseHost } from './place-opening.ts';
import { refusal } from './refusals.ts';
import { type Hanging, jambsOf, rehang } from './rehang.ts';
import { reach } from './relocate.ts';
import { refuseSelection, selectionOf } from './selection.ts';
import { copyId, storeyEdit } from './storey-edit.ts';
import { lineOf, plus } from './wall-lines.ts';
import { wholePoint } from './whole.ts';

export interface PasteElements {
  /** The storey that takes the copies. */
  readonly storey: StoreyId;
  /** The storey that they were taken from, as it was then: what has gone since is pasted all the same. */
  readonly from: Storey;
  readonly elements: readonly ElementRef[];
  /** mm from the originals to the copies; 0, 0 puts them right above or below. */
  readonly by: Point;
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Copies elements of another storey, or of an earlier state of this one. Openings without their
 * walls go into the wall that stands at their place. Households that are gone hold no room any more.
 */
export function pasteElements(options: PasteElements): Command {
  const { storey: id, from, elements, intent, newId } = options;
  const step = wholePoint(options.by);
  const selection = selectionOf(from, elements, intent);
  return storeyEdit({
    label: text('粘贴', 'Paste'),
    storey: id,
    newId,
    allow(storey) {
      const refused = refuseSelection(from, elements, intent, copied);
      if (refused) return refused;
      for (const opening of alone(from, selection)) {
        const host = hostFor(storey, from, from.openings[opening], step, intent);
        const refusedHost = host
          ? refuseHost(storey.walls[host.wall], host.wall, id, intent)
          : noWall;
        if (refusedHost) return refusedHost;
      }
      return null;
    },
    change(storey, before, making, plan) {
      const motion = shiftBy(step);
      copyInto(startCopying(storey, before, intent, making), from, selection, motion);
      copyMarks(storey, from, selection, motion.to, making);
      for (const [room, tag] of entries(storey.rooms as Storey['rooms'])) {
        const draft = storey.rooms[room];
        if (!draft || before.rooms[room]) continue;
        draft.holders = tag.holders.filter((one) => one === 'building' || plan.households[one]);
      }
      for (const key of alone(from, selection)) {
        const opening = from.openings[key];
        const host = hostFor(before, from, opening, step, intent);
        if (!opening || !host) continue;
        const isGoing = before.walls[host.wall]?.phase === 'demolished';
        const phase = isGoing ? 'demolished' : phaseOfAddition(intent);
        storey.openings[copyId(making, 'opening', key)] = { ...opening, ...host, phase };
      }
    },
  });
}

const noWall: Refusal = refusal(
  'no-wall',
  '这一层的相应位置没有墙，门窗无处可放。',
  'There is no wall at this place of the storey for the door or window.',
);

/** The wall of `storey` that runs where the opening's own wall runs in `from`, and its place in it. */
function hostFor(
  storey: Storey,
  from: Storey,
  opening: Opening | undefined,
  by: Point,
  intent: Intent,
): (Pick<Opening, 'wall'> & Hanging) | null {
  const line = opening && lineOf(from, opening.wall);
  if (!opening || !line) return null;
  const jambs = jambsOf(opening, line).map((jamb) => plus(jamb, by));
  for (const [id, wall] of entries(storey.walls)) {
    const isOther = wall.phase === (intent === 'proposal' ? 'demolished' : 'new');
    const host = isOther || wall.kind === 'boundary' ? null : lineOf(storey, id);
    if (!host || jambs.some((jamb) => distanceToSegment(jamb, host.a, host.b) > reach)) continue;
    return { wall: id, ...rehang(opening, line, host, by) };
  }
  return null;
}
