import { Tag } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { StoreyId } from '../../shared/plan/model.ts';
import { elementChanges } from '../../shared/records/element-changes.ts';
import { storeyOf } from '../../shared/records/facts.ts';
import type { Side } from '../../shared/records/merge.ts';
import {
  type SurveyQuestions,
  type SurveyTaken,
  withWallsAt,
} from '../../shared/records/survey.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import type { SurveyOffer } from '../editor/survey-offers.ts';
import { choiceWords } from '../language/choice-words.ts';
import { useSay } from '../language/language.tsx';
import { useProfile } from '../panels/use-profile.ts';
import { useSchemeWords } from '../panels/use-scheme-words.ts';
import { ElementsList } from './compare-lists.tsx';
import { CheckProgress, type Choice, ConflictEntry, choicesOf } from './merge-conflicts.tsx';
import { MergeFindings, surveyFindingsWords } from './merge-findings.tsx';
import { MergePicture } from './merge-picture.tsx';
import { useForesight } from './use-foresight.ts';

/** Not each is a conflict: most are only what this scheme has not yet. */
const correctionWords = (number: number) => text(`第 ${number} 处更正`, `Correction ${number}`);

/** Each element of a correction with both choices, and what is made of them. */
export function SurveyChoices(props: {
  readonly taken: SurveyQuestions & SurveyTaken;
  readonly offer: SurveyOffer;
  readonly plan: SurveyTaken['plan'];
  readonly store: EditorStore;
  readonly choices: ReadonlyMap<string, Side>;
  onChoose(id: string, side: Side): void;
}) {
  const { taken, offer, plan, choices } = props;
  const say = useSay();
  const [storey, setStorey] = useState<StoreyId | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const { before, corrected, conflicts, agreed, asked } = taken;
  const profile = useProfile(props.store);
  const heard = useMemo(
    () => ({ plan, changes: offer.changes, profile }),
    [plan, offer.changes, profile],
  );
  const foresight = useForesight(heard, choices);
  const changes = useMemo(() => elementChanges(plan, taken.plan), [plan, taken]);
  const { sayings, paths } = useMemo(() => {
    const words = choiceWords({ ours: plan, theirs: corrected, base: before });
    const known = [...asked].map(
      ([id, each]) => [id, withWallsAt(each, [plan, corrected])] as const,
    );
    return {
      sayings: new Map(known.map(([id, each]) => [id, words(each)])),
      paths: new Map(known),
    };
  }, [asked, plan, corrected, before]);
  const entries = choicesOf(conflicts, ({ id }) => sayings.get(id)!, foresight);
  const heads = useMemo(() => ({ ours: plan, theirs: corrected }), [plan, corrected]);
  const called = useSchemeWords(offer.scheme);
  const names = useMemo(
    () => ({ ours: text('本方案', 'This scheme'), theirs: text(called.zh, called.en) }),
    [called.zh, called.en],
  );
  const { onChoose } = props;
  const choose = useCallback(
    (id: string, side: Side): void => {
      setActive(id);
      const at = storeyOf(paths.get(id) ?? []);
      if (at) setStorey(at);
      onChoose(id, side);
    },
    [paths, onChoose],
  );
  const open = conflicts.filter(({ settled }) => !settled).length;
  const doubtful = entries.filter(({ conflict }) => !agreed.has(conflict.id));
  const plain = entries.filter(({ conflict }) => agreed.has(conflict.id));
  const listOf = (list: readonly Choice[]) => (
    <ol className="compare-list">
      {list.map((choice) => (
        <ConflictEntry
          key={choice.conflict.id}
          choice={choice}
          names={names}
          isActive={choice.conflict.id === active}
          onLook={setActive}
          onChoose={choose}
        />
      ))}
    </ol>
  );
  return (
    <div className="compare-body">
      <MergePicture
        before={plan}
        after={taken.plan}
        changes={changes}
        words={{
          before: text('本方案现在', 'This scheme now'),
          after: text('采用后', 'Taken over'),
        }}
        heads={heads}
        names={names}
        choices={entries}
        asked={paths}
        placeWords={correctionWords}
        active={active}
        storey={storey ?? storeyOf([...paths.values()].flat())}
        onStorey={setStorey}
        onActive={setActive}
        onChoose={choose}
      />
      <div className="compare-side merge-side">
        <div className="merge-scroll">
          <CheckProgress choices={entries} />
          {doubtful.length === 0 ? null : (
            <>
              <h3>
                {say(text('本方案与更正不同，请选择', 'This scheme has these otherwise: choose'))}{' '}
                {open > 0 ? (
                  <Tag color="orange">{say(text(`还有 ${open} 处`, `${open} left`))}</Tag>
                ) : (
                  <Tag color="green">{say(text('都已选择', 'All chosen'))}</Tag>
                )}
              </h3>
              {listOf(doubtful)}
            </>
          )}
          {plain.length === 0 ? null : (
            <>
              <h3>
                {say(text('更正的内容，可逐处取舍', 'What is corrected: take or leave each'))}{' '}
                <span className="quiet">{plain.length}</span>
              </h3>
              {listOf(plain)}
            </>
          )}
          {changes.length === 0 ? null : (
            <>
              <h3>
                {say(text('本方案将改变', 'What changes here'))}{' '}
                <span className="quiet">{changes.length}</span>
              </h3>
              <ElementsList
                changes={changes}
                before={plan}
                after={taken.plan}
                onChoose={(change) => change.storey && setStorey(change.storey)}
              />
            </>
          )}
          <MergeFindings foresight={foresight} words={surveyFindingsWords} isOpen={open > 0} />
        </div>
      </div>
    </div>
  );
}
