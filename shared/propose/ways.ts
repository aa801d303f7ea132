import type { DoorPlace } from './door-places.ts';
import type { Candidate } from './items.ts';
import type { Task } from './layout-search.ts';
import { bodyWidth } from './programme.ts';
import type { Region } from './region.ts';
import { Walk } from './walk.ts';

/** Who gets where between the things of one layout; worked out once it is asked for. */
export class Ways {
  readonly #task: Pick<Task, 'region' | 'entry' | 'keepFree'>;
  readonly #chosen: readonly Candidate[];
  #body: Walk | null = null;
  #wide: Walk | null = null;

  constructor(task: Pick<Task, 'region' | 'entry' | 'keepFree'>, chosen: readonly Candidate[]) {
    this.#task = task;
    this.#chosen = chosen;
  }

  canEnterBy({ zone }: DoorPlace): boolean {
    const { region, entry, keepFree } = this.#task;
    this.#body ??= walkAmong(region, this.#chosen, bodyWidth);
    const walk = this.#body;
    const piece = walk.pieceIn(zone);
    if (piece < 0) return false;
    if (!keepFree.every((one) => walk.reaches(piece, one))) return false;
    for (const { stands, floor } of this.#chosen) {
      for (const stand of stands) if (!walk.stands(piece, stand)) return false;
      if (!floor) continue;
      this.#wide ??= walkAmong(region, this.#chosen, entry);
      const wide = this.#wide.pieceIn(zone);
      if (wide < 0 || !this.#wide.reaches(wide, floor)) return false;
    }
    return true;
  }
}

/**
 * The walks of a region by what stands in it and who walks: a wet floor takes no place from anybody,
 * and both households and every wall for the WC are looked at among the same things.
 */
class Walks {
  readonly #ids = new Map<Candidate, number>();
  readonly #known = new Map<string, Walk>();

  #idOf(candidate: Candidate): number {
    const id = this.#ids.get(candidate) ?? this.#ids.size;
    this.#ids.set(candidate, id);
    return id;
  }

  among(region: Region, chosen: readonly Candidate[], size: number): Walk {
    const standing = chosen.filter(({ bodies }) => bodies.length > 0);
    const order = standing.map((one) => this.#idOf(one)).sort((one, other) => one - other);
    const key = `${size} ${order}`;
    const known = this.#known.get(key);
    if (known) return known;
    const walk = new Walk(
      region,
      standing.flatMap(({ bodies }) => bodies),
      size,
    );
    this.#known.set(key, walk);
    return walk;
  }
}

const walksOf = new WeakMap<Region, Walks>();

function walkAmong(region: Region, chosen: readonly Candidate[], size: number): Walk {
  const walks = walksOf.get(region) ?? new Walks();
  walksOf.set(region, walks);
  return walks.among(region, chosen, size);
}
