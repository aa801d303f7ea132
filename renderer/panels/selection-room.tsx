import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { Room } from '../../shared/derive/room.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { describeRoom } from '../../shared/edit/describe-room.ts';
import { tagRoom } from '../../shared/edit/tag-room.ts';
import {
  entries,
  type Holder,
  type Plan,
  type RoomTag,
  type RoomUse,
  roomUses,
  type Storey,
} from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import { type EditorStore, shownPlan } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { m2 } from '../language/say.ts';
import { roomUseWords } from '../language/words.ts';
import { runFollowing } from '../tools/follow.ts';
import { whole } from '../tools/plane.ts';
import { householdStyles } from './household-colour.ts';
import { HouseholdDialog } from './household-dialog.tsx';
import { HouseholdSwatch } from './household-swatch.tsx';
import { ChoiceField, Field } from './selection-fields.tsx';
import { RecordedOfRoom } from './selection-recorded.tsx';
import { useSettled } from './use-settled.ts';
import { useIsDisabled } from './while-reading.tsx';

/** Households and the building itself, to choose holders from. */
export function useHolderOptions(plan: Plan) {
  const say = useSay();
  const styles = householdStyles(plan.households);
  return [
    {
      value: 'building' as Holder,
      label: say(text('公共', 'Common')),
      door: say(text('公共', 'Common')),
    },
    ...entries(plan.households).map(([id, { door }]) => {
      const style = styles.get(id);
      return {
        value: id as Holder,
        door,
        label: style ? <HouseholdSwatch style={style} door={door} size={14} /> : door,
      };
    }),
  ];
}

/** Common excludes households, and the other way round: the newer choice stands. */
function settleHolders(next: readonly Holder[], before: readonly Holder[]): Holder[] {
  if (!next.includes('building')) return [...next];
  return before.includes('building')
    ? next.filter((holder) => holder !== 'building')
    : ['building'];
}

export function HoldersSelect(props: {
  readonly plan: Plan;
  readonly label: string;
  readonly value: readonly Holder[];
  readonly disabled?: boolean;
  onCommit(holders: readonly Holder[]): void;
}) {
  const say = useSay();
  const options = useHolderOptions(props.plan);
  const disabled = useIsDisabled(props.disabled);
  return (
    <Select<Holder[]>
      mode="multiple"
      aria-label={props.label}
      value={[...props.value]}
      options={options}
      optionFilterProp="door"
      disabled={disabled}
      placeholder={say(text('选择归属', 'Choose holders'))}
      onChange={(next) => props.onCommit(settleHolders(next, props.value))}
      className="property-holders"
      virtual={false}
    />
  );
}

export function RoomProperties(props: {
  readonly store: EditorStore;
  readonly storey: Storey;
  readonly room: Room;
  onDivide(): void;
}) {
  const { store, storey, room } = props;
  const say = useSay();
  const state = useSettled(store);
  const plan = shownPlan(state);
  const { intent, storey: storeyId, view } = state;
  const [name, setName] = useState(room.name);
  const [adding, setAdding] = useState(false);
  useEffect(() => setName(room.name), [room.name]);

  const change = (part: Partial<Pick<RoomTag, 'use' | 'name' | 'holders'>>): void => {
    const tag = room.tags[0];
    runFollowing(
      store,
      tag
        ? describeRoom({ storey: storeyId, room: tag, change: part, intent, newId })
        : tagRoom({
            storey: storeyId,
            at: whole(room.label),
            use: 'other',
            name: '',
            holders: [],
            ...part,
            intent,
            newId,
          }),
    );
  };
  const takeName = (): void => {
    if (name.trim() !== room.name) change({ name: name.trim() });
  };
  const moment = view === 'before' ? 'before' : 'after';
  const derived = storeyRooms(storeyId, storey, moment);
  const neighbours = [
    ...new Set(
      derived.links
        .filter(({ kind, from, to }) => kind !== 'window' && (from === room.id || to === room.id))
        .map(({ from, to }) => (from === room.id ? to : from)),
    ),
  ];
  const nameOf = (id: string | null): string => {
    const other = id === null ? undefined : derived.byId.get(id);
    if (!other) return say(text('室外', 'Outside'));
    return (
      other.name || (other.use ? say(roomUseWords[other.use]) : say(text('未命名', 'Unnamed')))
    );
  };
  return (
    <>
      <Field name={say(text('使用面积', 'Usable area'))}>
        <strong className="property-area">{m2(room.area)}</strong>
      </Field>
      {room.tags.length > 1 ? (
        <p className="property-note" role="note">
          {say(
            text(
              '这间房间里有多个房间标签，请删去多余的或补画隔墙。',
              'There are several room tags in this room. Delete what is too much, or draw the missing wall.',
            ),
          )}
        </p>
      ) : null}
      <ChoiceField<RoomUse | ''>
        name={say(text('用途', 'Use'))}
        value={room.use ?? ''}
        options={[
          ...(room.use ? [] : [{ value: '' as const, label: say(text('未定', 'Not set')) }]),
          ...roomUses.map((use) => ({ value: use, label: say(roomUseWords[use]) })),
        ]}
        onCommit={(use) => {
          if (use) change({ use });
        }}
      />
      <Field name={say(text('名称', 'Name'))}>
        <Input
          aria-label={say(text('名称', 'Name'))}
          value={name}
          maxLength={60}
          placeholder={room.use ? say(roomUseWords[room.use]) : ''}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={takeName}
          onBlur={takeName}
        />
      </Field>
      <Field name={say(text('归属', 'Holders'))}>
        <HoldersSelect
          plan={plan}
          label={say(text('归属', 'Holders'))}
          value={room.holders}
          onCommit={(holders) => change({ holders })}
        />
      </Field>
      {room.tags[0] ? (
        <RecordedOfRoom store={store} storeyId={storeyId} storey={storey} id={room.tags[0]} />
      ) : null}
      <div className="property-actions">
        <Button
          type="link"
          icon={<PlusOutlined />}
          disabled={state.reading !== null}
          onClick={() => setAdding(true)}
        >
          {say(text('添加住户并归属于此', 'Add a household here'))}
        </Button>
      </div>
      {adding ? (
        <HouseholdDialog
          store={store}
          dialog={{ kind: 'add' }}
          onClose={() => setAdding(false)}
          onAdded={(id) => change({ holders: settleHolders([...room.holders, id], room.holders) })}
        />
      ) : null}
      <Field name={say(text('相通', 'Opens to'))}>
        {neighbours.length > 0
          ? neighbours.map(nameOf).join(say(text('、', ', ')))
          : say(text('没有门', 'No door'))}
      </Field>
      <div className="property-actions">
        <Button onClick={props.onDivide} disabled={view === 'before' || state.reading !== null}>
          {say(text('分隔房间', 'Divide room'))}{' '}
          <span className="key-hint" aria-hidden="true">
            C
          </span>
        </Button>
      </div>
    </>
  );
}
