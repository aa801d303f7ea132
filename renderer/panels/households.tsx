import { MoreOutlined, PlusOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Dropdown, Empty } from 'antd';
import { memo, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { householdGross } from '../../shared/derive/gross-areas.ts';
import type { HouseholdState } from '../../shared/derive/household-state.ts';
import { householdStates } from '../../shared/derive/households.ts';
import { removeHousehold } from '../../shared/edit/households.ts';
import { compareDoors, doorWords } from '../../shared/plan/door-words.ts';
import type { ElementRef, Plan } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { viewWords } from '../language/words.ts';
import { Completion } from './completion.tsx';
import { householdStyles } from './household-colour.ts';
import { type Asked, HouseholdDialog } from './household-dialog.tsx';
import { type HeldAreas, HouseholdRow } from './household-row.tsx';
import { usePlan } from './use-plan.ts';

/** Every household, live: what it has to itself, and its area before and after. */
export function HouseholdsPanel(props: {
  readonly store: EditorStore;
  /** Opens the table of households. */
  readonly onTable: () => void;
}) {
  return <Households {...props} plan={usePlan(props.store)} />;
}

/** Rendered anew for a plan that it lists, not for each one that the pointer passes. */
const Households = memo(function Households(props: {
  readonly store: EditorStore;
  readonly plan: Plan;
  readonly onTable: () => void;
}) {
  const { store, plan } = props;
  const say = useSay();
  const view = useStore(store, (state) => state.view);
  const selected = useStore(store, (state) =>
    state.selection.length === 1 && state.selection[0]?.kind === 'household'
      ? state.selection[0].id
      : null,
  );
  const reading = useStore(store, (state) => state.reading !== null);
  const isPreview = useStore(store, (state) => state.scratch !== null && !state.reading);
  const [dialog, setDialog] = useState<Asked | null>(null);
  const moment = view === 'before' ? 'before' : 'after';
  const before = householdStates(plan, 'before');
  const after = householdStates(plan, 'after');
  const shown = moment === 'before' ? before : after;
  const styles = useMemo(() => householdStyles(plan.households), [plan.households]);
  const rows = useMemo(
    () => [...shown.values()].sort((left, right) => compareDoors(left.door, right.door)),
    [shown],
  );
  const complete = rows.filter((row) => row.complete).length;

  const lookAt = (state: HouseholdState) => {
    const { storey, lookAt: show, select } = store.getState();
    const rooms = [...state.rooms].sort((left, right) => right.area - left.area);
    const room = rooms.find((each) => each.storey === storey) ?? rooms[0];
    select([{ kind: 'household', id: state.id }]);
    if (room) show(room.storey, room.label, refsOf(state));
  };

  return (
    <section className="panel" aria-label={say(text('住户', 'Households'))}>
      <header className="panel-summary">
        <div>
          <strong>
            {say(
              text(
                `${complete} / ${rows.length} 户煤卫独用`,
                `${complete} / ${rows.length} self-contained`,
              ),
            )}
          </strong>
          <span className="quiet panel-moment">
            {say(viewWords[moment])}
            {isPreview ? say(text('（预览，尚未应用）', ', preview, not applied yet')) : null}
          </span>
        </div>
        <Completion complete={complete} households={rows.length} bare />
      </header>
      {rows.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={say(
            text(
              '还没有住户。先添加住户，再选中房间，在“属性”里指定归属。',
              'No households yet. Add them, then say whose each room is in its properties.',
            ),
          )}
        />
      ) : (
        <ul className="household-list">
          {rows.map((row) => (
            <li key={row.id} data-household={row.id} data-selected={row.id === selected}>
              <HouseholdRow
                state={row}
                before={before.get(row.id) ?? nothing}
                after={after.get(row.id) ?? nothing}
                gross={householdGross(plan, row, moment)}
                style={styles.get(row.id)}
                selected={row.id === selected}
                onClick={() => lookAt(row)}
              />
              <Dropdown
                trigger={['click']}
                disabled={reading}
                menu={{
                  items: [
                    { key: 'describe', label: say(text('修改室号和人数', 'Door and members')) },
                    {
                      key: 'remove',
                      danger: true,
                      label: say(text('删除住户', 'Delete household')),
                    },
                  ],
                  onClick: ({ key }) => {
                    const household = plan.households[row.id];
                    if (key === 'remove') {
                      store.getState().run(removeHousehold({ household: row.id }));
                    } else if (household) {
                      setDialog({ kind: 'describe', id: row.id, household });
                    }
                  },
                }}
              >
                <Button
                  className="row-more"
                  type="text"
                  icon={<MoreOutlined />}
                  aria-label={say(
                    text(
                      `${doorWords([row.door]).zh}：更多操作`,
                      `More actions for ${doorWords([row.door]).en}`,
                    ),
                  )}
                />
              </Dropdown>
            </li>
          ))}
        </ul>
      )}
      <footer className="panel-foot">
        <Button
          icon={<PlusOutlined />}
          disabled={reading}
          onClick={() => setDialog({ kind: 'add' })}
        >
          {say(text('添加住户', 'Add household'))}
        </Button>
        {rows.length === 0 ? null : (
          <Button icon={<TableOutlined />} onClick={props.onTable}>
            {say(text('一览表', 'Table'))}
          </Button>
        )}
      </footer>
      {dialog ? (
        <HouseholdDialog store={store} dialog={dialog} onClose={() => setDialog(null)} />
      ) : null}
    </section>
  );
});

const nothing: HeldAreas = { ownArea: 0, sharedArea: 0 };

const refsOf = (state: HouseholdState): ElementRef[] =>
  state.rooms.flatMap((room) =>
    room.tags.map((id): ElementRef => ({ kind: 'room', id, storey: room.storey })),
  );
