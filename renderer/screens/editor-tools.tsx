import { Tooltip } from 'antd';
import { useStore } from 'zustand';
import type { OpeningKind } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import type { EditorStore, ToolName, ToolOptions } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { type IconName, icons } from './editor-icons.tsx';
import { isMeasuring } from './editor-measure.tsx';

interface ToolButton {
  readonly tool: ToolName;
  readonly icon: IconName;
  readonly name: Text;
  readonly key: string;
  readonly opening?: OpeningKind;
  readonly options?: Partial<ToolOptions>;
}

const groups: readonly (readonly ToolButton[])[] = [
  [
    { tool: 'select', icon: 'select', name: text('选择', 'Select'), key: 'V' },
    { tool: 'pan', icon: 'pan', name: text('平移', 'Pan'), key: 'H' },
  ],
  [
    { tool: 'wall', icon: 'wall', name: text('墙', 'Wall'), key: 'W' },
    { tool: 'rectangle', icon: 'rectangle', name: text('矩形', 'Box'), key: 'Q' },
    { tool: 'outline', icon: 'outline', name: text('轮廓', 'Outline'), key: 'P' },
    { tool: 'offset', icon: 'offset', name: text('平行', 'Parallel'), key: 'O' },
  ],
  [
    {
      tool: 'opening',
      icon: 'door',
      name: text('门', 'Door'),
      key: 'D',
      opening: 'door',
      options: { openingKind: 'door', openingWidth: 800 },
    },
    {
      tool: 'opening',
      icon: 'window',
      name: text('窗', 'Window'),
      key: 'N',
      opening: 'window',
      options: { openingKind: 'window', openingWidth: 1200 },
    },
    { tool: 'fixture', icon: 'fixture', name: text('设施', 'Fixture'), key: 'X' },
    { tool: 'riser', icon: 'riser', name: text('立管', 'Riser'), key: 'E' },
  ],
  [
    { tool: 'room', icon: 'room', name: text('房间', 'Room'), key: 'T' },
    { tool: 'divide', icon: 'divide', name: text('分隔', 'Divide'), key: 'C' },
    { tool: 'measure', icon: 'measure', name: text('测量', 'Measure'), key: 'M' },
    { tool: 'underlay', icon: 'underlay', name: text('底图', 'Trace'), key: 'U' },
  ],
];

/** The slim strip of tools on the left: picture, name, key. */
export function ToolStrip(props: {
  readonly store: EditorStore;
  onTake(tool: ToolName, options?: Partial<ToolOptions>): void;
}) {
  const say = useSay();
  const tool = useStore(props.store, (state) => state.tool);
  const kind = useStore(props.store, (state) => state.toolOptions.openingKind);
  const isReading = useStore(props.store, (state) => state.reading !== null);
  return (
    <nav className="tool-strip" aria-label={say(text('工具', 'Tools'))}>
      {groups.map((group) => (
        <div className="tool-group" key={group[0]?.icon}>
          {group.map((button) => {
            const isActive =
              (tool === button.tool || (button.tool === 'measure' && isMeasuring(tool))) &&
              (!button.opening ||
                kind === button.opening ||
                (button.opening === 'door' && kind === 'passage'));
            const edits = !['select', 'pan', 'measure'].includes(button.tool);
            return (
              <Tooltip
                key={button.icon}
                placement="right"
                title={`${say(button.name)}  (${button.key})`}
                mouseEnterDelay={0.4}
              >
                <button
                  type="button"
                  className={isActive ? 'tool-button active' : 'tool-button'}
                  aria-pressed={isActive}
                  aria-keyshortcuts={button.key}
                  disabled={isReading && edits}
                  onClick={(event) => {
                    props.onTake(button.tool, button.options);
                    // Keys go on to the canvas, where the tool works.
                    event.currentTarget.blur();
                  }}
                >
                  {icons[button.icon]}
                  <span>{say(button.name)}</span>
                </button>
              </Tooltip>
            );
          })}
        </div>
      ))}
    </nav>
  );
}
