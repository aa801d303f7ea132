import { once } from './once.ts';

/** An element that is not in both tables as the identical object; undefined where it is not there. */
export interface TableChange<K extends string, V> {
  readonly id: K;
  readonly was: V | undefined;
  readonly is: V | undefined;
}

/**
 * What differs between two states of a table: in the order in which the newer one lists it, then what
 * went. Remembered, because a move of the pointer is asked from several sides what it changed.
 */
export const tableChanges = <K extends string, V>(
  was: Readonly<Record<K, V>>,
  is: Readonly<Record<K, V>>,
): readonly TableChange<K, V>[] =>
  was === is ? none : ((notedOf(was, is) ?? derived(was, is)) as readonly TableChange<K, V>[]);

interface Noted {
  readonly was: AnyTable;
  readonly is: AnyTable;
  readonly changes: readonly TableChange<string, unknown>[];
}
/** Newest last: as many as a storey has tables. */
const noted: Noted[] = [];
const mostNoted = 8;

/** Whoever made a table from another may say what it changed, so that nobody need look for it. */
export function noteChanges(was: AnyTable, is: AnyTable, changes: Noted['changes']): void {
  noted.push({ was, is, changes });
  if (noted.length > mostNoted) noted.shift();
}

const notedOf = (was: AnyTable, is: AnyTable): Noted['changes'] | undefined =>
  noted.find((one) => one.is === is && one.was === was)?.changes;

const none: readonly never[] = [];

type AnyTable = Readonly<Record<string, unknown>>;

const derived = once((was: AnyTable, is: AnyTable): readonly TableChange<string, unknown>[] => {
  const changes: TableChange<string, unknown>[] = [];
  let kept = 0;
  for (const id in is) {
    const old = was[id];
    const now = is[id];
    if (old !== undefined) kept += 1;
    if (old !== now) changes.push({ id, was: old, is: now });
  }
  if (kept < sizeOf(was)) {
    for (const id in was) {
      if (is[id] === undefined) changes.push({ id, was: was[id], is: undefined });
    }
  }
  return changes;
});

const sizeOf = once((table: AnyTable): number => Object.keys(table).length);
