import {
  ArrowLeftOutlined,
  DownOutlined,
  RedoOutlined,
  SaveOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Tooltip } from 'antd';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { SchemeSummary } from '../../shared/bridge.ts';
import type { SchemeId } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { keyOf } from '../commands/registry.ts';
import { schemeOf } from '../editor/session.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { schemeWords } from '../language/scheme-words.ts';
import { LanguageSwitch } from '../screens/library-settings.tsx';
import { SurveyDialog } from '../screens/survey.tsx';
import { DamageNotice } from './damage-notice.tsx';
import { DraftState } from './draft-state.tsx';
import { OtherDraftNotice } from './other-draft.tsx';
import { OtherSaveNotice } from './other-save.tsx';
import { ReadOnlyNotice, useReadOnly } from './read-only.tsx';
import { useCanSave } from './save-version.tsx';
import {
  ArchivedNotice,
  ReadingNotice,
  RestoredNotice,
  TwoHeadsNotice,
} from './scheme-notices.tsx';
import { useEditorRoom } from './session-context.ts';
import { SurveyNotice } from './survey-notice.tsx';
import { useSurveyOffers } from './use-survey-offers.ts';

/** The editor's head: where one is, whether the work is safe, undo, save, language. */
export function SchemeBar(props: { readonly store: EditorStore; onSave(): void }) {
  const { store } = props;
  const say = useSay();
  const room = useEditorRoom();
  const { session } = room;
  const content = useStore(session.state, (state) => state.content);
  const scheme = useStore(session.state, (state) => schemeOf(state, session.scheme));
  const others = content.schemes.filter((each) => !each.archived && each.id !== session.scheme);
  const offers = useSurveyOffers(store);
  /** The scheme whose correction, which was not taken over, is looked at again. */
  const [again, setAgain] = useState<SchemeId | null>(null);
  const kept = offers.kept.find((offer) => offer.scheme.id === again);

  const called = scheme ? say(schemeWords(scheme, content.schemes)) : '';
  return (
    <header className="scheme-head">
      <div className="scheme-bar">
        <Tooltip title={say(text('返回楼栋库', 'Back to the library'))}>
          <Button
            type="text"
            icon={<ArrowLeftOutlined />}
            aria-label={say(text('返回楼栋库', 'Back to the library'))}
            onClick={room.leave}
          />
        </Tooltip>
        <h1 title={content.name}>{content.name}</h1>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...others.map((each) => ({
                key: each.id,
                label: say(listedName(each, content.schemes)),
              })),
              ...(others.length > 0 ? [{ type: 'divider' as const }] : []),
              ...offers.kept.map(({ scheme: from }) => ({
                key: `${keptKey}${from.id}`,
                label: say(keptWords(schemeWords(from, content.schemes))),
              })),
              { key: 'all', label: say(text('全部方案、新建方案…', 'All schemes, new scheme…')) },
            ],
            onClick({ key }) {
              if (key === 'all') room.chooseScheme();
              else if (key.startsWith(keptKey)) setAgain(key.slice(keptKey.length) as SchemeId);
              else room.openScheme(key as SchemeId);
            },
          }}
        >
          <Button
            type="text"
            className="scheme-switch"
            icon={<DownOutlined />}
            iconPlacement="end"
            title={called}
          >
            <span className="scheme-switch-name">{called}</span>
          </Button>
        </Dropdown>
        <span className="grow" />
        <DraftState />
        <UndoButtons store={store} />
        <SaveButton onSave={props.onSave} />
        <LanguageSwitch size="small" />
      </div>
      <RestoredNotice />
      <ReadOnlyNotice />
      <ArchivedNotice />
      <DamageNotice />
      <TwoHeadsNotice />
      <SurveyNotice store={store} offer={offers.fresh[0] ?? null} />
      {kept ? (
        <SurveyDialog store={store} offer={kept} isKept onClose={() => setAgain(null)} />
      ) : null}
      <OtherDraftNotice store={store} />
      <OtherSaveNotice store={store} />
      <ReadingNotice store={store} />
    </header>
  );
}

/** Before the id of a scheme, in the menu: its correction that was not taken over. */
const keptKey = 'survey:';

const keptWords = (called: Text): Text =>
  text(`未采用的现状更正：${called.zh}…`, `Correction of the survey not taken over: ${called.en}…`);

/** With what is to be known before it is opened. */
function listedName(scheme: SchemeSummary, schemes: readonly SchemeSummary[]): Text {
  const called = schemeWords(scheme, schemes);
  return scheme.fork ? text(`${called.zh} · 待合并`, `${called.en} · to merge`) : called;
}

function SaveButton({ onSave }: { readonly onSave: () => void }) {
  const say = useSay();
  const canSave = useCanSave();
  const readOnly = useReadOnly();
  return (
    <Tooltip title={readOnly ? say(readOnly) : keyOf('save')}>
      <Button type="primary" icon={<SaveOutlined />} disabled={!canSave} onClick={onSave}>
        {say(
          readOnly ? text('另存为 .duyong…', 'Save as .duyong…') : text('保存版本', 'Save version'),
        )}
      </Button>
    </Tooltip>
  );
}

function UndoButtons({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const history = useStore(store, (state) => state.history);
  const reading = useStore(store, (state) => state.reading !== null);
  const last = history.past.at(-1);
  const next = history.future[0];
  const named = (verb: Text, step: Text | undefined): string =>
    step ? say(text(`${verb.zh}：${step.zh}`, `${verb.en}: ${step.en}`)) : say(verb);
  return (
    <span className="undo-buttons">
      <Tooltip title={`${named(text('撤销', 'Undo'), last?.label)} (${keyOf('undo')})`}>
        <Button
          type="text"
          icon={<UndoOutlined />}
          aria-label={say(text('撤销', 'Undo'))}
          disabled={!last || reading}
          onClick={() => store.getState().undo()}
        />
      </Tooltip>
      <Tooltip title={`${named(text('重做', 'Redo'), next?.label)} (${keyOf('redo')})`}>
        <Button
          type="text"
          icon={<RedoOutlined />}
          aria-label={say(text('重做', 'Redo'))}
          disabled={!next || reading}
          onClick={() => store.getState().redo()}
        />
      </Tooltip>
    </span>
  );
}
