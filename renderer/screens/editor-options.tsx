import { Button, Checkbox, Segmented, Select, Tooltip } from 'antd';
import type { Intent } from '../../shared/edit/intent.ts';
import {
  fixtureKinds,
  type OpeningKind,
  type RiserKind,
  type RoomUse,
  roomUses,
} from '../../shared/plan/model.ts';
import type { View } from '../../shared/plan/phase.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore, ToolOptions } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import {
  fixtureWords,
  intentWords,
  openingWords,
  riserWords,
  roomUseWords,
  viewWords,
} from '../language/words.ts';
import { StoreySwitch } from '../panels/index.ts';
import { LimitedNumber } from '../panels/limited-number.tsx';
import { useSettled } from '../panels/use-settled.ts';
import { FixtureIcon } from './editor-icons.tsx';
import { isMeasuring, MeasureModes } from './editor-measure.tsx';
import { SnapChoice, snaps } from './editor-snap-choice.tsx';
import { drawsWalls, WallOptions } from './editor-wall-options.tsx';

/** Above the canvas: options of the tool in hand, then what is drawn and looked at. */
export function OptionsBar(props: { readonly store: EditorStore }) {
  const { store } = props;
  const say = useSay();
  const state = useSettled(store);
  const options = state.toolOptions;
  const change = (part: Partial<ToolOptions>): void =>
    store.getState().set({ toolOptions: { ...store.getState().toolOptions, ...part } });
  return (
    <section
      className="options-bar"
      aria-label={say(text('工具选项与视图', 'Tool options and view'))}
    >
      <div className="tool-options">
        {drawsWalls(state.tool) ? (
          <WallOptions tool={state.tool} options={options} onChange={change} />
        ) : null}
        {state.tool === 'opening' ? <OpeningOptions options={options} onChange={change} /> : null}
        {state.tool === 'fixture' ? <FixturePalette options={options} onChange={change} /> : null}
        {state.tool === 'riser' ? (
          <Segmented<RiserKind>
            aria-label={say(text('立管类型', 'Kind of riser'))}
            value={options.riserKind}
            options={(['soil', 'waste', 'supply', 'gas', 'flue'] as const).map((value) => ({
              value,
              label: say(riserWords[value]),
            }))}
            onChange={(riserKind) => change({ riserKind })}
          />
        ) : null}
        {state.tool === 'riser' ? (
          <Checkbox
            checked={options.riserThrough}
            onChange={(event) => change({ riserThrough: event.target.checked })}
          >
            {say(text('贯通各层', 'Through all storeys'))}
          </Checkbox>
        ) : null}
        {state.tool === 'room' ? (
          <span className="option-labelled">
            {say(text('标为', 'Name as'))}
            <Select<RoomUse>
              aria-label={say(text('标为', 'Name as'))}
              value={options.roomUse}
              options={roomUses.map((value) => ({ value, label: say(roomUseWords[value]) }))}
              onChange={(roomUse) => change({ roomUse })}
              virtual={false}
              popupMatchSelectWidth={false}
            />
          </span>
        ) : null}
        {state.tool === 'underlay' ? <UnderlayModes options={options} onChange={change} /> : null}
        {isMeasuring(state.tool) ? <MeasureModes store={store} /> : null}
        {snaps(state.tool) ? <SnapChoice store={store} /> : null}
      </div>
      <div className="view-options">
        <Segmented<Intent>
          aria-label={say(text('编辑内容', 'What is edited'))}
          value={state.intent}
          disabled={state.reading !== null}
          options={(['survey', 'proposal'] as const).map((value) => ({
            value,
            label: (
              <Tooltip
                title={
                  value === 'survey'
                    ? say(text('修改的是现状：增删直接生效', 'Edits correct the survey itself'))
                    : say(
                        text(
                          '修改的是方案：现状只会标为拆除，新增标为新建',
                          'Edits make the proposal: what stands is marked demolished, additions are new',
                        ),
                      )
                }
                mouseEnterDelay={0.5}
              >
                {say(intentWords[value])}
              </Tooltip>
            ),
          }))}
          onChange={(intent) => store.getState().set({ intent })}
        />
        <Segmented<View>
          aria-label={say(text('视图', 'View'))}
          value={state.view}
          options={(['before', 'changes', 'after'] as const).map((value) => ({
            value,
            label: say(viewWords[value]),
          }))}
          onChange={(view) => store.getState().set({ view })}
        />
        <StoreySwitch store={store} />
      </div>
    </section>
  );
}

interface OptionsProps {
  readonly options: ToolOptions;
  onChange(part: Partial<ToolOptions>): void;
}

const usualWidths: Readonly<Record<OpeningKind, readonly number[]>> = {
  door: [700, 800, 900, 1000],
  window: [600, 900, 1200, 1500],
  passage: [800, 900, 1200],
};

function OpeningOptions({ options, onChange }: OptionsProps) {
  const say = useSay();
  return (
    <>
      <Segmented<OpeningKind>
        aria-label={say(text('洞口类型', 'Kind of opening'))}
        value={options.openingKind}
        options={(['door', 'window', 'passage'] as const).map((value) => ({
          value,
          label: say(openingWords[value]),
        }))}
        onChange={(openingKind) =>
          onChange({
            openingKind,
            openingWidth: usualWidths[openingKind][openingKind === 'window' ? 2 : 1] ?? 900,
          })
        }
      />
      <LimitedNumber
        aria-label={say(text('净宽', 'Clear width'))}
        value={options.openingWidth}
        min={100}
        max={10_000}
        step={50}
        precision={0}
        unit="mm"
        className="option-number"
        onChange={(openingWidth) => {
          if (openingWidth) onChange({ openingWidth });
        }}
      />
      <span className="option-presets">
        {usualWidths[options.openingKind].map((value) => (
          <Button
            key={value}
            type={value === options.openingWidth ? 'primary' : 'text'}
            aria-pressed={value === options.openingWidth}
            onClick={() => onChange({ openingWidth: value })}
          >
            {value}
          </Button>
        ))}
      </span>
    </>
  );
}

function FixturePalette({ options, onChange }: OptionsProps) {
  const say = useSay();
  return (
    <fieldset className="fixture-palette" aria-label={say(text('设施', 'Fixtures'))}>
      {fixtureKinds.map((kind) => (
        <Tooltip key={kind} title={say(fixtureWords[kind])} mouseEnterDelay={0.2}>
          <button
            type="button"
            className={kind === options.fixtureKind ? 'palette-button active' : 'palette-button'}
            aria-pressed={kind === options.fixtureKind}
            aria-label={say(fixtureWords[kind])}
            onClick={(event) => {
              onChange({ fixtureKind: kind });
              event.currentTarget.blur();
            }}
          >
            <FixtureIcon kind={kind} />
            <span className="palette-word">{say(fixtureWords[kind])}</span>
          </button>
        </Tooltip>
      ))}
    </fieldset>
  );
}

const underlayModes = {
  calibrate: text('两点校准', 'Two-point scale'),
  straighten: text('摆正', 'Straighten'),
  move: text('移动', 'Move'),
  crop: text('裁剪', 'Crop'),
} as const;

function UnderlayModes({ options, onChange }: OptionsProps) {
  const say = useSay();
  return (
    <Segmented<ToolOptions['underlayMode']>
      aria-label={say(text('对底图做什么', 'What is done to the underlay'))}
      value={options.underlayMode}
      options={(['calibrate', 'straighten', 'move', 'crop'] as const).map((value) => ({
        value,
        label: say(underlayModes[value]),
      }))}
      onChange={(underlayMode) => onChange({ underlayMode })}
    />
  );
}
