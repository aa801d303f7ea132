import { bodyRectangle } from '../geometry/body.ts';
import { distance, type Point } from '../geometry/point.ts';
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
  const [a, b] = wall ? [storey.joints[wall.a], storey.joints[wall.b]] : [];
  if (!wall || !a || !b) return null;
  const middle = opening.offset + opening.width / 2;
  let from = 0;
  let to = Math.round(distance(a, b));
  const taken: (readonly [number, number])[] = [];
  const line = lineOf(a, b, wall.thickness / 2);
  const { openings, walls } = standing(storey);
  for (const [other, { wall: host, offset, width: wide }] of openings) {
    if (other === id || host !== opening.wall) continue;
    taken.push([offset, offset + wide]);
  }
  for (const facts of walls) {
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
const standing = once(({ openings, walls, joints }: Storey) => ({
  openings: entries(openings).filter(([, { phase }]) => standsAt(phase, 'after')),
  walls: entries(walls).flatMap(([id, { a, b, thickness, phase }]): readonly StandingWall[] => {
    const [from, to] = [joints[a], joints[b]];
    if (!from || !to || thickness === 0 || !standsAt(phase, 'after')) return [];
    return [{ id, from, to, thickness }];
  }),
}));

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
  const isAway = (one: number, other: number, most: number): boolean =>
    (one > most && other > most) || (one < -far && other < -far);
  const off = ({ x, y }: Point): number => (y - a.y) * ux - (x - a.x) * uy;
  if (isAway(off(from), off(to), far)) return null;
  const along = ({ x, y }: Point): number => (x - a.x) * ux + (y - a.y) * uy;
  if (isAway(along(from), along(to), length + far)) return null;
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
  }).map((corner) => ({ along: along(corner), beside: off(corner) }));
  // The rectangle clipped to the strip of the body: its corners inside, and where its edges cross.
  const edge = half - 1;
  const inside: number[] = [];
  corners.forEach((corner, index) => {
    const next = corners[(index + 1) % corners.length]!;
    if (Math.abs(corner.beside) <= edge) inside.push(corner.along);
    for (const side of [edge, -edge]) {
      const share = (side - corner.beside) / (next.beside - corner.beside);
      if (share > 0 && share < 1) inside.push(corner.along + share * (next.along - corner.along));
    }
  });
  return inside.length === 0 ? null : [Math.min(...inside), Math.max(...inside)];
}
