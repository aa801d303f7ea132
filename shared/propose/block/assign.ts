import { distance, type Point } from '../../geometry/point.ts';
import type { HouseholdId } from '../../plan/model.ts';
import type { Furnished } from './furnisher.ts';
import type { Scheme, Site } from './sites.ts';

/** One household with its part. */
export interface Given {
  readonly holder: HouseholdId;
  readonly scheme: Scheme;
  readonly site: Site;
  readonly part: Furnished;
}

/** Schemes of rooms with who gets what. */
export interface Block {
  readonly schemes: readonly Scheme[];
  readonly given: readonly Given[];
  readonly left: readonly HouseholdId[];
  /** How far people go from home to their parts, and who gives: only between equals. */
  readonly ways: number;
}

/** Where a household lives, and the mm2 that it has to itself. */
export interface Home {
  readonly at: Point;
  readonly area: number;
}

/** mm2: the more a household has up to this, the sooner it gives of it. */
const largeHome = 50_000_000;

/** mm2 of an own room that count as one step. */
const takenStep = 250_000;

/** What one more of each is worth, so that a lesser thing never outweighs a greater one. */
const leftWorth = 1e12;
const takenWorth = 1e9;
const programmeWorth = 1e7;

/**
 * Who gets which part so that the fewest are left, the least is taken of own rooms, the programmes are
 * the fullest and the ways from home to part are the shortest: the best of all ways, over every set of
 * parts that the households before have taken. Null where a shared part would be nobody's.
 */
export function assigned(
  holders: readonly HouseholdId[],
  schemes: readonly Scheme[],
  own: ReadonlyMap<HouseholdId, Scheme>,
  homes: ReadonlyMap<HouseholdId, Home>,
): Block | null {
  const sites = schemes.flatMap((scheme) => scheme.sites.map((site) => ({ scheme, site })));
  const full = 2 ** sites.length - 1;
  /** By the set of parts that are taken: the least cost, and the choice of the last household. */
  let costs = new Map<number, number>([[0, 0]]);
  const choices: Map<number, { readonly from: number; readonly given: Given | null }>[] = [];
  for (const holder of holders) {
    const next = new Map<number, number>();
    const chosen = new Map<number, { from: number; given: Given | null }>();
    const offer = (from: number, to: number, cost: number, given: Given | null): void => {
      if (cost >= (next.get(to) ?? Infinity)) return;
      next.set(to, cost);
      chosen.set(to, { from, given });
    };
    const home = homes.get(holder);
    const ownScheme = own.get(holder);
    for (const [mask, cost] of costs) {
      for (const [index, { scheme, site }] of sites.entries()) {
        const bit = 2 ** index;
        const part = site.forOne.get(holder) ?? site.forAll;
        if ((mask & bit) !== 0 || !part) continue;
        const away = home ? Math.round(distance(home.at, site.at) / 100) : 0;
        const worth = part.programme * programmeWorth + away;
        offer(mask, mask | bit, cost + worth, { holder, scheme, site, part });
      }
      const ownSite = ownScheme?.sites[0];
      const ownPart = ownSite?.forOne.get(holder);
      if (ownScheme && ownSite && ownPart) {
        const rest = homes.get(holder)?.area ?? 0;
        const worth =
          takenSteps(ownScheme) * takenWorth +
          ownPart.programme * programmeWorth +
          Math.max(0, Math.round((largeHome - rest) / 1e5));
        offer(mask, mask, cost + worth, {
          holder,
          scheme: ownScheme,
          site: ownSite,
          part: ownPart,
        });
      }
      offer(mask, mask, cost + leftWorth, null);
    }
    costs = next;
    choices.push(chosen);
  }
  if (!costs.has(full)) return null;
  const given: Given[] = [];
  const left: HouseholdId[] = [];
  let mask = full;
  for (let index = holders.length - 1; index >= 0; index--) {
    const choice = choices[index]!.get(mask)!;
    if (choice.given) given.unshift(choice.given);
    else left.unshift(holders[index]!);
    mask = choice.from;
  }
  const owns = given.map(({ scheme }) => scheme).filter((one) => !schemes.includes(one));
  return { schemes: [...schemes, ...owns], given, left, ways: costs.get(full)! % programmeWorth };
}

