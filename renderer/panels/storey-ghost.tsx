import { Segmented, Slider } from 'antd';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import type { EditorStore, GhostOptions } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';

/** The storey below or above, drawn faintly under the plan. */
export function GhostChoice({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const ghost = useStore(store, (state) => state.ghost);
  const change = (part: Partial<GhostOptions>): void =>
    store.getState().set({ ghost: { ...store.getState().ghost, ...part } });
  return (
    <section className="ghost-choice" aria-label={say(text('透显相邻楼层', 'Show through'))}>
      <h3>{say(text('透显相邻楼层', 'Show another storey through'))}</h3>
      <Segmented<GhostOptions['show']>
        block
        aria-label={say(text('透显哪一层', 'Which storey shows through'))}
        value={ghost.show}
        options={[
          { value: 'none', label: say(text('不显示', 'None')) },
          { value: 'below', label: say(text('下一层', 'Below')) },
          { value: 'above', label: say(text('上一层', 'Above')) },
        ]}
        onChange={(show) => change({ show })}
      />
      {ghost.show === 'none' ? null : (
        <Slider
          ariaLabelForHandle={say(text('透显浓淡', 'How strongly it shows'))}
          min={10}
          max={100}
          value={Math.round(ghost.strength * 100)}
          tooltip={{ formatter: (value) => `${value}%` }}
          onChange={(percent) => change({ strength: percent / 100 })}
        />
      )}
    </section>
  );
}
