import { planRooms } from '../derive/households.ts';
import type { ElementRef, HouseholdId, Plan, Point, StoreyId } from '../plan/model.ts';
import { isStillThere } from './same-rooms.ts';

/** What of a rule's finding is looked at. */
interface Told {
  readonly id: string;
  readonly rule: string;
  readonly severity: string;
  readonly about: readonly ElementRef[];
  readonly place: { readonly storey: StoreyId; readonly at: Point } | null;
  readonly households: readonly HouseholdId[];
}

/** A finding that both plans have of one place, and that concerns other households now. */
export interface FindingTurn<F> {
  readonly before: F;
  readonly after: F;
}

export interface FindingTurns<F> {
  readonly gained: readonly F[];
  readonly lost: readonly F[];
  /** Of those that are gone the ones whose rooms are gone as well: nothing was put right there. */
  readonly ended: readonly F[];
  readonly turned: readonly FindingTurn<F>[];
}

/**
 * Sets apart, of what came and went (`findingChanges`), the findings that only concern other
 * households now: fewer share a room that is still shared. The id of such a finding ends with its
 * households, so that by ids alone the improvement would read as a new breach. Where the plans are
 * given, also what went with its room, which by ids alone would read as put right.
 */
export function findingTurns<F extends Told>(
  { gained, lost }: Pick<FindingTurns<F>, 'gained' | 'lost'>,
  plans?: { readonly before: Plan; readonly after: Plan },
): FindingTurns<F> {
  const turned: FindingTurn<F>[] = [];
  const told = new Set<F>();
  const untold = (finding: F): boolean => !told.has(finding);
  for (const sameness of samenesses) {
    const went = bySameness(lost.filter(untold), sameness);
    for (const [key, after] of bySameness(gained.filter(untold), sameness)) {
      const before = went.get(key);
      if (!before || !haveInCommon(before, after)) continue;
      turned.push({ before, after });
      told.add(before).add(after);
    }
  }
  const isEnded = plans ? endedWith(plans.before, plans.after) : () => false;
  const went = lost.filter(untold);
  return {
    gained: gained.filter(untold),
    lost: went.filter((finding) => !isEnded(finding)),
    ended: went.filter(isEnded),
    turned,
  };
}

/** Whether a finding is about rooms of one household, and none of them is there any more. */
function endedWith(before: Plan, after: Plan): (finding: Told) => boolean {
  const [was, is] = [before, after].map((plan) =>
    planRooms(plan, 'after').flatMap(({ rooms }) => rooms),
  );
  return ({ about, place }) => {
    const rooms = about.flatMap(({ kind, id }) =>
      kind === 'room'
        ? was!.filter((room) => room.id === id && (!place || room.storey === place.storey))
        : [],
    );
    // One that was shared and is given up is what the works are for.
    return (
      rooms.length > 0 &&
      rooms.every((room) => room.holders.length === 1 && !isStillThere(room, is!))
    );
  };
}

/**
 * What makes two findings one, the surest first: the same elements; the same spot, where a proposal
 * tagged the room anew; the only ones of their kind on the storey, where it drew it anew.
 */
const samenesses: readonly ((finding: Told) => unknown)[] = [
  ({ about }) => about,
  ({ place }) => place,
  ({ place }) => place?.storey,
];

/** Where several are the same, which of them became which is not known: none of them is told. */
function bySameness<F extends Told>(
  findings: readonly F[],
  sameness: (finding: Told) => unknown,
): ReadonlyMap<string, F> {
  const found = new Map<string, F | null>();
  for (const finding of findings) {
    const kind = kindOf(finding);
    if (kind === null) continue;
    const key = JSON.stringify([kind, sameness(finding)]);
    found.set(key, found.has(key) ? null : finding);
  }
  return new Map([...found].flatMap(([key, one]) => (one ? [[key, one] as const] : [])));
}

/** All of a finding but where and who; null where its id does not name households, or it has no place. */
function kindOf({ id, rule, severity, about, place, households }: Told): unknown {
  const who = `/${households.join('+')}`;
  if (households.length === 0 || !id.endsWith(who) || !place) return null;
  // One that is about a household itself is another for another household.
  if (about.every(({ kind }) => kind === 'household')) return null;
  return [rule, severity, id.slice(0, -who.length)];
}

const haveInCommon = (one: Told, other: Told): boolean =>
  one.households.some((household) => other.households.includes(household));
