import { costOf } from './cost.ts';
import type { DoorPlace } from './door-places.ts';
import { allOf, anyOverlap, common, countOf, firstOf, fitting, nextOf } from './fits.ts';
import type { Candidate } from './items.ts';
import type { Leaf } from './leaf.ts';
import { hasCookerAtShower, isAtShowerOfAny } from './near-shower.ts';
import { overlaps, type Rect } from './rect.ts';
import type { Region } from './region.ts';
import { Ways } from './ways.ts';

/** One room to furnish: each thing once, at one of its places, and one of the doors. */
export interface Task {
  readonly region: Region;
  readonly things: readonly (readonly Candidate[])[];
  /** Empty only for a niche, which is open and not walked in. */
  readonly doors: readonly DoorPlace[];
  readonly isNiche: boolean;
  /** Width of the body that gets to floors. */
  readonly entry: number;
  /** Floor that stays free for a door of another room, and that one can walk to. */
  readonly keepFree: readonly Rect[];
  /** Leaves of doors to other rooms that swing into this one. */
  readonly leaves: readonly Leaf[];
  /** mm that a cooker keeps from the shower wherever that can be, and else costs; 0: none. */
  readonly cookerToShower: number;
  /** Whether there is any layout is all that is asked. */
  readonly isAnyEnough: boolean;
}

export interface Layout {
  readonly chosen: readonly Candidate[];
  readonly door: DoorPlace | null;
  readonly cost: number;
}

/** Work done, so that a search can be measured. */
export interface Effort {
  nodes: number;
}

const lookedAt = costOf({ privacy: 2 });
const splashed = costOf({ splash: 1 });

/** How far above the least thinkable cost to look, before looking everywhere. */
const widths = [...[1, 2, 4, 8, 16, 32].map((drain) => costOf({ drain })), Infinity] as const;

/**
 * The cheapest layout below a limit, or null: every choice of places is either tried or shown to
 * cost at least as much as one found. Bodies overlap neither one another nor a clearance. Once there
 * is one, it looks close above the least thinkable cost, where few places come into question, and
 * then wider. A cooker beside the shower costs more than all else, which the limit does not count:
 * without one where that can be, then with.
 */
export function bestLayout(task: Task, limit: number, effort?: Effort): Layout | null {
  const door = task.isNiche ? 0 : task.doors[0]?.cost;
  if (door === undefined) return null;
  const things = task.things.map((places) =>
    places.filter(({ bodies }) => !anyOverlap(bodies, task.keepFree)),
  );
  if (things.some((places) => places.length === 0)) return null;
  const least = things.reduce((sum, places) => sum + places[0]!.cost, door);
  const anyOf = (asked: Task): Layout | null =>
    bestBelow({ ...asked, isAnyEnough: true }, things, limit, effort);
  // Most rooms hold nothing at all: that is found out before anything is ranked.
  const first = anyOf({ ...task, cookerToShower: 0 });
  if (!first) return null;
  const isWet = hasCookerAtShower(first.chosen, task.cookerToShower);
  const dry = isWet && !task.isAnyEnough ? anyOf(task) : isWet ? null : first;
  const any = dry ?? first;
  const asked = dry ? task : { ...task, cookerToShower: 0 };
  const best = task.isAnyEnough ? any : cheapest(asked, things, least, any, effort);
  return dry ? best : { ...best, cost: best.cost + splashed };
}

/** Of what is allowed, given any of it. */
function cheapest(
  task: Task,
  things: readonly (readonly Candidate[])[],
  least: number,
  any: Layout,
  effort?: Effort,
): Layout {
  for (const width of widths) {
    const bound = Math.min(any.cost, least + width);
    const found = bestBelow(task, things, bound, effort);
    if (found) return found;
    if (bound === any.cost) break;
  }
  return any;
}

