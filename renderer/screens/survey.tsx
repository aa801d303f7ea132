import { App, Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Side } from '../../shared/records/merge.ts';
import { surveyQuestions } from '../../shared/records/survey.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import type { EditorStore } from '../editor/store.ts';
import type { SurveyOffer } from '../editor/survey-offers.ts';
import { useSay } from '../language/language.tsx';
import { versionWithin } from '../language/version-words.ts';
import { useEditorRoom } from '../panels/session-context.ts';
import { useSchemeWords } from '../panels/use-scheme-words.ts';
import { useSurveyOffers } from '../panels/use-survey-offers.ts';
import { WideDialog } from '../panels/wide-dialog.tsx';
import { ProblemList } from './library-problems.tsx';
import { SurveyChoices } from './survey-choices.tsx';
import './compare.css';

/** Corrections that were not taken over, from the command; of several the first. */
export function KeptSurveyDialog(props: { readonly store: EditorStore; onClose(): void }) {
  const { store, onClose } = props;
  const say = useSay();
  const { kept, isKnown } = useSurveyOffers(store);
  const [offer] = kept;
  if (offer) return <SurveyDialog store={store} offer={offer} isKept onClose={onClose} />;
  return (
    <WideDialog title={title} className="compare-dialog" onClose={onClose}>
      <p className="compare-empty" role="status">
        {say(
          isKnown
            ? text(
                '没有未采用的现状更正。其他方案更正现状后，会在本方案上方提示。',
                'No correction of the survey is left out. When another scheme corrects it, a line above this one says so.',
              )
            : text('正在读取…', 'Being read…'),
        )}
      </p>
    </WideDialog>
  );
}

const title = text('现状测绘的更正', 'A correction of the survey');

/** A correction of the survey that another scheme holds: what it would change here, and the choice. */
export function SurveyDialog(props: {
  readonly store: EditorStore;
  readonly offer: SurveyOffer;
  /** It was not taken over before. */
  readonly isKept?: boolean;
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
  const asking = useMemo(() => surveyQuestions(plan, offer.changes), [plan, offer.changes]);
  const taken = useMemo(
    () => ('problems' in asking ? asking : { ...asking, ...asking.merged(choices) }),
    [asking, choices],
  );
  const choose = useCallback(
    (id: string, side: Side) => setChoices((now) => new Map(now).set(id, side)),
    [],
  );
  const { versions } = offer.scheme;
  const called = useSchemeWords(offer.scheme);
  const version = versions.find(({ id }) => id === offer.version);
  const from = version ? versionWithin(version, versions) : text('', '');
  const conflicts = 'problems' in taken ? [] : taken.conflicts;
  const open = conflicts.filter((each) => !each.settled).length;
  const left = conflicts.filter((each) => each.settled && each.chosen === 'ours').length;

  const take = () => {
    if (!('plan' in taken)) return;
    const label = text(`采用“${called.zh}”的现状更正`, `Take the survey over from "${called.en}"`);
    session.takeSurvey(offer.version, offer.changes, taken.plan, label);
    message.success(say(left > 0 ? partWords : takenWords));
    props.onClose();
  };
  const keep = async () => {
    if (props.isKept) {
      props.onClose();
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      await session.keepSurvey(offer.version);
      message.success(say(keptWords));
      props.onClose();
    } catch (error) {
      setFailure(failureText(error));
      setBusy(false);
    }
  };

  return (
    <WideDialog title={title} className="compare-dialog" onClose={props.onClose}>
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
        <SurveyChoices
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
          {say(
            props.isKept
              ? text('仍保留本方案的', "Go on with this scheme's own")
              : text('保留本方案的', "Keep this scheme's own"),
          )}
        </Button>
        <Button
          type="primary"
          disabled={busy || open > 0 || 'problems' in taken || left === conflicts.length}
          title={open > 0 ? say(text('请先逐条选择', 'Choose each of these first')) : undefined}
          onClick={take}
        >
          {say(
            left > 0
              ? text('采用所选的更正', 'Take over what is chosen')
              : text('采用更正', 'Take it over'),
          )}
        </Button>
      </div>
    </WideDialog>
  );
}

const takenWords = text('已采用现状更正，可撤销。', 'Taken over; undo takes it back.');
const partWords = text(
  '已采用所选的更正，可撤销。其余的以后可从方案菜单“未采用的现状更正”再看。',
  'What was chosen is taken over; undo takes it back. The rest stays in the menu of the schemes.',
);
const keptWords = text(
  '保留本方案的现状。以后可从方案菜单“未采用的现状更正”再看、再采用。',
  'This scheme keeps its own. The correction stays in the menu of the schemes, to be taken over later.',
);
