import { bodyRectangle } from '../geometry/body.ts';
import type { Ring } from '../geometry/polygon.ts';
import {
  entries,
  type Opening,
  type OpeningId,
  type Point,
  type Storey,
  type WallId,
} from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import { liveNetwork } from './live-network.ts';
import { once } from './once.ts';
import type { WallNetwork } from './wall-network.ts';
import { solidsOf, wallsSince } from './wall-solids.ts';

/** An opening that another wall than its own runs into or stands in, after the works. */
export interface WalledOpening {
  readonly opening: OpeningId;
  /** The wall in the way; the lowest id where there are several. */
  readonly wall: WallId;
  /** Middle of the opening. */
  readonly at: Point;
}

/** mm: a wall that laps a jamb by less than this is drawn flush with it. */
const tolerance = 5;

/** In the order of the openings' ids. */
export const walledOpenings = ({ joints, walls, openings }: Storey): readonly WalledOpening[] =>
  derived(joints, walls, openings);

const derived = once(
  (
    joints: Storey['joints'],
    walls: Storey['walls'],
    openings: Storey['openings'],
  ): WalledOpening[] => {
    const live = liveNetwork({ joints, walls }, 'after');
    return holesIn(live.base, openings).flatMap(({ id, opening, hole, inBase }) => {
      const { wall } = opening;
      const now = live.patch?.changed.has(wall) ? holeIn(live.patch.part, opening) : hole;
      if (!now) return [];
      const there = now === hole ? inBase : solidsOf(live.base).wallsIn(now);
      const first = wallsSince(live, now, there).find((other) => other !== wall);
      return first === undefined ? [] : [{ opening: id, wall: first, at: middle(now) }];
    });
  },
);

/** The holes that stand after the works, and what stands in them; null where there is no hole. */
const holesIn = once((base: WallNetwork, openings: Storey['openings']) =>
  entries(openings)
    .filter(([, { phase, width }]) => standsAt(phase, 'after') && width > 2 * tolerance)
    .map(([id, opening]) => {
      const hole = holeIn(base, opening);
      return { id, opening, hole, inBase: hole ? solidsOf(base).wallsIn(hole) : [] };
    }),
);

function holeIn(
  { indexOf, axes, bodies }: WallNetwork,
  { wall, offset, width }: Opening,
): Ring | null {
  const source = indexOf.get(wall);
  const axis = source === undefined ? undefined : axes[source];
  const half = source === undefined ? 0 : (bodies[source]?.half ?? 0);
  if (!axis || half === 0) return null;
  return holeOf(axis, half, offset + tolerance, offset + width - tolerance);
}

/** The piece of the wall's body between two distances from its end a. */
function holeOf({ a, b }: { a: Point; b: Point }, half: number, from: number, to: number): Ring {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const at = (along: number): Point => ({
    x: a.x + ((b.x - a.x) * along) / length,
    y: a.y + ((b.y - a.y) * along) / length,
  });
  return bodyRectangle({ a: at(from), b: at(to), half: half - 1 });
}

const middle = ([p, , q]: Ring): Point => ({
  x: Math.round((p!.x + q!.x) / 2),
  y: Math.round((p!.y + q!.y) / 2),
});
