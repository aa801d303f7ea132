import { SettingOutlined } from '@ant-design/icons';
import { Button, Empty, Segmented, Tag } from 'antd';
import { type KeyboardEvent, memo, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { standings } from '../../shared/rules/derogation.ts';
import type { Severity } from '../../shared/rules/finding.ts';
import { text } from '../../shared/text.ts';
import { keyOf } from '../commands/registry.ts';
import { type EditorStore, shownPlan } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { severityWords, viewWords } from '../language/words.ts';
import {
  type FindingGroup,
  groupFindings,
  groupings,
  groupingWords,
  severities,
} from './finding-groups.ts';
import { FindingItem } from './finding-item.tsx';
import { RulesOff } from './rules-off.tsx';
import { SeverityMark } from './severity-mark.tsx';
import { useAtRest } from './use-at-rest.ts';
import { useProfile } from './use-profile.ts';
import './findings.css';

interface FindingsProps {
  readonly store: EditorStore;
  /** Opens the profile of rules. */
  readonly onProfile: () => void;
}

/** What the rules say about the plan after the works; choosing one shows it on the plan. */
export function FindingsPanel(props: FindingsProps) {
  // Checking a large building takes longer than a frame: the pointer goes first.
  const plan = useAtRest(useStore(props.store, shownPlan));
  const isCurrent = useStore(props.store, (state) => shownPlan(state) === plan);
  return <Findings {...props} plan={plan} isCurrent={isCurrent} />;
}

/** Rendered anew for a plan that was checked, not for each that the pointer passes. */
const Findings = memo(function Findings({
  store,
  plan,
  isCurrent,
  onProfile,
}: FindingsProps & { readonly plan: Plan; readonly isCurrent: boolean }) {
  const say = useSay();
  const profile = useProfile(store);
  const derogations = useStore(store, (state) => state.derogations);
  const chosen = useStore(store, (state) => state.finding);
  const [openIn, setOpenIn] = useState<string | null>(null);
  const { by, hidden } = useStore(store, (state) => state.listing);
  const { set } = store.getState();
  const findings = check(plan, profile);
  const accepted = useMemo(() => standings(findings, derogations), [findings, derogations]);
  const isAccepted = (id: string): boolean => accepted.get(id)?.state === 'accepted';
  const open = findings.filter(({ id }) => !isAccepted(id));
  const settled = findings.filter(({ id }) => isAccepted(id));
  const groups = groupFindings(
    plan,
    open.filter(({ severity }) => !hidden.includes(severity)),
    by,
  );
  // What is about several households stands in several groups, and is open in one of them.
  const withChosen = groups.filter((group) => group.findings.some(({ id }) => id === chosen));
  const chosenIn = (withChosen.find(({ key }) => key === openIn) ?? withChosen[0])?.key ?? null;
  const toggle = (severity: Severity): void =>
    set({
      listing: {
        by,
        hidden: hidden.includes(severity)
          ? hidden.filter((one) => one !== severity)
          : [...hidden, severity],
      },
    });
  const items = (of: typeof findings, group: FindingGroup | null) => (
    <ul>
      {of.map((finding) => (
        <FindingItem
          key={finding.id}
          store={store}
          plan={plan}
          finding={finding}
          standing={accepted.get(finding.id) ?? null}
          household={group?.household ?? null}
          isChosen={finding.id === chosen && (group?.key ?? null) === chosenIn}
          onChoose={() => setOpenIn(group?.key ?? null)}
        />
      ))}
    </ul>
  );

  return (
    <section className="panel" aria-label={say(text('问题', 'Findings'))} onKeyDown={moveByArrows}>
      <header className="findings-head">
        <p className="panel-note quiet">
          <span>
            {say(text('检查对象：', 'Checked: '))}
            {say(viewWords.after)}
          </span>
          <span role="status">
            {say(isCurrent ? text('已是最新', 'up to date') : text('正在检查…', 'checking…'))}
          </span>
        </p>
        <BeforeNote store={store} />
        <Button
          type="text"
          size="small"
          className="findings-profile"
          icon={<SettingOutlined />}
          onClick={onProfile}
          title={say(text('审查标准', 'Profile of rules'))}
        >
          {profile.name}
        </Button>
        <RulesOff profile={profile} />
        {findings.length === 0 ? null : (
          <>
            <div className="findings-filter">
              {severities.map((severity) => (
                <Tag.CheckableTag
                  key={severity}
                  checked={!hidden.includes(severity)}
                  onChange={() => toggle(severity)}
                >
                  <SeverityMark severity={severity} />
                  {say(severityWords[severity])}{' '}
                  {open.filter((finding) => finding.severity === severity).length}
                </Tag.CheckableTag>
              ))}
            </div>
            <Segmented
              block
              size="small"
              value={by}
              onChange={(value) => set({ listing: { by: value, hidden } })}
              aria-label={say(text('分组', 'Group by'))}
              options={groupings.map((value) => ({ value, label: say(groupingWords[value]) }))}
            />
          </>
        )}
      </header>
      {findings.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={say(isBlank(plan) ? nothingYet : noFindings)}
        />
      ) : groups.length === 0 && settled.length === 0 ? (
        <p className="panel-note quiet">
          {say(text('所选程度没有问题。', 'No findings of the severities chosen.'))}
        </p>
      ) : (
        groups.map((group) => (
          <div key={group.key} className="finding-group">
            <h3>
              {group.severity ? <SeverityMark severity={group.severity} /> : null}
              {say(group.words)}
              <span className="quiet">{group.findings.length}</span>
            </h3>
            {items(group.findings, group)}
          </div>
        ))
      )}
      {settled.length === 0 ? null : (
        <details className="finding-group">
          <summary>
            {say(text('已接受的提示', 'Accepted warnings'))}
            <span className="quiet">{settled.length}</span>
          </summary>
          {items(settled, null)}
        </details>
      )}
      {open.length === 0 ? null : (
        <p className="panel-note quiet">
          {say(
            text(
              `${keyOf('next-finding')} 下一个，${keyOf('previous-finding')} 上一个。`,
              `${keyOf('next-finding')} next, ${keyOf('previous-finding')} previous.`,
            ),
          )}
        </p>
      )}
    </section>
  );
});

/** Why nothing shows on the plan that the pointer rests on here. */
function BeforeNote({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const isBefore = useStore(store, ({ view }) => view === 'before');
  if (!isBefore) return null;
  return (
    <p className="panel-note quiet">
      {say(
        text(
          '图上是改造前，不标出问题；点击一条即转到改造后。',
          'The plan shows before, where no finding is marked; click one to see it after.',
        ),
      )}
    </p>
  );
}

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

/** Up and down go from one finding to the next across groups; Enter and Space choose, as on any button. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.target instanceof HTMLInputElement) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button.finding')];
  const next = buttons[buttons.indexOf(event.target as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
