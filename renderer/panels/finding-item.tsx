import { Button, Tag } from 'antd';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { HouseholdId, Plan } from '../../shared/plan/model.ts';
import { harmlessFix } from '../../shared/propose/fix.ts';
import { amountsOf } from '../../shared/rules/amount.ts';
import { mayAccept, type Standing } from '../../shared/rules/derogation.ts';
import { certaintyWords, type Finding, type Fix, toCheck } from '../../shared/rules/finding.ts';
import { ownWords } from '../../shared/rules/own-numbers.ts';
import { type Text, text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import { lookAtFinding, pointAtFinding } from '../editor/look-at-finding.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { unbroken } from '../language/say.ts';
import { AcceptDialog, AcceptedWords } from './finding-accept.tsx';
import { Explanation } from './finding-explain.tsx';
import { ruleWords, storeyOf } from './finding-groups.ts';
import { shareOf, shareWords } from './finding-share.ts';
import { SeverityMark } from './severity-mark.tsx';
import { profileInUse } from './use-profile.ts';

/** One finding: its words, numbers and clause; chosen, what can be done about it and why it is one. */
export const FindingItem = memo(function FindingItem(props: {
  readonly store: EditorStore;
  readonly plan: Plan;
  readonly finding: Finding;
  readonly standing: Standing | null;
  /** Under whose name it is listed; null where it stands once for all. */
  readonly household: HouseholdId | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { store, plan, finding, household, standing, isChosen } = props;
  const say = useSay();
  const reading = useStore(store, (state) => state.reading !== null);
  const share = useMemo(
    () => (household === null ? null : shareOf(plan, finding, household)),
    [plan, finding, household],
  );
  const seen = share ?? finding;
  const [isAsking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen && button.current) showWhole(button.current);
  }, [isChosen]);
  const leave = (): void => {
    const { finding: last, set } = store.getState();
    // What is chosen stays pointed at; what the pointer passed does not.
    if (last !== finding.id) set({ highlight: [], measured: null });
  };
  return (
    <li
      onPointerEnter={() => pointAtFinding(store, seen)}
      onPointerLeave={leave}
      onFocus={() => pointAtFinding(store, seen)}
      onBlur={leave}
    >
      <button
        ref={button}
        type="button"
        className="finding"
        data-finding={finding.id}
        aria-pressed={isChosen}
        onClick={() => {
          props.onChoose();
          lookAtFinding(store, seen);
        }}
      >
        <span className="finding-mark">
          <SeverityMark severity={finding.severity} />
        </span>
        <FindingWords finding={finding} share={share} />
        <FindingPlace store={store} plan={plan} finding={seen} />
        {standing ? <AcceptedWords plan={plan} finding={finding} standing={standing} /> : null}
      </button>
      {finding.fix ? <FixButton store={store} fix={finding.fix} disabled={reading} /> : null}
      {isChosen && mayAccept(finding) ? (
        <Button
          className="finding-accept"
          size="small"
          disabled={reading}
          onClick={() => setAsking(true)}
        >
          {say(standing ? text('修改或撤回', 'Change or take back') : text('接受…', 'Accept…'))}
        </Button>
      ) : null}
      {isChosen ? <Explanation store={store} plan={plan} finding={seen} /> : null}
      {isAsking ? (
        <AcceptDialog finding={finding} standing={standing} onClose={() => setAsking(false)} />
      ) : null}
    </li>
  );
});

/** Scrolls until the finding and as much as there is place for of its explanation show below the head of the list. */
function showWhole(button: HTMLElement): void {
  const head = button.closest('.panel')?.querySelector<HTMLElement>('.findings-head');
  for (const element of [button.closest('li'), button]) {
    if (!element) continue;
    element.style.scrollMarginTop = `${head?.offsetHeight ?? 0}px`;
    element.scrollIntoView({ block: 'nearest' });
  }
}

/** By which rule it is one, and on which storey it is to be seen: another than the one shown says so. */
function FindingPlace(props: {
  readonly store: EditorStore;
  readonly plan: Plan;
  readonly finding: Finding;
}) {
  const say = useSay();
  const { store, plan, finding } = props;
  const storey = storeyOf(finding);
  const isElsewhere = useStore(store, (state) => storey !== null && state.storey !== storey);
  const isByRule = useStore(store, ({ listing }) => listing.by === 'rule');
  const isStacked = Object.keys(plan.storeys).length > 1;
  const name = storey && isStacked ? (plan.storeys[storey]?.name ?? null) : null;
  if (isByRule && !name) return null;
  return (
    <span className="finding-place">
      {isByRule ? null : <span>{say(ruleWords(finding.rule))}</span>}
      {name ? (
        <span className={isElsewhere ? 'finding-elsewhere' : ''}>
          {isElsewhere ? say(text(`在${name}，点击前往`, `on ${name}: click to go there`)) : name}
        </span>
      ) : null}
    </span>
  );
}

/** What is being surveyed stays as it is found. */
const asWorks = ({ zh, en }: Text): Text => text(`${zh}（作为改造）`, `${en} (as works)`);

/** Mends what can be mended in one step; undo takes it back. */
function FixButton(props: {
  readonly store: EditorStore;
  readonly fix: Fix;
  readonly disabled: boolean;
}) {
  const say = useSay();
  const { store, fix } = props;
  const isSurveying = useStore(store, ({ intent }) => intent === 'survey');
  return (
    <Button
      className="finding-fix"
      size="small"
      disabled={props.disabled}
      onClick={() => {
        const state = store.getState();
        state.run(harmlessFix(fix, newId, state.intent, profileInUse(state)));
      }}
    >
      {say(isSurveying && fix.kind === 'change-opening' ? asWorks(fix.label) : fix.label)}
    </Button>
  );
}

function FindingWords(props: { readonly finding: Finding; readonly share: Finding | null }) {
  const { finding, share } = props;
  const say = useSay();
  const { source } = finding;
  const [own, check] = [ownWords(source), toCheck(source)];
  const numbers = amountsOf(finding);
  return (
    <>
      <span className="finding-text">{unbroken(say(finding.text))}</span>
      {share ? <span className="finding-numbers">{say(shareWords(share))}</span> : null}
      {numbers ? (
        <span className="finding-numbers">
          <span>
            {say(text('本方案', 'This scheme'))}{' '}
            <b>
              {finding.atMost ? say(text('至多 ', 'at most ')) : ''}
              {unbroken(numbers.measured)}
            </b>
          </span>
          {numbers.required ? (
            <span>
              {say(text('要求', 'Required'))} {unbroken(say(numbers.required))}
            </span>
          ) : null}
        </span>
      ) : null}
      {own ? <span className="finding-own">{say(own)}</span> : null}
      <span className="finding-source">
        <span>{say(source.clause)}</span>
        {check && (
          <Tag
            variant="outlined"
            title={say(
              text(
                `依据的可靠程度 ${source.certainty}：${certaintyWords[source.certainty].zh}。`,
                `Certainty of the source ${source.certainty}: ${certaintyWords[source.certainty].en}.`,
              ),
            )}
          >
            {say(check)}
          </Tag>
        )}
      </span>
    </>
  );
}
