import { describe, expect, it } from 'vitest';
import type { Fixture, Storey } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { planOf, storeyFromDrawing } from '../plan-from-drawing.ts';
import { one, room as roomPlan } from './small-plans.ts';

//  +-----+    3000 x 2000 mm between centre lines, walls of 120 mm: inside from 60 to 2940
//  |     |    and from 60 to 1940
//  +-----+
const drawing = `
  +--+
  |A |
  +--+`;

const wc = (x: number, y: number, rotation = 0, more: Partial<Fixture> = {}): Fixture =>
  ({
    kind: 'wc',
    at: { x, y },
    rotation,
    width: 400,
    depth: 700,
    phase: 'existing',
    ...more,
  }) as Fixture;

function storeyWith(fixtures: Readonly<Record<string, Fixture>>, risers = {}): Storey {
  const storey = storeyFromDrawing(drawing, { step: 1000, thickness: 120 });
  return { ...storey, fixtures, risers } as unknown as Storey;
}

const found = (storey: Storey) =>
  check(planOf(storey))
    .filter(({ rule }) => rule === 'drawing/fixture-conflict')
    .map(({ about, text }) => ({ about: about.map(({ id }) => id), zh: text.zh }));

describe('fixtures that cannot stand where they are drawn', () => {
  it.each([
    ['with its back to the wall', wc(1000, 60), 0],
    ['lapping the wall by 4 mm', wc(1000, 56), 0],
    ['lapping the wall by 6 mm', wc(1000, 54), 1],
    ['turned into the wall', wc(1000, 60, 180), 1],
    ['askew, one corner in the wall', wc(1000, 70, 30), 1],
    ['askew and clear', wc(1000, 200, 30), 0],
    ['demolished', wc(1000, 0, 0, { phase: 'demolished' }), 0],
    ['new', wc(1000, 0, 0, { phase: 'new' }), 1],
  ])('%s', (_, fixture, count) => {
    expect(found(storeyWith({ fixture_w: fixture }))).toHaveLength(count);
  });

  it('names the wall', () => {
    const [finding] = found(storeyWith({ fixture_w: wc(1000, 0) }));
    expect(finding?.about).toEqual(['fixture_w', 'wall_0-0-h']);
    expect(finding?.zh).toBe('一层的房间里的便器与墙重叠，摆不下。请移动设施或墙。');
  });

  it('says whose room it is in, and beside whose it stands in a wall', () => {
    const said = (y: number) =>
      check(
        roomPlan({ use: 'bathroom', holders: one }, [2000, 2000], {
          fixtures: { fixture_w: wc(1000, y) },
        }),
      ).find(({ rule }) => rule === 'drawing/fixture-conflict');
    expect(said(0)!.text).toEqual({
      zh: '1室的卫生间里的便器与墙重叠，摆不下。请移动设施或墙。',
      en: 'The WC in the bathroom of household 1 stands in a wall. Move one of them.',
    });
    expect(said(-340)!.text.zh).toMatch(/^一层紧邻1室的便器与墙重叠/);
    expect(said(-340)!.text.en).toContain('beside household 1, stands in a wall');
  });

  it('says of two in one place once, and of the later one', () => {
    const storey = storeyWith({ fixture_a: wc(1000, 60), fixture_b: wc(1300, 60) });
    expect(found(storey).map(({ about }) => about)).toEqual([['fixture_b', 'fixture_a']]);
    const apart = storeyWith({ fixture_a: wc(1000, 60), fixture_b: wc(1396, 60) });
    expect(found(apart)).toEqual([]);
  });

  it.each([
    ['a sink let into the worktop', 'worktop', 'sink'],
    ['a washing machine under the worktop', 'worktop', 'washer'],
    ['a wet-floor shower beside the WC', 'shower', 'wc'],
    ['a water heater above the WC', 'wc', 'water-heater'],
  ] as const)('%s is no conflict', (_, one, other) => {
    const storey = storeyWith({
      fixture_a: wc(1000, 60, 0, { kind: one }),
      fixture_b: wc(1100, 60, 0, { kind: other }),
    });
    expect(found(storey)).toEqual([]);
  });

  it('knows risers and the outside', () => {
    const riser = {
      kind: 'soil',
      at: { x: 1000, y: 300 },
      width: 200,
      depth: 200,
      phase: 'existing',
    };
    const [inRiser] = found(storeyWith({ fixture_w: wc(1000, 60) }, { riser_r: riser }));
    expect(inRiser).toMatchObject({ about: ['fixture_w', 'riser_r'] });
    expect(inRiser?.zh).toContain('污水立管');
    const [outside] = found(storeyWith({ fixture_w: wc(8000, 60) }));
    expect(outside).toMatchObject({ about: ['fixture_w'] });
    expect(outside?.zh).toContain('不在任何房间内');
  });
});
