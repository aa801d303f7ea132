import { planRooms } from '../shared/derive/households.ts';
import type { HouseholdId, Plan } from '../shared/plan/model.ts';
import { fixtureWords, roomUseWords } from '../shared/plan/words.ts';
import type { Offer } from '../shared/propose/offer.ts';
import { type ProgrammeId, programmeIds, programmeName } from '../shared/propose/programme.ts';
import { type Answer, type Ask, proposed } from '../shared/propose/propose.ts';
import { Unusable } from './explained.ts';

/** What `divide` was given on the command line. */
export interface DivideOptions {
  readonly room?: string | undefined;
  readonly holders?: string | undefined;
  readonly programme?: string | undefined;
  readonly top?: string | undefined;
  readonly json: boolean;
}

/** Prints the best divisions of a room, or what would make one possible. Exit 1 where there is none. */
export function divide(plan: Plan, options: DivideOptions): number {
  const answer = proposed(askOf(plan, options));
  if (answer.refusal) {
    throw new Unusable(`${answer.refusal.text.zh} / ${answer.refusal.text.en}`);
  }
  process.stdout.write(
    options.json ? `${JSON.stringify(divideReport(answer), null, 2)}\n` : readable(plan, answer),
  );
  return answer.offers.length > 0 ? 0 : 1;
}

function askOf(
  plan: Plan,
  { room: roomId, holders, programme = 'best', top = '6' }: DivideOptions,
): Ask {
  const rooms = planRooms(plan, 'after').flatMap((storey) => storey.rooms);
  const room = rooms.find(({ id }) => id === roomId);
  if (!room) {
    const known = rooms.map(({ id }) => id).join(', ');
    throw new Unusable(`--room: 没有这间房间 / no such room: ${roomId ?? '-'}; ${known}`);
  }
  const wanted = (holders ?? '').split(',').filter((word) => word !== '');
  const households = wanted.map((word): HouseholdId => {
    const found = (Object.keys(plan.households) as HouseholdId[]).find(
      (id) => id === word || plan.households[id]?.door === word,
    );
    if (!found) throw new Unusable(`--holders: 没有这户 / no such household: ${word}`);
    return found;
  });
  if (
    households.length < 1 ||
    households.length > 2 ||
    new Set(households).size < households.length
  ) {
    throw new Unusable(
      '--holders: 请给出一户或两户 / give one household or two, separated by a comma',
    );
  }
  if (programme !== 'best' && !isProgramme(programme)) {
    throw new Unusable(`--programme: ${programme}; best, ${programmeIds.join(', ')}`);
  }
  const count = Number(top);
  if (!Number.isInteger(count) || count < 1) throw new Unusable(`--top: ${top}`);
  return { plan, storey: room.storey, room: room.id, holders: households, programme, top: count };
}

const isProgramme = (word: string): word is ProgrammeId =>
  (programmeIds as readonly string[]).includes(word);

const squareMetres = (area: number): number => Math.round(area / 1e4) / 100;

/** What `divide --json` prints; lengths in mm, areas in m2. */
export const divideReport = ({ offers, families, relaxations }: Answer) => ({
  feasible: offers.length > 0,
  proposals: offers.map(({ programme, proposal, parts, warnings, rank }) => ({
    programme,
    score: proposal.score,
    rank,
    walls: proposal.walls,
    parts: proposal.parts.map(({ holder, arrangement, rooms }, index) => ({
      holder,
      arrangement,
      areaM2: squareMetres(parts[index]!.area),
      rooms: rooms.map(({ use, outline }, room) => ({
        use,
        areaM2: squareMetres(parts[index]!.rooms[room]!.area),
        outline: outline.map(({ x, y }) => [x, y]),
      })),
      fixtures: rooms.flatMap(({ fixtures }) => fixtures),
      gains: parts[index]!.gains,
    })),
    warnings: warnings.map(({ id, rule, measured, required, text }) => ({
      id,
      rule,
      measured,
      required,
      text,
    })),
  })),
  family: families,
  relaxations,
});

function readable(plan: Plan, answer: Answer): string {
  const lines = [
    answer.offers.length > 0
      ? `${answer.offers.length} 个方案 proposals`
      : '在下列范围内没有可行的分隔 No division is possible within',
    ...(answer.offers.length > 0 ? [] : answer.families.map(({ zh, en }) => `  ${zh}\n  ${en}`)),
    ...answer.offers.flatMap((offer, index) => offerLines(plan, offer, index + 1)),
    ...(answer.relaxations.length > 0 ? ['这样就可行 These would make one possible'] : []),
    ...answer.relaxations.map(({ text, proposals }) => `  ${text.zh} / ${text.en} (${proposals})`),
  ];
  return `${lines.join('\n')}\n`;
}

function offerLines(plan: Plan, offer: Offer, place: number): string[] {
  const { zh, en } =
    offer.programme === 'own' ? { zh: '自定', en: 'Own' } : programmeName(offer.programme);
  return [
    `${place}. ${zh} ${en}: ${offer.rank.zh} / ${offer.rank.en}`,
    ...offer.proposal.parts.map(({ holder, rooms }, index) => {
      const { area } = offer.parts[index]!;
      const words = rooms.map(({ use, fixtures }) => {
        const things = fixtures.map(({ kind }) => fixtureWords[kind].zh).join('、');
        return `${roomUseWords[use].zh}（${things}）`;
      });
      const door = plan.households[holder]?.door ?? holder;
      return `   ${door}\t${squareMetres(area).toFixed(2)} m²\t${words.join(' ')}`;
    }),
    ...offer.warnings.map(({ text }) => `   ! ${text.zh} / ${text.en}`),
  ];
}
