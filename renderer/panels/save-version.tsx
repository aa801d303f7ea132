import { App, Form, Input } from 'antd';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import { isDirty } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { AuthorField, useSigning } from './author-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { SaveElsewhereDialog, useReadOnly } from './read-only.tsx';
import { useEditorRoom } from './session-context.ts';

/** Whether there is anything to save: an edit, or a scheme that has no version yet. */
export function useCanSave(): boolean {
  const { session } = useEditorRoom();
  return useStore(
    session.store,
    (state) => state.reading === null && (isDirty(state) || state.base === null),
  );
}

/** Where the library can only be read, the version goes into a file of its own. */
export function SaveVersionDialog(props: { readonly onClose: () => void }) {
  return useReadOnly() ? <SaveElsewhereDialog {...props} /> : <SaveHereDialog {...props} />;
}

/** Asks for the note and the author, which may stay empty; Enter saves. */
function SaveHereDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const { session } = useEditorRoom();
  const { author, sign } = useSigning();
  return (
    <FormDialog<{ readonly note: string; readonly author: string }>
      title={text('保存为新版本', 'Save as a new version')}
      confirm={text('保存', 'Save')}
      initial={{ note: '', author }}
      onClose={onClose}
      onConfirm={async ({ note, author: by }) => {
        await sign(by ?? '');
        await session.saveVersion((note ?? '').trim());
        message.success(say(text('已保存为新版本。', 'Saved as a new version.')));
      }}
    >
      <Form.Item
        name="note"
        label={say(text('说明', 'Note'))}
        extra={say(
          text(
            '可不填。版本保存后不会再被改动。',
            'Optional. A saved version is never changed again.',
          ),
        )}
      >
        <Input
          autoFocus
          maxLength={4000}
          placeholder={say(text('例如：厨卫一分为二', 'For example: kitchen-bathroom divided'))}
        />
      </Form.Item>
      <AuthorField />
    </FormDialog>
  );
}
