import { Tag } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import { countedChanges } from '../../shared/records/counted-changes.ts';
import { elementChanges } from '../../shared/records/element-changes.ts';
import { storeyOf } from '../../shared/records/facts.ts';
import { mergeQuestions, type Side } from '../../shared/records/merge.ts';
import { type MergeBase, noPast } from '../../shared/records/merge-base.ts';
import { text } from '../../shared/text.ts';
import { choiceWords } from '../language/choice-words.ts';
import { useSay } from '../language/language.tsx';
import type { PlanSource } from '../panels/plan-sources.ts';
import { useEditorRoom } from '../panels/session-context.ts';
import { useProfile } from '../panels/use-profile.ts';
import { comparedStoreys, firstChanged } from './changed-storeys.ts';
import {
  CheckProgress,
  ChooseRest,
  ConflictEntry,
  choicesOf,
  type Made,
} from './merge-conflicts.tsx';
import { MergeFindings, mergeFindingsWords } from './merge-findings.tsx';
import { MergeFoot } from './merge-foot.tsx';
import { MergeHead } from './merge-head.tsx';
import { MergePicture } from './merge-picture.tsx';
import {
  againWords,
  baselessWords,
  beforeWords,
  changesMade,
  madeWords,
  type Since,
  whyAgain,
} from './merge-words.ts';
import { useForesight } from './use-foresight.ts';

/** Whether it was asked already, as the versions were merged that both have. */
const isAgain = (paths: readonly string[], contested: ReadonlySet<string>): boolean =>
  paths.some((path) => contested.has(path));

/** Conflicts up to which each is chosen by itself, and says again what its versions changed in all. */
const few = 3;

/** Two versions side by side become one: what only one changed is kept, the rest is asked. */
export function Merging(props: {
  readonly sides: Readonly<Record<Side, PlanSource>>;
  /** What both were drawn from; null where there is none. */
  readonly base: MergeBase | null;
  /** As it is called. */
  readonly since: Since | null;
  /** It is there and cannot be read, or has not arrived. */
  readonly hidden: boolean;
  readonly ours: Plan;
  readonly theirs: Plan;
  onClose(): void;
}) {
  const { sides, ours, theirs } = props;
  const { plan: base, contested } = props.base ?? noPast;
  const before = props.base?.plan ?? ours;
  const say = useSay();
  const { session } = useEditorRoom();
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const [storey, setStorey] = useState<StoreyId | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const profile = useProfile(session.store);
  const asking = useMemo(
    () => mergeQuestions(base, ours, theirs, contested),
    [base, ours, theirs, contested],
  );
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
      countedChanges(made.ours, props.base?.plan ?? theirs, ours),
      countedChanges(made.theirs, props.base?.plan ?? ours, theirs),
    ];
    return {
      ours: madeWords(one, made.ours.length, since),
      theirs: madeWords(other, made.theirs.length, since),
    };
  }, [made, props.base, props.since, ours, theirs]);
  const changes = useMemo(() => elementChanges(before, merge.plan), [before, merge]);
  // What is asked comes first, else what is different.
  const start = useMemo(
    () =>
      storeyOf([...asking.asked.values()].flat()) ??
      firstChanged(comparedStoreys(before, merge.plan, changes)),
    [asking, before, merge, changes],
  );
  const merged = useMemo(
    () => ({ base, ours, theirs, contested, profile }),
    [base, ours, theirs, contested, profile],
  );
  const foresight = useForesight(merged, choices);
  const sayings = useMemo(() => {
    const words = choiceWords({ ours, theirs, base: props.base?.plan ?? null });
    // Which of the two changed what is contested, nobody can say.
    const plain = choiceWords({ ours, theirs, base: null });
    return new Map(
      [...asking.asked].map(([id, paths]) => [
        id,
        (isAgain(paths, contested) ? plain : words)(paths),
      ]),
    );
  }, [asking, ours, theirs, props.base, contested]);
  const entries = useMemo(
    () =>
      choicesOf(
        merge.conflicts,
        ({ id }) => sayings.get(id)!,
        foresight,
        ({ paths }) => (isAgain(paths, contested) ? whyAgain : null),
      ),
    [merge, sayings, foresight, contested],
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

  return (
    <div className="compare-body">
      <MergePicture
        before={before}
        after={merge.plan}
        changes={changes}
        words={{
          before: props.base ? beforeWords(props.since) : names.ours,
          after: text('合并后', 'Merged'),
        }}
        heads={heads}
        names={names}
        made={told}
        choices={entries}
        asked={asking.asked}
        active={active}
        storey={storey ?? start}
        onStorey={setStorey}
        onActive={setActive}
        onChoose={choose}
      />
      <div className="compare-side merge-side">
        <div className="merge-scroll">
          {props.base && props.since?.kind !== 'several' ? null : (
            <p role="note" className="merge-baseless">
              {say(
                props.base && props.since ? againWords(props.since) : baselessWords(props.hidden),
              )}
            </p>
          )}
          {(['ours', 'theirs'] as const).map((side) => (
            <MergeHead
              key={side}
              side={side}
              source={sides[side]}
              base={props.base?.plan ?? null}
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
                  props.base && contested.size === 0
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
                    made={entries.length > few || contested.size > 0 ? undefined : told}
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
        <MergeFoot
          isOpen={open > 0}
          parents={[sides.ours.version?.id, sides.theirs.version?.id]}
          plan={merge.plan}
          onSaved={props.onClose}
        />
      </div>
    </div>
  );
}
