import { describe, expect, it } from 'vitest';
import { ringChanges } from '../../../renderer/canvas/ring-changes.ts';
import { insideRing } from '../../../renderer/tools/plane.ts';
import { wallOutlines } from '../../../shared/derive/outlines.ts';
import { boundsOf, type Ring } from '../../../shared/geometry/polygon.ts';
import type { JointId, Storey } from '../../../shared/plan/model.ts';
import { cases } from '../../cases.ts';
import { Random } from '../../generate/random.ts';
import { generateStorey } from '../../generate/storey.ts';

const ringsOf = (storey: Storey): Ring[] =>
  wallOutlines(storey).byPhase.existing.flatMap(({ outer, holes }) => [outer, ...holes]);

/** Filled even-odd, as walls are. */
const isFilled = (rings: readonly Ring[], p: { x: number; y: number }): boolean =>
  rings.reduce((filled, ring) => filled !== insideRing(p, ring), false);

describe('where two drawings of walls differ', () => {
  it('is within what is said to have changed, and that is little', () => {
    for (let seed = 1; seed <= cases(30, 300); seed++) {
      const random = new Random(seed);
      const { storey } = generateStorey({ seed, stairs: 2, degrees: seed % 2 ? 0 : seed });
      const id = random.pick(Object.keys(storey.joints) as JointId[]);
      const { x, y } = storey.joints[id]!;
      const to = { x: x + random.between(-300, 300), y: y + random.between(-300, 300) };
      const moved = { ...storey, joints: { ...storey.joints, [id]: to } };
      const [was, is] = [ringsOf(storey), ringsOf(moved)];
      const boxes = ringChanges(was, is).map(boundsOf);
      const { minX, minY, maxX, maxY } = boundsOf(is.flat());
      let outside = 0;
      for (let index = 0; index < 400; index++) {
        const p =
          index % 2
            ? { x: random.between(minX, maxX) + 0.37, y: random.between(minY, maxY) + 0.41 }
            : { x: x + random.between(-900, 900) + 0.37, y: y + random.between(-900, 900) + 0.41 };
        const isSaid = boxes.some(
          (box) => p.x >= box.minX && p.x <= box.maxX && p.y >= box.minY && p.y <= box.maxY,
        );
        if (!isSaid) {
          outside += 1;
          expect(isFilled(was, p), `seed ${seed}, ${p.x} ${p.y}`).toBe(isFilled(is, p));
        }
      }
      expect(outside, `seed ${seed}`).toBeGreaterThan(0);
    }
  });

  it('are no rings that came out alike', () => {
    const { storey } = generateStorey({ seed: 3 });
    expect(ringChanges(ringsOf(storey), ringsOf(structuredClone(storey)))).toEqual([]);
  });

  it('is all of a ring whose dashes run on from where it changed', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 100 },
      { x: 0, y: 100 },
    ];
    const longer = [...square.slice(0, 3), { x: 50, y: 140 }, { x: 0, y: 100 }];
    expect(ringChanges([square], [longer]).map(boundsOf)).not.toContainEqual(boundsOf(square));
    expect(ringChanges([square], [longer], true).map(boundsOf)).toContainEqual(boundsOf(square));
  });
});
