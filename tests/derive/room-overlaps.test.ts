import { describe, expect, it } from 'vitest';
import { stackedRooms } from '../../shared/derive/room-overlaps.ts';
import { intersect } from '../../shared/geometry/clip.ts';
import { commonArea } from '../../shared/geometry/overlap.ts';
import { type Polygon, polygonArea, type Ring } from '../../shared/geometry/polygon.ts';
import type { JointId, Plan, Storey, StoreyId } from '../../shared/plan/model.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { generateStorey } from '../generate/storey.ts';

const rectangle = (x: number, y: number, width: number, depth: number): Ring => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + depth },
  { x, y: y + depth },
];
const whole = (outer: Ring, holes: Ring[] = []): Polygon => ({ outer, holes });

describe('the area that two polygons have in common', () => {
  it('is that of the overlap of two rectangles', () => {
    const room = whole(rectangle(0, 0, 3000, 4000));
    expect(commonArea(room, whole(rectangle(1000, 1000, 5000, 1000)))).toBe(2_000_000);
    expect(commonArea(room, whole(rectangle(3000, 0, 500, 500)))).toBe(0);
    expect(commonArea(room, room)).toBe(12_000_000);
  });

  it('leaves out holes, of both', () => {
    const hole = [...rectangle(1000, 1000, 500, 500)].reverse();
    const room = whole(rectangle(0, 0, 3000, 3000), [hole]);
    expect(commonArea(room, whole(rectangle(0, 0, 2000, 2000)))).toBe(3_750_000);
    expect(commonArea(room, room)).toBe(8_750_000);
  });

  it('does not depend on place, and is that of a triangle across a corner', () => {
    for (const [dx, dy] of [
      [0, 0],
      [-7000, -9000],
    ] as const) {
      const at = ({ x, y }: { x: number; y: number }) => ({ x: x + dx, y: y + dy });
      const room = whole(rectangle(0, 0, 2000, 2000).map(at));
      const triangle = whole(
        [
          { x: 0, y: 0 },
          { x: 3000, y: 0 },
          { x: 0, y: 3000 },
        ].map(at),
      );
      expect(commonArea(room, triangle)).toBeCloseTo(3_500_000, 3);
    }
  });
});

describe('rooms over rooms', () => {
  const patience = { timeout: 300_000 };

  const building = (seed: number, degrees: number): Plan => {
    const storeys = [1, 2, 3].map((level) =>
      generateStorey({ seed: seed + level, degrees, level, id: `storey_${level}` }),
    );
    return {
      tenancies: {},
      households: Object.assign({}, ...storeys.map((one) => one.plan.households)),
      storeys: Object.assign({}, ...storeys.map((one) => one.plan.storeys)),
    };
  };
  const listOf = (plan: Plan) =>
    stackedRooms(plan, 'after').map(({ over }) =>
      [...over.values()].flat().map(({ below, above, area }) => [below.id, above.id, area]),
    );

  it('are as large as clipping finds them', patience, () => {
    for (let seed = 1; seed <= cases(10, 100); seed++) {
      const degrees = seed % 2 === 0 ? 0 : new Random(seed).between(1, 359);
      for (const { below, above, over } of stackedRooms(building(seed, degrees), 'after')) {
        for (const room of below.rooms) {
          for (const other of above.rooms) {
            const clipped = intersect(
              [room.polygon, ...room.holes],
              [other.polygon, ...other.holes],
            ).reduce((sum, polygon) => sum + polygonArea(polygon), 0);
            const found = over.get(room)?.find((one) => one.above === other)?.area ?? 0;
            // Clipping rounds corners to a hundredth of a millimetre and drops slivers.
            expect(Math.abs(found - clipped), `seed ${seed}`).toBeLessThan(700);
          }
        }
      }
    }
  });

  it('are, after an edit, what they are in a plan derived from nothing', patience, () => {
    for (let seed = 1; seed <= cases(25, 250); seed++) {
      const random = new Random(seed);
      let plan = building(seed, seed % 2 === 0 ? 0 : random.between(1, 359));
      // The copies come last, so that each edit starts from what was found before it.
      const found: { readonly plan: Plan; readonly live: ReturnType<typeof listOf> }[] = [];
      for (let step = 0; step < 8; step++) {
        const id = random.pick(Object.keys(plan.storeys)) as StoreyId;
        const storey = plan.storeys[id]!;
        const joint = random.pick(Object.keys(storey.joints)) as JointId;
        const { x, y } = storey.joints[joint]!;
        const to = { x: x + random.between(-300, 300), y: y + random.between(-300, 300) };
        const moved: Storey = { ...storey, joints: { ...storey.joints, [joint]: to } };
        plan = { ...plan, storeys: { ...plan.storeys, [id]: moved } };
        found.push({ plan, live: listOf(plan) });
      }
      for (const [step, one] of found.entries()) {
        const anew = listOf(structuredClone(one.plan));
        expect(one.live, `seed ${seed}, step ${step}`).toEqual(anew);
      }
    }
  });
});
