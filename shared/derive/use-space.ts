import { rectanglesOverlap } from '../geometry/body.ts';
import type { Polygon, Ring } from '../geometry/polygon.ts';
import type { Fixture, FixtureId, FixtureKind } from '../plan/model.ts';
import { type ClearWidth, depthBefore } from './clear-width.ts';
import { usedFront } from './counter-corner.ts';
import { fixtureCorners, placeOn } from './footprint.ts';
import { perRoom } from './per-room.ts';
import type { Room } from './room.ts';
import type { Placed } from './room-contents.ts';

/** mm of floor that people need to use a fixture. */
export interface Need {
  readonly front?: number;
  /** From its middle to a wall beside it; another fixture there is none. */
  readonly middleToSide?: number;
  /** From any of its three open sides. */
  readonly entry?: number;
}
export type Needs = Readonly<Partial<Record<FixtureKind, Need>>>;

/** A fixture that people cannot use as it stands. */
export interface Cramped {
  readonly id: FixtureId;
  readonly fixture: Fixture;
  readonly need: keyof Need;
  readonly free: ClearWidth;
  /** mm */
  readonly least: number;
}

/** What hangs on the wall or lies flat in the floor leaves the floor free. */
export const leavesFree: readonly FixtureKind[] = ['water-heater', 'gas-meter', 'shower'];

/**
 * Fixtures in a room that have less floor than they need, measured from their edges to the wall or
 * to what stands there, and from the middle of a WC to walls alone; `outline` and `beyond` are the room's `openFloor`. Remembered by room and by
 * what stands in it.
 */
export const crampedIn = perRoom(
  (
    _room: Room,
    needs: Needs,
    placed: readonly Placed[],
    outline: Polygon,
    beyond: readonly Placed[],
  ): readonly Cramped[] => {
    const standing = [...placed, ...beyond].filter(
      ({ fixture }) => !leavesFree.includes(fixture.kind),
    );
    return placed.flatMap(({ id, fixture }) => {
      const need = needs[fixture.kind];
      if (!need) return [];
      const used = usedFront(
        fixture,
        placed.map((other) => other.fixture),
      );
      if (!used) return [];
      const own = fixtureCorners(fixture);
      const others = standing
        .filter((other) => other.id !== id)
        .map((other) => fixtureCorners(other.fixture))
        // A sink is let into its worktop.
        .filter((corners) => !rectanglesOverlap(corners, own));
      return [...shortOf({ id, fixture, used }, need, outline, others)];
    });
  },
);

function* shortOf(
  { id, fixture, used }: { id: FixtureId; fixture: Fixture; used: Fixture },
  need: Need,
  room: Polygon,
  others: readonly Ring[],
): Generator<Cramped> {
  const cramped = (kind: keyof Need, free: ClearWidth, least: number): Cramped[] =>
    Math.round(free.width) < least ? [{ id, fixture, need: kind, free, least }] : [];
  if (need.front !== undefined) {
    yield* cramped('front', fromFront(used, room, others), need.front);
  }
  if (need.middleToSide !== undefined) {
    const sides = [90, -90].map((turn) => beside(fixture, turn, room, []));
    yield* cramped('middleToSide', sides.reduce(narrower), need.middleToSide);
  }
  if (need.entry !== undefined) {
    const ways = [
      fromFront(fixture, room, others),
      ...[90, -90].map((turn) => fromEdge(fixture, beside(fixture, turn, room, others))),
    ];
    yield* cramped('entry', ways.reduce(wider), need.entry);
  }
}

const narrower = (one: ClearWidth, other: ClearWidth): ClearWidth =>
  other.width < one.width ? other : one;
const wider = (one: ClearWidth, other: ClearWidth): ClearWidth =>
  other.width > one.width ? other : one;

function fromFront(fixture: Fixture, room: Polygon, others: readonly Ring[]): ClearWidth {
  const { width, from, to } = depthBefore(fixture, room, others);
  const [backX, backY] = [to.x - from.x, to.y - from.y];
  const share = width > 0 ? fixture.depth / width : 0;
  return {
    width: width - fixture.depth,
    from: { x: from.x + share * backX, y: from.y + share * backY },
    to,
  };
}

/** From the middle line of a fixture sideways, over its depth. */
function beside(
  fixture: Fixture,
  turn: number,
  room: Polygon,
  others: readonly Ring[],
): ClearWidth {
  const sideways: Fixture = {
    ...fixture,
    at: placeOn(fixture, 0, fixture.depth / 2),
    rotation: fixture.rotation + turn,
    width: fixture.depth,
    depth: 0,
  };
  return depthBefore(sideways, room, others);
}

function fromEdge(fixture: Fixture, { width, from, to }: ClearWidth): ClearWidth {
  const share = width > 0 ? fixture.width / 2 / width : 0;
  const edge = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
  return { width: width - fixture.width / 2, from: edge, to };
}
