import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { memo } from 'react';
import type { HouseholdState } from '../../shared/derive/household-state.ts';
import { removeHousehold } from '../../shared/edit/households.ts';
import { doorWords } from '../../shared/plan/door-words.ts';
import type { ElementRef, HouseholdId } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import type { HouseholdStyle } from './household-colour.ts';
import type { Asked } from './household-dialog.tsx';
import { type HeldAreas, HouseholdRow } from './household-row.tsx';

/** A household of the list with its menu; rendered anew only where something about it changed. */
export const HouseholdItem = memo(function HouseholdItem(props: {
  readonly store: EditorStore;
  readonly state: HouseholdState;
  readonly before: HeldAreas;
  readonly after: HeldAreas;
  /** mm2 of own rooms, gross. */
  readonly gross: number;
  readonly style: HouseholdStyle | undefined;
  readonly selected: boolean;
  readonly disabled: boolean;
  readonly onAsk: (dialog: Asked) => void;
}) {
  const { store, state, disabled, onAsk, ...row } = props;
  return (
    <>
      <HouseholdRow {...row} state={state} onClick={() => lookAt(store, state)} />
      <HouseholdMenu
        store={store}
        id={state.id}
        door={state.door}
        disabled={disabled}
        onAsk={onAsk}
      />
    </>
  );
});

/** By itself, since areas change with every move of a drag and this does not. */
const HouseholdMenu = memo(function HouseholdMenu(props: {
  readonly store: EditorStore;
  readonly id: HouseholdId;
  readonly door: string;
  readonly disabled: boolean;
  readonly onAsk: (dialog: Asked) => void;
}) {
  const { store, id } = props;
  const say = useSay();
  const doors = doorWords([props.door]);
  return (
    <Dropdown
      trigger={['click']}
      disabled={props.disabled}
      menu={{
        items: [
          {
            key: 'describe',
            label: say(text('修改室号、人数和联系人', 'Door, members and contact')),
          },
          { key: 'remove', danger: true, label: say(text('删除住户', 'Delete household')) },
        ],
        onClick: ({ key }) => {
          const household = store.getState().history.plan.households[id];
          if (key === 'remove') store.getState().run(removeHousehold({ household: id }));
          else if (household) props.onAsk({ kind: 'describe', id, household });
        },
      }}
    >
      <Button
        className="row-more"
        type="text"
        icon={<MoreOutlined />}
        aria-label={say(text(`${doors.zh}：更多操作`, `More actions for ${doors.en}`))}
      />
    </Dropdown>
  );
});

/** Shows its rooms: the largest on this storey, or wherever it has any. */
function lookAt(store: EditorStore, state: HouseholdState): void {
  const { storey, lookAt: show, select } = store.getState();
  const rooms = [...state.rooms].sort((left, right) => right.area - left.area);
  const room = rooms.find((each) => each.storey === storey) ?? rooms[0];
  select([{ kind: 'household', id: state.id }]);
  if (room) show(room.storey, room.label, refsOf(state));
}

const refsOf = (state: HouseholdState): ElementRef[] =>
  state.rooms.flatMap((room) =>
    room.tags.map((id): ElementRef => ({ kind: 'room', id, storey: room.storey })),
  );
