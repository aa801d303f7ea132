import { describe, expect, it } from 'vitest';
import type { Opening, Storey } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { planOf, storeyFromDrawing } from '../plan-from-drawing.ts';

//  +--+--+    a door of 700 mm in the lower wall, from x = 650 to 1350, and a wall that comes
//  |A |B |    down onto it at x
//  +-dd--+
const drawing = `
  +--+
  |A |
  +--+`;

function withWallAt(x: number, phase = 'existing', thickness = 120): Storey {
  const storey = storeyFromDrawing(drawing, { step: 1000 });
  const opening = {
    wall: 'wall_0-0-h',
    kind: 'door',
    offset: 650,
    width: 700,
    sill: 0,
    head: 2000,
    leaf: 'swing',
    hinge: 'a',
    side: 'left',
    phase: 'existing',
  } as Opening;
  return {
    ...storey,
    joints: { ...storey.joints, joint_p: { x, y: 0 }, joint_q: { x, y: 2000 } },
    walls: {
      ...storey.walls,
      wall_across: { a: 'joint_p', b: 'joint_q', thickness, kind: 'partition', phase },
    },
    openings: { opening_d: opening },
  } as unknown as Storey;
}

const found = (storey: Storey) =>
  check(planOf(storey)).filter(({ rule }) => rule === 'drawing/walled-opening');

describe('openings that a wall stands in', () => {
  it.each([
    ['in the middle', 1000, 1],
    ['over a jamb', 1390, 1],
    ['flush with a jamb', 1410, 0],
    ['lapping a jamb by less than 5 mm', 1406, 0],
    ['beside it', 1700, 0],
  ])('%s', (_, x, count) => {
    expect(found(withWallAt(x))).toHaveLength(count);
  });

  it('names the door, its storey and the wall', () => {
    const [finding] = found(withWallAt(1000));
    expect(finding).toMatchObject({
      severity: 'unknown',
      about: [
        { kind: 'opening', id: 'opening_d' },
        { kind: 'wall', id: 'wall_across' },
      ],
      place: { at: { x: 1000, y: 0 } },
    });
    expect(finding!.text.zh).toContain('一层有一处 700 mm 宽的门被另一道墙占住');
    expect(finding!.text.en).toContain('A door of 700 mm on 一层 has another wall in it');
  });

  it('counts what stands after the works: no demolished wall, no boundary', () => {
    expect(found(withWallAt(1000, 'demolished'))).toEqual([]);
    expect(found(withWallAt(1000, 'new'))).toHaveLength(1);
    expect(found(withWallAt(1000, 'existing', 0))).toEqual([]);
  });
});
