import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { bodyRectangle } from '../../shared/geometry/body.ts';
import { difference, intersect } from '../../shared/geometry/clip.ts';
import { type Polygon, polygonArea } from '../../shared/geometry/polygon.ts';
import type { Plan, Point, Storey } from '../../shared/plan/model.ts';
import { planCut } from '../../shared/propose/plan-cut.ts';
import { cases } from '../cases.ts';
import { planOf, storeyFromDrawing, storeyId } from '../plan-from-drawing.ts';

/*
 * Rooms of four to nine corners at any angle, one of them perhaps re-entrant, with up to two boxed
 * shafts inside: what a surveyed kitchen looks like at its worst.
 */
const room = fc
  .record({
    corners: fc.integer({ min: 4, max: 9 }),
    radii: fc.array(fc.integer({ min: 1700, max: 3200 }), { minLength: 9, maxLength: 9 }),
    dent: fc.constantFrom(null, 0, 2, 3),
    turn: fc.integer({ min: 0, max: 359 }),
    shafts: fc.array(
      fc.record({
        x: fc.integer({ min: -700, max: 700 }),
        y: fc.integer({ min: -700, max: 700 }),
        width: fc.integer({ min: 150, max: 400 }),
        depth: fc.integer({ min: 150, max: 400 }),
      }),
      { maxLength: 2 },
    ),
    thickness: fc.constantFrom(100, 120, 240),
  })
  .map(({ corners, radii, dent, turn, shafts, thickness }): Plan => {
    const points = Array.from({ length: corners }, (_, index): Point => {
      const angle = (2 * Math.PI * index) / corners + (turn * Math.PI) / 180;
      const radius = index === dent ? 1200 : radii[index]!;
      return { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) };
    });
    return planOf({
      ...storeyFromDrawing('+-+'),
      joints: Object.fromEntries(points.map((point, index) => [`joint_${index}`, point])),
      walls: Object.fromEntries(
        points.map((_, index) => [
          `wall_${index}`,
          {
            a: `joint_${index}`,
            b: `joint_${(index + 1) % corners}`,
            thickness,
            kind: 'bearing',
            phase: 'existing',
          },
        ]),
      ),
      risers: Object.fromEntries(
        shafts.map(({ x, y, width, depth }, index) => [
          `riser_${index}`,
          { kind: 'soil', line: String(index), at: { x, y }, width, depth, phase: 'existing' },
        ]),
      ),
      rooms: {
        room_A: {
          at: { x: 1, y: 1000 },
          use: 'kitchen-bath',
          name: 'A',
          holders: [],
          phase: 'existing',
        },
      },
    } as unknown as Storey);
  });

const sum = (polygons: readonly Polygon[]): number =>
  polygons.reduce((area, one) => area + polygonArea(one), 0);

describe('a cut through any room with shafts', () => {
  it('gives parts that are whole, apart, and the room less the partition, each its share', () => {
    let cuts = 0;
    fc.assert(
      fc.property(
        room,
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
