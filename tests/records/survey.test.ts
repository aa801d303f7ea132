import { describe, expect, test } from 'vitest';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import type { OpeningId, Plan, WallId } from '../../shared/plan/model.ts';
import type { Side } from '../../shared/records/merge.ts';
import {
  missingIn,
  type SurveyTaken,
  surveyChanges,
  withSurvey,
  withWallsAt,
} from '../../shared/records/survey.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { brothers } from '../samples/brothers.ts';
import { nineteen } from '../samples/nineteen.ts';
import { outOfLine } from '../samples/out-of-line.ts';
import { schemePlan } from '../samples/sample-plan.ts';
import { base, head, storeyOf, without, withStorey } from './random-edits.ts';

const [wallId, otherWall] = Object.keys(storeyOf(base).walls) as [WallId, WallId];
const wallOf = (plan: Plan, id = wallId) => storeyOf(plan).walls[id]!;
const withWall = (plan: Plan, change: object, id = wallId): Plan =>
  withStorey(plan, {
    walls: { ...storeyOf(plan).walls, [id]: { ...wallOf(plan, id), ...change } },
  });
const withoutWall = (plan: Plan, id: WallId): Plan => {
  const { walls, openings } = storeyOf(plan);
  const rest = Object.entries(openings).filter(([, opening]) => opening.wall !== id);
  return withStorey(plan, { walls: without(walls, id), openings: Object.fromEntries(rest) });
};

function taken(plan: Plan, was: Plan, is: Plan, choices?: ReadonlyMap<string, Side>): SurveyTaken {
  const outcome = withSurvey(plan, surveyChanges(was, is), choices);
  if ('problems' in outcome) throw new Error(outcome.problems[0]?.problem.en);
  expect(integrityProblems(outcome.plan)).toEqual([]);
  return outcome;
}

describe('what a correction of the survey is', () => {
  test.each([
    ['the brothers', brothers()],
    ['the nineteen', nineteen()],
    ['out of line', outOfLine()],
  ])('%s: no proposal changes the survey', (_name, sample) => {
    const plans = [0, 1].map((scheme) => schemePlan(sample, scheme)) as [Plan, Plan];
    expect([...surveyChanges(...plans).keys()]).toEqual([]);
    expect([...surveyChanges(plans[1], plans[0]).keys()]).toEqual([]);
  });

  test('demolishing and building anew is none; another thickness is one', () => {
    expect(surveyChanges(base, withWall(base, { phase: 'demolished' })).size).toBe(0);
    const built = { ...wallOf(base), phase: 'new' as const };
    const walls = { ...storeyOf(base).walls, wall_built: built };
    expect(surveyChanges(base, withStorey(base, { walls })).size).toBe(0);
    const thicker = withWall(base, { thickness: wallOf(base).thickness + 10 });
    expect([...surveyChanges(base, thicker).keys()]).toEqual([
      expect.stringContaining(`walls/${wallId}`),
    ]);
  });

  test('a wall cut so that a piece of it can go is the same wall', () => {
    const { joints, walls, openings } = storeyOf(base);
    const hosts = new Set(Object.values(openings).map(({ wall }) => wall));
    const [id, wall] = Object.entries(walls).find(([one]) => !hosts.has(one as WallId))!;
    const [a, b] = [joints[wall.a]!, joints[wall.b]!];
    const middle = { x: Math.round((a.x + b.x) / 2), y: Math.round((a.y + b.y) / 2) };
    const cut = withStorey(base, {
      joints: { ...joints, joint_middle: middle } as typeof joints,
      walls: {
        ...walls,
        [id]: { ...wall, b: 'joint_middle' },
        wall_rest: { ...wall, a: 'joint_middle', phase: 'demolished' },
      } as typeof walls,
    });
    expect([...surveyChanges(base, cut).keys()]).toEqual([]);
    expect([...surveyChanges(cut, base).keys()]).toEqual([]);
    const shorter = withStorey(cut, { walls: without(storeyOf(cut).walls, 'wall_rest') });
    expect(surveyChanges(base, shorter).size).toBeGreaterThan(0);
  });
});

