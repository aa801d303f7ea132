import { type Text, text } from '../text.ts';
import { hasTooManyMeetings, mostEntries, mostMeetings } from './limits.ts';
import {
  entries,
  type Household,
  type HouseholdId,
  type Opening,
  type OpeningId,
  type Plan,
  type Storey,
  type StoreyId,
  type WallId,
} from './model.ts';
import { fitsInLength, wallLength } from './opening-fit.ts';
import { standsAt } from './phase.ts';

/** Something wrong in a plan or a file, and where: `storeys.storey_1.walls.wall_12.b`. */
export interface Problem {
  readonly at: string;
  readonly problem: Text;
}

/** No more are of use to a person at once, and a hostile file gets no bigger answer. */
export const mostProblems = 1000;

/** The first of many problems, and how many more there are. */
export function firstProblems(problems: readonly Problem[], most = mostProblems): Problem[] {
  if (problems.length <= most) return [...problems];
  const more = problems.length - most;
  return [
    ...problems.slice(0, most),
    { at: '', problem: text(`另有 ${more} 处问题未列出`, `${more} more problems are not listed`) },
  ];
}

/** The path one step down. Keys that could be misread are quoted. */
export function pathTo(at: string, key: string | number): string {
  if (typeof key === 'number') return `${at}[${key}]`;
  const plain = /^[A-Za-z_$][\w$-]*$/.test(key);
  const step = plain ? key : `[${JSON.stringify(key.length > 60 ? `${key.slice(0, 60)}…` : key)}]`;
  return plain && at !== '' ? `${at}.${step}` : `${at}${step}`;
}

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
    const here = pathTo(pathTo(at, 'households'), id);
    if (household.tenancy !== undefined && !has(plan.tenancies, household.tenancy)) {
      problems.push(missing(`${here}.tenancy`, '这份租约', 'tenancy', household.tenancy));
    }
    const door = doorOf(household);
    const other = doors.get(door);
    if (other) {
      problems.push({
        at: `${here}.door`,
        problem: text(
          `门牌号“${door}”与 ${other} 重复`,
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
    for (const problem of wallProblems(storey, here)) problems.push(problem);
    for (const problem of openingProblems(storey, here)) problems.push(problem);
    for (const problem of holderProblems(plan, storey, here)) problems.push(problem);
  }
  return problems;
}

/** What makes a plan too large to be worked out; part of its integrity. */
export const largeProblems = (plan: Plan, at = ''): Problem[] =>
  entries(plan.storeys).flatMap(([id, storey]) =>
    sizeProblems(storey, pathTo(pathTo(at, 'storeys'), id)),
  );

/** A storey larger than can be worked out: drawn by a fault of a script, or to do harm. */
function sizeProblems(storey: Storey, at: string): Problem[] {
  const tables = ['joints', 'walls', 'openings', 'rooms', 'fixtures', 'risers'] as const;
  const long = tables.flatMap((table): Problem[] => {
    const count = Object.keys(storey[table]).length;
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

function* wallProblems(storey: Storey, at: string): Generator<Problem> {
  for (const [id, wall] of entries(storey.walls)) {
    const here = pathTo(pathTo(at, 'walls'), id);
    for (const end of ['a', 'b'] as const) {
      if (!has(storey.joints, wall[end])) {
        yield missing(`${here}.${end}`, '这个节点', 'joint', wall[end]);
      }
    }
    const length = wallLength(storey, wall);
    if (wall.a === wall.b || length === 0) {
      yield {
        at: here,
        problem: text(
          '墙的两端在同一点，长度为零',
          'both ends are at one place: a wall of no length',
        ),
      };
    }
    if (wall.kind === 'boundary' && wall.thickness !== 0) {
      yield {
        at: `${here}.thickness`,
        problem: text('分界线没有厚度，应为 0', 'a boundary has no thickness: this must be 0'),
      };
    }
    if (wall.kind !== 'boundary' && wall.thickness === 0) {
      yield {
        at: `${here}.thickness`,
        problem: text(
          '墙的厚度应大于 0（只有分界线为 0）',
          'a wall has a thickness above 0 (only a boundary has 0)',
        ),
      };
    }
  }
}

function* openingProblems(storey: Storey, at: string): Generator<Problem> {
  const ofWall = new Map<WallId, [OpeningId, Opening][]>();
  for (const [id, opening] of entries(storey.openings)) {
    const here = pathTo(pathTo(at, 'openings'), id);
    yield* openingFieldProblems(opening, here);
    const wall = has(storey.walls, opening.wall) ? storey.walls[opening.wall] : undefined;
    if (!wall) {
      yield missing(`${here}.wall`, '这面墙', 'wall', opening.wall);
      continue;
    }
    const length = wallLength(storey, wall);
    if (length !== null && !fitsInLength(opening, length)) {
      const end = opening.offset + opening.width;
      yield {
        at: `${here}.offset`,
        problem: text(
          `超出墙端：到 ${end} mm 为止，而 ${opening.wall} 长 ${Math.round(length)} mm`,
          `leaves its wall: it ends at ${end} mm, and ${opening.wall} is ${Math.round(length)} mm long`,
        ),
      };
    }
    if (opening.phase === 'new' && wall.phase === 'demolished') {
      yield {
        at: `${here}.phase`,
        problem: text('拆除的墙上不能有新建的门窗', 'a demolished wall can have no new opening'),
      };
    }
    if (opening.phase !== 'new' && wall.phase === 'new') {
      yield {
        at: `${here}.phase`,
        problem: text('新建墙上的门窗只能是新建的', 'every opening of a new wall is new'),
      };
    }
    const ofThis = ofWall.get(opening.wall);
    if (ofThis) ofThis.push([id, opening]);
    else ofWall.set(opening.wall, [[id, opening]]);
  }
  for (const openings of ofWall.values()) yield* overlapProblems(openings, at);
}

/**
 * The openings of one wall that reach over another one standing at the same time: one problem for
 * each, naming the one before it that reaches furthest. O(n log n).
 */
function* overlapProblems(
  openings: readonly (readonly [OpeningId, Opening])[],
  at: string,
): Generator<Problem> {
  // Sorting is stable, so that of two at one place the one with the later id is named.
  const along = openings.toSorted(([, left], [, right]) => left.offset - right.offset);
  const reach = { before: { end: 0, id: '' }, after: { end: 0, id: '' } };
  for (const [id, opening] of along) {
    const moments = (['before', 'after'] as const).filter((one) => standsAt(opening.phase, one));
    const over = moments.map((one) => reach[one]).find(({ end }) => opening.offset < end);
    if (over) {
      yield {
        at: `${pathTo(pathTo(at, 'openings'), id)}.offset`,
        problem: text(`与 ${over.id} 重叠`, `overlaps ${over.id}`),
      };
    }
    const end = opening.offset + opening.width;
    for (const one of moments) if (end > reach[one].end) reach[one] = { end, id };
  }
}

function* openingFieldProblems(opening: Opening, here: string): Generator<Problem> {
  if (opening.sill >= opening.head) {
    yield {
      at: `${here}.sill`,
      problem: text(
        `下沿 ${opening.sill} mm 不低于上沿 ${opening.head} mm`,
        `the sill at ${opening.sill} mm is not below the head at ${opening.head} mm`,
      ),
    };
  }
  if (opening.kind === 'door') return;
  for (const field of ['leaf', 'hinge', 'side'] as const) {
    if (opening[field] === undefined) continue;
    yield {
      at: `${here}.${field}`,
      problem: text('只有门才有这一项', 'only a door has this'),
    };
  }
}

function* holderProblems(plan: Plan, storey: Storey, at: string): Generator<Problem> {
  for (const [id, room] of entries(storey.rooms)) {
    const here = `${pathTo(pathTo(at, 'rooms'), id)}.holders`;
    const seen = new Set<string>();
    for (const [index, holder] of room.holders.entries()) {
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

/** Own keys only: a reference named like something every object inherits is still missing. */
const has = (table: object, id: string): boolean => Object.hasOwn(table, id);

const missing = (at: string, zh: string, en: string, id: string): Problem => ({
  at,
  problem: text(`没有${zh} ${id}`, `no such ${en} ${id}`),
});
