import { describe, expect, test } from 'vitest';
import { changeOpening } from '../../shared/edit/change-opening.ts';
import { changeWall } from '../../shared/edit/change-wall.ts';
import type { Command } from '../../shared/edit/command.ts';
import { cutWall } from '../../shared/edit/cut-wall.ts';
import { deleteElements } from '../../shared/edit/delete-elements.ts';
import { perform, startHistory } from '../../shared/edit/history.ts';
import { setPhase } from '../../shared/edit/set-phase.ts';
import {
  type ElementRef,
  entries,
  type JointId,
  type OpeningId,
  type Plan,
  type Point,
  storeysByLevel,
  type WallId,
} from '../../shared/plan/model.ts';
import { type Merge, mergePlans, type Side } from '../../shared/records/merge.ts';
import { countingIds } from '../plan/draw-plan.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';

/** Two people at the nineteen's ground storey: what each may lose by what is chosen. */

const base = schemePlan(nineteen(), 0);
const [storey] = storeysByLevel(base)[0]!;
const on = (plan: Plan) => plan.storeys[storey]!;

function done(...commands: readonly Command[]): Plan {
  return commands.reduce((history, command) => {
    const { history: next, refusal } = perform(history, command);
    expect(refusal).toBeNull();
    expect(next).not.toBe(history);
    return next;
  }, startHistory(base)).plan;
}

const otherSide = (side: Side): Side => (side === 'ours' ? 'theirs' : 'ours');
const refOf = (kind: ElementRef['kind'], id: string): ElementRef => ({ kind, id, storey });
const remove = (...elements: readonly ElementRef[]): Command =>
  deleteElements({ storey, elements, intent: 'proposal' });
const thicken = (wall: WallId, thickness: number, intent: 'survey' | 'proposal'): Command =>
  changeWall({ storey, wall, change: { thickness }, intent, newId: countingIds(`t${thickness}`) });

/** By what is chosen of the one question, and whichever comes first. */
function outcomes(south: Plan, north: Plan): { readonly south: Plan; readonly north: Plan } {
  const chosen = (ours: Plan, theirs: Plan, side: Side): Plan => {
    const { conflicts } = mergePlans(base, ours, theirs);
    expect(conflicts).toHaveLength(1);
    return mergePlans(base, ours, theirs, new Map([[conflicts[0]!.id, side]])).plan;
  };
  const both = { south: chosen(south, north, 'ours'), north: chosen(south, north, 'theirs') };
  expect(chosen(north, south, 'theirs')).toEqual(both.south);
  expect(chosen(north, south, 'ours')).toEqual(both.north);
  return both;
}

const doorsOf = (plan: Plan, wall: WallId) =>
  entries(on(plan).openings).filter(([, opening]) => opening.wall === wall);

const hosts = new Set(Object.values(on(base).openings).map(({ wall }) => wall));
const wallOf = (phase: 'new' | 'existing'): WallId =>
  entries(on(base).walls).find(
    ([id, wall]) =>
      wall.phase === phase &&
      hosts.has(id) &&
      doorsOf(base, id).every(([, one]) => one.phase === phase),
  )![0];

