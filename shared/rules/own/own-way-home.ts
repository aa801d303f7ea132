import type { HouseholdState, Unreached } from '../../derive/household-state.ts';
import type { Room } from '../../derive/room.ts';
import { capital, doorWords, listInEnglish } from '../../plan/door-words.ts';
import type { HouseholdId, Plan } from '../../plan/model.ts';
import { type Text, text } from '../../text.ts';
import { aboutRooms, nounOf, placeOf, type Situation, type Verdict } from '../rule.ts';

/**
 * F1: every household reaches all of its rooms from the common stair or corridor, or straight from
 * outside on the ground storey, without crossing a room of another household. A way through rooms
 * that nobody holds yet cannot be judged: unknown, one finding for each such room.
 */
export const ownWayHome = ({ plan, households }: Situation): Verdict[] =>
  [...households.values()].flatMap((state) =>
    reasons.flatMap((why) => {
      const missed = state.unreached.filter((one) => one.why === why);
      if (missed.length === 0) return [];
      if (why !== 'unknown') return [finding(plan, state, why, missed, null)];
      const blocking = new Set(missed.flatMap(({ through }) => through));
      return [...blocking].map((room) =>
        finding(
          plan,
          state,
          why,
          missed.filter(({ through }) => through.includes(room)),
          room,
        ),
      );
    }),
  );

type Why = Unreached['why'];
const reasons: readonly Why[] = ['no-way', 'crosses', 'unknown'];

function finding(
  plan: Plan,
  household: HouseholdState,
  why: Why,
  missed: readonly Unreached[],
  blocking: Room | null,
): Verdict {
  const rooms = missed.map(({ room }) => room);
  return {
    key: ['reach', why, household.id, ...(blocking ? [blocking.storey, blocking.id] : [])].join(
      '/',
    ),
    // Where it reaches what it lives by, a shared room that it does not reach is no breach.
    ...(why === 'unknown'
      ? { missing: text('经过的房间归谁', 'who holds the room on the way') }
      : household.reach
        ? { severity: 'warning' as const }
        : {}),
    about: aboutRooms(rooms),
    households: [household.id],
    place: placeOf(blocking ?? rooms[0]),
    measured: { value: missed.length, unit: 'count' },
    required: { value: 0, unit: 'count' },
    text: wordsFor[why](plan, household, missed, blocking),
  };
}

/**
 * Each room by what people call it, once; with its storey where the household lives on several, and
 * how many of one name there are.
 */
function namesOf(plan: Plan, household: HouseholdState, missed: readonly Unreached[]): Text {
  const isOnSeveral = new Set(household.rooms.map(({ storey }) => storey)).size > 1;
  const counts = new Map<string, { readonly words: Text; count: number }>();
  for (const { room } of missed) {
    const noun = nounOf(room);
    const storey = plan.storeys[room.storey]?.name ?? '';
    const words = isOnSeveral ? text(`${storey}的${noun.zh}`, `${noun.en} on ${storey}`) : noun;
    const known = counts.get(words.zh);
    if (known) known.count += 1;
    else counts.set(words.zh, { words, count: 1 });
  }
  const names = [...counts.values()].map(({ words, count }) =>
    count === 1 ? words : text(`${words.zh}（${count}间）`, `${words.en} (${count} rooms)`),
  );
  return text(names.map(({ zh }) => zh).join('、'), listInEnglish(names.map(({ en }) => en)));
}

const wordsFor: Readonly<
  Record<
    Why,
    (
      plan: Plan,
      household: HouseholdState,
      missed: readonly Unreached[],
      blocking: Room | null,
    ) => Text
  >
> = {
  'no-way': (plan, household, missed) => {
    const door = doorWords([household.door]);
    const common = missed.flatMap(({ through }) => through)[0];
    const isAll = missed.length === household.rooms.length;
    if (isAll && common) {
      const noun = nounOf(common);
      return text(
        `${door.zh}门外的${noun.zh}既不通楼梯，也不通室外，走不出去。`,
        `The ${noun.en} outside the door of ${door.en} leads neither to a stair nor outside.`,
      );
    }
    if (missed.some(({ tooSmall }) => tooSmall)) {
      const names = isAll ? text('家', 'home') : namesOf(plan, household, missed);
      return text(
        `${door.zh}${isAll ? '入户' : `的${names.zh}`}的门太窄或太低，人走不进去。`,
        `The door of ${door.en} to its ${names.en} is too narrow or too low for anybody to get through.`,
      );
    }
    if (isAll) {
      return text(
        `${door.zh}没有入户的门：从公共楼梯、走廊或室外都进不去。`,
        `${capital(door.en)} has no way in from the common stair, a corridor or outside.`,
      );
    }
    const names = namesOf(plan, household, missed);
    return text(
      `${door.zh}的${names.zh}没有门可以进入。`,
      `No door leads ${door.en} to its ${names.en}.`,
    );
  },
  crosses: (plan, household, missed) => {
    const door = doorWords([household.door]);
    const names = namesOf(plan, household, missed);
    const holders = new Set(
      missed.flatMap(({ through }) => through.flatMap((room) => room.holders)),
    );
    const doors = [...holders]
      .filter((holder) => holder !== 'building' && holder !== household.id)
      .map((id) => plan.households[id as HouseholdId]?.door ?? id);
    const others = doorWords(doors);
    return text(
      `${door.zh}要穿过${others.zh}的房间，才能到达自家的${names.zh}。`,
      `${capital(door.en)} has to cross a room of ${others.en} to get to its ${names.en}.`,
    );
  },
  unknown: (plan, household, missed, room) => {
    const door = doorWords([household.door]);
    const names = namesOf(plan, household, missed);
    const storey = room ? (plan.storeys[room.storey]?.name ?? '') : '';
    const noun = room ? nounOf(room) : text('房间', 'room');
    return text(
      `${door.zh}去${names.zh}要经过${storey}的${noun.zh}，该房间尚未指定归属，能否通行待定。请指定归属；公共部位选“公共”。`,
      `The way of ${door.en} to its ${names.en} leads through the ${noun.en} on ${storey}, which nobody holds yet. Say who holds it, or that it is common.`,
    );
  },
};
