import { distance, type Point, side as sideOf } from '../geometry/point.ts';
import type { Facts } from './facts.ts';
import { referencesIn } from './merge-units.ts';

/** The centre line of a wall, from its end `a` to its end `b`, mm. */
export type Line = readonly [Point, Point];

/** mm by which a piece of a wall may miss its line: joints are whole millimetres. */
const slack = 2;

/** Null where the wall or one of its joints is not there. */
export function lineOf(path: string, facts: Facts): Line | null {
  const [a, b] = referencesIn(path, facts).map((joint) => facts.get(joint) as Point | undefined);
  return a && b ? [a, b] : null;
}

/** Whether one line covers a piece of the other, and runs along it. */
export function liesOn([from, to]: Line, [a, b]: Line): boolean {
  const length = distance(a, b);
  if (!runsAlong([from, to], [a, b])) return false;
  const along = ({ x, y }: Point): number =>
    ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length;
  const [low, high] = [along(from), along(to)].sort((one, other) => one - other) as [
    number,
    number,
  ];
  return Math.min(high, length) - Math.max(low, 0) > slack;
}

/** Whether a line runs along the other one, drawn on as far as it takes. */
export function runsAlong(line: Line, [a, b]: Line): boolean {
  const length = distance(a, b);
  return length > 0 && line.every((end) => Math.abs(sideOf(a, b, end)) <= slack * length);
}
