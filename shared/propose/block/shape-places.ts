import { askedFixtures } from '../asked-fixtures.ts';
import type { Programme } from '../programme.ts';
import { areaOf, type Rect, runsAlongX, type Side } from '../rect.ts';
import type { Space } from '../space.ts';
import { countOf, type Passage, piecesOf, type Shape } from './shapes.ts';

/** What bounds the shapes that are tried in one room. */
export interface ShapeLimits {
  readonly space: Space;
  /** Parts at most. */
  readonly most: number;
  /** mm of the partitions. */
  readonly thickness: number;
  /** The least that a part is to hold. */
  readonly programme: Programme;
  /** mm of a common passage. */
  readonly corridor: number;
}

/** mm of the grid of a passage's side and end. */
const step = 50;
/** So many of each kind are tried of the most even, and of those whose parts are least narrow. */
const perKind = 12;
/** mm: wider than this no part need be. */
const wideEnough = 1300;
/** Parts along one side of a passage, or in one row of strips. */
const mostInRow = 5;

export interface Tried {
  readonly shape: Shape;
  readonly count: number;
  /** mm2 between the largest part and the smallest. */
  readonly uneven: number;
  /** How wide the parts are across, the narrowest above all, as far as that is of use. */
  readonly width: number;
}

/** The room as it is, for one household. */
export const wholeRoom: Shape = { kind: 'strips', entry: 0, widths: [] };

/** The shapes of a room for two and more, those for few households first, then the most even. */
export function shapesOf(limits: ShapeLimits): Tried[] {
  const { space } = limits;
  const { box } = space.enclosed;
  const found: Tried[] = [];
  const add = (shapes: readonly Shape[]): void => {
    const fit = shapes.flatMap((shape) => triedOf(limits, shape) ?? []);
    fit.sort((left, right) => left.uneven - right.uneven);
    const even = fit.slice(0, perKind);
    const roomy = fit.toSorted((left, right) => right.width - left.width).slice(0, perKind);
    found.push(...new Set([...even, ...roomy]));
  };
  for (const entry of [0, 3] as const) {
    const width = runsAlongX(entry) ? box.x1 - box.x0 : box.y1 - box.y0;
    for (let count = 2; count <= Math.min(mostInRow, limits.most); count++) {
      const clear = equalWidth(width, count, limits.thickness);
      add([{ kind: 'strips', entry, widths: Array(count - 1).fill(clear) }]);
    }
  }
  for (const entry of [0, 1, 2, 3] as const) {
    if (!isCommon(space, entry)) continue;
    for (let strips = 0; strips <= 2; strips++) add(corners(limits, entry, strips));
    for (let lows = 0; lows <= mostInRow; lows++) {
      for (let highs = 0; highs <= mostInRow; highs++) {
        for (let rears = 0; rears <= 4; rears++) {
          const count = lows + highs + rears;
          // A way for one household alone is its own.
          if (count < 2 || count > limits.most) continue;
          add(passages(limits, entry, lows, highs, rears));
        }
      }
    }
  }
  return found.sort((left, right) => left.count - right.count || left.uneven - right.uneven);
}

/** The shape itself and those beside it: each length a step longer or shorter. */
export function besideShape(limits: ShapeLimits, shape: Shape): Tried[] {
  const moves: Shape[] = [];
  const shifted = (lengths: readonly number[], make: (next: readonly number[]) => Shape): void => {
    lengths.forEach((_, index) => {
      for (const by of [-step, step]) {
        moves.push(make(lengths.map((one, at) => (at === index ? one + by : one))));
        // The next one gives what this one takes, so that only one partition moves.
        if (index + 1 < lengths.length) {
          moves.push(
            make(
              lengths.map((one, at) =>
                at === index ? one + by : at === index + 1 ? one - by : one,
              ),
            ),
          );
        }
      }
    });
  };
  if (shape.kind !== 'passage') shifted(shape.widths, (widths) => ({ ...shape, widths }));
  if (shape.kind === 'corner') {
    shifted([shape.along], ([along]) => ({ ...shape, along: along! }));
    shifted([shape.depth], ([depth]) => ({ ...shape, depth: depth! }));
  }
  if (shape.kind === 'passage') {
    if (shape.low > 0) shifted([shape.low], ([low]) => ({ ...shape, low: low! }));
    else if (shape.hasHigh) shifted([shape.width], ([width]) => ({ ...shape, width: width! }));
    if (shape.depth !== null) shifted([shape.depth], ([depth]) => ({ ...shape, depth: depth! }));
    shifted(shape.lows, (lows) => ({ ...shape, lows }));
    shifted(shape.highs, (highs) => ({ ...shape, highs }));
    shifted(shape.rears, (rears) => ({ ...shape, rears }));
  }
  return moves.flatMap((one) => triedOf(limits, one) ?? []);
}

const isCommon = ({ faces }: Space, entry: Side): boolean =>
  faces.some(({ side, isOwn, openTo }) => side === entry && !isOwn && openTo.length > 0);

/** Clear mm of each of so many, on the millimetre. */
const equalWidth = (width: number, count: number, thickness: number): number =>
  Math.floor((width - (count - 1) * thickness) / count);

const equals = (width: number, count: number, thickness: number): number[] =>
  Array(Math.max(0, count - 1)).fill(equalWidth(width, count, thickness));

