import { storeyRooms } from '../derive/storey-rooms.ts';
import type { Refusal } from '../edit/command.ts';
import type { HouseholdId, Plan, StoreyId } from '../plan/model.ts';
import type { Profile } from '../rules/profile.ts';
import type { Text } from '../text.ts';
import { different, enough, ranked, type Unranked } from './different-offers.ts';
import type { DoorKind } from './door-places.ts';
import { familyOf } from './family.ts';
import type { Look } from './look.ts';
import { type NoWayIn, noWaysIn } from './no-way-in.ts';
import { type Offer, offerOf } from './offer.ts';
import {
  idOf,
  type ProgrammeId,
  preparations,
  programmeOf,
  type Wanted,
  withInduction,
} from './programme.ts';
import { type Relaxation, relaxations } from './relax.ts';
import {
  type DivideRequest,
  type Searched,
  searchDivisions,
  searched,
  usualRequest,
} from './search.ts';
import { shortBy } from './short-by.ts';
import { type Space, spaceOf } from './space.ts';
import { profileFor } from './way-widths.ts';

/** What people ask: plain data, for a worker and for the command line. */
export interface Ask {
  readonly plan: Plan;
  /** The plan before the change that the ask rests on, where that is one to the building. */
  readonly unchanged?: Plan;
  readonly storey: StoreyId;
  /** Id of a room derived from the plan after the works. */
  readonly room: string;
  /** One household, or two. */
  readonly holders: readonly HouseholdId[];
  /** `best`: the fullest of full, compact and kitchenette that fits, then the lesser ones. */
  readonly programme: Wanted | 'best';
  /** mm of new partitions. */
  readonly thickness?: number;
  /** Also L-shaped partitions, which take longer. */
  readonly corners?: boolean;
  readonly doorKinds?: readonly DoorKind[];
  readonly throughBearing?: boolean;
  readonly ignoresStacks?: boolean;
  readonly induction?: boolean;
  readonly share?: number;
  readonly leastShare?: number;
  /** How many different ones at most. */
  readonly top?: number;
  /** Sizes, clearances and rules; the national one where none is given. */
  readonly profile?: Profile;
}

export interface Answer {
  readonly offers: readonly Offer[];
  /** Within what the answer is exact; one for each programme that was searched. */
  readonly families: readonly Text[];
  /** The smallest changes that make one possible, where there is none. */
  readonly relaxations: readonly Relaxation[];
  /** Where there is none: the households that no part can be entered by, which may be all there is to say. */
  readonly noWayIn: readonly NoWayIn[];
  readonly refusal: Refusal | null;
  /** Cuts looked at and layouts begun, for measuring. */
  readonly cuts: number;
  readonly nodes: number;
}

export interface Step {
  readonly stage: 'straight' | 'corners' | 'relaxations';
  /** 0 to 1 within its stage. */
  readonly share: number;
  /** The best so far, where they changed. */
  readonly offers: readonly Offer[] | null;
  /** The changes found so far that would make one possible. */
  readonly relaxations?: readonly Relaxation[];
  readonly noWayIn?: readonly NoWayIn[];
}

/** What `best` tries, in this order. */
export const fullestFirst: readonly ProgrammeId[] = ['full', 'compact', 'kitchenette'];

/** So many are shown unless it is said otherwise. */
const usualTop = 6;

export function requestOf(ask: Ask, programme: Wanted, profile: Profile): DivideRequest {
  const demands = profile.fixtures;
  const asked = programmeOf(programme, profile);
  return {
    ...usualRequest,
    ...gridFor(ask),
    plan: ask.plan,
    storey: ask.storey,
    room: ask.room,
    holders: ask.holders,
    programme: ask.induction ? withInduction(asked, demands) : asked,
    preparations: preparations(demands),
    ...(ask.unchanged === undefined ? {} : { unchanged: ask.unchanged }),
    ...(ask.thickness === undefined ? {} : { thickness: ask.thickness }),
    ...(ask.doorKinds === undefined ? {} : { doorKinds: ask.doorKinds }),
    ...(ask.share === undefined ? {} : { share: ask.share }),
    ...(ask.leastShare === undefined ? {} : { leastShare: ask.leastShare }),
    throughBearing: ask.throughBearing ?? false,
    ignoresStacks: ask.ignoresStacks ?? false,
    electricOnly: ask.induction ?? false,
  };
}

/**
 * Larger parts are searched on a wider grid, as there is room enough for it, and by fewer partitions,
 * so that the search ends: from so many mm2 of a part on.
 */
const roomy = 2_600_000;
const ample = 4_200_000;
const vast = 9_000_000;

function gridFor({ plan, storey, room, holders }: Ask): Pick<DivideRequest, 'step' | 'enoughCuts'> {
  const facts = plan.storeys[storey];
  const area = facts ? (storeyRooms(storey, facts, 'after').byId.get(room)?.area ?? 0) : 0;
  const part = area / holders.length;
  const { step, enoughCuts } = usualRequest;
  if (holders.length === 2 && part > vast) return { step: 8 * step, enoughCuts: 2 };
  if (holders.length === 2 && part > ample) return { step: 4 * step, enoughCuts: 4 };
  return { step: part > roomy ? 2 * step : step, enoughCuts };
}

