import { App, Button, Input, Tag } from 'antd';
import { useMemo, useState } from 'react';
import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import { findingChanges } from '../../shared/records/compare.ts';
import { elementChanges } from '../../shared/records/element-changes.ts';
import { placeOf } from '../../shared/records/facts.ts';
import { mergePlans, type Side } from '../../shared/records/merge.ts';
import { check } from '../../shared/rules/check.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { newId } from '../editor/ids.ts';
import { emptyPlan } from '../editor/session.ts';
import { choiceWords } from '../language/choice-words.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { useSigning } from '../panels/author-field.tsx';
import type { PlanSource } from '../panels/plan-sources.ts';
import { useEditorRoom } from '../panels/session-context.ts';
import { SeverityMark } from '../panels/severity-mark.tsx';
import { useProfile } from '../panels/use-profile.ts';
import {
  type Choice,
  ConflictEntry,
  foreseen,
  nothingBrought,
  SideMark,
} from './merge-conflicts.tsx';
import { MergePicture } from './merge-picture.tsx';
import { baselessWords, changedWords, changesMade, headWords, onlyWords } from './merge-words.ts';

/** Two versions side by side become one: what only one changed is kept, the rest is asked. */
export function Merging(props: {
  readonly sides: Readonly<Record<Side, PlanSource>>;
  /** What both were drawn from; null where there is none. */
  readonly base: Plan | null;
  /** It is there and cannot be read, or has not arrived. */
  readonly hidden: boolean;
  readonly ours: Plan;
  readonly theirs: Plan;
  onClose(): void;
}) {
  const { sides, ours, theirs } = props;
  const nothing = useMemo(() => ({ ...emptyPlan(newId), storeys: {} }), []);
  const base = props.base ?? nothing;
  const before = props.base ?? ours;
  const say = useSay();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const { session } = useEditorRoom();
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const [storey, setStorey] = useState<StoreyId | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const { author, sign } = useSigning();
  const [by, setBy] = useState(author);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Text | null>(null);
  const profile = useProfile(session.store);
  const merge = useMemo(
    () => mergePlans(base, ours, theirs, choices),
    [base, ours, theirs, choices],
  );
  const made = useMemo(
    () => ({
      ours: changesMade(props.base, ours, theirs),
      theirs: changesMade(props.base, theirs, ours),
    }),
    [props.base, ours, theirs],
  );
  const changes = useMemo(() => elementChanges(before, merge.plan), [before, merge]);
  const findings = useMemo(
    () =>
      findingChanges(
        [...check(ours, profile), ...check(theirs, profile)],
        check(merge.plan, profile),
      ).gained,
    [ours, theirs, merge, profile],
  );
  const brought = useMemo(
    () => foreseen({ base, ours, theirs }, merge.conflicts, choices, profile),
    [base, ours, theirs, merge, choices, profile],
  );
  const words = useMemo(
    () => choiceWords({ ours, theirs, base: props.base }),
    [ours, theirs, props.base],
  );
  const entries = useMemo(
    () =>
      merge.conflicts.map(
        (conflict, index): Choice => ({
          conflict,
          number: index + 1,
          sayings: words(conflict.paths),
          brought: brought.get(conflict.id) ?? nothingBrought,
        }),
      ),
    [merge, words, brought],
  );
  const open = merge.conflicts.filter(({ settled }) => !settled).length;
  const names = useMemo(
    () => ({ ours: sides.ours.called, theirs: sides.theirs.called }),
    [sides.ours.called, sides.theirs.called],
  );
  const heads = useMemo(() => ({ ours, theirs }), [ours, theirs]);

  const choose = (id: string, side: Side): void => {
    setChoices((now) => new Map(now).set(id, side));
    look(id);
  };
  /** Shows it on the plan, where it has a place there. */
  const look = (id: string): void => {
    setActive(id);
    const found = merge.conflicts.find((conflict) => conflict.id === id);
    const at = found?.paths.map((path) => placeOf(path).storey).find((one) => one !== null);
    if (at) setStorey(at as StoreyId);
  };
  const save = async () => {
    const { ours: one, theirs: other } = sides;
    if (!one.version || !other.version) return;
    setBusy(true);
    setFailure(null);
    try {
      await sign(by);
      await session.saveMerged(merge.plan, [one.version.id, other.version.id], note.trim());
      message.success(say(text('已合并为新版本。', 'Merged into a new version.')));
      props.onClose();
    } catch (error) {
      setFailure(failureText(error));
      setBusy(false);
    }
  };

  return (
    <div className="compare-body">
      <MergePicture
        before={before}
        after={merge.plan}
        changes={changes}
        words={{
          before: props.base ? text('共同的前一版', 'What both were drawn from') : names.ours,
          after: text('合并后', 'Merged'),
        }}
        heads={heads}
        names={names}
        choices={entries}
        active={active}
        storey={storey}
        onStorey={setStorey}
        onActive={setActive}
        onChoose={choose}
      />
      <div className="compare-side merge-side">
        <div className="merge-scroll">
          {props.base ? null : (
            <p role="note" className="merge-baseless">
              {say(baselessWords(props.hidden))}
            </p>
          )}
          {(['ours', 'theirs'] as const).map((side) => (
            <p key={side} className="merge-head">
              <SideMark side={side} />
              <strong>{say(names[side])}</strong>{' '}
              <span className="quiet">{headWords(sides[side], language)}</span>
              <br />
              {say(props.base ? changedWords(made[side].length) : onlyWords(made[side].length))}
            </p>
          ))}
          {merge.conflicts.length === 0 ? (
            <p role="status">
              {say(
                props.base
                  ? text(
                      '两个版本改动的地方互不冲突，各自的修改都保留。',
                      'The two versions changed different things: every change of both is kept.',
                    )
                  : text(
                      '两个版本没有不同之处需要选择。',
                      'Nothing is different in the two that would have to be chosen.',
                    ),
              )}
            </p>
          ) : (
            <>
              <h3>
                {say(
                  props.base
                    ? text('两个版本都改了，请选择', 'Both versions changed these: choose')
                    : text('两个版本里不同，请选择', 'The two versions differ here: choose'),
                )}{' '}
                {open > 0 ? (
                  <Tag color="orange">{say(text(`还有 ${open} 处`, `${open} left`))}</Tag>
                ) : (
                  <Tag color="green">{say(text('都已选择', 'All chosen'))}</Tag>
                )}
              </h3>
              <ol className="compare-list">
                {entries.map((choice) => (
                  <ConflictEntry
                    key={choice.conflict.id}
                    choice={choice}
                    names={names}
                    isActive={choice.conflict.id === active}
                    onLook={() => setActive(choice.conflict.id)}
                    onChoose={(side) => choose(choice.conflict.id, side)}
                  />
                ))}
              </ol>
            </>
          )}
          <h3>{say(text('合并带来的新问题', 'Findings that the merge brings'))}</h3>
          {findings.length === 0 ? (
            <p className="quiet">
              {say(
                text(
                  '没有：合并后的问题在两个版本里都已列出。',
                  'None: what is found in the merged plan is found in one of the two.',
                ),
              )}
            </p>
          ) : (
            <ul className="compare-list">
              {findings.map((finding) => (
                <li key={finding.id}>
                  <SeverityMark severity={finding.severity} /> {say(finding.text)}
                </li>
              ))}
            </ul>
          )}
        </div>
        {failure ? (
          <p role="alert" className="failure">
            {say(failure)}
          </p>
        ) : null}
        <div className="merge-foot">
          <Input
            value={note}
            onChange={(event) => setNote(event.target.value)}
            maxLength={4000}
            aria-label={say(text('说明', 'Note'))}
            placeholder={say(text('说明（可不填）', 'Note (optional)'))}
          />
          <Input
            className="merge-author"
            value={by}
            onChange={(event) => setBy(event.target.value)}
            maxLength={100}
            aria-label={say(text('署名', 'Author'))}
            placeholder={say(text('署名（可不填）', 'Author (optional)'))}
          />
          <Button
            type="primary"
            loading={busy}
            disabled={open > 0}
            title={
              open > 0 ? say(text('请先逐条选择', 'Choose each of the conflicts first')) : undefined
            }
            onClick={() => void save()}
          >
            {say(text('保存合并版本', 'Save the merged version'))}
          </Button>
        </div>
      </div>
    </div>
  );
}
