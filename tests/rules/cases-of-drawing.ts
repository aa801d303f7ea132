import type { Opening } from '../../shared/plan/model.ts';
import type { RuleCases } from './rule-cases.ts';
import {
  building,
  door,
  one,
  pair,
  room,
  small,
  swinging,
  type Tagged,
  thing,
} from './small-plans.ts';

const bathroom: Tagged = { use: 'bathroom', holders: one };
const bedroom: Tagged = { use: 'bedroom', holders: one };
const storage: Tagged = { use: 'storage', holders: one };

/** A WC before a wall at this distance from its front. */
const before = (free: number) =>
  room(bathroom, [2000, 600 + free], {
    fixtures: { fixture_1: thing('wc', 1060, 60, { depth: 600 }) },
  });

/** A cell 900 mm wide and so deep, its leaf hung 80 mm from the western wall's face. */
const cell = (depth: number) =>
  room(bathroom, [900, depth], {
    openings: { opening_1: swinging('wall_0-0-h', 140, 'left', { width: 700 }) },
  });

/** A cooker beside a shower in one room, so far from it. */
const cooking = (gap: number) =>
  room({ use: 'kitchen-bath', holders: one }, [3000, 2000], {
    fixtures: {
      fixture_1: thing('shower', 460, 60, { width: 800, depth: 800 }),
      fixture_2: thing('cooker', 860 + gap + 150, 60, { width: 300, depth: 500 }),
    },
  });

const opened = (opening: Opening, x: number) =>
  pair({ A: storage, B: bedroom }, [2000, 3000, 3000], {
    openings: { opening_1: opening },
    fixtures: { fixture_1: thing('table', x, 1500, { width: 400, depth: 400 }) },
  });

/** Doors in two walls of a corner, the southern one so far from it. */
const doors = (offset: number) =>
  room(bedroom, [4000, 3000], {
    openings: {
      opening_1: swinging('wall_0-0-v', 300, 'right'),
      opening_2: swinging('wall_0-0-h', offset, 'left'),
    },
  });

const inGoingWall = (phase: Opening['phase']) =>
  pair({ A: bedroom, B: bedroom }, [3000, 3000, 3000], {
    walls: { 'wall_3-0-v': { phase: 'demolished' } },
    openings: { opening_1: door('wall_3-0-v', 500, { phase }) },
  });

/** A wall that ends this short of the northern wall's face, and a door under it. */
const stub = (gap: number, offset = 200) =>
  small(
    `
    +---+---+
    |A  +   |
    |   |   |
    +---+---+`,
    {
      tags: { A: bedroom },
      columns: { 0: 0, 4: 2000, 8: 4000 },
      rows: { 0: 0, 2: 3000 - 60 - gap, 3: 3000 },
      openings: { opening_1: door('wall_0-0-h', offset) },
    },
  );

const tagged = (tags: Readonly<Record<string, Tagged>>) =>
  pair(tags, [3000, 3000, 3000], { openings: { opening_1: door('wall_3-0-v', 500) } });

const both: Tagged = { use: 'corridor', holders: building };
const closed = (isOpen: boolean) =>
  pair({ A: bedroom, B: { use: 'utility', holders: building } }, [3000, 3000, 3000], {
    openings: isOpen ? { opening_1: door('wall_3-0-v', 500) } : {},
  });

/** Both households hold a room, or the second none. */
const everybody = (second: string[]) =>
  tagged({ A: bedroom, B: { use: 'bedroom', holders: second } });

/** A door so high between two bedrooms. */
const low = (head: number) =>
  pair({ A: bedroom, B: bedroom }, [3000, 3000, 3000], {
    openings: { opening_1: door('wall_3-0-v', 500, { head }) },
  });

export const casesOfDrawing: RuleCases = {
  'drawing/clearance': {
    inside: before(500),
    outside: before(499),
    known: 'a fixture has a place, a size and a front, or it is not drawn',
  },
  // 500 mm from its hinge the leaf reaches to about x = 2920; the table begins 200 before x.
  'drawing/door-swing': {
    inside: opened(swinging('wall_3-0-v', 1000, 'right'), 3130),
    outside: opened(swinging('wall_3-0-v', 1000, 'right'), 3080),
    known: 'a door that swings says its hinge and side, or it is a fault of the file',
  },
  'drawing/doors-collide': {
    inside: doors(970),
    outside: doors(900),
    known: 'a door that swings says its hinge and side, or it is a fault of the file',
  },
  'drawing/door-blocked': {
    inside: opened(door('wall_3-0-v', 1000), 2690),
    outside: opened(door('wall_3-0-v', 1000), 2670),
    known: 'an opening and a fixture have a place and a size, or they are not drawn',
  },
  'drawing/door-shut': {
    inside: cell(930),
    outside: cell(920),
    known: 'a door that swings says its hinge and side, or it is a fault of the file',
  },
  'drawing/cooker-at-shower': {
    inside: cooking(600),
    outside: cooking(598),
    known: 'a fixture has a place and a size, or it is not drawn',
  },
  'drawing/fixture-conflict': {
    inside: room(bathroom, [2000, 2000], { fixtures: { fixture_1: thing('basin', 262, 500) } }),
    outside: room(bathroom, [2000, 2000], { fixtures: { fixture_1: thing('basin', 250, 500) } }),
    known: 'a fixture has a place and a size, or it is not drawn',
  },
  'drawing/demolished-wall': {
    inside: inGoingWall('demolished'),
    outside: inGoingWall('existing'),
    known: 'a wall and an opening have a phase, or they are faults of the file',
  },
  'drawing/walled-opening': {
    inside: stub(300, 1030),
    outside: stub(300, 1060),
    known: 'walls and openings have a place and a size, or they are faults of the file',
  },
  'drawing/opening-height': {
    inside: low(1800),
    outside: low(1799),
    known: 'an opening has a sill and a head, a storey a height, or they are faults of the file',
  },
  'drawing/near-miss': {
    inside: stub(51),
    outside: stub(49),
    known: 'a wall has its ends, or it is a fault of the file',
  },
  'drawing/untagged': {
    inside: tagged({ A: bedroom, B: storage }),
    outside: tagged({ A: bedroom }),
    known: 'a room has a tag, or it has none',
  },
  'drawing/many-tags': {
    inside: tagged({ A: bedroom, B: storage }),
    outside: small(
      `
      +----+
      |A B |
      +----+`,
      { tags: { A: bedroom, B: storage }, columns: { 0: 0, 5: 4000 }, rows: { 0: 0, 2: 3000 } },
    ),
    known: 'the tags in a room are counted',
  },
  'drawing/no-holder': {
    inside: tagged({ A: bedroom, B: both }),
    outside: tagged({ A: bedroom, B: { use: 'corridor' } }),
    known: 'a tag names holders, or it names none',
  },
  'drawing/loose-tag': {
    inside: tagged({ A: bedroom, B: storage }),
    outside: small(
      `
      +--+
      |A |
      +--+
       B`,
      {
        tags: { A: bedroom, B: storage },
        columns: { 0: 0, 3: 3000 },
        rows: { 0: 0, 1: 1000, 3: 4000 },
      },
    ),
    known: 'a tag lies in a room, or it lies in none',
  },
  'drawing/no-entry': {
    inside: closed(true),
    outside: closed(false),
    known: 'a door is drawn, or it is not; what nobody has tagged is told as that',
  },
  'drawing/household-without-rooms': {
    inside: everybody(['household_2']),
    outside: everybody(one),
    known: 'a household is named by a tag, or by none',
  },
};
