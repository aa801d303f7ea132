import type {
  Anchor,
  Dimension,
  Fixture,
  FixtureKind,
  Holder,
  Household,
  Joint,
  Opening,
  Plan,
  RoomTag,
  RoomUse,
  Storey,
  Wall,
} from '../../shared/plan/model.ts';
import { Random } from './random.ts';

/**
 * A storey as a grid of rooms, the same for the same seed. Of three rows the middle one is a
 * corridor; homes lie along both of its sides, a room and a kitchen-bathroom each, and every third
 * home shares the kitchen-bathroom of the one before it.
 *
 *   +--+--+--+--+
 *   |  |K |  |K |
 *   +-\+-\+-\+-\+
 *   /     :     |    corridor: passages between its cells, a door in the west
 *   +-\+-\+-\+-\+
 *   |  |K |  |K |
 *   +--+--+--+--+
 */

export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

export interface GeneratedGrid {
  readonly plan: Plan;
  /** The level wall in the middle, between two rows of homes: neither it nor those that meet it have doors. */
  readonly middle: { readonly wall: string; readonly at: Joint };
}

export const gridWalls = ({ columns, rows }: Grid): number => 2 * columns * rows + columns + rows;

const storeyId = 'storey_grid';
/** mm */
const outer = 240;
const inner = 120;
const doorWidth = 900;

export function generateGrid({ columns, rows }: Grid, seed = 1): GeneratedGrid {
  const random = new Random(seed);
  const lines = (count: number, least: number, most: number): number[] => {
    const places = [0];
    for (let index = 0; index < count; index++) {
      places.push(places[index]! + random.between(least, most, 100));
    }
    return places;
  };
  const xs = lines(columns, 3300, 4200);
  const ys = lines(rows, 3000, 3900);
  const joints: Record<string, Joint> = {};
  const walls: Record<string, Wall> = {};
  const openings: Record<string, Opening> = {};
  const rooms: Record<string, RoomTag> = {};
  const fixtures: Record<string, Fixture> = {};
  const households: Record<string, Household> = {};

  const joint = (column: number, row: number): Wall['a'] => `joint_${column}_${row}` as Wall['a'];
  const wall = (id: string, a: Wall['a'], b: Wall['b'], isOuter: boolean): void => {
    const thickness = isOuter ? outer : inner;
    walls[id] = { a, b, thickness, kind: isOuter ? 'bearing' : 'partition', phase: 'existing' };
  };
  const open = (host: string, kind: 'door' | 'passage', length: number): void => {
    openings[`opening_${host}`] = {
      wall: host as Opening['wall'],
      kind,
      offset: Math.round((length - doorWidth) / 2),
      width: doorWidth,
      sill: 0,
      head: 2100,
      ...(kind === 'door' ? { leaf: 'swing', hinge: 'a', side: 'left' } : {}),
      phase: 'existing',
    };
  };

  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      joints[joint(column, row)] = { x: xs[column]!, y: ys[row]! };
      if (column < columns) {
        const id = level(column, row);
        wall(id, joint(column, row), joint(column + 1, row), row === 0 || row === rows);
        const opensOnCorridor = isCorridor(row) || isCorridor(row - 1);
        // A last row that no corridor serves has its doors in the outer wall.
        const isLast = row === rows && !isCorridor(row - 1) && (row - 1) % 3 === 0;
        if ((opensOnCorridor && row > 0 && row < rows) || isLast) {
          open(id, 'door', xs[column + 1]! - xs[column]!);
        }
      }
      if (row < rows) {
        const id = upright(column, row);
        wall(id, joint(column, row), joint(column, row + 1), column === 0 || column === columns);
        if (isCorridor(row) && column < columns) {
          open(id, column === 0 ? 'door' : 'passage', ys[row + 1]! - ys[row]!);
        }
      }
    }
  }

  for (let row = 0; row < rows; row++) {
    let before: Holder | null = null;
    for (let column = 0; column < columns; column++) {
      const centre = {
        x: Math.round((xs[column]! + xs[column + 1]!) / 2),
        y: Math.round((ys[row]! + ys[row + 1]!) / 2),
      };
      const tag = (use: RoomUse, name: string, holders: readonly Holder[]): void => {
        rooms[`room_${column}_${row}`] = { at: centre, use, name, holders, phase: 'existing' };
      };
      if (isCorridor(row)) {
        tag('corridor', '走廊', ['building']);
        continue;
      }
      const home = Math.floor(column / 2);
      const holder = `household_${row}_${home}` as Holder;
      if (column % 2 === 0) {
        households[holder] = { door: `${row + 1}${String(home + 1).padStart(2, '0')}` };
        tag('bed-living', '居室', [holder]);
        continue;
      }
      const isShared = before !== null && home % 3 === 1;
      tag('kitchen-bath', '厨卫', isShared ? [before as Holder, holder] : [holder]);
      before = holder;
      const back = ys[row]! + (row === 0 ? outer : inner) / 2;
      kitchenBath.forEach((kind, index) => {
        fixtures[`fixture_${column}_${row}_${kind}`] = {
          kind,
          at: { x: xs[column]! + 500 + index * 650, y: back },
          rotation: 0,
          width: 500,
          depth: 500,
          ...(kind === 'cooker' ? { fuel: 'gas' as const } : {}),
          phase: 'existing',
        };
      });
    }
  }

  const chain = (
    ids: readonly Wall['a'][],
    along: Dimension['along'],
    offset: number,
  ): Dimension => ({
    anchors: ids.map((id): Anchor => ({ at: joints[id]!, on: { joint: id } })),
    along,
    offset,
  });
  const middleRow = Math.round(rows / 6) * 3;
  const middleColumn = Math.floor(columns / 2);
  const storey = {
    name: '一层',
    level: 1,
    elevation: 0,
    height: 2900,
    joints,
    walls,
    openings,
    rooms,
    fixtures,
    risers: {},
    dimensions: {
      dimension_south: chain(
        xs.map((_, column) => joint(column, 0)),
        'x',
        -1200,
      ),
      dimension_west: chain(
        ys.map((_, row) => joint(0, row)),
        'y',
        1200,
      ),
      dimension_middle: chain(
        ys.map((_, row) => joint(middleColumn, row)),
        'y',
        xs[middleColumn]! + 2400,
      ),
    },
  } as unknown as Storey;
  return {
    plan: { tenancies: {}, households, storeys: { [storeyId]: storey } } as Plan,
    middle: {
      wall: level(middleColumn, middleRow),
      at: {
        x: Math.round((xs[middleColumn]! + xs[middleColumn + 1]!) / 2),
        y: ys[middleRow]!,
      },
    },
  };
}

const kitchenBath: readonly FixtureKind[] = ['sink', 'cooker', 'wc', 'shower'];

const isCorridor = (row: number): boolean => row % 3 === 1;

const level = (column: number, row: number): string => `wall_level_${column}_${row}`;
const upright = (column: number, row: number): string => `wall_upright_${column}_${row}`;
