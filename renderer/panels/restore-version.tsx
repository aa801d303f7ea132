import { App, Button, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { RecordId } from '../../shared/records/record.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { type EditorStore, isDirty } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { restoreWords } from '../language/version-words.ts';
import { editsWords } from '../language/words.ts';
import { AuthorField, useSigning } from './author-field.tsx';
import { useReadOnly } from './read-only.tsx';
import { useEditorRoom } from './session-context.ts';

/** What the draft is saved with first. */
interface Saved {
  readonly note: string;
  readonly author: string;
}

/** A version as a person calls it. */
interface Wanted {
  readonly version: RecordId;
  readonly called: Text;
}

/**
 * Makes a version the draft; where the draft holds work that is in no version, asks first. `dialog` is
 * that question, to be put on the screen.
 */
export function useRestore(store: EditorStore): {
  readonly restore: (wanted: Wanted) => void;
  readonly busy: boolean;
  readonly dialog: ReactNode;
} {
  const { session } = useEditorRoom();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<Wanted | null>(null);
  const carryOut = async ({ version, called }: Wanted) => {
    setBusy(true);
    try {
      await session.restoreVersion(version, restoreWords(called));
    } catch (error) {
      store.getState().set({ message: { tone: 'error', text: failureText(error) } });
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    restore: (wanted) => {
      if (isDirty(store.getState())) setAsked(wanted);
      else void carryOut(wanted);
    },
    dialog: asked ? (
      <RestoreDialog
        wanted={asked}
        onClose={() => setAsked(null)}
        onRestore={() => carryOut(asked)}
      />
    ) : null,
  };
}

/** What becomes of the edits that the version takes the place of. */
function RestoreDialog(props: {
  readonly wanted: Wanted;
  readonly onClose: () => void;
  readonly onRestore: () => Promise<void>;
}) {
  const say = useSay();
  const { message } = App.useApp();
  const { session } = useEditorRoom();
  const readOnly = useReadOnly();
  const [form] = Form.useForm<Saved>();
  const { author, sign } = useSigning();
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Text | null>(null);
  const edits = editsWords(session.edits());
  const { zh, en } = props.wanted.called;
  const restore = () => {
    props.onClose();
    void props.onRestore();
  };
  const saveFirst = async ({ note, author: by }: Saved) => {
    setSaving(true);
    setFailure(null);
    try {
      await sign(by);
      await session.saveVersion(note.trim());
      message.success(say(text('已保存为新版本。', 'Saved as a new version.')));
      restore();
    } catch (error) {
      setFailure(failureText(error));
      setSaving(false);
    }
  };
  return (
    <Modal
      open
      width={520}
      title={say(
        text(
          `用${zh}替换草稿？`,
          `Replace the draft with ${en.charAt(0).toLowerCase()}${en.slice(1)}?`,
        ),
      )}
      onCancel={props.onClose}
      footer={[
        <Button key="cancel" onClick={props.onClose}>
          {say(text('取消', 'Cancel'))}
        </Button>,
        <Button key="replace" danger disabled={saving} onClick={restore}>
          {say(text('不保存，直接替换', 'Replace without saving'))}
        </Button>,
        readOnly ? null : (
          <Button key="save" type="primary" loading={saving} onClick={() => form.submit()}>
            {say(text('先存为新版本', 'Save as a version first'))}
          </Button>
        ),
      ]}
    >
      <p>
        {say(
          text(
            `草稿中有 ${edits.zh}尚未存为版本。替换后可用撤销找回，关闭方案后就找不回了。`,
            `The draft has ${edits.en} in no version. Undo brings them back until the scheme is closed; after that they are lost.`,
          ),
        )}
      </p>
      {readOnly ? (
        <p>
          {say(
            text(
              '楼栋库只读，不能存为版本；需要保留的，请先另存为 .duyong 文件。',
              'The library can only be read, so nothing becomes a version; to keep them, save them as a .duyong file first.',
            ),
          )}
        </p>
      ) : (
        <Form<Saved>
          form={form}
          layout="vertical"
          initialValues={{ note: '', author }}
          onFinish={(values) => void saveFirst(values)}
        >
          <Form.Item
            name="note"
            label={say(text('新版本的说明（可不填）', 'Note of the new version (optional)'))}
          >
            <Input maxLength={4000} />
          </Form.Item>
          <AuthorField />
          <button type="submit" hidden />
        </Form>
      )}
      {failure ? (
        <p role="alert" className="failure">
          {say(failure)}
        </p>
      ) : null}
    </Modal>
  );
}
