import { Button, InputNumber, Segmented } from 'antd';
import { useStore } from 'zustand';
import { setNorth } from '../../shared/edit/set-north.ts';
import type { Axis } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { type EditorStore, shownPlan, type ToolName } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { parserFor } from '../panels/typed-number.ts';

const modes = {
  measure: text('距离', 'Distance'),
  area: text('面积', 'Area'),
  dimension: text('尺寸标注', 'Dimensions'),
  note: text('文字', 'Note'),
  axis: text('轴线', 'Axes'),
  north: text('指北针', 'North'),
} as const satisfies Partial<Record<ToolName, Text>>;
type MeasureMode = keyof typeof modes;

/** Whether the tool is one of those that measure and annotate, behind one button of the strip. */
export const isMeasuring = (tool: ToolName): tool is MeasureMode => tool in modes;

/** Above the canvas: what is measured or written, and what that needs. */
export function MeasureModes({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const tool = useStore(store, (state) => state.tool);
  const reading = useStore(store, (state) => state.reading !== null);
  const axisRuns = useStore(store, (state) => state.toolOptions.axisRuns);
  if (!isMeasuring(tool)) return null;
  return (
    <>
      <Segmented<MeasureMode>
        aria-label={say(text('测量与标注', 'Measure and annotate'))}
        value={tool}
        options={(Object.keys(modes) as MeasureMode[]).map((value) => ({
          value,
          label: say(modes[value]),
          // Distances and areas are only looked at.
          disabled: reading && value !== 'measure' && value !== 'area',
        }))}
        onChange={(next) => store.getState().set({ tool: next })}
      />
      {tool === 'axis' ? (
        <Segmented<Axis['runs']>
          aria-label={say(text('轴线方向', 'Direction of the axis'))}
          value={axisRuns}
          options={[
            { value: 'upright', label: say(text('竖向 1 2 3', 'Upright 1 2 3')) },
            { value: 'level', label: say(text('横向 A B C', 'Level A B C')) },
          ]}
          onChange={(runs) => {
            const { toolOptions, set } = store.getState();
            set({ toolOptions: { ...toolOptions, axisRuns: runs } });
          }}
        />
      ) : null}
      {tool === 'north' ? <NorthField store={store} /> : null}
    </>
  );
}

function NorthField({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const north = useStore(store, (state) => shownPlan(state).north);
  const run = store.getState().run;
  return (
    <>
      <span className="option-labelled">
        {say(text('正北在上方偏左', 'North is left of up by'))}
        <InputNumber
          aria-label={say(text('北向角度（自上方逆时针）', 'North, counter-clockwise from up'))}
          value={north ?? null}
          placeholder={say(text('未定', 'Not set'))}
          min={-359}
          max={359}
          precision={0}
          suffix="°"
          parser={parserFor('°')}
          className="option-number"
          onChange={(degrees) => {
            if (degrees !== null) run(setNorth({ north: degrees }));
          }}
        />
      </span>
      {north === undefined ? null : (
        <Button onClick={() => run(setNorth({ north: null }))}>
          {say(text('移除指北针', 'Remove'))}
        </Button>
      )}
    </>
  );
}
