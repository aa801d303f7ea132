import { MoreOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, Form, Input, InputNumber, Segmented, Select, Space } from 'antd';
import { useState } from 'react';
import { useStore } from 'zustand';
import {
  addStorey,
  copyStorey,
  describeStorey,
  removeStorey,
  type StoreyFacts,
} from '../../shared/edit/storeys.ts';
import { type Storey, type StoreyId, storeysByLevel } from '../../shared/plan/model.ts';
import { storeyWords } from '../../shared/plan/words.ts';
import { type Text, text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { level, mm } from '../language/say.ts';
import { FormDialog } from './form-dialog.tsx';
import { runOrThrow, usePlan } from './use-plan.ts';

interface Dialog {
  readonly kind: 'add' | 'copy' | 'describe';
  /** The storey described or copied; none to add an empty one. */
  readonly storey: StoreyId | null;
  readonly initial: StoreyFacts;
}

const dialogWords: Readonly<Record<Dialog['kind'], { title: Text; confirm: Text }>> = {
  add: { title: text('添加楼层', 'Add storey'), confirm: text('添加', 'Add') },
  copy: { title: text('复制到上一层', 'Copy to the storey above'), confirm: text('复制', 'Copy') },
  describe: { title: text('修改楼层', 'Change storey'), confirm: text('确定', 'Change') },
};

const show = (store: EditorStore, storey: StoreyId): void =>
  store.getState().set({ storey, selection: [], selectedRoom: null, scratch: null });

/** The storeys from the top down, as they stand; the one on the screen is marked. */
export function StoreysPanel({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const plan = usePlan(store);
  const current = useStore(store, (state) => state.storey);
  const reading = useStore(store, (state) => state.reading !== null);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const storeys = storeysByLevel(plan).reverse();

  const nextStorey = (below: Storey | undefined): StoreyFacts => {
    const next = below === undefined ? 1 : below.level === -1 ? 1 : below.level + 1;
    return {
      name: say(storeyWords(next)),
      level: next,
      elevation: below ? below.elevation + below.height : 0,
      height: below?.height ?? 2800,
    };
  };

  const confirm = async (facts: StoreyFacts) => {
    if (!dialog) return;
    if (dialog.kind === 'describe' && dialog.storey) {
      runOrThrow(store, describeStorey({ storey: dialog.storey, change: facts }));
      return;
    }
    const before = new Set(Object.keys(store.getState().history.plan.storeys));
    runOrThrow(
      store,
      dialog.kind === 'copy' && dialog.storey
        ? copyStorey({ storey: dialog.storey, name: facts.name, newId })
        : addStorey({ ...facts, newId }),
    );
    const made = storeysByLevel(store.getState().history.plan).find(([id]) => !before.has(id));
    if (made) show(store, made[0]);
  };

  return (
    <section className="panel" aria-label={say(text('楼层', 'Storeys'))}>
      <ul className="storey-list">
        {storeys.map(([id, storey]) => (
          <li key={id} data-storey={id} data-selected={id === current}>
            <button
              type="button"
              className="storey-row"
              aria-pressed={id === current}
              onClick={() => show(store, id)}
            >
              <strong>{storey.name}</strong>
              <span className="quiet">
                {say(text('标高', 'Level'))} {level(storey.elevation)} m ·{' '}
                {say(text('层高', 'height'))} {mm(storey.height)}
              </span>
            </button>
            <Dropdown
              trigger={['click']}
              disabled={reading}
              menu={{
                items: [
                  { key: 'describe', label: say(text('修改名称和高度', 'Name and heights')) },
                  { key: 'copy', label: say(dialogWords.copy.title) },
                  {
                    key: 'remove',
                    danger: true,
                    disabled: storeys.length === 1,
                    label: say(text('删除楼层', 'Delete storey')),
                  },
                ],
                onClick: ({ key }) => {
                  if (key === 'remove') store.getState().run(removeStorey({ storey: id }));
                  else if (key === 'copy') {
                    setDialog({ kind: 'copy', storey: id, initial: nextStorey(storey) });
                  } else setDialog({ kind: 'describe', storey: id, initial: storey });
                },
              }}
            >
              <Button
                className="row-more"
                type="text"
                icon={<MoreOutlined />}
                aria-label={say(
                  text(`${storey.name}：更多操作`, `More actions for ${storey.name}`),
                )}
              />
            </Dropdown>
          </li>
        ))}
      </ul>
      <footer className="panel-foot">
        <Button
          icon={<PlusOutlined />}
          disabled={reading}
          onClick={() =>
            setDialog({ kind: 'add', storey: null, initial: nextStorey(storeys[0]?.[1]) })
          }
        >
          {say(text('添加楼层', 'Add storey'))}
        </Button>
      </footer>
      {dialog ? (
        <StoreyDialog dialog={dialog} onClose={() => setDialog(null)} onConfirm={confirm} />
      ) : null}
    </section>
  );
}

function StoreyDialog(props: {
  readonly dialog: Dialog;
  readonly onClose: () => void;
  readonly onConfirm: (facts: StoreyFacts) => Promise<void>;
}) {
  const say = useSay();
  const { name, level: number, elevation, height } = props.dialog.initial;
  const needed = [{ required: true, message: say(text('请填写', 'Needed')) }];
  return (
    <FormDialog<StoreyFacts>
      {...dialogWords[props.dialog.kind]}
      initial={{ name, level: number, elevation, height }}
      onClose={props.onClose}
      onConfirm={props.onConfirm}
    >
      <Form.Item name="name" label={say(text('名称', 'Name'))} rules={needed}>
        <Input autoFocus maxLength={200} />
      </Form.Item>
      {props.dialog.kind === 'copy' ? null : (
        <Space size="large" wrap>
          <Form.Item name="level" label={say(text('层号', 'Storey number'))} rules={needed}>
            <InputNumber min={-20} max={200} precision={0} />
          </Form.Item>
          <Form.Item
            name="elevation"
            label={say(text('楼面标高（mm）', 'Floor level (mm)'))}
            rules={needed}
          >
            <InputNumber min={-100_000} max={1_000_000} step={100} precision={0} />
          </Form.Item>
          <Form.Item name="height" label={say(text('层高（mm）', 'Height (mm)'))} rules={needed}>
            <InputNumber min={500} max={20_000} step={100} precision={0} />
          </Form.Item>
        </Space>
      )}
    </FormDialog>
  );
}

/** The storeys as one row of buttons, or a list where there are many. */
export function StoreySwitch({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const plan = usePlan(store);
  const current = useStore(store, (state) => state.storey);
  const options = storeysByLevel(plan).map(([value, storey]) => ({ value, label: storey.name }));
  const label = say(text('楼层切换', 'Storey on the screen'));
  if (options.length > 6) {
    return (
      <Select
        aria-label={label}
        value={current}
        options={options}
        onChange={(id) => show(store, id)}
      />
    );
  }
  return (
    <Segmented<StoreyId>
      aria-label={label}
      value={current}
      options={options}
      onChange={(id) => show(store, id)}
    />
  );
}
