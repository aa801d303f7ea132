import { fixtureCentre } from '../../derive/footprint.ts';
import { storeyRooms } from '../../derive/storey-rooms.ts';
import { polygonContains } from '../../geometry/polygon.ts';
import { entries, type FixtureId, type HouseholdId } from '../../plan/model.ts';
import { standsAt } from '../../plan/phase.ts';
import type { Profile } from '../../rules/profile.ts';
import { programmeOf } from '../programme.ts';
import { spaceOf } from '../space.ts';
import { wayWidths } from '../way-widths.ts';
import type { BlockAsk, BlockOffer } from './ask.ts';
import { assigned, type Block, compareRanks, type Home, kindOf, rankOf } from './assign.ts';
import { blockOffer, homesOn } from './block-offer.ts';
import { type Cleared, clearedRooms } from './draw.ts';
import { Furnisher } from './furnisher.ts';
import type { ShapeLimits } from './shape-places.ts';
import type { Scheme, SharedRoom } from './sites.ts';

/** One of the shared rooms, with the schemes that were found for it. */
export interface RoomSchemes {
  readonly shared: SharedRoom;
  readonly limits: ShapeLimits;
  readonly schemes: Scheme[];
}

/** What a search for many households has found so far. */
export class BlocksFound {
  readonly ask: BlockAsk;
  readonly furnisher: Furnisher;
  readonly cleared: Cleared;
  readonly rooms: readonly RoomSchemes[];
  /** Of their own rooms. */
  readonly own = new Map<HouseholdId, Scheme>();
  /** Shapes that were looked at. */
  shapes = 0;
  readonly #profile: Profile;
  readonly #homes: ReadonlyMap<HouseholdId, Home>;
  /** The best of every kind. */
  readonly #best = new Map<string, Block>();
  readonly #offers = new Map<Block, BlockOffer | null>();
  #told = '';

  constructor(ask: BlockAsk, profile: Profile) {
    this.ask = ask;
    this.#profile = profile;
    this.furnisher = new Furnisher(ask, profile);
    this.cleared = clearedRooms(ask.plan, ask.storey, ask.rooms);
    this.#homes = homesOn(ask);
    this.rooms = this.cleared.rooms.flatMap((inCleared, index): RoomSchemes[] => {
      const { space } = spaceOf({ ...ask, plan: this.cleared.plan, room: inCleared }, 50);
      if (!space) return [];
      const room = ask.rooms[index]!;
      return [
        {
          shared: { room, inCleared, space, clears: fixturesIn(ask, room) },
          limits: {
            space,
            most: ask.holders.length,
            thickness: ask.thickness ?? 100,
            programme: programmeOf(this.furnisher.programmes.at(-1)!, profile),
            corridor: wayWidths(profile).corridor,
          },
          schemes: [],
        },
      ];
    });
  }

  /**
   * Who gets what, in every choice of rooms that are divided and of one scheme for each of them; with
   * `only`, in those that hold it.
   */
  combine(only?: Scheme): void {
    const { length: most } = this.ask.holders;
    const rooms = this.rooms.map(({ shared, schemes }) =>
      only && shared.room === only.room ? [only] : [null, ...schemes],
    );
    for (const schemes of choices(rooms, most)) {
      const block = schemes.length > 0 ? this.assign(schemes) : null;
      if (block?.given.some(({ scheme }) => scheme.taken === 0)) this.keep(block);
    }
  }

  assign(schemes: readonly Scheme[], own = this.own): Block | null {
    return assigned(this.ask.holders, schemes, own, this.#homes);
  }

  keep(block: Block): void {
    const known = this.#best.get(kindOf(block));
    if (!known || compareRanks(rankOf(block), rankOf(known)) < 0) {
      this.#best.set(kindOf(block), block);
    }
  }

  inOrder(): Block[] {
    return [...this.#best.values()].sort(
      (one, other) =>
        compareRanks(rankOf(one), rankOf(other)) || (kindOf(one) < kindOf(other) ? -1 : 1),
    );
  }

  /** The first of them that are sound. */
  offers(blocks: readonly Block[], most: number): BlockOffer[] {
    const offers: BlockOffer[] = [];
    for (const block of blocks) {
      if (offers.length >= most) break;
      const offer = this.#offerOf(block);
      if (offer) offers.push(offer);
    }
    return offers;
  }

  /** The best block, where it serves everybody and has not been told yet. */
  news(): BlockOffer[] | null {
    const [first] = this.inOrder();
    if (!first || first.left.length > 0) return null;
    const words = `${kindOf(first)} ${rankOf(first)}`;
    if (words === this.#told) return null;
    this.#told = words;
    const offers = this.offers(this.inOrder(), 1);
    return offers.length > 0 ? offers : null;
  }

  #offerOf(block: Block): BlockOffer | null {
    const known = this.#offers.get(block);
    if (known !== undefined) return known;
    const offer = blockOffer(this.ask, block, this.#profile);
    this.#offers.set(block, offer);
    return offer;
  }
}

/** One scheme for every room or none, where it stays as it is, in all ways of so many parts at most. */
function* choices(
  rooms: readonly (readonly (Scheme | null)[])[],
  most: number,
): Generator<Scheme[]> {
  const [first, ...rest] = rooms;
  if (!first) {
    yield [];
    return;
  }
  for (const scheme of first) {
    const left = most - (scheme?.sites.length ?? 0);
    if (left < 0) continue;
    for (const schemes of choices(rest, left)) yield scheme ? [scheme, ...schemes] : schemes;
  }
}

function fixturesIn({ plan, storey }: BlockAsk, id: string): FixtureId[] {
  const facts = plan.storeys[storey]!;
  const room = storeyRooms(storey, facts, 'after').byId.get(id);
  return entries(facts.fixtures).flatMap(([fixture, one]) =>
    room &&
    standsAt(one.phase, 'after') &&
    polygonContains({ outer: room.polygon, holes: room.holes }, fixtureCentre(one))
      ? [fixture]
      : [],
  );
}