describe('a wall that one took away and the other changed', () => {
  test('keeps its door where it is kept', () => {
    const wall = wallOf('new');
    const doors = doorsOf(base, wall);
    expect(doors.length).toBeGreaterThan(0);
    const chosen = outcomes(
      done(remove(refOf('wall', wall))),
      done(thicken(wall, 200, 'proposal')),
    );
    expect(on(chosen.north).walls[wall]?.thickness).toBe(200);
    expect(doorsOf(chosen.north, wall)).toEqual(doors);
    expect(on(chosen.south).walls).not.toHaveProperty(wall);
    expect(on(chosen.south).openings).not.toHaveProperty(doors[0]![0]);
  });

  test('keeps the tag of its room, too, and what was decided by itself stays decided', () => {
    const wall = 'wall_bay-4-kitchen-bath-2' as WallId;
    const tag = entries(on(base).rooms).find(
      ([, { name, holders }]) => name === '厨卫' && holders[0] === 'household_104',
    )![0];
    const [fixture] = entries(on(base).fixtures)[0]!;
    const gone = [refOf('wall', wall), refOf('room', tag), refOf('fixture', fixture)];
    const chosen = outcomes(done(remove(...gone)), done(thicken(wall, 200, 'proposal')));
    expect(on(chosen.north).rooms).toHaveProperty(tag);
    expect(doorsOf(chosen.north, wall)).toEqual(doorsOf(base, wall));
    expect(on(chosen.south).rooms).not.toHaveProperty(tag);
    for (const plan of [chosen.south, chosen.north]) {
      expect(on(plan).fixtures[fixture]?.phase).not.toBe('existing');
      expect(on(plan).fixtures[fixture]?.phase).not.toBe('new');
    }
  });

  test('a surveyed one that stays keeps its doors standing', () => {
    const wall = wallOf('existing');
    const doors = doorsOf(base, wall);
    const chosen = outcomes(
      done(remove(refOf('wall', wall))),
      done(thicken(wall, on(base).walls[wall]!.thickness + 10, 'survey')),
    );
    expect(on(chosen.north).walls[wall]?.phase).toBe('existing');
    expect(doorsOf(chosen.north, wall)).toEqual(doors);
    expect(doorsOf(chosen.south, wall).map(([, { phase }]) => phase)).toEqual(
      doors.map(() => 'demolished'),
    );
  });

  test('its doors go along with its status as well', () => {
    const wall = wallOf('existing');
    const elements = [refOf('wall', wall)];
    const chosen = outcomes(
      done(setPhase({ storey, elements, phase: 'new' })),
      done(thicken(wall, on(base).walls[wall]!.thickness + 10, 'survey')),
    );
    expect(doorsOf(chosen.north, wall)).toEqual(doorsOf(base, wall));
    expect(doorsOf(chosen.south, wall).every(([, { phase }]) => phase === 'new')).toBe(true);
  });
});

test('a wall that both replaced is replaced once, with the doors of that one', () => {
  const wall = wallOf('existing');
  const thickness = on(base).walls[wall]!.thickness;
  const [south, north] = [10, 20].map((more) => done(thicken(wall, thickness + more, 'proposal')));
  const chosen = outcomes(south!, north!);
  for (const [plan, more] of [
    [chosen.south, 10],
    [chosen.north, 20],
  ] as const) {
    const { a, b } = on(base).walls[wall]!;
    const there = entries(on(plan).walls).filter(
      ([, one]) => one.a === a && one.b === b && one.phase === 'new',
    );
    expect(there.map(([, one]) => one.thickness)).toEqual([thickness + more]);
    expect(doorsOf(plan, there[0]![0])).toHaveLength(doorsOf(base, wall).length);
  }
});

test('a wall that one cut into pieces is whole where the other has it', () => {
  const wall = entries(on(base).walls).find(([id]) => !hosts.has(id))![0];
  const newId = countingIds('cut');
  const cut = done(cutWall({ storey, wall, at: [900], intent: 'survey', newId }));
  const added = entries(on(cut).walls).filter(([id]) => !(id in on(base).walls));
  expect(added.length).toBeGreaterThan(0);
  const chosen = outcomes(cut, done(thicken(wall, 300, 'survey')));
  expect(on(chosen.north).walls[wall]).toEqual({ ...on(base).walls[wall], thickness: 300 });
  for (const [piece] of added) {
    expect(on(chosen.north).walls).not.toHaveProperty(piece);
    expect(on(chosen.south).walls).toHaveProperty(piece);
  }
});

test('a door that one took away by itself stays away, whatever is chosen for its wall', () => {
  const wall = wallOf('new');
  const [door] = doorsOf(base, wall)[0]! as [OpeningId, unknown];
  const south = done(remove(refOf('opening', door)), thicken(wall, 150, 'proposal'));
  const merge: Merge = mergePlans(base, south, done(thicken(wall, 200, 'proposal')));
  expect(merge.conflicts.map(({ paths }) => paths.length)).toEqual([1]);
  expect(on(merge.plan).openings).not.toHaveProperty(door);
});

/**
 * Beside the building, a wall with its door between two others that keep its joints:
 *
 *     a1 ───────── a
 *                  │ wall_between
 *     b1 ───────── b
 */
