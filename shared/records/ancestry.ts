import type { RecordId } from './record.ts';

/** What ancestry needs of a version. It may name others that are damaged or have not arrived. */
export interface Descent {
  readonly id: RecordId;
  readonly parents: readonly RecordId[];
  /** As it was saved with; absent in older files. */
  readonly number?: number | undefined;
  readonly earlier?: readonly RecordId[] | undefined;
}

/** A version that is known only by others that name it. */
export interface Gap {
  readonly id: RecordId;
  /** Null where nothing says which it was. */
  readonly number: number | null;
  /** It was left out when the file was exported from which the others came. */
  readonly leftOut: boolean;
}

export interface Ancestry {
  /** How many versions lie on the longest way to it, itself included: 1 for the first. */
  readonly numbers: ReadonlyMap<RecordId, number>;
  /**
   * Versions that nobody went on from, newest first. What may have been gone on from by a version
   * that is not here is none: a gap is no fork.
   */
  readonly heads: readonly RecordId[];
  /** Versions that nobody here names, and that a gap may descend from; newest first. */
  readonly uncertain: readonly RecordId[];
  /** Newest first. */
  readonly gaps: readonly Gap[];
  /**
   * The version that two were last drawn from: of all that both descend from, the newest that no
   * other of them descends from. A version counts as its own ancestor. `hidden`: there is none, and
   * the one that there is may be among those that are not here.
   */
  common(
    one: RecordId,
    other: RecordId,
  ): { readonly version: RecordId | null; readonly hidden: boolean };
  /** What a version drawn from these is saved with. */
  next(parents: readonly RecordId[]): {
    readonly number: number;
    readonly earlier?: readonly RecordId[];
  };
}

/** Ids that a version is saved with beyond its parents: enough to bridge a gap, and small. */
export const mostEarlier = 32;

/** All that is known to lie before a version; an id below `open` may as well. */
interface Past {
  readonly known: ReadonlySet<RecordId>;
  /** Empty where everything is known. */
  readonly open: RecordId;
}

/**
 * How the versions of a scheme descend from each other. Ids begin with the time and a version is
 * later than its parents, so that the order of ids is an order of descent.
 *
 * @param leftOut versions that are not here on purpose; one that is here counts as such.
 */
export function ancestryOf(
  versions: readonly Descent[],
  leftOut: readonly Descent[] = [],
): Ancestry {
  const here = new Map(versions.map((version) => [version.id, version]));
  const away = new Map(
    leftOut.filter(({ id }) => !here.has(id)).map((version) => [version.id, version]),
  );
  const bridges = bridgesOf(versions, (id) => here.has(id) || away.has(id));
  const pasts = new Map<RecordId, Past>();

  const pastOf = (id: RecordId): Past => {
    const kept = pasts.get(id);
    if (kept) return kept;
    const known = new Set<RecordId>();
    let open = '';
    const look = [id];
    const leave = (below: RecordId): void => {
      if (below > open) open = below;
    };
    for (let next = look.pop(); next !== undefined; next = look.pop()) {
      if (known.has(next)) continue;
      known.add(next);
      const version = here.get(next) ?? away.get(next);
      if (!version) {
        const bridge = bridges.get(next);
        look.push(...(bridge?.earlier ?? []).filter((one) => here.has(one) || away.has(one)));
        leave(bridge ? bridge.open : next);
        continue;
      }
      const before = [...version.parents, ...(version.earlier ?? [])];
      const isThere = (one: RecordId): boolean => here.has(one) || away.has(one);
      if (!version.earlier || before.every(isThere)) {
        look.push(...before);
        continue;
      }
      // It says itself what lies behind those that are not here.
      for (const one of before) {
        if (isThere(one)) look.push(one);
        else known.add(one);
      }
      leave(endOf(version.earlier));
    }
    const past = { known, open };
    pasts.set(id, past);
    return past;
  };

  const numbers = numbersOf(here, away);
  const named = new Set(
    [...versions, ...away.values()].flatMap(({ parents, earlier }) => [
      ...parents,
      ...(earlier ?? []),
    ]),
  );
  const unnamed = newestFirst([...here.keys()].filter((id) => !named.has(id)));
  const mayLieBefore = (id: RecordId, other: RecordId): boolean => {
    if (id === other) return false;
    const { known, open } = pastOf(other);
    return known.has(id) || (id < open && !pastOf(id).known.has(other));
  };
  const heads = unnamed.filter((id) => !unnamed.some((other) => mayLieBefore(id, other)));
  const [newest] = newestFirst([...here.keys()]);
  if (heads.length === 0 && newest !== undefined) heads.push(newest);

  return {
    numbers,
    heads,
    uncertain: unnamed.filter((id) => !heads.includes(id)),
    gaps: gapsOf(versions, here, away, numbers),
    common(one, other) {
      const [mine, theirs] = [pastOf(one), pastOf(other)];
      const both = [...mine.known].filter((id) => theirs.known.has(id));
      const shared = both.filter((id) => here.has(id));
      const beneath = new Set(
        shared.flatMap((id) => [...pastOf(id).known].filter((before) => before !== id)),
      );
      const [version = null] = newestFirst(shared.filter((id) => !beneath.has(id)));
      const isOpen = mine.open !== '' || theirs.open !== '' || both.length > 0;
      return { version, hidden: version === null && isOpen };
    },
    next(parents) {
      const number = 1 + Math.max(0, ...parents.map((id) => numbers.get(id) ?? 0));
      const before = parents.map(pastOf);
      // A list that may lack something says less than none.
      if (before.some(({ open }) => open !== '')) return { number };
      const all = new Set(before.flatMap(({ known }) => [...known]));
      for (const parent of parents) all.delete(parent);
      return { number, earlier: newestFirst([...all]).slice(0, mostEarlier) };
    },
  };
}

