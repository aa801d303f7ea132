import { describe, expect, it } from 'vitest';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import type {
  HouseholdId,
  JointId,
  Opening,
  OpeningId,
  Plan,
  RoomId,
  Storey,
  StoreyId,
  WallId,
} from '../../shared/plan/model.ts';
import { factsOf, planOf } from '../../shared/records/facts.ts';
import { type Merge, mergePlans, type Side } from '../../shared/records/merge.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { generateStorey } from '../generate/storey.ts';

const patience = { timeout: 600_000 };
const base = generateStorey({ seed: 7, stairs: 1 }).plan;
const storeyId = Object.keys(base.storeys)[0] as StoreyId;
const storeyOf = (plan: Plan): Storey => plan.storeys[storeyId]!;
const withStorey = (plan: Plan, change: Partial<Storey>): Plan => ({
  ...plan,
  storeys: { ...plan.storeys, [storeyId]: { ...storeyOf(plan), ...change } },
});
const without = <T extends object>(table: T, id: string): T =>
  Object.fromEntries(Object.entries(table).filter(([one]) => one !== id)) as T;

const edits: readonly ((plan: Plan, random: Random, fresh: string) => Plan)[] = [
  (plan, random) => {
    const { joints } = storeyOf(plan);
    const id = random.pick(Object.keys(joints)) as JointId;
    const { x, y } = joints[id]!;
    const to = { x: x + random.between(-400, 400), y: y + random.between(-400, 400) };
    return withStorey(plan, { joints: { ...joints, [id]: to } });
  },
  (plan, random) => {
    const { walls, openings } = storeyOf(plan);
    const id = random.pick(Object.keys(walls)) as WallId;
    const rest = Object.entries(openings).filter(([, opening]) => opening.wall !== id);
    return withStorey(plan, { walls: without(walls, id), openings: Object.fromEntries(rest) });
  },
  (plan, random) => {
    const { walls } = storeyOf(plan);
    const id = random.pick(Object.keys(walls)) as WallId;
    const phase = random.pick(['existing', 'demolished', 'new'] as const);
    return withStorey(plan, { walls: { ...walls, [id]: { ...walls[id]!, phase } } });
  },
  (plan, random, fresh) => {
    const { walls, openings } = storeyOf(plan);
    const wall = random.pick(Object.keys(walls)) as WallId;
    const phase = random.pick(['existing', 'new'] as const);
    const window: Opening = {
      wall,
      kind: 'window',
      offset: random.between(0, 2000),
      width: 600,
      sill: 900,
      head: 2400,
      phase,
    };
    return withStorey(plan, { openings: { ...openings, [`opening_${fresh}`]: window } });
  },
  (plan, random) => {
    const { openings } = storeyOf(plan);
    const id = random.pick(Object.keys(openings)) as OpeningId;
    const offset = random.between(0, 3000);
    return withStorey(plan, { openings: { ...openings, [id]: { ...openings[id]!, offset } } });
  },
  (plan, random, fresh) => {
    const id = `household_${fresh}` as HouseholdId;
    const households = { ...plan.households, [id]: { door: `新${random.between(1, 9)}` } };
    const { rooms } = storeyOf(plan);
    const room = random.pick(Object.keys(rooms)) as RoomId;
    const held = { ...rooms, [room]: { ...rooms[room]!, holders: [id] } };
    return withStorey({ ...plan, households }, { rooms: held });
  },
  (plan, random) => {
    const id = random.pick(Object.keys(plan.households)) as HouseholdId;
    const rooms = Object.entries(storeyOf(plan).rooms).map(([room, tag]) => [
      room,
      { ...tag, holders: tag.holders.filter((holder) => holder !== id) },
    ]);
    const left = { ...plan, households: without(plan.households, id) };
    return withStorey(left, { rooms: Object.fromEntries(rooms) });
  },
  (plan, random, fresh) => {
    const upper = structuredClone(storeyOf(plan));
    const level = random.between(2, 3);
    return {
      ...plan,
      storeys: { ...plan.storeys, [`storey_${fresh}`]: { ...upper, level, name: `${level}F` } },
    };
  },
  (plan, random) => withStorey(plan, { height: random.pick([2800, 2900, 3000]) }),
  (plan, random) => ({ ...plan, north: random.between(0, 359) }),
];

