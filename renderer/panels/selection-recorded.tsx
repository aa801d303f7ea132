import { Input, InputNumber, Select } from 'antd';
import { useEffect, useState } from 'react';
import { type Recorded, recordFact } from '../../shared/edit/record-fact.ts';
import type { OpeningId, RoomId, Storey, StoreyId, WallId } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { Field } from './selection-fields.tsx';
import { parserFor } from './typed-number.ts';
import { useIsDisabled } from './while-reading.tsx';

/** Facts that rules need and that may be unknown: empty until somebody has measured or said them. */

interface OfStorey {
  readonly store: EditorStore;
  readonly storeyId: StoreyId;
  readonly storey: Storey;
}

const record = (store: EditorStore, storey: StoreyId, of: Recorded): void => {
  store.getState().run(recordFact({ storey, of }));
};

/** A number that may be empty; taken on Enter and on leaving the field. */
function MaybeNumber(props: {
  readonly name: string;
  readonly value: number | undefined;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  onCommit(value: number | undefined): void;
}) {
  const say = useSay();
  const disabled = useIsDisabled();
  const [typed, setTyped] = useState<number | null>(props.value ?? null);
  useEffect(() => setTyped(props.value ?? null), [props.value]);
  const commit = (): void => {
    const next = typed === null ? undefined : Math.round(typed);
    if (next !== props.value) props.onCommit(next);
  };
  return (
    <Field name={props.name}>
      <InputNumber
        aria-label={props.name}
        className="property-number"
        value={typed}
        min={props.min}
        max={props.max}
        step={props.step}
        precision={0}
        suffix={props.unit}
        parser={parserFor(props.unit)}
        placeholder={say(text('未记录', 'unknown'))}
        disabled={disabled}
        onChange={setTyped}
        onPressEnter={commit}
        onBlur={commit}
      />
    </Field>
  );
}

/** Of the storey: how high its rooms are. */
export function RecordedOfStorey({ store, storeyId, storey }: OfStorey) {
  const say = useSay();
  return (
    <MaybeNumber
      name={say(text('室内净高', 'Clear height'))}
      value={storey.clearHeight}
      unit="mm"
      min={500}
      max={20_000}
      step={10}
      onCommit={(clearHeight) =>
        record(store, storeyId, { kind: 'storey', facts: { clearHeight } })
      }
    />
  );
}

/** Of a room: its own height, exhaust where it is a bathroom, the flights where it is a stair. */
export function RecordedOfRoom({
  store,
  storeyId,
  storey,
  id,
}: OfStorey & { readonly id: RoomId }) {
  const say = useSay();
  const disabled = useIsDisabled();
  const tag = storey.rooms[id];
  if (!tag) return null;
  const set = (facts: Extract<Recorded, { kind: 'room' }>['facts']): void =>
    record(store, storeyId, { kind: 'room', id, facts });
  const exhaust = tag.exhaust === undefined ? 'unknown' : tag.exhaust ? 'yes' : 'no';
  return (
    <>
      <MaybeNumber
        name={say(text('净高（与本层不同时）', 'Clear height, if other'))}
        value={tag.clearHeight}
        unit="mm"
        min={500}
        max={20_000}
        step={10}
        onCommit={(clearHeight) => set({ clearHeight })}
      />
      {tag.use === 'bathroom' || tag.use === 'kitchen-bath' ? (
        <Field name={say(text('机械排风（带止回阀）', 'Mechanical exhaust'))}>
          <Select
            aria-label={say(text('机械排风（带止回阀）', 'Mechanical exhaust'))}
            className="property-choice"
            value={exhaust}
            disabled={disabled}
            virtual={false}
            options={[
              { value: 'unknown', label: say(text('未记录', 'Unknown')) },
              { value: 'yes', label: say(text('有', 'Yes')) },
              { value: 'no', label: say(text('没有', 'No')) },
            ]}
            onChange={(value) =>
              set({ exhaust: value === 'unknown' ? undefined : value === 'yes' })
            }
          />
        </Field>
      ) : null}
      {tag.use === 'stair' ? (
        <MaybeNumber
          name={say(text('梯段净宽', 'Width of the flights'))}
          value={tag.flight}
          unit="mm"
          min={200}
          max={10_000}
          step={10}
          onCommit={(flight) => set({ flight })}
        />
      ) : null}
    </>
  );
}

/** Of a window: how much of it opens. */
export function RecordedOfWindow({
  store,
  storeyId,
  storey,
  id,
}: OfStorey & { readonly id: OpeningId }) {
  const say = useSay();
  const opening = storey.openings[id];
  if (opening?.kind !== 'window') return null;
  return (
    <MaybeNumber
      name={say(text('可开启比例', 'Share that opens'))}
      value={opening.opens}
      unit="%"
      min={0}
      max={100}
      step={5}
      onCommit={(opens) => record(store, storeyId, { kind: 'opening', id, facts: { opens } })}
    />
  );
}

/** Of a wall that may bear: the engineer's note that lets it go or be opened. */
export function RecordedOfWall({
  store,
  storeyId,
  storey,
  id,
}: OfStorey & { readonly id: WallId }) {
  const say = useSay();
  const disabled = useIsDisabled();
  const wall = storey.walls[id];
  const known = wall?.engineerNote ?? '';
  const [typed, setTyped] = useState(known);
  useEffect(() => setTyped(known), [known]);
  if (!wall || wall.kind === 'boundary') return null;
  const commit = (): void => {
    const engineerNote = typed.trim() || undefined;
    if (engineerNote !== wall.engineerNote) {
      record(store, storeyId, { kind: 'wall', id, facts: { engineerNote } });
    }
  };
  return (
    <Field name={say(text('结构意见', "Engineer's note"))}>
      <Input
        aria-label={say(text('结构意见', "Engineer's note"))}
        value={typed}
        maxLength={200}
        placeholder={say(text('编号或结论', 'its number or words'))}
        disabled={disabled}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={commit}
        onBlur={commit}
      />
    </Field>
  );
}
