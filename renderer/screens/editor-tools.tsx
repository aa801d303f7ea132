import { Tooltip } from 'antd';
import { useStore } from 'zustand';
import type { OpeningKind } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import type { EditorCommand } from '../commands/command.ts';
import { commandOf } from '../commands/registry.ts';
import { mayTake } from '../editor/reading.ts';
import type { EditorStore, ToolName } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { type IconName, icons } from './editor-icons.tsx';
import { focusPlan } from './editor-keys.ts';
import { isMeasuring } from './editor-measure.tsx';

interface ToolButton {
  readonly tool: ToolName;
  readonly icon: IconName;
  readonly name: Text;
  /** Its key and what it does. */
  readonly command: string;
  readonly opening?: OpeningKind;
}

const groups: readonly (readonly ToolButton[])[] = [
  [
    { tool: 'select', icon: 'select', name: text('选择', 'Select'), command: 'tool-select' },
    { tool: 'pan', icon: 'pan', name: text('平移', 'Pan'), command: 'tool-pan' },
  ],
  [
    { tool: 'wall', icon: 'wall', name: text('墙', 'Wall'), command: 'tool-wall' },
    { tool: 'rectangle', icon: 'rectangle', name: text('矩形', 'Box'), command: 'tool-rectangle' },
    { tool: 'outline', icon: 'outline', name: text('轮廓', 'Outline'), command: 'tool-outline' },
    { tool: 'offset', icon: 'offset', name: text('平行', 'Parallel'), command: 'tool-offset' },
  ],
  [
    {
      tool: 'opening',
      icon: 'door',
      name: text('门', 'Door'),
      command: 'tool-door',
      opening: 'door',
    },
    {
      tool: 'opening',
      icon: 'window',
      name: text('窗', 'Window'),
      command: 'tool-window',
      opening: 'window',
    },
    { tool: 'fixture', icon: 'fixture', name: text('设施', 'Fixture'), command: 'tool-fixture' },
    { tool: 'riser', icon: 'riser', name: text('立管', 'Riser'), command: 'tool-riser' },
  ],
  [
    { tool: 'room', icon: 'room', name: text('房间', 'Room'), command: 'tool-room' },
    { tool: 'divide', icon: 'divide', name: text('分隔', 'Divide'), command: 'tool-divide' },
    { tool: 'measure', icon: 'measure', name: text('测量', 'Measure'), command: 'tool-measure' },
    { tool: 'underlay', icon: 'underlay', name: text('底图', 'Trace'), command: 'tool-underlay' },
  ],
];

/** The slim strip of tools on the left: picture, name, key. */
export function ToolStrip(props: {
  readonly store: EditorStore;
  onTake(command: EditorCommand): void;
}) {
  const say = useSay();
  const tool = useStore(props.store, (state) => state.tool);
  const kind = useStore(props.store, (state) => state.toolOptions.openingKind);
  const reading = useStore(props.store, (state) => state.reading);
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
            const command = commandOf(button.command);
            const [key] = command.keys ?? [];
            return (
              <Tooltip
                key={button.icon}
                placement="right"
                title={`${say(command.name)}  (${key})`}
                mouseEnterDelay={0.4}
              >
                <button
                  type="button"
                  className={isActive ? 'tool-button active' : 'tool-button'}
                  aria-pressed={isActive}
                  aria-keyshortcuts={key}
                  disabled={!mayTake({ reading }, button.tool)}
                  onClick={(event) => {
                    props.onTake(command);
                    // Keys go on to the plan, where the tool works.
                    event.currentTarget.blur();
                    focusPlan();
                  }}
                >
                  {icons[button.icon]}
                  <span className="tool-name">{say(button.name)}</span>
                </button>
              </Tooltip>
            );
          })}
        </div>
      ))}
    </nav>
  );
}
