import { riserCorners } from '../derive/footprint.ts';
import { distanceToSegment, type Point } from '../geometry/point.ts';
import { entries, type Storey } from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import { type Text, text } from '../text.ts';

/** mm by which a place on an outline may be off. */
const tolerance = 2;

/** What a distance to the side ends at: a wall, or the box of a riser that juts out of it. */
export function sideWords({ risers }: Storey, at: Point): Text {
  const isBoxed = entries(risers).some(
    ([, riser]) => standsAt(riser.phase, 'after') && isOnOutline(riserCorners(riser), at),
  );
  return isBoxed ? text('管井', 'the boxed riser') : text('侧墙', 'the side wall');
}

const isOnOutline = (corners: readonly Point[], at: Point): boolean =>
  corners.some(
    (corner, index) =>
      distanceToSegment(at, corner, corners[(index + 1) % corners.length]!) <= tolerance,
  );
