import { type Text, text } from '../text.ts';
import { hasTooManyMeetings, mostEntries, mostMeetings } from './limits.ts';
import {
  entries,
  type Holder,
  type Household,
  type HouseholdId,
  type Plan,
  type RoomId,
  type Storey,
  type StoreyId,
  type Wall,
  type WallId,
} from './model.ts';
import { wallLength } from './opening-fit.ts';
import { openingProblems } from './opening-problems.ts';
import { has, missing, type Problem, pathTo } from './problem.ts';

export { firstProblems, mostProblems, type Problem, pathTo } from './problem.ts';

/**
 * What a schema cannot see: references, and facts that contradict each other. Empty for a sound
 * plan. `at` is the plan's own path, if it is part of something.
 */
export function integrityProblems(plan: Plan, at = ''): Problem[] {
  return [...householdProblems(plan, at), ...storeysProblems(plan, at)];
}

/** The half of the integrity that concerns households and tenancies. */
export function householdProblems(plan: Plan, at = ''): Problem[] {
  const problems: Problem[] = [];
  const doors = new Map<string, HouseholdId>();
  for (const [id, household] of entries(plan.households)) {
    const here = (): string => pathTo(pathTo(at, 'households'), id);
    if (household.tenancy !== undefined && !has(plan.tenancies, household.tenancy)) {
      problems.push(missing(`${here()}.tenancy`, '这份租赁凭证', 'tenancy', household.tenancy));
    }
    const door = doorOf(household);
    const other = doors.get(door);
    if (other) {
      problems.push({
        at: `${here()}.door`,
        problem: text(
          `室号“${door}”与 ${other} 重复`,
          `door "${door}" is also the door of ${other}`,
        ),
      });
    } else doors.set(door, id);
  }
  return problems;
}

/** What the door says, for comparing: surrounding blanks do not make another door. */
export const doorOf = (household: Pick<Household, 'door'>): string => household.door.trim();

/** The half of the integrity that concerns storeys and what is drawn on them. */
export function storeysProblems(plan: Plan, at = ''): Problem[] {
  const problems: Problem[] = [];
  const levels = new Map<number, StoreyId>();
  for (const [id, storey] of entries(plan.storeys)) {
    const here = pathTo(pathTo(at, 'storeys'), id);
    const other = levels.get(storey.level);
    if (other) {
      problems.push({
        at: `${here}.level`,
        problem: text(
          `层号 ${storey.level} 与 ${other} 重复`,
          `level ${storey.level} is also the level of ${other}`,
        ),
      });
    } else levels.set(storey.level, id);
    const sizes = sizeProblems(storey, here);
    problems.push(...sizes);
    // What follows takes its time, and nobody mends so much by hand.
    if (sizes.length > 0) continue;
    for (const problem of elementProblems(plan, storey, here)) problems.push(problem);
  }
  return problems;
}

/** What is wrong in what is drawn on one storey; `at` is the storey's path. */
export function* elementProblems(plan: Plan, storey: Storey, at: string): Generator<Problem> {
  yield* wallProblems(storey, at);
  yield* openingProblems(storey, at);
  yield* holderProblems(plan, storey, at);
}

/** What makes a plan too large to be worked out; part of its integrity. */
export const largeProblems = (plan: Plan, at = ''): Problem[] =>
  entries(plan.storeys).flatMap(([id, storey]) =>
    sizeProblems(storey, pathTo(pathTo(at, 'storeys'), id)),
  );

/** A storey larger than can be worked out: drawn by a fault of a script, or to do harm. */
function sizeProblems(storey: Storey, at: string): Problem[] {
  const tables = [
    'joints',
    'walls',
    'openings',
    'rooms',
    'fixtures',
    'risers',
    'dimensions',
    'notes',
  ] as const;
  const long = tables.flatMap((table): Problem[] => {
    const count = Object.keys(storey[table] ?? {}).length;
    return count > mostEntries ? [{ at: pathTo(at, table), problem: tooMany(count) }] : [];
  });
  if (long.length > 0 || !hasTooManyMeetings(storey)) return long;
  return [
    {
      at: pathTo(at, 'walls'),
      problem: text(
        `墙与墙相交、相接过多，超过 ${mostMeetings} 处，无法推算；请删去重复或误画的墙`,
        `the walls touch or cross in more than ${mostMeetings} places, more than can be worked out: remove those drawn twice or by mistake`,
      ),
    },
  ];
}

