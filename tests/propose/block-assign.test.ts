import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HouseholdId } from '../../shared/plan/model.ts';
import {
  assigned,
  type Block,
  compareRanks,
  differentBlocks,
  type Home,
  rankOf,
  withoutLopsided,
} from '../../shared/propose/block/assign.ts';
import type { Furnished } from '../../shared/propose/block/furnisher.ts';
import type { Scheme, Site } from '../../shared/propose/block/sites.ts';

/** What the assignment looks at of a part. */
const part = (programme: number) => ({ programme }) as Furnished;

const scheme = (sites: readonly Site[], taken: number): Scheme => ({
  room: 'room',
  kind: 'strips',
  shape: null,
  sites,
  walls: [],
  risers: [],
  rests: [],
  clears: [],
  closes: [],
  openings: [],
  taken,
  common: 0,
});

interface Case {
  readonly holders: readonly HouseholdId[];
  readonly schemes: readonly Scheme[];
  readonly own: ReadonlyMap<HouseholdId, Scheme>;
  readonly homes: ReadonlyMap<HouseholdId, Home>;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    count: fc.integer({ min: 1, max: 4 }),
    sites: fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 20_000 }),
        forAll: fc.option(fc.integer({ min: 0, max: 2 })),
        forOne: fc.option(fc.tuple(fc.nat(3), fc.integer({ min: 0, max: 2 }))),
      }),
      { maxLength: 3 },
    ),
    own: fc.array(fc.option(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(2))), {
      minLength: 4,
      maxLength: 4,
    }),
    homes: fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 20_000 }),
        area: fc.integer({ min: 8, max: 30 }),
      }),
      { minLength: 4, maxLength: 4 },
    ),
  })
  .map(({ count, sites, own, homes }) => {
    const holders = Array.from({ length: count }, (_, index) => `h${index}` as HouseholdId);
    return {
      holders,
      schemes:
        sites.length === 0
          ? []
          : [
              scheme(
                sites.map(
                  ({ x, forAll, forOne }): Site => ({
                    at: { x, y: 0 },
                    area: 2e6,
                    forAll: forAll === null ? null : part(forAll),
                    forOne: new Map(
                      forOne === null ? [] : [[`h${forOne[0]}` as HouseholdId, part(forOne[1])]],
                    ),
                  }),
                ),
                0,
              ),
            ],
      own: new Map(
        holders.flatMap((holder, index) => {
          const given = own[index];
          if (!given) return [];
          const forOne = new Map([[holder, part(given[1])]]);
          const site: Site = { at: { x: 0, y: 0 }, area: 1e6, forAll: null, forOne };
          return [[holder, scheme([site], given[0] * 400_000)] as const];
        }),
      ),
      homes: new Map(
        holders.map((holder, index) => {
          const { x, area } = homes[index]!;
          return [holder, { at: { x, y: 0 }, area: area * 1e6 }] as const;
        }),
      ),
    };
  });

/** Left, steps taken, programmes: what counts before the ways. */
const worthOf = ({ left, given }: Pick<Block, 'left' | 'given'>) => [
  left.length,
  given.reduce((sum, { scheme: one }) => sum + Math.ceil(one.taken / 250_000), 0),
  given.reduce((sum, one) => sum + one.part.programme, 0),
];

const less = (one: readonly number[], other: readonly number[]): boolean => {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && one[at]! < other[at]!;
};

/** The least of all ways in which every shared part is somebody's. */
function tryAll({ holders, schemes, own }: Case): readonly number[] | null {
  const sites = schemes.flatMap((one) => one.sites);
  let best: readonly number[] | null = null;
  const go = (index: number, taken: ReadonlySet<Site>, worth: readonly number[]): void => {
    const holder = holders[index];
    if (holder === undefined) {
      if (taken.size === sites.length && (!best || less(worth, best))) best = worth;
      return;
    }
    const [left, steps, programmes] = worth as [number, number, number];
    for (const site of sites) {
      const mine = site.forOne.get(holder) ?? site.forAll;
      if (!mine || taken.has(site)) continue;
      go(index + 1, new Set([...taken, site]), [left, steps, programmes + mine.programme]);
    }
    const given = own.get(holder);
    if (given) {
      const mine = given.sites[0]!.forOne.get(holder)!;
      const more = Math.ceil(given.taken / 250_000);
      go(index + 1, taken, [left, steps + more, programmes + mine.programme]);
    }
    go(index + 1, taken, [left + 1, steps, programmes]);
  };
  go(0, new Set(), [0, 0, 0]);
  return best;
}

