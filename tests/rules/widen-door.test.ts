import { describe, expect, it } from 'vitest';
import { preview } from '../../shared/edit/history.ts';
import type { Intent } from '../../shared/edit/intent.ts';
import type { Opening, Plan } from '../../shared/plan/model.ts';
import { harmlessFix } from '../../shared/propose/fix.ts';
import { check } from '../../shared/rules/check.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { countingIds } from '../plan/draw-plan.ts';
import { building, door, one, type Small, small, thing } from './small-plans.ts';

//  +--+--+   a corridor C below, the home's hall A and bedroom B above it, whose partition comes
//  |A |B |   down onto the middle of the corridor's long wall at x = 2120
//  +-----+
//  |C    |
//  +-----+
const drawing = `
  +-----+
  |A   B|
  +-----+
  |C    |
  +-----+`;
const tags: Small['tags'] = {
  A: { use: 'hall', holders: one },
  B: { use: 'bedroom', holders: one },
  C: { use: 'corridor', holders: building },
};
/** The wall between corridor and home, from x = 0 to 5000; its neighbours' faces at 60, 2060, 2180. */
const long = 'wall_0-2-h';
const home = (opening: Opening, more: Partial<Small> = {}, partition = 2120): Plan => {
  const plan = small(drawing, {
    tags,
    columns: { 0: 0, 6: 5000 },
    rows: { 0: 0, 2: 2000, 4: 5000 },
    openings: { opening_1: opening, opening_2: door('wall_across', 500) },
    ...more,
  });
  const [[id, storey] = []] = Object.entries(plan.storeys);
  const joints = {
    ...storey!.joints,
    joint_p: { x: partition, y: 2000 },
    joint_q: { x: partition, y: 5000 },
  };
  const across = { a: 'joint_p', b: 'joint_q', thickness: 120, kind: 'partition' };
  const walls = { ...storey!.walls, wall_across: { ...across, phase: 'existing' } };
  return { ...plan, storeys: { [id!]: { ...storey, joints, walls } } } as unknown as Plan;
};

const narrow = (plan: Plan): Finding | undefined =>
  check(plan).find(({ rule, about }) => /^D/.test(rule) && about[0]?.id === 'opening_1');
const mended = (plan: Plan, intent: Intent = 'proposal'): Plan => {
  const { fix } = narrow(plan)!;
  return preview(plan, harmlessFix(fix!, countingIds(), intent, nationalProfile));
};
const ids = (plan: Plan): string[] => check(plan).map(({ rule }) => rule);

describe('the offer to widen a door', () => {
  it('keeps to its middle where there is room on both sides', () => {
    const { fix } = narrow(home(door(long, 600, { width: 700, phase: 'new' })))!;
    expect(fix).toMatchObject({ change: { offset: 450, width: 1000 } });
  });

  it('moves the door along from a wall that abuts, on either side and in the middle of its wall', () => {
    const at = (offset: number) =>
      narrow(home(door(long, offset, { width: 780, phase: 'new' })))?.fix;
    expect(at(60)).toMatchObject({ change: { offset: 60, width: 1000 } });
    expect(at(1280)).toMatchObject({ change: { offset: 1060, width: 1000 } });
    expect(at(2180)).toMatchObject({ change: { offset: 2180, width: 1000 } });
  });

  it('is not made where what abuts leaves no room', () => {
    const tight = home(door(long, 100, { width: 700, phase: 'new' }), {}, 1110);
    expect(narrow(tight)).toBeDefined();
    expect(narrow(tight)?.fix).toBeUndefined();
  });

  it('is not made where the next opening of the wall leaves no room', () => {
    const plan = home(door(long, 100, { width: 700, phase: 'new' }), {
      openings: {
        opening_1: door(long, 100, { width: 700, phase: 'new' }),
        opening_2: door('wall_across', 500),
        opening_3: door(long, 830, { width: 1000 }),
      },
    });
    expect(narrow(plan)).toBeDefined();
    expect(narrow(plan)?.fix).toBeUndefined();
  });

  it('makes a door that nobody gets through as wide as a new opening must be', () => {
    const plan = home(door(long, 600, { width: 700 }));
    expect(narrow(plan)).toMatchObject({ rule: 'D2', fix: { change: { width: 1000 } } });
    const after = mended(plan);
    expect(after).not.toBe(plan);
    expect(ids(after).filter((rule) => /^D/.test(rule))).toEqual([]);
  });

  it('leaves the surveyed door as it was found, in the survey as well', () => {
    const plan = home(door(long, 600, { width: 700 }));
    for (const intent of ['survey', 'proposal'] as const) {
      const { openings } = Object.values(mended(plan, intent).storeys)[0]!;
      const found = Object.values(openings).map(({ width, phase }) => `${width} ${phase}`);
      expect(found.sort()).toEqual(['1000 new', '700 demolished', '900 existing']);
    }
  });

  it('is not made in a bearing wall without a note, for a door in the hole of an old one either', () => {
    const bearing = (opening: Opening, more: object = {}, openings: Small['openings'] = {}) =>
      home(opening, {
        walls: { [long]: { kind: 'bearing', ...more } },
        openings: { opening_1: opening, opening_2: door('wall_across', 500), ...openings },
      });
    const kept = door(long, 600, { width: 700 });
    expect(narrow(bearing(kept))?.rule).toBe('D2');
    expect(narrow(bearing(kept))?.fix).toBeUndefined();
    expect(narrow(bearing(kept, { engineerNote: '结 01' }))?.fix).toBeDefined();
    const gone = { opening_3: door(long, 600, { width: 700, phase: 'demolished' }) };
    const anew = bearing({ ...kept, phase: 'new' }, {}, gone);
    expect(ids(anew)).not.toContain('S1');
    expect(narrow(anew)).toBeDefined();
    expect(narrow(anew)?.fix).toBeUndefined();
  });

  it('mends and brings nothing new, wherever the door is', () => {
    let offers = 0;
    for (let offset = 60; offset <= 4160; offset += 100) {
      const plan = home(door(long, offset, { width: 700, phase: 'new' }));
      if (!narrow(plan)?.fix) continue;
      offers++;
      const after = mended(plan);
      expect(narrow(after), `offset ${offset}`).toBeUndefined();
      const was = ids(plan);
      for (const rule of new Set(ids(after))) {
        const count = (list: string[]) => list.filter((each) => each === rule).length;
        expect(count(ids(after)), `${rule} at ${offset}`).toBeLessThanOrEqual(count(was));
      }
    }
    expect(offers).toBeGreaterThan(20);
  });

  it('is declined with a reason where the wider leaf would strike something', () => {
    const opening = door(long, 600, {
      width: 700,
      phase: 'new',
      leaf: 'swing',
      hinge: 'a',
      side: 'left',
    });
    const plan = home(opening, {
      fixtures: { fixture_1: thing('wardrobe', 1500, 2860, { width: 1200, depth: 300 }) },
    });
    const { fix } = narrow(plan)!;
    const command = harmlessFix(fix!, countingIds(), 'proposal', nationalProfile);
    expect(command.refuse?.(plan)).toMatchObject({ reason: 'brings-finding' });
  });
});
