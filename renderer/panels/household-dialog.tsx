import { Form, Input, InputNumber } from 'antd';
import { useStore } from 'zustand';
import { addHousehold, describeHousehold } from '../../shared/edit/households.ts';
import type { Household, HouseholdId } from '../../shared/plan/model.ts';
import { mostContactName, mostTelephone } from '../../shared/records/record.ts';
import { text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useReadOnly } from './read-only.tsx';
import { useEditorRoom } from './session-context.ts';
import { parserFor } from './typed-number.ts';
import { runOrThrow } from './use-plan.ts';

/** What the dialog is for: a new household, or other facts of one that is there. */
export type Asked = { kind: 'add' } | { kind: 'describe'; id: HouseholdId; household: Household };

interface HouseholdFields {
  readonly door: string;
  readonly members?: number | null;
  readonly contact?: string;
  readonly telephone?: string;
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
  const { session } = useEditorRoom();
  const contacts = useStore(session.state, (state) => state.content.contacts);
  const readOnly = useReadOnly();
  const known = contacts.find(
    ({ household }) => dialog.kind === 'describe' && household === dialog.id,
  );
  const now = dialog.kind === 'describe' ? dialog.household : null;
  return (
    <FormDialog<HouseholdFields>
      title={now ? text('修改住户', 'Change household') : text('添加住户', 'Add household')}
      confirm={now ? text('确定', 'Change') : text('添加', 'Add')}
      initial={{
        door: now?.door ?? '',
        members: now?.members ?? null,
        contact: known?.name ?? '',
        telephone: known?.telephone ?? '',
      }}
      onClose={props.onClose}
      onConfirm={async ({ door, members, contact = '', telephone = '' }) => {
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
        if (dialog.kind === 'add') return;
        const told = { name: contact.trim(), telephone: telephone.trim() };
        if (told.name === (known?.name ?? '') && told.telephone === (known?.telephone ?? ''))
          return;
        await session.recordContact({ household: dialog.id, ...told });
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
          parser={parserFor()}
          placeholder={say(text('可不填', 'Optional'))}
        />
      </Form.Item>
      {now ? <ContactFields disabled={readOnly !== null} /> : null}
    </FormDialog>
  );
}

/** A person's name and number: records of their own, in no plan. */
function ContactFields({ disabled }: { readonly disabled: boolean }) {
  const say = useSay();
  return (
    <>
      <Form.Item name="contact" label={say(text('联系人', 'Contact'))}>
        <Input
          maxLength={mostContactName}
          disabled={disabled}
          autoComplete="off"
          placeholder={say(text('可不填', 'Optional'))}
        />
      </Form.Item>
      <Form.Item
        name="telephone"
        label={say(text('联系电话', 'Telephone'))}
        extra={say(
          text(
            '各方案共用，立即记入楼栋库；不进入图纸、版本、对比、表格和打印件，导出时须另行勾选。改动或清空后，旧记录仍留在库中。',
            'The same for all schemes, recorded in the library at once; in no plan, version, comparison, table or print, and exported only where that is ticked. What is changed or emptied here stays in the library as an older record.',
          ),
        )}
      >
        <Input
          maxLength={mostTelephone}
          disabled={disabled}
          autoComplete="off"
          inputMode="tel"
          placeholder={say(text('可不填', 'Optional'))}
        />
      </Form.Item>
    </>
  );
}
