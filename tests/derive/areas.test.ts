import { describe, expect, it } from 'vitest';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { perform, startHistory, undo } from '../../shared/edit/history.ts';
import type { Point, Storey, WallId } from '../../shared/plan/model.ts';
import { divideRoom } from '../../shared/propose/divide-room.ts';
import { mergeRooms } from '../../shared/propose/merge-rooms.ts';
import { cutsOf, planCut } from '../../shared/propose/plan-cut.ts';
import { planOf, sequentialIds, storeyFromDrawing, storeyId } from '../plan-from-drawing.ts';

/** 2,000 x 2,000 mm between wall faces with 120 mm walls. */
const square = storeyFromDrawing(
  `
  +-+
  |A|
  +-+`,
  { step: 1060 },
);
/** The square with one wall more, mm. */
const withWall = (
  from: Point,
  to: Point,
  thickness: number,
  phase: 'existing' | 'new' = 'existing',
): Storey =>
  ({
    ...square,
    joints: { ...square.joints, joint_s: to, joint_t: from },
    walls: {
      ...square.walls,
      wall_s: { a: 'joint_t', b: 'joint_s', thickness, kind: 'partition', phase },
    },
  }) as unknown as Storey;
const squareMetres = (storey: Storey, moment: 'before' | 'after' = 'after'): number[] =>
  storeyRooms(storeyId, storey, moment).rooms.map((room) => room.area / 1e6);

describe('usable area', () => {
  it('is measured between wall faces: 2,000 x 2,000 mm is 4.00 m2, not 4.49', () => {
    expect(squareMetres(square)).toEqual([4]);
  });

  it('deducts a partition: 100 mm leaves 1.90 + 1.90 m2', () => {
    const plan = planOf(square);
    const cut = planCut({
      plan,
      storey: storeyId,
      room: 'room_A',
      direction: 'across',
      by: { share: 0.5 },
      thickness: 100,
    });
    expect(cut.ok && cut.parts.map((part) => part.area)).toEqual([1_900_000, 1_900_000]);
  });

  it('deducts a riser from the room that it stands in', () => {
    const riser = {
      kind: 'soil',
      line: 'W1',
      at: { x: 160, y: 160 },
      width: 200,
      depth: 200,
      phase: 'existing',
    };
    const storey = { ...square, risers: { riser_1: riser } } as unknown as Storey;
    expect(squareMetres(storey)).toEqual([3.96]);
  });

  it('keeps walls of different thickness apart at the joint', () => {
    const walls = Object.entries(square.walls).map(([id, wall]) => [
      id,
      id === 'wall_0-0-h' ? { ...wall, thickness: 240 } : wall,
    ]);
    const storey = { ...square, walls: Object.fromEntries(walls) } as Storey;
    expect(squareMetres(storey)).toEqual([3.88]);
  });

  it('is not changed by a stub, except for the stub itself', () => {
    const storey = withWall({ x: 1060, y: 0 }, { x: 1060, y: 1060 }, 100);
    expect(squareMetres(storey)).toEqual([3.9]);
  });

  it('deducts a free-standing pier', () => {
    const storey = withWall({ x: 1300, y: 1060 }, { x: 900, y: 1060 }, 250);
    expect(squareMetres(storey)[0]).toBeCloseTo(3.9, 9);
  });

  it('joins a partition that was drawn up to the wall face only', () => {
    const storey = withWall({ x: 1060, y: 2060 }, { x: 1060, y: 60 }, 100, 'new');
    expect(squareMetres(storey, 'before')).toEqual([4]);
    expect(squareMetres(storey, 'after')).toEqual([1.9, 1.9]);
  });

  it('leaves a wall that stops short of another unjoined', () => {
    const storey = withWall({ x: 1060, y: 2060 }, { x: 1060, y: 80 }, 100);
    expect(squareMetres(storey)).toHaveLength(1);
  });
});

