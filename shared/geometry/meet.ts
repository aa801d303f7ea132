import type { Source } from './arrangement.ts';
import { lengthOf, nearestOnSegment, type Point } from './point.ts';
import { SegmentGrid } from './segment-grid.ts';

/**
 * Bringing wall ends together before noding: joints within 5 mm of each other become one, and an
 * end that stops inside another wall's body is carried to that wall's centre line. Done once;
 * farther ends stay apart and are a finding, never closed in silence.
 */

/** mm within which two joints are one, and within which an end touches a body. */
export const snapDistance = 5;

/** A wall as geometry sees it: its ends are indices into the joints. */
export interface CentreLine {
  readonly a: number;
  readonly b: number;
  /** mm, half of the thickness. */
  readonly half: number;
}

/**
 * Maps each joint to the joint that stands for it: the first in the given order within reach.
 * Give the joints in the order of their ids, so that the lowest id wins.
 */
export function snapJoints(joints: readonly Point[]): Int32Array {
  const target = new Int32Array(joints.length);
  // Joints by square cell; `behind` chains those of one cell.
  const cells = new Map<number, number>();
  const behind = new Int32Array(joints.length).fill(-1);
  for (let index = 0; index < joints.length; index++) {
    const { x, y } = joints[index]!;
    const column = Math.floor(x / cell);
    const row = Math.floor(y / cell);
    // Only cells that the joint's reach touches: mostly its own.
    const left = Math.floor((x - snapDistance) / cell);
    const right = Math.floor((x + snapDistance) / cell);
    const low = Math.floor((y - snapDistance) / cell);
    const high = Math.floor((y + snapDistance) / cell);
    let found = -1;
    for (let near = left; near <= right; near++) {
      for (let level = low; level <= high; level++) {
        let other = cells.get(cellKey(near, level)) ?? -1;
        for (; other !== -1; other = behind[other]!) {
          const dx = joints[other]!.x - x;
          const dy = joints[other]!.y - y;
          const within = dx * dx + dy * dy <= snapDistance * snapDistance;
          if (within && (found === -1 || other < found)) found = other;
        }
      }
    }
    target[index] = found === -1 ? index : found;
    if (found !== -1) continue;
    const key = cellKey(column, row);
    behind[index] = cells.get(key) ?? -1;
    cells.set(key, index);
  }
  return target;
}

/** mm; many times the snap distance, so that a joint seldom looks beyond its own cell. */
const cell = 128;
/** Small whole numbers stay unboxed: 2^15 cells of 128 mm are more than the largest coordinate. */
const cellKey = (column: number, row: number): number =>
  (((column & 0x7fff) << 15) | (row & 0x7fff)) >>> 0;

export interface Meeting {
  /** In the order of the lines; null for a line that has no length left. */
  readonly sources: readonly (Source | null)[];
  /** Links to a wall's centre line from a corner that stands inside its body, or an end that runs along it. */
  readonly links: readonly Source[];
}

/** Joins wall ends to the bodies that they rest on. Joints are already snapped. */
export function meetBodies(joints: readonly Point[], lines: readonly CentreLine[]): Meeting {
  const via: number[][] = new Array(lines.length).fill(none);
  const enter = (host: number, { x, y }: Point): void => {
    if (via[host] === none) via[host] = [x, y];
    else via[host]!.push(x, y);
  };
  const startAt: Point[] = new Array(lines.length);
  const endAt: Point[] = new Array(lines.length);
  for (let own = 0; own < lines.length; own++) {
    startAt[own] = joints[lines[own]!.a]!;
    endAt[own] = joints[lines[own]!.b]!;
  }
  const links: Source[] = [];
  enterBodies(joints, lines);
  const { leadsTo, copies } = loneEnds(joints.length, lines);
  const seen = new Uint8Array(joints.length);
  lines.forEach((line, own) => {
    for (const end of ['a', 'b'] as const) {
      const joint = line[end];
      if (seen[joint] === 1) continue;
      seen[joint] = 1;
      const p = joints[joint]!;
      const rest = bodiesAround(p, joint, own, joints, lines);
      if (rest.length === 0) continue;
      if (leadsTo[joint]! >= 0) {
        const other = joints[end === 'a' ? line.b : line.a]!;
        const landing = land(p, other, rest, joints, lines);
        if (landing) {
          (end === 'a' ? startAt : endAt)[own] = landing.at;
          for (const copy of copies) {
            if (lines[copy]!.a === joint) startAt[copy] = landing.at;
            if (lines[copy]!.b === joint) endAt[copy] = landing.at;
          }
          enter(landing.host, landing.at);
          continue;
        }
      }
      for (const host of rest) {
        const foot = footOn(p, host, joints, lines);
        enter(host, foot);
        if (foot.x !== p.x || foot.y !== p.y) {
          links.push({ ax: p.x, ay: p.y, bx: foot.x, by: foot.y, via: none });
        }
      }
    }
  });
  const sources = lines.map((_, own): Source | null => {
    const a = startAt[own]!;
    const b = endAt[own]!;
    return a.x === b.x && a.y === b.y
      ? null
      : { ax: a.x, ay: a.y, bx: b.x, by: b.y, via: via[own]! };
  });
  return { sources, links };
}

