import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { grossAreas } from '../../shared/derive/gross-areas.ts';
import type { Room } from '../../shared/derive/room.ts';
import { describeStorey } from '../../shared/edit/storeys.ts';
import type { Storey } from '../../shared/plan/model.ts';
import { standsAt } from '../../shared/plan/phase.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { count, level, m2, mm } from '../language/say.ts';
import { Field } from './selection-fields.tsx';

/** What shows when nothing is selected: the storey itself. */
export function StoreyProperties(props: {
  readonly store: EditorStore;
  readonly storey: Storey;
  readonly rooms: readonly Room[];
}) {
  const { store, storey, rooms } = props;
  const say = useSay();
  const storeyId = useStore(store, (state) => state.storey);
  const view = useStore(store, (state) => state.view);
  const [name, setName] = useState(storey.name);
  useEffect(() => setName(storey.name), [storey.name]);
  const moment = view === 'before' ? 'before' : 'after';
  const standing = (table: Readonly<Record<string, { phase: Storey['walls'][never]['phase'] }>>) =>
    count(Object.values(table).filter(({ phase }) => standsAt(phase, moment)).length);
  const takeName = (): void => {
    const next = name.trim();
    if (next && next !== storey.name) {
      store.getState().run(describeStorey({ storey: storeyId, change: { name: next } }));
    } else setName(storey.name);
  };
  const usable = rooms.reduce((sum, room) => sum + room.area, 0);
  return (
    <>
      <Field name={say(text('名称', 'Name'))}>
        <Input
          aria-label={say(text('楼层名称', 'Storey name'))}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={takeName}
          onBlur={takeName}
        />
      </Field>
      <Field name={say(text('标高', 'Level'))}>{`${level(storey.elevation)} m`}</Field>
      <Field name={say(text('层高', 'Storey height'))}>{mm(storey.height)}</Field>
      <Field name={say(text('使用面积合计', 'Usable area in all'))}>
        <strong className="property-area">{m2(usable)}</strong>
      </Field>
      <Field name={say(text('建筑面积（至外墙外皮）', 'Gross area (to the outer faces)'))}>
        {m2(grossAreas(storeyId, storey, moment).storey)}
      </Field>
      <Field name={say(text('房间', 'Rooms'))}>{count(rooms.length)}</Field>
      <Field name={say(text('墙', 'Walls'))}>{standing(storey.walls)}</Field>
      <Field name={say(text('门窗', 'Openings'))}>{standing(storey.openings)}</Field>
      <Field name={say(text('设施', 'Fixtures'))}>{standing(storey.fixtures)}</Field>
      <Field name={say(text('立管', 'Risers'))}>{standing(storey.risers)}</Field>
    </>
  );
}
