import { polygonContains } from '../geometry/polygon.ts';
import {
  entries,
  type Fixture,
  type FixtureId,
  type FixtureKind,
  type Table,
} from '../plan/model.ts';
import { type Moment, standsAt } from '../plan/phase.ts';
import { fixtureCentre } from './footprint.ts';
import { once } from './once.ts';
import { Recent } from './recent.ts';
import type { Room, StoreyRooms } from './room.ts';
import { roomChanges } from './room-changes.ts';
import { roomLocator } from './room-locator.ts';

/** Which fixtures stand in which room of a storey. */
export interface SeatedFixtures {
  /** The fixtures: the identical object while their table is. */
  readonly standing: Standing;
  /** The room of each standing fixture, in the order of their ids; undefined in walls and outside. */
  readonly rooms: readonly (Room | undefined)[];
  /** The kinds that stand in a room, each once; undefined where none does. */
  kindsIn(room: Room): readonly FixtureKind[] | undefined;
}

type Fixtures = Table<FixtureId, Fixture>;

type Standing = readonly {
  readonly kind: FixtureKind;
  readonly at: { readonly x: number; readonly y: number };
}[];

/** Remembered by the table, which stays the same while walls are dragged. */
const standingFixtures = once(
  (fixtures: Fixtures, moment: Moment): Standing =>
    entries(fixtures)
      .filter(([, fixture]) => standsAt(fixture.phase, moment))
      .map(([, fixture]) => ({ kind: fixture.kind, at: fixtureCentre(fixture) })),
);

interface Known {
  readonly rooms: StoreyRooms;
  readonly fixtures: Fixtures;
  readonly seated: SeatedFixtures;
}
/** What was derived last, by moment and storey: the next one mostly differs in a few rooms. */
const last = new Recent<Known>();

export const seatedFixtures = once(
  (storey: StoreyRooms, fixtures: Fixtures, moment: Moment): SeatedFixtures => {
    const key = `${moment}/${storey.storey}`;
    const known = last.get(key);
    const standing = standingFixtures(fixtures, moment);
    const rooms =
      (known?.fixtures === fixtures && seatsAfter(known, storey, standing)) ||
      standing.map(({ at }) => roomLocator(storey).at(at));
    let kinds: ReadonlyMap<string, readonly FixtureKind[]> | null = null;
    const seated: SeatedFixtures = {
      standing,
      rooms,
      kindsIn(room) {
        kinds ??= kindsByRoom(standing, rooms);
        return kinds.get(room.id);
      },
    };
    last.set(key, { rooms: storey, fixtures, seated });
    return seated;
  },
);

/** Only fixtures of rooms that changed, and those in none, are looked for again. */
function seatsAfter(
  known: Known,
  storey: StoreyRooms,
  standing: Standing,
): (Room | undefined)[] | null {
  const changes = roomChanges(known.rooms, storey);
  if (!changes || changes.size > storey.rooms.length / 4) return null;
  const changed = [...changes.values()];
  return standing.map(({ at }, index) => {
    const was = known.seated.rooms[index];
    if (was && !changes.has(was)) return was;
    return changed.find((room) => polygonContains({ outer: room.polygon, holes: room.holes }, at));
  });
}

/** By the room's id: whoever asks may hold the same room from an earlier look at the plan. */
function kindsByRoom(
  standing: Standing,
  rooms: readonly (Room | undefined)[],
): Map<string, FixtureKind[]> {
  const found = new Map<string, FixtureKind[]>();
  standing.forEach(({ kind }, index) => {
    const room = rooms[index];
    if (!room) return;
    const list = found.get(room.id);
    if (!list) found.set(room.id, [kind]);
    else if (!list.includes(kind)) list.push(kind);
  });
  return found;
}
