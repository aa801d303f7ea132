import Flatbush from 'flatbush';
import { side } from '../geometry/point.ts';
import { entries, type Joint, type Storey, type WallId } from './model.ts';

/** How large a plan may be: far beyond any building, and within what can be worked out at once. */

/** Of one table of a storey, and of any list or object of a file. */
export const mostEntries = 50_000;
/** Pairs of one storey's walls that touch or cross, at a few seconds for working them out. */
export const mostMeetings = 200_000;
/** Pairs of one storey's walls whose bounds overlap: what looking for meetings costs. */
const mostLooks = 10_000_000;

/**
 * Whether more than `most` pairs of the storey's walls touch or cross, or nearly as many run so
 * close that finding out would take too long. Stops counting there; costs nothing for a storey too
 * small for it.
 */
export function hasTooManyMeetings(
  storey: Pick<Storey, 'joints' | 'walls'>,
  most = mostMeetings,
): boolean {
  const lines = entries(storey.walls).flatMap(([id]): [Joint, Joint][] => lineOf(storey, id));
  if ((lines.length * (lines.length - 1)) / 2 <= most) return false;
  const index = new Flatbush(lines.length, 16);
  for (const [a, b] of lines) {
    index.add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y));
  }
  index.finish();
  let looks = 0;
  let meetings = 0;
  for (const [first, [a, b]] of lines.entries()) {
    const look = (second: number): boolean => {
      const other = lines[second];
      if (second <= first || !other || looks > mostLooks) return false;
      looks += 1;
      if (meet(a, b, ...other)) meetings += 1;
      return false;
    };
    index.search(
      Math.min(a.x, b.x),
      Math.min(a.y, b.y),
      Math.max(a.x, b.x),
      Math.max(a.y, b.y),
      look,
    );
    if (meetings > most || looks > mostLooks) return true;
  }
  return false;
}

function lineOf({ joints, walls }: Pick<Storey, 'joints' | 'walls'>, id: WallId): [Joint, Joint][] {
  const wall = walls[id];
  const [a, b] = wall ? [joints[wall.a], joints[wall.b]] : [];
  return a && b ? [[a, b]] : [];
}

/** Whether two lines whose bounds overlap share a point. */
const meet = (a: Joint, b: Joint, c: Joint, d: Joint): boolean =>
  Math.sign(side(a, b, c)) * Math.sign(side(a, b, d)) <= 0 &&
  Math.sign(side(c, d, a)) * Math.sign(side(c, d, b)) <= 0;
