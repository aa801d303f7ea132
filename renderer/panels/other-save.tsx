import { BellOutlined, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { schemeOf } from '../editor/session.ts';
import { type EditorStore, isDirty } from '../editor/store.ts';
import { arrivalWords } from '../language/arrival-words.ts';
import { useSay } from '../language/language.tsx';
import { listenToLibrary } from '../library-changes.ts';
import { useEditorRoom } from './session-context.ts';

/** Says that somebody else saved a version of the scheme, and offers to go on from it. */
export function OtherSaveNotice({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const { session, openScheme } = useEditorRoom();
  const news = useStore(session.state, (state) => state.news);
  const versions = useStore(session.state, (state) => schemeOf(state, session.scheme)?.versions);
  const heads = useStore(session.state, (state) => schemeOf(state, session.scheme)?.fork?.heads);
  const hasEdits = useStore(store, isDirty);
  const shown = useStore(store, (state) => state.reading?.version ?? null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') void session.lookForOthers();
    };
    const stop = listenToLibrary({
      began: look,
      heard: (buildings) => (buildings.includes(session.building) ? look() : undefined),
      // It is looked at when the window comes to the front as well.
      failed: () => undefined,
    });
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      stop();
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [session]);
  if (!news) return null;
  const isBeside = heads?.some((head) => head === news.id) ?? false;
  const close = () => session.state.setState({ news: null });
  const look = async () => {
    setBusy(true);
    try {
      await session.lookAtVersion(news.id);
    } catch (error) {
      store.getState().set({ message: { tone: 'error', text: failureText(error) } });
    } finally {
      setBusy(false);
    }
  };
  const which = hasEdits ? 'edits' : isBeside ? 'beside' : 'behind';
  return (
    <div className="notice" role="status" data-testid="other-save">
      <BellOutlined aria-hidden />
      <span>{say(arrivalWords(news, versions ?? [], which))}</span>
      {hasEdits ? null : (
        <Button onClick={() => openScheme(session.scheme)}>
          {say(text('打开新版', 'Open it'))}
        </Button>
      )}
      <Button disabled={busy || shown === news.id} onClick={() => void look()}>
        {say(text('查看', 'Look at it'))}
      </Button>
      <span className="grow" />
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={say(text('关闭提示', 'Close this notice'))}
        onClick={close}
      />
    </div>
  );
}
