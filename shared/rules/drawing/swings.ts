import { sweptBy, swingsInto, thresholds } from '../../derive/door-swings.ts';
import { fixtureCorners } from '../../derive/footprint.ts';
import { once } from '../../derive/once.ts';
import type { Room } from '../../derive/room.ts';
import type { Placed, WayOut } from '../../derive/room-contents.ts';
import { convexOverlap } from '../../geometry/convex.ts';
import type { Ring } from '../../geometry/polygon.ts';
import type { FixtureKind } from '../../plan/model.ts';
import type { Situation } from '../rule.ts';

/** What hangs above a door, or lies flat in the floor, is in no leaf's way. */
const passable: readonly FixtureKind[] = ['water-heater', 'gas-meter', 'shower'];
export const isPassable = (kind: FixtureKind): boolean => passable.includes(kind);

/** mm by which what is drawn flush may lap. */
const tolerance = 5;

export interface Swing {
  readonly way: WayOut;
  readonly leaves: readonly Ring[];
}

export const isDoor = ({ opening, link }: WayOut): boolean =>
  opening !== null && link.kind !== 'window';

/** The leaves that swing into a room. */
export function swingsIn(situation: Situation, room: Room): readonly Swing[] {
  const known = swingsOf(situation);
  const found = known.get(room) ?? leavesInto(situation, room);
  known.set(room, found);
  return found;
}

/** Four rules ask about the same leaves. */
const swingsOf = once((_: Situation) => new Map<Room, readonly Swing[]>());

const leavesInto = (situation: Situation, room: Room): Swing[] =>
  situation
    .waysOf(room)
    .filter((way) => isDoor(way) && swingsInto(room, way))
    .map((way) => ({ way, leaves: sweptBy(situation.storeyOf(room), way.opening!) }))
    .filter(({ leaves }) => leaves.length > 0);

const standing = (situation: Situation, room: Room): readonly Placed[] =>
  situation.fixturesOf(room).filter(({ fixture }) => !isPassable(fixture.kind));

/** The first fixture that a leaf hits. */
export const hitBy = (situation: Situation, room: Room, { leaves }: Swing): Placed | null =>
  standing(situation, room).find(({ fixture }) => {
    const corners = fixtureCorners(fixture, tolerance);
    return leaves.some((leaf) => convexOverlap(leaf, corners));
  }) ?? null;

/** Whether a wall of the room, or a boxed riser, stands where a leaf swings. */
export const hitsWall = ({ polygon, holes }: Room, { leaves }: Swing): boolean =>
  [polygon, ...holes].some((ring) =>
    ring.some((corner, index) =>
      leaves.some((leaf) => convexOverlap(leaf, [corner, ring[(index + 1) % ring.length]!])),
    ),
  );

/** The first fixture right before an opening, `depth` mm deep. */
export function blockedBy(
  situation: Situation,
  room: Room,
  way: WayOut,
  depth: number,
): Placed | null {
  const there = standing(situation, room);
  if (there.length === 0 || !way.opening) return null;
  const floors = thresholds(situation.storeyOf(room), way.opening, depth);
  return (
    there.find(({ fixture }) => {
      const corners = fixtureCorners(fixture, tolerance);
      return floors.some((floor) => convexOverlap(floor, corners));
    }) ?? null
  );
}

export const sweepSame = (one: Swing, other: Swing): boolean =>
  one.leaves.some((leaf) => other.leaves.some((second) => convexOverlap(leaf, second)));
