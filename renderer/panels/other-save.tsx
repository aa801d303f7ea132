import { BellOutlined, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { schemeOf } from '../editor/session.ts';
import { type EditorStore, isDirty } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { clock } from '../language/say.ts';
import { versionWords } from '../language/version-words.ts';
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
  const called = versionWords(news, versions ?? []);
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
  const at = clock(news.savedAt);
  return (
    <div className="notice" role="status" data-testid="other-save">
      <BellOutlined aria-hidden />
      <span>
        {say(
          hasEdits
            ? text(
                `另一窗口于 ${at} 保存了${called.zh}，本窗口的修改以此前的版本为底；保存后两版并列`,
                `${called.en} was saved elsewhere at ${at}. Your edits here stand on an earlier one: saved, they stand beside it`,
              )
            : isBeside
              ? text(
                  `另一处于 ${at} 保存了${called.zh}，与本窗口所依据的一版并列`,
                  `${called.en} was saved elsewhere at ${at}, beside the one that this window stands on`,
                )
              : text(
                  `另一窗口于 ${at} 保存了${called.zh}，本窗口仍停在此前的版本`,
                  `${called.en} was saved elsewhere at ${at}. This window still shows an earlier one`,
                ),
        )}
      </span>
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
