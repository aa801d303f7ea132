import { intersect } from '../geometry/clip.ts';
import { boundsOf, boundsOverlap, polygonContains } from '../geometry/polygon.ts';
import {
  entries,
  type Fixture,
  type FixtureKind,
  type HouseholdId,
  type Plan,
  type Point,
  type RoomUse,
  type StoreyId,
  storeysByLevel,
} from '../plan/model.ts';
import { type Moment, standsAt } from '../plan/phase.ts';
import type { FacilityState, HouseholdState } from './household-state.ts';
import { once } from './once.ts';
import type { Room, StoreyRooms } from './room.ts';
import { storeyRooms } from './storey-rooms.ts';

/** Every storey's rooms at one moment, from the lowest level up. */
export const planRooms = (plan: Plan, moment: Moment): readonly StoreyRooms[] =>
  storeysByLevel(plan).map(([id, storey]) => storeyRooms(id, storey, moment));

/** What each household has, whom it shares with, and whether it gets there. In the order of ids. */
export const householdStates = (
  plan: Plan,
  moment: Moment,
): ReadonlyMap<HouseholdId, HouseholdState> => derived[moment](plan);

const derived: Record<Moment, (plan: Plan) => ReadonlyMap<HouseholdId, HouseholdState>> = {
  before: once((plan) => derive(plan, 'before')),
  after: once((plan) => derive(plan, 'after')),
};

const kitchenUses: readonly RoomUse[] = ['kitchen', 'kitchen-bath'];
const bathroomUses: readonly RoomUse[] = ['bathroom', 'kitchen-bath'];
/** Where the way home may start, when the building holds them (F1, DOMAIN.md). */
const commonUses: readonly RoomUse[] = ['stair', 'corridor', 'hall', 'balcony'];

/** A room without these is no kitchen or no bathroom, whatever its tag says. */
const kitchenNeeds: readonly FixtureKind[] = ['sink', 'cooker'];
const bathroomNeeds: readonly FixtureKind[] = ['wc'];

function derive(plan: Plan, moment: Moment): Map<HouseholdId, HouseholdState> {
  const storeys = planRooms(plan, moment);
  const rooms = storeys.flatMap((storey) => storey.rooms);
  const fixtures = fixturesByRoom(plan, storeys, moment);
  const ways = waysBetween(plan, storeys);
  const states = new Map<HouseholdId, HouseholdState>();
  for (const [id, household] of entries(plan.households)) {
    const own = rooms.filter((room) => room.holders.includes(id) && room.use !== 'shaft');
    const reached = reachOf(id, rooms, ways);
    const unreached = own.filter((room) => !reached.has(room));
    const facility = (uses: readonly RoomUse[], needs: readonly FixtureKind[]): FacilityState =>
      facilityOf(
        id,
        own.filter((room) => room.uses.some((use) => uses.includes(use))),
        fixtures,
        needs,
      );
    const kitchen = facility(kitchenUses, kitchenNeeds);
    const bathroom = facility(bathroomUses, bathroomNeeds);
    const reach = own.length > 0 && unreached.length === 0;
    states.set(id, {
      id,
      door: household.door,
      rooms: own,
      ownArea: sum(own.filter((room) => room.holders.length === 1)),
      sharedArea: sum(own.filter((room) => room.holders.length > 1)),
      kitchen,
      bathroom,
      unreached,
      reach,
      complete: reach && kitchen.state === 'exclusive' && bathroom.state === 'exclusive',
    });
  }
  return states;
}

const sum = (rooms: readonly Room[]): number => rooms.reduce((area, room) => area + room.area, 0);

/** The best of the rooms that serve: alone and equipped, then shared and equipped. */
function facilityOf(
  id: HouseholdId,
  rooms: readonly Room[],
  fixtures: ReadonlyMap<Room, readonly FixtureKind[]>,
  needs: readonly FixtureKind[],
): FacilityState {
  const judged = rooms.map((room) => {
    const there = fixtures.get(room) ?? [];
    const lacking = needs.filter((kind) => !there.includes(kind));
    const alone = room.holders.length === 1;
    return { room, there, lacking, rank: lacking.length > 0 ? 2 : alone ? 0 : 1 };
  });
  judged.sort(
    (left, right) => left.rank - right.rank || left.lacking.length - right.lacking.length,
  );
  const best = judged[0];
  const state = !best || best.rank === 2 ? 'missing' : best.rank === 0 ? 'exclusive' : 'shared';
  const sharedWith =
    state === 'shared' && best
      ? best.room.holders.filter((holder) => holder !== id && holder !== 'building')
      : [];
  return {
    state,
    rooms: judged.map(({ room }) => room),
    sharedWith: sharedWith as HouseholdId[],
    fixtures: best?.there ?? [],
    lacking: best?.lacking ?? needs,
  };
}

