import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallOutlines } from '../../shared/derive/outlines.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { polygonArea } from '../../shared/geometry/polygon.ts';
import type { Storey } from '../../shared/plan/model.ts';
import { cases } from '../cases.ts';
import { storeyFromDrawing, storeyId } from '../plan-from-drawing.ts';

const rooms = (storey: Storey, moment: 'before' | 'after' = 'after') =>
  storeyRooms(storeyId, storey, moment);
const areaOf = (storey: Storey): Record<string, number> =>
  Object.fromEntries(rooms(storey).rooms.map((room) => [room.name || '-', room.area / 1e6]));

describe('rooms', () => {
  it('are found inside each other: a core in a hall is a hole of the hall', () => {
    const storey = storeyFromDrawing(
      `
      +---------+
      |A        |
      |  +---+  |
      |  | B |  |
      |  +---+  |
      |         |
      +---------+`,
      { step: 1000, thickness: 200 },
    );
    expect(areaOf(storey)).toEqual({ A: 9.8 * 5.8 - 4.2 * 2.2, B: 3.8 * 1.8 });
    const hall = rooms(storey).byId.get('room_A')!;
    expect(hall.holes).toHaveLength(1);
  });

  it('meet at acute corners without losing area to the mitre', () => {
    //        C
    //       /|
    //      / |
    //     A--B      a right triangle of 4 x 3 m along the centre lines
    const storey = storeyFromDrawing('+-+', { step: 1000 });
    const triangle = {
      ...storey,
      joints: {
        joint_a: { x: 0, y: 0 },
        joint_b: { x: 4000, y: 0 },
        joint_c: { x: 4000, y: 3000 },
      },
      walls: Object.fromEntries(
        ['ab', 'bc', 'ca'].map((pair) => [
          `wall_${pair}`,
          {
            a: `joint_${pair[0]}`,
            b: `joint_${pair[1]}`,
            thickness: 100,
            kind: 'partition',
            phase: 'existing',
          },
        ]),
      ),
    } as unknown as Storey;
    // Offset inwards by 50 mm: the inner triangle is similar, its inradius 1000 - 50 of 1000.
    expect(rooms(triangle).rooms[0]!.area / 1e6).toBeCloseTo(6 * 0.95 ** 2, 6);
  });

  it('vanish where walls fill the face, and the tag says so', () => {
    const storey = storeyFromDrawing(
      `
      +-+
      |A|
      +-+`,
      { step: 60, thickness: 240 },
    );
    expect(rooms(storey).rooms).toEqual([]);
    expect(rooms(storey).looseTags).toEqual(['room_A']);
  });

  it('are divided by a boundary, which takes no area and lets people through', () => {
    const storey = storeyFromDrawing(
      `
      +--+--+
      |A :B |
      +--+--+`,
      { step: 1000, thickness: 100 },
    );
    expect(areaOf(storey)).toEqual({ A: 2.95 * 1.9, B: 2.95 * 1.9 });
    expect(rooms(storey).links).toEqual([
      expect.objectContaining({
        kind: 'boundary',
        opening: null,
        from: expect.any(String),
        to: expect.any(String),
      }),
    ]);
  });

  it('differ before and after: a new wall divides, a demolished one unites', () => {
    const storey = storeyFromDrawing(
      `
      +--+--+
      |A !B |
      +--+--+`,
      { step: 1000 },
    );
    expect(rooms(storey, 'before').rooms.map((room) => room.tags)).toEqual([['room_A', 'room_B']]);
    expect(rooms(storey, 'after').rooms.map((room) => room.tags)).toEqual([['room_A'], ['room_B']]);
  });

  it('are remembered: the same tables give the identical answer', () => {
    const storey = storeyFromDrawing('+-+\n| |\n+-+');
    expect(rooms({ ...storey, name: 'other' })).toBe(rooms(storey));
  });

  it('of a whole storey and its walls add up to its footprint', () => {
    const size = fc.integer({ min: 1500, max: 6000 });
    const thickness = fc.constantFrom(100, 120, 240, 370);
    fc.assert(
      fc.property(
        fc.array(size, { minLength: 1, maxLength: 5 }),
        size,
        thickness,
        (bays, depth, thick) => {
          const storey = bayStorey(bays, depth, thick);
          const width = bays.reduce((sum, bay) => sum + bay, 0);
          const net = rooms(storey).rooms.reduce((sum, room) => sum + room.area, 0);
          const solids = wallOutlines(storey).byPhase.existing.reduce(
            (sum, one) => sum + polygonArea(one),
            0,
          );
          expect((net + solids) / 1e6).toBeCloseTo(((width + thick) * (depth + thick)) / 1e6, 4);
          expect(rooms(storey).rooms).toHaveLength(bays.length);
        },
      ),
      { seed: 4, numRuns: cases(200, 2000) },
    );
  });
});

/** A row of bays: one long wall above and below, cross walls that end on them without a joint there. */
function bayStorey(bays: readonly number[], depth: number, thickness: number): Storey {
  const joints: Record<string, { x: number; y: number }> = {};
  const walls: Record<string, unknown> = {};
  const wall = (id: string, ax: number, ay: number, bx: number, by: number): void => {
    joints[`joint_${id}-a`] = { x: ax, y: ay };
    joints[`joint_${id}-b`] = { x: bx, y: by };
    walls[`wall_${id}`] = {
      a: `joint_${id}-a`,
      b: `joint_${id}-b`,
      thickness,
      kind: 'bearing',
      phase: 'existing',
    };
  };
  const width = bays.reduce((sum, bay) => sum + bay, 0);
  wall('south', 0, 0, width, 0);
  wall('north', 0, depth, width, depth);
  let x = 0;
  for (const [index, bay] of [0, ...bays].entries()) {
    x += bay;
    wall(`cross-${index}`, x, 0, x, depth);
  }
  return { ...storeyFromDrawing('+-+'), joints, walls } as unknown as Storey;
}
