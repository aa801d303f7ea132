import {
  BranchesOutlined,
  CloseOutlined,
  EyeOutlined,
  HistoryOutlined,
  InboxOutlined,
} from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { twoHeadsOf } from '../editor/heads.ts';
import { schemeOf } from '../editor/session.ts';
import type { EditorStore } from '../editor/store.ts';
import { forkWords } from '../language/fork-words.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { savedWords } from '../language/saved-words.ts';
import { clockOrDay } from '../language/say.ts';
import { versionWithin, versionWords } from '../language/version-words.ts';
import { editsWords } from '../language/words.ts';
import { MergeDialog } from '../screens/merge.tsx';
import { useReadOnly } from './read-only.tsx';
import { useRestore } from './restore-version.tsx';
import { useEditorRoom } from './session-context.ts';

/** Says that a draft was found and taken up, and offers to go without it. */
export function RestoredNotice() {
  const say = useSay();
  const { language } = useLanguage();
  const { session, discardDraft } = useEditorRoom();
  const restored = useStore(session.state, (state) => state.restored);
  const versions = useStore(session.state, (state) => schemeOf(state, session.scheme)?.versions);
  const base = useStore(session.store, (state) => state.base);
  if (!restored) return null;
  const edits = editsWords(restored.edits);
  const stoodOn = versions?.find(({ id }) => id === base);
  const called = stoodOn && versionWithin(stoodOn, versions ?? []);
  const after = called ? text(`${called.zh}之后的 `, ` after ${called.en}`) : text('', '');
  const at = clockOrDay(restored.savedAt, language);
  return (
    <div className="notice" role="status">
      <HistoryOutlined aria-hidden />
      <span>
        {say(
          text(
            `已恢复未保存的草稿：${after.zh}${edits.zh}，${at}`,
            `Unsaved draft restored: ${edits.en}${after.en}, ${at}`,
          ),
        )}
      </span>
      <Popconfirm
        title={say(text('放弃草稿？', 'Discard the draft?'))}
        description={say(
          text(
            '草稿中的全部修改将丢失，回到最近的版本。此操作不能撤销。',
            'All of its edits are lost and the newest version opens. This cannot be undone.',
          ),
        )}
        okText={say(text('放弃', 'Discard'))}
        okButtonProps={{ danger: true }}
        cancelText={say(text('取消', 'Cancel'))}
        onConfirm={discardDraft}
      >
        <Button type="link">{say(text('放弃草稿', 'Discard draft'))}</Button>
      </Popconfirm>
      <span className="grow" />
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={say(text('关闭提示', 'Close this notice'))}
        onClick={() => session.state.setState({ restored: null })}
      />
    </div>
  );
}

/** Says that the scheme was put away, and offers to bring it back. */
export function ArchivedNotice() {
  const say = useSay();
  const { session } = useEditorRoom();
  const scheme = useStore(session.state, (state) => schemeOf(state, session.scheme));
  const readOnly = useReadOnly();
  const [busy, setBusy] = useState(false);
  if (!scheme?.archived) return null;
  const bringBack = async () => {
    setBusy(true);
    try {
      await session.bringBack();
    } catch (error) {
      session.store.getState().set({ message: { tone: 'error', text: failureText(error) } });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="notice" role="status" data-testid="archived-notice">
      <InboxOutlined aria-hidden />
      <span>
        {say(
          text(
            '这个方案已归档：不列入方案和汇总。在这里的修改照常保存，但别人一般看不到它；要继续使用，请先取消归档。',
            'This scheme is archived: it is in no list and no total. Edits are kept as usual, but others will hardly see them. Restore it to go on with it.',
          ),
        )}
      </span>
      <span className="grow" />
      <Button
        loading={busy}
        disabled={readOnly !== null}
        title={readOnly ? say(readOnly) : undefined}
        onClick={() => void bringBack()}
      >
        {say(text('取消归档', 'Restore from archive'))}
      </Button>
    </div>
  );
}

/** Says that two versions were saved side by side, and offers to make one of them. */
export function TwoHeadsNotice() {
  const say = useSay();
  const { session } = useEditorRoom();
  const scheme = useStore(session.state, (state) => schemeOf(state, session.scheme));
  const two = useMemo(() => (scheme ? twoHeadsOf(scheme) : null), [scheme]);
  const [merging, setMerging] = useState(false);
  const readOnly = useReadOnly();
  if (!two || !scheme) return null;
  return (
    <div className="notice" role="status" data-testid="two-heads">
      <BranchesOutlined aria-hidden />
      <span>{say(forkWords(two, scheme.versions))}</span>
      <span className="grow" />
      <Button
        disabled={readOnly !== null}
        title={readOnly ? say(readOnly) : undefined}
        onClick={() => setMerging(true)}
      >
        {say(text('合并…', 'Merge…'))}
      </Button>
      {merging ? <MergeDialog two={two} onClose={() => setMerging(false)} /> : null}
    </div>
  );
}

/** Says that a version is on the screen, and offers the ways on. */
export function ReadingNotice({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const { language } = useLanguage();
  const { session } = useEditorRoom();
  const reading = useStore(store, (state) => state.reading);
  const versions = useStore(session.state, (state) => schemeOf(state, session.scheme)?.versions);
  const restoring = useRestore(store);
  if (!reading) return null;
  if (reading.version === null) {
    return (
      <div className="notice notice-reading" role="status" data-testid="reading-notice">
        <EyeOutlined aria-hidden />
        <span>
          {say(
            text(
              '正在查看另一窗口的草稿，不能修改',
              'You are looking at the draft of another window; it cannot be changed',
            ),
          )}
        </span>
        <Button onClick={() => session.backToDraft()}>
          {say(text('返回本窗口的草稿', 'Back to the draft of this window'))}
        </Button>
      </div>
    );
  }
  const shown = reading.version;
  const index = versions?.findIndex((version) => version.id === shown) ?? -1;
  const version = versions?.[index];
  const called = version ? versionWords(version, versions ?? []) : text('这一版', 'This version');
  const when = version ? savedWords(version, language) : '';
  return (
    <div className="notice notice-reading" role="status" data-testid="reading-notice">
      <EyeOutlined aria-hidden />
      <span>
        {say(
          text(
            `正在查看第 ${version?.number} 版（${when}），不能修改`,
            `You are looking at version ${version?.number} (${when}); it cannot be changed`,
          ),
        )}
      </span>
      <Button onClick={() => session.backToDraft()}>
        {say(text('返回草稿', 'Back to the draft'))}
      </Button>
      <Button
        loading={restoring.busy}
        onClick={() => restoring.restore({ version: shown, called })}
      >
        {say(text('恢复此版本', 'Restore this version'))}
      </Button>
      {restoring.dialog}
    </div>
  );
}
