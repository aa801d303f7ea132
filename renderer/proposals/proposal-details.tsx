import { Button } from 'antd';
import { compareDoors } from '../../shared/plan/door-words.ts';
import type { FixtureKind, HouseholdId, Plan } from '../../shared/plan/model.ts';
import { fromCommonWords } from '../../shared/propose/from-common.ts';
import type { Offer } from '../../shared/propose/offer.ts';
import { openingsMade } from '../../shared/propose/openings-made.ts';
import { takenWords, worksOn } from '../../shared/propose/works.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { m2 } from '../language/say.ts';
import { ProposalWarnings } from './proposal-warnings.tsx';

const gainWords = {
  kitchen: text('独用厨房', 'kitchen'),
  bathroom: text('独用卫生间', 'bathroom'),
} as const;

/** What a proposal gives each household, what it costs, and why it stands where it does. */
export function ProposalDetails(props: {
  readonly plan: Plan;
  /** The same with the proposal applied. */
  readonly drawn: Plan;
  readonly offer: Offer;
  /** Whose part is taken from the household's own room. */
  readonly givers?: readonly HouseholdId[];
  /** What the proposal rests on and does not draw. */
  readonly also?: Text | null;
  readonly isKeeping: boolean;
  onApply(): void;
  onKeep(): void;
}) {
  const { plan, offer, givers = [], also = null } = props;
  const say = useSay();
  const { proposal, unchecked, rank } = offer;
  const doorOf = (holder: HouseholdId): string => plan.households[holder]?.door ?? holder;
  const parts = offer.parts.toSorted((one, other) =>
    compareDoors(doorOf(one.holder), doorOf(other.holder)),
  );
  const sayAfter = (words: Text | null): string | null =>
    words && say(text(`，${words.zh}`, `, ${words.en}`));
  return (
    <section className="proposal-details" aria-label={say(text('方案说明', 'About the proposal'))}>
      <div className="property-actions">
        <Button type="primary" onClick={props.onApply}>
          {say(text('采用方案', 'Apply proposal'))}
        </Button>
        <Button
          onClick={props.onKeep}
          loading={props.isKeeping}
          disabled={proposal.parts.length === 0}
        >
          {say(text('另存为备选方案', 'Keep as a scheme'))}
        </Button>
      </div>
      <dl>
        {parts.map((part) => (
          <div key={part.holder}>
            <dt>{doorOf(part.holder)}</dt>
            <dd>
              {m2(part.area)}
              {part.gains.length > 0
                ? say(
                    text(
                      `，得到${part.gains.map((gain) => gainWords[gain].zh).join('、')}`,
                      `, gains its own ${part.gains.map((gain) => gainWords[gain].en).join(' and ')}`,
                    ),
                  )
                : null}
              {sayAfter(fromCommonWords(part.rooms))}
              {givers.includes(part.holder)
                ? say(text('，占用本户居室', ', out of its own room'))
                : null}
            </dd>
          </div>
        ))}
        <div>
          <dt>{say(text('改动', 'Works'))}</dt>
          <dd>
            {say(worksWords(plan, offer))}
            {say(takenWords(plan, worksOn(plan, props.drawn, offer.proposal)))}
          </dd>
        </div>
        {also ? (
          <div>
            <dt>{say(text('另需', 'Also needed'))}</dt>
            <dd>{say(also)}</dd>
          </div>
        ) : null}
        <div>
          <dt>{say(text('排序', 'Rank'))}</dt>
          <dd>{say(rank)}</dd>
        </div>
      </dl>
      {unchecked.map((words) => (
        <p key={words.en} className="property-refusal" role="note">
          {say(words)}
        </p>
      ))}
      <ProposalWarnings offer={offer} />
    </section>
  );
}

function worksWords(plan: Plan, { proposal }: Offer): Text {
  const metres = (
    proposal.walls.reduce(
      (sum, { from, to }) => sum + Math.hypot(to.x - from.x, to.y - from.y),
      0,
    ) / 1000
  ).toFixed(1);
  const { doors, niches, passages, reused, closed } = openingsMade(plan, proposal);
  const risers = proposal.block?.risers.length ?? 0;
  const fixtures = plan.storeys[proposal.storey]?.fixtures;
  const moved = proposal.clears.filter((id) => isFurniture(fixtures?.[id]?.kind)).length;
  const some = (count: number, zh: string, en: string): Text[] => (count > 0 ? [text(zh, en)] : []);
  const words = [
    text(`隔墙 ${metres} m`, `${metres} m of partition`),
    ...some(doors, `开门 ${doors} 樘`, counted(doors, 'new door')),
    ...some(niches, `小厨房洞口 ${niches} 处`, counted(niches, 'kitchen opening')),
    ...some(
      passages,
      `公共过道洞口 ${passages} 处`,
      counted(passages, 'opening to a common passage', 'openings to common passages'),
    ),
    ...some(
      reused,
      `拆去旧门、原处改开 ${reused} 处`,
      counted(reused, 'old door gone for a new opening', 'old doors gone for new openings'),
    ),
    ...some(closed, `封堵 ${closed} 处`, `${closed} closed up`),
    ...some(risers, `新增立管 ${risers} 根`, counted(risers, 'new riser')),
    ...some(
      moved,
      `移走家具 ${moved} 件`,
      counted(moved, 'piece of furniture to go', 'pieces of furniture to go'),
    ),
  ];
  return text(words.map(({ zh }) => zh).join('，'), words.map(({ en }) => en).join(', '));
}

const isFurniture = (kind: FixtureKind | undefined): boolean =>
  kind === 'bed' || kind === 'wardrobe' || kind === 'table';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
