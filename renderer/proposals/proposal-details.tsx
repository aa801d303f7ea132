import { Button } from 'antd';
import { compareDoors } from '../../shared/plan/door-words.ts';
import type { FixtureKind, HouseholdId, Plan } from '../../shared/plan/model.ts';
import type { Offer } from '../../shared/propose/offer.ts';
import { takenWords, worksOn } from '../../shared/propose/works.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { m2 } from '../language/say.ts';

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
  const { proposal, warnings, unchecked, rank } = offer;
  const doorOf = (holder: HouseholdId): string => plan.households[holder]?.door ?? holder;
  const parts = offer.parts.toSorted((one, other) =>
    compareDoors(doorOf(one.holder), doorOf(other.holder)),
  );
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
      {warnings.length > 0 ? (
        <details>
          <summary>
            {say(
              text(
                `${warnings.length} 项低于规范参考值，需记录认可`,
                `${warnings.length} findings to be accepted on record`,
              ),
            )}
          </summary>
          <ul>
            {warnings.map(({ id, text: words }) => (
              <li key={id}>{say(words)}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function worksWords(plan: Plan, { proposal }: Offer): Text {
  const { walls, openings, closes } = proposal;
  const metres = (
    walls.reduce((sum, { from, to }) => sum + Math.hypot(to.x - from.x, to.y - from.y), 0) / 1000
  ).toFixed(1);
  const doors = openings.filter(({ kind }) => kind === 'door').length;
  const niches = openings.length - doors;
  const risers = proposal.block?.risers.length ?? 0;
  const fixtures = plan.storeys[proposal.storey]?.fixtures;
  const moved = proposal.clears.filter((id) => isFurniture(fixtures?.[id]?.kind)).length;
  return text(
    `隔墙 ${metres} m，开门 ${doors} 樘${niches > 0 ? `，小厨房洞口 ${niches} 处` : ''}，封堵 ${closes.length} 处${risers > 0 ? `，新增立管 ${risers} 根` : ''}${moved > 0 ? `，移走家具 ${moved} 件` : ''}`,
    `${metres} m of partition, ${counted(doors, 'new door')}${niches > 0 ? `, ${counted(niches, 'kitchen opening')}` : ''}, ${closes.length} closed up${risers > 0 ? `, ${counted(risers, 'new riser')}` : ''}${moved > 0 ? `, ${counted(moved, 'piece')} of furniture to go` : ''}`,
  );
}

const isFurniture = (kind: FixtureKind | undefined): boolean =>
  kind === 'bed' || kind === 'wardrobe' || kind === 'table';

const counted = (count: number, name: string): string =>
  `${count} ${name}${count === 1 ? '' : 's'}`;
