import { capital, compareDoors, doorWords } from '../shared/plan/door-words.ts';
import type { HouseholdId, Plan, StoreyId } from '../shared/plan/model.ts';
import type { BlockAnswer, BlockAsk, BlockOffer } from '../shared/propose/block/ask.ts';
import { proposedBlock } from '../shared/propose/block/search.ts';
import { leftOutOfAll } from '../shared/propose/left-out.ts';
import type { Profile } from '../shared/rules/profile.ts';
import { offerLines, offerReport, squareMetres } from './cli-offer.ts';
import { Unusable } from './explained.ts';

export interface BlockOptions {
  readonly rooms: readonly string[];
  readonly storey: StoreyId;
  readonly holders: readonly HouseholdId[];
  readonly programme: BlockAsk['programme'];
  readonly top: number;
  readonly newStacks: boolean;
  readonly ownRooms: boolean;
  readonly throughBearing: boolean;
  readonly profile: Profile;
  readonly json: boolean;
}

/** Prints the best ways to give each of many households its own. Exit 1 where there is none. */
export function divideBlock(plan: Plan, { json, ...options }: BlockOptions): number {
  const answer = proposedBlock({ plan, ...options });
  if (answer.refusal) throw new Unusable(`${answer.refusal.text.zh} / ${answer.refusal.text.en}`);
  process.stdout.write(
    json
      ? `${JSON.stringify(blockReport(leftOutOfAll({ plan, ...options }), answer), null, 2)}\n`
      : readable(plan, options, answer),
  );
  return answer.offers.length > 0 ? 0 : 1;
}

/** What `divide --json` prints for more than two households. */
const blockReport = (
  leftOut: readonly HouseholdId[],
  { offers, family, left, wishes }: BlockAnswer,
) => ({
  feasible: offers.length > 0,
  /** Who shares one of the rooms and is not among the holders. */
  leftOut,
  proposals: offers.map((offer) => ({
    ...offerReport(offer),
    left: offer.left,
    givers: offer.givers,
    takenM2: squareMetres(offer.taken),
    risers: offer.proposal.block?.risers ?? [],
    commons: offer.proposal.block?.rests ?? [],
  })),
  family: [family],
  left,
  /** Nothing is proven of so many: there is no reason to give. */
  noWayIn: [],
  relaxations: wishes.map((wish) => ({ change: { kind: wish }, text: wishWords[wish] })),
});

const wishWords = {
  newStacks: { zh: '新增立管', en: 'New stacks' },
  ownRooms: { zh: '占用本户居室一角', en: 'A corner of their own rooms' },
  throughBearing: { zh: '在承重墙上开门', en: 'Doors through bearing walls' },
} as const;

function readable(
  plan: Plan,
  ask: Pick<BlockOptions, 'storey' | 'rooms' | 'holders'>,
  { offers, family, wishes }: BlockAnswer,
): string {
  const out = leftOutOfAll({ plan, ...ask }).map((id) => plan.households[id]?.door ?? id);
  const whose = doorWords(out.sort(compareDoors));
  const lines = [
    offers.length > 0
      ? `${offers.length} 个方案 proposals`
      : '在下列范围内没有找到方案 Nothing was found within',
    ...(offers.length > 0 ? [] : [`  ${family.zh}`, `  ${family.en}`]),
    ...(out.length > 0
      ? [
          `! ${whose.zh}也合用所给的房间，但不在 --holders 之内`,
          `! ${capital(whose.en)} also share the rooms given and are not among --holders`,
        ]
      : []),
    ...offers.flatMap((offer: BlockOffer, index) => offerLines(plan, offer, index + 1)),
    ...(wishes.length > 0 ? ['可以再允许 What may be allowed too'] : []),
    ...wishes.map((wish) => `  ${wishWords[wish].zh} / ${wishWords[wish].en}`),
  ];
  return `${lines.join('\n')}\n`;
}
