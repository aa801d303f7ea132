import { fixtureCentre, fixtureCorners, riserCorners } from '../derive/footprint.ts';
import { householdStates } from '../derive/households.ts';
import { openingCorners } from '../derive/outlines.ts';
import type { Room, StoreyRooms } from '../derive/room.ts';
import { storeyRooms } from '../derive/storey-rooms.ts';
import { rectanglesOverlap } from '../geometry/body.ts';
import { difference, intersect } from '../geometry/clip.ts';
import { distanceToSegment } from '../geometry/point.ts';
import { polygonArea, polygonContains, type Ring } from '../geometry/polygon.ts';
import {
  entries,
  type Fixture,
  type HouseholdId,
  type Opening,
  type Plan,
  type Point,
  type Storey,
  type StoreyId,
} from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import type { FixtureDemands } from '../rules/fixture-demands.ts';
import { WalkedFloor } from './verify-walk.ts';

/**
 * Looks at a plan on which a proposal has been drawn and says what is wrong with it: the rooms, as
 * the plan derives them, against the demands. Shares nothing with the search but the numbers.
 */
export interface Verify {
  readonly plan: Plan;
  readonly storey: StoreyId;
  /** Each household, with a place in each of its new rooms. */
  readonly parts: readonly {
    readonly holder: HouseholdId;
    readonly rooms: readonly Point[];
    readonly kitchen: boolean;
    readonly bath: boolean;
  }[];
  readonly demands: FixtureDemands;
  /** mm: clear passage of doors; who walks. */
  readonly doorWidth: number;
  readonly bodyWidth: number;
  /** Soil stacks are asked for as a change of their own. */
  readonly ignoresStacks: boolean;
}

/** mm that may lap without harm. */
const tolerance = 5;

/** What is wrong, as codes with the room's place; nothing for a sound proposal. */
export function verify(asked: Verify): string[] {
  const { plan, storey: id, parts } = asked;
  const storey = plan.storeys[id];
  if (!storey) return ['no-storey'];
  const derived = storeyRooms(id, storey, 'after');
  const states = householdStates(plan, 'after');
  const problems: string[] = [];
  const seen = new Set<Room>();
  for (const part of parts) {
    const rooms = part.rooms.map((at) =>
      derived.rooms.find(({ polygon, holes }) => polygonContains({ outer: polygon, holes }, at)),
    );
    for (const room of rooms) {
      if (!room) {
        problems.push('no-room');
        continue;
      }
      if (seen.has(room)) problems.push(`same-room ${room.id}`);
      seen.add(room);
      if (room.tags.length !== 1 || room.holders.length !== 1 || room.holders[0] !== part.holder) {
        problems.push(`holder ${room.id}`);
      }
      problems.push(...problemsIn(asked, storey, derived, room, part.holder));
    }
    const state = states.get(part.holder);
    if (part.kitchen && state?.kitchen.state !== 'exclusive') problems.push('no-kitchen');
    if (part.bath && state?.bathroom.state !== 'exclusive') problems.push('no-bathroom');
    for (const room of rooms) {
      if (room && state?.unreached.some((one) => one.room === room)) {
        problems.push(`unreached ${room.id}`);
      }
    }
    const kinds = rooms
      .flatMap((room) => (room ? standingIn(storey, room) : []))
      .map(({ kind }) => kind);
    const needed = [
      ...(part.kitchen ? (['sink', 'cooker'] as const) : []),
      ...(part.bath ? (['wc', 'basin', 'shower'] as const) : []),
    ];
    for (const kind of needed) {
      if (kinds.filter((one) => one === kind).length !== 1) problems.push(`not-one ${kind}`);
    }
  }
  return problems;
}

const shapeOf = ({ polygon, holes }: Room) => ({ outer: polygon, holes });

const standingIn = (storey: Storey, room: Room): Fixture[] =>
  entries(storey.fixtures)
    .map(([, one]) => one)
    .filter(
      (one) => standsAt(one.phase, 'after') && polygonContains(shapeOf(room), fixtureCentre(one)),
    );

/** mm2 of a ring that lies outside of a room. */
const outside = (ring: Ring, room: Room): number =>
  difference([{ outer: ring, holes: [] }], [shapeOf(room)]).reduce(
    (sum, one) => sum + polygonArea(one),
    0,
  );

