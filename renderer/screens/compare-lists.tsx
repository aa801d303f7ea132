import { Button } from 'antd';
import { useState } from 'react';
import type { HouseholdState } from '../../shared/derive/household-state.ts';
import type { Plan } from '../../shared/plan/model.ts';
import {
  type Comparison,
  type HouseholdComparison,
  mixedWords,
} from '../../shared/records/compare.ts';
import type { ElementChange } from '../../shared/records/element-changes.ts';
import { endedTitle, turnedTitle, turnWords } from '../../shared/records/finding-turn-words.ts';
import type { FindingTurns } from '../../shared/records/finding-turns.ts';
import { type HouseholdChange, remeasuredTotal } from '../../shared/records/household-changes.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { type Text, text } from '../../shared/text.ts';
import { changeWords } from '../language/change-words.ts';
import { useSay } from '../language/language.tsx';
import { m2, m2Change, unbroken } from '../language/say.ts';
import { facilityWords } from '../language/words.ts';
import { severeGroundsOf } from '../panels/finding-grounds.ts';
import { SeverityMark } from '../panels/severity-mark.tsx';

/** What is otherwise for each household, as one would say it across a table. */
export function HouseholdsList(props: {
  readonly changes: readonly HouseholdChange[];
  readonly totals: Comparison['totals'];
  readonly isMixed: boolean;
  /** The one household that is looked at; null for all of them. */
  readonly only: HouseholdComparison['household'] | null;
}) {
  const say = useSay();
  const { only } = props;
  const { before, after } = props.totals;
  const corrected = remeasuredTotal(props.changes);
  return (
    <>
      <p className="compare-totals">
        {say(
          only
            ? standingWords(only)
            : text(
                `煤卫独用 ${before.complete} / ${before.households} 户 → ${after.complete} / ${after.households} 户；独用使用面积合计 ${m2(before.ownArea)} → ${m2(after.ownArea)}`,
                `Own kitchen and bathroom: ${before.complete} of ${before.households} → ${after.complete} of ${after.households} households. Usable area held alone: ${m2(before.ownArea)} → ${m2(after.ownArea)}`,
              ),
        )}
        {corrected === 0 ? null : say(correctedWords(corrected))}
      </p>
      {props.isMixed ? <p className="merge-baseless">{say(mixedWords)}</p> : null}
      {props.changes.length === 0 ? (
        <p className="quiet">
          {say(
            only
              ? text(`${only.door} 没有变化。`, `Nothing is different for ${only.door}.`)
              : text('各户没有变化。', 'Nothing is different for any household.'),
          )}
        </p>
      ) : (
        <ul className="compare-list">
          {props.changes.map(({ household, door, gain, remeasured, sayings }) => (
            <li key={household}>
              <div className="compare-door">
                <strong>{door}</strong>
                <Gain works={gain - remeasured} survey={remeasured} />
              </div>
              <ul>
                {sayings.map((saying) => (
                  <li key={saying.en}>{say(saying)}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What the works give or take, and apart from it what a corrected survey makes. */
function Gain({ works, survey }: { readonly works: number; readonly survey: number }) {
  const say = useSay();
  const words = <span className={works < 0 ? 'compare-loss' : 'quiet'}>{m2Change(works)}</span>;
  if (survey === 0) return words;
  return (
    <span className="compare-gains">
      <span className="quiet">
        {say(text('现状更正', 'survey'))} {m2Change(survey)}
      </span>
      {works === 0 ? null : (
        <span>
          {say(text('改造', 'works'))} {words}
        </span>
      )}
    </span>
  );
}

const correctedWords = (area: number): Text =>
  text(
    `，其中 ${m2Change(area)} 是现状更正，不是改造增减`,
    `, of which ${m2Change(area)} is a corrected survey, neither given nor taken by the works`,
  );

/** How one household stands in the two plans. */
function standingWords({ before, after }: HouseholdComparison['household']): Text {
  const one = (state: HouseholdState | null): Text => {
    if (!state) return text('无此户', 'not there');
    const [kitchen, bathroom] = [state.kitchen, state.bathroom].map(
      (facility) => facilityWords[facility.state],
    );
    return text(
      `厨房${kitchen?.zh}、卫生间${bathroom?.zh}、独用使用面积 ${m2(state.ownArea)}`,
      `kitchen ${kitchen?.en.toLowerCase()}, bathroom ${bathroom?.en.toLowerCase()}, ${m2(state.ownArea)} of its own usable area`,
    );
  };
  const [was, is] = [one(before), one(after)];
  if (was.zh === is.zh) return text(`前后相同：${was.zh}`, `The same in both: ${was.en}`);
  return text(`前：${was.zh}；后：${is.zh}`, `From: ${was.en}. To: ${is.en}`);
}

/** What rules say of the later plan and not of the earlier, and the other way round. */
export function FindingsList({ findings }: { readonly findings: FindingTurns<Finding> }) {
  const say = useSay();
  const { gained, lost, ended, turned } = findings;
  const group = (title: Text, lines: readonly { finding: Finding; more?: Text }[]) => (
    <section>
      <h3>
        {say(title)} <span className="quiet">{lines.length}</span>
      </h3>
      <ul className="compare-list">
        {lines.map(({ finding, more }) => (
          <li key={finding.id}>
            <SeverityMark severity={finding.severity} /> {unbroken(say(finding.text))}
            {more ? <span className="quiet"> {say(more)}</span> : null}
            <div className="quiet">{unbroken(say(severeGroundsOf(finding)))}</div>
          </li>
        ))}
      </ul>
    </section>
  );
  if (gained.length + lost.length + ended.length + turned.length === 0) {
    return (
      <p className="quiet">{say(text('问题没有变化。', 'The findings are the same in both.'))}</p>
    );
  }
  const alone = (finding: Finding) => ({ finding });
  // What stays is mostly graver than what is new: more may share a kitchen.
  return (
    <>
      {turned.length === 0
        ? null
        : group(
            turnedTitle,
            turned.map((turn) => ({ finding: turn.after, more: turnWords(turn) })),
          )}
      {group(text('新出现的问题', 'New findings'), gained.map(alone))}
      {group(text('已消除的问题', 'Findings that are gone'), lost.map(alone))}
      {ended.length === 0 ? null : group(endedTitle, ended.map(alone))}
    </>
  );
}

/** Rows shown at first: a storey drawn anew differs in thousands. */
const atOnce = 200;

export function ElementsList(props: {
  readonly changes: readonly ElementChange[];
  readonly before: Plan;
  readonly after: Plan;
  /** The door of the one household that is looked at. */
  readonly only?: string | undefined;
  onChoose(change: ElementChange): void;
}) {
  const say = useSay();
  const { changes, before, after } = props;
  const [most, setMost] = useState(atOnce);
  if (changes.length === 0) {
    return (
      <p className="quiet">
        {say(
          props.only
            ? text(`与 ${props.only} 有关的图元相同。`, `What concerns ${props.only} is the same.`)
            : text('两份图纸相同。', 'The two plans are the same.'),
        )}
      </p>
    );
  }
  return (
    <>
      <ul className="compare-list compare-elements">
        {changes.slice(0, most).map((change) => (
          <li key={`${change.storey} ${change.kind} ${change.id}`}>
            <button type="button" onClick={() => props.onChoose(change)}>
              {say(changeWords(change, before, after))}
              {change.storey ? (
                <span className="quiet">{storeyName(change, before, after)}</span>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
      {changes.length > most ? (
        <Button onClick={() => setMost(most + 5 * atOnce)}>
          {say(text(`还有 ${changes.length - most} 处，继续显示`, `${changes.length - most} more`))}
        </Button>
      ) : null}
    </>
  );
}

const storeyName = ({ storey }: ElementChange, before: Plan, after: Plan): string =>
  storey === null ? '' : ((after.storeys[storey] ?? before.storeys[storey])?.name ?? '');
