import Flatbush from 'flatbush';
import { depthIn, snapDistance } from '../geometry/meet.ts';
import { distance, nearestOnSegment, type Point } from '../geometry/point.ts';
import type { Bounds } from '../geometry/polygon.ts';
import {
  entries,
  type Joint,
  type JointId,
  type Table,
  type Wall,
  type WallId,
} from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import { once } from './once.ts';
import { tableChanges } from './table-changes.ts';

/** How an end misses: too short of a wall, through it, or beside another end. */
export type MissKind = 'extend' | 'trim' | 'join';

/** A wall's end that nearly meets: a slip of the pen, reported and never closed in silence. */
export interface NearMiss {
  readonly kind: MissKind;
  readonly joint: JointId;
  readonly wall: WallId;
  readonly at: Point;
  /** Whole mm: where the end would meet. */
  readonly to: Point;
  /** mm that it is off. */
  readonly gap: number;
}

/** mm: farther apart is meant so. */
const farthest = 50;

/** The near misses among the walls that stand after the works, one for each end, in order of joints. */
export const nearMisses = once((joints: Joints, walls: Walls): readonly NearMiss[] => {
  const free = freeJoints(walls);
  if (free.size === 0) return [];
  const known = last.find((one) => one.walls === walls);
  const found = (known && missesAfter(known, joints)) ?? allMisses(joints, walls, free);
  last = [found, ...last.filter((one) => one !== known)].slice(0, mostKnown);
  return [...found.misses.values()].flatMap((miss) => miss ?? []);
});

type Joints = Table<JointId, Joint>;
type Walls = Table<WallId, Wall>;

interface Known {
  readonly joints: Joints;
  readonly walls: Walls;
  /** In order. */
  readonly ids: readonly WallId[];
  /** Of each wall: null where it does not stand or has no length. */
  readonly lines: readonly (Line | null)[];
  /** Of each free end, in the order of joints, what it misses: null where nothing. */
  readonly misses: ReadonlyMap<JointId, NearMiss | null>;
}
/** What was found last, newest first: a drag moves a few joints and leaves the walls. */
let last: readonly Known[] = [];
/** The storeys of a large building. */
const mostKnown = 16;
/** Joints that moved, above which all is looked at anew. */
const mostMoved = 8;

function allMisses(joints: Joints, walls: Walls, free: ReadonlySet<JointId>): Known {
  const lines = entries(walls).map(([id, wall]) => lineOf(joints, id, wall));
  const standing = lines.filter((line) => line !== null);
  const ends = freeEnds(standing, free);
  const index = ends.length > 0 ? indexOf(standing) : null;
  const misses = new Map(
    ends.map((end) => {
      const near = index?.search(end.at.x, end.at.y, end.at.x, end.at.y) ?? [];
      near.sort((left, right) => left - right);
      return [
        end.joint,
        missOf(
          end,
          near.map((line) => standing[line]!),
        ),
      ] as const;
    }),
  );
  return { joints, walls, ids: entries(walls).map(([id]) => id), lines, misses };
}

function indexOf(lines: readonly Line[]): Flatbush {
  const index = new Flatbush(lines.length, 16);
  for (const line of lines) {
    const { minX, minY, maxX, maxY } = around(line);
    index.add(minX, minY, maxX, maxY);
  }
  index.finish();
  return index;
}

/**
 * Only ends of walls that moved, or that lie by where those stand or stood, are looked at again. Null
 * where many moved, or joints or ends came or went.
 */
function missesAfter(known: Known, joints: Joints): Known | null {
  const changes = tableChanges(known.joints, joints);
  if (changes.length > mostMoved || changes.some(({ was, is }) => !was || !is)) return null;
  const moved = new Set(changes.map(({ id }) => id));
  const boxes: Bounds[] = [];
  const lines = [...known.lines];
  for (let index = 0; index < known.ids.length; index++) {
    const id = known.ids[index]!;
    const wall = known.walls[id]!;
    if (!moved.has(wall.a) && !moved.has(wall.b)) continue;
    const was = lines[index]!;
    const is = lineOf(joints, id, wall);
    if ((was === null) !== (is === null)) return null;
    lines[index] = is;
    if (was) boxes.push(around(was));
    if (is) boxes.push(around(is));
  }
  let fresh: Map<JointId, NearMiss | null> | null = null;
  for (const joint of known.misses.keys()) {
    // Its own wall lies in its box as well.
    const at = joints[joint]!;
    if (!boxes.some((box) => holds(box, at))) continue;
    fresh ??= new Map(known.misses);
    const near = lines.filter((line): line is Line => line !== null && isAround(line, at));
    const [end] = freeEnds(near, new Set([joint]));
    fresh.set(joint, end ? missOf(end, near) : null);
  }
  return { ...known, joints, lines, misses: fresh ?? known.misses };
}

