import type { RoomTag } from '../../shared/plan/model.ts';
import type { RuleCases } from './rule-cases.ts';
import { door, one, pair, room, type Small, small, thing } from './small-plans.ts';

const kitchen = { use: 'kitchen', holders: one } as const;
const living = { use: 'living', holders: one } as const;
const bedroom = { use: 'bedroom', holders: one } as const;
const bedLiving = { use: 'bed-living', holders: one } as const;
const bathroom = { use: 'bathroom', holders: one } as const;
const kitchenBath = { use: 'kitchen-bath', holders: one } as const;

/** A room with a second tag that says something else. */
const torn = (tag: Parameters<typeof room>[0]) =>
  small(
    `
    +----+
    |A B |
    +----+`,
    {
      tags: { A: tag, B: { use: 'storage', holders: one } },
      columns: { 0: 0, 5: 3120 },
      rows: { 0: 0, 2: 3120 },
    },
  );

const home = (more: Partial<Small>) =>
  pair({ A: bedLiving, B: kitchenBath }, [3000, 2000, 3000], {
    openings: { opening_1: door('wall_0-0-h', 1000), opening_2: door('wall_3-0-v', 1000) },
    ...more,
  });
const equipped = {
  fixture_1: thing('sink', 3400, 60),
  fixture_2: thing('cooker', 4000, 60),
  fixture_3: thing('wc', 4800, 60),
};

/** The survey's western wall goes, and a new one comes this much further in. */
const moved = (by: number, phase: RoomTag['phase'] = 'existing') =>
  small(
    `
    +-+--+
    | !A |
    +-+--+`,
    {
      tags: { A: { ...bedLiving, also: { phase } } },
      columns: { 0: 0, 2: by, 5: 3120 },
      rows: { 0: 0, 2: 3120 },
      walls: { 'wall_0-0-v': { phase: 'demolished' } },
    },
  );

const washing = { fixture_1: thing('wc', 300, 60), fixture_2: thing('basin', 800, 60) };

export const casesOfAreas: RuleCases = {
  F1: {
    inside: home({ fixtures: equipped }),
    outside: home({ fixtures: { fixture_1: equipped.fixture_1, fixture_3: equipped.fixture_3 } }),
    unknown: pair({ A: { use: 'hall' }, B: kitchenBath }, [3000, 2000, 3000], {
      openings: { opening_1: door('wall_0-0-h', 1000), opening_2: door('wall_3-0-v', 1000) },
      fixtures: equipped,
    }),
  },
  F2: { inside: moved(1), outside: moved(20), unknown: moved(20, 'new') },
  K1: {
    inside: pair({ A: kitchen, B: living }, [2000, 4000, 2000]),
    outside: pair({ A: kitchen, B: living }, [1995, 4000, 2000]),
    unknown: room(kitchen, [1900, 2000]),
  },
  K2: {
    inside: room(kitchen, [1750, 2000]),
    outside: room(kitchen, [1745, 2000]),
    unknown: torn(kitchen),
  },
  'K2+B1': {
    inside: room(kitchenBath, [3000, 2000]),
    outside: room(kitchenBath, [2995, 2000]),
    unknown: torn(kitchenBath),
  },
  B1: {
    inside: room(bathroom, [1250, 2000], {
      fixtures: { ...washing, fixture_3: thing('shower', 500, 1000) },
    }),
    outside: room(bathroom, [1245, 2000], {
      fixtures: { ...washing, fixture_3: thing('bath', 500, 1000) },
    }),
    unknown: room(bathroom, [1245, 2000]),
  },
  B2: {
    inside: room(bathroom, [1000, 1800], { fixtures: washing }),
    outside: room(bathroom, [1000, 1790], { fixtures: washing }),
    unknown: room(bathroom, [1000, 1090]),
  },
  R1: {
    inside: room(bedroom, [3000, 3000], {
      fixtures: { fixture_1: thing('bed', 1500, 60, { width: 1500 }) },
    }),
    outside: room(bedroom, [3000, 2990], {
      fixtures: { fixture_1: thing('bed', 1500, 60, { width: 1500 }) },
    }),
    unknown: room(bedroom, [3000, 2990]),
  },
  R2: {
    inside: room(bedroom, [1800, 3000]),
    outside: room(bedroom, [1799, 3000]),
    unknown: torn(bedroom),
  },
  R3: {
    inside: room(living, [2500, 4000]),
    outside: room(living, [2495, 4000]),
    unknown: torn(living),
  },
  R4: {
    inside: room(bedLiving, [4400, 5000]),
    outside: room(bedLiving, [4395, 5000]),
    unknown: room({ use: 'storage', holders: one }, [3000, 3000]),
  },
};
