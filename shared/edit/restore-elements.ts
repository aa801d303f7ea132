import {
  type ElementRef,
  entries,
  type OpeningId,
  type Storey,
  type StoreyId,
  type WallId,
} from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { pairOf, standingPairs } from './draw-walls.ts';
import { refusal, wallThere } from './refusals.ts';
import { phaseOf, refuseSelection } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { samePoint } from './whole.ts';

export interface RestoreElements {
  readonly storey: StoreyId;
  readonly elements: readonly ElementRef[];
}

/** Takes a demolition back: what was to go stays. A wall brings its demolished openings back. */
export function restoreElements({ storey: id, elements }: RestoreElements): Command {
  return storeyEdit({
    label: text('恢复', 'Restore'),
    storey: id,
    allow(storey) {
      const refused = refuseSelection(storey, elements, 'survey', restorable);
      if (refused) return refused;
      if (demolishedOf(storey, elements).length === 0) {
        return refusal(
          'not-demolished',
          '没有标为拆除。',
          'Nothing here is marked as demolished.',
          elements,
        );
      }
      return refuseWalls(storey, elements, id) ?? refuseOthers(storey, elements, id);
    },
    change(storey, before) {
      const chosen = demolishedOf(before, elements);
      const walls = new Set(chosen.filter(({ kind }) => kind === 'wall').map((ref) => ref.id));
      const openings = entries(before.openings).filter(([, opening]) => walls.has(opening.wall));
      const tables = {
        wall: storey.walls,
        opening: storey.openings,
        room: storey.rooms,
        fixture: storey.fixtures,
        riser: storey.risers,
      } as unknown as Record<string, Record<string, { phase: string }>>;
      const restored = [...chosen, ...openings.map(([key]) => ({ kind: 'opening', id: key }))];
      for (const { kind, id: key } of restored) {
        const element = tables[kind]?.[key];
        if (element?.phase === 'demolished') element.phase = 'existing';
      }
    },
  });
}

const restorable = ['wall', 'opening', 'room', 'fixture', 'riser'] as const;

const demolishedOf = (storey: Storey, elements: readonly ElementRef[]): ElementRef[] =>
  elements.filter((ref) => phaseOf(storey, ref) === 'demolished');

/** A new wall between the same joints stands where the old one would. */
function refuseWalls(
  storey: Storey,
  elements: readonly ElementRef[],
  id: StoreyId,
): Refusal | null {
  const pairs = standingPairs({ ...storey, walls: onlyNew(storey) }, 'new');
  for (const ref of demolishedOf(storey, elements)) {
    const wall = ref.kind === 'wall' ? storey.walls[ref.id as WallId] : undefined;
    const other = wall && pairs.get(pairOf(wall.a, wall.b));
    if (other) return wallThere([{ kind: 'wall', id: other, storey: id }]);
  }
  return null;
}

const onlyNew = (storey: Storey): Storey['walls'] =>
  Object.fromEntries(entries(storey.walls).filter(([, wall]) => wall.phase === 'new'));

/** An opening needs its wall; a tag, a place where no new tag took over. */
function refuseOthers(
  storey: Storey,
  elements: readonly ElementRef[],
  id: StoreyId,
): Refusal | null {
  const chosen = demolishedOf(storey, elements);
  const isChosen = (wall: WallId) => chosen.some((ref) => ref.kind === 'wall' && ref.id === wall);
  for (const ref of chosen) {
    const opening = ref.kind === 'opening' ? storey.openings[ref.id as OpeningId] : undefined;
    if (opening && storey.walls[opening.wall]?.phase === 'demolished' && !isChosen(opening.wall)) {
      return refusal(
        'wall-demolished',
        '门窗所在的墙已标为拆除，请先恢复墙。',
        'The wall of this opening is marked as demolished; restore the wall first.',
        [{ kind: 'wall', id: opening.wall, storey: id }],
      );
    }
    const room = ref.kind === 'room' ? storey.rooms[ref.id as keyof Storey['rooms']] : undefined;
    const other =
      room &&
      entries(storey.rooms).find(([, tag]) => tag.phase === 'new' && samePoint(tag.at, room.at));
    if (other) {
      return refusal(
        'tag-there',
        '这里已有新的房间标注，请先删除它。',
        'A new room tag has taken its place; delete that first.',
        [{ kind: 'room', id: other[0], storey: id }],
      );
    }
  }
  return null;
}
