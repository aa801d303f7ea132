import { text } from '../text.ts';
import type { Division } from './divide-request.ts';
import type { Offer } from './offer.ts';
import { briefWords, rankWords } from './score-words.ts';

/** Fewer than these are few. */
export const enough = 3;

export type Unranked = Omit<Offer, 'rank' | 'brief'>;

/**
 * The best of each kind first: how the partition runs, how the parts are arranged, whether they are
 * equal. Then, from the best down, those that differ from every one taken in more than the wall of one
 * kitchen or WC; where these are few, the next best too. Unsound ones fall out.
 */
export function different(
  divisions: readonly Division[],
  top: number,
  offer: (division: Division) => Unranked | null,
): Unranked[] {
  const taken: { words: readonly string[]; kind: string; offer: Unranked }[] = [];
  const worthy = withoutBeaten(divisions);
  for (const apart of ['kind', 2, 1] as const) {
    for (const { signature, ...rest } of worthy) {
      if (taken.length >= (apart === 1 ? Math.min(top, enough) : top)) break;
      const words = signature.split(/[ +]/);
      const { kind: how, isEven } = kindOf(words);
      const kind = `${how} ${isEven}`;
      const isNew = taken.every((other) =>
        apart === 'kind' ? other.kind !== kind : difference(words, other.words) >= apart,
      );
      const made = isNew ? offer({ signature, ...rest }) : null;
      if (made) taken.push({ words, kind, offer: made });
    }
  }
  const order = new Map(divisions.map(({ signature }, index) => [signature, index]));
  return taken
    .map((one) => one.offer)
    .sort(
      (left, right) => order.get(left.proposal.signature)! - order.get(right.proposal.signature)!,
    );
}

/** How the partition runs and how the parts are arranged, whichever walls and household they are. */
function kindOf(words: readonly string[]): { readonly kind: string; readonly isEven: boolean } {
  const [cut = '', evenness, , ...parts] = words.filter((word) => !/^[0-3]$/.test(word));
  const arranged = parts.map((word) => (/^(one|niche)\//.test(word) ? word.split('/')[0]! : word));
  return { kind: [cut, ...arranged.sort()].join(' '), isEven: evenness === 'even' };
}

/** Without unequal ones that stand behind equal ones of their kind: they gain nothing. */
function withoutBeaten(divisions: readonly Division[]): Division[] {
  const even = new Set<string>();
  return divisions.filter(({ signature }) => {
    const { kind, isEven } = kindOf(signature.split(/[ +]/));
    if (isEven) even.add(kind);
    return isEven || !even.has(kind);
  });
}

const difference = (words: readonly string[], others: readonly string[]): number =>
  words.filter((word, index) => word !== others[index]).length +
  (words.includes('even') === others.includes('even') ? 0 : 1);

/** On a card, before all that ranks it. */
const uncheckedBrief = text('排水未核', 'Drains not checked');

/** Fuller programmes first; each says why it stands where it does among those of its programme. */
export function ranked(offers: readonly Unranked[], programmes: readonly string[]): Offer[] {
  const ordered = programmes.flatMap((id) => offers.filter(({ programme }) => programme === id));
  return ordered.map((offer, index) => {
    const neighbour = (other: Unranked | undefined) =>
      other?.programme === offer.programme ? other.proposal.score : null;
    const better = neighbour(ordered[index - 1]);
    const { score } = offer.proposal;
    const worse = neighbour(ordered[index + 1]);
    return {
      ...offer,
      rank: rankWords(score, better, worse),
      brief: offer.unchecked.length > 0 ? uncheckedBrief : briefWords(score, better, worse),
    };
  });
}
