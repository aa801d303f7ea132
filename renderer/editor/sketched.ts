import { fixtureCorners, riserCorners } from '../../shared/derive/footprint.ts';
import { planRooms } from '../../shared/derive/households.ts';
import { openingCorners } from '../../shared/derive/outlines.ts';
import type { Room } from '../../shared/derive/room.ts';
import { bodyRectangle } from '../../shared/geometry/body.ts';
import { type Bounds, boundsOf, type Ring } from '../../shared/geometry/polygon.ts';
import type {
  ElementRef,
  FixtureId,
  OpeningId,
  Plan,
  Point,
  RiserId,
  Storey,
  StoreyId,
  WallId,
} from '../../shared/plan/model.ts';
import type { Finding, Line } from '../../shared/rules/finding.ts';
import { overlapOf } from './overlap.ts';

/** What a finding's sketch shows. Lengths in mm, y up. */
export interface Sketched {
  readonly storey: StoreyId;
  /** The part of the storey that shows. */
  readonly box: Bounds;
  /** All rooms of the storey; `meant` are those that the finding is about. */
  readonly rooms: readonly Room[];
  readonly meant: readonly Room[];
  /** Outlines of the walls, openings, fixtures, risers and joints that it is about. */
  readonly marked: readonly Ring[];
  /** The area that was measured, where it is not all of a room. */
  readonly areas: readonly Ring[];
  /** Rooms and risers of other storeys that it is about, as they lie under or over this one. */
  readonly others: readonly Ring[];
}

/** mm around what is meant, and mm that show at least, so that a door stands in its surroundings. */
const [margin, least] = [400, 3200];

/** Null where the finding means nothing that has a place. */
export function sketchOf(plan: Plan, finding: Finding): Sketched | null {
  const { about, households, place, line } = finding;
  const after = planRooms(plan, 'after');
  const meantIn = (storey: StoreyId): Room[] => {
    const rooms = after.find((one) => one.storey === storey)?.rooms ?? [];
    const tagged = rooms.filter(({ tags }) =>
      tags.some((tag) => about.some((one) => one.id === tag && isOn(one, storey))),
    );
    // Of a whole home, its own rooms.
    const isOfHome = about.every(({ kind }) => kind === 'household');
    return isOfHome
      ? rooms.filter(({ holders }) => households.some((household) => holders.includes(household)))
      : tagged;
  };
  const storey =
    place?.storey ??
    about.find((one) => one.storey !== undefined)?.storey ??
    after.find((one) => meantIn(one.storey).length > 0)?.storey;
  const facts = storey && plan.storeys[storey];
  if (!storey || !facts) return null;
  const rooms = after.find((one) => one.storey === storey)?.rooms ?? [];
  const at = place?.at;
  const tagged = meantIn(storey);
  // A room that nobody tagged is known by its place alone.
  const meant =
    tagged.length > 0 || !at
      ? tagged
      : rooms.filter(({ label: { x, y } }) => x === at.x && y === at.y);
  const drawn = about.flatMap((one) => (isOn(one, storey) ? outlineOf(facts, one) : []));
  const marked = drawn.length + meant.length > 0 || !at ? drawn : [diamond(at)];
  const elsewhere = new Set(about.flatMap((one) => one.storey ?? []));
  elsewhere.delete(storey);
  const others = [...elsewhere].flatMap((other) => [
    ...meantIn(other).map(({ polygon }) => polygon),
    ...about.flatMap((one) => {
      const there = plan.storeys[other];
      return there && isOn(one, other) ? outlineOf(there, one) : [];
    }),
  ]);
  const areas = overlapOf(plan, finding);
  const shown = [
    ...meant.flatMap(({ polygon }) => polygon),
    ...marked.flat(),
    ...others.flat(),
    ...(line?.storey === storey ? [line.from, line.to] : []),
  ];
  if (shown.length === 0) return null;
  return { storey, box: roomy(boundsOf(shown)), rooms, meant, marked, areas, others };
}

const isOn = (one: ElementRef, storey: StoreyId): boolean => one.storey === storey;

/** mm from its middle. */
const reach = 150;
const diamond = ({ x, y }: Point): Ring => [
  { x: x - reach, y },
  { x, y: y - reach },
  { x: x + reach, y },
  { x, y: y + reach },
];

function roomy({ minX, minY, maxX, maxY }: Bounds): Bounds {
  const [x, y] = [maxX - minX, maxY - minY].map((size) => Math.max(margin, (least - size) / 2));
  return { minX: minX - x!, minY: minY - y!, maxX: maxX + x!, maxY: maxY + y! };
}

function outlineOf(storey: Storey, { kind, id }: ElementRef): Ring[] {
  const endsOf = (wallId: WallId) => {
    const wall = storey.walls[wallId];
    const [a, b] = [wall && storey.joints[wall.a], wall && storey.joints[wall.b]];
    return wall && a && b ? { a, b, thickness: wall.thickness } : null;
  };
  switch (kind) {
    case 'wall': {
      const ends = endsOf(id as WallId);
      return ends ? [bodyRectangle({ a: ends.a, b: ends.b, half: ends.thickness / 2 })] : [];
    }
    case 'opening': {
      const opening = storey.openings[id as OpeningId];
      const ends = opening && endsOf(opening.wall);
      const corners =
        ends && openingCorners(ends.a, ends.b, ends.thickness, opening.offset, opening.width);
      return corners ? [corners] : [];
    }
    case 'fixture': {
      const fixture = storey.fixtures[id as FixtureId];
      return fixture ? [fixtureCorners(fixture)] : [];
    }
    case 'riser': {
      const riser = storey.risers[id as RiserId];
      return riser ? [riserCorners(riser)] : [];
    }
    default:
      return [];
  }
}

/**
 * Where the length stands: over a line that runs level, under it at the upper edge of the sketch; beside an
 * upright one, which would go through it, towards the middle. `pixel` is mm of one px.
 */
export function labelAt(
  { from, to }: Pick<Line, 'from' | 'to'>,
  { minX, maxX, maxY }: Bounds,
  pixel: number,
) {
  const [x, y] = [(from.x + to.x) / 2, -(from.y + to.y) / 2];
  if (Math.abs(to.x - from.x) >= Math.abs(to.y - from.y)) {
    const isAtTop = y - 20 * pixel < -maxY;
    return { x, y: y + (isAtTop ? 16 : -6) * pixel, textAnchor: 'middle' } as const;
  }
  const isRight = x <= (minX + maxX) / 2;
  return {
    x: x + (isRight ? 6 : -6) * pixel,
    y: y + 4 * pixel,
    textAnchor: isRight ? 'start' : 'end',
  } as const;
}
