import { distance, type Point } from '../geometry/point.ts';
import {
  entries,
  type Fixture,
  type FixtureId,
  type FixtureKind,
  type Riser,
  type RiserId,
  type Storey,
} from '../plan/model.ts';
import { type Moment, standsAt } from '../plan/phase.ts';
import { drainWays } from './drain-ways.ts';
import { fixtureCentre } from './footprint.ts';
import { once } from './once.ts';
import type { Room, StoreyRooms } from './room.ts';
import { roomContents } from './room-contents.ts';

/** What a fixture's water runs to. */
export interface Drain {
  readonly id: FixtureId;
  readonly fixture: Fixture;
  readonly room: Room;
  /** Where the water leaves the fixture. */
  readonly from: Point;
  /** Null where the storey has no stack that takes it. */
  readonly riser: { readonly id: RiserId; readonly riser: Riser } | null;
  /** mm on the plan, straight; 0 without a riser. */
  readonly length: number;
}

const drained: readonly FixtureKind[] = ['wc', 'shower', 'bath', 'basin', 'sink', 'washer'];
export const isDrained = (kind: FixtureKind): boolean => drained.includes(kind);

export type Stack = { readonly id: RiserId; readonly riser: Riser };

/** Soil and waste risers that stand, in the order of ids. */
export const stacksOf = once((risers: Storey['risers'], moment: Moment): readonly Stack[] =>
  entries(risers)
    .filter(
      ([, { kind, phase }]) => standsAt(phase, moment) && (kind === 'soil' || kind === 'waste'),
    )
    .map(([id, riser]) => ({ id, riser })),
);

/**
 * Every fixture of a storey that drains, with its stack: as favourable as the drawing allows. Of the
 * stacks that can take it, first those that its pipe reaches without a way through the rooms of others,
 * then without one through a bedroom, then those that fit it best, then the nearest. A WC runs to soil
 * stacks alone; a sink fits a waste stack; a basin, shower, bath or washing machine one that no sink
 * runs to. What has no sensible stack still has one, so that rules can say what is wrong with it.
 */
export const drainsOf = once(
  (rooms: StoreyRooms, storey: Storey, moment: Moment): readonly Drain[] => {
    const contents = roomContents(rooms, storey, moment);
    const stacks = stacksOf(storey.risers, moment);
    const soil = stacks.filter(({ riser }) => riser.kind === 'soil');
    const isWaste = ({ riser }: Stack): boolean => riser.kind === 'waste';
    const way = drainWays(rooms);
    const wet = rooms.rooms.flatMap((room) =>
      contents
        .fixtures(room)
        .filter(({ fixture }) => isDrained(fixture.kind))
        .map(({ id, fixture }) => ({ id, fixture, room, from: outletOf(fixture) })),
    );
    const ofSink = new Set<Stack>();
    const sinks = new Map<FixtureId, Stack | null>();
    for (const { id, fixture, room, from } of wet) {
      if (fixture.kind !== 'sink') continue;
      const stack = bestOf(stacks, { room, from, way, fits: isWaste });
      sinks.set(id, stack);
      if (stack) ofSink.add(stack);
    }
    const isFree = (stack: Stack): boolean => !ofSink.has(stack);
    return wet.map((one): Drain => {
      const { fixture, from, id, room } = one;
      const stack =
        fixture.kind === 'sink'
          ? (sinks.get(id) ?? null)
          : fixture.kind === 'wc'
            ? bestOf(soil, { room, from, way, fits: () => true })
            : bestOf(stacks, { room, from, way, fits: isFree });
      return { ...one, riser: stack, length: stack ? distance(from, stack.riser.at) : 0 };
    });
  },
);

/** A WC drains at its back, all others in their middle. */
const outletOf = (fixture: Fixture): Point =>
  fixture.kind === 'wc' ? fixture.at : fixtureCentre(fixture);

interface Outlet {
  readonly room: Room;
  readonly from: Point;
  readonly way: ReturnType<typeof drainWays>;
  /** Whether a stack is of the sort that it should run to. */
  readonly fits: (stack: Stack) => boolean;
}

/** Looks no farther than it must: mostly the nearest that fits has a free way. */
function bestOf(stacks: readonly Stack[], { room, from, way, fits }: Outlet): Stack | null {
  let best: Stack | null = null;
  let least = Infinity;
  // Those that fit from the nearest on, then the others; of two as near the one with the lower id.
  for (const unfit of [0, 1]) {
    const left = stacks.filter((stack) => fits(stack) === (unfit === 0));
    while (left.length > 0) {
      if (least <= unfit) return best;
      const stack = takeNearest(left, from);
      const { throughOthers, throughBedroom } = way(room, from, stack.riser, unfit === 0);
      const rank = (throughOthers ? 4 : 0) + (throughBedroom ? 2 : 0) + unfit;
      if (rank < least) {
        best = stack;
        least = rank;
      }
    }
  }
  return best;
}

/** Takes the nearest out of the list, the first of those that are as near; there must be one. */
function takeNearest(left: Stack[], from: Point): Stack {
  let nearest = 0;
  let least = Infinity;
  for (let index = 0; index < left.length; index++) {
    const length = distance(from, left[index]!.riser.at);
    if (length < least) {
      nearest = index;
      least = length;
    }
  }
  return left.splice(nearest, 1)[0]!;
}
