import type { DoorPlace } from './door-places.ts';
import type { Candidate } from './items.ts';
import type { Task } from './layout-search.ts';
import { isOutOfSweep, type Leaf } from './leaf.ts';
import { bodyWidth } from './programme.ts';
import type { Rect } from './rect.ts';
import type { Region } from './region.ts';
import { Walk } from './walk.ts';

type AmongWhat = Pick<Task, 'region' | 'entry' | 'keepFree' | 'leaves'>;

/** Who gets where between the things of one layout; worked out once it is asked for. */
export class Ways {
  readonly #task: AmongWhat;
  readonly #chosen: readonly Candidate[];
  /** What stands in the way: of one more thing that is in nobody's, what stood there before. */
  #standing: readonly Candidate[];
  #body: Walk | null = null;
  #wide: Walk | null = null;
  readonly #served = new Map<number, boolean>();

  constructor(task: AmongWhat, chosen: readonly Candidate[]) {
    this.#task = task;
    this.#chosen = chosen;
    this.#standing = chosen;
  }

  /** The same with one more thing that nothing is in the way of; asked for doors that are open so far. */
  with(wet: Candidate): Ways {
    const ways = new Ways(this.#task, [wet]);
    ways.#standing = this.#standing;
    ways.#body = this.#bodyWalk();
    ways.#wide = wet.floor ? this.#wideWalk() : null;
    return ways;
  }

  #bodyWalk(): Walk {
    this.#body ??= walkAmong(this.#task.region, this.#chosen, bodyWidth);
    return this.#body;
  }

  #wideWalk(): Walk {
    this.#wide ??= walkAmong(this.#task.region, this.#chosen, this.#task.entry);
    return this.#wide;
  }

  /** Whether one gets in and to everything, and, as far as shows without looking closely, can shut it. */
  canEnterBy({ zone, leaves }: DoorPlace): boolean {
    const piece = this.#bodyWalk().pieceIn(zone);
    if (piece < 0) return false;
    if (!this.#isServed(piece)) return false;
    for (const { floor } of this.#chosen) {
      if (!floor) continue;
      const wide = this.#wideWalk().pieceIn(zone);
      if (wide < 0 || !this.#wideWalk().reaches(wide, floor)) return false;
    }
    return leaves.every((leaf) => this.#hasPlaceOff(leaf));
  }

  /** Whether who came in by that door, or by one to another room of the part, can shut its leaf. */
  canShut({ leaves }: DoorPlace): boolean {
    return [...leaves, ...this.#task.leaves].every((leaf) => this.#getsOff(leaf));
  }

  /** As it would be if one could walk through the open leaf: where there is no place, none is reached. */
  #hasPlaceOff(leaf: Leaf): boolean {
    const walk =
      leaf.body === bodyWidth
        ? this.#bodyWalk()
        : walkAmong(this.#task.region, this.#standing, leaf.body);
    return walk.getsWhere(walk.pieceIn(leaf.doorway), isOff(leaf));
  }

  /** Whether a body that comes in gets past the open leaf to where that never sweeps. */
  #getsOff(leaf: Leaf): boolean {
    if (!this.#hasPlaceOff(leaf)) return false;
    const walk = walkAmong(this.#task.region, this.#standing, leaf.body, leaf.open);
    return walk.getsWhere(walk.pieceIn(leaf.doorway), isOff(leaf));
  }

  /** Whether a body in that piece of the floor gets to all that it uses; many doors open to one piece. */
  #isServed(piece: number): boolean {
    const known = this.#served.get(piece);
    if (known !== undefined) return known;
    const walk = this.#bodyWalk();
    const isServed =
      this.#task.leaves.every((leaf) => this.#hasPlaceOff(leaf)) &&
      this.#task.keepFree.every((one) => walk.reaches(piece, one)) &&
      this.#chosen.every(({ stands }) => stands.every((stand) => walk.stands(piece, stand)));
    this.#served.set(piece, isServed);
    return isServed;
  }
}

const isOff =
  (leaf: Leaf) =>
  (x: number, y: number): boolean =>
    isOutOfSweep(leaf, x, y);

/**
 * The walks of a region by what stands in it and who walks: a wet floor takes no place from anybody,
 * and both households and every wall for the WC are looked at among the same things.
 */
class Walks {
  readonly #ids = new Map<Candidate, number>();
  readonly #known = new Map<number, Map<string | number, Walk>>();

  #idOf(candidate: Candidate): number {
    let id = this.#ids.get(candidate);
    if (id === undefined) {
      id = this.#ids.size + 1;
      this.#ids.set(candidate, id);
    }
    return id;
  }

  among(region: Region, chosen: readonly Candidate[], size: number, leaf?: Rect): Walk {
    let ofSize = this.#known.get(size);
    if (!ofSize) {
      ofSize = new Map();
      this.#known.set(size, ofSize);
    }
    const order: number[] = [];
    for (const one of chosen) if (one.bodies.length > 0) insert(order, this.#idOf(one));
    const key = leaf ? `${order} ${wordsOf(leaf)}` : keyOf(order);
    const known = ofSize.get(key);
    if (known) return known;
    const walk = new Walk(
      region,
      [...chosen.flatMap(({ bodies }) => bodies), ...(leaf ? [leaf] : [])],
      size,
    );
    ofSize.set(key, walk);
    return walk;
  }
}

function insert(sorted: number[], value: number): void {
  let at = sorted.length;
  for (; at > 0 && sorted[at - 1]! > value; at--) sorted[at] = sorted[at - 1]!;
  sorted[at] = value;
}

/** So many numbers of so many bits go into one. */
const [mostPacked, packed] = [3, 2 ** 17];

/** Mostly two or three things stand there, and a number is made sooner than words. */
function keyOf(order: readonly number[]): string | number {
  let key = 0;
  for (const id of order) {
    if (id >= packed) return order.join();
    key = key * packed + id;
  }
  return order.length <= mostPacked ? key : order.join();
}

const wordsOf = ({ x0, y0, x1, y1 }: Rect): string => `${x0} ${y0} ${x1} ${y1}`;

const walksOf = new WeakMap<Region, Walks>();

/** `leaf` stands open besides. */
function walkAmong(region: Region, chosen: readonly Candidate[], size: number, leaf?: Rect): Walk {
  const walks = walksOf.get(region) ?? new Walks();
  walksOf.set(region, walks);
  return walks.among(region, chosen, size, leaf);
}
