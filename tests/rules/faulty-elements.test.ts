import { describe, expect, it } from 'vitest';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { drawWalls } from '../../shared/edit/draw-walls.ts';
import { perform, startHistory, undo } from '../../shared/edit/history.ts';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import { fixCommand } from '../../shared/propose/fix.ts';
import { check } from '../../shared/rules/check.ts';
import { countingIds } from '../plan/draw-plan.ts';
import { brothers } from '../samples/brothers.ts';
import { schemePlan } from '../samples/sample-plan.ts';

/** Documents that a hand or a script has broken: what is wrong is named, and the rest goes on. */

const sound = schemePlan(brothers(), 0);
const [storeyId] = Object.keys(sound.storeys) as [StoreyId];

/** Loose tables, to break them in ways that the types forbid. */
interface Loose {
  joints: Record<string, { x: number; y: number }>;
  walls: Record<string, { a: string; b: string; thickness: number; kind: string; phase: string }>;
  openings: Record<
    string,
    Record<string, unknown> & { wall: string; offset: number; phase: string }
  >;
  rooms: Record<string, { holders: string[] }>;
}
const [wallId] = Object.keys(sound.storeys[storeyId]!.walls) as [string];
const [openingId, opening] = Object.entries(sound.storeys[storeyId]!.openings)[0]!;
const [roomId] = Object.keys(sound.storeys[storeyId]!.rooms) as [string];

function broken(damage: (storey: Loose) => void): Plan {
  const plan = structuredClone(sound);
  damage(plan.storeys[storeyId] as unknown as Loose);
  return plan;
}

const damages: [string, string, RegExp, (storey: Loose) => void][] = [
  [
    'a wall of no length',
    'wall_zero',
    /no length/,
    ({ joints, walls }) => {
      const wall = walls[wallId]!;
      joints.joint_zero = { ...joints[wall.a]! };
      walls.wall_zero = { ...wall, b: 'joint_zero' };
    },
  ],
  [
    'a wall from a joint to itself',
    wallId,
    /no length/,
    ({ walls }) => {
      walls[wallId]!.b = walls[wallId]!.a;
    },
  ],
  [
    'a wall whose joint is lost',
    wallId,
    /no such joint/,
    ({ joints, walls }) => {
      walls[wallId]!.a = 'joint_gone';
      joints.joint_unused = { x: 0, y: 0 };
    },
  ],
  [
    'an opening whose wall is gone',
    openingId,
    /no such wall/,
    ({ openings }) => {
      openings[openingId]!.wall = 'wall_gone';
    },
  ],
  [
    'an opening beyond its wall',
    openingId,
    /leaves its wall/,
    ({ openings }) => {
      openings[openingId]!.offset = 100_000;
    },
  ],
  [
    'an opening over another',
    'opening_twin',
    /overlaps/,
    ({ openings }) => {
      openings.opening_twin = { ...openings[openingId]!, offset: opening.offset + 10 };
    },
  ],
  [
    'a wall without thickness',
    wallId,
    /thickness above 0/,
    ({ walls }) => {
      walls[wallId]!.thickness = 0;
    },
  ],
  [
    'a boundary with thickness',
    wallId,
    /no thickness/,
    ({ walls }) => {
      walls[wallId]!.kind = 'boundary';
    },
  ],
  [
    'a room held by nobody who is there',
    roomId,
    /no such household/,
    ({ rooms }) => {
      rooms[roomId]!.holders = ['household_gone'];
    },
  ],
];

describe.each(damages)('%s', (_name, id, words, damage) => {
  const plan = broken(damage);
  const found = check(plan).filter(({ rule }) => rule === 'drawing/faulty');

  it('is named, with its place and what is wrong', () => {
    const finding = found.find(({ about }) => about.some((ref) => ref.id === id));
    expect(finding?.text.en).toMatch(words);
    expect(finding?.text.en).toContain('A version can be saved once it is put right');
    expect(finding?.severity).toBe('unknown');
  });

  it('is mended by one click, which one undo takes back', () => {
    const finding = found.find(({ about }) => about.some((ref) => ref.id === id));
    const history = startHistory(plan);
    const mended = perform(history, fixCommand(finding!.fix!, countingIds()));
    expect(mended.refusal).toBeNull();
    expect(mended.history.past).toHaveLength(1);
    expect(integrityProblems(mended.history.plan).filter(({ at }) => at.includes(id))).toEqual([]);
    expect(undo(mended.history).plan).toEqual(plan);
  });

  it('leaves everything else to be worked out and edited', () => {
    expect(storeyRooms(storeyId, plan.storeys[storeyId]!, 'after').rooms.length).toBeGreaterThan(5);
    const drawn = perform(
      startHistory(plan),
      drawWalls({
        storey: storeyId,
        points: [
          { x: 50_000, y: 50_000 },
          { x: 53_000, y: 50_000 },
        ],
        closed: false,
        kind: 'partition',
        thickness: 100,
        intent: 'survey',
        newId: countingIds(),
      }),
    );
    expect(drawn.refusal).toBeNull();
    expect(drawn.history.past).toHaveLength(1);
  });
});

describe('what only a person can tell', () => {
  it('is named without a repair', () => {
    const plan = broken(({ rooms }) => {
      rooms[roomId]!.holders = ['building', Object.keys(sound.households)[0]!];
    });
    const [finding, ...others] = check(plan).filter(({ rule }) => rule === 'drawing/faulty');
    expect(others).toEqual([]);
    expect(finding?.about).toMatchObject([{ kind: 'room', id: roomId }]);
    expect(finding?.fix).toBeUndefined();
  });

  it('also of households', () => {
    const [first, second] = Object.keys(sound.households) as [string, string];
    const plan = structuredClone(sound) as unknown as {
      households: Record<string, { door: string }>;
    };
    plan.households[second]!.door = plan.households[first]!.door;
    const found = check(plan as unknown as Plan).filter(({ rule }) => rule === 'drawing/faulty');
    expect(found).toHaveLength(1);
    expect(found[0]?.text.en).toMatch(/is also the door of/);
  });
});

it('a sound plan has none', () => {
  expect(check(sound).filter(({ rule }) => rule === 'drawing/faulty')).toEqual([]);
});
