import { Form, Input } from 'antd';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { type DialogProps, FormDialog } from '../panels/form-dialog.tsx';

/** The forms of the library. */

export interface BuildingFields {
  readonly name: string;
  readonly address: string;
}

const required = (say: (words: Text) => string) => [
  { required: true, whitespace: true, message: say(text('请填写名称', 'A name is needed')) },
];

export function BuildingDialog(
  props: DialogProps<BuildingFields> & { readonly withAddress: boolean },
) {
  const say = useSay();
  return (
    <FormDialog<BuildingFields> {...props}>
      <Form.Item name="name" label={say(text('楼栋名称', 'Building name'))} rules={required(say)}>
        <Input
          autoFocus
          maxLength={200}
          placeholder={say(text('例如：天山一村 12 号', 'For example: Tianshan Estate 1, No. 12'))}
        />
      </Form.Item>
      {props.withAddress ? (
        <Form.Item name="address" label={say(text('地址', 'Address'))}>
          <Input maxLength={400} placeholder={say(text('可不填', 'Optional'))} />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
