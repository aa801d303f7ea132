import { planRooms } from '../shared/derive/households.ts';
import type { Room } from '../shared/derive/room.ts';
import type { HouseholdId, Plan, StoreyId } from '../shared/plan/model.ts';
import { mostHolders } from '../shared/propose/block/ask.ts';
import { leftOut, leftOutWords } from '../shared/propose/left-out.ts';
import { type ProgrammeId, programmeIds, type Wanted } from '../shared/propose/programme.ts';
import { type Answer, type Ask, propose } from '../shared/propose/propose.ts';
import type { Profile } from '../shared/rules/profile.ts';
import { type BlockOptions, divideBlock } from './cli-block.ts';
import { offerLines, offerReport } from './cli-offer.ts';
import { ownProgrammeOf } from './cli-own.ts';
import { Unusable } from './explained.ts';

/** What `divide` was given on the command line. */
export interface DivideOptions {
  readonly room?: string | undefined;
  readonly holders?: string | undefined;
  readonly programme?: string | undefined;
  readonly holds?: string | undefined;
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
  refuseBlockOptions(options);
  const ask = { plan, profile, ...asked, room: asked.rooms[0]! };
  const answer = watched(ask);
  if (answer.refusal) {
    throw new Unusable(`${answer.refusal.text.zh} / ${answer.refusal.text.en}`);
  }
  process.stdout.write(
    json ? `${JSON.stringify(divideReport(ask, answer), null, 2)}\n` : readable(ask, answer),
  );
  return answer.offers.length > 0 ? 0 : 1;
}

/** What a block may take says nothing of one room, and is not left aside without a word. */
function refuseBlockOptions(options: DivideOptions): void {
  const given = blockOptions.find((name) => options[name]);
  if (given) {
    throw new Unusable(
      `--${given}: 只用于三户以上，或多间房间 / only for three households or more, or several rooms`,
    );
  }
}
const blockOptions = ['no-new-stacks', 'no-own-rooms', 'through-bearing'] as const;

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
  { room: wantedRooms, holders, programme = 'best', holds, top = '6' }: DivideOptions,
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
  const twice = repeated(rooms.map(({ id }) => id));
  if (twice) {
    throw new Unusable(`--room: ${twice} 给了两次 / ${twice} is given twice`);
  }
  const [first] = rooms;
  if (!first) throw new Unusable('--room: 请给出房间 / give a room, or several of one storey');
  if (rooms.some(({ storey }) => storey !== first.storey)) {
    throw new Unusable('--room: 各房间须在同一层 / all rooms must be on one storey');
  }
  const households = wordsOf(holders ?? '').map((word): HouseholdId => {
    const found = (Object.keys(plan.households) as HouseholdId[]).find(
      (id) => id === word || plan.households[id]?.door === word,
    );
    if (!found) {
      const known = Object.values(plan.households).map(({ door }) => door);
      throw new Unusable(`--holders: 没有这户 / no such household: ${word}; ${known.join(', ')}`);
    }
    return found;
  });
  const same = repeated(households);
  if (same) {
    const { door } = plan.households[same]!;
    throw new Unusable(`--holders: ${door} 给了两次 / ${door} is given twice`);
  }
  if (households.length < 1 || households.length > mostHolders) {
    throw new Unusable(
      `--holders: 请给出 1 至 ${mostHolders} 户，用逗号分开 / give between one and ${mostHolders} households, separated by commas`,
    );
  }
  const stranger = households.find((id) => !hasRoomOn(all, first.storey, id));
  if (stranger) {
    const { door } = plan.households[stranger]!;
    throw new Unusable(`--holders: ${door} 在这一层没有房间 / ${door} has no room on this storey`);
  }
  const count = Number(top);
  if (!Number.isInteger(count) || count < 1) {
    throw new Unusable(`--top: 应为正整数，不是 ${top} / a whole number from 1, not ${top}`);
  }
  return {
    rooms: rooms.map(({ id }) => id),
    storey: first.storey,
    holders: households,
    programme: wantedOf(programme, holds),
    top: count,
  };
}

/** Of its own, or shared: a home is not fetched from another storey. */
const hasRoomOn = (rooms: readonly Room[], storey: StoreyId, household: HouseholdId): boolean =>
  rooms.some((room) => room.storey === storey && room.holders.includes(household));

const repeated = <Id extends string>(ids: readonly Id[]): Id | undefined =>
  ids.find((id, index) => ids.indexOf(id) < index);

/** People put spaces after commas, and Chinese ones. */
const wordsOf = (list: string): string[] =>
  list
    .split(/[,，、]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

function wantedOf(programme: string, holds: string | undefined): Wanted | 'best' {
  if (programme === 'own') return ownProgrammeOf(holds ?? '');
  if (holds !== undefined) {
    throw new Unusable('--holds: 只用于 --programme own / only with --programme own');
  }
  if (programme === 'best' || isProgramme(programme)) return programme;
  const known = ['best', ...programmeIds, 'own'].join(', ');
  throw new Unusable(
    `--programme: 没有这种配置 / no such programme: ${programme}; 可用 known: ${known}`,
  );
}

const isProgramme = (word: string): word is ProgrammeId =>
  (programmeIds as readonly string[]).includes(word);

/** What `divide --json` prints. */
export const divideReport = (ask: Ask, { offers, families, relaxations, noWayIn }: Answer) => ({
  feasible: offers.length > 0,
  /** Who shares the room and is not among the holders; they keep nothing of it. */
  leftOut: leftOut(ask),
  proposals: offers.map(offerReport),
  family: families,
  noWayIn,
  relaxations,
});

function readable(ask: Ask, answer: Answer): string {
  const { plan } = ask;
  const left = answer.offers.length > 0 ? leftOutWords(ask) : null;
  const lines = [
    answer.offers.length > 0
      ? `${answer.offers.length} 个方案 proposals`
      : '在下列范围内没有可行的分隔 No division is possible within',
    ...(answer.offers.length > 0 ? [] : answer.families.map(({ zh, en }) => `  ${zh}\n  ${en}`)),
    ...(left ? [`! ${left.zh}`, `! ${left.en}`] : []),
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
