import { App, Button, Input, Tag } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import { countedChanges } from '../../shared/records/counted-changes.ts';
import { elementChanges } from '../../shared/records/element-changes.ts';
import { storeyOf } from '../../shared/records/facts.ts';
import { mergeQuestions, type Side } from '../../shared/records/merge.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { newId } from '../editor/ids.ts';
import { emptyPlan } from '../editor/session-start.ts';
import { choiceWords } from '../language/choice-words.ts';
import { useSay } from '../language/language.tsx';
import { useSigning } from '../panels/author-field.tsx';
import type { PlanSource } from '../panels/plan-sources.ts';
import { useEditorRoom } from '../panels/session-context.ts';
import { useProfile } from '../panels/use-profile.ts';
import {
  CheckProgress,
  ChooseRest,
  ConflictEntry,
  choicesOf,
  type Made,
} from './merge-conflicts.tsx';
import { MergeFindings, mergeFindingsWords } from './merge-findings.tsx';
import { MergeHead } from './merge-head.tsx';
import { MergePicture } from './merge-picture.tsx';
import { baselessWords, changesMade, madeWords } from './merge-words.ts';
import { useForesight } from './use-foresight.ts';

/** Conflicts up to which each is chosen by itself, and says again what its versions changed in all. */
const few = 3;

/** Two versions side by side become one: what only one changed is kept, the rest is asked. */
export function Merging(props: {
  readonly sides: Readonly<Record<Side, PlanSource>>;
  /** What both were drawn from; null where there is none. */
  readonly base: Plan | null;
  /** As it is called within a sentence. */
  readonly since: Text | null;
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
  const asking = useMemo(() => mergeQuestions(base, ours, theirs), [base, ours, theirs]);
  const merge = useMemo(() => asking.merged(choices), [asking, choices]);
  const made = useMemo(
    () => ({
      ours: changesMade(props.base, ours, theirs),
      theirs: changesMade(props.base, theirs, ours),
    }),
    [props.base, ours, theirs],
  );
  const told = useMemo((): Made => {
    const since = props.base ? props.since : null;
    const [one, other] = [
      countedChanges(made.ours, props.base ?? theirs, ours),
      countedChanges(made.theirs, props.base ?? ours, theirs),
    ];
    return {
      ours: madeWords(one, made.ours.length, since),
      theirs: madeWords(other, made.theirs.length, since),
    };
  }, [made, props.base, props.since, ours, theirs]);
  const changes = useMemo(() => elementChanges(before, merge.plan), [before, merge]);
  const merged = useMemo(() => ({ base, ours, theirs, profile }), [base, ours, theirs, profile]);
  const foresight = useForesight(merged, choices);
  const sayings = useMemo(() => {
    const words = choiceWords({ ours, theirs, base: props.base });
    return new Map([...asking.asked].map(([id, paths]) => [id, words(paths)]));
  }, [asking, ours, theirs, props.base]);
  const entries = useMemo(
    () => choicesOf(merge.conflicts, ({ id }) => sayings.get(id)!, foresight),
    [merge, sayings, foresight],
  );
  const open = merge.conflicts.filter(({ settled }) => !settled).length;
  const names = useMemo(
    () => ({ ours: sides.ours.called, theirs: sides.theirs.called }),
    [sides.ours.called, sides.theirs.called],
  );
  const heads = useMemo(() => ({ ours, theirs }), [ours, theirs]);

  /** What is chosen is shown on the plan, where it has a place there. */
  const choose = useCallback(
    (id: string, side: Side): void => {
      setChoices((now) => new Map(now).set(id, side));
      setActive(id);
      const at = storeyOf(asking.asked.get(id) ?? []);
      if (at) setStorey(at);
    },
    [asking],
  );
  const chooseRest = (side: Side): void => {
    const rest = [...asking.asked.keys()].filter((id) => !choices.has(id));
    setChoices(new Map([...choices, ...rest.map((id) => [id, side] as const)]));
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
        made={told}
        choices={entries}
        asked={asking.asked}
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
            <MergeHead
              key={side}
              side={side}
              source={sides[side]}
              base={props.base}
              mine={side === 'ours' ? ours : theirs}
              other={side === 'ours' ? theirs : ours}
              changes={made[side]}
              made={told[side]}
              onStorey={setStorey}
            />
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
              <CheckProgress choices={entries} />
              {open > few ? <ChooseRest names={names} onChoose={chooseRest} /> : null}
              <ol className="compare-list">
                {entries.map((choice) => (
                  <ConflictEntry
                    key={choice.conflict.id}
                    choice={choice}
                    names={names}
                    made={entries.length > few ? undefined : told}
                    isActive={choice.conflict.id === active}
                    onLook={setActive}
                    onChoose={choose}
                  />
                ))}
              </ol>
            </>
          )}
          <MergeFindings foresight={foresight} words={mergeFindingsWords} isOpen={open > 0} />
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
