import type { Candidate } from './items.ts';
import { overlaps, type Rect } from './rect.ts';

/** Some of a list of places, one bit each, in the order of the list. */
export type Some = Uint32Array;

export function allOf(count: number): Some {
  const some = new Uint32Array((count + 31) >>> 5).fill(0xffffffff);
  if (count % 32 > 0) some[some.length - 1] = (1 << (count % 32)) - 1;
  return some;
}

/** The first of them; -1 where there is none. */
export const firstOf = (some: Some): number => nextOf(some, 0);

/** The first of them from an index on; -1 where there is none. */
export function nextOf(some: Some, from: number): number {
  let at = from >>> 5;
  if (at >= some.length) return -1;
  let word = some[at]! & (0xffffffff << (from & 31));
  while (word === 0) {
    at += 1;
    if (at >= some.length) return -1;
    word = some[at]!;
  }
  return (at << 5) + 31 - Math.clz32(word & -word);
}

/** How many of them come before an index. */
export function countOf(some: Some, end: number): number {
  let count = 0;
  const last = end >>> 5;
  for (let at = 0; at < last; at++) count += bitsIn(some[at]!);
  return end & 31 ? count + bitsIn(some[last]! & ((1 << (end & 31)) - 1)) : count;
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Those in both that come before an index; whether there are any. */
export function common(one: Some, other: Some, end: number, into: Some): boolean {
  let any = 0;
  for (let at = 0; at < into.length; at++) {
    const left = end - (at << 5);
    const mask = left >= 32 ? 0xffffffff : left <= 0 ? 0 : (1 << left) - 1;
    const word = one[at]! & other[at]! & mask;
    into[at] = word;
    any |= word;
  }
  return any !== 0;
}

/** The same lists are looked at for both households and for every wall of the WC. */
const known = new WeakMap<readonly Candidate[], Known>();

interface Known {
  readonly fitting: Map<Candidate, Some>;
  /** The box around the bodies and clearances of each: x0, y0, x1, y1. */
  readonly boxes: Float64Array;
}

/** Which of a list can stand together with a thing: no body on another, none on a clearance. */
export function fitting(one: Candidate, list: readonly Candidate[]): Some {
  let here = known.get(list);
  if (!here) {
    here = { fitting: new Map(), boxes: boxesOf(list) };
    known.set(list, here);
  }
  const found = here.fitting.get(one);
  if (found) return found;
  const some = new Uint32Array((list.length + 31) >>> 5);
  const { boxes } = here;
  const { x0, y0, x1, y1 } = boxOf(one);
  for (let index = 0; index < list.length; index++) {
    const at = 4 * index;
    const isAway =
      boxes[at]! >= x1 || boxes[at + 2]! <= x0 || boxes[at + 1]! >= y1 || boxes[at + 3]! <= y0;
    if (isAway || goTogether(one, list[index]!)) some[index >>> 5]! |= 1 << (index & 31);
  }
  here.fitting.set(one, some);
  return some;
}

function boxesOf(list: readonly Candidate[]): Float64Array {
  const boxes = new Float64Array(4 * list.length);
  for (let index = 0; index < list.length; index++) {
    const { x0, y0, x1, y1 } = boxOf(list[index]!);
    boxes[4 * index] = x0;
    boxes[4 * index + 1] = y0;
    boxes[4 * index + 2] = x1;
    boxes[4 * index + 3] = y1;
  }
  return boxes;
}

/** Of what has neither a body nor a clearance a box that lies nowhere. */
function boxOf({ bodies, zones }: Candidate): Rect {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (let index = 0; index < bodies.length + zones.length; index++) {
    const rect = index < bodies.length ? bodies[index]! : zones[index - bodies.length]!;
    if (rect.x0 < x0) x0 = rect.x0;
    if (rect.y0 < y0) y0 = rect.y0;
    if (rect.x1 > x1) x1 = rect.x1;
    if (rect.y1 > y1) y1 = rect.y1;
  }
  return { x0, y0, x1, y1 };
}

const goTogether = (one: Candidate, other: Candidate): boolean =>
  !anyOverlap(one.bodies, other.bodies) &&
  !anyOverlap(one.bodies, other.zones) &&
  !anyOverlap(other.bodies, one.zones);

export function anyOverlap(some: readonly Rect[], others: readonly Rect[]): boolean {
  for (let first = 0; first < some.length; first++) {
    const one = some[first]!;
    for (let second = 0; second < others.length; second++) {
      if (overlaps(one, others[second]!)) return true;
    }
  }
  return false;
}
