import { describe, expect, test } from 'vitest';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import { hasTooManyMeetings, mostEntries } from '../../shared/plan/limits.ts';
import { migrate } from '../../shared/plan/migrations.ts';
import type { Opening, Phase, Point, Storey, Wall } from '../../shared/plan/model.ts';
import { door, drawStorey, household1, household2, id, planOf, storey1, tag } from './draw-plan.ts';

const square = drawStorey(`
A---B
|   |
C---D`);

const found = (change: Partial<Storey>, at?: string) =>
  integrityProblems(planOf({ ...square, ...change }), at).map(
    (problem) => `${problem.at}: ${problem.problem.en}`,
  );
const withWall = (change: Partial<Wall>) => ({
  walls: { ...square.walls, [id('wall', 'AB')]: { ...square.walls[id('wall', 'AB')]!, ...change } },
});
const withDoors = (...doors: Opening[]) => ({
  openings: Object.fromEntries(doors.map((one, index) => [`opening_${index + 1}`, one])),
});

test('a sound plan has no problems', () => {
  expect(found(withDoors(door('AB', 0), door('AB', 800), door('CD', 1200)))).toEqual([]);
});

test('problems start with the path of the plan', () => {
  expect(found(withWall({ b: id('joint', '9') }), 'schemes[0]')).toEqual([
    'schemes[0].storeys.storey_1.walls.wall_AB.b: no such joint joint_9',
  ]);
});

const wallAt = 'storeys.storey_1.walls.wall_AB';
const openingAt = 'storeys.storey_1.openings.opening_1';
test.each<[string, Partial<Storey>, string]>([
  [
    'of no length',
    withWall({ b: id('joint', 'A') }),
    `${wallAt}: both ends are at one place: a wall of no length`,
  ],
  [
    'no thickness',
    withWall({ thickness: 0 }),
    `${wallAt}.thickness: a wall has a thickness above 0 (only a boundary has 0)`,
  ],
  [
    'thick boundary',
    withWall({ kind: 'boundary' }),
    `${wallAt}.thickness: a boundary has no thickness: this must be 0`,
  ],
  ['no wall', withDoors(door('XY', 0)), `${openingAt}.wall: no such wall wall_XY`],
  [
    'outside',
    withDoors(door('AB', 1201)),
    `${openingAt}.offset: leaves its wall: it ends at 2001 mm, and wall_AB is 2000 mm long`,
  ],
  [
    'overlap',
    withDoors(door('AB', 0), door('AB', 799)),
    'storeys.storey_1.openings.opening_2.offset: overlaps opening_1',
  ],
  [
    'sill',
    withDoors(door('AB', 0, { sill: 2100 })),
    `${openingAt}.sill: the sill at 2100 mm is not below the head at 2100 mm`,
  ],
  [
    'door fields',
    withDoors(door('AB', 0, { kind: 'window', hinge: 'a' })),
    `${openingAt}.hinge: only a door has this`,
  ],
  [
    'common and private',
    { rooms: { [id('room', '1')]: tag(0, 0, { holders: ['building', household1] }) } },
    'storeys.storey_1.rooms.room_1.holders: a room of the building cannot be held by a household as well',
  ],
  [
    'holder twice',
    { rooms: { [id('room', '1')]: tag(0, 0, { holders: [household2, household2] }) } },
    'storeys.storey_1.rooms.room_1.holders[1]: household_2 is named twice',
  ],
])('%s', (_, change, expected) => {
  expect(found(change)).toEqual([expected]);
});

describe('phases', () => {
  const sound = (wall: Phase, opening: Phase) =>
    found({ ...withWall({ phase: wall }), ...withDoors(door('AB', 0, { phase: opening })) })
      .length === 0;
  test('an opening stands only in a wall that can carry it', () => {
    const phases: Phase[] = ['existing', 'demolished', 'new'];
    expect(phases.map((wall) => phases.map((opening) => sound(wall, opening)))).toEqual([
      [true, true, true],
      [true, true, false],
      [false, false, true],
    ]);
  });

  test('openings that never stand at one time may share a place', () => {
    const both = (first: Phase, second: Phase) =>
      found(withDoors(door('AB', 0, { phase: first }), door('AB', 0, { phase: second }))).length;
    expect(both('demolished', 'new')).toBe(0);
    expect(both('demolished', 'existing')).toBe(1);
    expect(both('new', 'existing')).toBe(1);
  });
});

