import { PlusOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Empty } from 'antd';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { householdGross } from '../../shared/derive/gross-areas.ts';
import { householdStates } from '../../shared/derive/households.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { viewWords } from '../language/words.ts';
import { Completion } from './completion.tsx';
import { householdStyles } from './household-colour.ts';
import { type Asked, HouseholdDialog } from './household-dialog.tsx';
import { HouseholdItem } from './household-item.tsx';
import { byDoor } from './household-order.ts';
import type { HeldAreas } from './household-row.tsx';
import { doneIn, useListedPlan } from './use-listed-plan.ts';
import { WindowedList } from './windowed-list.tsx';

/** Every household, live: what it has to itself, and its area before and after. */
export function HouseholdsPanel(props: {
  readonly store: EditorStore;
  /** Opens the table of households. */
  readonly onTable: () => void;
}) {
  const rows = useRef<readonly string[]>([]);
  const [plan, follow] = useListedPlan(props.store, rows);
  const onShown = useCallback(
    (keys: readonly string[]) => {
      rows.current = keys;
      follow();
    },
    [follow],
  );
  return <Households {...props} plan={plan} onShown={onShown} />;
}

/** Rendered anew for a plan that it lists, not for each one that the pointer passes. */
const Households = memo(function Households(props: {
  readonly store: EditorStore;
  readonly plan: Plan;
  readonly onTable: () => void;
  readonly onShown: (keys: readonly string[]) => void;
}) {
  const { store, plan, onShown } = props;
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
  const keys = byDoor(plan.households);
  const complete = doneIn(shown);

  return (
    <section className="panel" aria-label={say(text('住户', 'Households'))}>
      <Summary complete={complete} households={keys.length} moment={moment} isPreview={isPreview} />
      {keys.length === 0 ? (
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
        <WindowedList
          className="household-list"
          keys={keys}
          guess={92}
          onShown={onShown}
          row={(index) => {
            const row = shown.get(keys[index]!)!;
            return {
              key: row.id,
              attributes: { 'data-household': row.id, 'data-selected': row.id === selected },
              content: (
                <HouseholdItem
                  store={store}
                  state={row}
                  before={before.get(row.id) ?? nothing}
                  after={after.get(row.id) ?? nothing}
                  gross={householdGross(plan, row, moment)}
                  style={styles.get(row.id)}
                  selected={row.id === selected}
                  disabled={reading}
                  onAsk={setDialog}
                />
              ),
            };
          }}
        />
      )}
      <AddHousehold
        disabled={reading}
        onAsk={setDialog}
        onTable={keys.length === 0 ? null : props.onTable}
      />
      {dialog ? (
        <HouseholdDialog store={store} dialog={dialog} onClose={() => setDialog(null)} />
      ) : null}
    </section>
  );
});

/** How many are done; by itself, since areas change with every move of a drag and this seldom. */
const Summary = memo(function Summary(props: {
  readonly complete: number;
  readonly households: number;
  readonly moment: 'before' | 'after';
  readonly isPreview: boolean;
}) {
  const say = useSay();
  const { complete, households } = props;
  return (
    <header className="panel-summary">
      <div>
        <strong>
          {say(
            text(
              `${complete} / ${households} 户煤卫独用`,
              `${complete} / ${households} self-contained`,
            ),
          )}
        </strong>
        <span className="quiet panel-moment">
          {say(viewWords[props.moment])}
          {props.isPreview ? say(text('（预览，尚未应用）', ', preview, not applied yet')) : null}
        </span>
      </div>
      <Completion complete={complete} households={households} bare />
    </header>
  );
});

const AddHousehold = memo(function AddHousehold(props: {
  readonly disabled: boolean;
  readonly onAsk: (dialog: Asked) => void;
  /** Null where there is nobody to list. */
  readonly onTable: (() => void) | null;
}) {
  const say = useSay();
  return (
    <footer className="panel-foot">
      <Button
        icon={<PlusOutlined />}
        disabled={props.disabled}
        onClick={() => props.onAsk({ kind: 'add' })}
      >
        {say(text('添加住户', 'Add household'))}
      </Button>
      {props.onTable ? (
        <Button icon={<TableOutlined />} onClick={props.onTable}>
          {say(text('一览表', 'Table'))}
        </Button>
      ) : null}
    </footer>
  );
});

const nothing: HeldAreas = { ownArea: 0, sharedArea: 0, rooms: [] };
