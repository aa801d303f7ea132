import type { FacilityState, HouseholdState } from '../derive/household-state.ts';
import type { Room } from '../derive/room.ts';
import type { ElementRef, FixtureKind, Plan } from '../plan/model.ts';
import { fixtureWords, roomUseWords } from '../plan/words.ts';
import { type Language, type Text, text } from '../text.ts';
import type { Finding, Source } from './finding.ts';
import type { Rule } from './rule.ts';

/**
 * F1: every household has a kitchen and a bathroom for its own use, and reaches all of its rooms
 * from the common stair or corridor, or straight from outside, without crossing a room of another
 * household. A kitchen counts with a sink and a cooker, a bathroom with a WC.
 */
export const exclusiveFacilities: Rule = ({ plan, households }) =>
  [...households.values()].flatMap((state) =>
    state.rooms.length === 0
      ? []
      : [
          ...facility(plan, state, 'kitchen', state.kitchen),
          ...facility(plan, state, 'bathroom', state.bathroom),
          ...reach(state),
        ],
  );

const source: Source = {
  clause: text(
    '成套改造的目标：煤卫独用',
    'The aim of the programme: own kitchen and bathroom for each household',
  ),
  certainty: 'A',
};

const nouns = {
  kitchen: text('厨房', 'kitchen'),
  bathroom: text('卫生间', 'bathroom'),
} as const;

/** With the article that a sentence needs. */
const withArticle = (kind: FixtureKind): string =>
  `a ${kind === 'wc' ? 'WC' : fixtureWords[kind].en.toLowerCase()}`;

function facility(
  plan: Plan,
  household: HouseholdState,
  kind: 'kitchen' | 'bathroom',
  found: FacilityState,
): Finding[] {
  if (found.state === 'exclusive') return [];
  return [
    {
      id: `F1/${kind}/${household.id}`,
      rule: 'F1',
      severity: 'breach',
      about: [{ kind: 'household', id: household.id }, ...found.rooms.flatMap(refsOf)],
      household: household.id,
      place: placeOf(found.rooms[0] ?? household.rooms[0]),
      measured: { value: 0, unit: 'count' },
      required: { value: 1, unit: 'count' },
      source,
      text: sentence(plan, household, kind, found),
    },
  ];
}

function sentence(
  plan: Plan,
  { door }: HouseholdState,
  kind: 'kitchen' | 'bathroom',
  found: FacilityState,
): Text {
  const noun = nouns[kind];
  if (found.state === 'shared') {
    const others = found.sharedWith.map((id) => plan.households[id]?.door ?? id);
    return text(
      `${door} 室的${noun.zh}与 ${others.join('、')} 室合用，应为每户独用。`,
      `Household ${door} shares its ${noun.en} with ${others.join(', ')}; each needs its own.`,
    );
  }
  if (found.rooms.length === 0) {
    return text(`${door} 室没有${noun.zh}。`, `Household ${door} has no ${noun.en}.`);
  }
  const { lacking } = found;
  return text(
    `${door} 室的${noun.zh}缺少${lacking.map((kind) => fixtureWords[kind].zh).join('、')}，不能作为${noun.zh}使用。`,
    `The ${noun.en} of household ${door} lacks ${lacking.map(withArticle).join(' and ')}, so it cannot serve as one.`,
  );
}

function reach(household: HouseholdState): Finding[] {
  const first = household.unreached[0];
  if (!first) return [];
  const all = household.unreached.length === household.rooms.length;
  const { door } = household;
  const names = (language: Language): string[] =>
    household.unreached.map((room) => room.name || roomUseWords[room.use ?? 'other'][language]);
  return [
    {
      id: `F1/reach/${household.id}`,
      rule: 'F1',
      severity: 'breach',
      about: [{ kind: 'household', id: household.id }, ...household.unreached.flatMap(refsOf)],
      household: household.id,
      place: placeOf(first),
      measured: { value: household.unreached.length, unit: 'count' },
      required: { value: 0, unit: 'count' },
      source,
      text: all
        ? text(
            `${door} 室无法从公共楼梯、走廊或室外直接进入，或者必须穿过其他住户的房间。`,
            `Household ${door} cannot be entered from the common stair, a corridor or outside without crossing another household.`,
          )
        : text(
            `${door} 室到不了自家的${names('zh').join('、')}：没有门，或者必须穿过其他住户的房间。`,
            `Household ${door} cannot get to its ${names('en').join(', ')}: there is no door, or the way crosses another household.`,
          ),
    },
  ];
}

const refsOf = (room: Room): ElementRef[] =>
  room.tags.map((id) => ({ kind: 'room', id, storey: room.storey }));

const placeOf = (room: Room | undefined): Finding['place'] =>
  room ? { storey: room.storey, at: room.label } : null;