/** Where an end may lie for a wall to bear on it. */
function around({ a, b, half }: Line): Bounds {
  const reach = half + farthest;
  return {
    minX: Math.min(a.x, b.x) - reach,
    minY: Math.min(a.y, b.y) - reach,
    maxX: Math.max(a.x, b.x) + reach,
    maxY: Math.max(a.y, b.y) + reach,
  };
}

/** Whether a place lies in the box that `around` has. */
function isAround({ a, b, half }: Line, { x, y }: Point): boolean {
  const reach = half + farthest;
  return (
    (x >= a.x - reach || x >= b.x - reach) &&
    (x <= a.x + reach || x <= b.x + reach) &&
    (y >= a.y - reach || y >= b.y - reach) &&
    (y <= a.y + reach || y <= b.y + reach)
  );
}

const holds = ({ minX, minY, maxX, maxY }: Bounds, { x, y }: Point): boolean =>
  x >= minX && x <= maxX && y >= minY && y <= maxY;

interface Line {
  readonly id: WallId;
  readonly from: JointId;
  readonly to: JointId;
  readonly a: Point;
  readonly b: Point;
  readonly half: number;
}

interface End {
  readonly joint: JointId;
  readonly line: Line;
  readonly at: Point;
  /** Unit vector out of the wall. */
  readonly out: Point;
}

function lineOf(joints: Joints, id: WallId, wall: Wall): Line | null {
  const a = joints[wall.a];
  const b = joints[wall.b];
  if (!standsAt(wall.phase, 'after') || !a || !b || distance(a, b) === 0) return null;
  return { id, from: wall.a, to: wall.b, a, b, half: wall.thickness / 2 };
}

/** Joints at which a single wall stands. Remembered by the walls, which stay while joints are moved. */
const freeJoints = once((walls: Walls): ReadonlySet<JointId> => {
  const [single, several] = [new Set<JointId>(), new Set<JointId>()];
  for (const [, { a, b, phase }] of entries(walls)) {
    if (!standsAt(phase, 'after') || a === b) continue;
    for (const joint of [a, b]) (single.has(joint) ? several : single).add(joint);
  }
  for (const joint of several) single.delete(joint);
  return single;
});

/** Ends that no other wall shares, in the order of their joints. */
function freeEnds(lines: readonly Line[], free: ReadonlySet<JointId>): End[] {
  const end = (line: Line, joint: JointId, at: Point, other: Point): End => {
    const length = distance(at, other);
    return {
      joint,
      line,
      at,
      out: { x: (at.x - other.x) / length, y: (at.y - other.y) / length },
    };
  };
  return lines
    .flatMap((line) => [
      ...(free.has(line.from) ? [end(line, line.from, line.a, line.b)] : []),
      ...(free.has(line.to) ? [end(line, line.to, line.b, line.a)] : []),
    ])
    .sort((left, right) => (left.joint < right.joint ? -1 : 1));
}

function missOf(end: End, near: readonly Line[]): NearMiss | null {
  const others = near.filter(({ id }) => id !== end.line.id);
  if (others.some((line) => meets(end.at, line))) return null;
  const misses = others.flatMap((line) => [...joins(end, line), ...reaches(end, line)]);
  return misses.sort((left, right) => left.gap - right.gap)[0] ?? null;
}

/** Whether the end joins this wall already: it lies in its body or within the snap distance of it. */
const meets = (p: Point, { a, b, half }: Line): boolean => depthIn(p, a, b, half) !== null;

function miss(kind: MissKind, end: End, to: Point, gap: number): NearMiss[] {
  if (gap <= snapDistance || gap > farthest) return [];
  const whole = { x: Math.round(to.x), y: Math.round(to.y) };
  return [
    { kind, joint: end.joint, wall: end.line.id, at: end.at, to: whole, gap: Math.round(gap) },
  ];
}

/** Beside the other wall's own end. */
const joins = (end: End, line: Line): NearMiss[] =>
  [line.a, line.b].flatMap((other) => miss('join', end, other, distance(end.at, other)));

/** Short of the other wall's face, or through it and out on the far side. */
function reaches(end: End, { a, b, half }: Line): NearMiss[] {
  const ex = b.x - a.x;
  const ey = b.y - a.y;
  const length = Math.hypot(ex, ey);
  const sine = (end.out.x * ey - end.out.y * ex) / length;
  // Nearly parallel walls that lie close to each other do not meet at an end.
  if (Math.abs(sine) < 0.3) return [];
  // mm from the end, outwards, to the centre line; negative where the end has passed it.
  const ahead = ((a.x - end.at.x) * ey - (a.y - end.at.y) * ex) / (sine * length);
  const to = { x: end.at.x + ahead * end.out.x, y: end.at.y + ahead * end.out.y };
  if (distance(to, nearestOnSegment(to, a, b)) > 1) return [];
  const gap = Math.abs(ahead) - half / Math.abs(sine);
  return ahead > 0 ? miss('extend', end, to, gap) : miss('trim', end, to, gap);
}
