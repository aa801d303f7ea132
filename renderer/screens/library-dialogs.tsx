import { Form, Input, Select } from 'antd';
import type { SchemeSummary } from '../../shared/bridge.ts';
import { type Text, text } from '../../shared/text.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { versionLabel } from '../language/version-label.ts';
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

export interface SchemeFields {
  readonly name: string;
  readonly description: string;
  /** `scheme version`, or empty for an empty storey. */
  readonly from: string;
}

/** A scheme's name and description; a new one also says where it starts from. */
export function SchemeDialog(
  props: DialogProps<SchemeFields> & { readonly sources: readonly SchemeSummary[] | null },
) {
  const say = useSay();
  const { language } = useLanguage();
  const sources = props.sources?.flatMap((scheme) =>
    scheme.versions.map((version) => ({
      value: `${scheme.id} ${version.id}`,
      label: versionLabel(version, { versions: scheme.versions, scheme: scheme.name }, language),
    })),
  );
  return (
    <FormDialog<SchemeFields> {...props}>
      <Form.Item name="name" label={say(text('方案名称', 'Scheme name'))} rules={required(say)}>
        <Input
          autoFocus
          maxLength={200}
          placeholder={say(text('例如：方案乙', 'For example: Scheme B'))}
        />
      </Form.Item>
      <Form.Item name="description" label={say(text('说明', 'Description'))}>
        <Input.TextArea
          maxLength={4000}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder={say(text('可不填', 'Optional'))}
        />
      </Form.Item>
      {sources ? (
        <Form.Item name="from" label={say(text('从哪里开始', 'Start from'))}>
          <Select
            popupMatchSelectWidth={false}
            options={[...sources, { value: '', label: say(text('空白楼层', 'An empty storey')) }]}
          />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
