import type { Ring } from '../../geometry/polygon.ts';
import { cornersOf, outOfFrame } from '../frame.ts';
import type { Cell } from '../partitions.ts';
import type { ProposedRiser } from '../proposal.ts';
import { overlaps, type Rect, type Side } from '../rect.ts';
import { holds } from '../region.ts';
import type { Space } from '../space.ts';
import type { Pieces } from './shapes.ts';

/** mm: a boxed stack, the lesser of the trade's usual sizes (200 to 250). */
const boxed = 200;

/** mm: a WC and what is free on both of its sides. */
const narrowest = 760;

/** mm: a part so near to a stack finds a place for its WC within reach of it. */
const near = 600;

interface Place {
  readonly soil: Rect;
  /** Null where a waste stack stands near already. */
  readonly waste: Rect | null;
  readonly whole: Rect;
  readonly cell: Cell;
}

export interface NewStacks {
  readonly risers: readonly ProposedRiser[];
  /** Whether a place was passed over for what stands there on another storey. */
  readonly isShifted: boolean;
}

/**
 * New stacks in corners of the parts that have none near, as few as serve them all: one at a partition
 * serves both sides. Kitchens drain apart from bathrooms (GB 55038-2025 7.1.5), so that a waste stack
 * stands beside each soil stack that has none near. Corners at old walls away from common space come
 * first. None stands where another storey has something else (`isFree`, of corners on the plan): where
 * that is so of every corner of a part, they move along its walls.
 */
export function newStacks(
  space: Space,
  { parts, passage }: Pieces,
  entry: Side | null,
  isFree: (corners: Ring) => boolean,
): NewStacks {
  const soil = [...space.soil];
  const risers: ProposedRiser[] = [];
  let isShifted = false;
  const add = (kind: 'soil' | 'waste', { x0, y0, x1, y1 }: Rect): void => {
    const at = outOfFrame(space.frame, { x: (x0 + x1) / 2, y: (y0 + y1) / 2 });
    const place = { x: Math.round(at.x), y: Math.round(at.y) };
    risers.push({ kind, line: '', at: place, width: boxed, depth: boxed });
  };
  const free = (places: readonly Place[]): Place[] => {
    const found = places.filter(({ whole }) => isFree(cornersOf(space.frame, whole)));
    isShifted ||= found.length < places.length;
    return found;
  };
  const placesIn = (cell: Cell): Place[] => {
    const corners = free(placesAt(space, cell, cornersIn));
    return corners.length > 0 ? corners : free(placesAt(space, cell, alongWalls));
  };
  for (;;) {
    const left = parts.filter(({ region }) => !isNear(soil, region.box));
    let best: Place | null = null;
    let bestServes = 0;
    let bestWorth = 0;
    for (const place of left.flatMap(placesIn)) {
      const serves = left.filter(({ region }) => gap(place.soil, region.box) <= near).length;
      const worth = worthOf(space, place, passage, entry);
      if (best && (serves < bestServes || (serves === bestServes && worth <= bestWorth))) continue;
      [best, bestServes, bestWorth] = [place, serves, worth];
    }
    if (!best) return { risers, isShifted };
    soil.push(best.soil);
    add('soil', best.soil);
    if (best.waste) add('waste', best.waste);
  }
}

const isNear = (stacks: readonly Rect[], box: Rect): boolean =>
  stacks.some((one) => gap(one, box) <= near);

function gap(one: Rect, other: Rect): number {
  const dx = Math.max(other.x0 - one.x1, one.x0 - other.x1, 0);
  const dy = Math.max(other.y0 - one.y1, one.y0 - other.y1, 0);
  return Math.hypot(dx, dy);
}

/** Where a box of that size can stand, by its lowest corner. */
type Corners = (box: Rect, across: number, up: number) => { x: number; y: number }[];

const cornersIn: Corners = ({ x0, y0, x1, y1 }, across, up) =>
  [x0, x1 - across].flatMap((x) => [y0, y1 - up].map((y) => ({ x, y })));

/** mm from one place to the next. */
const along = 100;

const alongWalls: Corners = ({ x0, y0, x1, y1 }, across, up) => {
  const between = (from: number, to: number): number[] => {
    const places: number[] = [];
    for (let at = from + along; at < to; at += along) places.push(at);
    return places;
  };
  return [
    ...[x0, x1 - across].flatMap((x) => between(y0, y1 - up).map((y) => ({ x, y }))),
    ...[y0, y1 - up].flatMap((y) => between(x0, x1 - across).map((x) => ({ x, y }))),
  ];
};

/** Soil and waste side by side, along the one wall or the other; the soil stack nearer to the corner. */
function placesAt(space: Space, cell: Cell, corners: Corners): Place[] {
  const { box } = cell.region;
  const isAlone = isNear(space.waste, box);
  const places: Place[] = [];
  for (const alongX of isAlone ? [true] : [true, false]) {
    const [across, up] = isAlone
      ? [boxed, boxed]
      : alongX
        ? [2 * boxed, boxed]
        : [boxed, 2 * boxed];
    for (const { x, y } of corners(box, across, up)) {
      const whole = { x0: x, y0: y, x1: x + across, y1: y + up };
      if (!holds(cell.region, whole)) continue;
      if (isAlone) {
        places.push({ soil: whole, waste: null, whole, cell });
        continue;
      }
      const first = alongX
        ? { ...whole, x1: whole.x0 + boxed }
        : { ...whole, y1: whole.y0 + boxed };
      const second = alongX
        ? { ...whole, x0: whole.x1 - boxed }
        : { ...whole, y0: whole.y1 - boxed };
      const isFirst = alongX
        ? whole.x0 - box.x0 <= box.x1 - whole.x1
        : whole.y0 - box.y0 <= box.y1 - whole.y1;
      const [soil, waste] = isFirst ? [first, second] : [second, first];
      places.push({ soil, waste, whole, cell });
    }
  }
  return places;
}

/** More where old walls meet, less before a window, beside common space, and where it narrows a part. */
function worthOf(
  { enclosed, faces }: Space,
  { whole: rect, cell }: Place,
  passage: Cell | null,
  entry: Side | null,
): number {
  const { box } = enclosed;
  const walls = [rect.y0 === box.y0, rect.x1 === box.x1, rect.y1 === box.y1, rect.x0 === box.x0];
  let worth = walls.filter(Boolean).length * 2;
  if (entry !== null && walls[entry]) worth -= 3;
  const wide = { x0: rect.x0 - 400, x1: rect.x1 + 400, y0: rect.y0 - 400, y1: rect.y1 + 400 };
  if (passage && overlaps(wide, passage.region.box)) worth -= 2;
  const part = cell.region.box;
  const [width, depth] = [part.x1 - part.x0, part.y1 - part.y0];
  const [across, up] = [rect.x1 - rect.x0, rect.y1 - rect.y0];
  // Nothing else finds room beside it there; the long way round hurts less.
  if (width - across < narrowest) worth -= 4;
  if (depth - up < narrowest) worth -= 4;
  if (across > up === width > depth) worth += 1;
  for (const { side, line, windows } of faces) {
    const alongX = side === 0 || side === 2;
    const touches = alongX
      ? Math.min(Math.abs(rect.y0 - line), Math.abs(rect.y1 - line)) <= 1
      : Math.min(Math.abs(rect.x0 - line), Math.abs(rect.x1 - line)) <= 1;
    const [low, high] = alongX ? [rect.x0, rect.x1] : [rect.y0, rect.y1];
    if (touches && windows.some(({ from, to }) => from < high && to > low)) worth -= 5;
  }
  return worth;
}
