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
import {
  changeMarks,
  paintBlend,
  paintChangeMarks,
  paintStoreyLabels,
} from '../canvas/paint-comparison.ts';
import { boxAround, fitBox } from '../editor/viewport.ts';
import { changeWords } from '../language/change-words.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { RulesOffList } from '../panels/rules-off.tsx';
import { FindingsList, HouseholdsList } from './compare-lists.tsx';
import { markWords, outlineOf } from './compare-picture.tsx';
import { DerogationsList } from './derogations-list.tsx';
import { printPaper } from './print-paper.ts';

/** A comparison on paper: every storey that differs beside what it was, then the lists. */

interface Paper {
  readonly title: string;
  /** The household that it is about; null for all of them. */
  readonly household: HouseholdComparison['household'] | null;
  readonly names: { readonly before: Text; readonly after: Text };
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
  const storeys = storeysThatDiffer(before, after, elements);
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
          <div className="paper-pair">
            {([0, 1] as const).map((share) => (
              <StoreyPicture
                key={share}
                before={before}
                after={after}
                storey={id}
                share={share}
                changes={elements}
                caption={share === 0 ? names.before : names.after}
              />
            ))}
          </div>
          <Legend />
        </section>
      ))}
      <section>
        <h2>{say(text('住户', 'Households'))}</h2>
        <HouseholdsList
          changes={comparison.households}
          totals={comparison.totals}
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
            '面积为使用面积；图非按比例，尺寸以标注为准。审查条款供参考，待核对原文。',
            'Areas are usable areas. Pictures are not to scale. Clauses are quoted as reference, to be checked against the original text.',
          ),
        )}
      </footer>
    </article>
  );
}

const nameOf = (storey: StoreyId | null, before: Plan, after: Plan): string =>
  storey === null ? '' : ((after.storeys[storey] ?? before.storeys[storey])?.name ?? '');

function storeysThatDiffer(before: Plan, after: Plan, changes: readonly ElementChange[]) {
  const differing = new Set(
    changes.map(({ storey, kind, id }) => (kind === 'storey' ? id : storey)),
  );
  const all = new Map([...storeysByLevel(before), ...storeysByLevel(after)]);
  return [...all]
    .filter(([id]) => differing.has(id))
    .sort(([, left], [, right]) => left.level - right.level)
    .map(([id, { name }]) => ({ id, name }));
}

/** px of a picture on the paper, and how much finer it is painted than the screen. */
const size = { width: 500, height: 420 };
const density = 3;
const margin = { side: 8, top: 8, bottom: 8 };

function StoreyPicture(props: {
  readonly before: Plan;
  readonly after: Plan;
  readonly storey: StoreyId;
  readonly share: 0 | 1;
  readonly changes: readonly ElementChange[];
  readonly caption: Text;
}) {
  const say = useSay();
  const { language } = useLanguage();
  const { before, after, storey, share, changes } = props;
  const [was, is] = [before.storeys[storey], after.storeys[storey]];
  const paint = (canvas: HTMLCanvasElement | null): void => {
    const context = canvas?.getContext('2d');
    if (!context) return;
    const box = boxAround([was, is].flatMap((table) => (table ? outlineOf(table) : [])));
    if (!box) return;
    context.setTransform(density, 0, 0, density, 0, 0);
    const sight = { min: { x: 0, y: 0 }, max: { x: size.width, y: size.height } };
    const pen = { context, size, sight, view: fitBox(box, size, margin) };
    const states = [before, after].map((plan) => ({ plan, storey, language }));
    paintBlend(pen, states[0]!, states[1]!, share);
    const here = changes.filter((change) => change.storey === storey);
    paintChangeMarks(pen, here, was, is);
    paintStoreyLabels(pen, states[share]!);
  };
  return (
    <figure>
      <canvas ref={paint} width={size.width * density} height={size.height * density} />
      <figcaption>{say(props.caption)}</figcaption>
    </figure>
  );
}

function Legend() {
  const say = useSay();
  return (
    <ul className="compare-legend">
      {(['added', 'removed', 'moved', 'changed'] as const).map((change) => (
        <li key={change}>
          <svg width="26" height="10" aria-hidden="true">
            <line
              x1="1"
              y1="5"
              x2="25"
              y2="5"
              stroke={changeMarks[change].colour}
              strokeWidth="2.5"
              strokeDasharray={changeMarks[change].dash.join(' ')}
            />
          </svg>
          {say(markWords[change])}
        </li>
      ))}
    </ul>
  );
}
