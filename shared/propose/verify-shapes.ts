import { fixtureCentre, fixtureCorners } from '../derive/footprint.ts';
import { openingCorners } from '../derive/outlines.ts';
import type { Room } from '../derive/room.ts';
import { rectanglesOverlap } from '../geometry/body.ts';
import { difference } from '../geometry/clip.ts';
import { polygonArea, polygonContains, type Ring } from '../geometry/polygon.ts';
import { entries, type Fixture, type Opening, type Storey } from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';

/** mm that may lap without harm. */
export const tolerance = 5;

export const shapeOf = ({ polygon, holes }: Room) => ({ outer: polygon, holes });

export const standingIn = (storey: Storey, room: Room): Fixture[] =>
  entries(storey.fixtures)
    .map(([, one]) => one)
    .filter(
      (one) => standsAt(one.phase, 'after') && polygonContains(shapeOf(room), fixtureCentre(one)),
    );

/** mm2 of a ring that lies outside of a room. */
export const outside = (ring: Ring, room: Room): number =>
  difference([{ outer: ring, holes: [] }], [shapeOf(room)]).reduce(
    (sum, one) => sum + polygonArea(one),
    0,
  );

/** The rectangle before a fixture, from some depth to another, widened on both sides. */
export function ahead(fixture: Fixture, from: number, to: number, wider: number): Fixture {
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

export const isClear = (one: Fixture, other: Fixture): boolean =>
  !rectanglesOverlap(fixtureCorners(one, tolerance), fixtureCorners(other, tolerance));

/** A basin set on the WC's cistern: same back, not deeper than half of it. */
export function isOnCistern(one: Fixture, other: Fixture): boolean {
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

export function ringOf(storey: Storey, opening: Opening): Ring | null {
  const wall = storey.walls[opening.wall];
  const a = wall && storey.joints[wall.a];
  const b = wall && storey.joints[wall.b];
  if (!a || !b || !standsAt(opening.phase, 'after') || !standsAt(wall.phase, 'after')) return null;
  return openingCorners(a, b, wall.thickness, opening.offset, opening.width);
}
