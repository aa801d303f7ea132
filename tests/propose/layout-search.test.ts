import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doorPlaces } from '../../shared/propose/door-places.ts';
import {
  basinPlaces,
  type Candidate,
  rowPlaces,
  type Setting,
  showerPlaces,
  wcPlaces,
} from '../../shared/propose/items.ts';
import { bestLayout } from '../../shared/propose/layout-search.ts';
import { bodyWidth, programmeOf } from '../../shared/propose/programme.ts';
import { region } from '../../shared/propose/region.ts';
import type { Space } from '../../shared/propose/space.ts';
import { spaceOf } from '../../shared/propose/space.ts';
import { usualDemands } from '../../shared/rules/fixture-demands.ts';
import { cases } from '../cases.ts';
import { bruteForce, type Placed } from './brute-force.ts';
import { households, planToDivide, roomId, storeyId } from './room-to-divide.ts';

/** Sizes on the coarse grid, so that everything lies on its cells. */
const cell = 50;
const coarse = {
  wc: { width: 400, depth: 600 },
  wcBeside: 400,
  wcFront: 500,
  wcToStack: 1000,
  basins: [],
  basinFront: 500,
  shower: { width: 800, depth: 800 },
  entry: 500,
} as const;

function placed({ pieces, body, zones, stands, floor, cost }: Candidate): Placed {
  const [{ kind, rect }] = pieces as [Candidate['pieces'][number]];
  const goals = stands.map(({ side, line, middle }) => {
    const [low, high] = [middle - bodyWidth, middle + bodyWidth];
    const [near, far] =
      side === 0 || side === 3 ? [line, line + bodyWidth] : [line - bodyWidth, line];
    const box =
      side === 0 || side === 2
        ? { x0: low, x1: high, y0: near, y1: far }
        : { x0: near, x1: far, y0: low, y1: high };
    return { box, size: bodyWidth };
  });
  if (floor) goals.push({ box: floor, size: coarse.entry });
  return { body, zones, goals, isWc: kind === 'wc', rect, cost };
}

interface Sample {
  readonly width: number;
  readonly depth: number;
  readonly step: number;
  readonly hasRow: boolean;
  readonly hasBasin: boolean;
}

function settingFor({ width, depth, step }: Pick<Sample, 'width' | 'depth' | 'step'>): Setting {
  const { space } = spaceOf(
    { plan: planToDivide({ width, depth }), storey: storeyId, room: roomId, holders: households },
    step,
  );
  return { space: space as Space, region: space!.region, shared: [], step };
}

function taskFor(sample: Sample) {
  const setting = settingFor(sample);
  const kitchen = programmeOf('kitchenette', usualDemands).kitchen!;
  const things = [
    wcPlaces(setting, coarse, null),
    showerPlaces(setting, coarse),
    ...(sample.hasBasin ? [basinPlaces(setting, { width: 400, depth: 300 }, 500)] : []),
    ...(sample.hasRow ? [rowPlaces(setting, kitchen, [], 'electric')] : []),
  ];
  const doors = doorPlaces(setting, {
    holder: 0,
    kinds: ['sliding', 'outward', 'inward'],
    barred: [],
    depth: 500,
    throughBearing: false,
  });
  return { setting, things, doors };
}

describe('the search for one room', () => {
  it('agrees with trying everything, on small rectangles', { timeout: 300_000 }, () => {
    let possible = 0;
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 8, max: 20 }).map((cells) => cells * 100),
          depth: fc.integer({ min: 8, max: 20 }).map((cells) => cells * 100),
          step: fc.constantFrom(100, 200, 300),
          hasRow: fc.boolean(),
          hasBasin: fc.boolean(),
        }),
        (sample) => {
          const { setting, things, doors } = taskFor(sample);
          // Everything is tried: a few million combinations at most.
          const combinations = things.reduce((product, places) => product * places.length, 1);
          fc.pre(combinations < 400_000);
          const layout = bestLayout(
            {
              region: setting.region,
              things,
              doors,
              isNiche: false,
              entry: coarse.entry,
              keepFree: [],
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
          );
          expect(layout?.cost ?? Infinity).toBe(least);
          if (layout) possible += 1;
        },
      ),
      { seed: 54, numRuns: cases(150, 2500) },
    );
    expect(possible).toBeGreaterThan(10);
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
        isAnyEnough: false,
      };
      return bestLayout(task, Infinity)?.cost ?? Infinity;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 9, max: 18 }),
        fc.integer({ min: 9, max: 18 }),
        fc.boolean(),
        (wide, deep, hasRow) => {
          const sample = { width: wide * 100, depth: deep * 100, hasRow, hasBasin: true };
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
