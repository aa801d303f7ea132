import { BranchesOutlined, CloseOutlined, EyeOutlined, HistoryOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { twoHeadsOf } from '../editor/heads.ts';
import { schemeOf } from '../editor/session.ts';
import type { EditorStore } from '../editor/store.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { clock, dateTime } from '../language/say.ts';
import { editsWords } from '../language/words.ts';
import { MergeDialog } from '../screens/merge.tsx';
import { useEditorRoom } from './session-context.ts';

/** Says that a draft was found and taken up, and offers to go without it. */
export function RestoredNotice() {
  const say = useSay();
  const { session, discardDraft } = useEditorRoom();
  const restored = useStore(session.state, (state) => state.restored);
  if (!restored) return null;
  const edits = editsWords(restored.edits);
  const { savedAt } = restored;
  return (
    <div className="notice" role="status">
      <HistoryOutlined aria-hidden />
      <span>
        {say(
          text(
            `已恢复未保存的草稿：${edits.zh}，${clock(savedAt)}`,
            `Unsaved draft restored: ${edits.en}, ${clock(savedAt)}`,
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

/** Says that two versions were saved side by side, and offers to make one of them. */
export function TwoHeadsNotice() {
  const say = useSay();
  const { session } = useEditorRoom();
  const versions = useStore(session.state, (state) => schemeOf(state, session.scheme)?.versions);
  const two = useMemo(() => (versions ? twoHeadsOf(versions) : null), [versions]);
  const [merging, setMerging] = useState(false);
  if (!two || !versions) return null;
  const ordinals = two.heads.map(
    (head) => versions.length - versions.findIndex(({ id }) => id === head.id),
  );
  return (
    <div className="notice" role="status" data-testid="two-heads">
      <BranchesOutlined aria-hidden />
      <span>
        {say(
          text(
            `第 ${ordinals[0]} 版与第 ${ordinals[1]} 版是从同一版分头保存的，两份修改都在。合并后才是一份完整的方案。`,
            `Versions ${ordinals[0]} and ${ordinals[1]} were saved side by side; the changes of both are kept. Merge them to go on with one plan.`,
          ),
        )}
      </span>
      <span className="grow" />
      <Button onClick={() => setMerging(true)}>{say(text('合并…', 'Merge…'))}</Button>
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
  const [busy, setBusy] = useState(false);
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
  const ordinal = (versions?.length ?? 0) - index;
  const when = version ? dateTime(version.savedAt, language) : '';
  const restore = async () => {
    setBusy(true);
    try {
      await session.restoreVersion(
        shown,
        text(`恢复第 ${ordinal} 版`, `Restore version ${ordinal}`),
      );
    } catch (error) {
      store.getState().set({ message: { tone: 'error', text: failureText(error) } });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="notice notice-reading" role="status" data-testid="reading-notice">
      <EyeOutlined aria-hidden />
      <span>
        {say(
          text(
            `正在查看第 ${ordinal} 版（${when}），不能修改`,
            `You are looking at version ${ordinal} (${when}); it cannot be changed`,
          ),
        )}
      </span>
      <Button onClick={() => session.backToDraft()}>
        {say(text('返回草稿', 'Back to the draft'))}
      </Button>
      <Button loading={busy} onClick={() => void restore()}>
        {say(text('恢复此版本', 'Restore this version'))}
      </Button>
    </div>
  );
}