describe('openings that overlap', () => {
  const overlaps = (...doors: Opening[]) =>
    found(withDoors(...doors)).map((words) => words.replace('storeys.storey_1.openings.', ''));

  test('each is named once, with one that it overlaps, whatever their order', () => {
    expect(overlaps(door('AB', 700), door('AB', 0, { width: 2000 }), door('AB', 100))).toEqual([
      'opening_3.offset: overlaps opening_2',
      'opening_1.offset: overlaps opening_2',
    ]);
  });

  test('one that reaches far is found behind one that does not stand with it', () => {
    expect(
      overlaps(
        door('AB', 0, { phase: 'new', width: 1500 }),
        door('AB', 100, { phase: 'demolished' }),
        door('AB', 1000, { phase: 'existing' }),
      ),
    ).toEqual(['opening_3.offset: overlaps opening_1']);
  });

  test('thousands at one place are as many problems, not as many as there are pairs', () => {
    const doors = Array.from({ length: 3000 }, () => door('AB', 0));
    expect(overlaps(...doors)).toHaveLength(2999);
  });
});

describe('a storey larger than can be worked out', () => {
  test('more entries in a table than there may be', () => {
    const joints = Object.fromEntries(
      Array.from({ length: mostEntries + 1 }, (_, index) => [`joint_${index}`, { x: index, y: 0 }]),
    );
    expect(found({ joints })).toEqual([
      `storeys.storey_1.joints: too many: ${mostEntries + 1} entries, and there may be at most ${mostEntries}`,
    ]);
  });

  test('more meetings of walls than there may be; a sound lattice of walls has few enough', () => {
    expect(found(lattice(450))).toEqual([
      expect.stringMatching(/^storeys\.storey_1\.walls: the walls touch or cross in more than/),
    ]);
    expect(found(lattice(60))).toEqual([]);
  });

  test.each([15, 16])('meetings are counted, touching ones too: %i', (most) => {
    // 3 x 3 lines: 9 crossings; a square: 4 corners, each of which is a touch; 3 collinear ones.
    const joints = { ...lattice(3).joints, ...shifted(square.joints), ...row.joints };
    const walls = { ...lattice(3).walls, ...square.walls, ...row.walls };
    expect(hasTooManyMeetings({ joints, walls }, most)).toBe(most < 16);
  });
});

/** `count` lines each way, every one crossing all of the other way. */
function lattice(count: number): Pick<Storey, 'joints' | 'walls'> {
  const lines = Array.from({ length: count }, (_, index): [string, Point, Point][] => [
    [`v${index}`, { x: index, y: -1 }, { x: index, y: count }],
    [`h${index}`, { x: -1, y: index }, { x: count, y: index }],
  ]).flat();
  return linesOf(lines);
}

function linesOf(lines: readonly [string, Point, Point][]): Pick<Storey, 'joints' | 'walls'> {
  const joints: Record<string, Point> = {};
  const walls: Record<string, Wall> = {};
  for (const [name, a, b] of lines) {
    joints[`joint_${name}a`] = a;
    joints[`joint_${name}b`] = b;
    const ends = { a: id('joint', `${name}a`), b: id('joint', `${name}b`) };
    walls[`wall_${name}`] = { ...ends, thickness: 1, kind: 'partition', phase: 'existing' };
  }
  return { joints, walls };
}

/** Three walls on one line that overlap each other: three meetings. */
const row = linesOf(
  [0, 10, 20].map((x) => [`r${x}`, { x: 5000 + x, y: 0 }, { x: 5100 + x, y: 0 }]),
);

const shifted = (joints: Storey['joints']): Storey['joints'] =>
  Object.fromEntries(
    Object.entries<Point>(joints).map(([key, { x, y }]) => [key, { x: x + 10_000, y }]),
  );

test('levels, doors and tenancies', () => {
  const plan = planOf(square);
  const problems = integrityProblems({
    ...plan,
    households: { [household1]: { door: '101', tenancy: id('tenancy', '9') } },
    storeys: { [storey1]: square, [id('storey', '2')]: square },
  });
  expect(problems.map(({ at }) => at)).toEqual([
    'households.household_1.tenancy',
    'storeys.storey_2.level',
  ]);
  expect(problems[0]!.problem.zh).toContain('租赁凭证');
});

test('migrating leaves what has no usable format to the schema', () => {
  for (const raw of [null, 3, [], {}, { format: 'x' }, { format: 1 }, { format: 0 }]) {
    expect(migrate(raw)).toEqual({ file: raw, problem: null });
  }
  expect(migrate({ format: 2 }).problem?.at).toBe('format');
});
