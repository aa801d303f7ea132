import { usedFront } from '../derive/counter-corner.ts';
import { fixtureCentre, fixtureCorners } from '../derive/footprint.ts';
import type { Room, StoreyRooms } from '../derive/room.ts';
import type { Ring } from '../geometry/polygon.ts';
import type { Fixture, HouseholdId, Opening, Point, Storey } from '../plan/model.ts';
import type { Verify } from './verify.ts';
import { hungLeaves } from './verify-leaf.ts';
import { ahead, isOnCistern, ringOf, shapeOf, tolerance } from './verify-shapes.ts';
import { WalkedFloor } from './verify-walk.ts';

/**
 * Whose rooms the doors lead to, whether they are wide enough, whether one can walk from the door to
 * everything, and whether who came in past a leaf that swings in can shut it.
 */
export function doorProblems(
  asked: Verify,
  storey: Storey,
  derived: StoreyRooms,
  room: Room,
  holder: HouseholdId,
  ways: StoreyRooms['links'],
  fixtures: readonly Fixture[],
): string[] {
  const problems: string[] = [];
  const say = (code: string): void => {
    problems.push(`${code} ${room.id}`);
  };
  if (ways.length === 0) say('no-door');
  const burnsGas = fixtures.some(({ kind, fuel }) => kind === 'cooker' && fuel === 'gas');
  for (const way of ways) {
    const other = way.from === room.id ? way.to : way.from;
    const beyond = other === null ? undefined : derived.byId.get(other);
    const isTheirs = beyond?.holders.includes(holder) || beyond?.holders.includes('building');
    if (!isTheirs) say('door-to-others');
    if (burnsGas && (beyond?.use === 'bedroom' || beyond?.use === 'bed-living'))
      say('gas-at-bedroom');
    if (way.kind === 'door' && way.width < asked.doorWidth) say('narrow-door');
  }
  const bodies = fixtures.filter(({ kind }) => kind !== 'shower').map((one) => fixtureCorners(one));
  const floorAmong = (things: readonly Ring[], body: number): WalkedFloor =>
    new WalkedFloor(shapeOf(room), things, fixtures[0]?.rotation ?? 0, body);
  for (const way of ways) {
    const { opening, start, inside } = doorwayOf(asked.shutBy, storey, way) ?? {};
    if (!opening || !start || (opening.side === 'left' ? way.to : way.from) !== room.id) continue;
    const isStuck = hungLeaves(storey, opening).some(
      ({ open, away }) =>
        !floorAmong([...bodies, open], asked.shutBy).getsOff(start, inside!, away),
    );
    if (isStuck) say('door-not-shut');
  }
  const door = ways.find(({ kind }) => kind === 'door');
  const doorway = door ? doorwayOf(asked.bodyWidth, storey, door) : null;
  if (!doorway) return problems;
  const onFloor = fixtures.filter(
    (fixture) => fixture.kind !== 'basin' || !fixtures.some((wc) => isOnCistern(fixture, wc)),
  );
  const goals = onFloor.flatMap((fixture) => {
    if (fixture.kind === 'shower') return [];
    // Nobody gets to the corner of a counter.
    const used = usedFront(fixture, fixtures);
    if (!used) return [];
    const { at } = ahead(used, fixture.depth + asked.bodyWidth / 2, 0, 0);
    return [{ at, reach: asked.bodyWidth / 2 }];
  });
  const { start, inside } = doorway;
  if (!floorAmong(bodies, asked.bodyWidth).connects(start, inside, goals)) say('no-way-to-fixture');
  const { entry } = asked.demands.shower;
  const showers = fixtures
    .filter(({ kind }) => kind === 'shower')
    .map((one) => ({
      at: fixtureCentre(one),
      reach: Math.max(0, (Math.max(one.width, one.depth) - entry) / 2) + 2 * tolerance,
    }));
  const wide = doorwayOf(entry, storey, door!)!.inside;
  if (showers.length > 0 && !floorAmong(bodies, entry).connects(start, wide, showers)) {
    say('no-way-to-shower');
  }
  return problems;
}

/** The middle of a door, and how far from it a body just inside may be. */
function doorwayOf(
  body: number,
  storey: Storey,
  { kind, opening: id, wall }: StoreyRooms['links'][number],
): { readonly opening: Opening; readonly start: Point; readonly inside: number } | null {
  const opening = kind === 'door' && id ? storey.openings[id] : undefined;
  const ring = opening ? ringOf(storey, opening) : null;
  if (!opening || !ring) return null;
  const start = {
    x: ring.reduce((sum, { x }) => sum + x, 0) / ring.length,
    y: ring.reduce((sum, { y }) => sum + y, 0) / ring.length,
  };
  // A body just inside the door has its middle within half of itself and the wall from the door's.
  const thickness = storey.walls[wall]?.thickness ?? 0;
  return { opening, start, inside: body / 2 + thickness / 2 + 50 };
}