const newestFirst = (ids: readonly RecordId[]): RecordId[] => [...ids].sort().reverse();

/** Below which id a version's list of what lies before it says nothing; empty for a whole list. */
const endOf = (earlier: readonly RecordId[]): RecordId =>
  earlier.length < mostEarlier ? '' : [...earlier].sort()[0]!;

interface Bridge {
  readonly earlier: readonly RecordId[];
  readonly open: RecordId;
}

/** What lies before a version that is not here, as its only child says. */
function bridgesOf(
  versions: readonly Descent[],
  isKnown: (id: RecordId) => boolean,
): ReadonlyMap<RecordId, Bridge> {
  const bridges = new Map<RecordId, Bridge>();
  for (const { parents, earlier } of versions) {
    const [parent] = parents;
    if (!earlier || parents.length !== 1 || parent === undefined || isKnown(parent)) continue;
    bridges.set(parent, { earlier, open: endOf(earlier) });
  }
  return bridges;
}

type Known = ReadonlyMap<RecordId, Descent>;

/**
 * The number that a version was saved with. One without counts on from its parents; a parent that is
 * not here is taken to have followed the version before it in time.
 */
function numbersOf(here: Known, away: Known): Map<RecordId, number> {
  const numbers = new Map<RecordId, number>();
  const known = [...here.values(), ...away.values()].sort((left, right) =>
    left.id < right.id ? -1 : 1,
  );
  for (const { id, parents, number } of known) {
    const before = parents.map((parent) => numbers.get(parent) ?? earlierThan(parent, numbers) + 1);
    numbers.set(id, number ?? 1 + Math.max(0, ...before));
  }
  return numbers;
}

/** The highest number before a time; numbers are kept in the order of time. */
function earlierThan(id: RecordId, numbers: ReadonlyMap<RecordId, number>): number {
  let highest = 0;
  for (const [other, number] of numbers) {
    if (other < id) highest = Math.max(highest, number);
  }
  return highest;
}

function gapsOf(
  versions: readonly Descent[],
  here: Known,
  away: Known,
  numbers: ReadonlyMap<RecordId, number>,
): Gap[] {
  const found = new Map<RecordId, number | null>();
  for (const { id, number } of away.values()) found.set(id, number ?? numbers.get(id) ?? null);
  for (const { id, parents, earlier } of versions) {
    for (const one of earlier ?? []) if (!here.has(one) && !found.has(one)) found.set(one, null);
    for (const parent of parents) {
      if (here.has(parent) || away.has(parent)) continue;
      // Of two parents only the one with the higher number is told by that of their child.
      found.set(parent, parents.length === 1 ? numbers.get(id)! - 1 : (found.get(parent) ?? null));
    }
  }
  return newestFirst([...found.keys()]).map((id) => ({
    id,
    number: found.get(id) ?? null,
    leftOut: away.has(id),
  }));
}
