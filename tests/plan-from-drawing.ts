import type { IdKind, IdOfKind, NewId, Plan, Storey, StoreyId } from '../shared/plan/model.ts';

/**
 * Plans for tests, drawn in ASCII. `+` are joints, `-` and `|` walls between them (120 mm, existing),
 * `=` and `!` new walls, `~` and `:` boundaries. A letter inside a room is its tag. Columns and rows
 * are `step` mm apart; the lowest row is y = 0.
 */
export interface Drawing {
  readonly step?: number;
  readonly thickness?: number;
  /** What each letter stands for; letters that are absent are tags of use `other` without a holder. */
  readonly tags?: Record<
    string,
    { use: Storey['rooms'][never]['use']; holders?: string[]; name?: string }
  >;
}

export const storeyId = 'storey_1' as StoreyId;

export function storeyFromDrawing(drawing: string, options: Drawing = {}): Storey {
  const { step = 1000, thickness = 120, tags = {} } = options;
  const rows = drawing
    .replace(/^\n/, '')
    .replace(/\n\s*$/, '')
    .split('\n');
  const indent = Math.min(...rows.filter((row) => row.trim()).map((row) => row.search(/\S/)));
  const grid = rows.map((row) => row.slice(indent)).reverse();
  const cell = (x: number, y: number): string => grid[y]?.[x] ?? ' ';
  const joints: Record<string, { x: number; y: number }> = {};
  const walls: Record<string, unknown> = {};
  const rooms: Record<string, unknown> = {};
  const joint = (x: number, y: number): string => {
    const id = `joint_${x}-${y}`;
    joints[id] = { x: x * step, y: y * step };
    return id;
  };
  const runs = {
    '-': ['-', 1, 0],
    '=': ['=', 1, 0],
    '~': ['~', 1, 0],
    '|': ['|', 0, 1],
    '!': ['!', 0, 1],
    ':': [':', 0, 1],
  } as const;
  grid.forEach((row, y) => {
    [...row].forEach((mark, x) => {
      if (/[A-Za-z]/.test(mark)) {
        const tag = tags[mark] ?? { use: 'other' };
        rooms[`room_${mark}`] = {
          at: { x: x * step, y: y * step },
          use: tag.use,
          name: tag.name ?? mark,
          holders: tag.holders ?? [],
          phase: 'existing',
        };
      }
      if (mark !== '+') return;
      for (const [line, dx, dy] of Object.values(runs)) {
        let length = 1;
        while (cell(x + dx * length, y + dy * length) === line) length++;
        if (length === 1 || cell(x + dx * length, y + dy * length) !== '+') continue;
        const boundary = line === '~' || line === ':';
        walls[`wall_${x}-${y}-${dx ? 'h' : 'v'}`] = {
          a: joint(x, y),
          b: joint(x + dx * length, y + dy * length),
          thickness: boundary ? 0 : thickness,
          kind: boundary ? 'boundary' : 'partition',
          phase: line === '=' || line === '!' ? 'new' : 'existing',
        };
      }
    });
  });
  return {
    name: '一层',
    level: 1,
    elevation: 0,
    height: 2900,
    joints,
    walls,
    openings: {},
    rooms,
    fixtures: {},
    risers: {},
  } as unknown as Storey;
}

export function planOf(storey: Storey, doors: readonly string[] = []): Plan {
  return {
    tenancies: {},
    households: Object.fromEntries(doors.map((door) => [`household_${door}`, { door }])),
    storeys: { [storeyId]: storey },
  } as unknown as Plan;
}

/** Ids in sequence, so that tests repeat exactly. */
export function sequentialIds(prefix = 'n'): NewId {
  let count = 0;
  return <K extends IdKind>(kind: K): IdOfKind[K] =>
    `${kind}_${prefix}${++count}` as unknown as IdOfKind[K];
}