/** The rectangle before a fixture, from some depth to another, widened on both sides. */
function ahead(fixture: Fixture, from: number, to: number, wider: number): Fixture {
  const angle = (fixture.rotation * Math.PI) / 180;
  return {
    ...fixture,
    at: {
      x: fixture.at.x - Math.sin(angle) * from,
      y: fixture.at.y + Math.cos(angle) * from,
    },
    width: fixture.width + 2 * wider,
    depth: to - from,
  };
}

function problemsIn(
  asked: Verify,
  storey: Storey,
  derived: StoreyRooms,
  room: Room,
  holder: HouseholdId,
): string[] {
  const { demands } = asked;
  const problems: string[] = [];
  const say = (code: string): void => {
    problems.push(`${code} ${room.id}`);
  };
  const fixtures = standingIn(storey, room);
  const ways = derived.links.filter(
    ({ from, to, kind }) => (from === room.id || to === room.id) && kind !== 'window',
  );
  const niche = ways.find(({ kind }) => kind === 'passage');
  const isFree = (zone: Fixture, own: Fixture): boolean =>
    fixtures.every(
      (other) =>
        other === own ||
        other.kind === 'shower' ||
        isOnCistern(own, other) ||
        !rectanglesOverlap(fixtureCorners(other, tolerance), fixtureCorners(zone, tolerance)),
    );
  const isInside = (zone: Fixture): boolean =>
    outside(fixtureCorners(zone, tolerance), room) < 5 * (zone.width + zone.depth);
  for (const fixture of fixtures) {
    const { kind, width, depth } = fixture;
    if (!isInside(fixture)) say(`${kind}-outside`);
    if (!isFree(fixture, fixture)) say(`${kind}-overlaps`);
    const front =
      kind === 'wc' ? demands.wc.front.least : kind === 'basin' ? demands.basin.front.least : 0;
    if (front > 0) {
      const wider = kind === 'wc' ? Math.max(0, demands.wc.middleToSide.least - width / 2) : 0;
      const zone = ahead(fixture, kind === 'wc' ? 0 : depth, depth + front, wider);
      if (!isInside(zone) || !isFree(zone, fixture)) say(`${kind}-clearance`);
    }
    if (kind === 'sink' || kind === 'cooker' || kind === 'worktop') {
      const zone = ahead(fixture, depth, depth + demands.standing.least, 0);
      const isUsable = niche
        ? standsInOwnRoom(fixture, derived, niche, holder, demands.standing.least, storey)
        : isInside(zone) && isFree(zone, fixture);
      if (!isUsable) say(`${kind}-clearance`);
    }
    if (kind === 'cooker') {
      if (!isInside(ahead(fixture, 0, depth, demands.cooker.toSideWall)))
        say('cooker-at-side-wall');
      if (windowBehind(storey, fixture)) say('cooker-at-window');
    }
    if (
      kind === 'shower' &&
      !fixtures.every((other) => other === fixture || isClear(other, fixture))
    ) {
      say('shower-built-on');
    }
    if (
      kind === 'wc' &&
      !asked.ignoresStacks &&
      !isNearStack(storey, fixture, demands.wc.toStack)
    ) {
      say('wc-far-from-stack');
    }
  }
  problems.push(...doorProblems(asked, storey, derived, room, holder, ways, fixtures));
  return problems;
}

const isClear = (one: Fixture, other: Fixture): boolean =>
  !rectanglesOverlap(fixtureCorners(one, tolerance), fixtureCorners(other, tolerance));

/** A basin set on the WC's cistern: same back, not deeper than half of it. */
function isOnCistern(one: Fixture, other: Fixture): boolean {
  const [basin, wc] = one.kind === 'basin' ? [one, other] : [other, one];
  return (
    basin.kind === 'basin' &&
    wc.kind === 'wc' &&
    basin.rotation === wc.rotation &&
    Math.hypot(basin.at.x - wc.at.x, basin.at.y - wc.at.y) <= tolerance &&
    basin.width <= wc.width &&
    basin.depth <= wc.depth / 2
  );
}

