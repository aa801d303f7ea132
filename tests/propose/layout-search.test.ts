import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costDigits } from '../../shared/propose/cost.ts';
import { bestLayout } from '../../shared/propose/layout-search.ts';
import { bodyWidth } from '../../shared/propose/programme.ts';
import { region } from '../../shared/propose/region.ts';
import { cases } from '../cases.ts';
import { bruteForce } from './brute-force.ts';
import { cell, coarse, cookerToShower, placed, type Sample, taskFor } from './coarse-task.ts';
import { solverOracle } from './solver-oracle.ts';

/** All on a grid of 100 mm, with the steps of the search and what stands in the room. */
const everyRectangle = (): Sample[] => {
  const sizes = Array.from({ length: 13 }, (_, index) => 800 + index * 100);
  return sizes.flatMap((width) =>
    sizes.flatMap((depth) =>
      [100, 200, 300, 400].flatMap((step) =>
        [true, false].flatMap((hasRow) =>
          [true, false].flatMap((hasBasin) =>
            [false, true].map((swingsIn) => ({ width, depth, step, hasRow, hasBasin, swingsIn })),
          ),
        ),
      ),
    ),
  );
};

describe('the search for one room', () => {
  it('agrees with trying everything, on every rectangle up to 2.0 x 2.0 m', {
    timeout: 1_800_000,
  }, () => {
    let tried = 0;
    const all = everyRectangle();
    const every = Math.ceil(all.length / cases(190, all.length));
    let possible = 0;
    let turned = 0;
    let splashed = 0;
    let apart = 0;
    for (const sample of all.filter((_, index) => index % every === 0)) {
      const { setting, things, doors } = taskFor(sample);
      // Everything is tried: ten million combinations at most.
      const combinations = things.reduce((product, places) => product * places.length, 1);
      if (combinations >= cases(1_000_000, 20_000_000)) continue;
      tried += 1;
      const layout = bestLayout(
        {
          region: setting.region,
          things,
          doors,
          isNiche: false,
          entry: coarse.entry,
          keepFree: [],
          leaves: [],
          cookerToShower,
          isAnyEnough: false,
        },
        Infinity,
      );
      const least = bruteForce(
        setting.region.box,
        things.map((places) => places.map(placed)),
        doors,
        [bodyWidth, coarse.entry],
        cell,
        cookerToShower,
      );
      expect(layout?.cost ?? Infinity, JSON.stringify(sample)).toBe(least);
      if (layout) possible += 1;
      if (layout && costDigits(layout.cost).splash > 0) splashed += 1;
      else if (layout && sample.hasRow) apart += 1;
      if (layout?.chosen.some(({ bodies }) => bodies.length > 1)) turned += 1;
    }
    // Counters around a corner are among the best.
    expect(turned).toBeGreaterThan(0);
    // With cookers off the shower, and beside it where no other place is.
    expect(Math.min(splashed, apart)).toBeGreaterThan(0);
    expect(tried).toBeGreaterThanOrEqual(cases(100, 5408));
    expect(possible).toBeGreaterThan(10);
  });

  it('agrees with an integer program', { timeout: 600_000 }, async () => {
    const oracle = await solverOracle();
    let possible = 0;
    const sizes = fc.sample(
      fc.record({
        width: fc.integer({ min: 9, max: 20 }).map((cells) => cells * 100),
        depth: fc.integer({ min: 9, max: 20 }).map((cells) => cells * 100),
        step: fc.constantFrom(200, 300),
        hasRow: fc.boolean(),
        hasBasin: fc.boolean(),
        swingsIn: fc.boolean(),
      }),
      { seed: 58, numRuns: cases(6, 400) },
    );
    for (const sample of sizes) {
      const { setting, things, doors } = taskFor(sample);
      const layout = bestLayout(
        {
          region: setting.region,
          things,
          doors,
          isNiche: false,
          entry: coarse.entry,
          keepFree: [],
          leaves: [],
          cookerToShower,
          isAnyEnough: false,
        },
        Infinity,
      );
      const places = things.map((list) => list.map(placed));
      expect(layout?.cost ?? Infinity).toBe(await oracle(setting.region.box, places, doors));
      if (layout) possible += 1;
    }
    expect(possible).toBeGreaterThan(0);
  });

  it('is never worse on a finer grid that holds the coarse one, nor in a larger room', () => {
    const least = (sample: Sample): number => {
      const { setting, things, doors } = taskFor(sample);
      const task = {
        region: setting.region,
        things,
        doors,
        isNiche: false,
        entry: coarse.entry,
        keepFree: [],
        leaves: [],
        cookerToShower,
        isAnyEnough: false,
      };
      return bestLayout(task, Infinity)?.cost ?? Infinity;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 9, max: 18 }),
        fc.integer({ min: 9, max: 18 }),
        fc.boolean(),
        fc.boolean(),
        (wide, deep, hasRow, swingsIn) => {
          const size = { width: wide * 100, depth: deep * 100 };
          const sample = { ...size, hasRow, hasBasin: true, swingsIn };
          const [rough, fine] = [100, 50].map((step) => least({ ...sample, step })) as [
            number,
            number,
          ];
          expect(fine).toBeLessThanOrEqual(rough);
        },
      ),
      { seed: 55, numRuns: cases(30, 400) },
    );
  });

  it('keeps every thing inside the room', () => {
    const { things, setting } = taskFor({
      width: 1700,
      depth: 1500,
      step: 50,
      hasRow: true,
      hasBasin: true,
      swingsIn: false,
    });
    expect(setting.region).toEqual(region({ x0: 0, y0: 0, x1: 1700, y1: 1500 }));
    for (const { pieces } of things.flat()) {
      for (const { rect } of pieces) {
        expect(Math.min(rect.x0, rect.y0)).toBeGreaterThanOrEqual(0);
        expect(rect.x1).toBeLessThanOrEqual(1700);
        expect(rect.y1).toBeLessThanOrEqual(1500);
      }
    }
  });
});
