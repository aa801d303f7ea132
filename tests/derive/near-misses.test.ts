import { describe, expect, it } from 'vitest';
import { nearMisses } from '../../shared/derive/near-misses.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { perform, startHistory, undo } from '../../shared/edit/history.ts';
import { distance } from '../../shared/geometry/point.ts';
import type { Storey } from '../../shared/plan/model.ts';
import { fixCommand } from '../../shared/propose/fix.ts';
import { check } from '../../shared/rules/check.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { planOf, sequentialIds, storeyFromDrawing, storeyId } from '../plan-from-drawing.ts';

//  +--------+   4,000 x 2,000 mm along the centre lines, walls of 120 mm; a partition of 100 mm
//  |   |    |   comes down from above at x = 1,500 and ends at a given height over the
//  |   '    |   lower wall's centre line.
//  +--------+
function withEndAt(y: number, turned = false): Storey {
  const frame = storeyFromDrawing(
    `
    +---+
    |A  |
    |   |
    +---+`,
    { step: 1000 },
  );
  const joints = { ...frame.joints, joint_p: { x: 1500, y: 3000 }, joint_q: { x: 1500, y } };
  const angle = (7.3 * Math.PI) / 180;
  const turn = ({ x, y: up }: { x: number; y: number }) => ({
    x: Math.round(x * Math.cos(angle) - up * Math.sin(angle)),
    y: Math.round(x * Math.sin(angle) + up * Math.cos(angle)),
  });
  const place = Object.entries(joints).map(([id, joint]) => [id, turned ? turn(joint) : joint]);
  return {
    ...frame,
    joints: Object.fromEntries(place),
    rooms: {},
    walls: {
      ...frame.walls,
      wall_p: { a: 'joint_p', b: 'joint_q', thickness: 100, kind: 'partition', phase: 'existing' },
    },
  } as unknown as Storey;
}
const missesOf = (storey: Storey) => nearMisses(storey.joints, storey.walls);

describe('an end near a wall', () => {
  it.each([0, 30, 60, 65, -60])('that meets it (at %i mm) is no problem', (y) => {
    expect(missesOf(withEndAt(y))).toEqual([]);
    expect(missesOf(withEndAt(y, true))).toEqual([]);
  });

  it.each([
    [66, 'extend', 6],
    [110, 'extend', 50],
    [-66, 'trim', 6],
    [-110, 'trim', 50],
  ] as const)('at %i mm misses: %s by %i mm', (y, kind, gap) => {
    expect(missesOf(withEndAt(y))).toMatchObject([
      { kind, gap, joint: 'joint_q', wall: 'wall_p', to: { x: 1500, y: 0 } },
    ]);
  });

  it.each([112, 400, -112])('farther away (at %i mm) is meant so', (y) => {
    expect(missesOf(withEndAt(y))).toEqual([]);
    expect(missesOf(withEndAt(y, true))).toEqual([]);
  });

  it.each([false, true])(
    'is reported with its gap and mended by one step (turned: %s)',
    (turned) => {
      const storey = withEndAt(90, turned);
      const plan = planOf(storey);
      const rooms = (of: Storey) => storeyRooms(storeyId, of, 'after').rooms.length;
      const finding = check(plan).find(({ rule }) => rule === 'drawing/near-miss')!;
      expect(finding.measured?.value).toBeGreaterThan(28);
      expect(finding.measured?.value).toBeLessThan(32);
      expect(finding.text.zh).toMatch(/差 \d+ mm 未接上/);
      expect(rooms(storey)).toBe(1);
      // What is missing is drawn, from the end to the face.
      const { from, to } = finding.line!;
      expect(storey.joints[nearMisses(storey.joints, storey.walls)[0]!.joint]).toEqual(from);
      expect(distance(from, to)).toBeCloseTo(finding.measured!.value, 6);

      const { history, refusal } = perform(
        startHistory(plan),
        fixCommand(finding.fix!, sequentialIds()),
      );
      expect(refusal).toBeNull();
      const mended = history.plan.storeys[storeyId]!;
      expect(rooms(mended)).toBe(2);
      expect(missesOf(mended)).toEqual([]);
      expect(Object.keys(mended.walls)).toEqual(Object.keys(storey.walls));
      expect(undo(history).plan).toEqual(plan);
    },
  );
});

//  o----o  o----o   two walls in line whose ends stand a little apart
describe('two ends', () => {
  it.each([
    [5, []],
    [6, ['join', 'join']],
    [50, ['join', 'join']],
    [51, []],
  ] as const)('that stand %i mm apart give %j', (gap, kinds) => {
    const storey = {
      ...storeyFromDrawing('+-+'),
      joints: {
        joint_1: { x: 0, y: 0 },
        joint_2: { x: 1000, y: 0 },
        joint_3: { x: 1000 + gap, y: 0 },
        joint_4: { x: 2000, y: 0 },
      },
      walls: {
        wall_1: {
          a: 'joint_1',
          b: 'joint_2',
          thickness: 120,
          kind: 'partition',
          phase: 'existing',
        },
        wall_2: {
          a: 'joint_3',
          b: 'joint_4',
          thickness: 120,
          kind: 'partition',
          phase: 'existing',
        },
      },
    } as unknown as Storey;
    expect(missesOf(storey).map((one) => one.kind)).toEqual(kinds);
  });
});

//  +----+----+   stubs whose ends lie about the walls that they nearly meet
//  | '  |  ' |
//  | |  |  | |
//  +-+--+--+-+
it('is the same after joints were moved as of the storey seen for the first time', () => {
  const random = new Random(20261129);
  const around = (value: number): number => value + random.between(-70, 70);
  for (let round = 0; round < cases(20, 200); round++) {
    const corners = [0, 2000, 4000].flatMap((x) =>
      [0, 3000].map((y) => [`joint_${x}-${y}`, { x, y }]),
    );
    const stubs = [600, 1400, 2600, 3400].flatMap((x) => [
      [`joint_${x}-foot`, { x, y: around(0) }],
      [`joint_${x}-head`, { x: around(x), y: around(2940) }],
    ]);
    const sides = [
      ['0-0', '2000-0'],
      ['2000-0', '4000-0'],
      ['0-3000', '2000-3000'],
      ['2000-3000', '4000-3000'],
      ...['0', '2000', '4000'].map((x) => [`${x}-0`, `${x}-3000`]),
      ...['600', '1400', '2600', '3400'].map((x) => [`${x}-foot`, `${x}-head`]),
    ];
    const walls = Object.fromEntries(
      sides.map(([a, b], index) => [
        `wall_${index}`,
        { a: `joint_${a}`, b: `joint_${b}`, thickness: 120, kind: 'partition', phase: 'existing' },
      ]),
    ) as Storey['walls'];
    let joints = Object.fromEntries([...corners, ...stubs]) as Storey['joints'];
    const said = Array.from({ length: 8 }, () => {
      const id = random.pick(Object.keys(joints)) as keyof typeof joints;
      const { x, y } = joints[id]!;
      joints = { ...joints, [id]: { x: around(x), y: around(y) } };
      return { joints, misses: nearMisses(joints, walls) };
    });
    for (const { joints: then, misses } of said) {
      expect(misses).toEqual(nearMisses(structuredClone(then), structuredClone(walls)));
    }
  }
});
