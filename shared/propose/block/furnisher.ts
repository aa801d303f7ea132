import type { HouseholdId, Plan } from '../../plan/model.ts';
import type { Profile } from '../../rules/profile.ts';
import type { ProgrammeId, Wanted } from '../programme.ts';
import { requestOf } from '../propose.ts';
import type { DivideRequest, Division } from '../search.ts';
import { searched } from '../search.ts';
import { type Space, spaceOf } from '../space.ts';
import { profileFor, wayWidths } from '../way-widths.ts';
import type { BlockAsk } from './ask.ts';

/** One household's part with what it holds. */
export interface Furnished {
  /** 0 is the fullest that was asked for. */
  readonly programme: number;
  readonly request: DivideRequest;
  readonly space: Space;
  readonly division: Division;
}

/** A room on a scratch plan, for one household. */
export interface Furnishing {
  readonly plan: Plan;
  readonly room: string;
  readonly holder: HouseholdId;
}

const fullestFirst: readonly ProgrammeId[] = ['full', 'compact', 'kitchenette'];

/** Furnishes parts, each only once: the same walls, doors and stacks around it make the same part. */
export class Furnisher {
  readonly programmes: readonly Wanted[];
  readonly #ask: BlockAsk;
  readonly #profile: Profile;
  readonly #quick = new Map<string, Furnished | null>();
  readonly #finest = new Map<Furnished, Furnished>();
  /** Parts that were searched, for measuring. */
  count = 0;

  constructor(ask: BlockAsk, profile: Profile) {
    this.#ask = ask;
    this.#profile = profile;
    this.programmes = ask.programme === 'best' ? fullestFirst : [ask.programme];
  }

  /** The fullest programme that fits, in any way; null where none does. */
  quick(one: Furnishing): Furnished | null {
    const key = this.#keyOf(one);
    if (key === null) return null;
    const known = this.#quick.get(key);
    if (known !== undefined) return known;
    let found: Furnished | null = null;
    for (const [programme, id] of this.programmes.entries()) {
      found = this.#search(one, programme, id, true);
      if (found) break;
    }
    this.#quick.set(key, found);
    return found;
  }

  /** The best way to furnish a part by its programme. */
  finest(part: Furnished): Furnished {
    const known = this.#finest.get(part);
    if (known) return known;
    const { plan, room, holders } = part.request;
    const one = { plan, room, holder: holders[0]! };
    const found =
      this.#search(one, part.programme, this.programmes[part.programme]!, false) ?? part;
    this.#finest.set(part, found);
    return found;
  }

  isFinest(part: Furnished): boolean {
    return this.#finest.has(part);
  }

  #search(
    { plan, room, holder }: Furnishing,
    programme: number,
    id: Wanted,
    isFirstEnough: boolean,
  ): Furnished | null {
    this.count += 1;
    const { storey, thickness, throughBearing = false } = this.#ask;
    const ask = {
      plan,
      storey,
      room,
      holders: [holder],
      programme: id,
      throughBearing,
      ...(thickness === undefined ? {} : { thickness }),
    };
    const request = { ...requestOf(ask, id, this.#profile), isFirstEnough };
    // Whether one fits at all shows in one room; apart, kitchen and bathroom need more.
    const all = request.programme.arrangements;
    const inOne = all.filter((one) => one !== 'two' && one !== 'behind');
    const arrangements = isFirstEnough && inOne.length > 0 ? inOne : all;
    const done = searched({ ...request, programme: { ...request.programme, arrangements } });
    const division = done.space ? done.divisions[0] : undefined;
    return done.space && division ? { programme, request, space: done.space, division } : null;
  }

  #keyOf({ plan, room, holder }: Furnishing): string | null {
    const { space } = spaceOf({ plan, storey: this.#ask.storey, room, holders: [holder] }, 50);
    if (!space) return null;
    const { origin, ux, uy, isMirrored } = space.frame;
    const faces = space.faces.map(
      ({ wall, side, line, from, to, openTo, isOwn, free }) =>
        `${wall} ${side} ${line} ${from} ${to} ${openTo.length} ${isOwn} ${JSON.stringify(free(700))}`,
    );
    return JSON.stringify([
      [origin, ux, uy, isMirrored],
      space.region,
      faces,
      space.soil,
      space.waste,
      space.hasGas,
      space.faces.some(({ isOwn }) => isOwn) ? holder : '',
    ]);
  }
}

/**
 * Where a part can be entered from: common space, or the own rooms of some of the households. A wall
 * counts where a door stands in it or may be cut.
 */
export function waysInto(
  { storey, holders, throughBearing = false, ...ask }: BlockAsk,
  plan: Plan,
  room: string,
): { readonly isCommon: boolean; readonly owners: readonly HouseholdId[] } {
  const { space } = spaceOf({ plan, storey, room, holders }, 50);
  const { door } = wayWidths(profileFor(ask));
  const faces = (space?.faces ?? []).filter(
    ({ isBearing, doors, from, to }) =>
      doors.length > 0 || ((throughBearing || !isBearing) && to - from >= door),
  );
  const owners = new Set(
    faces.flatMap(({ isOwn, openTo }) => (isOwn ? openTo.map((index) => holders[index]!) : [])),
  );
  return {
    isCommon: faces.some(({ isOwn, openTo }) => !isOwn && openTo.length === holders.length),
    owners: holders.filter((one) => owners.has(one)),
  };
}
