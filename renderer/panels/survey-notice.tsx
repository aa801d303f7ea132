import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import type { SurveyOffer } from '../editor/survey-offers.ts';
import { useSay } from '../language/language.tsx';
import { schemeWords } from '../language/scheme-words.ts';
import { SurveyDialog } from '../screens/survey.tsx';
import { useEditorRoom } from './session-context.ts';

/** Says that another scheme corrected the survey, which is one for all, and offers the correction. */
export function SurveyNotice(props: {
  readonly store: EditorStore;
  readonly offer: SurveyOffer | null;
}) {
  const { store, offer } = props;
  const say = useSay();
  const { session } = useEditorRoom();
  const schemes = useStore(session.state, (state) => state.content.schemes);
  const isReading = useStore(store, (state) => state.reading !== null);
  const [open, setOpen] = useState(false);
  if (!offer || isReading) return null;
  const called = schemeWords(offer.scheme, schemes);
  return (
    <div className="notice" role="status" data-testid="survey-offer">
      <EditOutlined aria-hidden />
      <span>
        {say(
          text(
            `“${called.zh}”更正了现状测绘，本方案还没有采用。现状只有一份，各方案应当一致。`,
            `"${called.en}" corrected the survey, and this scheme has not taken that over. There is one survey for all schemes.`,
          ),
        )}
      </span>
      <span className="grow" />
      <Button onClick={() => setOpen(true)}>{say(text('查看更正…', 'See the correction…'))}</Button>
      {open ? <SurveyDialog store={store} offer={offer} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
