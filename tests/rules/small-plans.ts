import type {
  Fixture,
  FixtureKind,
  Opening,
  Plan,
  Point,
  Riser,
  RoomTag,
  RoomUse,
  Storey,
  Wall,
} from '../../shared/plan/model.ts';
import { storeyFromDrawing, storeyId } from '../plan-from-drawing.ts';

/** Small plans for rules: drawn in ASCII, then stretched to the millimetre. */

export const one = ['household_1'];
export const two = ['household_2'];
export const building = ['building'];

export interface Tagged {
  readonly use: RoomUse;
  readonly holders?: string[];
  readonly also?: Partial<RoomTag>;
}

export interface Small {
  /** By letter; a letter that stands in the drawing and not here has no tag. */
  readonly tags: Readonly<Record<string, Tagged>>;
  /** mm of the columns and rows in which joints stand, the lowest row being 0. */
  readonly columns: Readonly<Record<number, number>>;
  readonly rows: Readonly<Record<number, number>>;
  readonly openings?: Readonly<Record<string, Opening>>;
  readonly fixtures?: Readonly<Record<string, Fixture>>;
  readonly risers?: Readonly<Record<string, Riser>>;
  readonly walls?: Readonly<Record<string, Partial<Wall>>>;
  readonly storey?: Partial<Storey>;
}

/** mm between the places named, in proportion. */
function stretched(places: Readonly<Record<number, number>>, drawn: number): number {
  const known = Object.keys(places).map(Number);
  const below = Math.max(...known.filter((place) => place <= drawn));
  const above = Math.min(...known.filter((place) => place >= drawn));
  const [from, to] = [places[below]!, places[above]!];
  if (below === above) return from;
  return Math.round(from + ((to - from) * (drawn - below)) / (above - below));
}

export function smallStorey(drawing: string, small: Small): Storey {
  const { tags, columns, rows } = small;
  const drawn = storeyFromDrawing(drawing, { step: 1000, tags });
  const moved = ({ x, y }: Point): Point => ({
    x: stretched(columns, x / 1000),
    y: stretched(rows, y / 1000),
  });
  const rooms = Object.entries(drawn.rooms as Readonly<Record<string, RoomTag>>).flatMap(
    ([id, tag]) => {
      const said = tags[id.slice('room_'.length)];
      return said ? [[id, { ...tag, name: '', at: moved(tag.at), ...said.also }]] : [];
    },
  );
  const walls = Object.entries(drawn.walls as Readonly<Record<string, Wall>>).map(([id, wall]) => [
    id,
    { ...wall, ...small.walls?.[id] },
  ]);
  return {
    ...drawn,
    joints: Object.fromEntries(
      Object.entries(drawn.joints as Readonly<Record<string, Point>>).map(([id, at]) => [
        id,
        moved(at),
      ]),
    ),
    walls: Object.fromEntries(walls),
    rooms: Object.fromEntries(rooms),
    openings: small.openings ?? {},
    fixtures: small.fixtures ?? {},
    risers: small.risers ?? {},
    ...small.storey,
  } as unknown as Storey;
}

/** Storeys from the ground up, with households 1 and 2. */
export const planOfStoreys = (...storeys: readonly Storey[]): Plan =>
  ({
    tenancies: {},
    households: { household_1: { door: '1' }, household_2: { door: '2' } },
    storeys: Object.fromEntries(
      storeys.map((storey, index) => [
        index === 0 ? storeyId : `storey_${index + 1}`,
        { ...storey, name: ['一层', '二层', '三层'][index], level: index + 1 },
      ]),
    ),
  }) as unknown as Plan;

export const small = (drawing: string, made: Small): Plan =>
  planOfStoreys(smallStorey(drawing, made));

const wallOf = (id: string): Opening['wall'] => id as Opening['wall'];

export const door = (wall: string, offset: number, more: Partial<Opening> = {}): Opening => ({
  wall: wallOf(wall),
  kind: 'door',
  offset,
  width: 900,
  sill: 0,
  head: 2000,
  leaf: 'sliding',
  phase: 'existing',
  ...more,
});

/** A door whose leaf swings from its jamb nearer to a. */
export const swinging = (
  wall: string,
  offset: number,
  side: 'left' | 'right',
  more: Partial<Opening> = {},
): Opening => door(wall, offset, { leaf: 'swing', hinge: 'a', side, ...more });

export const pane = (wall: string, offset: number, more: Partial<Opening> = {}): Opening => ({
  wall: wallOf(wall),
  kind: 'window',
  offset,
  width: 1000,
  sill: 900,
  head: 2400,
  phase: 'existing',
  ...more,
});

export const thing = (
  kind: FixtureKind,
  x: number,
  y: number,
  more: Partial<Fixture> = {},
): Fixture => ({
  kind,
  at: { x, y },
  rotation: 0,
  width: 400,
  depth: 400,
  phase: 'existing',
  ...more,
});

export const stack = (kind: Riser['kind'], x: number, y: number, line = ''): Riser => ({
  kind,
  line,
  at: { x, y },
  width: 100,
  depth: 100,
  phase: 'existing',
});

const alone = `
  +--+
  |A |
  +--+`;

/** One room A, by its net size in mm; its floor begins at 60, 60. */
export const room = (
  tag: Tagged,
  [width, depth]: readonly [number, number],
  more: Partial<Small> = {},
): Plan => planOfStoreys(roomStorey(tag, [width, depth], more));

export const roomStorey = (
  tag: Tagged,
  [width, depth]: readonly [number, number],
  more: Partial<Small> = {},
): Storey =>
  smallStorey(alone, {
    tags: { A: tag },
    columns: { 0: 0, 3: width + 120 },
    rows: { 0: 0, 2: depth + 120 },
    ...more,
  });

const beside = `
  +--+--+
  |A |B |
  +--+--+`;

/** Two rooms side by side, by their net sizes; the wall between them is wall_3-0-v. */
export const pair = (
  tags: Readonly<Record<string, Tagged>>,
  [first, second, depth]: readonly [number, number, number],
  more: Partial<Small> = {},
): Plan =>
  small(beside, {
    tags,
    columns: { 0: 0, 3: first + 120, 6: first + second + 240 },
    rows: { 0: 0, 2: depth + 120 },
    ...more,
  });