/**
 * For each joint the one joint that the walls there lead to, -1 where there are several: a wall drawn
 * twice ends alone as it would if it were drawn once. `copies` are the walls drawn again.
 */
function loneEnds(
  count: number,
  lines: readonly CentreLine[],
): { readonly leadsTo: Int32Array; readonly copies: readonly number[] } {
  const none = -2;
  const leadsTo = new Int32Array(count).fill(none);
  const copies: number[] = [];
  lines.forEach(({ a, b }, line) => {
    if (leadsTo[a] === b || leadsTo[b] === a) copies.push(line);
    leadsTo[a] = leadsTo[a] === none || leadsTo[a] === b ? b : -1;
    leadsTo[b] = leadsTo[b] === none || leadsTo[b] === a ? a : -1;
  });
  return { leadsTo, copies };
}

/** Used by one storey at a time; keeps its buffers. */
const grid = new SegmentGrid();

function enterBodies(joints: readonly Point[], lines: readonly CentreLine[]): void {
  let lengths = 0;
  for (const line of lines) {
    const a = joints[line.a]!;
    const b = joints[line.b]!;
    lengths += Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
  }
  grid.reset(lines.length, lines.length === 0 ? 0 : lengths / lines.length);
  for (const line of lines) {
    const a = joints[line.a]!;
    const b = joints[line.b]!;
    // At a slant, what lies beyond an end is farther away than the reach across.
    grid.add(a.x, a.y, b.x, b.y, (line.half + snapDistance) * Math.SQRT2);
  }
}

/** The lines, other than those that end at the joint, whose body holds p; nearest first. */
function bodiesAround(
  p: Point,
  joint: number,
  own: number,
  joints: readonly Point[],
  lines: readonly CentreLine[],
): readonly number[] {
  let count = 0;
  const near = grid.atPoint(p.x, p.y);
  for (let index = 0; index < near; index++) {
    const line = grid.found[index]!;
    const { a, b, half } = lines[line]!;
    if (line === own || a === joint || b === joint) continue;
    const reach = depthIn(p, joints[a]!, joints[b]!, half);
    if (reach === null) continue;
    // Few bodies lie around one point: each goes straight to its place.
    let place = count++;
    for (; place > 0; place--) {
      const other = reaches[place - 1]!;
      if (other < reach || (other === reach && around[place - 1]! < line)) break;
      around[place] = around[place - 1]!;
      reaches[place] = other;
    }
    around[place] = line;
    reaches[place] = reach;
  }
  return count === 0 ? none : around.slice(0, count);
}

/** Lines around one point and how far their centre lines are from it. */
const around: number[] = [];
const reaches: number[] = [];

const none: number[] = [];

/**
 * mm from p to the centre line a-b where p lies in the wall's body or within the snap distance of
 * it; null where it does not. Beyond its ends a wall has no body.
 */
export function depthIn(p: Point, a: Point, b: Point, half: number): number | null {
  const length = lengthOf(b.x - a.x, b.y - a.y);
  const along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length;
  if (along < -snapDistance || along > length + snapDistance) return null;
  const across = Math.abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length;
  return across <= half + snapDistance ? across : null;
}

/**
 * Where a lone end, coming from `other`, meets the centre line of a body that it rests on, nearest
 * body first: carried on or cut back along itself, so that its direction stays. Null where it runs
 * along the body rather than into it.
 */
function land(
  p: Point,
  other: Point,
  rest: readonly number[],
  joints: readonly Point[],
  lines: readonly CentreLine[],
): { host: number; at: Point } | null {
  const dx = p.x - other.x;
  const dy = p.y - other.y;
  const length = lengthOf(dx, dy);
  for (const host of rest) {
    const a = joints[lines[host]!.a]!;
    const b = joints[lines[host]!.b]!;
    const ex = b.x - a.x;
    const ey = b.y - a.y;
    const cross = dx * ey - dy * ex;
    const sine = cross / (length * lengthOf(ex, ey));
    if (Math.abs(sine) < 0.2) continue;
    const t = ((a.x - other.x) * ey - (a.y - other.y) * ex) / cross;
    const met = { x: Math.round(other.x + t * dx), y: Math.round(other.y + t * dy) };
    const onHost = nearestOnSegment(met, a, b);
    if (t <= 0 || lengthOf(met.x - onHost.x, met.y - onHost.y) > 1) continue;
    for (const end of [a, b]) {
      if (lengthOf(end.x - met.x, end.y - met.y) <= snapDistance) return { host, at: end };
    }
    return { host, at: met };
  }
  return null;
}

function footOn(
  p: Point,
  host: number,
  joints: readonly Point[],
  lines: readonly CentreLine[],
): Point {
  const foot = nearestOnSegment(p, joints[lines[host]!.a]!, joints[lines[host]!.b]!);
  return { x: Math.round(foot.x), y: Math.round(foot.y) };
}