/** Beyond the passage, the floor to stand on lies in a room of the household and is free. */
function standsInOwnRoom(
  fixture: Fixture,
  derived: StoreyRooms,
  passage: StoreyRooms['links'][number],
  holder: HouseholdId,
  standing: number,
  storey: Storey,
): boolean {
  const room = [passage.from, passage.to]
    .map((id) => (id === null ? undefined : derived.byId.get(id)))
    .find((one) => one && !polygonContains(shapeOf(one), fixtureCentre(fixture)));
  if (room?.holders.length !== 1 || room.holders[0] !== holder) return false;
  const thickness = storey.walls[passage.wall]?.thickness ?? 0;
  // The row may stand back from the passage by what its deepest piece is deeper.
  const reach = ahead(fixture, fixture.depth, fixture.depth + thickness + standing + 200, 0);
  const ring = fixtureCorners(reach, tolerance);
  const floor = intersect([ring], [room.polygon, ...room.holes]).reduce(
    (sum, one) => sum + polygonArea(one),
    0,
  );
  const wide = fixture.width - 2 * tolerance;
  const isFree = standingIn(storey, room).every(
    (other) =>
      other.kind === 'shower' ||
      !rectanglesOverlap(
        fixtureCorners(other),
        fixtureCorners(
          ahead(fixture, fixture.depth, fixture.depth + thickness + standing, 0),
          tolerance,
        ),
      ),
  );
  return isFree && floor >= wide * (standing - 4 * tolerance);
}

function windowBehind(storey: Storey, cooker: Fixture): boolean {
  const behind = fixtureCorners(ahead(cooker, -100, 0, -tolerance));
  return entries(storey.openings).some(([, opening]) => {
    const ring = ringOf(storey, opening);
    return opening.kind === 'window' && ring !== null && rectanglesOverlap(behind, ring);
  });
}

function ringOf(storey: Storey, opening: Opening): Ring | null {
  const wall = storey.walls[opening.wall];
  const a = wall && storey.joints[wall.a];
  const b = wall && storey.joints[wall.b];
  if (!a || !b || !standsAt(opening.phase, 'after') || !standsAt(wall.phase, 'after')) return null;
  return openingCorners(a, b, wall.thickness, opening.offset, opening.width);
}

/** A storey without any drawn soil stack cannot be judged. */
function isNearStack(storey: Storey, { at }: Fixture, reach: number): boolean {
  const stacks = entries(storey.risers).filter(
    ([, one]) => one.kind === 'soil' && standsAt(one.phase, 'after'),
  );
  if (stacks.length === 0) return true;
  return stacks.some(([, one]) => {
    const ring = riserCorners(one);
    return (
      polygonContains({ outer: ring, holes: [] }, at) ||
      ring.some(
        (corner, index) =>
          distanceToSegment(at, corner, ring[(index + 1) % ring.length]!) <= reach + tolerance,
      )
    );
  });
}

function doorProblems(
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
  const door = ways.find(({ kind }) => kind === 'door');
  const ring = door?.opening ? ringOf(storey, storey.openings[door.opening]!) : null;
  if (!ring) return problems;
  const bodies = fixtures.filter(({ kind }) => kind !== 'shower').map((one) => fixtureCorners(one));
  const floor = new WalkedFloor(shapeOf(room), bodies, fixtures[0]?.rotation ?? 0, asked.bodyWidth);
  const onFloor = fixtures.filter(
    (fixture) => fixture.kind !== 'basin' || !fixtures.some((wc) => isOnCistern(fixture, wc)),
  );
  const goals = onFloor.map((fixture) => {
    if (fixture.kind === 'shower') return { at: fixtureCentre(fixture), reach: 200 };
    const { at } = ahead(fixture, fixture.depth + asked.bodyWidth / 2, 0, 0);
    return { at, reach: asked.bodyWidth / 2 };
  });
  const start = {
    x: ring.reduce((sum, { x }) => sum + x, 0) / ring.length,
    y: ring.reduce((sum, { y }) => sum + y, 0) / ring.length,
  };
  // A body just inside the door has its middle within half of itself and the wall from the door's.
  const thickness = storey.walls[door!.wall]?.thickness ?? 0;
  const inside = asked.bodyWidth / 2 + thickness / 2 + 50;
  if (!floor.connects(start, inside, goals)) say('no-way-to-fixture');
  return problems;
}
