import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { labelledAxes } from '../../shared/derive/axis-labels.ts';
import { measuredDimension } from '../../shared/derive/dimensions.ts';
import { deleteAxes, moveAxis } from '../../shared/edit/axes.ts';
import { deleteElements } from '../../shared/edit/delete-elements.ts';
import { changeDimension } from '../../shared/edit/draw-dimension.ts';
import { changeNote } from '../../shared/edit/write-note.ts';
import type {
  AxisId,
  Dimension,
  DimensionId,
  ElementRef,
  NoteId,
  Storey,
} from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { mm } from '../language/say.ts';
import { unwritten } from '../tools/note-tool.ts';
import { ChoiceField, Field, NumberField } from './selection-fields.tsx';
import { useSettled } from './use-settled.ts';

interface Props<I> {
  readonly store: EditorStore;
  readonly storey: Storey;
  readonly id: I;
}

export function DimensionProperties({ store, storey, id }: Props<DimensionId>) {
  const say = useSay();
  const { storey: storeyId, reading } = useSettled(store);
  const dimension = storey.dimensions?.[id];
  if (!dimension) return null;
  const measured = measuredDimension(storey, dimension);
  const goes = measured.places.some(({ phase }) => phase === 'demolished');
  const change = (part: Partial<Pick<Dimension, 'along' | 'offset'>>): void => {
    store.getState().run(changeDimension({ storey: storeyId, dimension: id, change: part }));
  };
  return (
    <>
      {measured.isLost || goes ? (
        <p role="alert" className="failure">
          {measured.isLost
            ? say(
                text(
                  '所量的构件已删除；尺寸停在原处，不再跟随。可以删除它，或撤销那次删除。',
                  'What it measured was deleted; it stays where it was and follows no more. Delete it, or undo that deletion.',
                ),
              )
            : say(
                text(
                  '所量的构件在方案中拆除；改造后不再有这个尺寸。',
                  'What it measures is demolished in the proposal; afterwards there is no such length.',
                ),
              )}
        </p>
      ) : null}
      <Field name={say(text('各段', 'Lengths'))}>
        {measured.lengths.map((length) => mm(length)).join(say(text('，', ', ')))}
      </Field>
      <Field name={say(text('合计', 'In all'))}>
        {mm(measured.lengths.reduce((sum, length) => sum + length, 0))}
      </Field>
      <ChoiceField<Dimension['along']>
        name={say(text('方向', 'Direction'))}
        value={dimension.along}
        disabled={reading !== null}
        options={[
          { value: 'x', label: say(text('水平', 'Level')) },
          { value: 'y', label: say(text('垂直', 'Upright')) },
          { value: 'line', label: say(text('首末点连线', 'First to last point')) },
        ]}
        onCommit={(along) => change({ along })}
      />
      <NumberField
        name={say(text('尺寸线距首点', 'Line from the first point'))}
        value={dimension.offset}
        unit="mm"
        step={100}
        disabled={reading !== null}
        onCommit={(offset) => change({ offset })}
      />
      <div className="property-actions">
        <DeleteMark store={store} mark={{ kind: 'dimension', id, storey: storeyId }} />
      </div>
    </>
  );
}

export function NoteProperties({ store, storey, id }: Props<NoteId>) {
  const say = useSay();
  const { storey: storeyId, reading } = useSettled(store);
  const note = storey.notes?.[id];
  const words = note?.words ?? '';
  const [typed, setTyped] = useState(words);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => setTyped(words), [words]);
  useEffect(() => {
    // A note just placed waits for its words: what is typed next goes here.
    const area = field.current?.querySelector('textarea');
    if (words === unwritten && area) {
      area.focus();
      area.select();
    }
  }, [words]);
  if (!note) return null;
  const change = (part: Parameters<typeof changeNote>[0]['change']): void => {
    store.getState().run(changeNote({ storey: storeyId, note: id, change: part }));
  };
  const commit = (): void => {
    if (typed.trim() && typed.trim() !== words) change({ words: typed });
    else setTyped(words);
  };
  return (
    <>
      <div ref={field}>
        <Input.TextArea
          aria-label={say(text('注释文字', 'Words of the note'))}
          value={typed}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={1000}
          disabled={reading !== null}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onPressEnter={(event) => {
            // Shift and Enter begins a new line; Enter that ends Chinese input belongs to that.
            if (event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            // Leaving the field takes the words, and the keys go back to the plan.
            document.querySelector<HTMLElement>('.plan-canvas')?.focus({ preventScroll: true });
          }}
        />
      </div>
      <p className="quiet">
        {say(text('回车确定，Shift+回车换行', 'Enter confirms, Shift+Enter begins a new line'))}
      </p>
      <div className="property-actions">
        {note.to ? (
          <Button disabled={reading !== null} onClick={() => change({ to: undefined })}>
            {say(text('去掉引线', 'Remove the leader'))}
          </Button>
        ) : null}
        <DeleteMark store={store} mark={{ kind: 'note', id, storey: storeyId }} />
      </div>
    </>
  );
}

export function AxisProperties(props: { readonly store: EditorStore; readonly id: AxisId }) {
  const { store, id } = props;
  const say = useSay();
  const { history, reading } = useSettled(store);
  const axis = labelledAxes((reading?.plan ?? history.plan).axes).find((one) => one.id === id);
  if (!axis) return null;
  const disabled = reading !== null;
  return (
    <>
      <Field name={say(text('编号', 'Label'))}>
        <strong>{axis.label}</strong>
      </Field>
      <NumberField
        name={axis.runs === 'upright' ? say(text('横坐标', 'At x')) : say(text('纵坐标', 'At y'))}
        value={axis.place}
        unit="mm"
        step={100}
        disabled={disabled}
        onCommit={(place) => store.getState().run(moveAxis({ axis: id, place }))}
      />
      <p className="quiet">
        {say(
          text(
            '轴线各层共用；编号按位置自动排列，不用 I、O、Z。',
            'Axes are common to all storeys; their labels follow from where they are, without I, O and Z.',
          ),
        )}
      </p>
      <Button
        danger
        disabled={disabled}
        onClick={() => store.getState().run(deleteAxes({ axes: [id] }))}
      >
        {say(text('删除', 'Delete'))}
      </Button>
    </>
  );
}

function DeleteMark(props: { readonly store: EditorStore; readonly mark: ElementRef }) {
  const { store, mark } = props;
  const say = useSay();
  const { storey, intent, reading } = useSettled(store);
  return (
    <Button
      danger
      disabled={reading !== null}
      onClick={() => store.getState().run(deleteElements({ storey, elements: [mark], intent }))}
    >
      {say(text('删除', 'Delete'))}
    </Button>
  );
}
