import { distance, type Point } from '../geometry/point.ts';
import { boundsOf, boundsOverlap, polygonContains } from '../geometry/polygon.ts';
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
import { fixtureCentre } from './footprint.ts';
import { once } from './once.ts';
import type { Room, StoreyRooms } from './room.ts';
import { roomContents } from './room-contents.ts';
import { roomLocator } from './room-locator.ts';

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
 * Every fixture of a storey that drains, with its stack: as favourable as the drawing allows. A WC
 * runs to the nearest soil stack, a sink to the nearest waste stack, and only without one to a soil
 * stack; a basin, shower, bath or washing machine to the nearest of those that no sink runs to, and
 * only without one to any.
 */
export const drainsOf = once(
  (rooms: StoreyRooms, storey: Storey, moment: Moment): readonly Drain[] => {
    const contents = roomContents(rooms, storey, moment);
    const stacks = stacksOf(storey.risers, moment);
    const [soil, waste] = (['soil', 'waste'] as const).map((kind) =>
      stacks.filter(({ riser }) => riser.kind === kind),
    ) as [Stack[], Stack[]];
    const wet = rooms.rooms.flatMap((room) =>
      contents
        .fixtures(room)
        .filter(({ fixture }) => isDrained(fixture.kind))
        .map(({ id, fixture }) => ({ id, fixture, room, from: outletOf(fixture) })),
    );
    const ofSink = new Set<Stack>();
    const sinks = new Map<FixtureId, Stack | null>();
    for (const { id, fixture, from } of wet) {
      if (fixture.kind !== 'sink') continue;
      const stack = nearest(waste, from) ?? nearest(soil, from);
      sinks.set(id, stack);
      if (stack) ofSink.add(stack);
    }
    const free = stacks.filter((stack) => !ofSink.has(stack));
    return wet.map((one): Drain => {
      const { fixture, from, id } = one;
      const stack =
        fixture.kind === 'sink'
          ? (sinks.get(id) ?? null)
          : fixture.kind === 'wc'
            ? nearest(soil, from)
            : (nearest(free, from) ?? nearest(stacks, from));
      return { ...one, riser: stack, length: stack ? distance(from, stack.riser.at) : 0 };
    });
  },
);

/** A WC drains at its back, all others in their middle. */
const outletOf = (fixture: Fixture): Point =>
  fixture.kind === 'wc' ? fixture.at : fixtureCentre(fixture);

function nearest(stacks: readonly Stack[], from: Point): Stack | null {
  let best: Stack | null = null;
  let least = Infinity;
  for (const stack of stacks) {
    const length = distance(from, stack.riser.at);
    if (length < least) {
      least = length;
      best = stack;
    }
  }
  return best;
}

/** mm from a boxed shaft to the floor beside it. */
const besideShaft = 40;

/** The rooms that a boxed riser stands in or juts into, by their ids. */
export function roomsBeside(rooms: StoreyRooms, { at, width, depth }: Riser): readonly Room[] {
  const [dx, dy] = [width / 2 + besideShaft, depth / 2 + besideShaft];
  const around = [
    { x: at.x - dx, y: at.y },
    { x: at.x + dx, y: at.y },
    { x: at.x, y: at.y - dy },
    { x: at.x, y: at.y + dy },
  ];
  const locator = roomLocator(rooms);
  const found = new Set(around.flatMap((point) => locator.at(point) ?? []));
  return [...found].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** What of a straight pipe lies under the floor of a room: how many mm, and from where to where. */
export interface PartUnder {
  readonly length: number;
  readonly from: Point;
  readonly to: Point;
}

/** To 20 mm; of a room that the pipe leaves and enters again, from where it first enters to where it last leaves. */
export function partUnder(room: Room, from: Point, to: Point): PartUnder {
  const none = { length: 0, from, to };
  if (!boundsOverlap(boundsOf(room.polygon), boundsOf([from, to]))) return none;
  const length = distance(from, to);
  const steps = Math.ceil(length / 20);
  const polygon = { outer: room.polygon, holes: room.holes };
  const at = (step: number): Point => {
    const share = step / steps;
    return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
  };
  const inside = Array.from({ length: steps }, (_, step) => step).filter((step) =>
    polygonContains(polygon, at(step + 0.5)),
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return none;
  return { length: (inside.length * length) / steps, from: at(first), to: at(last + 1) };
}
