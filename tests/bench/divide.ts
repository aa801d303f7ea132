import { doorPlaces } from '../../shared/propose/door-places.ts';
import { basinPlaces, showerPlaces, wcPlaces } from '../../shared/propose/items.ts';
import { bestLayout, type Task } from '../../shared/propose/layout-search.ts';
import {
  bodyWidth,
  type ProgrammeId,
  preparations,
  programmeOf,
} from '../../shared/propose/programme.ts';
import { propose } from '../../shared/propose/propose.ts';
import { searchDivisions, usualRequest } from '../../shared/propose/search.ts';
import { spaceOf } from '../../shared/propose/space.ts';
import { wayWidths } from '../../shared/propose/way-widths.ts';
import { usualDemands } from '../../shared/rules/fixture-demands.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { brothersShapes } from '../propose/brothers-outcomes.ts';
import {
  households,
  planToDivide,
  roomId,
  type Shape,
  storeyId,
} from '../propose/room-to-divide.ts';
import { block } from './divide-block.ts';
import { byHand } from './divide-by-hand.ts';
import { dragWhileSearching } from './divide-drag.ts';
import { measure, type Row, timesOf } from './measure.ts';
import type { Result } from './run.ts';

const programmes: readonly ProgrammeId[] = ['full', 'compact', 'kitchenette'];

/** Two households in about 4 m2, in six shapes; one wet room; straight partitions, then L-shaped. */
export async function divide(): Promise<Result> {
  const straight: Row[] = [];
  const firsts: number[] = [];
  for (const programme of programmes) {
    const times: number[] = [];
    for (let round = 0; round < 3; round++) {
      for (const { shape } of brothersShapes) {
        const { first, whole } = timed(shape, programme, false);
        times.push(whole);
        if (first !== null) firsts.push(first);
      }
    }
    straight.push({
      name: 'straight cuts, complete',
      input: `six shapes of 4 m2, ${programme}`,
      ...timesOf(times),
      budget_ms: 300,
    });
  }
  const many = block();
  const corners = timed({ width: 1600, depth: 2500 }, 'kitchenette', true);
  const bathrooms = Array.from({ length: 5 }, () =>
    timed({ width: 2000, depth: 2000 }, 'bathroom', true),
  );
  return {
    rows: [
      ...byHand(),
      ...(await dragWhileSearching()),
      oneRoom(),
      { name: 'first proposal', input: 'shapes that have one', ...timesOf(firsts), budget_ms: 100 },
      ...straight,
      {
        name: 'with L cuts, the first with a corner',
        input: '2.0 x 2.0 m, two bathrooms',
        ...timesOf(bathrooms.flatMap(({ cornered }) => cornered ?? [])),
        budget_ms: 1000,
      },
      {
        name: 'with L cuts, complete',
        input: '2.0 x 2.0 m, two bathrooms',
        ...timesOf(bathrooms.map(({ whole }) => whole)),
      },
      {
        name: 'with L cuts, complete',
        input: '1.6 x 2.5 m, kitchenette',
        ...timesOf([corners.whole]),
      },
      ...whyNot(),
      ...many.rows,
    ],
    notes: [
      ...many.notes,
      'each run sees the room anew; the grid is 50 mm, what is best is improved by 10 mm',
      'drag: of the view, p95; the budget is 1.2 times the row above, on the same machine at the same time; the search makes way for the hand and goes on when it rests',
    ],
  };
}

/** Rooms without a division: from the question to the first change that would make one, and to the last. */
function whyNot(): Row[] {
  const rooms = [
    { words: '2.0 x 2.0 m, compact', shape: { width: 2000, depth: 2000 }, programme: 'compact' },
    { words: '1.6 x 2.5 m', shape: { width: 1600, depth: 2500 }, programme: 'best' },
    { words: '3.0 x 2.2 m, full', shape: { width: 3000, depth: 2200 }, programme: 'full' },
  ] as const;
  return rooms.flatMap(({ words, shape, programme }): Row[] => {
    const plan = planToDivide(shape);
    const start = performance.now();
    const search = propose({
      plan,
      storey: storeyId,
      room: roomId,
      holders: households,
      programme,
    });
    let first: number | null = null;
    for (let next = search.next(); !next.done; next = search.next()) {
      if (next.value.relaxations?.length) first ??= performance.now() - start;
    }
    const whole = performance.now() - start;
    const input = words;
    return [
      { name: 'none: the first change', input, ...timesOf([first ?? whole]), budget_ms: 5000 },
      { name: 'none: all changes', input, ...timesOf([whole]), budget_ms: 10_000 },
    ];
  });
}

/**
 * ms until the first division was known and the first by a partition with a corner, each null where
 * there is none, and until the last cut.
 */
function timed(shape: Shape, programme: ProgrammeId, corners: boolean) {
  const plan = planToDivide(shape);
  const start = performance.now();
  const search = searchDivisions({
    ...usualRequest,
    corners,
    plan,
    storey: storeyId,
    room: roomId,
    holders: households,
    programme: programmeOf(programme, nationalProfile),
    preparations: preparations(usualDemands),
  });
  let first: number | null = null;
  let cornered: number | null = null;
  let shown = 0;
  for (let next = search.next(); !next.done; next = search.next()) {
    const { found, best } = next.value;
    if (found > 0) first ??= performance.now() - start;
    if (corners && cornered === null && found > shown) {
      const isCornered = best().some(({ signature }) => signature.startsWith('corner'));
      if (isCornered) cornered = performance.now() - start;
    }
    shown = found;
  }
  return { first, cornered, whole: performance.now() - start };
}

/** The best layout of a wet room of 1.7 x 1.4 m, its places found anew each time. */
function oneRoom(): Row {
  const needs = programmeOf('compact', nationalProfile).bath!;
  const plan = planToDivide({ width: 1700, depth: 1400 });
  const { space } = spaceOf({ plan, storey: storeyId, room: roomId, holders: households }, 50);
  const times = measure({
    runs: 200,
    prepare: () => ({ space: space!, region: space!.region, shared: [], step: 50 }),
    work(setting) {
      const task: Task = {
        region: setting.region,
        things: [
          wcPlaces(setting, needs, null),
          basinPlaces(setting, usualDemands.basin.mini, needs.basinFront),
          showerPlaces(setting, needs),
        ],
        doors: doorPlaces(setting, {
          holder: 0,
          width: wayWidths(nationalProfile).door,
          keptWidth: wayWidths(nationalProfile).keptDoor,
          kinds: usualRequest.doorKinds,
          barred: [],
          depth: needs.entry,
          body: bodyWidth,
          throughBearing: false,
        }),
        isNiche: false,
        entry: needs.entry,
        keepFree: [],
        leaves: [],
        cookerToShower: 0,
        isAnyEnough: false,
      };
      return bestLayout(task, Infinity);
    },
    after(layout) {
      if (layout === null) throw new Error('the wet room holds nothing');
    },
  });
  return { name: 'one room', input: 'wet room of 1.7 x 1.4 m', ...times, budget_ms: 5 };
}
