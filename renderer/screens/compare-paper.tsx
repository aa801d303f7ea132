import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { type Plan, type StoreyId, storeysByLevel } from '../../shared/plan/model.ts';
import type { Comparison, HouseholdComparison } from '../../shared/records/compare.ts';
import type { ElementChange } from '../../shared/records/element-changes.ts';
import type { FindingTurns } from '../../shared/records/finding-turns.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { ListedDerogation } from '../../shared/rules/listed-derogations.ts';
import type { Profile } from '../../shared/rules/profile.ts';
import { type Text, text } from '../../shared/text.ts';
import { changeWords } from '../language/change-words.ts';
import { useSay } from '../language/language.tsx';
import { dateTime } from '../language/say.ts';
import { RulesOffList } from '../panels/rules-off.tsx';
import { CompareLegend } from './compare-legend.tsx';
import { FindingsList, HouseholdsList } from './compare-lists.tsx';
import { type Held, PaperPair } from './compare-paper-pair.tsx';
import { DerogationsList } from './derogations-list.tsx';
import { printPaper } from './print-paper.ts';

/** A comparison on paper: every storey that differs beside what it was, then the lists. */

interface Paper {
  readonly title: string;
  /** The household that it is about; null for all of them. */
  readonly household: HouseholdComparison['household'] | null;
  readonly held: Held | null;
  readonly names: { readonly before: Text; readonly after: Text };
  /** When it is printed. */
  readonly at: Date;
  /** When each was saved and by whom. */
  readonly origins: { readonly before: Text; readonly after: Text };
  readonly before: Plan;
  readonly after: Plan;
  readonly comparison: Comparison;
  readonly findings: FindingTurns<Finding>;
  /** Every acceptance of the later plan's scheme. */
  readonly accepted: readonly ListedDerogation[];
  /** That both were checked with. */
  readonly profile: Profile;
}

/** Prints itself once it is on the page, and says when that is over. */
export function ComparisonPaper(
  props: Paper & { readonly fileName: string; onDone(failure: unknown): void },
) {
  const { fileName, onDone } = props;
  useEffect(() => {
    let isOver = false;
    printPaper(fileName).then(
      () => isOver || onDone(null),
      (error: unknown) => isOver || onDone(error),
    );
    return () => {
      isOver = true;
    };
  }, [fileName, onDone]);
  return createPortal(<PaperPages {...props} />, document.body);
}

/** Rows of elements on paper: of a storey drawn anew there are thousands. */
const mostElements = 400;

function PaperPages(props: Paper) {
  const { title, household, names, before, after, comparison, findings } = props;
  const say = useSay();
  const { elements } = comparison;
  const storeys = storeysThatDiffer(before, after, elements, props.held);
  return (
    <article className="paper">
      <header>
        <h1>
          {title}
          {household ? ` · ${household.door}` : ''}
        </h1>
        <p>
          {say(text('方案对比：', 'Comparison: '))}
          {say(names.before)} → {say(names.after)}
        </p>
        <ul className="paper-origins">
          <li>
            {say(text('前：', 'From: '))}
            {say(names.before)}
            {say(text('，', ', '))}
            {say(props.origins.before)}
          </li>
          <li>
            {say(text('后：', 'To: '))}
            {say(names.after)}
            {say(text('，', ', '))}
            {say(props.origins.after)}
          </li>
        </ul>
      </header>
      {storeys.map(({ id, name }) => (
        <section key={id} className="paper-storey">
          <h2>{name}</h2>
          <PaperPair
            before={before}
            after={after}
            storey={id}
            changes={elements}
            names={names}
            held={props.held}
          />
          <CompareLegend changes={elements.filter(({ storey }) => storey === id)} />
        </section>
      ))}
      <section>
        <h2>{say(text('住户', 'Households'))}</h2>
        <HouseholdsList
          changes={comparison.households}
          totals={comparison.totals}
          isMixed={comparison.isMixed}
          only={household}
        />
      </section>
      <section>
        <h2>{say(text('问题', 'Findings'))}</h2>
        <FindingsList findings={findings} />
        <DerogationsList accepted={props.accepted} />
        <RulesOffList profile={props.profile} />
      </section>
      <section>
        <h2>
          {say(text('图元', 'Elements'))} <span className="quiet">{elements.length}</span>
        </h2>
        <ol className="paper-elements">
          {elements.slice(0, mostElements).map((change) => (
            <li key={`${change.storey} ${change.kind} ${change.id}`}>
              {nameOf(change.storey, before, after)} {say(changeWords(change, before, after))}
            </li>
          ))}
        </ol>
        {elements.length > mostElements ? (
          <p>
            {say(
              text(
                `共 ${elements.length} 处，列出前 ${mostElements} 处。`,
                `${elements.length} in all; the first ${mostElements} are listed.`,
              ),
            )}
          </p>
        ) : null}
      </section>
      <footer className="quiet">
        {say(
          text(
            `导出于 ${dateTime(props.at.toISOString(), 'zh')}。面积为使用面积，逐间取两位小数后相加、相减；图非按比例，尺寸以标注为准。审查条款供参考，待核对原文。`,
            `Exported ${dateTime(props.at.toISOString(), 'en')}. Areas are usable areas, rounded to two decimals room by room and then added and subtracted. Pictures are not to scale. Clauses are quoted as reference, to be checked against the original text.`,
          ),
        )}
      </footer>
    </article>
  );
}

const nameOf = (storey: StoreyId | null, before: Plan, after: Plan): string =>
  storey === null ? '' : ((after.storeys[storey] ?? before.storeys[storey])?.name ?? '');

/** Of one household also those where it has rooms: its home is shown though nothing is drawn anew. */
function storeysThatDiffer(
  before: Plan,
  after: Plan,
  changes: readonly ElementChange[],
  held: Held | null,
) {
  const differing = new Set<string | null>([
    ...changes.map(({ storey, kind, id }) => (kind === 'storey' ? id : storey)),
    ...(held?.rooms ?? []).map(({ storey }) => storey),
  ]);
  const all = new Map([...storeysByLevel(before), ...storeysByLevel(after)]);
  return [...all]
    .filter(([id]) => differing.has(id))
    .sort(([, left], [, right]) => left.level - right.level)
    .map(([id, { name }]) => ({ id, name }));
}
