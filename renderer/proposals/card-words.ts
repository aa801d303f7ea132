import { compareDoors } from '../../shared/plan/door-words.ts';
import type { Plan, RoomUse } from '../../shared/plan/model.ts';
import type { Offer } from '../../shared/propose/offer.ts';
import { programmeName } from '../../shared/propose/programme.ts';
import { type Text, text } from '../../shared/text.ts';
import { m2 } from '../language/say.ts';

/** From so many times the smallest on, a part that is the largest is worth a word. */
const lopsided = 2;

/** What a card says of an offer, beside its rank. */
export interface CardWords {
  readonly title: Text;
  /** Each household's part, mm2, by door number. */
  readonly sizes: readonly { readonly door: string; readonly area: number }[];
  /** From the least to the most of them, where there are many. */
  readonly range: Text | null;
}

type Keyed = Pick<Offer, 'programme' | 'proposal'>;

/** Two programmes may divide a room alike. What is chosen by it stays so while its layout gets better. */
export const divisionKey = ({ programme, proposal }: Keyed): string =>
  `${programme} ${proposal.signature}`;

/** Of one division there may be two, of which one was found before. */
export const offerKey = (offer: Keyed): string =>
  `${divisionKey(offer)} ${JSON.stringify(offer.proposal.score)}`;

/** Of an offer for two households: what each gets, as the fixtures were asked for. */
export const pairCardWords = (
  plan: Plan,
  offer: Pick<Offer, 'programme' | 'parts'>,
): CardWords => ({
  title: programmeName(offer.programme),
  sizes: partsByDoor(plan, offer),
  range: null,
});

/** Whoever sits on which side. */
export const partsByDoor = (plan: Plan, { parts }: Pick<Offer, 'parts'>) =>
  parts
    .map(({ holder, area }) => ({ door: plan.households[holder]?.door ?? holder, area }))
    .sort((one, other) => compareDoors(one.door, other.door));

/** What a card says of an offer for many households: how many, and each one's part. */
export function blockCardWords(plan: Plan, offer: Pick<Offer, 'parts'>): CardWords {
  const { parts } = offer;
  const areas = parts.map(({ area }) => area);
  const [least, most] = [Math.min(...areas), Math.max(...areas)];
  const range = `${m2(least)} – ${m2(most)}`;
  const times = (most / least).toFixed(1);
  const kinds = new Set(parts.flatMap(({ rooms }) => rooms.map(({ use }) => use)));
  return {
    title: servedWords(parts.length, kinds),
    range:
      most >= lopsided * least
        ? text(
            `${range}，最大为最小的 ${times} 倍`,
            `${range}, the largest ${times} times the smallest`,
          )
        : text(range, range),
    sizes: partsByDoor(plan, offer),
  };
}

function servedWords(count: number, kinds: ReadonlySet<RoomUse>): Text {
  if (kinds.has('kitchen-bath') || (kinds.has('kitchen') && kinds.has('bathroom'))) {
    return text(`${count} 户各得独用厨卫`, `${count} households served`);
  }
  return kinds.has('kitchen')
    ? text(`${count} 户各得独用厨房`, `${count} households with a kitchen`)
    : text(`${count} 户各得独用卫生间`, `${count} households with a bathroom`);
}
