import type { Room } from '../derive/room.ts';
import { undrawnBelow } from '../derive/undrawn-storeys.ts';
import { listInEnglish } from '../plan/door-words.ts';
import type { StoreyId } from '../plan/model.ts';
import { type Text, text } from '../text.ts';
import { countedRooms } from './room-counts.ts';
import { aboutRooms, holdersOf, placeOf, type Situation, type Verdict } from './rule.ts';

/** `2 层`, `1、2 层`, `地下 1 层`; `storey 2`, `storeys 1 and 2`. */
export function levelWords(levels: readonly number[]): Text {
  const above = levels.filter((level) => level > 0);
  const under = levels.filter((level) => level < 0);
  const zh = [
    ...(under.length > 0 ? [`地下 ${under.map((level) => -level).join('、')} 层`] : []),
    ...(above.length > 0 ? [`${above.join('、')} 层`] : []),
  ];
  const noun = levels.length === 1 ? 'storey' : 'storeys';
  return text(zh.join('、'), `${noun} ${listInEnglish(levels.map(String))}`);
}

/** What is missing where these levels are: `2 层的平面图`, `the plan of storey 2`. */
export function plansMissing(levels: readonly number[]): Text {
  const { zh, en } = levelWords(levels);
  return text(`${zh}的平面图`, `the ${levels.length === 1 ? 'plan' : 'plans'} of ${en}`);
}

/** `2 层没有画`, `Storey 2 is not drawn`. */
export function undrawnWords(levels: readonly number[]): Text {
  const { zh, en } = levelWords(levels);
  const is = levels.length === 1 ? 'is' : 'are';
  return text(`${zh}没有画`, `${en.slice(0, 1).toUpperCase()}${en.slice(1)} ${is} not drawn`);
}

/**
 * One unknown for each storey whose next one down nobody has drawn, for all rooms on it whose
 * judgement hangs on what lies below them.
 */
export function unknownOverUndrawn(
  { plan }: Pick<Situation, 'plan'>,
  rooms: readonly Room[],
): Verdict[] {
  const byStorey = new Map<StoreyId, Room[]>();
  for (const room of rooms) {
    byStorey.set(room.storey, [...(byStorey.get(room.storey) ?? []), room]);
  }
  return [...byStorey].flatMap(([storey, there]): Verdict[] => {
    // Only the one right under it matters.
    const levels = undrawnBelow(plan, storey).slice(-1);
    if (levels.length === 0) return [];
    const undrawn = undrawnWords(levels);
    const counted = countedRooms(there);
    const { name } = plan.storeys[storey]!;
    return [
      {
        key: `undrawn/${storey}`,
        about: aboutRooms(there),
        households: [...new Set(there.flatMap(holdersOf))].sort(),
        place: placeOf(there[0]),
        measured: { value: there.length, unit: 'count' },
        required: { value: 0, unit: 'count' },
        missing: plansMissing(levels),
        text: text(
          `${undrawn.zh}，${name}的 ${counted.zh}下方是谁的什么房间无法判定。`,
          `${undrawn.en}, so what lies below ${counted.en} on ${name} cannot be judged.`,
        ),
      },
    ];
  });
}
