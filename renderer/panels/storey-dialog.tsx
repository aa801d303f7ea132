import { Checkbox, Form, Input, InputNumber, Space } from 'antd';
import type { StoreyPart } from '../../shared/edit/copy-storey.ts';
import type { StoreyFacts } from '../../shared/edit/storey-facts.ts';
import type { StoreyId } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { FormDialog } from './form-dialog.tsx';
import { parserFor } from './typed-number.ts';

export interface StoreyDialogKind {
  readonly kind: 'add' | 'copy' | 'describe';
  /** The storey described or copied; none to add an empty one. */
  readonly storey: StoreyId | null;
  readonly initial: StoreyFacts;
  /** A copy goes in between, and the storeys above it one level up. */
  readonly raises?: boolean;
}

export interface StoreyAnswer extends StoreyFacts {
  readonly keeps: readonly StoreyPart[];
  readonly follow: boolean;
}

export const dialogWords: Readonly<
  Record<StoreyDialogKind['kind'], { title: Text; confirm: Text }>
> = {
  add: { title: text('添加楼层', 'Add storey'), confirm: text('添加', 'Add') },
  copy: { title: text('复制到上一层', 'Copy to the storey above'), confirm: text('复制', 'Copy') },
  describe: { title: text('修改楼层', 'Change storey'), confirm: text('确定', 'Change') },
};

export const storeyParts: readonly StoreyPart[] = ['fixtures', 'tags', 'holders'];
const partWords: Readonly<Record<StoreyPart, Text>> = {
  fixtures: text('设施', 'Fixtures'),
  tags: text('房间名称与用途', 'Room names and uses'),
  holders: text('房间归属（住户）', 'Who holds the rooms'),
};

export function StoreyDialog(props: {
  readonly dialog: StoreyDialogKind;
  readonly onClose: () => void;
  readonly onConfirm: (answer: StoreyAnswer) => Promise<void>;
}) {
  const say = useSay();
  const { kind, initial, raises = false } = props.dialog;
  const { name, level: number, elevation, height } = initial;
  const needed = [{ required: true, message: say(text('请填写', 'Needed')) }];
  return (
    <FormDialog<StoreyAnswer>
      {...dialogWords[kind]}
      initial={{ name, level: number, elevation, height, keeps: storeyParts, follow: true }}
      onClose={props.onClose}
      // Fields that are not shown are not in the form's answer.
      onConfirm={(answer: Partial<StoreyAnswer>) =>
        props.onConfirm({ ...initial, keeps: storeyParts, follow: false, ...answer })
      }
    >
      <Form.Item name="name" label={say(text('名称', 'Name'))} rules={needed}>
        <Input autoFocus maxLength={200} />
      </Form.Item>
      {kind === 'copy' ? (
        <>
          <Form.Item
            name="keeps"
            label={say(
              text('墙、门窗、立管之外，还复制', 'Besides walls, openings and risers, copy'),
            )}
          >
            <Checkbox.Group
              className="storey-parts"
              options={storeyParts.map((value) => ({ value, label: say(partWords[value]) }))}
            />
          </Form.Item>
          {raises ? (
            <p className="quiet">
              {say(
                text(
                  '上面已有楼层：副本插在中间，上面各层依次升高一层。',
                  'There are storeys above: the copy goes in between, and they move one level up.',
                ),
              )}
            </p>
          ) : null}
        </>
      ) : (
        <Space size="large" wrap>
          <Form.Item name="level" label={say(text('层号', 'Storey number'))} rules={needed}>
            <InputNumber min={-20} max={200} precision={0} parser={parserFor()} />
          </Form.Item>
          <Form.Item
            name="elevation"
            label={say(text('楼面标高（mm）', 'Floor level (mm)'))}
            rules={needed}
          >
            <InputNumber
              min={-100_000}
              max={1_000_000}
              step={100}
              precision={0}
              parser={parserFor('mm')}
            />
          </Form.Item>
          <Form.Item name="height" label={say(text('层高（mm）', 'Height (mm)'))} rules={needed}>
            <InputNumber min={500} max={20_000} step={100} precision={0} parser={parserFor('mm')} />
          </Form.Item>
        </Space>
      )}
      {kind === 'describe' ? (
        <Form.Item name="follow" valuePropName="checked">
          <Checkbox>
            {say(text('上面各层的标高随之升降', 'The storeys above rise or sink with it'))}
          </Checkbox>
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
