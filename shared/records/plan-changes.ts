/** What differs between two plans, as a list that makes one of the other. */

/** The value at a path of keys; without one, what is there goes. */
export interface Change {
  readonly at: readonly string[];
  readonly value?: unknown;
}

type Table = Readonly<Record<string, unknown>>;

/** Lists are replaced as a whole. Both must be made of what JSON can say. */
export function changesBetween(before: Table, after: Table): Change[] {
  const changes: Change[] = [];
  collect(before, after, [], changes);
  return changes;
}

function collect(before: Table, after: Table, at: readonly string[], changes: Change[]): void {
  if (before === after) return;
  for (const key of Object.keys(before)) {
    if (before[key] !== undefined && after[key] === undefined) changes.push({ at: [...at, key] });
  }
  for (const [key, value] of Object.entries(after)) {
    const was = Object.hasOwn(before, key) ? before[key] : undefined;
    if (value === undefined || value === was) continue;
    if (isTable(was) && isTable(value)) collect(was, value, [...at, key], changes);
    else if (JSON.stringify(was) !== JSON.stringify(value))
      changes.push({ at: [...at, key], value });
  }
}

/** Throws `RangeError` where a change leads to no place of the table. */
export function applyChanges(table: Table, changes: readonly Change[]): Table {
  return changes.reduce((now, { at, value }) => put(now, at, value), table);
}

function put(table: Table, [key, ...rest]: readonly string[], value: unknown): Table {
  if (key === undefined) throw new RangeError('a change without a place');
  if (rest.length > 0) {
    const inner = Object.hasOwn(table, key) ? table[key] : undefined;
    if (!isTable(inner)) throw new RangeError(`no table ${key}`);
    return { ...table, [key]: put(inner, rest, value) };
  }
  if (value !== undefined) return { ...table, [key]: value };
  const { [key]: _, ...others } = table;
  return others;
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
