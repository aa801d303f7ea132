import { planRooms } from '../shared/derive/households.ts';
import type { HouseholdId, Plan, StoreyId } from '../shared/plan/model.ts';
import { mostHolders } from '../shared/propose/block/ask.ts';
import { type ProgrammeId, programmeIds } from '../shared/propose/programme.ts';
import { type Answer, type Ask, propose } from '../shared/propose/propose.ts';
import type { Profile } from '../shared/rules/profile.ts';
import { type BlockOptions, divideBlock } from './cli-block.ts';
import { offerLines, offerReport } from './cli-offer.ts';
import { Unusable } from './explained.ts';

/** What `divide` was given on the command line. */
export interface DivideOptions {
  readonly room?: string | undefined;
  readonly holders?: string | undefined;
  readonly programme?: string | undefined;
  readonly top?: string | undefined;
  readonly 'no-new-stacks'?: boolean | undefined;
  readonly 'no-own-rooms'?: boolean | undefined;
  readonly 'through-bearing'?: boolean | undefined;
  readonly profile: Profile;
  readonly json: boolean;
}

/** Prints the best divisions, or what would make one possible. Exit 1 where there is none. */
export function divide(plan: Plan, options: DivideOptions, storey: StoreyId | null): number {
  const { json, profile } = options;
  const asked = askOf(plan, options, storey);
  if (asked.rooms.length > 1 || asked.holders.length > 2) {
    return divideBlock(plan, {
      ...asked,
      profile,
      newStacks: !options['no-new-stacks'],
      ownRooms: !options['no-own-rooms'],
      throughBearing: options['through-bearing'] ?? false,
      json,
    });
  }
  const answer = watched({ plan, profile, ...asked, room: asked.rooms[0]! });
  if (answer.refusal) {
    throw new Unusable(`${answer.refusal.text.zh} / ${answer.refusal.text.en}`);
  }
  process.stdout.write(
    json ? `${JSON.stringify(divideReport(answer), null, 2)}\n` : readable(plan, answer),
  );
  return answer.offers.length > 0 ? 0 : 1;
}

const stageWords = {
  straight: '直隔墙 straight partitions',
  corners: 'L 形隔墙 L-shaped partitions',
  relaxations: '差在哪里 what stands in the way',
} as const;

/** Runs the search to its end; at a terminal, one line of standard error says how far it is. */
function watched(ask: Ask): Answer {
  const { isTTY } = process.stderr;
  const search = propose(ask);
  let next = search.next();
  while (!next.done) {
    const { stage, share } = next.value;
    if (isTTY) process.stderr.write(`\r\x1b[K${stageWords[stage]} ${Math.floor(100 * share)} %`);
    next = search.next();
  }
  if (isTTY) process.stderr.write('\r\x1b[K');
  return next.value;
}

function askOf(
  plan: Plan,
  { room: wantedRooms, holders, programme = 'best', top = '6' }: DivideOptions,
  storey: StoreyId | null,
): Pick<BlockOptions, 'rooms' | 'storey' | 'holders' | 'programme' | 'top'> {
  const all = planRooms(plan, 'after')
    .flatMap((one) => one.rooms)
    .filter((room) => storey === null || room.storey === storey);
  const rooms = wordsOf(wantedRooms ?? '').map((word) => {
    const [found, other] = all.filter(({ id }) => id === word);
    if (found && other) {
      throw new Unusable(
        `--storey: 几层都有 ${word}，请指明楼层 / ${word} is on several storeys; say which`,
      );
    }
    if (found) return found;
    const known = all.map(({ id }) => id).join(', ');
    throw new Unusable(`--room: 没有这间房间 / no such room: ${word}; ${known}`);
  });
  const [first] = rooms;
  if (!first) throw new Unusable('--room: 请给出房间 / give a room, or several of one storey');
  if (rooms.some(({ storey }) => storey !== first.storey)) {
    throw new Unusable('--room: 各房间须在同一层 / all rooms must be on one storey');
  }
  const households = wordsOf(holders ?? '').map((word): HouseholdId => {
    const found = (Object.keys(plan.households) as HouseholdId[]).find(
      (id) => id === word || plan.households[id]?.door === word,
    );
    if (!found) throw new Unusable(`--holders: 没有这户 / no such household: ${word}`);
    return found;
  });
  if (
    households.length < 1 ||
    households.length > mostHolders ||
    new Set(households).size < households.length
  ) {
    throw new Unusable(
      `--holders: 请给出 1 至 ${mostHolders} 户，用逗号分开 / give between one and ${mostHolders} households, separated by commas`,
    );
  }
  if (programme !== 'best' && !isProgramme(programme)) {
    throw new Unusable(`--programme: ${programme}; best, ${programmeIds.join(', ')}`);
  }
  const count = Number(top);
  if (!Number.isInteger(count) || count < 1) throw new Unusable(`--top: ${top}`);
  return {
    rooms: rooms.map(({ id }) => id),
    storey: first.storey,
    holders: households,
    programme,
    top: count,
  };
}

const wordsOf = (list: string): string[] => list.split(',').filter((word) => word !== '');

const isProgramme = (word: string): word is ProgrammeId =>
  (programmeIds as readonly string[]).includes(word);

/** What `divide --json` prints. */
export const divideReport = ({ offers, families, relaxations, noWayIn }: Answer) => ({
  feasible: offers.length > 0,
  proposals: offers.map(offerReport),
  family: families,
  noWayIn,
  relaxations,
});

function readable(plan: Plan, answer: Answer): string {
  const lines = [
    answer.offers.length > 0
      ? `${answer.offers.length} 个方案 proposals`
      : '在下列范围内没有可行的分隔 No division is possible within',
    ...(answer.offers.length > 0 ? [] : answer.families.map(({ zh, en }) => `  ${zh}\n  ${en}`)),
    ...answer.offers.flatMap((offer, index) => offerLines(plan, offer, index + 1)),
    ...(answer.noWayIn.length > 0 ? ['卡在哪里 What stands in the way'] : []),
    ...answer.noWayIn.map(({ text }) => `  ${text.zh} / ${text.en}`),
    ...(answer.relaxations.length > 0 ? ['这样就可行 These would make one possible'] : []),
    ...answer.relaxations.map(
      ({ text, proposals }) =>
        `  ${text.zh} / ${text.en}（至少 ${proposals} 个方案 at least ${proposals}）`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
