import type { Draft } from 'immer';
import { once } from '../derive/once.ts';
import { noteChanges, type TableChange } from '../derive/table-changes.ts';

/**
 * A storey that is changed in place to see what would come of it, and costs what is touched of it: a
 * drag does so at every move. (A draft of immer copies a table as soon as one of its elements is read.)
 *
 * Tables are objects of objects by id. An element is copied when it is read, and counts as changed only
 * where it then differs; what is unchanged stays the identical object, tables and the whole included.
 */
export function sketched<T extends object>(base: T, change: (draft: Draft<T>) => void): T {
  const tables = new Map<object, Table>();
  const root: Fields = {};
  for (const [key, value] of Object.entries(base)) {
    if (!isObject(value)) root[key] = value;
    else {
      const table = new Table(value as Fields);
      tables.set(table.draft, table);
      root[key] = table.draft;
    }
  }
  change(root as Draft<T>);
  let isSame = true;
  const result: Fields = {};
  for (const [key, value] of Object.entries(root)) {
    const table = isObject(value) ? tables.get(value) : undefined;
    const kept = table ? table.result() : value;
    result[key] = kept;
    if (kept !== (base as Fields)[key]) isSame = false;
  }
  if (isSame && Object.keys(base).every((key) => key in result)) return base;
  return result as T;
}

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A copy that is itself copied a hundred times sooner, where it has no more than a thousand entries. */
const quickToCopy = once((table: Fields): Fields => ({ ...table }));

/** Stands for what was taken away. */
const gone = Symbol('gone');

/** An object of which what is read is copied, and what is changed is kept beside it. */
class Table {
  readonly #base: Fields;
  /** Copies of what was read, what was put here, and what went, in the order in which they came. */
  readonly #own = new Map<string, unknown>();
  readonly draft: object;

  constructor(base: Fields) {
    this.#base = base;
    this.draft = new Proxy(
      {},
      {
        get: (_, key) => (typeof key === 'string' ? this.#read(key) : undefined),
        set: (_, key, value) => {
          const id = String(key);
          // What is put back as it was is no copy to be changed: it is copied anew when it is read.
          if (Object.hasOwn(base, id) && base[id] === value) this.#own.delete(id);
          else this.#own.set(id, value);
          return true;
        },
        deleteProperty: (_, key) => {
          this.#own.set(String(key), gone);
          return true;
        },
        has: (_, key) => typeof key === 'string' && this.#has(key),
        ownKeys: () => this.#keys(),
        getOwnPropertyDescriptor: (_, key) =>
          typeof key === 'string' && this.#has(key)
            ? { value: this.#read(key), writable: true, enumerable: true, configurable: true }
            : undefined,
      },
    );
  }

  #has(key: string): boolean {
    return this.#own.has(key) ? this.#own.get(key) !== gone : Object.hasOwn(this.#base, key);
  }

  #read(key: string): unknown {
    if (this.#own.has(key)) {
      const own = this.#own.get(key);
      return own === gone ? undefined : own;
    }
    if (!Object.hasOwn(this.#base, key)) return undefined;
    const value = this.#base[key];
    if (!isObject(value)) return value;
    const copy = copied(value);
    this.#own.set(key, copy);
    return copy;
  }

  #keys(): string[] {
    const keys = Object.keys(this.#base).filter((key) => this.#own.get(key) !== gone);
    for (const [key, value] of this.#own) {
      if (value !== gone && !Object.hasOwn(this.#base, key)) keys.push(key);
    }
    return keys;
  }

  result(): Fields {
    const changes: TableChange<string, unknown>[] = [];
    for (const [id, own] of this.#own) {
      const isHere = Object.hasOwn(this.#base, id);
      const was = isHere ? this.#base[id] : undefined;
      if (own === gone ? !isHere : isHere && areEqual(was, own)) continue;
      changes.push({ id, was, is: own === gone ? undefined : own });
    }
    if (changes.length === 0) return this.#base;
    const result = { ...quickToCopy(this.#base) };
    for (const { id } of changes) {
      if (this.#own.get(id) === gone) delete result[id];
      else result[id] = this.#own.get(id);
    }
    noteChanges(this.#base, result, inOrder(changes, this.#base));
    return result;
  }
}

/** As the newer table lists them, then what went. */
function inOrder(
  changes: readonly TableChange<string, unknown>[],
  base: Fields,
): TableChange<string, unknown>[] {
  if (changes.length === 1) return [...changes];
  const places = placesIn(base);
  const placeOf = ({ id, is }: TableChange<string, unknown>): number =>
    (places.get(id) ?? places.size) + (is === undefined ? 2 * places.size : 0);
  return changes.toSorted((one, other) => placeOf(one) - placeOf(other));
}

const placesIn = once(
  (table: Fields): ReadonlyMap<string, number> =>
    new Map(Object.keys(table).map((id, place) => [id, place])),
);

function copied<V>(value: V): V {
  if (Array.isArray(value)) return value.map(copied) as V;
  if (!isObject(value)) return value;
  const copy: Fields = {};
  for (const key of Object.keys(value)) copy[key] = copied((value as Fields)[key]);
  return copy as V;
}

function areEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other)) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) => Object.hasOwn(other, key) && areEqual((one as Fields)[key], (other as Fields)[key]),
    )
  );
}
