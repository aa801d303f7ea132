import { compareDoors } from '../../shared/plan/door-words.ts';
import type { Plan, RoomUse } from '../../shared/plan/model.ts';
import type { Offer } from '../../shared/propose/offer.ts';
import { type Text, text } from '../../shared/text.ts';
import { m2 } from '../language/say.ts';
import type { CardWords } from './proposal-gallery.tsx';

/** From so many times the smallest on, a part that is the largest is worth a word. */
const lopsided = 2;

/** What a card says of an offer for many households: how many, and each one's part. */
export function blockCardWords(plan: Plan, { parts }: Pick<Offer, 'parts'>): CardWords {
  const sizes = parts
    .map(({ holder, area }) => ({ door: plan.households[holder]?.door ?? holder, area }))
    .sort((one, other) => compareDoors(one.door, other.door));
  const areas = parts.map(({ area }) => area);
  const [least, most] = [Math.min(...areas), Math.max(...areas)];
  const range = `${m2(least)} – ${m2(most)}`;
  const times = (most / least).toFixed(1);
  const kinds = new Set(parts.flatMap(({ rooms }) => rooms.map(({ use }) => use)));
  return {
    title: servedWords(parts.length, kinds),
    areas:
      most >= lopsided * least
        ? text(
            `${range}，最大为最小的 ${times} 倍`,
            `${range}, the largest ${times} times the smallest`,
          )
        : text(range, range),
    sizes,
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
