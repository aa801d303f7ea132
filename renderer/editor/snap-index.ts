import Flatbush from 'flatbush';
import { once } from '../../shared/derive/once.ts';
import {
  entries,
  type Joint,
  type JointId,
  type Point,
  type Table,
  type Wall,
  type WallId,
} from '../../shared/plan/model.ts';
import { shownIn, type View } from '../../shared/plan/phase.ts';
import { angleOf, distance, footOnSegment, minus } from '../tools/plane.ts';

/** A wall as it can be snapped to. */
export interface SnapLine {
  readonly a: Point;
  readonly b: Point;
  readonly joints: readonly [JointId, JointId];
  /** mm, half of the thickness. */
  readonly half: number;
}

export interface SnapEnd {
  readonly at: Point;
  readonly joint: JointId | null;
}

/** Of lines in reach no more are looked at: zoomed far out, a hand does not mean one of hundreds. */
const mostLines = 48;
/** Slanting directions that are offered away from the walls that have them. */
const mostDirections = 4;

/** The walls and their ends, to be asked what lies near a place. Costs the same for any number of walls. */
export class SnapIndex {
  /** Degrees in [0, 180) of walls that are neither level nor upright, the commonest first. */
  readonly slants: readonly number[];
  readonly #lines: readonly SnapLine[];
  readonly #boxes: Flatbush | null;
  readonly #byX: readonly SnapEnd[];
  readonly #byY: readonly SnapEnd[];
  readonly #places: Flatbush | null;

  constructor(lines: readonly SnapLine[]) {
    this.#lines = lines;
    const ends = new Map<JointId, SnapEnd>();
    for (const { a, b, joints } of lines) {
      ends.set(joints[0], { at: a, joint: joints[0] });
      ends.set(joints[1], { at: b, joint: joints[1] });
    }
    this.#byX = [...ends.values()].sort((p, q) => p.at.x - q.at.x);
    this.#byY = [...ends.values()].sort((p, q) => p.at.y - q.at.y);
    this.#boxes = indexed(lines, ({ a, b, half }) => [
      Math.min(a.x, b.x) - half,
      Math.min(a.y, b.y) - half,
      Math.max(a.x, b.x) + half,
      Math.max(a.y, b.y) + half,
    ]);
    this.#places = indexed(this.#byX, ({ at }) => [at.x, at.y, at.x, at.y]);
    this.slants = slantsOf(lines);
  }

  /** Walls whose body comes within `reach` mm of the point, the nearest centre lines first. */
  linesNear(p: Point, reach: number): SnapLine[] {
    if (!this.#boxes) return [];
    const found = this.#boxes
      .search(p.x - reach, p.y - reach, p.x + reach, p.y + reach)
      .map((index) => this.#lines[index]!)
      .map((line) => ({ line, gap: footOnSegment(p, line.a, line.b).distance }))
      .filter(({ line, gap }) => gap <= reach + line.half)
      .sort((first, second) => first.gap - second.gap);
    return found.slice(0, mostLines).map(({ line }) => line);
  }

  endsNear(p: Point, reach: number): SnapEnd[] {
    if (!this.#places) return [];
    return this.#places
      .search(p.x - reach, p.y - reach, p.x + reach, p.y + reach)
      .map((index) => this.#byX[index]!)
      .filter(({ at }) => distance(at, p) <= reach);
  }

  /** Ends at most `gap` mm to the left or right of a plumb line, or above or below a level one. */
  endsAlong(axis: 'x' | 'y', value: number, gap: number): SnapEnd[] {
    const sorted = axis === 'x' ? this.#byX : this.#byY;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (sorted[mid]!.at[axis] < value - gap) low = mid + 1;
      else high = mid;
    }
    const found: SnapEnd[] = [];
    for (let at = low; at < sorted.length && sorted[at]!.at[axis] <= value + gap; at++) {
      found.push(sorted[at]!);
    }
    return found;
  }
}

function indexed<V>(
  values: readonly V[],
  boxOf: (value: V) => readonly [number, number, number, number],
): Flatbush | null {
  if (values.length === 0) return null;
  const index = new Flatbush(values.length);
  for (const value of values) index.add(...boxOf(value));
  index.finish();
  return index;
}

function slantsOf(lines: readonly SnapLine[]): number[] {
  const found = new Map<number, { readonly degrees: number; count: number }>();
  for (const { a, b } of lines) {
    if (a.x === b.x || a.y === b.y) continue;
    const degrees = angleOf(minus(b, a)) % 180;
    // Walls of one direction differ by a millimetre of rounding at their ends.
    const tenth = Math.round(degrees * 10);
    const known = found.get(tenth);
    if (known) known.count += 1;
    else found.set(tenth, { degrees, count: 1 });
  }
  return [...found.values()]
    .sort((first, second) => second.count - first.count || first.degrees - second.degrees)
    .slice(0, mostDirections)
    .map(({ degrees }) => degrees);
}

/** Remembered while neither joints nor walls change, which is all the while a pointer moves. */
export const snapIndex = once(
  (joints: Table<JointId, Joint>, walls: Table<WallId, Wall>, view: View): SnapIndex => {
    const lines: SnapLine[] = [];
    for (const [, { a, b, thickness, phase }] of entries(walls)) {
      const from = joints[a];
      const to = joints[b];
      if (!from || !to || !shownIn(phase, view)) continue;
      lines.push({ a: from, b: to, joints: [a, b], half: thickness / 2 });
    }
    return new SnapIndex(lines);
  },
);
