import { usedFront } from '../derive/counter-corner.ts';
import { fixtureCentre, fixtureCorners, riserCorners } from '../derive/footprint.ts';
import type { Room, StoreyRooms } from '../derive/room.ts';
import { rectanglesOverlap } from '../geometry/body.ts';
import { intersect } from '../geometry/clip.ts';
import { distance, distanceToSegment } from '../geometry/point.ts';
import { polygonArea, polygonContains } from '../geometry/polygon.ts';
import { entries, type Fixture, type HouseholdId, type Storey, type Wall } from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import type { Verify } from './verify.ts';
import { doorProblems } from './verify-doors.ts';
import {
  ahead,
  isClear,
  isOnCistern,
  outside,
  ringOf,
  shapeOf,
  standingIn,
  tolerance,
} from './verify-shapes.ts';
import { hasDeadSlot } from './verify-slots.ts';

/** What is wrong with one room of a part. */
export function problemsIn(
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
    const used = usedFront(fixture, fixtures);
    if (used && (kind === 'sink' || kind === 'cooker' || kind === 'worktop')) {
      const zone = ahead(used, depth, depth + demands.standing.least, 0);
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
  if (hasDeadSlot(storey, room, fixtures, asked.bodyWidth)) say('dead-slot');
  problems.push(...doorProblems(asked, storey, derived, room, holder, ways, fixtures));
  return problems;
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
  const wall = storey.walls[passage.wall];
  const thickness = wall?.thickness ?? 0;
  const back = wall ? setBack(storey, fixture, wall) : 0;
  const reach = ahead(fixture, fixture.depth, fixture.depth + back + thickness + standing, 0);
  const ring = fixtureCorners(reach, tolerance);
  const floor = intersect([ring], [room.polygon, ...room.holes]).reduce(
    (sum, one) => sum + polygonArea(one),
    0,
  );
  const wide = fixture.width - 2 * tolerance;
  const isFree = standingIn(storey, room).every(
    (other) =>
      other.kind === 'shower' ||
      !rectanglesOverlap(fixtureCorners(other), fixtureCorners(reach, tolerance)),
  );
  return isFree && floor >= wide * (standing - 4 * tolerance);
}

/** mm by which a row stands back from the open side: floor of the niche that one steps on. */
function setBack(storey: Storey, fixture: Fixture, { a, b, thickness }: Wall): number {
  const [from, to] = [storey.joints[a], storey.joints[b]];
  if (!from || !to) return 0;
  const front = ahead(fixture, fixture.depth, fixture.depth, 0).at;
  const across = Math.abs(
    (to.x - from.x) * (front.y - from.y) - (to.y - from.y) * (front.x - from.x),
  );
  return Math.max(0, Math.round(across / distance(from, to) - thickness / 2));
}

function windowBehind(storey: Storey, cooker: Fixture): boolean {
  const behind = fixtureCorners(ahead(cooker, -100, 0, -tolerance));
  return entries(storey.openings).some(([, opening]) => {
    const ring = ringOf(storey, opening);
    return opening.kind === 'window' && ring !== null && rectanglesOverlap(behind, ring);
  });
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
