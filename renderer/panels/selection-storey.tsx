import { useStore } from 'zustand';
import { grossAreas } from '../../shared/derive/gross-areas.ts';
import type { Room } from '../../shared/derive/room.ts';
import { describeStorey, type StoreyFacts } from '../../shared/edit/storeys.ts';
import type { Storey } from '../../shared/plan/model.ts';
import { standsAt } from '../../shared/plan/phase.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { count, m2 } from '../language/say.ts';
import { Field, NumberField, WordsField } from './selection-fields.tsx';

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
  const moment = view === 'before' ? 'before' : 'after';
  const standing = (table: Readonly<Record<string, { phase: Storey['walls'][never]['phase'] }>>) =>
    count(Object.values(table).filter(({ phase }) => standsAt(phase, moment)).length);
  const change = (part: Partial<StoreyFacts>, follow = false): void => {
    store.getState().run(describeStorey({ storey: storeyId, change: part, follow }));
  };
  const usable = rooms.reduce((sum, room) => sum + room.area, 0);
  return (
    <>
      <WordsField
        name={say(text('楼层名称', 'Storey name'))}
        value={storey.name}
        onCommit={(name) => change({ name })}
      />
      <NumberField
        name={say(text('楼面标高', 'Floor level'))}
        value={storey.elevation}
        unit="mm"
        min={-100_000}
        max={1_000_000}
        step={100}
        onCommit={(elevation) => change({ elevation })}
      />
      <NumberField
        name={say(text('层高', 'Storey height'))}
        value={storey.height}
        unit="mm"
        min={500}
        max={20_000}
        step={100}
        onCommit={(height) => change({ height }, true)}
      />
      <Field name={say(text('使用面积合计', 'Usable area in all'))}>
        <strong className="property-area">{m2(usable)}</strong>
      </Field>
      <Field name={say(text('建筑面积（至外墙外皮）', 'Gross area (outer faces)'))}>
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
