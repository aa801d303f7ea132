import {
  entries,
  type Fixture,
  type FixtureId,
  type Opening,
  type OpeningId,
  type Storey,
} from '../plan/model.ts';
import { type Moment, standsAt } from '../plan/phase.ts';
import { seatedFixtures } from './fixtures-in-rooms.ts';
import { once } from './once.ts';
import { perRoom } from './per-room.ts';
import { Recent } from './recent.ts';
import type { Link, Room, StoreyRooms } from './room.ts';
import { isSameLink } from './room-changes.ts';

/** A fixture that stands in a room. */
export interface Placed {
  readonly id: FixtureId;
  readonly fixture: Fixture;
}

/** A way out of a room: where it leads, and the opening that it goes through. */
export interface WayOut {
  readonly link: Link;
  /** Null is outside of the building. */
  readonly to: Room | null;
  readonly id: OpeningId | null;
  /** Null across a boundary. */
  readonly opening: Opening | null;
}

/** What stands in each room of a storey and what leads out of it. */
export interface RoomContents {
  /** In the order of ids; the identical list as long as the room and its fixtures are. */
  fixtures(room: Room): readonly Placed[];
  /** Openings in the order of ids, then boundaries; the identical list as long as they are. */
  ways(room: Room): readonly WayOut[];
}

export const roomContents = (rooms: StoreyRooms, storey: Storey, moment: Moment): RoomContents =>
  derived(rooms, storey.fixtures, storey.openings, moment);

const derived = once(
  (
    storey: StoreyRooms,
    fixtures: Storey['fixtures'],
    openings: Storey['openings'],
    moment: Moment,
  ): RoomContents => {
    const seated = seatedFixtures(storey, fixtures, moment);
    // By id: whoever asks may hold the same room from an earlier look at the plan.
    const inRoom = new Map<string, Placed[]>();
    const standing = standingFixtures(fixtures, moment);
    seated.rooms.forEach((room, index) => {
      const placed = standing[index];
      if (room && placed) listed(inRoom, room.id, placed);
    });
    const outOf = waysOut(storey, openings);
    keepWays(`${moment}/${storey.storey}`, outOf);
    const keep = keepers[moment];
    const kept = new Map<string, readonly Placed[]>();
    return {
      fixtures: (room) => {
        const known = kept.get(room.id);
        if (known) return known;
        const placed = inRoom.get(room.id);
        const list = placed
          ? keep(room, ...placed.flatMap(({ id, fixture }) => [id, fixture]))
          : none;
        kept.set(room.id, list);
        return list;
      },
      ways: (room) => outOf.get(room.id) ?? none,
    };
  },
);

const none: readonly never[] = [];

function waysOut(storey: StoreyRooms, openings: Storey['openings']): Map<string, WayOut[]> {
  const outOf = new Map<string, WayOut[]>();
  for (const link of storey.links) {
    const from = link.from === null ? null : (storey.byId.get(link.from) ?? null);
    const to = link.to === null ? null : (storey.byId.get(link.to) ?? null);
    const id = link.opening;
    const way = { link, id, opening: id === null ? null : (openings[id] ?? null) };
    if (from) listed(outOf, from.id, { ...way, to });
    if (to && to !== from) listed(outOf, to.id, { ...way, to: from });
  }
  return outOf;
}

/** The ways out of each room as they were found last, by moment and storey. */
const lastWays = new Recent<ReadonlyMap<string, WayOut[]>>();

/** Puts the lists that were there before in place of those that say the same. */
function keepWays(key: string, outOf: Map<string, WayOut[]>): void {
  const last = lastWays.get(key);
  for (const [room, ways] of outOf) {
    const was = last?.get(room);
    if (was && areSameWays(was, ways)) outOf.set(room, was);
  }
  lastWays.set(key, outOf);
}

const areSameWays = (one: readonly WayOut[], other: readonly WayOut[]): boolean =>
  one.length === other.length &&
  one.every(({ link, to, opening }, index) => {
    const way = other[index]!;
    return to === way.to && opening === way.opening && isSameLink(link, way.link);
  });

const standingFixtures = once((fixtures: Storey['fixtures'], moment: Moment): readonly Placed[] =>
  entries(fixtures)
    .filter(([, { phase }]) => standsAt(phase, moment))
    .map(([id, fixture]) => ({ id, fixture })),
);

function listed<V>(lists: Map<string, V[]>, room: string, value: V): void {
  const list = lists.get(room);
  if (list) list.push(value);
  else lists.set(room, [value]);
}

/** The list that was there before, where it says the same. */
const keeper = () =>
  perRoom((_room: Room, ...facts: readonly (FixtureId | Fixture)[]): readonly Placed[] =>
    facts.flatMap((fixture, index) =>
      typeof fixture === 'string' ? [] : [{ id: facts[index - 1] as FixtureId, fixture }],
    ),
  );
const keepers: Readonly<Record<Moment, ReturnType<typeof keeper>>> = {
  before: keeper(),
  after: keeper(),
};
