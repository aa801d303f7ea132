import { Form, Input } from 'antd';
import { text } from '../../shared/text.ts';
import { request } from '../bridge-client.ts';
import { useSay } from '../language/language.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useSettings } from './settings-context.ts';

/** Whose name stands on what is saved here: asked where it is used, and remembered on this computer. */
export interface Signing {
  readonly author: string;
  /** Nobody was asked yet; who left the name empty was. */
  readonly isUnasked: boolean;
  /** Resolves once what is saved next carries the name. */
  sign(author: string): Promise<void>;
}

export function useSigning(): Signing {
  const { settings, change } = useSettings();
  const isUnasked = settings.author === '' && settings.authorAsked !== true;
  return {
    author: settings.author,
    isUnasked,
    async sign(author) {
      const signed = author.trim();
      if (signed === settings.author && !isUnasked) return;
      const part = { author: signed, authorAsked: true };
      await request('settings.write', part);
      change(part);
    },
  };
}

/** The author's name as a field of a form, by the name of `author`. */
export function AuthorField() {
  const say = useSay();
  return (
    <Form.Item
      name="author"
      label={say(text('署名', 'Author'))}
      extra={say(
        text(
          '随版本和标记保存，拿到文件的人都能看到；本机会记住。可不填。',
          'Kept with versions and marks, for whoever gets them to read; remembered on this computer. May stay empty.',
        ),
      )}
    >
      <Input maxLength={100} placeholder={say(text('例如：王工', 'For example: Wang'))} />
    </Form.Item>
  );
}

/** Asks for the name alone, before what is done in one click. */
export function SignDialog(props: { onClose(): void; onSigned(): void }) {
  const { author, sign } = useSigning();
  return (
    <FormDialog<{ readonly author: string }>
      title={text('署名', 'Author name')}
      confirm={text('确定', 'OK')}
      initial={{ author }}
      onClose={props.onClose}
      onConfirm={async (values) => {
        await sign(values.author ?? '');
        props.onSigned();
      }}
    >
      <AuthorField />
    </FormDialog>
  );
}
