import type { HouseholdState } from '../../derive/household-state.ts';
import { capital, doorWords } from '../../plan/door-words.ts';
import { fixtureWords } from '../../plan/words.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { aboutRooms, placeOf, rule, type Situation, type Verdict } from '../rule.ts';
import { unknownOf } from '../unknown.ts';

/** B5: WC, basin and shower for every dwelling, or provision for them. The WC itself is F1's. */
export const bathroomFixtures = rule({
  id: 'B5',
  topic: 'bathroom',
  title: text('卫生间三件洁具', 'WC, basin and shower'),
  asks: text(
    '每套住宅都有便器、洗面器和淋浴，或预留位置。',
    'Every dwelling has a WC, a basin and a shower, or room for them.',
  ),
  how: text(
    '合计这户独用的全部卫生间；浴缸算作淋浴。一件洁具也没有画的卫生间无法判定。',
    'Counted over all bathrooms that the household holds alone; a bath counts as a shower. Bathrooms without any fixture drawn cannot be judged.',
  ),
  numbers: {},
  severity: 'warning',
  source: codeClause('GB 55038-2025 4.1.6', 'B'),
  judge: (situation) => [...complete(situation), ...undrawn(situation)],
});

const complete = ({ households, fixturesIn }: Situation): Verdict[] =>
  [...households.values()].flatMap((state) => {
    if (state.bathroom.state !== 'exclusive') return [];
    const own = state.bathroom.rooms.filter((room) => room.holders.length === 1);
    const there = new Set(own.flatMap((room) => fixturesIn.get(room) ?? []));
    const lacking = [
      ...(there.has('basin') ? [] : (['basin'] as const)),
      ...(there.has('shower') || there.has('bath') ? [] : (['shower'] as const)),
    ];
    return lacking.length === 0 ? [] : [finding(state, lacking)];
  });

/** Own bathrooms in which nobody has drawn anything yet. */
const undrawn = (situation: Situation): Verdict[] =>
  unknownOf(
    situation,
    [...situation.households.values()].flatMap(({ bathroom: { rooms } }) =>
      rooms.every(
        (room) => room.holders.length === 1 && situation.fixturesIn.get(room) === undefined,
      )
        ? rooms
        : [],
    ),
    text('洁具', 'what stands inside'),
    text('卫生间是否齐全', 'whether the bathroom has everything'),
  );

function finding(state: HouseholdState, lacking: readonly ('basin' | 'shower')[]): Verdict {
  const door = doorWords([state.door]);
  return {
    key: state.id,
    about: aboutRooms(state.bathroom.rooms.slice(0, 1)),
    households: [state.id],
    place: placeOf(state.bathroom.rooms[0]),
    measured: { value: 3 - lacking.length, unit: 'count' },
    required: { value: 3, unit: 'count' },
    text: text(
      `${door.zh}的卫生间没有${lacking.map((kind) => fixtureWords[kind].zh).join('、')}；每套住宅应设便器、洗面器、淋浴，或预留位置。`,
      `${capital(door.en)} has no ${lacking.map((kind) => fixtureWords[kind].en.toLowerCase()).join(' and no ')} in its bathroom; every dwelling needs a WC, a basin and a shower, or room for them.`,
    ),
  };
}
