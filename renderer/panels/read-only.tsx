import { LockOutlined } from '@ant-design/icons';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useStore } from 'zustand';
import { type Text, text } from '../../shared/text.ts';
import { isDirty } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { bytesOf, offerFile } from '../screens/library-files.ts';
import { ProblemList } from '../screens/library-problems.tsx';
import { AuthorField, useSigning } from './author-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useEditorRoom } from './session-context.ts';

/** Work on a building of a library that can only be read. */

/** Why nothing is saved; null where it can be. */
export function useReadOnly(): Text | null {
  const { session } = useEditorRoom();
  return useStore(session.state, (state) => state.content.readOnly) ? readOnlyWords : null;
}

export const readOnlyWords: Text = text(
  '楼栋库只读，不能保存到库中',
  'The library can only be read: nothing is saved in it',
);

export function ReadOnlyNotice() {
  const say = useSay();
  const readOnly = useReadOnly();
  const { session } = useEditorRoom();
  const hasEdits = useStore(session.store, (state) => isDirty(state) || state.base === null);
  const [asking, setAsking] = useState(false);
  if (!readOnly) return null;
  return (
    <div className="notice" role="status" data-testid="read-only-notice">
      <LockOutlined aria-hidden />
      <span>
        {say(
          text(
            '楼栋库只读：修改只作为草稿留在本机，不能存为版本。可另存为 .duyong 文件，在可写的楼栋库中导入。',
            'The library can only be read. Edits stay on this computer as a draft and cannot become a version. Save them as a .duyong file, and import that where there is a library to write to.',
          ),
        )}
      </span>
      <span className="grow" />
      <Button disabled={!hasEdits} onClick={() => setAsking(true)}>
        {say(text('另存为 .duyong…', 'Save as .duyong…'))}
      </Button>
      {asking ? <SaveElsewhereDialog onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

/** Asks for the note and the author of the version that goes into the file. */
export function SaveElsewhereDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const { message, modal } = App.useApp();
  const { session } = useEditorRoom();
  const { author, sign } = useSigning();
  return (
    <FormDialog<{ readonly note: string; readonly author: string }>
      title={text('另存为 .duyong 文件', 'Save as a .duyong file')}
      confirm={text('另存', 'Save')}
      initial={{ note: '', author }}
      onClose={onClose}
      onConfirm={async ({ note, author: by }) => {
        await sign(by ?? '');
        const { fileName, base64, notes } = await session.exportWithDraft((note ?? '').trim());
        offerFile(fileName, bytesOf(base64));
        message.success(
          say(
            text(
              '已另存，草稿作为最新版本在文件中；本机草稿仍在。',
              'Saved, with the draft as the newest version in it; the draft stays here as well.',
            ),
          ),
        );
        if (notes.length > 0) {
          modal.warning({
            title: say(text('已导出，但请注意', 'Exported, with this to know')),
            width: 680,
            content: <ProblemList problems={notes} />,
            okText: say(text('知道了', 'Close')),
          });
        }
      }}
    >
      <Form.Item
        name="note"
        label={say(text('说明', 'Note'))}
        extra={say(
          text(
            '楼栋库只读。文件中有全部版本，并把草稿存为最新一版。',
            'The library can only be read. The file has every version, and the draft as the newest.',
          ),
        )}
      >
        <Input autoFocus maxLength={4000} />
      </Form.Item>
      <AuthorField />
    </FormDialog>
  );
}