describe('taking a correction over', () => {
  const thicker = withWall(base, { thickness: wallOf(base).thickness + 10 });

  test('keeps what the scheme proposes, and is nothing the second time', () => {
    const ours = withWall(
      withWall(base, { phase: 'demolished' }),
      { phase: 'demolished' },
      otherWall,
    );
    const { plan, conflicts, agreed } = taken(ours, base, thicker);
    expect(conflicts).toMatchObject([{ settled: true, chosen: 'theirs' }]);
    expect(agreed).toEqual(new Set(conflicts.map(({ id }) => id)));
    expect(wallOf(plan)).toEqual({ ...wallOf(thicker), phase: 'demolished' });
    expect(wallOf(plan, otherWall).phase).toBe('demolished');
    expect(missingIn(plan, surveyChanges(base, thicker)).size).toBe(0);
    expect(taken(plan, base, thicker).plan).toEqual(plan);
  });

  test('goes element by element: what is left out stays as the scheme has it', () => {
    const both = withWall(
      thicker,
      { thickness: wallOf(base, otherWall).thickness + 20 },
      otherWall,
    );
    const { conflicts } = taken(base, base, both);
    expect(conflicts).toHaveLength(2);
    for (const { id } of conflicts) {
      const { plan } = taken(base, base, both, new Map([[id, 'ours' as const]]));
      const [left, other] = id.endsWith(wallId) ? [wallId, otherWall] : [otherWall, wallId];
      expect(wallOf(plan, left)).toEqual(wallOf(base, left));
      expect(wallOf(plan, other)).toEqual(wallOf(both, other));
      expect(missingIn(plan, surveyChanges(base, both)).size).toBe(1);
    }
  });

  test('a wall that was measured elsewhere is one choice, with both of its ends', () => {
    const { a, b } = wallOf(base);
    const { joints } = storeyOf(base);
    const moved = Object.fromEntries(
      [a, b].map((id) => [id, { x: joints[id]!.x + 40, y: joints[id]!.y + 30 }]),
    );
    const elsewhere = withStorey(base, { joints: { ...joints, ...moved } });
    const { conflicts } = taken(base, base, elsewhere);
    const withEnds = conflicts.filter(({ paths }) => paths.some((path) => path.endsWith(a)));
    expect(withEnds).toHaveLength(1);
    expect(withEnds[0]!.paths.some((path) => path.endsWith(b))).toBe(true);
    const known = withWallsAt(withEnds[0]!.paths, [base]);
    expect(known.some((path) => path.endsWith(`walls/${wallId}`))).toBe(true);
  });

  test('asks where the scheme has the same element otherwise again', () => {
    const ours = withWall(base, { thickness: wallOf(base).thickness + 30 });
    const { conflicts, plan } = taken(ours, base, thicker);
    expect(conflicts).toHaveLength(1);
    expect(wallOf(plan)).toEqual(wallOf(ours));
    const choices = new Map([[conflicts[0]!.id, 'theirs' as const]]);
    expect(wallOf(taken(ours, base, thicker, choices).plan)).toEqual(wallOf(thicker));
  });

  test('asks where a wall goes in which the scheme has a door', () => {
    const { openings } = storeyOf(base);
    const [, door] = Object.entries(openings)[0]!;
    const gone = withoutWall(base, door.wall);
    const proposed = { ...openings, opening_ours: { ...door, phase: 'new' } } as typeof openings;
    const ours = withStorey(base, {
      openings: without(proposed, Object.keys(openings)[0] as OpeningId),
    });
    const { conflicts } = taken(ours, base, gone);
    expect(conflicts).toHaveLength(1);
    const go = new Map([[conflicts[0]!.id, 'theirs' as const]]);
    const { walls, openings: left } = storeyOf(taken(ours, base, gone, go).plan);
    expect(walls).not.toHaveProperty(door.wall);
    expect(left).not.toHaveProperty('opening_ours');
  });

  test('a wall that is kept against a correction keeps the doors that went with it', () => {
    const host = Object.values(storeyOf(base).openings)[0]!.wall;
    const doors = (plan: Plan) =>
      Object.values(storeyOf(plan).openings).filter(({ wall }) => wall === host);
    const ours = withWall(base, { thickness: wallOf(base, host).thickness + 30 }, host);
    const gone = withoutWall(base, host);
    const { conflicts } = taken(ours, base, gone);
    expect(conflicts).toHaveLength(1);
    const answered = (side: Side) =>
      taken(ours, base, gone, new Map([[conflicts[0]!.id, side]])).plan;
    expect(doors(answered('ours'))).toEqual(doors(base));
    expect(wallOf(answered('ours'), host)).toEqual(wallOf(ours, host));
    expect(doors(answered('theirs'))).toEqual([]);
    expect(storeyOf(answered('theirs')).walls).not.toHaveProperty(host);
  });

  test('never makes an unsound plan, whatever was edited on both sides', () => {
    let merged = 0;
    for (let seed = 1; seed <= cases(60, 2000); seed++) {
      const random = new Random(seed);
      const [ours, theirs] = [head(random, 'a'), head(random, 'b')];
      const changes = surveyChanges(base, theirs);
      const first = withSurvey(ours, changes);
      if ('problems' in first) continue;
      merged += 1;
      const choices = new Map(
        first.conflicts.map(({ id }) => [id, random.pick(['ours', 'theirs'] as const)]),
      );
      for (const outcome of [first, withSurvey(ours, changes, choices)]) {
        if ('problems' in outcome) throw new Error('a choice made it impossible');
        expect(integrityProblems(outcome.plan), `seed ${seed}`).toEqual([]);
      }
      const nothing = withSurvey(ours, new Map());
      if (!('problems' in nothing)) expect(nothing.plan).toEqual(ours);
    }
    expect(merged).toBeGreaterThan(cases(30, 1000));
  }, 600_000);
});
