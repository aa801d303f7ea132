import type { Room } from '../../shared/derive/room.ts';
import type { Point } from '../../shared/plan/model.ts';
import type { Box } from '../editor/viewport.ts';
import { insideRing } from '../tools/plane.ts';

/** Share of a label over fixtures from which they would make it hard to read. */
const crowded = 0.35;

/** Share of a fixture under a label from which one no longer sees what it is. */
const hidden = 0.45;

/** px: a fixture that is narrower says nothing, and hides behind a label without loss. */
const legible = 9;

/** Where along the room's box a label is tried, the middle first. */
const shares = [0.5, 0.3, 0.7, 0.15, 0.85];

/** A fixture's box; a wet floor is a floor, which words may stand on. */
export interface Standing {
  readonly box: Box;
  readonly isFloor: boolean;
}

/** px from the plan's origin. */
interface Place {
  readonly scale: number;
  readonly room: Room;
  /** Around the room. */
  readonly box: Box;
}

interface Extent {
  readonly width: number;
  readonly height: number;
  /** px that it may reach over the walls beside the room. */
  readonly over: number;
}

export interface Fitted {
  readonly at: Point;
  readonly box: Box;
  readonly isPlated: boolean;
}

/**
 * The place in the room where the label covers the least of the fixtures, hides none that one could
 * see, and covers nothing of what is taken by other labels; null where none fits.
 */
export function fitInRoom(
  { scale, room, box: around }: Place,
  { width, height, over }: Extent,
  { taken, fixtures }: { readonly taken: readonly Box[]; readonly fixtures: readonly Standing[] },
): Fitted | null {
  const onScreen = ({ x, y }: Point): Point => ({ x: x * scale, y: -y * scale });
  const { min, max } = around;
  const ring = room.polygon.map(onScreen);
  const holes = room.holes.map((hole) => hole.map(onScreen));
  const candidates: Point[] = [onScreen(room.label)];
  for (const v of shares) {
    for (const u of shares) {
      candidates.push({
        x: min.x - over + width / 2 + 2 + (max.x - min.x + 2 * over - width - 4) * u,
        y: min.y + height / 2 + 2 + (max.y - min.y - height - 4) * v,
      });
    }
  }
  for (const { box, isFloor } of fixtures) if (isFloor) candidates.push(middleOf(box));
  const seen = fixtures.filter(({ box, isFloor }) => !isFloor && isLegible(box));
  let best: { readonly at: Point; readonly box: Box; readonly covered: number } | null = null;
  for (const at of candidates) {
    const box = boxAt(at, width, height);
    if (!holds(ring, holes, box, over) || taken.some((other) => overlap(box, other) > 0)) continue;
    if (seen.some((one) => overlap(box, one.box) > hidden * areaOf(one.box))) continue;
    const covered = fixtures.reduce((sum, other) => sum + overlap(box, other.box), 0);
    if (!best || covered < best.covered) best = { at, box, covered };
    if (covered === 0) break;
  }
  if (!best) return null;
  const isPlated = over > 0 || best.covered > crowded * width * height;
  return { at: best.at, box: best.box, isPlated };
}

const boxAt = (at: Point, width: number, height: number): Box => ({
  min: { x: at.x - width / 2, y: at.y - height / 2 },
  max: { x: at.x + width / 2, y: at.y + height / 2 },
});

const middleOf = ({ min, max }: Box): Point => ({
  x: (min.x + max.x) / 2,
  y: (min.y + max.y) / 2,
});

const areaOf = ({ min, max }: Box): number => (max.x - min.x) * (max.y - min.y);

const isLegible = ({ min, max }: Box): boolean => Math.min(max.x - min.x, max.y - min.y) >= legible;

const overlap = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one.max.x, other.max.x) - Math.max(one.min.x, other.min.x)) *
  Math.max(0, Math.min(one.max.y, other.max.y) - Math.max(one.min.y, other.min.y));

/** Corners and middles of the sides inside of the room, but for what may reach over its walls. */
function holds(
  ring: readonly Point[],
  holes: readonly (readonly Point[])[],
  { min, max }: Box,
  over: number,
): boolean {
  const [left, right] = [min.x + over, max.x - over];
  for (const x of [left, (left + right) / 2, right]) {
    for (const y of [min.y, (min.y + max.y) / 2, max.y]) {
      const at = { x, y };
      if (!insideRing(at, ring) || holes.some((hole) => insideRing(at, hole))) return false;
    }
  }
  return true;
}
