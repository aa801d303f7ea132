import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { perform, startHistory, undo } from '../../shared/edit/history.ts';
import { areaBelow, extent, positionForShare } from '../../shared/geometry/cut.ts';
import { polygonArea } from '../../shared/geometry/polygon.ts';
import type { Plan, RoomId, Storey } from '../../shared/plan/model.ts';
import { divideRoom } from '../../shared/propose/divide-room.ts';
import { mergeRooms } from '../../shared/propose/merge-rooms.ts';
import { type CutDirection, cutsOf, planCut } from '../../shared/propose/plan-cut.ts';
import { cases } from '../cases.ts';
import { planOf, sequentialIds, storeyFromDrawing, storeyId } from '../plan-from-drawing.ts';

const runs = { seed: 40, numRuns: cases(200, 2000) };

/** A four-cornered room at any angle: the corners of a rectangle, each moved a little. */
const room = fc
  .record({
    width: fc.integer({ min: 1800, max: 6000 }),
    depth: fc.integer({ min: 1800, max: 6000 }),
    turn: fc.integer({ min: 0, max: 359 }),
    shifts: fc.array(fc.integer({ min: -250, max: 250 }), { minLength: 8, maxLength: 8 }),
    thickness: fc.constantFrom(100, 120, 240),
  })
  .map(({ width, depth, turn, shifts, thickness }): Plan => {
    const angle = (turn * Math.PI) / 180;
    const corners = [
      [0, 0],
      [width, 0],
      [width, depth],
      [0, depth],
    ].map(([x, y], index) => {
      const px = x! + shifts[2 * index]!;
      const py = y! + shifts[2 * index + 1]!;
      return {
        x: Math.round(px * Math.cos(angle) - py * Math.sin(angle)),
        y: Math.round(px * Math.sin(angle) + py * Math.cos(angle)),
      };
    });
    const middle = (axis: 'x' | 'y'): number =>
      Math.round(corners.reduce((sum, corner) => sum + corner[axis], 0) / 4);
    const storey = {
      ...storeyFromDrawing('+-+'),
      joints: Object.fromEntries(corners.map((corner, index) => [`joint_${index}`, corner])),
      walls: Object.fromEntries(
        corners.map((_, index) => [
          `wall_${index}`,
          {
            a: `joint_${index}`,
            b: `joint_${(index + 1) % 4}`,
            thickness,
            kind: 'bearing',
            phase: 'existing',
          },
        ]),
      ),
      rooms: {
        room_A: {
          at: { x: middle('x'), y: middle('y') },
          use: 'kitchen-bath',
          name: 'A',
          holders: [],
          phase: 'existing',
        },
      },
    } as unknown as Storey;
    return planOf(storey);
  });

const direction: fc.Arbitrary<CutDirection> = fc.oneof(
  fc.constant('along' as const),
  fc.constant('across' as const),
  fc.integer({ min: 0, max: 179 }).map((degrees) => ({ degrees })),
);
const share = fc.constantFrom(0.5, 1 / 3, 0.4, 0.6);
const partition = fc.constantFrom(90, 100, 120);

