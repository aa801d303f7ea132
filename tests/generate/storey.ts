import {
  entries,
  type Household,
  type Joint,
  type Opening,
  type Plan,
  type Point,
  type RoomId,
  type RoomTag,
  type Storey,
  type StoreyId,
  type Wall,
} from '../../shared/plan/model.ts';
import { Random } from './random.ts';
import { type DrawnOpening, type DrawnWall, Sheet } from './sheet.ts';
import { doorOf, drawStair, householdsOfStair, rowDepth, westWall } from './stair.ts';

/**
 * Storeys of any size, the same for the same seed, whose rooms are known without looking at the
 * walls: every room has a tag of its own inside it, its net area by formula, and its neighbours.
 */

export interface StoreyOptions {
  readonly seed?: number;
  /** 19 households each; 1, 5, 23 and 116 give about 85, 440, 2,000 and 10,000 walls. */
  readonly stairs?: number;
  /** Turned by this angle about the origin, counter-clockwise, then rounded to whole mm. */
  readonly degrees?: number;
  /**
   * mm by which every end of every wall is off, in any direction, before it is rounded; walls then
   * share no joints. Less than half a millimetre shows only where the storey is turned.
   */
  readonly off?: number;
  /** The share of walls along part of which a second one is drawn. */
  readonly overlaid?: number;
  readonly id?: string;
  readonly level?: number;
}

export interface GeneratedRoom {
  readonly id: RoomId;
  /** mm2, net of walls, shafts and risers. */
  readonly area: number;
  /** mm, at least the length of its outline: how much rounding may change the area. */
  readonly outline: number;
}

export interface GeneratedStorey {
  readonly id: StoreyId;
  readonly storey: Storey;
  /** This storey alone, with the households that live on it. */
  readonly plan: Plan;
  readonly rooms: readonly GeneratedRoom[];
  /** mm2 within the outer faces of outer walls. */
  readonly footprint: number;
  /** Ways through openings; null is outside. */
  readonly ways: readonly (readonly [string, string | null])[];
  /** Pairs of rooms that share more than `sharedLength` of a wall, each pair sorted and once. */
  readonly neighbours: () => readonly string[];
}

/** mm of shared wall from which generated rooms are neighbours: more than any rounding makes. */
export const sharedLength = 100;

const stairsOfRow = 8;
/** mm from one row of stairs to the next. */
const rowPitch = rowDepth + 9000;

export function generateStorey(options: StoreyOptions = {}): GeneratedStorey {
  const { seed = 1, stairs = 1, id = 'storey_1', level = 2 } = options;
  const random = new Random(seed);
  const sheet = new Sheet();
  const names = Array.from({ length: stairs }, (_, stair) => `${level}${stair + 1}`);
  for (let first = 0; first < stairs; first += stairsOfRow) {
    const row = names.slice(first, first + stairsOfRow);
    const y = (first / stairsOfRow) * rowPitch;
    let west = westWall(0, y);
    sheet.line({ x: 0, y }, { x: 0, y: y + rowDepth }, west.half * 2);
    row.forEach((name, index) => {
      const isLast = index === row.length - 1;
      west = drawStair(sheet, { index, west, y, name, isLast }, random);
    });
  }
  const storey = storeyOf(sheet, options, random);
  const homes = names.flatMap((name) =>
    Array.from({ length: householdsOfStair }, (_, home) => doorOf(name, home)),
  );
  const households: [string, Household][] = homes.map((door) => [`household_${door}`, { door }]);
  return {
    id: id as StoreyId,
    storey,
    plan: {
      tenancies: {},
      households: Object.fromEntries(households),
      storeys: { [id]: storey },
    } as Plan,
    rooms: sheet.rooms.map(({ key, area, outline }) => ({ id: key as RoomId, area, outline })),
    footprint: sheet.footprint,
    ways: sheet.openings.map(({ between }) => between),
    neighbours: () =>
      [...new Set(sheet.neighbours(sharedLength).map((pair) => pair.sort().join(' ')))].sort(),
  };
}

