import { distance, side } from '../geometry/point.ts';
import type { Fixture, FixtureKind, Storey } from '../plan/model.ts';
import { jambsOf } from './door-swings.ts';
import { placeOn } from './footprint.ts';
import { nearestOn } from './near-outline.ts';
import { isSameHome } from './open-floor.ts';
import type { Room } from './room.ts';
import type { Placed, WayOut } from './room-contents.ts';

/** What people use standing before it. */
const usedFromFront: readonly FixtureKind[] = ['sink', 'cooker', 'worktop', 'fridge', 'washer'];
const hangs: readonly FixtureKind[] = ['water-heater', 'gas-meter'];

/** mm between a row and the opening in which nobody can stand; and behind the row. */
const noStanding = 300;
const noGap = 100;

/**
 * Whether an opening is that of a niche: no door hangs in it, the room beyond is of the same home,
 * and all that stands in the niche looks out at it, so close that nobody walks in.
 */
export function isNicheOpening(
  storey: Storey,
  room: Room,
  { link, opening, to }: WayOut,
  placed: readonly Placed[],
): boolean {
  if (link.kind !== 'passage' || !opening || !to || !isSameHome(room, to)) return false;
  const jambs = jambsOf(storey, opening);
  const half = (storey.walls[opening.wall]?.thickness ?? 0) / 2;
  const standing = placed.filter(({ fixture }) => !hangs.includes(fixture.kind));
  if (!jambs || standing.length === 0) return false;
  const [a, b] = jambs;
  const outline = { outer: room.polygon, holes: room.holes };
  const looksOut = (fixture: Fixture): boolean => {
    const back = placeOn(fixture, 0, 0);
    const front = placeOn(fixture, 0, fixture.depth);
    const [behind, before] = [back, front].map((p) => Math.abs(side(a, b, p)) / distance(a, b)) as [
      number,
      number,
    ];
    return (
      behind - before > 0.99 * fixture.depth &&
      before - half < noStanding &&
      distance(back, nearestOn(outline, back)) < noGap
    );
  };
  return standing.every(({ fixture }) => usedFromFront.includes(fixture.kind) && looksOut(fixture));
}