function bestBelow(
  task: Task,
  things: readonly (readonly Candidate[])[],
  limit: number,
  effort?: Effort,
): Layout | null {
  const chosen: Candidate[] = [];
  const apart = task.cookerToShower;
  let best: Layout | null = null;
  let bound = limit;
  // What is left of each list, by how many things are chosen.
  const kept = things.map(() => things.map(({ length }) => allOf(length)));
  const ends = things.map(() => things.map(() => 0));

  /** `open` are the lists to choose from; of each, what goes with the chosen is kept, cheapest first. */
  const place = (
    open: readonly number[],
    doors: readonly DoorPlace[],
    cost: number,
    walked: Ways | null,
  ): void => {
    if (effort) effort.nodes += 1;
    if (open.length === 0) {
      finish(doors, cost, walked);
      return;
    }
    const depth = chosen.length;
    const left = kept[depth]!;
    let rest = cost + (task.isNiche ? 0 : doors[0]!.cost);
    for (const list of open) rest += things[list]![firstOf(left[list]!)]!.cost;
    if (rest >= bound) return;
    // What costs more than the bound leaves, with all others at their least, is out of the question.
    let next = open[0]!;
    let fewest = Infinity;
    const end = ends[depth]!;
    for (const list of open) {
      const places = things[list]!;
      const most = bound - rest + places[firstOf(left[list]!)]!.cost;
      end[list] = countBelow(places, most);
      const count = countOf(left[list]!, end[list]!);
      if (count < fewest) {
        fewest = count;
        next = list;
      }
    }
    const others = open.filter((list) => list !== next);
    const places = things[next]!;
    const first = firstOf(left[next]!);
    const least = places[first]!.cost;
    for (let at = first; at >= 0 && at < end[next]!; at = nextOf(left[next]!, at + 1)) {
      const candidate = places[at]!;
      if (rest - least + candidate.cost >= bound) return;
      if (apart > 0 && isAtShowerOfAny(chosen, candidate, apart)) continue;
      if (!leavesRoom(candidate, others, depth)) continue;
      const { bodies } = candidate;
      let ways = bodies.length > 0 ? doors.filter((door) => !isInDoor(door, bodies)) : doors;
      chosen.push(candidate);
      // What one cannot walk to now, one cannot with one more thing in the way.
      const some =
        others.length <= 2 && others.length > 0 && !task.isNiche ? new Ways(task, chosen) : null;
      if (some && others.length === 1) ways = ways.filter((door) => some.canEnterBy(door));
      else if (some && !ways.some((door) => some.canEnterBy(door))) ways = [];
      if (ways.length > 0 || task.isNiche) {
        place(others, ways, cost + candidate.cost, some ?? walked);
      }
      chosen.pop();
    }
  };

  /** Keeps of the other lists what goes with one more thing; whether something of each does. */
  const leavesRoom = (candidate: Candidate, others: readonly number[], depth: number): boolean => {
    const left = kept[depth]!;
    const into = kept[depth + 1]!;
    for (const list of others) {
      const fits = fitting(candidate, things[list]!);
      if (!common(left[list]!, fits, ends[depth]![list]!, into[list]!)) return false;
    }
    return true;
  };

  /** `walked` is among all that is chosen but the last, by doors that one can enter by so far. */
  const finish = (doors: readonly DoorPlace[], cost: number, walked: Ways | null): void => {
    if (task.isNiche) {
      if (cost >= bound) return;
      best = { chosen: [...chosen], door: null, cost };
      bound = task.isAnyEnough ? -Infinity : cost;
      return;
    }
    const last = chosen.at(-1)!;
    const ways = last.bodies.length > 0 || !walked ? new Ways(task, chosen) : walked.with(last);
    for (const door of doors) {
      const floor = cost + door.cost;
      if (floor >= bound) return;
      const all = floor + (isWcLookedAt(chosen, door) ? lookedAt : 0);
      if (all >= bound || !ways.canEnterBy(door) || !ways.canShut(door)) continue;
      best = { chosen: [...chosen], door, cost: all };
      bound = task.isAnyEnough ? -Infinity : all;
    }
  };

  place(
    things.map((_, list) => list),
    task.doors,
    0,
    null,
  );
  return best;
}

/** How many of the places, cheapest first, cost less. */
function countBelow(places: readonly Candidate[], most: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.cost < most) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isInDoor({ zone, leaf }: DoorPlace, bodies: readonly Rect[]): boolean {
  for (const body of bodies) {
    if (overlaps(body, zone) || (leaf !== null && overlaps(body, leaf))) return true;
  }
  return false;
}

const isWcLookedAt = (chosen: readonly Candidate[], { look }: DoorPlace): boolean =>
  chosen.some(({ pieces }) =>
    pieces.some(({ kind, rect }) => kind === 'wc' && overlaps(look, rect)),
  );