/**
 * The best different divisions of a room, or what stands in the way. Straight partitions first; then
 * those with a corner where they are asked for, or where nothing else was found; then, where there
 * still is none, the changes that would make one.
 */
export function* propose(ask: Ask): Generator<Step, Answer> {
  const profile = profileFor(ask);
  const programmes: readonly Wanted[] = ask.programme === 'best' ? fullestFirst : [ask.programme];
  const ids = programmes.map(idOf);
  const top = ask.top ?? usualTop;
  // A search with corners holds the straight ones too.
  const families = new Map<string, Text>();
  const looks = new Map<string, readonly Look[]>();
  let offers: Offer[] = [];
  let cuts = 0;
  let nodes = 0;
  let refusal: Refusal | null = null;
  const stages = ask.corners === false || ask.holders.length === 1 ? [false] : [false, true];
  for (const corners of stages) {
    if (corners && !ask.corners && offers.length > 0) break;
    const stage = corners ? 'corners' : 'straight';
    for (const [index, programme] of programmes.entries()) {
      // With few, lesser programmes are looked at too.
      if (!corners && offers.length >= enough) break;
      const request = { ...requestOf(ask, programme, profile), corners };
      const seen = spaceOf(request, request.step);
      const sketched = offers.length === 0 ? sketch(request, seen.space, profile) : [];
      if (sketched.length > 0) {
        yield { stage, share: index / programmes.length, offers: ranked(sketched, ids) };
      }
      const search = searchDivisions(request);
      let next = search.next();
      let shown = 0;
      let showAt = 0;
      while (!next.done) {
        const { done, total, found, best } = next.value;
        const share = (index + done / total) / programmes.length;
        // The first at once, then better ones four times on the way.
        const isNews = offers.length === 0 && found > shown && done >= showAt;
        const first = isNews && seen.space ? best().slice(0, enough) : null;
        const early = first?.flatMap((one) => offerOf(request, seen.space!, one, profile) ?? []);
        if (isNews) {
          shown = found;
          showAt = request.step > usualRequest.step ? done : done + total / 4;
        }
        const news = early && early.length > 0 ? ranked(early, ids) : null;
        yield { stage, share, offers: news };
        next = search.next();
      }
      const done: Searched = next.value;
      if (!done.space) {
        refusal = done.refusal;
        break;
      }
      cuts += done.cuts;
      nodes += done.effort.nodes;
      families.set(idOf(programme), familyOf(request, done.space.isExact));
      // One more than is asked for says why the last stands before it.
      const fuller = ids.slice(0, index).flatMap((id) => looks.get(id) ?? []);
      const whole = different(
        done.divisions,
        Math.max(top, 2),
        (division) => offerOf(request, done.space, division, profile),
        fuller,
      );
      looks.set(
        idOf(programme),
        whole.map(({ look }) => look),
      );
      const found = whole.length > 0 ? whole.map(({ offer }) => offer) : sketched;
      const others = offers.filter((offer) => !corners || offer.programme !== request.programme.id);
      offers = ranked([...others, ...found], ids, top);
      yield { stage, share: (index + 1) / programmes.length, offers };
    }
    if (refusal) break;
  }
  if (offers.length > 0 || refusal) {
    return {
      offers,
      families: [...families.values()],
      relaxations: [],
      noWayIn: [],
      refusal,
      cuts,
      nodes,
    };
  }
  const loosest = ask.programme === 'best' ? 'kitchenette' : ask.programme;
  const noWayIn = noWaysIn(requestOf(ask, loosest, profile));
  const search = relaxations(ask, profile);
  let next = search.next();
  while (!next.done) {
    const { share, found } = next.value;
    yield { stage: 'relaxations', share, offers: null, relaxations: found, noWayIn };
    next = search.next();
  }
  const found = next.value;
  // Floor is not what is missing where there is no way in.
  const short = noWayIn.every(({ reason }) => reason === 'small')
    ? shortBy({ ...asItStands(ask), programme: loosest }, profile)
    : null;
  let measured = short?.next();
  while (measured && !measured.done) {
    yield { stage: 'relaxations', share: 1, offers: null, relaxations: found, noWayIn };
    measured = short!.next();
  }
  const missing = measured?.value ? [measured.value] : [];
  return {
    offers,
    families: [...families.values()],
    relaxations: found,
    noWayIn: [...noWayIn, ...missing],
    refusal,
    cuts,
    nodes,
  };
}

/** In a larger room the first that there are, at once: the best take their time. */
function sketch(request: DivideRequest, space: Space | null, profile: Profile): Unranked[] {
  if (!space || request.holders.length !== 2 || request.step <= usualRequest.step) return [];
  const first = searched({ ...request, isFirstEnough: true });
  const some = first.space ? first.divisions.slice(0, enough) : [];
  return some.flatMap((one) => offerOf(request, space, one, profile) ?? []);
}

/** What it rests on already is no part of how much is missing. */
const asItStands = ({ unchanged: _, ...ask }: Ask): Ask => ask;

/** Runs it to its end. */
export function proposed(ask: Ask): Answer {
  const search = propose(ask);
  let next = search.next();
  while (!next.done) next = search.next();
  return next.value;
}
