import { Form, Input, InputNumber } from 'antd';
import { addHousehold, describeHousehold } from '../../shared/edit/households.ts';
import type { Household, HouseholdId } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { FormDialog } from './form-dialog.tsx';
import { runOrThrow } from './use-plan.ts';

/** What the dialog is for: a new household, or other facts of one that is there. */
export type Asked = { kind: 'add' } | { kind: 'describe'; id: HouseholdId; household: Household };

interface HouseholdFields {
  readonly door: string;
  readonly members?: number | null;
}

export function HouseholdDialog(props: {
  readonly store: EditorStore;
  readonly dialog: Asked;
  readonly onClose: () => void;
  /** Told of a household that was added. */
  readonly onAdded?: (id: HouseholdId) => void;
}) {
  const say = useSay();
  const { dialog, store } = props;
  const now = dialog.kind === 'describe' ? dialog.household : null;
  return (
    <FormDialog<HouseholdFields>
      title={now ? text('修改住户', 'Change household') : text('添加住户', 'Add household')}
      confirm={now ? text('确定', 'Change') : text('添加', 'Add')}
      initial={{ door: now?.door ?? '', members: now?.members ?? null }}
      onClose={props.onClose}
      onConfirm={async ({ door, members }) => {
        const counted = typeof members === 'number' ? { members } : {};
        const facts = { door: door.trim(), ...counted };
        const before = store.getState().history.plan.households;
        runOrThrow(
          store,
          dialog.kind === 'describe'
            ? describeHousehold({
                household: dialog.id,
                change:
                  now?.members !== undefined && !('members' in facts)
                    ? { ...facts, members: undefined }
                    : facts,
              })
            : addHousehold({ ...facts, newId }),
        );
        const added = Object.keys(store.getState().history.plan.households).find(
          (id) => !(id in before),
        );
        if (added) props.onAdded?.(added as HouseholdId);
      }}
    >
      <Form.Item
        name="door"
        label={say(text('室号', 'Door number'))}
        extra={say(
          text('例如 302、302甲；不要填写姓名。', 'For example 302 or 302A; never a name.'),
        )}
        rules={[
          {
            required: true,
            whitespace: true,
            message: say(text('请填写室号', 'A door number is needed')),
          },
        ]}
      >
        <Input autoFocus maxLength={200} />
      </Form.Item>
      <Form.Item name="members" label={say(text('人数', 'Members'))}>
        <InputNumber
          min={0}
          max={100}
          precision={0}
          placeholder={say(text('可不填', 'Optional'))}
        />
      </Form.Item>
    </FormDialog>
  );
}