const takenSteps = ({ taken }: Scheme): number => Math.ceil(taken / takenStep);

/** Steps of 0.05 m2 by which the parts of the shared rooms differ from their mean. */
export function unevenSteps({ given }: Block): number {
  const areas = given.filter(({ scheme }) => scheme.taken === 0).map(({ site }) => site.area);
  const mean = areas.reduce((sum, one) => sum + one, 0) / Math.max(1, areas.length);
  return areas.reduce((sum, one) => sum + Math.round(Math.abs(one - mean) / 50_000), 0);
}

/** From so many times the smallest part on, own rooms' among them, the largest is out of all proportion. */
const outOfProportion = 3;

function isLopsided({ given }: Block): boolean {
  const areas = given.map(({ site }) => site.area);
  return areas.length > 0 && Math.max(...areas) > outOfProportion * Math.min(...areas);
}

/**
 * How blocks compare, the least first: who is left, what is taken of own rooms, parts out of proportion,
 * lesser programmes, new risers, how uneven, what is common, how far from home.
 */
export const rankOf = (block: Block): readonly number[] => {
  const { schemes, left, ways } = block;
  return [
    left.length,
    takenBy(block),
    isLopsided(block) ? 1 : 0,
    programmesOf(block),
    schemes.reduce((sum, { risers }) => sum + risers.length, 0),
    unevenSteps(block),
    schemes.reduce((sum, { common }) => sum + Math.ceil(common / takenStep), 0),
    ways,
  ];
};

export function compareRanks(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < one.length; index++) {
    const by = one[index]! - other[index]!;
    if (by !== 0) return by;
  }
  return 0;
}

/** How the rooms are divided, and how many give of their own. */
export const structureOf = ({ schemes }: Block): string => {
  const own = schemes.filter(({ taken }) => taken > 0);
  const shared = schemes.filter(({ taken }) => taken === 0);
  const kinds = [...new Set(own.map(({ kind }) => kind))].sort().join(' ');
  return [...shared.map(({ room, kind }) => `${room} ${kind}`), `${kinds} ${own.length}`].join(
    ' + ',
  );
};

/** Blocks of one kind differ only in measures: the same households give of their own. */
export const kindOf = (block: Block): string => {
  const own = block.given.filter(({ scheme }) => scheme.taken > 0);
  return `${structureOf(block)}: ${own.map(({ holder }) => holder).join(' ')}`;
};

const takenBy = ({ schemes }: Block): number =>
  schemes.reduce((sum, one) => sum + takenSteps(one), 0);
const programmesOf = ({ given }: Block): number =>
  given.reduce((sum, { part }) => sum + part.programme, 0);

/**
 * Without those of which more is taken of own rooms than of another that serves as many, though fewer of
 * the shared rooms are divided, or these less evenly and no more fully: one household's large part, or a
 * room that nobody gets, for which others give.
 */
export function withoutLopsided(blocks: readonly Block[]): Block[] {
  const seen = blocks.map((block) => ({
    block,
    left: block.left.length,
    taken: takenBy(block),
    programmes: programmesOf(block),
    uneven: unevenSteps(block),
    rooms: block.schemes.filter(({ taken }) => taken === 0).length,
  }));
  return seen
    .filter((one) =>
      seen.every(
        (other) =>
          other.left > one.left ||
          other.taken >= one.taken ||
          (other.rooms <= one.rooms &&
            (other.programmes > one.programmes || other.uneven >= one.uneven)),
      ),
    )
    .map(({ block }) => block);
}

/**
 * The best of each structure first, then those in which others give, so many at most, without lopsided
 * ones; what leaves more households without a part than the best comes after all of them. In their order.
 */
export function differentBlocks(found: readonly Block[], most: number): Block[] {
  const blocks = withoutLopsided(found);
  const fewest = Math.min(...blocks.map(({ left }) => left.length));
  const seen = new Set<string>();
  const first = blocks.filter((block) => {
    const structure = structureOf(block);
    return seen.has(structure) ? false : seen.add(structure);
  });
  const rest = blocks.filter((block) => !first.includes(block));
  const choices = [...first, ...rest].toSorted(
    (one, other) => Number(one.left.length > fewest) - Number(other.left.length > fewest),
  );
  const taken = new Set(choices.slice(0, most));
  return blocks.filter((block) => taken.has(block));
}
