import type { HouseholdState } from '../derive/household-state.ts';
import { capital, doorWords } from '../plan/door-words.ts';
import { fixtureWords } from '../plan/words.ts';
import { text } from '../text.ts';
import { codeClause, type Finding } from './finding.ts';
import { aboutRooms, placeOf, type Rule } from './rule.ts';

/**
 * B5: WC, basin and shower for every dwelling, or provision for them. Judged over all bathrooms
 * that the household holds alone; a bath counts as a shower. The WC itself is F1's.
 */
export const bathroomFixtures: Rule = ({ households, fixturesIn }) =>
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

function finding(state: HouseholdState, lacking: readonly ('basin' | 'shower')[]): Finding {
  const door = doorWords([state.door]);
  return {
    id: `B5/${state.id}`,
    rule: 'B5',
    severity: 'warning',
    about: aboutRooms(state.bathroom.rooms.slice(0, 1)),
    households: [state.id],
    place: placeOf(state.bathroom.rooms[0]),
    measured: { value: 3 - lacking.length, unit: 'count' },
    required: { value: 3, unit: 'count' },
    source: codeClause('GB 55038-2025 4.1.6', 'B'),
    text: text(
      `${door.zh}的卫生间没有${lacking.map((kind) => fixtureWords[kind].zh).join('、')}；每套住宅应设便器、洗面器、淋浴，或预留位置。`,
      `${capital(door.en)} has no ${lacking.map((kind) => fixtureWords[kind].en.toLowerCase()).join(' and no ')} in its bathroom; every dwelling needs a WC, a basin and a shower, or room for them.`,
    ),
  };
}
