import { distance, nearestOnSegment, type Point, side } from '../../shared/geometry/point.ts';
import type { Polygon, Ring } from '../../shared/geometry/polygon.ts';
import { entries, type Storey } from '../../shared/plan/model.ts';

/**
 * Walls made ready for an oracle, the slow and plain way: what the drawing rules say about ends, and
 * each wall's body as polygons. It shares no code with the engine but points and the drawing rules.
 */

/** A centre line and half the thickness, mm. */
export interface PlainWall {
  readonly a: Point;
  readonly b: Point;
  readonly half: number;
}

/** mm; the drawing rule of the plan. */
const reach = 5;

export interface PlainWalls {
  readonly walls: readonly PlainWall[];
  /** From a corner that stands in a wall's body to that wall's centre line. */
  readonly links: readonly (readonly [Point, Point])[];
}

/** Joints within 5 mm made one; lone ends in another wall's body carried to its centre line. */
export function plainWalls({ joints, walls }: Storey): PlainWalls {
  const kept: Point[] = [];
  const place = new Map<string, Point>();
  const used = new Set(Object.values(walls).flatMap(({ a, b }) => [a, b]));
  for (const [id, joint] of entries(joints)) {
    if (!used.has(id)) continue;
    const near = kept.find((other) => distance(other, joint) <= reach);
    if (!near) kept.push(joint);
    place.set(id, near ?? joint);
  }
  const drawn = entries(walls)
    .map(([, { a, b, thickness }]): PlainWall => {
      return { a: place.get(a)!, b: place.get(b)!, half: thickness / 2 };
    })
    .filter(({ a, b }) => a !== b);
  const links: [Point, Point][] = [];
  const carried = (wall: PlainWall, end: Point, other: Point): Point => {
    const hosts = drawn
      .filter((host) => host !== wall && host.a !== end && host.b !== end && holds(host, end))
      .sort((one, two) => offLine(one, end) - offLine(two, end));
    const isLone = !drawn.some((one) => one !== wall && (one.a === end || one.b === end));
    for (const host of isLone ? hosts : []) {
      const met = lineMeeting(other, end, host.a, host.b);
      if (met && distance(met, nearestOnSegment(met, host.a, host.b)) <= 1) {
        return [host.a, host.b].find((corner) => distance(corner, met) <= reach) ?? met;
      }
    }
    for (const host of hosts) links.push([end, nearestOnSegment(end, host.a, host.b)]);
    return end;
  };
  const closed = drawn.map((wall) => ({
    a: carried(wall, wall.a, wall.b),
    b: carried(wall, wall.b, wall.a),
    half: wall.half,
  }));
  return { walls: closed, links };
}

const offLine = ({ a, b }: PlainWall, p: Point): number => Math.abs(side(a, b, p)) / distance(a, b);

function holds(wall: PlainWall, p: Point): boolean {
  const { a, b, half } = wall;
  const along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / distance(a, b);
  return along >= -reach && along <= distance(a, b) + reach && offLine(wall, p) <= half + reach;
}

/** Where the line from `from` through `through` meets another; null under a flat angle. */
function lineMeeting(from: Point, through: Point, a: Point, b: Point): Point | null {
  const [dx, dy] = [through.x - from.x, through.y - from.y];
  const [ex, ey] = [b.x - a.x, b.y - a.y];
  const cross = dx * ey - dy * ex;
  if (Math.abs(cross) < 0.2 * Math.hypot(dx, dy) * Math.hypot(ex, ey)) return null;
  const t = ((a.x - from.x) * ey - (a.y - from.y) * ex) / cross;
  return t > 0 ? { x: from.x + t * dx, y: from.y + t * dy } : null;
}

/** The walls' bodies: a rectangle each, and at every corner the wedge out to the mitre. */
export function bodies(walls: readonly PlainWall[]): Polygon[] {
  const thick = walls.filter(({ half }) => half > 0);
  const rectangles = thick.map(({ a, b, half }): Ring => {
    const [x, y] = normal(a, b, half);
    return [
      { x: a.x - x, y: a.y - y },
      { x: b.x - x, y: b.y - y },
      { x: b.x + x, y: b.y + y },
      { x: a.x + x, y: a.y + y },
    ];
  });
  const ends = Map.groupBy(
    thick.flatMap(({ a, b, half }) => [
      { at: a, to: b, half },
      { at: b, to: a, half },
    ]),
    ({ at }) => `${at.x},${at.y}`,
  );
  const wedges = [...ends.values()].flatMap(mitres);
  return [...rectangles, ...wedges].map((outer) => ({ outer, holes: [] }));
}

interface End {
  readonly at: Point;
  readonly to: Point;
  readonly half: number;
}

function normal(from: Point, to: Point, length: number): [number, number] {
  const scale = length / distance(from, to);
  return [-(to.y - from.y) * scale, (to.x - from.x) * scale];
}

/** The wedge on the open side of a corner, where the turn from one wall to the next is over 180. */
function mitres(ends: readonly End[]): Ring[] {
  const angle = ({ at, to }: End): number => Math.atan2(to.y - at.y, to.x - at.x);
  // Of walls along each other the thickest makes the corner.
  const around = [...ends]
    .sort((one, other) => other.half - one.half)
    .filter((end, index, sorted) => !sorted.slice(0, index).some((one) => alongside(one, end)))
    .sort((one, other) => angle(one) - angle(other));
  return around.flatMap((end, index) => {
    const next = around[(index + 1) % around.length]!;
    const gap = (angle(next) - angle(end) + 2 * Math.PI) % (2 * Math.PI);
    if (around.length < 2 || gap < Math.PI + 0.02 || gap > 2 * Math.PI - 0.5) return [];
    // The wide gap lies left of this end, seen outwards, and right of the next.
    const { at } = end;
    const [ax, ay] = normal(at, end.to, end.half);
    const [bx, by] = normal(at, next.to, -next.half);
    const a = { x: at.x + ax, y: at.y + ay };
    const b = { x: at.x + bx, y: at.y + by };
    const [dx, dy] = [at.x - end.to.x, at.y - end.to.y];
    const [ex, ey] = [at.x - next.to.x, at.y - next.to.y];
    const t = ((b.x - a.x) * ey - (b.y - a.y) * ex) / (dx * ey - dy * ex);
    return [[at, a, { x: a.x + t * dx, y: a.y + t * dy }, b]];
  });
}

/** Whether two ends leave their joint in nearly the same direction. */
function alongside(one: End, other: End): boolean {
  const [ax, ay] = normal(one.at, one.to, 1);
  const [bx, by] = normal(other.at, other.to, 1);
  return ax * bx + ay * by > 0.999;
}
