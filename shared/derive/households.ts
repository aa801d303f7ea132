import {
  entries,
  type FixtureKind,
  type Holder,
  type HouseholdId,
  type Plan,
  type RoomUse,
  storeysByLevel,
} from '../plan/model.ts';
import type { Moment } from '../plan/phase.ts';
import { bathroomUses, kitchenUses } from '../plan/room-uses.ts';
import { seatedFixtures } from './fixtures-in-rooms.ts';
import type { FacilityState, HouseholdState } from './household-state.ts';
import { type Derived, statesAfter } from './household-update.ts';
import { once } from './once.ts';
import { commonReach, unreachedOf, waysBetween } from './reach.ts';
import type { Room, StoreyRooms } from './room.ts';
import { isAlone, sumOf } from './room-sums.ts';
import { storeyRooms } from './storey-rooms.ts';

/**
 * Every storey's rooms at one moment, from the lowest level up. Remembered by plan, so that a room is
 * the same object for everything that is derived from one plan.
 */
export const planRooms: (plan: Plan, moment: Moment) => readonly StoreyRooms[] = once(
  (plan: Plan, moment: Moment) =>
    storeysByLevel(plan).map(([id, storey]) => storeyRooms(id, storey, moment)),
);

/** What each household has, whom it shares with, and whether it gets there. In the order of ids. */
export const householdStates = (
  plan: Plan,
  moment: Moment,
): ReadonlyMap<HouseholdId, HouseholdState> => derived[moment](plan);

const derived: Record<Moment, (plan: Plan) => ReadonlyMap<HouseholdId, HouseholdState>> = {
  before: once((plan) => deriveOn(plan, 'before')),
  after: once((plan) => deriveOn(plan, 'after')),
};

/** What was derived last: the next plan is mostly the same but for the shapes of a few rooms. */
const last: Record<Moment, Derived | null> = { before: null, after: null };

function deriveOn(plan: Plan, moment: Moment): ReadonlyMap<HouseholdId, HouseholdState> {
  const storeys = planRooms(plan, moment);
  const known = last[moment];
  const seated = storeys.map((storey) =>
    seatedFixtures(storey, plan.storeys[storey.storey]!.fixtures, moment),
  );
  const input = { plan, storeys, seated };
  const states = (known && statesAfter(known, input)) ?? derive(plan, moment);
  last[moment] = { ...input, states };
  return states;
}

/** A room without these is no kitchen or no bathroom, whatever its tag says. */
const kitchenNeeds: readonly FixtureKind[] = ['sink', 'cooker'];
const bathroomNeeds: readonly FixtureKind[] = ['wc'];

function derive(plan: Plan, moment: Moment): Map<HouseholdId, HouseholdState> {
  const storeys = planRooms(plan, moment);
  const rooms = storeys.flatMap((storey) => storey.rooms);
  const fixtures = fixturesByRoom(plan, moment);
  const ways = waysBetween(plan, storeys);
  const common = commonReach(ways);
  const held = roomsByHolder(rooms);
  const states = new Map<HouseholdId, HouseholdState>();
  for (const [id, household] of entries(plan.households)) {
    const own = held.get(id) ?? [];
    const unreached = unreachedOf(id, own, ways, common);
    const kitchen = facilityOf(id, own, kitchenUses, kitchenNeeds, fixtures);
    const bathroom = facilityOf(id, own, bathroomUses, bathroomNeeds, fixtures);
    // Of what it shares only the rooms that it lives by: another's kitchen may lie behind a door.
    const needed = (room: Room): boolean =>
      isAlone(room) || room === kitchen.rooms[0] || room === bathroom.rooms[0];
    const reach = own.length > 0 && !unreached.some(({ room }) => needed(room));
    states.set(id, {
      id,
      door: household.door,
      rooms: own,
      ownArea: sumOf(own, isAlone),
      sharedArea: sumOf(own, (room) => !isAlone(room)),
      kitchen,
      bathroom,
      unreached,
      reach,
      complete: reach && kitchen.state === 'exclusive' && bathroom.state === 'exclusive',
    });
  }
  return states;
}

/** Without shafts, which nobody lives in. */
function roomsByHolder(rooms: readonly Room[]): ReadonlyMap<Holder, readonly Room[]> {
  const held = new Map<Holder, Room[]>();
  for (const room of rooms) {
    if (room.use === 'shaft') continue;
    for (const holder of room.holders) {
      const list = held.get(holder);
      if (list) list.push(room);
      else held.set(holder, [room]);
    }
  }
  return held;
}

interface Judged {
  readonly room: Room;
  readonly there: readonly FixtureKind[];
  readonly lacking: readonly FixtureKind[];
  /** 0 alone and equipped, 1 shared and equipped, 2 not equipped. */
  readonly rank: 0 | 1 | 2;
}

const noFixtures: readonly FixtureKind[] = [];

/** The best of the rooms that serve: alone and equipped, then shared and equipped. */
function facilityOf(
  id: HouseholdId,
  own: readonly Room[],
  uses: readonly RoomUse[],
  needs: readonly FixtureKind[],
  fixtures: FixturesIn,
): FacilityState {
  const judged: Judged[] = [];
  for (const room of own) {
    // Where tags in one room disagree, nobody can say that it is one.
    if (!room.uses.every((use) => uses.includes(use))) continue;
    const there = fixtures.get(room) ?? noFixtures;
    const lacking = needs.every((kind) => there.includes(kind))
      ? noFixtures
      : needs.filter((kind) => !there.includes(kind));
    judged.push({ room, there, lacking, rank: lacking.length > 0 ? 2 : isAlone(room) ? 0 : 1 });
  }
  if (judged.length > 1) {
    judged.sort(
      (left, right) => left.rank - right.rank || left.lacking.length - right.lacking.length,
    );
  }
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

/** To ask which kinds of fixtures stand in a room: undefined where none does. */
export interface FixturesIn {
  get(room: Room): readonly FixtureKind[] | undefined;
}

/** Remembered by plan. */
export const fixturesByRoom = (plan: Plan, moment: Moment): FixturesIn => fixturesAt(plan, moment);

const fixturesAt = once((plan: Plan, moment: Moment): FixturesIn => {
  const byStorey = new Map(
    planRooms(plan, moment).map((storey) => [
      storey.storey,
      seatedFixtures(storey, plan.storeys[storey.storey]!.fixtures, moment),
    ]),
  );
  return { get: (room) => byStorey.get(room.storey)?.kindsIn(room) };
});
