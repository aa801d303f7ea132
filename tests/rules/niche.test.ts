import { describe, expect, it } from 'vitest';
import type { Opening, Plan } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { one, small, type Tagged, thing, two } from './small-plans.ts';

//  +-----+      K is a kitchen niche, 1,500 wide and 500 deep between the wall faces. Its row stands
//  |K    |      at the back and looks out through p, a passage without a leaf, into L, the room of
//  +-ppp-+      the same home in which one stands to use it.
//  |L    |
//  |     |
//  +-----+
const drawing = `
  +-----+
  |K    |
  +-----+
  |L    |
  |     |
  |     |
  +-----+`;

interface Niche {
  readonly passage?: Partial<Opening>;
  /** mm from the row's front to the back of the niche. */
  readonly depth?: number;
  readonly beyond?: Tagged;
  /** mm from the wall's face to a table in L. */
  readonly table?: number;
}

const kitchen: Tagged = { use: 'kitchen', holders: one };
const living: Tagged = { use: 'living', holders: one };

function niche({ passage, depth = 500, beyond = living, table }: Niche): Plan {
  const back = 3000 + 120 + depth;
  return small(drawing, {
    tags: { K: kitchen, L: beyond },
    columns: { 0: 0, 6: 1620 },
    rows: { 0: 0, 4: 3060, 6: back + 60 },
    openings: {
      opening_1: {
        wall: 'wall_0-4-h' as Opening['wall'],
        kind: 'passage',
        offset: 60,
        width: 750,
        sill: 0,
        head: 2000,
        phase: 'new',
        ...passage,
      },
    },
    fixtures: {
      fixture_1: thing('sink', 285, back, { rotation: 180, width: 400, depth: 450 }),
      fixture_2: thing('cooker', 640, back, { rotation: 180, width: 300, depth: 450 }),
      ...(table === undefined
        ? {}
        : { fixture_3: thing('table', 435, 3000 - table, { rotation: 180, width: 700 }) }),
    },
  });
}

const about = ['drawing/clearance', 'drawing/door-blocked', 'D1', 'D2', 'K3'];
const said = (plan: Plan): string[] =>
  check(plan)
    .filter(({ rule }) => about.includes(rule))
    .map(({ rule, measured }) => (measured ? `${rule} ${measured.value}` : rule));

describe('a kitchen niche', () => {
  it('is used from the room before it: neither cramped nor blocked, and its opening is no door', () => {
    expect(said(niche({}))).toEqual([]);
  });

  //  +-----+
  //  |K ss |    the boundary of an open plan does the same
  //  +~~~~~+
  //  |L    |
  it('may be open by a boundary over its whole width', () => {
    const open = small(drawing.replace('K    |\n  +-----+', 'K    |\n  +~~~~~+'), {
      tags: { K: kitchen, L: living },
      columns: { 0: 0, 6: 1620 },
      rows: { 0: 0, 4: 3000, 6: 3560 },
      fixtures: {
        fixture_1: thing('sink', 400, 3500, { rotation: 180, width: 600, depth: 450 }),
      },
    });
    expect(said(open)).toEqual([]);
  });

  it('is judged to what stands in the room before it, to the millimetre', () => {
    // 50 mm before the row, 120 of the wall, and so far to the table.
    expect(said(niche({ table: 530 }))).toEqual([]);
    expect(said(niche({ table: 529 }))).toEqual(['drawing/clearance 699', 'drawing/clearance 699']);
  });

  it('is cramped behind a door, and that door is too narrow for a kitchen', () => {
    const shut = said(niche({ passage: { kind: 'door', leaf: 'sliding' } }));
    expect(shut).toContain('drawing/clearance 50');
    expect(shut).toContain('drawing/door-blocked');
    expect(shut).toContain('D1 750');
    expect(shut).toContain('K3 500');
  });

  it('is not used from the room of another home', () => {
    const others = said(niche({ beyond: { use: 'living', holders: two } }));
    expect(others).toContain('drawing/clearance 50');
    expect(others).toContain('drawing/door-blocked');
  });

  //  +-------+
  //  |K     s|   a kitchen that is walked into is none, though no door hangs in its opening
  //  |       |
  //  +-ppp---+
  it('is none where one walks in', () => {
    expect(said(niche({ depth: 1500 }))).toEqual(['D1 750']);
    expect(said(niche({ depth: 1500, passage: { width: 690 } }))).toEqual(['D2 690']);
  });
});
