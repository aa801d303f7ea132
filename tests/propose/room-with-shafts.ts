import fc from 'fast-check';
import type { Plan, Point, Storey } from '../../shared/plan/model.ts';
import { planOf, storeyFromDrawing } from '../plan-from-drawing.ts';

/*
 * Rooms of four to nine corners at any angle, one of them perhaps re-entrant, with up to two boxed
 * shafts inside: what a surveyed kitchen looks like at its worst.
 */
export const roomWithShafts = fc
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
