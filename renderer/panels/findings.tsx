import { Button, Empty, Tag } from 'antd';
import { type KeyboardEvent, memo, useState } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../shared/plan/model.ts';
import { fixCommand } from '../../shared/propose/fix.ts';
import { check } from '../../shared/rules/check.ts';
import type { Finding, Fix, Measure, Severity } from '../../shared/rules/finding.ts';
import { text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import { type EditorStore, shownPlan } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { count, mm } from '../language/say.ts';
import { severityWords, viewWords } from '../language/words.ts';
import { SeverityMark } from './severity-mark.tsx';
import { useAtRest } from './use-at-rest.ts';

const severities: readonly Severity[] = ['breach', 'warning', 'unknown'];

/** What the rules say about the plan after the works; choosing one shows it on the plan. */
export function FindingsPanel({ store }: { readonly store: EditorStore }) {
  // Checking a large building takes longer than a frame: the pointer goes first.
  return <Findings store={store} plan={useAtRest(useStore(store, shownPlan))} />;
}

/** Rendered anew for a plan that was checked, not for each that the pointer passes. */
const Findings = memo(function Findings(props: {
  readonly store: EditorStore;
  readonly plan: Plan;
}) {
  const { store, plan } = props;
  const say = useSay();
  const findings = check(plan);
  const [chosen, setChosen] = useState<string | null>(null);

  return (
    <section className="panel" aria-label={say(text('问题', 'Findings'))} onKeyDown={moveByArrows}>
      <p className="panel-note quiet">
        {say(text('检查对象：', 'Checked: '))}
        {say(viewWords.after)}
      </p>
      {findings.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={say(isBlank(plan) ? nothingYet : noFindings)}
        />
      ) : (
        severities.map((severity) => {
          const group = findings.filter((finding) => finding.severity === severity);
          if (group.length === 0) return null;
          return (
            <div key={severity} className="finding-group">
              <h3>
                <SeverityMark severity={severity} />
                {say(severityWords[severity])}
                <span className="quiet">{group.length}</span>
              </h3>
              <ul>
                {group.map((finding) => (
                  <FindingItem
                    key={finding.id}
                    store={store}
                    finding={finding}
                    chosen={finding.id === chosen}
                    onChoose={setChosen}
                  />
                ))}
              </ul>
            </div>
          );
        })
      )}
    </section>
  );
});

const FindingItem = memo(function FindingItem(props: {
  readonly store: EditorStore;
  readonly finding: Finding;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
}) {
  const { store, finding } = props;
  const lookAt = () => {
    props.onChoose(finding.id);
    const { lookAt: show, set, view } = store.getState();
    // What is said of the plan after the works is not to be seen before them.
    if (view === 'before') set({ view: 'after' });
    if (finding.place) show(finding.place.storey, finding.place.at, finding.about);
    else set({ highlight: finding.about });
  };
  return (
    <li>
      <button
        type="button"
        className="finding"
        data-finding={finding.id}
        aria-pressed={props.chosen}
        onClick={lookAt}
      >
        <FindingWords finding={finding} />
      </button>
      {finding.fix ? <FixButton store={store} fix={finding.fix} /> : null}
    </li>
  );
});

const isBlank = (plan: Plan): boolean =>
  Object.values(plan.storeys).every(({ walls }) => Object.keys(walls).length === 0);

const nothingYet = text(
  '还没有可检查的内容。画墙、标注房间、添加住户之后，缺什么、哪里不符合都会列在这里。',
  'There is nothing to check yet. Draw walls, name rooms and add households: what is missing or breaks a rule is listed here.',
);
const noFindings = text(
  '没有发现问题。每次修改后都会重新检查。',
  'No findings. Every edit is checked again.',
);

/** Mends what can be mended in one step; undo takes it back. */
function FixButton({ store, fix }: { readonly store: EditorStore; readonly fix: Fix }) {
  const say = useSay();
  const reading = useStore(store, (state) => state.reading !== null);
  return (
    <Button
      className="finding-fix"
      disabled={reading}
      onClick={() => store.getState().run(fixCommand(fix, newId))}
    >
      {say(fix.label)}
    </Button>
  );
}

function FindingWords({ finding }: { readonly finding: Finding }) {
  const say = useSay();
  const { measured, required, source } = finding;
  const numbers = measured && measured.unit !== 'count' ? measured : null;
  return (
    <>
      <span className="finding-text">{say(finding.text)}</span>
      {numbers ? (
        <span className="finding-numbers">
          <span>
            {say(text('本方案', 'This scheme'))} <b>{amount(numbers)}</b>
          </span>
          {required ? (
            <span>
              {say(text('要求', 'Required'))} {amount(required)}
            </span>
          ) : null}
        </span>
      ) : null}
      <span className="finding-source">
        <span>{say(source.clause)}</span>
        {source.certainty === 'A' ? null : (
          <Tag
            variant="outlined"
            title={say(
              text(
                `依据的可靠程度：${source.certainty}。尚未对照规范原文。`,
                `Certainty of the source: ${source.certainty}. Not yet checked against the original text.`,
              ),
            )}
          >
            {say(text('待核对原文', 'original to be checked'))}
          </Tag>
        )}
      </span>
    </>
  );
}

function amount(measure: Measure): string {
  switch (measure.unit) {
    case 'm2':
      return `${measure.value.toFixed(2)} m²`;
    case 'mm':
      return mm(measure.value);
    case 'percent':
      return `${measure.value} %`;
    case 'count':
      return count(measure.value);
  }
}

/** Up and down go from one finding to the next across groups; Enter and Space choose, as on any button. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button.finding')];
  const next = buttons[buttons.indexOf(event.target as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
