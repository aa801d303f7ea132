import type { FacilityState, HouseholdState } from '../../derive/household-state.ts';
import type { Room } from '../../derive/room.ts';
import { capital, doorWords, listInEnglish } from '../../plan/door-words.ts';
import type { HouseholdId, Plan } from '../../plan/model.ts';
import { fixtureNouns } from '../../plan/words.ts';
import { type Text, text } from '../../text.ts';
import { aboutRooms, nounOf, placeOf, rule, type Verdict } from '../rule.ts';
import { commonWayOut } from './common-way-out.ts';
import { ownWayHome } from './own-way-home.ts';

/**
 * F1: every household has a kitchen and a bathroom for its own use. A room that fails several
 * households is one finding about all of them. Whether they get there is `own-way-home.ts`.
 */
export const exclusiveFacilities = rule({
  id: 'F1',
  topic: 'own',
  title: text('煤卫独用', 'Own kitchen and bathroom'),
  asks: text(
    '每户都有自己独用的厨房和卫生间，并且从公共楼梯、走廊或室外进去时不穿过别家的房间。',
    'Every household has a kitchen and a bathroom of its own, and gets there from the common stair, a corridor or outside without crossing a room of another household.',
  ),
  how: text(
    '厨房要有洗涤池和灶具，卫生间要有便器；房间只归一户。从公共部位出发，经门、门洞和开敞的分界线能走到这户的每一间房间；宽不足 450 mm 或高不足 1,500 mm 的门洞人过不去，不算（本软件的取值，非条文）。公共走廊要通楼梯或室外；该层都没有画的，走廊能否走出去无法判定。',
    'A kitchen counts when it has a sink and a cooker, a bathroom when it has a WC, and either only when one household alone holds it. From the common rooms every room of the household can be walked to through doors, passages and open boundaries; one narrower than 450 mm or lower than 1,500 mm lets nobody through and is none (our own measure, no clause). A common corridor leads to a stair or outside; where neither is drawn on its storey, whether it does cannot be judged.',
  ),
  numbers: {},
  severity: 'breach',
  source: {
    clause: text(
      '成套改造的目标：煤卫独用',
      'The aim of the programme: own kitchen and bathroom for each household',
    ),
    certainty: 'A',
  },
  judge: (situation) => {
    const { plan, households } = situation;
    const states = [...households.values()].filter((state) => state.rooms.length > 0);
    return [
      ...states.flatMap((state) => withoutRoom(state)),
      ...roomsThatFail(states).map((failing) => ofRoom(plan, failing)),
      ...ownWayHome(situation),
      ...commonWayOut(situation),
    ];
  },
});

type Kind = 'kitchen' | 'bathroom';
const kinds: readonly Kind[] = ['kitchen', 'bathroom'];

const nouns: Readonly<Record<Kind, Text>> = {
  kitchen: text('厨房', 'kitchen'),
  bathroom: text('卫生间', 'bathroom'),
};

const breach = (
  what: string,
  households: readonly HouseholdId[],
  rooms: readonly Room[],
  place: Verdict['place'],
  words: Text,
): Verdict => ({
  key: `${what}/${households.join('+')}`,
  about:
    rooms.length > 0
      ? aboutRooms(rooms)
      : households.map((id) => ({ kind: 'household', id }) as const),
  households,
  place,
  measured: { value: 0, unit: 'count' },
  required: { value: 1, unit: 'count' },
  text: words,
});

/** No room of the household is meant to be one. */
function withoutRoom(state: HouseholdState): Verdict[] {
  const none = kinds.filter((kind) => state[kind].rooms.length === 0);
  if (none.length === 0) return [];
  const door = doorWords([state.door]);
  return [
    breach(
      none.join('+'),
      [state.id],
      [],
      placeOf(state.rooms[0]),
      text(
        `${door.zh}没有${none.map((kind) => nouns[kind].zh).join('，也没有')}。`,
        `${capital(door.en)} has no ${none.map((kind) => nouns[kind].en).join(' and no ')}.`,
      ),
    ),
  ];
}

/** A room that is the best that some households have, and is not enough for them. */
interface Failing {
  readonly room: Room;
  readonly kinds: readonly Kind[];
  readonly households: readonly HouseholdState[];
  readonly facility: FacilityState;
}

function roomsThatFail(states: readonly HouseholdState[]): Failing[] {
  const found = new Map<string, Failing>();
  for (const kind of kinds) {
    const byRoom = new Map<Room, Failing>();
    for (const state of states) {
      const facility = state[kind];
      const room = facility.rooms[0];
      if (facility.state === 'exclusive' || !room) continue;
      const others = byRoom.get(room)?.households ?? [];
      byRoom.set(room, { room, kinds: [kind], households: [...others, state], facility });
    }
    for (const failing of byRoom.values()) {
      // The same room that fails the same households as kitchen and as bathroom is one finding.
      const shared = failing.facility.state === 'shared';
      const who = failing.households.map(({ id }) => id).join('+');
      const key = `${failing.room.storey}/${failing.room.id}/${who}/${shared || kind}`;
      const both = [...(found.get(key)?.kinds ?? []), kind];
      found.set(key, { ...failing, kinds: both });
    }
  }
  return [...found.values()];
}

function ofRoom(plan: Plan, failing: Failing): Verdict {
  const { room, facility } = failing;
  return breach(
    failing.kinds.join('+'),
    failing.households.map(({ id }) => id),
    [room],
    placeOf(room),
    facility.state === 'shared' ? sharedWords(plan, failing) : lackingWords(failing),
  );
}

function sharedWords(plan: Plan, { room, kinds, households }: Failing): Text {
  const failed = households.map(({ id }) => id);
  const doors = doorWords(households.map(({ door }) => door));
  const others = room.holders.filter(
    (holder) => holder !== 'building' && !failed.includes(holder),
  ) as HouseholdId[];
  const noun = nounOf(room);
  const own = text(
    kinds.map((kind) => nouns[kind].zh).join('和'),
    kinds.map((kind) => nouns[kind].en).join(' and '),
  );
  const onlyOne = failed.length === 1;
  const withOthers = doorWords(others.map((id) => plan.households[id]?.door ?? id));
  return text(
    `${doors.zh}${others.length > 0 ? `与${withOthers.zh}` : ''}合用${noun.zh}，应${onlyOne ? '有' : '各有'}独用的${own.zh}。`,
    `${capital(doors.en)} share${onlyOne ? 's' : ''} the ${noun.en}${others.length > 0 ? ` with ${withOthers.en}` : ''}; ${onlyOne ? 'it needs its' : 'each needs its'} own ${own.en}.`,
  );
}

function lackingWords({ room, kinds, households, facility }: Failing): Text {
  const doors = doorWords(households.map(({ door }) => door));
  const noun = nounOf(room);
  const [kind] = kinds;
  const lacking = facility.lacking.map((one) => fixtureNouns[one]);
  const articles = lacking.map(({ en }) => `a ${en}`);
  return text(
    `${doors.zh}的${noun.zh}缺少${lacking.map((one) => one.zh).join('、')}，不能作为${nouns[kind!].zh}使用。`,
    `The ${noun.en} of ${doors.en} lacks ${listInEnglish(articles)}, so it cannot serve as a ${nouns[kind!].en}.`,
  );
}
