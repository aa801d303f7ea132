import { integrityProblems, type Problem } from '../plan/integrity.ts';
import type { Household, Opening, Plan, RoomTag, Wall } from '../plan/model.ts';
import {
  elementPath,
  type Facts,
  factsOf,
  type Place,
  placeOf,
  planOf,
  planPath,
  same,
  storeyPath,
  strayElements,
} from './facts.ts';

/** The two heads of a merge, in the order in which they were given. */
export type Side = 'ours' | 'theirs';

/** Elements that both heads changed in different ways: only a person can say which it shall be. */
export interface Conflict {
  /** Stable whichever head comes first: the first of the paths. */
  readonly id: string;
  /** Paths of the elements (see facts.ts), sorted; they are taken from one head together. */
  readonly paths: readonly string[];
  readonly chosen: Side;
  /** Whether somebody chose; without a choice the first head stands in. */
  readonly settled: boolean;
}

export interface Merge {
  /** Sound in itself (integrity.ts), whatever was chosen. */
  readonly plan: Plan;
  readonly conflicts: readonly Conflict[];
}

/**
 * Two plans drawn from one, merged element by element. What one head changed, it keeps; what both
 * changed alike stands; what both changed differently is a conflict. Elements that hang together (an
 * opening and its wall, a room and its holder) become one conflict where they would contradict each
 * other otherwise, up to a whole storey and, last, the whole plan: each head alone is sound.
 *
 * @param base the plan that both were drawn from; an empty one where they have no common past.
 */
export function mergePlans(
  base: Plan,
  ours: Plan,
  theirs: Plan,
  choices: ReadonlyMap<string, Side> = new Map(),
): Merge {
  const three: Three = { base: factsOf(base), ours: factsOf(ours), theirs: factsOf(theirs) };
  const units = new Units(three);
  for (;;) {
    const { facts, conflicts } = taken(three, units, choices);
    const ties = [
      ...tiesOfWalls(three, conflicts),
      ...danglingTies(facts, three),
      ...strayElements(facts).map((path) => [path, storeyPath(placeOf(path).storey!)]),
    ];
    if (units.tieAll(ties)) continue;
    const plan = planOf(withoutLooseJoints(facts, three));
    const problems = integrityProblems(plan);
    if (problems.length === 0) return { plan, conflicts };
    const closer = problems.map(({ at }) => tiesOfProblem(at, facts, three));
    if (units.tieAll(closer)) continue;
    const storeys = problems.map(({ at }) => everythingOn(storeyOf(at), three));
    if (units.tieAll(storeys)) continue;
    if (!units.tieAll([allPaths(three)])) throw unsound(problems);
  }
}

interface Three {
  readonly base: Facts;
  readonly ours: Facts;
  readonly theirs: Facts;
}

const unsound = (problems: readonly Problem[]): Error =>
  new Error(`a head of the merge is not sound: ${problems[0]?.at} ${problems[0]?.problem.en}`);

const allPaths = ({ base, ours, theirs }: Three): string[] => [
  ...new Set([...base.keys(), ...ours.keys(), ...theirs.keys()]),
];

/** Elements that are taken from one head together: a forest over their paths. */
class Units {
  readonly #parents = new Map<string, string>();

  constructor(three: Three) {
    for (const path of allPaths(three)) this.#parents.set(path, path);
  }

  /** The smallest path of the unit. */
  rootOf(path: string): string {
    let root = path;
    for (;;) {
      const parent = this.#parents.get(root) ?? root;
      if (parent === root) break;
      root = parent;
    }
    this.#parents.set(path, root);
    return root;
  }

