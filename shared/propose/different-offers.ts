import { type Text, text } from '../text.ts';
import type { Division } from './divide-request.ts';
import { type Look, lookOf } from './look.ts';
import { mixtureOf } from './mixtures.ts';
import type { Offer } from './offer.ts';
import { briefWords, rankWords, type Told } from './score-words.ts';

/** Fewer than these are few. */
export const enough = 3;

export type Unranked = Omit<Offer, 'rank' | 'brief'>;

/** One that is shown, and what people see of it. */
export interface Differing {
  readonly look: Look;
  readonly offer: Unranked;
}

/** What is taken besides the best of each kind: what has other doors, then what stands at other walls. */
const ways = ['kind', 'doors', 'layouts'] as const;

/**
 * The best of each kind first: how the partition runs, how the parts are arranged, whether they are
 * equal. Then, from the best down, those with doors in other walls, and those of which both parts have
 * kitchen and WC at other walls than in any that is taken; an order of fixtures, or who sits on which
 * side, makes no other proposal; nor does what looks like one of a fuller programme, `shown` already.
 * Unsound ones fall out.
 */
export function different(
  divisions: readonly Division[],
  top: number,
  offer: (division: Division) => Unranked | null,
  shown: readonly Look[] = [],
): Differing[] {
  const taken: Differing[] = [];
  const worthy = withoutBeaten(divisions.map((division) => ({ division, look: lookOf(division) })));
  for (const way of ways) {
    for (const { division, look } of worthy) {
      if (taken.length >= top) break;
      const looks = [...shown, ...taken.map((other) => other.look)];
      const made = looks.every((other) => differs(way, look, other)) ? offer(division) : null;
      if (made) taken.push({ look, offer: made });
    }
  }
  const order = new Map(divisions.map(({ signature }, index) => [signature, index]));
  const placeOf = ({ offer: { proposal } }: Differing): number => order.get(proposal.signature)!;
  return taken.sort((left, right) => placeOf(left) - placeOf(right));
}

function differs(way: (typeof ways)[number], one: Look, other: Look): boolean {
  if (one.kind !== other.kind || one.isEven !== other.isEven) return true;
  switch (way) {
    case 'kind':
      return false;
    case 'doors':
      return one.doors !== other.doors;
    case 'layouts':
      return (
        one.doors !== other.doors || one.layouts.every((words) => !other.layouts.includes(words))
      );
  }
}

interface Seen {
  readonly division: Division;
  readonly look: Look;
}

/** Without unequal ones that stand behind equal ones of their kind: they gain nothing. */
function withoutBeaten(divisions: readonly Seen[]): Seen[] {
  const even = new Set<string>();
  return divisions.filter(({ look: { kind, isEven } }) => {
    if (isEven) even.add(kind);
    return isEven || !even.has(kind);
  });
}

/** On a card, before all that ranks it. */
const uncheckedBrief = text('排水未核', 'Drains not checked');

/**
 * Fuller programmes first, `top` at most; each says why it stands where it does among those of its
 * programme, and of which others its parts are.
 */
export function ranked(
  offers: readonly Unranked[],
  programmes: readonly string[],
  top = Infinity,
): Offer[] {
  const ordered = programmes.flatMap((id) => offers.filter(({ programme }) => programme === id));
  const shown = ordered.slice(0, top);
  return shown.map((offer, index) => {
    const neighbour = (other: Unranked | undefined) =>
      other?.programme === offer.programme ? toldOf(other) : null;
    const better = neighbour(ordered[index - 1]);
    const own = toldOf(offer);
    const worse = neighbour(ordered[index + 1]);
    return {
      ...offer,
      rank: mixedWords(mixtureOf(shown, index), rankWords(own, better, worse)),
      brief: offer.unchecked.length > 0 ? uncheckedBrief : briefWords(own, better, worse),
    };
  });
}

const toldOf = ({ proposal, parts }: Unranked): Told => ({
  score: proposal.score,
  hasWc: proposal.parts.some(({ rooms }) =>
    rooms.some(({ fixtures }) => fixtures.some(({ kind }) => kind === 'wc')),
  ),
  fromCommon: parts.flatMap(({ rooms }) => rooms).filter(({ fromCommon }) => fromCommon).length,
});

/** What combines the parts of others says so: there is nothing new in it. */
function mixedWords(from: readonly number[] | null, rank: Text): Text {
  if (!from) return rank;
  const [zh, en] = ['、', ' and '].map((mark) => from.map((place) => place + 1).join(mark));
  return text(
    `各户布置分别同方案 ${zh}；${rank.zh}`,
    `each part as in proposals ${en}; ${rank.en}`,
  );
}
