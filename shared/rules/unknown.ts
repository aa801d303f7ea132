import type { Room } from '../derive/room.ts';
import { capital } from '../plan/door-words.ts';
import type { HouseholdId, StoreyId } from '../plan/model.ts';
import { type Text, text } from '../text.ts';
import { countedRooms } from './room-counts.ts';
import { aboutRooms, holdersOf, placeOf, type Situation, type Verdict } from './rule.ts';

/** Of rooms in which one tag says this and another that. */
export const oneUse = text('一致的用途标注', 'which of the contradicting tags holds');

/**
 * One unknown for all rooms of a storey that lack the same fact, so that a building that nobody has
 * measured yet says so once for each rule and storey, and each can be gone to. The English of
 * `missing` is the singular subject of a sentence.
 */
export function unknownOf(
  { plan }: Pick<Situation, 'plan'>,
  rooms: readonly Room[],
  missing: Text,
  what: Text,
  key = 'unknown',
): Verdict[] {
  const byStorey = new Map<StoreyId, Set<Room>>();
  for (const room of rooms) {
    const there = byStorey.get(room.storey);
    if (there) there.add(room);
    else byStorey.set(room.storey, new Set([room]));
  }
  const lacks =
    missing === oneUse
      ? text('的用途标注互相矛盾', 'Tags contradict each other')
      : text(`没有记录${missing.zh}`, `${capital(missing.en)} is not recorded`);
  return [...byStorey].map(([storey, found]): Verdict => {
    const there = [...found];
    const name = plan.storeys[storey]?.name ?? storey;
    const counted = countedRooms(there);
    return {
      key: `${key}/${storey}`,
      about: aboutRooms(there),
      households: [...new Set(there.flatMap(holdersOf))].sort() as HouseholdId[],
      place: placeOf(there[0]),
      measured: { value: there.length, unit: 'count' },
      required: { value: 0, unit: 'count' },
      missing,
      text: text(
        `${name}${/[\w)]$/.test(name) ? ' ' : ''}有 ${counted.zh}${lacks.zh}，${what.zh}无法判定。`,
        `${lacks.en} for ${counted.en} on ${name}, so ${what.en} cannot be judged.`,
      ),
    };
  });
}