/** The middle of a fixture's footprint. */
export function fixtureCentre(fixture: Fixture): Point {
  const angle = (fixture.rotation * Math.PI) / 180;
  return {
    x: fixture.at.x - (Math.sin(angle) * fixture.depth) / 2,
    y: fixture.at.y + (Math.cos(angle) * fixture.depth) / 2,
  };
}

function fixturesByRoom(
  plan: Plan,
  storeys: readonly StoreyRooms[],
  moment: Moment,
): Map<Room, FixtureKind[]> {
  const found = new Map<Room, FixtureKind[]>();
  for (const { storey, rooms } of storeys) {
    for (const [, fixture] of entries(plan.storeys[storey]!.fixtures)) {
      if (!standsAt(fixture.phase, moment)) continue;
      const centre = fixtureCentre(fixture);
      const room = rooms.find((one) =>
        polygonContains({ outer: one.polygon, holes: one.holes }, centre),
      );
      if (!room) continue;
      const list = found.get(room);
      if (!list) found.set(room, [fixture.kind]);
      else if (!list.includes(fixture.kind)) list.push(fixture.kind);
    }
  }
  return found;
}

/** Where one can walk: through doors, passages and boundaries, up and down stairs, in from outside. */
interface Ways {
  readonly neighbours: ReadonlyMap<Room, ReadonlySet<Room>>;
  /** Rooms with a door straight from outside, at ground level or below. */
  readonly fromOutside: ReadonlySet<Room>;
}

function waysBetween(plan: Plan, storeys: readonly StoreyRooms[]): Ways {
  const neighbours = new Map<Room, Set<Room>>();
  const fromOutside = new Set<Room>();
  const join = (left: Room, right: Room): void => {
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const list = neighbours.get(one);
      if (list) list.add(other);
      else neighbours.set(one, new Set([other]));
    }
  };
  const ground = groundStorey(plan);
  for (const { storey, links, byId } of storeys) {
    for (const link of links) {
      if (link.kind === 'window') continue;
      const from = link.from === null ? undefined : byId.get(link.from);
      const to = link.to === null ? undefined : byId.get(link.to);
      if (from && to) join(from, to);
      else if ((from || to) && storey === ground && link.opening) fromOutside.add((from ?? to)!);
    }
  }
  for (let index = 0; index + 1 < storeys.length; index++) {
    for (const below of stairs(storeys[index]!)) {
      for (const above of stairs(storeys[index + 1]!)) {
        if (standAbove(below, above)) join(below, above);
      }
    }
  }
  return { neighbours, fromOutside };
}

/** The storey that one enters from the street: level 1, else the lowest. */
function groundStorey(plan: Plan): StoreyId | null {
  const storeys = storeysByLevel(plan);
  return (storeys.find(([, storey]) => storey.level === 1) ?? storeys[0])?.[0] ?? null;
}

const stairs = (storey: StoreyRooms): Room[] => storey.rooms.filter((room) => room.use === 'stair');

function standAbove(below: Room, above: Room): boolean {
  if (!boundsOverlap(boundsOf(below.polygon), boundsOf(above.polygon))) return false;
  return intersect([below.polygon, ...below.holes], [above.polygon, ...above.holes]).length > 0;
}

/** The rooms that a household reaches without crossing a room that it has no part in. */
function reachOf(id: HouseholdId, rooms: readonly Room[], ways: Ways): Set<Room> {
  const open = (room: Room): boolean =>
    room.holders.includes('building') || room.holders.includes(id);
  const reached = new Set<Room>();
  const queue = rooms.filter(
    (room) =>
      (room.holders.includes('building') && room.use !== null && commonUses.includes(room.use)) ||
      (ways.fromOutside.has(room) && open(room)),
  );
  for (const room of queue) reached.add(room);
  for (let room = queue.pop(); room; room = queue.pop()) {
    for (const neighbour of ways.neighbours.get(room) ?? []) {
      if (reached.has(neighbour) || !open(neighbour)) continue;
      reached.add(neighbour);
      queue.push(neighbour);
    }
  }
  return reached;
}