describe('dividing', () => {
  const plan = planOf(square, ['a', 'b']);

  it('is one step that undo takes back, and merging is its inverse', () => {
    const cut = planCut({
      plan,
      storey: storeyId,
      room: 'room_A',
      direction: 'across',
      by: { share: 0.5 },
      thickness: 100,
    });
    if (!cut.ok) throw new Error(cut.refusal.reason);
    const holders = (id: string) => [`household_${id}`] as never;
    const newId = sequentialIds();
    const start = startHistory(plan);
    const { history } = perform(
      start,
      divideRoom({
        storey: storeyId,
        room: 'room_A',
        cuts: cutsOf(cut.cut),
        kind: 'partition',
        parts: [
          { use: 'kitchen-bath', name: '甲', holders: holders('a') },
          { use: 'kitchen-bath', name: '乙', holders: holders('b') },
        ],
        intent: 'proposal',
        newId,
      }),
    );
    expect(history.past).toHaveLength(1);
    const after = storeyRooms(storeyId, history.plan.storeys[storeyId]!, 'after').rooms;
    expect(after.map((room) => [room.name, room.area, room.holders])).toEqual([
      ['甲', 1_900_000, ['household_a']],
      ['乙', 1_900_000, ['household_b']],
    ]);
    expect(squareMetres(history.plan.storeys[storeyId]!, 'before')).toEqual([4]);
    expect(undo(history).plan).toEqual(plan);

    const merged = perform(
      history,
      mergeRooms({
        storey: storeyId,
        rooms: [after[0]!.id, after[1]!.id],
        keep: after[0]!.tags[0]!,
        intent: 'proposal',
        newId,
      }),
    );
    expect(merged.refusal).toBeNull();
    expect(
      storeyRooms(storeyId, merged.history.plan.storeys[storeyId]!, 'after').rooms.map((room) => [
        room.name,
        room.area,
      ]),
    ).toEqual([['甲', 4_000_000]]);
  });

  it.each([
    [{ share: 1 / 3 }, 100],
    [{ share: 0.5 }, 90],
    [{ distance: 800 }, 120],
  ] as const)('gives %o of the net area with a %i mm partition', (by, thickness) => {
    for (const direction of ['across', 'along', { degrees: 30 }] as const) {
      const cut = planCut({ plan, storey: storeyId, room: 'room_A', direction, by, thickness });
      if (!cut.ok) throw new Error(cut.refusal.reason);
      const [first, second] = cut.parts.map((part) => part.area) as [number, number];
      if ('share' in by) expect(Math.abs(first - by.share * (first + second))).toBeLessThan(5000);
      else if (direction === 'across' || direction === 'along') expect(first).toBe(1_600_000);
    }
  });

  it.each([
    ['in the middle of a door', 610, 900],
    ['on a jamb', 100, 930],
  ])('refuses a partition that would stand %s', (_, offset, width) => {
    const door = {
      wall: 'wall_0-0-h',
      kind: 'door',
      offset,
      width,
      sill: 0,
      head: 2000,
      phase: 'existing',
    };
    const storey = { ...square, openings: { opening_1: door } } as unknown as Storey;
    const cut = planCut({
      plan: planOf(storey),
      storey: storeyId,
      room: 'room_A',
      direction: 'across',
      by: { share: 0.5 },
      thickness: 100,
    });
    expect(!cut.ok && cut.refusal.reason).toBe('cuts-opening');
  });

  it('comes as near to the share as joints beside the cut allow', () => {
    for (const shift of [1, 2, 3, 4, 5]) {
      const middle = 1060 + shift;
      const joints = {
        ...square.joints,
        joint_s: { x: middle, y: 0 },
        joint_t: { x: middle, y: 2120 },
      };
      const split = (id: string, joint: string): object => {
        const wall = square.walls[id as WallId]!;
        return { [id]: { ...wall, b: joint }, [`${id}2`]: { ...wall, a: joint } };
      };
      const walls = {
        ...square.walls,
        ...split('wall_0-0-h', 'joint_s'),
        ...split('wall_0-2-h', 'joint_t'),
      };
      const storey = { ...square, joints, walls } as unknown as Storey;
      const cut = planCut({
        plan: planOf(storey),
        storey: storeyId,
        room: 'room_A',
        direction: 'across',
        by: { share: 0.5 },
        thickness: 100,
      });
      if (!cut.ok) throw new Error(cut.refusal.reason);
      const [first, second] = cut.parts.map((part) => part.area) as [number, number];
      expect(Math.abs(first - second) / 2).toBeLessThanOrEqual(6000);
      expect(first).toBe(cut.cut.distance * 2000);
    }
  });

  it('refuses a cut that leaves no room on one side', () => {
    const cut = planCut({
      plan,
      storey: storeyId,
      room: 'room_A',
      direction: 'across',
      by: { distance: 1900 },
      thickness: 100,
    });
    expect(!cut.ok && cut.refusal.reason).toBe('too-narrow');
  });

  it('refuses a straight cut that would leave three parts', () => {
    const comb = storeyFromDrawing(
      `
      +-+ +-+
      | | | |
      | +-+ |
      |A    |
      +-----+`,
      { step: 1000 },
    );
    const cut = planCut({
      plan: planOf(comb),
      storey: storeyId,
      room: 'room_A',
      direction: { degrees: 0 },
      by: { share: 0.8 },
      thickness: 100,
    });
    expect(!cut.ok && cut.refusal.reason).toBe('not-two-parts');
  });

  it('takes out only the stretch of a long wall between the two rooms', () => {
    const three = storeyFromDrawing(
      `
      +-+-+
      |A|B|
      +-+-+
      |  C|
      +---+`,
      { step: 1500 },
    );
    // One wall under both A and B.
    const level = ['wall_0-2-h', 'wall_2-2-h'] as WallId[];
    const long = { ...three.walls[level[0]!]!, b: 'joint_4-2' };
    const rest = Object.entries(three.walls).filter(([id]) => !level.includes(id as WallId));
    const storey = {
      ...three,
      walls: Object.fromEntries([...rest, ['wall_long', long]]),
    } as Storey;
    const merge = (rooms: [string, string]) =>
      perform(
        startHistory(planOf(storey)),
        mergeRooms({
          storey: storeyId,
          rooms,
          keep: rooms[0] as never,
          intent: 'proposal',
          newId: sequentialIds(),
        }),
      );
    const { history, refusal } = merge(['room_A', 'room_C']);
    expect(refusal).toBeNull();
    const merged = history.plan.storeys[storeyId]!;
    expect(storeyRooms(storeyId, merged, 'after').rooms.map((room) => room.tags)).toEqual([
      ['room_A'],
      ['room_B'],
    ]);
    expect(squareMetres(merged, 'before')).toEqual(squareMetres(storey, 'before'));
    expect(storeyRooms(storeyId, merged, 'after').byId.get('room_B')?.area).toBe(2880 * 2880);
    // A door that stands across the cut is not cut in two.
    const door = {
      wall: 'wall_long',
      kind: 'door',
      offset: 2700,
      width: 900,
      sill: 0,
      head: 2000,
      phase: 'existing',
    };
    const blocked = mergeRooms({
      storey: storeyId,
      rooms: ['room_A', 'room_C'],
      keep: 'room_A' as never,
      intent: 'proposal',
      newId: sequentialIds(),
    }).refuse?.(planOf({ ...storey, openings: { opening_1: door } } as unknown as Storey));
    expect(blocked?.reason).toBe('cuts-opening');
    expect(merge(['room_A', 'room_A']).refusal?.reason).toBe('not-adjacent');
    expect(merge(['room_A', 'room_Z']).refusal?.reason).toBe('gone');
  });
});