function corners({ space, thickness }: ShapeLimits, entry: Side, strips: number): Shape[] {
  const { box } = space.enclosed;
  const [width, depth] = runsAlongX(entry)
    ? [box.x1 - box.x0, box.y1 - box.y0]
    : [box.y1 - box.y0, box.x1 - box.x0];
  const shapes: Shape[] = [];
  // A strip that two share counts as wide as one and a half.
  const clear = Math.floor((width - strips * thickness) / (strips + 1.5) / step) * step;
  const last = width - strips * (clear + thickness);
  for (let along = 800; along <= last - thickness - 700; along += step) {
    for (let deep = 1500; deep <= depth - thickness - 800; deep += 2 * step) {
      shapes.push({ kind: 'corner', entry, widths: Array(strips).fill(clear), along, depth: deep });
    }
  }
  return shapes;
}

function passages(
  { space, thickness, programme, corridor }: ShapeLimits,
  entry: Side,
  lows: number,
  highs: number,
  rears: number,
): Passage[] {
  const { box } = space.enclosed;
  const alongX = runsAlongX(entry);
  const [start, end] = alongX ? [box.x0, box.x1] : [box.y0, box.y1];
  const whole = alongX ? box.y1 - box.y0 : box.x1 - box.x0;
  const places = new Set<number>();
  for (const face of space.faces) {
    if (face.side !== entry || face.isOwn || face.openTo.length === 0) continue;
    for (const door of face.doors) {
      const least = Math.max(start, door.to - corridor);
      const greatest = Math.min(end - corridor, door.from);
      for (let at = least; at <= greatest; at += step) places.add(at);
      if (greatest >= least) places.add(greatest);
    }
  }
  const found: Passage[] = [];
  // Without parts on one side the passage is as wide as there is room.
  const beside = lows === 0 && highs === 0 ? [start] : [...places];
  for (const at of beside) {
    const low = lows === 0 ? 0 : at - start - thickness;
    const high = end - at - corridor - thickness;
    const width = lows === 0 && highs > 0 ? at + corridor - start : corridor;
    const least = leastAcross(programme);
    if ((lows > 0 && low < least) || (highs > 0 && high < least)) continue;
    for (const depth of depthsOf(rears, whole)) {
      const deep = depth ?? whole;
      const most = Math.max(lows, highs);
      if (most > 0 && equalWidth(deep, most, thickness) < least) continue;
      if (rears > 0 && equalWidth(end - start, rears, thickness) < least) continue;
      found.push({
        kind: 'passage',
        entry,
        width,
        low,
        hasHigh: highs > 0,
        depth,
        lows: equals(deep, lows, thickness),
        highs: equals(deep, highs, thickness),
        rears: equals(end - start, rears, thickness),
      });
    }
  }
  return found;
}

function depthsOf(rears: number, whole: number): (number | null)[] {
  if (rears === 0) return [null];
  const depths: number[] = [];
  for (let depth = 900; depth <= whole - 900; depth += step) depths.push(depth);
  return depths;
}

/** Null where a part is too small for the least that any programme holds. */
function triedOf(
  { space, thickness, programme, corridor }: ShapeLimits,
  shape: Shape,
): Tried | null {
  const whole = { region: space.region, enclosed: space.enclosed };
  if (shape.kind === 'passage' && shape.low < 0) return null;
  const pieces = piecesOf(whole, shape, thickness);
  if (!pieces) return null;
  const least = leastAcross(programme);
  const isWide = ({ x0, y0, x1, y1 }: Rect, mm: number): boolean => x1 - x0 >= mm && y1 - y0 >= mm;
  if (pieces.passage && shape.kind === 'passage') {
    const { region } = pieces.passage;
    if (!isWide(region.box, corridor) || region.area < areaOf(region.box) - 1) return null;
    if (!holdsDoor(space, shape.entry, region.box)) return null;
  }
  const areas = pieces.parts.map(({ region }) => region.area);
  if (areas.some((area) => area < leastArea(programme))) return null;
  if (pieces.parts.some(({ region }) => !isWide(region.box, least))) return null;
  const across = pieces.parts.map(({ region: { box } }) =>
    Math.min(box.x1 - box.x0, box.y1 - box.y0, wideEnough),
  );
  return {
    shape,
    count: countOf(shape),
    uneven: Math.max(...areas) - Math.min(...areas),
    width: 10 * Math.min(...across) + across.reduce((sum, one) => sum + one, 0),
  };
}

/** mm: a WC with what is free on both of its sides, or a kitchen row along or across. */
function leastAcross({ kitchen, bath }: Programme): number {
  if (bath) return 2 * bath.wcBeside;
  if (!kitchen) return 0;
  const { sink, cookers, cookerToWall, standing } = kitchen;
  const cooker = Math.min(...cookers.map(({ value }) => value.width));
  return Math.min(sink.depth + standing, sink.width + cooker + cookerToWall);
}

/** mm2: footprints of the least fixtures, and the floor of the shower that one stands on. */
const leastArea = (programme: Programme): number =>
  askedFixtures(programme)
    .filter(({ kind }) => kind !== 'basin')
    .reduce((sum, { width, depth }) => sum + width * depth, 0);

const holdsDoor = ({ faces }: Space, entry: Side, box: Rect): boolean => {
  const [from, to] = runsAlongX(entry) ? [box.x0, box.x1] : [box.y0, box.y1];
  return faces.some(
    ({ side, isOwn, openTo, doors }) =>
      side === entry &&
      !isOwn &&
      openTo.length > 0 &&
      doors.some((door) => door.from >= from && door.to <= to),
  );
};