describe('who gets which part', () => {
  it('is the best of all ways, as trying them all finds it', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const block = assigned(one.holders, one.schemes, one.own, one.homes);
        expect(block && worthOf(block)).toEqual(tryAll(one));
      }),
      { numRuns: 500 },
    );
  });

  it('gives every part of the shared rooms to one household, and nobody two', () => {
    fc.assert(
      fc.property(cases, ({ holders, schemes, own, homes }) => {
        const block = assigned(holders, schemes, own, homes);
        if (!block) return;
        const shared = block.given.filter(({ scheme: one }) => schemes.includes(one));
        const sites = schemes.flatMap((one) => one.sites);
        expect(new Set(shared.map(({ site }) => site)).size).toBe(sites.length);
        const served = block.given.map(({ holder }) => holder);
        expect([...served, ...block.left].sort()).toEqual([...holders].sort());
      }),
      { numRuns: 500 },
    );
  });
});

describe('blocks that are shown', () => {
  /** Parts of the shared room of so many m2, and for the others corners of their own. */
  function blockOf(areas: readonly number[], owns: number, programme = 2): Block {
    const site = (area: number): Site => ({
      at: { x: 0, y: 0 },
      area: area * 1e6,
      forAll: part(programme),
      forOne: new Map(),
    });
    const shared = scheme(areas.map(site), 0);
    const own = Array.from({ length: owns }, () => scheme([site(1.8)], 1_800_000));
    const given = [
      ...shared.sites.map((one) => ({ scheme: shared, site: one })),
      ...own.map((one) => ({ scheme: one, site: one.sites[0]! })),
    ].map((one, index) => ({
      ...one,
      holder: `h${index}` as HouseholdId,
      part: part(programme),
    }));
    return { schemes: [shared, ...own], given, left: [], ways: 0 };
  }

  it('leave out the large part of one for which others give of their bedrooms', () => {
    const fair = blockOf([4, 3, 3], 2);
    const lopsided = blockOf([14, 3], 3);
    expect(withoutLopsided([fair, lopsided])).toEqual([fair]);
    expect(differentBlocks([fair, lopsided], 6)).toEqual([fair]);
    // Fuller programmes, or parts that are as even, are a reason to give more.
    const fuller = blockOf([14, 3], 3, 1);
    const even = blockOf([5, 5], 3);
    expect(withoutLopsided([fair, fuller, even])).toEqual([fair, fuller, even]);
  });

  it('serve as many as the best before any that leaves somebody without a part', () => {
    const best = blockOf([4, 3, 3], 2);
    const givenBy = (holder: string): Block => ({
      ...best,
      given: best.given.map((one) =>
        one.scheme.taken > 0 ? { ...one, holder: holder as HouseholdId } : one,
      ),
    });
    const others = [givenBy('h7'), givenBy('h8')];
    const leaving = [1, 2].map((count): Block => {
      const fewer = blockOf([4, 3, 3], 2 - count);
      return { ...fewer, left: fewer.given.slice(0, count).map(({ holder }) => holder) };
    });
    expect(differentBlocks([best, ...others, ...leaving], 3)).toEqual([best, ...others]);
    expect(differentBlocks([best, ...others, ...leaving], 4)).toHaveLength(4);
  });

  it('come in the order of what is taken of own rooms, then of how even the parts are', () => {
    const order = [blockOf([4, 3, 3], 1), blockOf([3, 3], 2), blockOf([4, 2], 2)];
    const sorted = order
      .toReversed()
      .sort((one, other) => compareRanks(rankOf(one), rankOf(other)));
    expect(sorted).toEqual(order);
    const wasteful = blockOf([4, 2], 2);
    const common = { ...wasteful, schemes: wasteful.schemes.map((one) => ({ ...one, common: 0 })) };
    const evener = blockOf([3, 3], 2);
    const withPassage = {
      ...evener,
      schemes: evener.schemes.map((one) => ({ ...one, common: 500_000 })),
    };
    // Equal parts are worth a little more common floor.
    expect(compareRanks(rankOf(withPassage), rankOf(common))).toBeLessThan(0);
  });
});
