import { MoreOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useStore } from 'zustand';
import { copyStorey } from '../../shared/edit/copy-storey.ts';
import type { StoreyFacts } from '../../shared/edit/storey-facts.ts';
import { addStorey, describeStorey, moveStorey, removeStorey } from '../../shared/edit/storeys.ts';
import { type Storey, type StoreyId, storeysByLevel } from '../../shared/plan/model.ts';
import { storeyWords } from '../../shared/plan/words.ts';
import { text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { level, mm } from '../language/say.ts';
import {
  dialogWords,
  type StoreyAnswer,
  StoreyDialog,
  type StoreyDialogKind,
  storeyParts,
} from './storey-dialog.tsx';
import { GhostChoice } from './storey-ghost.tsx';
import { runOrThrow } from './use-plan.ts';
import { useSettledPlan } from './use-settled.ts';

const show = (store: EditorStore, storey: StoreyId): void =>
  store.getState().set({ storey, selection: [], selectedRoom: null, scratch: null });

/** The storeys from the top down, as they stand; the one on the screen is marked. */
export function StoreysPanel({
  store,
  onStacks,
}: {
  readonly store: EditorStore;
  /** Opens the stacks and the storeys laid over each other. */
  readonly onStacks: () => void;
}) {
  const say = useSay();
  const plan = useSettledPlan(store);
  const current = useStore(store, (state) => state.storey);
  const reading = useStore(store, (state) => state.reading !== null);
  const [dialog, setDialog] = useState<StoreyDialogKind | null>(null);
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

  const confirm = async ({ keeps, follow, ...facts }: StoreyAnswer) => {
    if (!dialog) return;
    if (dialog.kind === 'describe' && dialog.storey) {
      runOrThrow(store, describeStorey({ storey: dialog.storey, change: facts, follow }));
      return;
    }
    const before = new Set(Object.keys(store.getState().history.plan.storeys));
    runOrThrow(
      store,
      dialog.kind === 'copy' && dialog.storey
        ? copyStorey({
            storey: dialog.storey,
            name: facts.name,
            without: storeyParts.filter((part) => !keeps.includes(part)),
            insert: true,
            newId,
          })
        : addStorey({ ...facts, newId }),
    );
    const made = storeysByLevel(store.getState().history.plan).find(([id]) => !before.has(id));
    if (made) show(store, made[0]);
  };

  return (
    <section className="panel" aria-label={say(text('楼层', 'Storeys'))}>
      <ul className="storey-list">
        {storeys.map(([id, storey], index) => (
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
                    key: 'up',
                    disabled: index === 0,
                    label: say(text('上移一层', 'Move up')),
                  },
                  {
                    key: 'down',
                    disabled: index === storeys.length - 1,
                    label: say(text('下移一层', 'Move down')),
                  },
                  {
                    key: 'remove',
                    danger: true,
                    disabled: storeys.length === 1,
                    label: say(text('删除楼层', 'Delete storey')),
                  },
                ],
                onClick: ({ key }) => {
                  if (key === 'remove') store.getState().run(removeStorey({ storey: id }));
                  else if (key === 'up' || key === 'down') {
                    store.getState().run(moveStorey({ storey: id, step: key === 'up' ? 1 : -1 }));
                  } else if (key === 'copy') {
                    const above = storeys[index - 1]?.[1];
                    const initial = nextStorey(storey);
                    const raises = above?.level === initial.level;
                    setDialog({ kind: 'copy', storey: id, initial, raises });
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
        <Button onClick={onStacks}>{say(text('立管与叠合', 'Stacks and overlay'))}</Button>
      </footer>
      <GhostChoice store={store} />
      {dialog ? (
        <StoreyDialog dialog={dialog} onClose={() => setDialog(null)} onConfirm={confirm} />
      ) : null}
    </section>
  );
}

/** The storeys as one row of buttons, or a list where there are many. */
export function StoreySwitch({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const plan = useSettledPlan(store);
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
