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
import type { Random } from '../generate/random.ts';
import { generateStorey } from '../generate/storey.ts';

/** Heads of one plan: some edits of every kind that a person makes, at random. */

export const base = generateStorey({ seed: 7, stairs: 1 }).plan;
const storeyId = Object.keys(base.storeys)[0] as StoreyId;
export const storeyOf = (plan: Plan): Storey => plan.storeys[storeyId]!;
export const withStorey = (plan: Plan, change: Partial<Storey>): Plan => ({
  ...plan,
  storeys: { ...plan.storeys, [storeyId]: { ...storeyOf(plan), ...change } },
});
export const without = <T extends object>(table: T, id: string): T =>
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

export const head = (random: Random, name: string): Plan => drawnOn(base, random, name);

/** Some edits, each of which leaves the plan sound; `name` differs for everybody who draws. */
export function drawnOn(start: Plan, random: Random, name: string): Plan {
  let plan = start;
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