describe('a wall that one took away and the other moved by its ends', () => {
  const [wall, door] = ['wall_between', 'opening_between'] as [WallId, OpeningId];
  /** With its ends at a distance from where they were, or without the wall, mm. */
  function besides(by: Point, isThere = true): Plan {
    const [pattern] = Object.values(on(base).walls).filter(({ phase }) => phase === 'new');
    const [likeDoor] = Object.values(on(base).openings).filter(({ phase }) => phase === 'new');
    const line = (a: string, b: string) => ({ ...pattern!, a: a as JointId, b: b as JointId });
    const { joints, walls, openings } = on(base);
    return {
      ...base,
      storeys: {
        ...base.storeys,
        [storey]: {
          ...on(base),
          joints: {
            ...joints,
            joint_a1: { x: 90_000, y: 3000 },
            joint_a: { x: 94_000 + by.x, y: 3000 + by.y },
            joint_b1: { x: 90_000, y: 0 },
            joint_b: { x: 94_000 + by.x, y: 0 },
          },
          walls: {
            ...walls,
            wall_above: line('joint_a1', 'joint_a'),
            wall_below: line('joint_b1', 'joint_b'),
            ...(isThere ? { [wall]: line('joint_a', 'joint_b') } : {}),
          },
          openings: {
            ...openings,
            ...(isThere ? { [door]: { ...likeDoor!, wall, offset: 500, width: 800 } } : {}),
          },
        },
      },
    };
  }
  const was = besides({ x: 0, y: 0 });
  const removed = besides({ x: 0, y: 0 }, false);

  test('is asked about: there with its door, or without it', () => {
    const moved = besides({ x: 350, y: 0 });
    for (const [ours, theirs, mover] of [
      [moved, removed, 'ours'],
      [removed, moved, 'theirs'],
    ] as const) {
      const { conflicts } = mergePlans(was, ours, theirs);
      expect(conflicts.map(({ paths }) => paths)).toEqual([
        [`storeys/${storey}/openings/${door}`, `storeys/${storey}/walls/${wall}`],
      ]);
      const [{ id } = { id: '' }] = conflicts;
      const kept = mergePlans(was, ours, theirs, new Map([[id, mover]])).plan;
      expect(kept).toEqual(moved);
      const gone = mergePlans(was, ours, theirs, new Map([[id, otherSide(mover)]])).plan;
      // The walls beside it stay where they were brought: nobody else touched them.
      expect(gone).toEqual(besides({ x: 350, y: 0 }, false));
    }
  });

  test('is not, where it was only drawn out along its line', () => {
    const { conflicts, plan } = mergePlans(was, besides({ x: 0, y: 400 }), removed);
    expect(conflicts).toEqual([]);
    expect(plan).toEqual(besides({ x: 0, y: 400 }, false));
  });
});

test('without a common past the doors of a wall go the way that is chosen for it', () => {
  const nothing: Plan = { tenancies: {}, households: {}, storeys: {} };
  const wall = wallOf('new');
  const [door, was] = doorsOf(base, wall)[0]!;
  const narrow = changeOpening({
    storey,
    opening: door,
    change: { width: was.width - 100 },
    intent: 'proposal',
    newId: countingIds('n'),
  });
  const one = done(thicken(wall, 150, 'proposal'), narrow);
  const other = done(thicken(wall, 200, 'proposal'));
  const { conflicts } = mergePlans(nothing, one, other);
  const paths = [`storeys/${storey}/openings/${door}`, `storeys/${storey}/walls/${wall}`];
  expect(conflicts.map((conflict) => conflict.paths)).toEqual([paths]);
  for (const [side, head] of [
    ['ours', one],
    ['theirs', other],
  ] as const) {
    const { plan } = mergePlans(nothing, one, other, new Map([[conflicts[0]!.id, side]]));
    expect(on(plan).walls[wall]).toEqual(on(head).walls[wall]);
    expect(doorsOf(plan, wall)).toEqual(doorsOf(head, wall));
  }
  // A door that only one of them has goes along as well.
  const without = done(thicken(wall, 200, 'proposal'), remove(refOf('opening', door)));
  const gone = mergePlans(nothing, one, without);
  expect(gone.conflicts.map((conflict) => conflict.paths)).toEqual([paths]);
  const { plan } = mergePlans(nothing, one, without, new Map([[gone.conflicts[0]!.id, 'theirs']]));
  expect(doorsOf(plan, wall)).toEqual([]);
});
