import { describe, expect, test } from 'vitest';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import { migrate } from '../../shared/plan/migrations.ts';
import type { Opening, Phase, Storey, Wall } from '../../shared/plan/model.ts';
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
});

test('migrating leaves what has no usable format to the schema', () => {
  for (const raw of [null, 3, [], {}, { format: 'x' }, { format: 1 }, { format: 0 }]) {
    expect(migrate(raw)).toEqual({ file: raw, problem: null });
  }
  expect(migrate({ format: 2 }).problem?.at).toBe('format');
});
