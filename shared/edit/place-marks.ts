import type { Draft } from 'immer';
import { anchorPlace } from '../derive/dimensions.ts';
import type {
  Anchor,
  AnchorHost,
  Dimension,
  OpeningId,
  Point,
  Storey,
  WallId,
} from '../plan/model.ts';
import type { Motion } from './motion.ts';
import type { Selection } from './selection.ts';
import { copyId, type Making } from './storey-edit.ts';
import { whole, wholePoint } from './whole.ts';

/** Dimensions and notes have no phase: they are moved and copied as they are. */

/**
 * Moves what of a selection is written on the plan. By itself a dimension slides its line and a note
 * its words; among other elements their own points go along, and what hangs on elements follows.
 */
export function placeMarks(
  storey: Draft<Storey>,
  before: Storey,
  selection: Selection,
  motion: Motion,
): void {
  const { to } = motion;
  const isAlone = holdsMarksOnly(selection);
  for (const id of selection.notes) {
    const note = before.notes?.[id];
    const draft = storey.notes?.[id];
    if (!note || !draft) continue;
    draft.at = wholePoint(to(note.at));
    if (note.to && !isAlone) draft.to = wholePoint(to(note.to));
  }
  for (const id of selection.dimensions) {
    const dimension = before.dimensions?.[id];
    const draft = storey.dimensions?.[id];
    if (!dimension || !draft) continue;
    if (isAlone) draft.offset = slidOffset(before, dimension, to);
    else {
      for (const [index, anchor] of dimension.anchors.entries()) {
        const own = draft.anchors[index];
        if (own && !anchor.on) own.at = wholePoint(to(anchor.at));
      }
      Object.assign(draft, turned(dimension, motion));
    }
  }
}

export const holdsMarksOnly = (selection: Selection): boolean =>
  [
    selection.joints,
    selection.walls,
    selection.openings,
    selection.rooms,
    selection.fixtures,
    selection.risers,
  ].every(({ size }) => size === 0);

/** How far from the first anchor the line lies once one of its points was put elsewhere. */
function slidOffset(storey: Storey, dimension: Dimension, to: Motion['to']): number {
  const [first, last] = [dimension.anchors[0], dimension.anchors.at(-1)];
  if (!first || !last) return dimension.offset;
  const a = anchorPlace(storey, first).at;
  const b = anchorPlace(storey, last).at;
  const moved = to(a);
  const by = { x: moved.x - a.x, y: moved.y - a.y };
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const across =
    dimension.along === 'x'
      ? { x: 0, y: 1 }
      : dimension.along === 'y'
        ? { x: -1, y: 0 }
        : length === 0
          ? { x: 0, y: 1 }
          : { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
  return whole(dimension.offset + by.x * across.x + by.y * across.y);
}

/** A chain along x or y after a quarter turn or a mirroring; others find their own direction. */
function turned({ along, offset }: Dimension, motion: Motion): Pick<Dimension, 'along' | 'offset'> {
  const quarter = motion.turned(0) / 90;
  if (along === 'line' || !Number.isInteger(quarter)) return { along, offset };
  const swaps = quarter % 2 === 1;
  const isTurnedBack = along === 'x' ? quarter >= 2 : quarter === 1 || quarter === 2;
  // Over an upright line left becomes right, over a level one it does not.
  const isBack = isTurnedBack !== (motion.mirrors && along === 'y');
  return {
    along: swaps ? (along === 'x' ? 'y' : 'x') : along,
    offset: isBack ? -offset + 0 : offset,
  };
}

/** Copies marks; a copied dimension hangs on the copies of what it measured, else on points. */
export function copyMarks(
  storey: Draft<Storey>,
  before: Storey,
  selection: Selection,
  to: (point: Point) => Point,
  making: Making,
): void {
  for (const id of selection.notes) {
    const note = before.notes?.[id];
    if (!note) continue;
    storey.notes ??= {};
    storey.notes[copyId(making, 'note', id)] = {
      ...note,
      at: to(note.at),
      ...(note.to ? { to: to(note.to) } : {}),
    };
  }
  for (const id of selection.dimensions) {
    const dimension = before.dimensions?.[id];
    if (!dimension) continue;
    storey.dimensions ??= {};
    storey.dimensions[copyId(making, 'dimension', id)] = {
      ...dimension,
      anchors: dimension.anchors.map((anchor) => copiedAnchor(before, anchor, to, making)),
    };
  }
}

function copiedAnchor(
  before: Storey,
  anchor: Anchor,
  to: (point: Point) => Point,
  { origins }: Making,
): Anchor {
  const at = wholePoint(to(anchorPlace(before, anchor).at));
  const on =
    anchor.on &&
    hostOfCopy(anchor.on, (id) => [...origins].find(([, origin]) => origin === id)?.[0]);
  return on ? { at, on } : { at };
}

/** The same place on the copy; undefined where it was not copied. Joints are shared by copies. */
export function hostOfCopy(
  host: AnchorHost,
  copyOf: (id: string) => string | undefined,
): AnchorHost | undefined {
  if ('joint' in host) return undefined;
  const copy = copyOf('wall' in host ? host.wall : host.opening);
  if (!copy) return undefined;
  return 'wall' in host
    ? { ...host, wall: copy as WallId }
    : { ...host, opening: copy as OpeningId };
}
