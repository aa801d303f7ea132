import { type ElementRef, entries, type Phase, type Storey, type StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { pairOf, standingPairs } from './draw-walls.ts';
import { refusal, wallThere } from './refusals.ts';
import { refuseSelection, selectionOf } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { openingsOf } from './users.ts';

export interface SetPhase {
  readonly storey: StoreyId;
  readonly elements: readonly ElementRef[];
  readonly phase: Phase;
}

/**
 * Says by hand what is existing, demolished or new, whatever is being edited: for what was drawn in
 * the wrong hand. A wall's openings go as far along as they must: none outlives its wall, and none
 * is older than it.
 */
export function setPhase({ storey: id, elements, phase }: SetPhase): Command {
  return storeyEdit({
    label: text('更改状态', 'Set status'),
    storey: id,
    allow: (storey) =>
      refuseSelection(storey, elements, 'survey', phased) ??
      refuseNewInGone(storey, elements, phase, id) ??
      refuseHosts(storey, elements, phase, id) ??
      refuseDoubled(storey, elements, phase, id),
    change(storey, before) {
      const selection = selectionOf(before, elements, 'survey');
      for (const wall of selection.walls) {
        const draft = storey.walls[wall];
        if (draft) draft.phase = phase;
        for (const [key, opening] of openingsOf(before, wall)) {
          const hanging = storey.openings[key];
          const follows = phase === 'existing' ? opening.phase === before.walls[wall]?.phase : true;
          if (hanging && follows) hanging.phase = phase;
        }
      }
      const tables = [
        [storey.openings, selection.openings],
        [storey.rooms, selection.rooms],
        [storey.fixtures, selection.fixtures],
        [storey.risers, selection.risers],
      ] as unknown as [Record<string, { phase: Phase }>, ReadonlySet<string>][];
      for (const [table, ids] of tables) {
        for (const key of ids) {
          const element = table[key];
          if (element) element.phase = phase;
        }
      }
    },
  });
}

const phased = ['wall', 'opening', 'room', 'fixture', 'riser'] as const;

/** A wall that is demolished takes what was surveyed along, not what was to come. */
function refuseNewInGone(
  storey: Storey,
  elements: readonly ElementRef[],
  phase: Phase,
  id: StoreyId,
): Refusal | null {
  if (phase !== 'demolished') return null;
  const { walls } = selectionOf(storey, elements, 'survey');
  const coming = [...walls]
    .filter((wall) => storey.walls[wall]?.phase === 'existing')
    .flatMap((wall) => openingsOf(storey, wall).filter(([, one]) => one.phase === 'new'));
  return coming.length > 0
    ? refusal(
        'new-opening',
        '墙上有新建的门窗，不能标为拆除；请先删除这些门窗。',
        'The wall has new doors or windows and cannot be demolished; delete those first.',
        coming.map(([key]) => ({ kind: 'opening', id: key, storey: id })),
      )
    : null;
}

/** Two walls may not come to stand between the same joints at one time. */
function refuseDoubled(
  storey: Storey,
  elements: readonly ElementRef[],
  phase: Phase,
  id: StoreyId,
): Refusal | null {
  const { walls } = selectionOf(storey, elements, 'survey');
  const others = entries(storey.walls).filter(([key]) => !walls.has(key));
  const pairs = standingPairs({ ...storey, walls: Object.fromEntries(others) }, phase);
  for (const key of walls) {
    const wall = storey.walls[key];
    const there = wall && wall.phase !== phase && pairs.get(pairOf(wall.a, wall.b));
    if (there) return wallThere([{ kind: 'wall', id: there, storey: id }]);
  }
  return null;
}

/** An opening by itself cannot be what its wall rules out. */
function refuseHosts(
  storey: Storey,
  elements: readonly ElementRef[],
  phase: Phase,
  id: StoreyId,
): Refusal | null {
  const { walls, openings } = selectionOf(storey, elements, 'survey');
  for (const key of openings) {
    const wall = storey.openings[key]?.wall;
    const host = wall && !walls.has(wall) ? storey.walls[wall]?.phase : undefined;
    if (!wall || !host) continue;
    const isRuledOut =
      (host === 'new' && phase !== 'new') || (host === 'demolished' && phase !== 'demolished');
    if (isRuledOut) {
      return refusal(
        'wall-phase',
        '门窗的状态与所在的墙不一致，请先更改墙的状态。',
        'That does not go with the wall it is in; change the wall first.',
        [{ kind: 'wall', id: wall, storey: id }],
      );
    }
  }
  return null;
}
