import { storeyRooms } from '../derive/storey-rooms.ts';
import { capital, doorWords } from '../plan/door-words.ts';
import type { HouseholdId } from '../plan/model.ts';
import { type Text, text } from '../text.ts';
import type { Ask } from './propose.ts';

/** Who shares the room and gets no part of it: nobody asked for them. */
export function leftOut({
  plan,
  storey,
  room,
  holders,
}: Pick<Ask, 'plan' | 'storey' | 'room' | 'holders'>): HouseholdId[] {
  const facts = plan.storeys[storey];
  const shared = facts ? (storeyRooms(storey, facts, 'after').byId.get(room)?.holders ?? []) : [];
  return shared.flatMap((one) => (one === 'building' || holders.includes(one) ? [] : [one]));
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
