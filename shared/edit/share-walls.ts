import { distance, type Point } from '../geometry/point.ts';
import type { Phase, Storey, WallId } from '../plan/model.ts';
import { standTogether } from '../plan/opening-fit.ts';
import { shortestWall } from './misfit.ts';
import { lineCrossing, type Segment } from './offset-line.ts';
import { reach } from './relocate.ts';
import { samePoint, wholePoint } from './whole.ts';

/** A wall that stands along a side, seen from the side's start: mm along it and to its left. */
interface Host {
  readonly id: string;
  readonly axis: Segment;
  readonly low: number;
  readonly high: number;
  /** The axis's ends, at `low` and at `high`. */
  readonly atLow: Point;
  readonly atHigh: Point;
  readonly half: number;
}

/** Sine of the angle up to which a wall runs along a side. */
const leastAngle = 0.005;

/**
 * What is still to be drawn of a line of walls where other walls stand: a side that would lie in
 * the body of a wall shares that wall, and its neighbours go on to that wall's centre line. Walls
 * that only touch face to face are not shared.
 *
 *     =====+========      the side from A to B lies in the long wall, whose ends it does not
 *          A - - - B      reach: nothing is drawn of it, and the sides up from A and B
 *          |       |      end on the long wall's centre line
 */
export function unsharedPieces(
  storey: Storey,
  points: readonly Point[],
  closed: boolean,
  thickness: number,
  phase: Phase,
): Segment[] {
  const count = closed ? points.length : points.length - 1;
  const sides = Array.from(
    { length: count },
    (_, index): Segment => ({
      from: points[index]!,
      to: points[(index + 1) % points.length]!,
    }),
  );
  const hosts = sides.map((side) => hostsOf(storey, side, thickness, phase));
  /** The line that a side follows at one of its ends: a host's or its own. */
  const lineAt = (index: number, end: 'from' | 'to'): Segment => {
    const side = sides[index]!;
    const at = end === 'from' ? 0 : distance(side.from, side.to);
    const near = hosts[index]!.find(
      ({ low, high, half }) => low - half - thickness <= at && at <= high + half + thickness,
    );
    return near?.axis ?? side;
  };
  /** The corner at which a side starts. */
  const corners = points.map((point, index): Point => {
    const before = closed ? (index + count - 1) % count : index - 1;
    if (before < 0) return footOn(lineAt(0, 'from'), point);
    if (index >= count) return footOn(lineAt(count - 1, 'to'), point);
    const [into, out] = [lineAt(before, 'to'), lineAt(index, 'from')];
    if (into === sides[before] && out === sides[index]) return point;
    return wholePoint(lineCrossing(into, out) ?? point);
  });
  return sides.flatMap((side, index) =>
    gaps(side, hosts[index]!, corners[index]!, corners[(index + 1) % points.length]!),
  );
}

/** The end of an open line, moved across onto the line that it follows. */
function footOn({ from, to }: Segment, p: Point): Point {
  const t =
    ((p.x - from.x) * (to.x - from.x) + (p.y - from.y) * (to.y - from.y)) / distance(from, to) ** 2;
  return wholePoint({ x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) });
}

function hostsOf(storey: Storey, side: Segment, thickness: number, phase: Phase): Host[] {
  const length = distance(side.from, side.to);
  if (length === 0) return [];
  const ux = (side.to.x - side.from.x) / length;
  const uy = (side.to.y - side.from.y) / length;
  const found: Host[] = [];
  for (const id in storey.walls) {
    const wall = storey.walls[id as WallId];
    const a = wall && storey.joints[wall.a];
    const b = wall && storey.joints[wall.b];
    if (!wall || !a || !b || wall.thickness === 0 || !standTogether(wall.phase, phase)) continue;
    const run = distance(a, b);
    const sine = ((b.x - a.x) * uy - (b.y - a.y) * ux) / (run || 1);
    if (run === 0 || Math.abs(sine) > leastAngle) continue;
    const across = (p: Point): number => (p.x - side.from.x) * -uy + (p.y - side.from.y) * ux;
    const along = (p: Point): number => (p.x - side.from.x) * ux + (p.y - side.from.y) * uy;
    const overlap = (wall.thickness + thickness) / 2 - Math.abs((across(a) + across(b)) / 2);
    // Partitions whose faces merely touch stand back to back.
    if (overlap <= Math.min(reach, thickness / 2)) continue;
    const [atLow, atHigh] = along(a) <= along(b) ? [a, b] : [b, a];
    const [low, high] = [along(atLow), along(atHigh)];
    if (high <= 0 || low >= length) continue;
    const half = wall.thickness / 2;
    found.push({ id, axis: { from: atLow, to: atHigh }, low, high, atLow, atHigh, half });
  }
  return found.sort(
    (first, second) =>
      first.low - second.low || second.high - first.high || (first.id < second.id ? -1 : 1),
  );
}

/** The parts of a side that no host covers, from corner to corner. */
function gaps(side: Segment, hosts: readonly Host[], start: Point, end: Point): Segment[] {
  const length = distance(side.from, side.to);
  const ux = (side.to.x - side.from.x) / length;
  const uy = (side.to.y - side.from.y) / length;
  const along = (p: Point): number => (p.x - side.from.x) * ux + (p.y - side.from.y) * uy;
  const at = (mm: number): Point =>
    wholePoint({ x: side.from.x + ux * mm, y: side.from.y + uy * mm });
  const pieces: Segment[] = [];
  let last = { at: along(start), points: [start] };
  const draw = (to: number, points: readonly Point[]): void => {
    if (to - last.at < shortestWall) return;
    const way = [...last.points, ...points];
    way.slice(1).forEach((point, index) => {
      if (!samePoint(way[index]!, point)) pieces.push({ from: way[index]!, to: point });
    });
  };
  for (const host of hosts) {
    const from = last.points[0] === start ? start : null;
    draw(host.low, wayOn(host, host.atLow, at(host.low), from).reverse());
    if (host.high > last.at) {
      last = { at: host.high, points: wayOn(host, host.atHigh, at(host.high), end) };
    }
  }
  draw(along(end), [end]);
  return pieces;
}

/**
 * From the end of a shared wall to the side that goes on from it: straight on where the corner that
 * it leads to lies in line with the wall, or the side in the wall's body; else across to the side.
 */
function wayOn({ axis, half }: Host, end: Point, onSide: Point, corner: Point | null): Point[] {
  const off = distance(end, onSide);
  if (off <= reach) return [end];
  if (corner && distance(footOn(axis, corner), corner) <= 1) return [end];
  return off <= half + reach ? [onSide] : [end, onSide];
}