function storeyOf(
  sheet: Sheet,
  { degrees = 0, off = 0, overlaid = 0, level = 2 }: StoreyOptions,
  random: Random,
): Storey {
  const turn = turned(degrees);
  const joints: Record<string, Joint> = {};
  const place = (p: Point, wall: string, end: string): string => {
    const key = off > 0 ? `joint_${wall}-${end}` : `joint_${p.x}_${p.y}`;
    const at = turn(p);
    const way = random.share() * 2 * Math.PI;
    joints[key] = {
      x: Math.round(at.x + off * Math.cos(way)),
      y: Math.round(at.y + off * Math.sin(way)),
    };
    return key;
  };
  const walls: Record<string, Wall> = {};
  const wallId = (index: number): string => String(index + 1).padStart(5, '0');
  const drawn = [...sheet.walls, ...overlays(sheet, overlaid, random)];
  drawn.forEach(({ a, b, thickness }, index) => {
    walls[`wall_${wallId(index)}`] = {
      a: place(a, wallId(index), 'a') as Wall['a'],
      b: place(b, wallId(index), 'b') as Wall['b'],
      thickness,
      kind: thickness === 0 ? 'boundary' : thickness >= 200 ? 'bearing' : 'partition',
      phase: 'existing',
    };
  });
  const openings = sheet.openings.map(({ wall, kind, offset, width }, index) => [
    `opening_${wallId(index)}`,
    { wall: `wall_${wallId(wall)}`, kind, offset, width, sill: 0, head: 2100, phase: 'existing' },
  ]) as [string, Opening][];
  const rooms = sheet.rooms.map(({ key, use, holders, at }): [string, RoomTag] => [
    key,
    { at: whole(turn(at)), use, name: key, holders, phase: 'existing' },
  ]);
  const numbered = <T>(kind: string, list: readonly T[]): Record<string, T> =>
    Object.fromEntries(list.map((one, index) => [`${kind}_${index + 1}`, one]));
  return {
    name: `${level}`,
    level,
    elevation: (level - 1) * 2900,
    height: 2900,
    joints,
    walls,
    openings: Object.fromEntries(openings),
    rooms: Object.fromEntries(rooms),
    fixtures: numbered(
      'fixture',
      sheet.fixtures.map((one) => ({
        ...one,
        at: whole(turn(one.at)),
        rotation: (one.rotation + Math.round(degrees) + 360) % 360,
      })),
    ),
    risers: numbered(
      'riser',
      sheet.risers.map((one) => ({ ...one, at: whole(turn(one.at)) })),
    ),
  } as Storey;
}

/**
 * Second walls along a part of others, beside their openings and at most as thick: they take no
 * room and shut no door. Boundaries get none: two that lie a millimetre apart have a strip between.
 */
function overlays({ walls, openings }: Sheet, share: number, random: Random): DrawnWall[] {
  const openingsOf = Map.groupBy(openings, ({ wall }) => wall);
  return walls.flatMap((wall, index) => {
    const { a, b, thickness } = wall;
    if (!random.chance(share) || thickness === 0) return [];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const free = random.pick(freeLengths(length, openingsOf.get(index) ?? []));
    const from = free.from + random.between(0, 4) * 0.1 * (free.to - free.from);
    const to = free.to - random.between(0, 4) * 0.1 * (free.to - free.from);
    const at = (along: number): Point =>
      whole({
        x: a.x + (along / length) * (b.x - a.x),
        y: a.y + (along / length) * (b.y - a.y),
      });
    const thinner = thickness > 120 && random.chance(0.5) ? 120 : thickness;
    return [{ a: at(from), b: at(to), thickness: thinner }];
  });
}

/** The lengths of a wall between its openings and its ends. */
function freeLengths(
  length: number,
  openings: readonly DrawnOpening[],
): { from: number; to: number }[] {
  const free: { from: number; to: number }[] = [];
  let from = 0;
  for (const { offset, width } of openings.toSorted((one, other) => one.offset - other.offset)) {
    free.push({ from, to: offset });
    from = offset + width;
  }
  return [...free, { from, to: length }].filter((one) => one.to - one.from > 200);
}

const whole = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

/** Quarter turns are exact. */
export function turned(degrees: number): (p: Point) => Point {
  const quarter = degrees % 90 === 0;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((one) =>
    quarter ? Math.round(one) : one,
  ) as [number, number];
  return ({ x, y }) => ({ x: x * cos - y * sin, y: x * sin + y * cos });
}

export { householdsOfStair as householdCount } from './stair.ts';

/** The number of walls in a storey. */
export const wallCount = ({ walls }: Storey): number => entries(walls).length;
