import { extent, type Normal, partBelow, positionForShare } from '../geometry/cut.ts';
import { cornerPlaces } from './corner-places.ts';
import type { DivisionRequest } from './division.ts';
import { cornerFrame } from './plan-corner.ts';
import { normalOf, roomToCut } from './plan-cut.ts';

/** Places at which a dragged partition gives round shares of what it divides. */
export interface ShareStop {
  /** mm, as `DivisionRequest.by.widths`. */
  readonly widths: readonly number[];
  /** The share of the part before the partition: one of two, ... */
  readonly share: readonly [number, number];
}

const roundShares: readonly (readonly [number, number])[] = [
  [1, 3],
  [1, 2],
  [2, 3],
];

/**
 * The stops of one partition while all others stay: shares of the two parts beside it, net. For a
 * corner 0 is the leg that bounds its width, 1 the one that bounds its depth.
 */
export function shareStops(
  request: Omit<DivisionRequest, 'by'>,
  widths: readonly number[],
  index: number,
): ShareStop[] {
  const found = roomToCut(request);
  if (!found) return [];
  const { thickness, shape } = request;
  const { usable, enclosed } = found;
  if (shape !== 'straight') {
    const frame = cornerFrame(request.direction, enclosed.outer, shape);
    const [wide, deep] = [extent(usable, frame.across), extent(usable, frame.up)];
    const held = index === 0 ? { depth: widths[1] ?? 0 } : { width: widths[0] ?? 0 };
    return roundShares.flatMap((share): ShareStop[] => {
      const asked = { shares: [share[0], share[1] - share[0]] };
      const places = cornerPlaces(usable, frame, thickness, asked, held);
      if (!places) return [];
      const next = [Math.round(places[0] - wide.least), Math.round(places[1] - deep.least)];
      return [{ share, widths: next }];
    });
  }
  const normal = normalOf(request.direction, enclosed.outer);
  const { least, greatest } = extent(usable, normal);
  const start = widths.slice(0, index).reduce((at, width) => at + width + thickness, least);
  const own = widths[index] ?? 0;
  const next = widths[index + 1];
  const end = next === undefined ? greatest : start + own + thickness + next;
  const back: Normal = { x: -normal.x, y: -normal.y };
  const pair = partBelow(partBelow(usable, normal, end), back, -start);
  return roundShares.flatMap((share): ShareStop[] => {
    const middle = positionForShare(pair, normal, thickness, share[0] / share[1]);
    if (middle === null) return [];
    const width = Math.round(middle - thickness / 2 - start);
    const moved = widths.map((one, at) =>
      at === index ? width : at === index + 1 ? one + own - width : one,
    );
    return [{ share, widths: moved }];
  });
}

/** Which way partitions move as what is before them grows: all alike, or the two legs of a corner. */
export function growthOf(
  request: Pick<DivisionRequest, 'plan' | 'storey' | 'room' | 'direction' | 'shape'>,
): readonly [Normal, Normal] | null {
  const found = roomToCut(request);
  if (!found) return null;
  const ring = found.enclosed.outer;
  if (request.shape === 'straight') {
    const normal = normalOf(request.direction, ring);
    return [normal, normal];
  }
  const { across, up } = cornerFrame(request.direction, ring, request.shape);
  return [across, up];
}
