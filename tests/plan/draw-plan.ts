import type {
  HouseholdId,
  Id,
  IdKind,
  IdOfKind,
  JointId,
  NewId,
  Opening,
  Plan,
  Point,
  RoomTag,
  Storey,
  StoreyId,
  Table,
  Wall,
  WallId,
} from '../../shared/plan/model.ts';

/** Ids that count up: `wall_n1`, `wall_n2`. */
export function countingIds(prefix = 'n'): NewId {
  let count = 0;
  return <K extends IdKind>(kind: K) => {
    count += 1;
    return `${kind}_${prefix}${count}` as IdOfKind[K];
  };
}

export const id = <K extends IdKind>(kind: K, rest: string): IdOfKind[K] =>
  `${kind}_${rest}` as Id<string> as IdOfKind[K];

/**
 * Walls from a drawing: capitals are joints, `-` and `|` run between them, and everything else is
 * blank. One column is `dx` mm, one line `dy` mm; the lower left corner is at 0, 0. The wall
 * between A and B is `wall_AB`, named from left to right and from top to bottom.
 */
export function drawStorey(
  drawing: string,
  { dx = 500, dy = 1000, thickness = 200 }: { dx?: number; dy?: number; thickness?: number } = {},
): Storey {
  const lines = drawing.split('\n').filter((row) => row.trim() !== '');
  const joints: Record<string, Point> = {};
  const walls: Record<string, Wall> = {};
  const letter = (row: number, column: number): string | undefined =>
    lines[row]?.[column]?.match(/[A-Z]/)?.[0];
  const follow = (row: number, column: number, mark: string): void => {
    const from = letter(row, column);
    let [r, c] = [row, column];
    let length = 0;
    do {
      if (mark === '-') c += 1;
      else r += 1;
      length += 1;
    } while (lines[r]?.[c] === mark);
    const to = letter(r, c);
    if (!from || !to || length === 1) return;
    walls[`wall_${from}${to}`] = {
      a: id('joint', from),
      b: id('joint', to),
      thickness,
      kind: 'partition',
      phase: 'existing',
    };
  };
  lines.forEach((row, r) => {
    [...row].forEach((_, c) => {
      const name = letter(r, c);
      if (!name) return;
      joints[`joint_${name}`] = { x: c * dx, y: (lines.length - 1 - r) * dy };
      follow(r, c, '-');
      follow(r, c, '|');
    });
  });
  return {
    name: '一层',
    level: 1,
    elevation: 0,
    height: 2900,
    joints: joints as Table<JointId, Point>,
    walls: walls as Table<WallId, Wall>,
    openings: {},
    rooms: {},
    fixtures: {},
    risers: {},
  };
}

export const storey1: StoreyId = id('storey', '1');
export const household1: HouseholdId = id('household', '1');
export const household2: HouseholdId = id('household', '2');

/** A plan of one storey and two households, 101 and 102. */
export const planOf = (storey: Storey): Plan => ({
  tenancies: {},
  households: { [household1]: { door: '101' }, [household2]: { door: '102' } },
  storeys: { [storey1]: storey },
});

export const door = (wall: string, offset: number, change: Partial<Opening> = {}): Opening => ({
  wall: id('wall', wall),
  kind: 'door',
  offset,
  width: 800,
  sill: 0,
  head: 2100,
  phase: 'existing',
  ...change,
});

export const tag = (x: number, y: number, change: Partial<RoomTag> = {}): RoomTag => ({
  at: { x, y },
  use: 'bedroom',
  name: '',
  holders: [],
  phase: 'existing',
  ...change,
});
