import type { Opening, Plan, RoomTag, Wall } from '../plan/model.ts';
import { elementPath, type Facts, factsOf, type Place, placeOf, planPath, same } from './facts.ts';

/** The two heads of a merge, in the order in which they were given. */
export type Side = 'ours' | 'theirs';
export const heads = ['ours', 'theirs'] as const satisfies readonly Side[];
export const otherHead = (side: Side): Side => (side === 'ours' ? 'theirs' : 'ours');

/** What is merged, element by element, and the plans it was taken from. */
export interface Three {
  readonly base: Facts;
  readonly ours: Facts;
  readonly theirs: Facts;
  readonly plans: Readonly<Record<'base' | Side, Plan>>;
  /** Paths of which the base has one of several pasts (merge-base.ts): both heads changed it. */
  readonly contested: ReadonlySet<string>;
}

export const threeOf = (
  base: Plan,
  ours: Plan,
  theirs: Plan,
  contested: ReadonlySet<string>,
): Three => ({
  base: factsOf(base),
  ours: factsOf(ours),
  theirs: factsOf(theirs),
  plans: { base, ours, theirs },
  contested,
});

/** Whether one head has it otherwise than both were drawn from. */
export const changedIn = (path: string, side: Side, three: Three): boolean =>
  three.contested.has(path) || !same(three.base.get(path), three[side].get(path));

/** Whose it is: only one head changed what is in it, or both did and somebody has to choose. */
export type Owner = Side | 'both';

/**
 * What the heads do not have alike, in units that are taken from one head together: a forest over
 * paths. A unit's name is the smallest of its paths, so it does not depend on which head comes first
 * nor on what anybody chose.
 */
export class Units {
  readonly #parents = new Map<string, string>();
  readonly #owners = new Map<string, Owner>();

  constructor(three: Three) {
    for (const path of new Set([...three.ours.keys(), ...three.theirs.keys()])) {
      if (same(three.ours.get(path), three.theirs.get(path))) continue;
      this.#parents.set(path, path);
      const [one, other] = heads.map((side) => changedIn(path, side, three));
      this.#owners.set(path, one && other ? 'both' : one ? 'ours' : 'theirs');
    }
  }

  /** Whether the heads have it otherwise. */
  has(path: string): boolean {
    return this.#parents.has(path);
  }

  paths(): string[] {
    return [...this.#parents.keys()].sort();
  }

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

  ownerOf(path: string): Owner {
    return this.#owners.get(this.rootOf(path)) ?? 'ours';
  }

  isAsked(path: string): boolean {
    return this.has(path) && this.ownerOf(path) === 'both';
  }

  /** Has somebody asked about it, though only one head changed the fact itself. */
  ask(path: string): void {
    if (this.has(path)) this.#owners.set(this.rootOf(path), 'both');
  }

  /** Ties those of each group in which the heads differ; whether any two of them were apart. */
  tieAll(groups: Iterable<readonly string[]>): boolean {
    let tied = false;
    for (const paths of groups) {
      const [first, ...rest] = paths.filter((path) => this.has(path));
      for (const path of rest) tied = this.#tie(first!, path) || tied;
    }
    return tied;
  }

  #tie(one: string, other: string): boolean {
    const [low, high] = [this.rootOf(one), this.rootOf(other)].sort() as [string, string];
    if (low === high) return false;
    const owner =
      this.#owners.get(low) === this.#owners.get(high) ? this.#owners.get(low)! : 'both';
    this.#parents.set(high, low);
    this.#owners.set(low, owner);
    return true;
  }

  /** The units about which somebody has to be asked, with their paths, each in order. */
  asked(): Map<string, string[]> {
    const units = new Map<string, string[]>();
    for (const path of this.paths()) {
      if (!this.isAsked(path)) continue;
      const root = this.rootOf(path);
      const unit = units.get(root);
      if (unit) unit.push(path);
      else units.set(root, [path]);
    }
    return units;
  }
}

/** Paths of the elements that one cannot stand without, its storey left aside. */
export function references(place: Place, fact: unknown): string[] {
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
      const { tenancy } = fact as { readonly tenancy?: string };
      return tenancy === undefined ? [] : [planPath('tenancies', tenancy)];
    }
    default:
      return [];
  }
}

export const referencesIn = (path: string, facts: Facts): string[] =>
  facts.has(path) ? references(placeOf(path), facts.get(path)) : [];
