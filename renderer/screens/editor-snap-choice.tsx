import { Button, Checkbox, Popover, Segmented } from 'antd';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import { snapSwitches } from '../editor/snap-options.ts';
import type { EditorStore, ToolName } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';

/** The tools whose pointer snaps. */
export const snaps = (tool: ToolName): boolean =>
  ['select', 'pan', 'wall', 'rectangle', 'outline', 'measure', 'area', 'axis', 'mirror'].includes(
    tool,
  );

/** What the pointer is drawn to, each on or off. */
export function SnapChoice(props: { readonly store: EditorStore }) {
  const { store } = props;
  const say = useSay();
  const snap = useStore(store, (state) => state.snap);
  const change = (part: Partial<typeof snap>): void =>
    store.getState().set({ snap: { ...store.getState().snap, ...part } });
  const setAll = (on: boolean): void =>
    change(Object.fromEntries(snapSwitches.map(({ name }) => [name, on])));
  const off = snapSwitches.filter(({ name }) => !snap[name]).length;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={
        <div className="snap-choices">
          <p className="snap-note">
            {say(
              text(
                '靠上的优先；按住 Ctrl 或 Alt 暂停捕捉。',
                'The upper ones win; hold Ctrl or Alt to suspend.',
              ),
            )}
          </p>
          {snapSwitches.map(({ name, words }) => (
            <Checkbox
              key={name}
              checked={snap[name]}
              onChange={(event) => change({ [name]: event.target.checked })}
            >
              {say(words)}
            </Checkbox>
          ))}
          <Segmented<number>
            aria-label={say(text('网格间距', 'Grid step'))}
            value={snap.gridStep}
            options={[10, 50, 100, 300].map((value) => ({ value, label: `${value} mm` }))}
            onChange={(gridStep) => change({ gridStep })}
          />
          <span className="snap-all">
            <Button disabled={off === 0} onClick={() => setAll(true)}>
              {say(text('全部打开', 'All on'))}
            </Button>
            <Button disabled={off === snapSwitches.length} onClick={() => setAll(false)}>
              {say(text('全部关闭', 'All off'))}
            </Button>
          </span>
        </div>
      }
    >
      <Button>
        {off === 0
          ? say(text('捕捉…', 'Snapping…'))
          : say(text(`捕捉（关 ${off} 项）…`, `Snapping (${off} off)…`))}
      </Button>
    </Popover>
  );
}