describe('a cut by share', () => {
  it('gives each part its net area within 0.005 m2, partition deducted, and undoes in one step', () => {
    fc.assert(
      fc.property(room, direction, share, partition, (plan, way, part, thickness) => {
        const whole = storeyRooms(storeyId, plan.storeys[storeyId]!, 'after').byId.get('room_A')!;
        const request = {
          plan,
          storey: storeyId,
          room: 'room_A',
          direction: way,
          by: { share: part },
          thickness,
        };
        const planned = planCut(request);
        if (!planned.ok) throw new Error(planned.refusal.reason);
        const [first, second] = planned.parts.map((one) => one.area) as [number, number];
        const sum = first + second;
        expect(Math.abs(first - part * sum)).toBeLessThan(5000);
        expect(sum).toBeLessThan(whole.area);

        const start = startHistory(plan);
        const tag = { use: 'kitchen-bath', name: '', holders: [] } as const;
        const { history, refusal } = perform(
          start,
          divideRoom({
            storey: storeyId,
            room: 'room_A',
            cuts: cutsOf(planned.cut),
            kind: 'partition',
            parts: [tag, tag],
            intent: 'proposal',
            newId: sequentialIds(),
          }),
        );
        expect(refusal).toBeNull();
        const drawn = storeyRooms(storeyId, history.plan.storeys[storeyId]!, 'after').rooms;
        expect(drawn.map((one) => one.area).sort()).toEqual([first, second].sort());
        expect(undo(history).plan).toEqual(plan);
      }),
      runs,
    );
  });

  it('is undone by merging: the room comes back whole', () => {
    fc.assert(
      fc.property(room, direction, partition, (plan, way, thickness) => {
        const planned = planCut({
          plan,
          storey: storeyId,
          room: 'room_A',
          direction: way,
          by: { share: 0.5 },
          thickness,
        });
        if (!planned.ok) throw new Error(planned.refusal.reason);
        const tag = { use: 'kitchen', name: '', holders: [] } as const;
        const divided = perform(
          startHistory(plan),
          divideRoom({
            storey: storeyId,
            room: 'room_A',
            cuts: cutsOf(planned.cut),
            kind: 'partition',
            parts: [tag, tag],
            intent: 'proposal',
            newId: sequentialIds(),
          }),
        ).history;
        const storey = divided.plan.storeys[storeyId]!;
        const rooms = Object.keys(storey.rooms).filter((id) => id.startsWith('room_n')) as [
          RoomId,
          RoomId,
        ];
        const merged = perform(
          divided,
          mergeRooms({
            storey: storeyId,
            rooms,
            keep: rooms[0],
            intent: 'proposal',
            newId: sequentialIds('m'),
          }),
        );
        expect(merged.refusal).toBeNull();
        const roomsAfter = (of: Plan) =>
          storeyRooms(storeyId, of.storeys[storeyId]!, 'after').rooms;
        expect(roomsAfter(merged.history.plan).map((one) => one.area)).toEqual(
          roomsAfter(plan).map((one) => one.area),
        );
        expect(merged.history.plan.storeys[storeyId]!.joints).toEqual(
          plan.storeys[storeyId]!.joints,
        );
      }),
      runs,
    );
  });
});

describe('areas below a line', () => {
  const ring = [
    { x: 0, y: 0 },
    { x: 3000, y: 0 },
    { x: 3000, y: 1000 },
    { x: 1000, y: 1000 },
    { x: 1000, y: 4000 },
    { x: 0, y: 4000 },
  ];
  const hole = [
    { x: 400, y: 400 },
    { x: 400, y: 800 },
    { x: 800, y: 800 },
    { x: 800, y: 400 },
  ];
  const shape = { outer: ring, holes: [hole] };

  it('are exact for a concave shape with a shaft', () => {
    expect(areaBelow(shape, { x: 0, y: 1 }, 600)).toBe(3000 * 600 - 400 * 200);
    expect(areaBelow(shape, { x: 1, y: 0 }, 1000)).toBe(1000 * 4000 - 400 * 400);
    expect(areaBelow(shape, { x: 0, y: 1 }, 9999)).toBe(polygonArea(shape));
  });

  it('grow with the line, and the position for a share gives that share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 359 }),
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        (turn, part) => {
          const normal = { x: Math.cos(turn), y: Math.sin(turn) };
          const position = positionForShare(shape, normal, 100, part)!;
          const below = areaBelow(shape, normal, position - 50);
          const above = polygonArea(shape) - areaBelow(shape, normal, position + 50);
          expect(Math.abs(below - part * (below + above))).toBeLessThan(1);
          const { least, greatest } = extent(shape, normal);
          expect(position).toBeGreaterThan(least);
          expect(position).toBeLessThan(greatest);
        },
      ),
      runs,
    );
  });
});
