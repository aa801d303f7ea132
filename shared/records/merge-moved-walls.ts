import { placeOf } from './facts.ts';
import { heads, otherHead, referencesIn, type Three, type Units } from './merge-units.ts';
import { lineOf, runsAlong } from './wall-lines.ts';

/** Walls are moved by their joints, so that a wall that moved may be the same fact in the plan. */

/**
 * Walls that one head took away while the other moved their joints off the line of the wall. One that
 * was only drawn out along its line followed a neighbour, and nobody thought of it. The joints stay
 * where they were brought, whatever is chosen: other walls went there with them. A wall that was
 * demolished is still there to be moved, and both stand.
 */
export function movedThoughRemoved(three: Three, units: Units): string[] {
  return units.paths().filter((path) => {
    const was = placeOf(path).table === 'walls' ? lineOf(path, three.base) : null;
    if (!was) return false;
    return heads.some((side) => {
      const is = three[side].has(path) ? null : lineOf(path, three[otherHead(side)]);
      return is !== null && !runsAlong(is, was);
    });
  });
}

/** A joint about which somebody is asked goes with the walls that end there in one head only. */
export function movedJoints(three: Three, units: Units): string[][] {
  return units.paths().flatMap((path) => {
    if (placeOf(path).table !== 'walls') return [];
    const [ours, theirs] = heads.map((side) => referencesIn(path, three[side]));
    const ends = [...ours!, ...theirs!].filter((joint) => units.isAsked(joint));
    const isOf = (list: readonly string[] | undefined, joint: string) => list?.includes(joint);
    return ends.flatMap((joint) =>
      isOf(ours, joint) === isOf(theirs, joint) ? [] : [[path, joint]],
    );
  });
}