  /** Whether any two of what is tied were apart. */
  tieAll(groups: readonly (readonly string[])[]): boolean {
    let tied = false;
    for (const paths of groups) {
      const known = paths.filter((path) => this.#parents.has(path));
      for (const path of known) {
        const [left, right] = [this.rootOf(known[0]!), this.rootOf(path)];
        if (left === right) continue;
        tied = true;
        if (left < right) this.#parents.set(right, left);
        else this.#parents.set(left, right);
      }
    }
    return tied;
  }

  all(): Map<string, string[]> {
    const units = new Map<string, string[]>();
    for (const path of [...this.#parents.keys()].sort()) {
      const root = this.rootOf(path);
      const unit = units.get(root);
      if (unit) unit.push(path);
      else units.set(root, [path]);
    }
    return units;
  }
}

/** Every unit as it is in the head that changed it. */
function taken(
  three: Three,
  units: Units,
  choices: ReadonlyMap<string, Side>,
): { facts: Map<string, unknown>; conflicts: Conflict[] } {
  const facts = new Map<string, unknown>();
  const conflicts: Conflict[] = [];
  for (const [id, paths] of units.all()) {
    const agree = (one: Facts, other: Facts): boolean =>
      paths.every((path) => same(one.get(path), other.get(path)));
    let from: Facts;
    if (agree(three.ours, three.theirs) || agree(three.base, three.theirs)) from = three.ours;
    else if (agree(three.base, three.ours)) from = three.theirs;
    else {
      const chosen = choices.get(id);
      conflicts.push({ id, paths, chosen: chosen ?? 'ours', settled: chosen !== undefined });
      from = three[chosen ?? 'ours'];
    }
    for (const path of paths) {
      if (from.has(path)) facts.set(path, from.get(path));
    }
  }
  return { facts, conflicts };
}

/** A joint that both moved hangs together with the walls there that either head changed. */
function tiesOfWalls(three: Three, conflicts: readonly Conflict[]): string[][] {
  const asked = new Set(
    conflicts.flatMap(({ paths }) => paths.filter((path) => placeOf(path).table === 'joints')),
  );
  if (asked.size === 0) return [];
  return allPaths(three).flatMap((path) => {
    if (placeOf(path).table !== 'walls' || isUntouched(path, three)) return [];
    return neededBy(path, three).flatMap((joint) => (asked.has(joint) ? [[path, joint]] : []));
  });
}

const isUntouched = (path: string, { base, ours, theirs }: Three): boolean =>
  same(base.get(path), ours.get(path)) && same(base.get(path), theirs.get(path));

/** What is named and not there: the one that names it and the one that it names stand or go together. */
const danglingTies = (facts: Facts, three: Three): string[][] =>
  [...facts].flatMap(([path, fact]) =>
    references(placeOf(path), fact).flatMap((needed) =>
      facts.has(needed) ? [] : [[path, needed, ...neededBy(needed, three)]],
    ),
  );

/** What an element names in any of the three plans. */
const neededBy = (path: string, { base, ours, theirs }: Three): string[] =>
  [base, ours, theirs].flatMap((facts) =>
    facts.has(path) ? references(placeOf(path), facts.get(path)) : [],
  );

/** Paths of the elements that one cannot stand without. */
function references(place: Place, fact: unknown): string[] {
  switch (place.table) {
    case 'walls': {
      const { a, b } = fact as Wall;
      return [elementPath(place.storey, 'joints', a), elementPath(place.storey, 'joints', b)];
    }
    case 'openings':
      return [elementPath(place.storey, 'walls', (fact as Opening).wall)];
    case 'rooms':
      return (fact as RoomTag).holders
        .filter((holder) => holder !== 'building')
        .map((holder) => planPath('households', holder));
    case 'households': {
      const { tenancy } = fact as Household;
      return tenancy === undefined ? [] : [planPath('tenancies', tenancy)];
    }
    default:
      return [];
  }
}

/** Without the joints whose walls have gone, one by each head; what a head left loose stays. */
function withoutLooseJoints(facts: Facts, { ours, theirs }: Three): Facts {
  const jointsOf = (from: Facts): Set<string> =>
    new Set(
      [...from].flatMap(([path, fact]) =>
        placeOf(path).table === 'walls' ? references(placeOf(path), fact) : [],
      ),
    );
  const used = jointsOf(facts);
  const loose = [...facts.keys()].filter(
    (path) => placeOf(path).table === 'joints' && !used.has(path),
  );
  if (loose.length === 0) return facts;
  const ends = [ours, theirs].map((side) => ({ side, used: jointsOf(side) }));
  const gone = new Set(
    loose.filter((path) => ends.every((end) => !end.side.has(path) || end.used.has(path))),
  );
  return new Map([...facts].filter(([path]) => !gone.has(path)));
}

/** What a problem of integrity is about, with what it hangs on: a wall with its joints and openings. */
function tiesOfProblem(at: string, facts: Facts, three: Three): string[] {
  const [table, first, second, third] = at.split('.');
  if (table === 'households') {
    const door = (facts.get(planPath('households', first ?? '')) as Household | undefined)?.door;
    const alike = [...facts].filter(
      ([path, fact]) =>
        placeOf(path).table === 'households' && (fact as Household).door.trim() === door?.trim(),
    );
    return alike.map(([path]) => path);
  }
  if (table !== 'storeys' || first === undefined) return [];
  if (second === 'walls' && third) return wallCluster(elementPath(first, 'walls', third), three);
  if (second === 'openings' && third) {
    const path = elementPath(first, 'openings', third);
    return neededBy(path, three).flatMap((wall) => [path, ...wallCluster(wall, three)]);
  }
  if (second === 'rooms' && third) {
    const path = elementPath(first, 'rooms', third);
    return [path, ...neededBy(path, three)];
  }
  if (second === 'level')
    return [...facts.keys()].filter((path) => placeOf(path).table === 'storeys');
  return [];
}

function wallCluster(wall: string, three: Three): string[] {
  const openings = allPaths(three).filter(
    (path) => placeOf(path).table === 'openings' && neededBy(path, three).includes(wall),
  );
  return [wall, ...neededBy(wall, three), ...openings];
}

const storeyOf = (at: string): string | null => {
  const [table, storey] = at.split('.');
  return table === 'storeys' && storey !== undefined ? storey : null;
};

const everythingOn = (storey: string | null, three: Three): string[] =>
  storey === null ? [] : allPaths(three).filter((path) => placeOf(path).storey === storey);
