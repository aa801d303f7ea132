import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { schemeOf } from '../editor/session.ts';
import type { EditorStore } from '../editor/store.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { clockOrDay } from '../language/say.ts';
import { editsWords } from '../language/words.ts';
import { useEditorRoom } from './session-context.ts';

/** Says that another window drafted on the same scheme, and offers the ways on. */
export function OtherDraftNotice({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const { language } = useLanguage();
  const { session, openScheme } = useEditorRoom();
  const { state, other } = useStore(session.autosave.status);
  const scheme = useStore(session.state, (now) => schemeOf(now, session.scheme)?.name ?? '');
  const isReading = useStore(store, (now) => now.reading !== null);
  const [busy, setBusy] = useState(false);
  if (state !== 'refused' || !other) return null;

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      store.getState().set({ message: { tone: 'error', text: failureText(error) } });
    } finally {
      setBusy(false);
    }
  };
  const copyName = say(
    text(`${scheme.slice(0, 180)}（另存）`, `${scheme.slice(0, 180)} (second draft)`),
  );
  const note = say(text('另一窗口的草稿', 'Draft of another window'));
  const edits = editsWords(other.edits);
  const at = clockOrDay(other.savedAt, language);
  return (
    <div className="notice notice-other" role="alert" data-testid="other-draft">
      <WarningOutlined aria-hidden />
      <span>
        {say(
          text(
            `另一窗口已为本方案存有草稿（${edits.zh}，${at}）。本窗口的修改仍在此处，尚未写入；请选择：`,
            `Another window saved a draft of this scheme (${edits.en}, ${at}). Your edits here are not written yet:`,
          ),
        )}
      </span>
      <Button disabled={busy || isReading} onClick={() => void attempt(session.otherWindow.look)}>
        {say(text('查看另一份草稿', 'Look at the other draft'))}
      </Button>
      <Button
        disabled={busy}
        onClick={() =>
          void attempt(async () => openScheme(await session.otherWindow.keepAsScheme(copyName)))
        }
      >
        {say(text('本窗口另存为新方案', 'Keep mine as a new scheme'))}
      </Button>
      <Button
        disabled={busy}
        onClick={() => void attempt(() => session.otherWindow.takeOver(note))}
        title={say(
          text(
            '另一份草稿先存为版本，可随时恢复',
            'The other draft is first saved as a version, which can be restored',
          ),
        )}
      >
        {say(text('改用本窗口的，另一份存为版本', 'Use mine, keep the other as a version'))}
      </Button>
    </div>
  );
}