const tooMany = (count: number): Text =>
  text(
    `数量过多：有 ${count} 项，不能超过 ${mostEntries} 项`,
    `too many: ${count} entries, and there may be at most ${mostEntries}`,
  );

const ends = ['a', 'b'] as const;

/** Whether a wall ends at two joints that are there and apart, and is as thick as its kind must be. */
function isSoundWall({ joints }: Storey, { a, b, kind, thickness }: Wall): boolean {
  if (!has(joints, a) || !has(joints, b) || (kind === 'boundary') !== (thickness === 0))
    return false;
  const [one, other] = [joints[a]!, joints[b]!];
  return a !== b && (one.x !== other.x || one.y !== other.y);
}

function* wallProblems(storey: Storey, at: string): Generator<Problem> {
  // Mostly nothing is wrong, and neither order nor path need be made out.
  const unsound = (Object.keys(storey.walls) as WallId[])
    .filter((id) => !isSoundWall(storey, storey.walls[id]!))
    .sort();
  for (const id of unsound) {
    const wall = storey.walls[id]!;
    const here = (): string => pathTo(pathTo(at, 'walls'), id);
    for (const end of ends) {
      if (!has(storey.joints, wall[end])) {
        yield missing(`${here()}.${end}`, '这个节点', 'joint', wall[end]);
      }
    }
    const length = wallLength(storey, wall);
    if (wall.a === wall.b || length === 0) {
      yield {
        at: here(),
        problem: text(
          '墙的两端在同一点，长度为零',
          'both ends are at one place: a wall of no length',
        ),
      };
    }
    if (wall.kind === 'boundary' && wall.thickness !== 0) {
      yield {
        at: `${here()}.thickness`,
        problem: text('分界线没有厚度，应为 0', 'a boundary has no thickness: this must be 0'),
      };
    }
    if (wall.kind !== 'boundary' && wall.thickness === 0) {
      yield {
        at: `${here()}.thickness`,
        problem: text(
          '墙的厚度应大于 0（只有分界线为 0）',
          'a wall has a thickness above 0 (only a boundary has 0)',
        ),
      };
    }
  }
}

/** As many as share a kitchen, and more. */
const fewHolders = 32;

/** Whether they are nobody, the building alone, or a few households that are there, each once. */
function areSoundHolders({ households }: Plan, holders: readonly Holder[]): boolean {
  if (holders.length === 1 && holders[0] === 'building') return true;
  // More are looked at one by one below.
  if (holders.length > fewHolders) return false;
  return holders.every((holder, index) => {
    if (holder === 'building' || !has(households, holder)) return false;
    return holders.indexOf(holder) === index;
  });
}

function* holderProblems(plan: Plan, storey: Storey, at: string): Generator<Problem> {
  const unsound = (Object.keys(storey.rooms) as RoomId[])
    .filter((id) => !areSoundHolders(plan, storey.rooms[id]!.holders))
    .sort();
  for (const id of unsound) {
    const { holders } = storey.rooms[id]!;
    const here = `${pathTo(pathTo(at, 'rooms'), id)}.holders`;
    const seen = new Set<string>();
    for (const [index, holder] of holders.entries()) {
      if (holder !== 'building' && !has(plan.households, holder)) {
        yield missing(pathTo(here, index), '这户', 'household', holder);
      }
      if (seen.has(holder)) {
        yield {
          at: pathTo(here, index),
          problem: text(`${holder} 重复`, `${holder} is named twice`),
        };
      }
      seen.add(holder);
    }
    if (seen.has('building') && seen.size > 1) {
      yield {
        at: here,
        problem: text(
          '公共部位（building）不能同时属于住户',
          'a room of the building cannot be held by a household as well',
        ),
      };
    }
  }
}
