import { costOf } from '../../shared/propose/cost.ts';
import { bodyWidth } from '../../shared/propose/programme.ts';

/*
 * One room of a small building-block world, solved by trying everything: knows nothing of the search
 * but what places cost. Lengths in mm.
 */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** One way to place one thing, reduced to what decides. */
export interface Placed {
  readonly bodies: readonly Box[];
  readonly zones: readonly Box[];
  /** Squares of floor, any of which a body can stand in to use it, or all of which hold one. */
  readonly goals: readonly { readonly box: Box; readonly size: number }[];
  readonly isWc: boolean;
  readonly cookers: readonly Box[];
  readonly showers: readonly Box[];
  readonly rect: Box;
  readonly cost: number;
}

export interface Door {
  /** The way that its wall's face looks: 0 up, 1 left, 2 down, 3 right; the face; its jambs. */
  readonly side: 0 | 1 | 2 | 3;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** The jamb on which it hangs. */
  readonly hung: number;
  readonly zone: Box;
  readonly leaf: Box | null;
  readonly look: Box;
  readonly cost: number;
}

export const meets = (a: Box, b: Box): boolean =>
  a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** The least cost over all combinations, Infinity where none is allowed; `cell` divides all lengths. */
export function bruteForce(
  room: Box,
  things: readonly (readonly Placed[])[],
  doors: readonly Door[],
  sizes: readonly number[],
  cell: number,
  cookerToShower = 0,
): number {
  let best = Infinity;
  const chosen: Placed[] = [];
  const visit = (index: number): void => {
    if (index < things.length) {
      for (const one of things[index]!) {
        chosen.push(one);
        visit(index + 1);
        chosen.pop();
      }
      return;
    }
    const isAllowed = chosen.every((one) =>
      chosen.every(
        (other) =>
          one === other ||
          one.bodies.every(
            (body) =>
              !other.bodies.some((second) => meets(body, second)) &&
              !other.zones.some((zone) => meets(body, zone)),
          ),
      ),
    );
    if (!isAllowed) return;
    const bodies = chosen.flatMap(({ bodies }) => bodies);
    const cost =
      chosen.reduce((sum, one) => sum + one.cost, 0) +
      (isSplashed(chosen, cookerToShower) ? costOf({ splash: 1 }) : 0);
    for (const door of doors) {
      const isLooked = chosen.some(({ isWc, rect }) => isWc && meets(rect, door.look));
      const all = cost + door.cost + (isLooked ? costOf({ privacy: 2 }) : 0);
      if (all >= best) continue;
      if (bodies.some((body) => meets(body, door.zone) || (door.leaf && meets(body, door.leaf)))) {
        continue;
      }
      if (!sizes.every((size) => isWalkable(room, bodies, door, chosen, size, cell))) continue;
      if (canBeShut(room, bodies, door, cell)) best = all;
    }
  };
  visit(0);
  return best;
}

/** Whether any cooker, made larger by so much, would reach a shower. */
export function isSplashed(
  chosen: readonly Pick<Placed, 'cookers' | 'showers'>[],
  apart: number,
): boolean {
  const showers = chosen.flatMap((one) => one.showers);
  return chosen
    .flatMap((one) => one.cookers)
    .some((cooker) =>
      showers.some((floor) => {
        const near = (low: number, high: number, at: number): number =>
          Math.min(high, Math.max(low, at));
        const corners = [
          floor.x0,
          floor.x1,
          near(floor.x0, floor.x1, cooker.x0),
          near(floor.x0, floor.x1, cooker.x1),
        ].flatMap((x) =>
          [
            floor.y0,
            floor.y1,
            near(floor.y0, floor.y1, cooker.y0),
            near(floor.y0, floor.y1, cooker.y1),
          ].map((y) => ({ x, y })),
        );
        // The nearest place of a rectangle is at a corner of either, or straight before one.
        return corners.some(
          ({ x, y }) =>
            Math.sqrt(
              (x - near(cooker.x0, cooker.x1, x)) ** 2 + (y - near(cooker.y0, cooker.y1, y)) ** 2,
            ) < apart,
        );
      }),
    );
}

/** Flood fill of a square over the cells of the room. */
export function isWalkable(
  room: Box,
  bodies: readonly Box[],
  { zone }: Door,
  chosen: readonly Pick<Placed, 'goals'>[],
  size: number,
  cell: number,
): boolean {
  const seen = walkedFrom(room, bodies, zone, size, cell);
  const inside = ({ x0, y0, x1, y1 }: Box): boolean =>
    seen.some(([x, y]) => x >= x0 && y >= y0 && x + size <= x1 && y + size <= y1);
  return chosen.every(({ goals }) => goals.every((goal) => goal.size !== size || inside(goal.box)));
}

/** Whether a leaf that swings in leaves room for who came in past it: a round body off its quarter. */
export function canBeShut(room: Box, bodies: readonly Box[], door: Door, cell: number): boolean {
  const { side, line, from, to, hung, leaf, zone } = door;
  if (!leaf) return true;
  const reach = to - from;
  const out = side === 0 || side === 3 ? 1 : -1;
  const along = hung === from ? 1 : -1;
  const isFlat = side === 0 || side === 2;
  const [near, far] = out > 0 ? [line, line + reach] : [line - reach, line];
  const open = isFlat
    ? { x0: hung, x1: hung, y0: near, y1: far }
    : { x0: near, x1: far, y0: hung, y1: hung };
  /** Between a place and the quarter: by the angle at which it is seen from the hinge. */
  const away = (x: number, y: number): number => {
    const beside = ((isFlat ? x : y) - hung) * along;
    const before = ((isFlat ? y : x) - line) * out;
    const angle = Math.atan2(before, beside);
    if (angle >= 0 && angle <= Math.PI / 2) return Math.hypot(beside, before) - reach;
    const isBelow = angle < 0 && angle >= -Math.PI * 0.75;
    const [on, off] = isBelow ? [beside, before] : [before, beside];
    return Math.hypot(off, on - Math.min(reach, Math.max(0, on)));
  };
  const half = bodyWidth / 2;
  return walkedFrom(room, [...bodies, open], zone, bodyWidth, cell).some(
    ([x, y]) => away(x + half, y + half) >= half - 1e-6,
  );
}

/** The lower left corners of squares that get there from a corner of the floor inside a door. */
function walkedFrom(
  room: Box,
  bodies: readonly Box[],
  zone: Box,
  size: number,
  cell: number,
): readonly (readonly [number, number])[] {
  const fits = (x: number, y: number): boolean => {
    const at = { x0: x, y0: y, x1: x + size, y1: y + size };
    return (
      x >= room.x0 &&
      y >= room.y0 &&
      at.x1 <= room.x1 &&
      at.y1 <= room.y1 &&
      !bodies.some((body) => meets(body, at))
    );
  };
  const seen = new Set<string>();
  const queue: [number, number][] = [];
  const add = (x: number, y: number): void => {
    if (seen.has(`${x},${y}`) || !fits(x, y)) return;
    seen.add(`${x},${y}`);
    queue.push([x, y]);
  };
  add(zone.x0, zone.y0);
  for (let next = 0; next < queue.length; next++) {
    const [x, y] = queue[next]!;
    add(x + cell, y);
    add(x - cell, y);
    add(x, y + cell);
    add(x, y - cell);
  }
  return queue;
}
