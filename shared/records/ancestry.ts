import type { RecordId } from './record.ts';
import { numberAfter, numbersOf } from './version-numbers.ts';

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
   * The versions that two were last drawn from, newest first: of all that both descend from, those
   * that no other of them descends from. There are several where the two were merged from the same
   * versions apart from each other. A version counts as its own ancestor; several in place of the
   * first are asked about as if they were merged. `hidden`: there is none, and the one that there is
   * may be among those that are not here. So it is where the last, or one of several, is not here: what
   * was changed in it and back since would pass for unchanged beside an older one.
   */
  common(
    ones: RecordId | readonly RecordId[],
    other: RecordId,
  ): { readonly versions: readonly RecordId[]; readonly hidden: boolean };
  /** What a version drawn from these is saved with. */
  next(parents: readonly RecordId[]): {
    readonly number: number;
    readonly earlier?: readonly RecordId[];
  };
}

/** Ids that a version is saved with beyond its parents: enough to bridge a gap, and small. */
export const mostEarlier = 32;

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
  const known: Known = { get: (id) => here.get(id) ?? away.get(id) };
  const steps = stepsOf(known, bridgesOf(versions, known));
  const opens = new Map<RecordId, RecordId>();
  const openOf = (id: RecordId): RecordId => openBelow(id, steps, opens);
  const numbers = numbersOf([...here.values(), ...away.values()]);
  const named = new Set(
    [...here.values(), ...away.values()].flatMap(({ parents, earlier }) => [
      ...parents,
      ...(earlier ?? []),
    ]),
  );
  const unnamed = newestFirst([...here.keys()].filter((id) => !named.has(id)));
  // Nothing that is told leads to one of these: only what is not told may.
  const [highest = '', second = ''] = newestFirst(unnamed.map(openOf));
  const heads = unnamed.filter((id) => id >= (openOf(id) === highest ? second : highest));
  const [newest] = newestFirst([...here.keys()]);
  if (heads.length === 0 && newest !== undefined) heads.push(newest);
  const isHead = new Set(heads);

  /** All that is named by what lies before versions, whether or not it is here. */
  const namedBy = (ids: Iterable<RecordId>): ReadonlySet<RecordId> =>
    new Set(
      [...ids].flatMap((id) => [
        id,
        ...(known.get(id)?.parents ?? []),
        ...(known.get(id)?.earlier ?? []),
      ]),
    );
  /** Whether all of some descend from one that is not here, and that lies behind none of the last. */
  const lacksOne = (ones: readonly RecordId[], last: readonly RecordId[]): boolean => {
    const [first, ...rest] = ones.map((id) => namedBy(pastOf([id], steps)));
    const before = namedBy(pastOf(last, steps));
    return [...(first ?? [])].some(
      (id) => !here.has(id) && !before.has(id) && rest.every((past) => past.has(id)),
    );
  };

  return {
    numbers,
    heads,
    uncertain: unnamed.filter((id) => !isHead.has(id)),
    gaps: gapsOf([...here.values()], away, here, numbers),
    common(ones, other) {
      const mine = typeof ones === 'string' ? [ones] : ones;
      const theirs = pastOf([other], steps);
      const both = [...pastOf(mine, steps)].filter((id) => theirs.has(id));
      const versions = lastOf(
        both.filter((id) => here.has(id)),
        steps,
      );
      if (versions.length > 0 && lacksOne([...mine, other], versions)) {
        return { versions: [], hidden: true };
      }
      const isOpen = [...mine, other].some((id) => openOf(id) !== '') || both.length > 0;
      return { versions, hidden: versions.length === 0 && isOpen };
    },
    next(parents) {
      const number = numberAfter(parents.map((id) => numbers.get(id) ?? 0));
      // A list that may lack something says less than none.
      if (parents.some((id) => openOf(id) !== '')) return { number };
      const all = new Set(pastOf(parents, steps));
      for (const parent of parents) all.delete(parent);
      return { number, earlier: newestFirst([...all]).slice(0, mostEarlier) };
    },
  };
}

interface Known {
  get(id: RecordId): Descent | undefined;
}

/** One step back from a version: what is known to lie before it, and below which id more may. */
interface Step {
  readonly before: readonly RecordId[];
  readonly open: RecordId;
}

/** A version that is not here is one step back from itself to what its only child says of it. */
function stepsOf(known: Known, bridges: ReadonlyMap<RecordId, Step>): (id: RecordId) => Step {
  return (id) => {
    const version = known.get(id);
    if (!version) return bridges.get(id) ?? { before: [], open: id };
    const before = [...version.parents, ...(version.earlier ?? [])];
    const isThere = (one: RecordId): boolean => known.get(one) !== undefined;
    if (!version.earlier || before.every(isThere)) return { before, open: '' };
    // It says itself what lies behind those that are not here.
    return { before: before.filter(isThere), open: endOf(version.earlier) };
  };
}

/** Everything known to lie before some versions, themselves included. */
function pastOf(ids: readonly RecordId[], steps: (id: RecordId) => Step): ReadonlySet<RecordId> {
  const past = new Set<RecordId>();
  const look = [...ids];
  for (let next = look.pop(); next !== undefined; next = look.pop()) {
    if (past.has(next)) continue;
    past.add(next);
    look.push(...steps(next).before);
  }
  return past;
}

/** The highest id below which more may lie before a version than is known; empty for none. */
function openBelow(
  id: RecordId,
  steps: (id: RecordId) => Step,
  found: Map<RecordId, RecordId>,
): RecordId {
  const look = [id];
  const begun = new Set<RecordId>();
  for (let next = look.at(-1); next !== undefined; next = look.at(-1)) {
    if (found.has(next)) {
      look.pop();
      continue;
    }
    const { before, open } = steps(next);
    // Whoever comes back to one that is begun goes in a circle, which no honest file has.
    const missing = begun.has(next) ? [] : before.filter((one) => !found.has(one));
    begun.add(next);
    if (missing.length > 0) look.push(...missing);
    else {
      found.set(
        next,
        before.reduce((most, one) => {
          const below = found.get(one) ?? '';
          return below > most ? below : most;
        }, open),
      );
      look.pop();
    }
  }
  return found.get(id) ?? '';
}

/**
 * Of versions those that no other of them descends from, newest first. A parent may be later than its
 * child, where two clocks differ, so that the order of ids tells nothing here.
 */
function lastOf(versions: readonly RecordId[], steps: (id: RecordId) => Step): RecordId[] {
  const beneath = pastOf([...new Set(versions.flatMap((id) => steps(id).before))], steps);
  return newestFirst(versions.filter((id) => !beneath.has(id)));
}

const newestFirst = (ids: readonly RecordId[]): RecordId[] => [...ids].sort().reverse();

/** Below which id a version's list of what lies before it says nothing; empty for a whole list. */
const endOf = (earlier: readonly RecordId[]): RecordId =>
  earlier.length < mostEarlier ? '' : [...earlier].sort()[0]!;

/** What lies before a version that is not here, as its only child says. */
function bridgesOf(versions: readonly Descent[], known: Known): ReadonlyMap<RecordId, Step> {
  const bridges = new Map<RecordId, Step>();
  for (const { parents, earlier } of versions) {
    const [parent] = parents;
    if (!earlier || parents.length !== 1 || parent === undefined || known.get(parent)) continue;
    const before = earlier.filter((one) => known.get(one));
    bridges.set(parent, { before, open: endOf(earlier) });
  }
  return bridges;
}

function gapsOf(
  versions: readonly Descent[],
  away: ReadonlyMap<RecordId, Descent>,
  here: ReadonlyMap<RecordId, Descent>,
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
