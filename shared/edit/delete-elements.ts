import type { Draft } from 'immer';
import type { ElementRef, OpeningId, Phase, Storey, StoreyId, WallId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { refuseSelection, selectionOf } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { openingsOf } from './users.ts';

export interface DeleteElements {
  readonly storey: StoreyId;
  readonly elements: readonly ElementRef[];
  readonly intent: Intent;
}

/**
 * Deletes elements: walls with their openings, and the joints that no wall needs any more. In a
 * proposal what was surveyed is demolished instead, and only what is new goes.
 */
export function deleteElements({ storey: id, elements, intent }: DeleteElements): Command {
  return storeyEdit({
    label:
      intent === 'proposal' && !elements.every(isMark)
        ? text('拆除', 'Demolish')
        : text('删除', 'Delete'),
    storey: id,
    allow: (storey) => refuseSelection(storey, elements, intent, deletable),
    change(storey, before) {
      const selection = selectionOf(before, elements, intent);
      const openings = new Set<OpeningId>(selection.openings);
      for (const wall of selection.walls) {
        for (const [opening] of openingsOf(before, wall)) openings.add(opening);
      }
      remove(storey.openings, openings, intent);
      remove(storey.walls, selection.walls, intent);
      remove(storey.rooms, selection.rooms, intent);
      remove(storey.fixtures, selection.fixtures, intent);
      remove(storey.risers, selection.risers, intent);
      for (const mark of selection.dimensions) delete storey.dimensions?.[mark];
      for (const mark of selection.notes) delete storey.notes?.[mark];
      removeLooseJoints(storey, before, selection.walls);
    },
  });
}

const deletable = ['wall', 'opening', 'room', 'fixture', 'riser', 'dimension', 'note'] as const;

/** What is written on the plan is never demolished. */
const isMark = ({ kind }: ElementRef): boolean => kind === 'dimension' || kind === 'note';

function remove<K extends string>(
  table: Record<K, { phase: Phase }>,
  ids: Iterable<K>,
  intent: Intent,
): void {
  for (const id of ids) {
    if (intent === 'survey' || table[id].phase === 'new') delete table[id];
    else table[id].phase = 'demolished';
  }
}

/** Of the ends of these walls, those that no wall uses any more. */
function removeLooseJoints(
  storey: Draft<Storey>,
  before: Storey,
  walls: ReadonlySet<WallId>,
): void {
  const left = [...walls].filter((id) => !storey.walls[id]).map((id) => before.walls[id]);
  if (left.length === 0) return;
  const used = new Set(Object.values(storey.walls).flatMap((wall) => [wall.a, wall.b]));
  for (const wall of left) {
    for (const joint of wall ? [wall.a, wall.b] : []) {
      if (!used.has(joint)) delete storey.joints[joint];
    }
  }
}
