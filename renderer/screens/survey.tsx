import { App, Button, Tag } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { StoreyId } from '../../shared/plan/model.ts';
import { elementChanges } from '../../shared/records/element-changes.ts';
import { storeyOf } from '../../shared/records/facts.ts';
import type { Side } from '../../shared/records/merge.ts';
import { type SurveyTaken, withSurvey } from '../../shared/records/survey.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import type { EditorStore } from '../editor/store.ts';
import type { SurveyOffer } from '../editor/survey-offers.ts';
import { choiceWords } from '../language/choice-words.ts';
import { useSay } from '../language/language.tsx';
import { versionWithin } from '../language/version-words.ts';
import { useEditorRoom } from '../panels/session-context.ts';
import { useProfile } from '../panels/use-profile.ts';
import { useSchemeWords } from '../panels/use-scheme-words.ts';
import { WideDialog } from '../panels/wide-dialog.tsx';
import { ElementsList } from './compare-lists.tsx';
import { ProblemList } from './library-problems.tsx';
import { CheckProgress, ConflictEntry, choicesOf } from './merge-conflicts.tsx';
import { MergeFindings, surveyFindingsWords } from './merge-findings.tsx';
import { MergePicture } from './merge-picture.tsx';
import { useForesight } from './use-foresight.ts';
import './compare.css';

/** A correction of the survey that another scheme holds: what it would change here, and the choice. */
export function SurveyDialog(props: {
  readonly store: EditorStore;
  readonly offer: SurveyOffer;
  onClose(): void;
}) {
  const { store, offer } = props;
  const say = useSay();
  const { message } = App.useApp();
  const { session } = useEditorRoom();
  const plan = useStore(store, (state) => state.history.plan);
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Text | null>(null);
  const taken = useMemo(
    () => withSurvey(plan, offer.changes, choices),
    [plan, offer.changes, choices],
  );
  const choose = useCallback(
    (id: string, side: Side) => setChoices((now) => new Map(now).set(id, side)),
    [],
  );
  const { versions } = offer.scheme;
  const called = useSchemeWords(offer.scheme);
  const version = versions.find(({ id }) => id === offer.version);
  const from = version ? versionWithin(version, versions) : text('', '');
  const open = 'problems' in taken ? 0 : taken.conflicts.filter((each) => !each.settled).length;

  const take = () => {
    if (!('plan' in taken)) return;
    const label = text(`采用“${called.zh}”的现状更正`, `Take the survey over from "${called.en}"`);
    session.takeSurvey(offer.version, offer.changes, taken.plan, label);
    message.success(say(text('已采用现状更正，可撤销。', 'Taken over; undo takes it back.')));
    props.onClose();
  };
  const keep = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await session.keepSurvey(offer.version);
      message.success(say(text('保留本方案的现状。', 'This scheme keeps its own.')));
      props.onClose();
    } catch (error) {
      setFailure(failureText(error));
      setBusy(false);
    }
  };

  return (
    <WideDialog
      title={text('现状测绘的更正', 'A correction of the survey')}
      className="compare-dialog"
      onClose={props.onClose}
    >
      <p className="compare-totals">
        {say(
          text(
            `来自“${called.zh}”${from.zh}。采用后写入本方案的草稿，可撤销。`,
            `From "${called.en}", ${from.en}. Taken over, it goes into this scheme's draft, and undo takes it back.`,
          ),
        )}
      </p>
      {'problems' in taken ? (
        <div role="alert" className="failure">
          <p>
            {say(
              text(
                '这项更正与本方案的图纸不能并存，没有逐项采用。请在“现状测绘”下按对方方案改正，再选“保留本方案的”。',
                'The correction does not go with this plan. Draw it under "Survey" as the other scheme has it, then keep this plan.',
              ),
            )}
          </p>
          <ProblemList problems={taken.problems} />
        </div>
      ) : (
        <Taken
          taken={taken}
          offer={offer}
          plan={plan}
          store={store}
          choices={choices}
          onChoose={choose}
        />
      )}
      {failure ? (
        <p role="alert" className="failure">
          {say(failure)}
        </p>
      ) : null}
      <div className="merge-foot survey-foot">
        <Button loading={busy} onClick={() => void keep()}>
          {say(text('保留本方案的', "Keep this scheme's own"))}
        </Button>
        <Button
          type="primary"
          disabled={busy || open > 0 || 'problems' in taken}
          title={open > 0 ? say(text('请先逐条选择', 'Choose each of these first')) : undefined}
          onClick={take}
        >
          {say(text('采用更正', 'Take it over'))}
        </Button>
      </div>
    </WideDialog>
  );
}

function Taken(props: {
  readonly taken: SurveyTaken;
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
  const { before, corrected, conflicts } = taken;
  const profile = useProfile(props.store);
  const asked = useMemo(
    () => ({ plan, changes: offer.changes, profile }),
    [plan, offer.changes, profile],
  );
  const foresight = useForesight(asked, choices);
  const changes = useMemo(() => elementChanges(plan, taken.plan), [plan, taken]);
  const { sayings, paths } = useMemo(() => {
    const words = choiceWords({ ours: plan, theirs: corrected, base: before });
    return {
      sayings: new Map(conflicts.map((each) => [each.id, words(each.paths)])),
      paths: new Map(conflicts.map((each) => [each.id, each.paths])),
    };
  }, [conflicts, plan, corrected, before]);
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
        active={active}
        storey={storey}
        onStorey={setStorey}
        onActive={setActive}
        onChoose={choose}
      />
      <div className="compare-side merge-side">
        <div className="merge-scroll">
          {conflicts.length === 0 ? null : (
            <>
              <h3>
                {say(text('本方案与更正不同，请选择', 'This scheme has these otherwise: choose'))}{' '}
                {open > 0 ? (
                  <Tag color="orange">{say(text(`还有 ${open} 处`, `${open} left`))}</Tag>
                ) : (
                  <Tag color="green">{say(text('都已选择', 'All chosen'))}</Tag>
                )}
              </h3>
              <CheckProgress choices={entries} />
              <ol className="compare-list">
                {entries.map((choice) => (
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
