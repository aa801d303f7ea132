import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { bodyRectangle } from '../../shared/geometry/body.ts';
import { difference, intersect } from '../../shared/geometry/clip.ts';
import { type Polygon, polygonArea } from '../../shared/geometry/polygon.ts';
import { planCut } from '../../shared/propose/plan-cut.ts';
import { cases } from '../cases.ts';
import { storeyId } from '../plan-from-drawing.ts';
import { roomWithShafts } from './room-with-shafts.ts';

const sum = (polygons: readonly Polygon[]): number =>
  polygons.reduce((area, one) => area + polygonArea(one), 0);

describe('a cut through any room with shafts', () => {
  it('gives parts that are whole, apart, and the room less the partition, each its share', () => {
    let cuts = 0;
    fc.assert(
      fc.property(
        roomWithShafts,
        fc.integer({ min: 0, max: 179 }),
        fc.constantFrom(1 / 3, 0.4, 0.5, 0.6),
        fc.constantFrom(90, 100, 120),
        (plan, degrees, share, thickness) => {
          const derived = storeyRooms(storeyId, plan.storeys[storeyId]!, 'after').rooms;
          const whole = derived.find(({ tags }) => tags.length > 0);
          fc.pre(whole !== undefined);
          const planned = planCut({
            plan,
            storey: storeyId,
            room: whole!.id,
            direction: { degrees },
            by: { share },
            thickness,
          });
          if (!planned.ok) {
            // Declined with a reason, never a cut that leaves pieces.
            expect(planned.refusal.reason).toMatch(/^(not-two-parts|too-narrow)$/);
            return;
          }
          cuts += 1;
          const [first, second] = planned.parts.map(
            ({ polygon, holes }): Polygon => ({ outer: polygon, holes }),
          ) as [Polygon, Polygon];
          const areas = [polygonArea(first), polygonArea(second)] as const;
          expect(Math.abs(areas[0] - share * (areas[0] + areas[1]))).toBeLessThan(5000);
          const rings = ({ outer, holes }: Polygon) => [outer, ...holes];
          expect(sum(intersect(rings(first), rings(second)))).toBeLessThan(100);
          const { from, to } = planned.cut;
          const body = bodyRectangle({ a: from, b: to, half: thickness / 2 });
          const rest = difference(
            [{ outer: whole!.polygon, holes: whole!.holes }],
            [{ outer: body, holes: [] }],
          );
          // Every piece of the room beside the partition belongs to one of the parts.
          expect(Math.abs(sum(rest) - areas[0] - areas[1])).toBeLessThan(5000);
        },
      ),
      { seed: 56, numRuns: cases(200, 1000) },
    );
    expect(cuts).toBeGreaterThan(cases(100, 500));
  });
});
