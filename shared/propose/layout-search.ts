import { costOf } from './cost.ts';
import type { DoorPlace } from './door-places.ts';
import type { Candidate } from './items.ts';
import { bodyWidth } from './programme.ts';
import { overlaps, type Rect } from './rect.ts';
import type { Region } from './region.ts';
import { Walk } from './walk.ts';

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

/**
 * The cheapest layout below a limit, or null: every choice of places is either tried or shown to
 * cost at least as much as one found. Bodies overlap neither one another nor a clearance; the thing
 * with the fewest places left goes next, so that what cannot stand is found out at once.
 */
export function bestLayout(task: Task, limit: number, effort?: Effort): Layout | null {
  const count = task.things.length;
  const chosen: Candidate[] = [];
  const cheapestDoor = task.isNiche ? 0 : (task.doors[0]?.cost ?? Infinity);
  let best: Layout | null = null;
  let bound = limit;
  const floorOf = cheapestDoor;
  if (floorOf === Infinity) return null;

  const place = (left: readonly (readonly Candidate[])[], cost: number): void => {
    if (effort) effort.nodes += 1;
    if (left.length === 0) {
      finish(cost);
      return;
    }
    let rest = floorOf;
    let next = 0;
    for (let index = 0; index < left.length; index++) {
      const places = left[index]!;
      if (places.length === 0) return;
      rest += places[0]!.cost;
      if (places.length < left[next]!.length) next = index;
    }
    if (cost + rest >= bound) return;
    const others = left.filter((_, index) => index !== next);
    for (const candidate of left[next]!) {
      const spent = cost + candidate.cost;
      // The rest can only get dearer from here.
      if (spent + rest - left[next]![0]!.cost >= bound) return;
      chosen.push(candidate);
      place(
        others.map((places) => places.filter((other) => goTogether(candidate, other))),
        spent,
      );
      chosen.pop();
    }
  };

  const finish = (cost: number): void => {
    if (cost + cheapestDoor >= bound) return;
    if (task.isNiche) {
      best = { chosen: [...chosen], door: null, cost };
      bound = cost;
      return;
    }
    const ways = new Ways(task, chosen);
    for (const door of task.doors) {
      const floor = cost + door.cost;
      if (floor >= bound) return;
      const all = floor + (isWcLookedAt(chosen, door) ? lookedAt : 0);
      if (all >= bound || !ways.canEnterBy(door)) continue;
      best = { chosen: [...chosen], door, cost: all };
      bound = all;
    }
  };

  const allowed = task.things.map((places) =>
    places.filter(({ body }) => body === null || !task.keepFree.some((one) => overlaps(one, body))),
  );
  if (count === 0) finish(0);
  else place(allowed, 0);
  return best;
}

function goTogether(one: Candidate, other: Candidate): boolean {
  if (one.body) {
    if (other.body && overlaps(one.body, other.body)) return false;
    for (const zone of other.zones) if (overlaps(one.body, zone)) return false;
  }
  if (other.body) for (const zone of one.zones) if (overlaps(other.body, zone)) return false;
  return true;
}

const isWcLookedAt = (chosen: readonly Candidate[], { look }: DoorPlace): boolean =>
  chosen.some(({ pieces }) =>
    pieces.some(({ kind, rect }) => kind === 'wc' && overlaps(look, rect)),
  );

/** Who gets where between the things of one layout; worked out once it is asked for. */
class Ways {
  readonly #task: Task;
  readonly #chosen: readonly Candidate[];
  readonly #bodies: readonly Rect[];
  #body: Walk | null = null;
  #wide: Walk | null = null;

  constructor(task: Task, chosen: readonly Candidate[]) {
    this.#task = task;
    this.#chosen = chosen;
    this.#bodies = chosen.flatMap(({ body }) => (body ? [body] : []));
  }

  canEnterBy({ zone, leaf }: DoorPlace): boolean {
    for (const body of this.#bodies) {
      if (overlaps(body, zone) || (leaf !== null && overlaps(body, leaf))) return false;
    }
    const { region, entry, keepFree } = this.#task;
    this.#body ??= new Walk(region, this.#bodies, bodyWidth);
    const walk = this.#body;
    const piece = walk.pieceIn(zone);
    if (piece < 0) return false;
    if (!keepFree.every((one) => walk.reaches(piece, one))) return false;
    for (const { stands, floor } of this.#chosen) {
      if (!stands.every((stand) => walk.stands(piece, stand))) return false;
      if (!floor) continue;
      this.#wide ??= new Walk(region, this.#bodies, entry);
      const wide = this.#wide.pieceIn(zone);
      if (wide < 0 || !this.#wide.reaches(wide, floor)) return false;
    }
    return true;
  }
}
