import { storeyRooms } from '../derive/storey-rooms.ts';
import { capital, doorWords } from '../plan/door-words.ts';
import type { HouseholdId } from '../plan/model.ts';
import { type Text, text } from '../text.ts';
import type { BlockAsk } from './block/ask.ts';
import type { Ask } from './propose.ts';

/** Who shares the room and gets no part of it: nobody asked for them. */
export const leftOut = ({
  room,
  ...ask
}: Pick<Ask, 'plan' | 'storey' | 'room' | 'holders'>): HouseholdId[] =>
  leftOutOfAll({ ...ask, rooms: [room] });

/** The same of several rooms, each household once. */
export function leftOutOfAll({
  plan,
  storey,
  rooms,
  holders,
}: Pick<BlockAsk, 'plan' | 'storey' | 'rooms' | 'holders'>): HouseholdId[] {
  const facts = plan.storeys[storey];
  if (!facts) return [];
  const { byId } = storeyRooms(storey, facts, 'after');
  const shared = rooms.flatMap((room) => byId.get(room)?.holders ?? []);
  return [...new Set(shared)].flatMap((one) =>
    one === 'building' || holders.includes(one) ? [] : [one],
  );
}

/** What that means; null where nobody is left out. */
export function leftOutWords(ask: Parameters<typeof leftOut>[0]): Text | null {
  const out = leftOut(ask);
  if (out.length === 0) return null;
  const doors = (ids: readonly HouseholdId[]): Text =>
    doorWords(ids.map((id) => ask.plan.households[id]?.door ?? id));
  const [whose, others] = [doors(out), doors(ask.holders)];
  return text(
    `${whose.zh}也合用这间房间，但不在所选住户之内：整间归${others.zh}，${whose.zh}在这里不再有厨卫，须另行安排。`,
    out.length === 1
      ? `${capital(whose.en)} shares this room too but is not among those chosen: all of it goes to ${others.en}, and ${whose.en} has no kitchen or bathroom here any more; see to that elsewhere.`
      : `${capital(whose.en)} share this room too but are not among those chosen: all of it goes to ${others.en}, and ${whose.en} have no kitchen or bathroom here any more; see to that elsewhere.`,
  );
}
