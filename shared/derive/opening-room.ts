import { bodyRectangle } from '../geometry/body.ts';
import { distance, type Point } from '../geometry/point.ts';
import { boundsOf } from '../geometry/polygon.ts';
import { entries, type Opening, type OpeningId, type Storey, type WallId } from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import { once } from './once.ts';

/** mm by which a drawn end may stop short of the wall that it joins. */
const reach = 6;

/**
 * The offset at which an opening of this width has, after the works, nothing in it: no wall that abuts
 * or crosses its own, no other opening, not the wall's end. As near to its middle of now as may be;
 * null where there is no room around that middle.
 */
export function offsetWithRoom(
  storey: Storey,
  id: OpeningId,
  opening: Pick<Opening, 'wall' | 'offset' | 'width'>,
  width: number,
): number | null {
  const wall = storey.walls[opening.wall];
  const a = wall && storey.joints[wall.a];
  const b = wall && storey.joints[wall.b];
  if (!a || !b) return null;
  const middle = opening.offset + opening.width / 2;
  let from = 0;
  let to = Math.round(distance(a, b));
  const taken: (readonly [number, number])[] = [];
  const line = lineOf(a, b, wall.thickness / 2);
  const { openings, walls, boxes } = standing(storey);
  for (const [other, { offset, width: wide }] of openings.get(opening.wall) ?? []) {
    if (other !== id) taken.push([offset, offset + wide]);
  }
  const near = boundsOf([a, b]);
  const far = wall.thickness / 2;
  for (let index = 0; index < walls.length; index++) {
    // Nearly every wall lies away from it.
    if (boxes[4 * index]! > near.maxX + far || boxes[4 * index + 2]! < near.minX - far) continue;
    if (boxes[4 * index + 1]! > near.maxY + far || boxes[4 * index + 3]! < near.minY - far)
      continue;
    const facts = walls[index]!;
    if (facts.id === opening.wall) continue;
    const covered = coveredBy(facts, line);
    if (covered) taken.push(covered);
  }
  for (const [begin, end] of taken) {
    if (begin < middle && middle < end) return null;
    if (end <= middle) from = Math.max(from, end);
    else to = Math.min(to, begin);
  }
  const [least, most] = [Math.ceil(from), Math.floor(to) - width];
  return least > most ? null : Math.max(least, Math.min(Math.round(middle - width / 2), most));
}

interface StandingWall {
  readonly id: WallId;
  readonly from: Point;
  readonly to: Point;
  readonly thickness: number;
}

/** What there is after the works, listed once for all openings of a storey. */
const standing = once(({ openings, walls, joints }: Storey) => {
  const bodies: StandingWall[] = [];
  for (const [id, { a, b, thickness, phase }] of entries(walls)) {
    const from = joints[a];
    const to = joints[b];
    if (!from || !to || thickness === 0 || !standsAt(phase, 'after')) continue;
    bodies.push({ id, from, to, thickness });
  }
  return {
    openings: standingByWall(openings),
    walls: bodies,
    boxes: boxesOf(bodies),
  };
});

/** Remembered by the table, which stays while walls are moved. */
const standingByWall = once((openings: Storey['openings']) =>
  Map.groupBy(
    entries(openings).filter(([, { phase }]) => standsAt(phase, 'after')),
    ([, { wall }]) => wall,
  ),
);

/** minX, minY, maxX, maxY of each, as far as it may touch another. */
function boxesOf(walls: readonly StandingWall[]): Float64Array {
  const boxes = new Float64Array(4 * walls.length);
  for (let index = 0; index < walls.length; index++) {
    const { from, to, thickness } = walls[index]!;
    const far = thickness + reach;
    boxes[4 * index] = Math.min(from.x, to.x) - far;
    boxes[4 * index + 1] = Math.min(from.y, to.y) - far;
    boxes[4 * index + 2] = Math.max(from.x, to.x) + far;
    boxes[4 * index + 3] = Math.max(from.y, to.y) + far;
  }
  return boxes;
}

interface Line {
  readonly a: Point;
  readonly length: number;
  /** The direction from one end to the other, of length 1. */
  readonly ux: number;
  readonly uy: number;
  /** mm, half of the thickness. */
  readonly half: number;
}

function lineOf(a: Point, b: Point, half: number): Line {
  const length = distance(a, b);
  return { a, length, ux: (b.x - a.x) / length, uy: (b.y - a.y) / length, half };
}

/** From where to where along the line another wall stands in its body; null where it does not. */
function coveredBy(
  { from, to, thickness }: StandingWall,
  { a, length, ux, uy, half }: Line,
): readonly [number, number] | null {
  if (length === 0) return null;
  // Nearly every wall lies wholly on one side, or beyond one end.
  const far = half + thickness + reach;
  const off = ({ x, y }: Point): number => (y - a.y) * ux - (x - a.x) * uy;
  if (isAway(off(from), off(to), -far, far)) return null;
  const along = ({ x, y }: Point): number => (x - a.x) * ux + (y - a.y) * uy;
  if (isAway(along(from), along(to), -far, length + far)) return null;
  const span = distance(from, to);
  if (span === 0) return null;
  const [vx, vy] = [(to.x - from.x) / span, (to.y - from.y) / span];
  // One that runs on straight takes nothing of it.
  const runsAlong = Math.abs(ux * vy - uy * vx) < 1e-3;
  const beside = Math.abs(off(from));
  if (runsAlong && beside < 1) return null;
  const corners = bodyRectangle({
    a: { x: from.x - vx * reach, y: from.y - vy * reach },
    b: { x: to.x + vx * reach, y: to.y + vy * reach },
    half: thickness / 2,
  });
  // The rectangle clipped to the strip of the body: its corners inside, and where its edges cross.
  const edge = half - 1;
  let least = Infinity;
  let most = -Infinity;
  for (let index = 0; index < corners.length; index++) {
    const corner = corners[index]!;
    const next = corners[(index + 1) % corners.length]!;
    const [place, besides] = [along(corner), off(corner)];
    if (Math.abs(besides) <= edge) {
      least = Math.min(least, place);
      most = Math.max(most, place);
    }
    for (let side = -1; side <= 1; side += 2) {
      const share = (side * edge - besides) / (off(next) - besides);
      if (!(share > 0 && share < 1)) continue;
      const crossing = place + share * (along(next) - place);
      least = Math.min(least, crossing);
      most = Math.max(most, crossing);
    }
  }
  return least > most ? null : [least, most];
}

/** Whether both lie beyond the same end of a range. */
const isAway = (one: number, other: number, least: number, most: number): boolean =>
  (one > most && other > most) || (one < least && other < least);