/** Some edits, each of which leaves the plan sound. */
function head(random: Random, name: string): Plan {
  let plan = base;
  const count = random.between(1, 6);
  for (let step = 0; step < count; ) {
    const next = random.pick(edits)(plan, random, `${name}${step}`);
    // A small storey to work on: the second copies of storeys only cost time.
    if (integrityProblems(next).length > 0) continue;
    plan = next;
    step += 1;
  }
  return plan;
}

const questions = ({ conflicts }: Merge): string => conflicts.flatMap(({ paths }) => paths).join();
const facts = (plan: Plan): Record<string, unknown> => Object.fromEntries(factsOf(plan));
const none: ReadonlyMap<string, Side> = new Map();

describe('the facts of a plan', () => {
  it('make up the plan again', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const plan = head(new Random(seed), 'a');
      expect(planOf(factsOf(plan))).toEqual(plan);
    }
  });
});

describe('merging two heads', () => {
  it('of one plan gives that plan', () => {
    const plan = head(new Random(3), 'a');
    expect(mergePlans(base, plan, plan)).toEqual({ plan, conflicts: [] });
    expect(mergePlans(plan, plan, plan)).toEqual({ plan, conflicts: [] });
  });

  it('of which one changed nothing gives the other without a question', patience, () => {
    for (let seed = 1; seed <= cases(200, 2000); seed++) {
      const plan = head(new Random(seed), 'a');
      for (const merge of [mergePlans(base, base, plan), mergePlans(base, plan, base)]) {
        expect(merge.conflicts, `seed ${seed}`).toEqual([]);
        expect(facts(merge.plan), `seed ${seed}`).toEqual(facts(plan));
      }
    }
  });

  it('gives a sound plan, the same whichever comes first', patience, () => {
    let asked = 0;
    for (let seed = 1; seed <= cases(200, 2000); seed++) {
      const random = new Random(seed);
      const [ours, theirs] = [head(random, 'a'), head(random, 'b')];
      const merge = mergePlans(base, ours, theirs);
      expect(integrityProblems(merge.plan), `seed ${seed}`).toEqual([]);
      const turned = mergePlans(base, theirs, ours);
      expect(integrityProblems(turned.plan), `seed ${seed}`).toEqual([]);
      if (merge.conflicts.length > 0) asked += 1;
      const isOpen = merge.conflicts.length > 0 || turned.conflicts.length > 0;
      if (!isOpen) expect(facts(turned.plan), `seed ${seed}`).toEqual(facts(merge.plan));

      // Whatever is chosen, the plan is sound; of the same questions, the same answers give the same
      // plan whichever head comes first.
      const choices = new Map<string, Side>();
      for (const { id } of merge.conflicts) choices.set(id, random.pick(['ours', 'theirs']));
      const chosen = mergePlans(base, ours, theirs, choices);
      expect(integrityProblems(chosen.plan), `seed ${seed}`).toEqual([]);
      const opposite = new Map<string, Side>();
      for (const { id, chosen: side } of chosen.conflicts) {
        opposite.set(id, side === 'ours' ? 'theirs' : 'ours');
      }
      const other = mergePlans(base, theirs, ours, opposite);
      if (questions(other) === questions(chosen)) {
        expect(facts(other.plan), `seed ${seed}`).toEqual(facts(chosen.plan));
      }
    }
    // The law is about merges that ask, and about those that do not.
    expect(asked).toBeGreaterThan(20);
    expect(asked).toBeLessThan(cases(200, 2000) - 20);
  });

  it('keeps what only one of them touched', patience, () => {
    for (let seed = 1; seed <= cases(200, 2000); seed++) {
      const random = new Random(seed);
      const [ours, theirs] = [head(random, 'a'), head(random, 'b')];
      const { plan, conflicts } = mergePlans(base, ours, theirs, none);
      const open = new Set(conflicts.flatMap(({ paths }) => paths));
      const [was, one, other, merged] = [base, ours, theirs, plan].map(factsOf) as [
        ReturnType<typeof factsOf>,
        ReturnType<typeof factsOf>,
        ReturnType<typeof factsOf>,
        ReturnType<typeof factsOf>,
      ];
      for (const path of new Set([...one.keys(), ...other.keys()])) {
        if (open.has(path) || path.includes('/joints/')) continue;
        const [before, left, right] = [was, one, other].map((from) => from.get(path));
        if (JSON.stringify(before) === JSON.stringify(left)) {
          expect(merged.get(path), `seed ${seed}, ${path}`).toEqual(right);
        } else if (JSON.stringify(before) === JSON.stringify(right)) {
          expect(merged.get(path), `seed ${seed}, ${path}`).toEqual(left);
        }
      }
    }
  });
});
