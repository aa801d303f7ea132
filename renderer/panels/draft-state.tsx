import { CheckOutlined, LoadingOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import { isDirty } from '../editor/store.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { clockOrDay } from '../language/say.ts';
import { editsWords } from '../language/words.ts';
import { useEditorRoom } from './session-context.ts';

/** Whether the work is on disk, in a few words. */
export function DraftState() {
  const say = useSay();
  const { language } = useLanguage();
  const { session } = useEditorRoom();
  const status = useStore(session.autosave.status);
  const dirty = useStore(session.store, isDirty);
  useStore(session.store, (state) => state.history.past.length);
  const edits = editsWords(session.edits());
  const at = status.savedAt ? clockOrDay(status.savedAt, language) : '';
  if (status.state === 'failed') {
    return (
      <span className="draft-state tone-bad" role="status">
        <WarningOutlined aria-hidden />
        {say(text('草稿未能保存，正在重试', 'Draft not saved yet, trying again'))}
        <Button type="link" onClick={() => void session.autosave.flush()}>
          {say(text('立即重试', 'Try now'))}
        </Button>
      </span>
    );
  }
  if (status.state === 'refused') {
    return (
      <span
        className="draft-state tone-bad"
        role="status"
        data-testid="draft-state"
        data-state="refused"
      >
        <WarningOutlined aria-hidden />
        {say(
          text(
            `${edits.zh}未写入：另一窗口也在修改`,
            `${edits.en} not written: another window edits this scheme`,
          ),
        )}
      </span>
    );
  }
  const busy = status.state === 'waiting' || status.state === 'saving';
  return (
    <span
      className="draft-state quiet"
      role="status"
      data-testid="draft-state"
      data-state={status.state}
    >
      {busy ? <LoadingOutlined aria-hidden /> : <CheckOutlined aria-hidden />}
      {busy
        ? say(text('正在保存草稿…', 'Saving the draft…'))
        : dirty && status.savedAt
          ? say(text(`草稿已保存 ${at} · ${edits.zh}`, `Draft saved ${at} · ${edits.en}`))
          : say(text('没有未保存的修改', 'No unsaved changes'))}
    </span>
  );
}
