import { useState } from 'react';
import { useStore } from 'zustand';
import { compareDoors } from '../../shared/plan/door-words.ts';
import { entries, type HouseholdId, type Plan } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { type EditorStore, shownPlan } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { householdStyles } from '../panels/household-colour.ts';
import { HouseholdSwatch } from '../panels/household-swatch.tsx';
import { sceneOf } from '../tools/scene.ts';

/** In the order of the list of households. */
export const byDoor = (households: Plan['households']): HouseholdId[] =>
  entries(households)
    .toSorted(([, left], [, right]) => compareDoors(left.door, right.door))
    .map(([id]) => id);

/** Which colour and pattern is whose, for the households on this storey; clicking one shows its rooms. */
export function Legend(props: { readonly store: EditorStore }) {
  const { store } = props;
  const say = useSay();
  const [isOpen, setOpen] = useState(true);
  const state = useStore(store);
  const plan = shownPlan(state);
  const styles = householdStyles(plan.households);
  const rooms = sceneOf(plan, state.storey, state.view)?.rooms ?? [];
  const here = new Set(rooms.flatMap(({ holders }) => holders));
  const shown = byDoor(plan.households).filter((id) => here.has(id));
  const hasPhases = state.view === 'changes';
  if (shown.length === 0 && !hasPhases) return null;
  const point = (id: HouseholdId): void => {
    const isPointed = state.highlight.some((ref) => ref.id === id);
    state.set({ highlight: isPointed ? [] : [{ kind: 'household', id }] });
  };
  return (
    <div className="legend">
      <button
        type="button"
        className="legend-title"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {say(text('图例', 'Legend'))} <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
      </button>
      {isOpen && shown.length > 0 ? (
        <ul>
          {shown.map((id) => (
            <li key={id}>
              <button
                type="button"
                aria-pressed={state.highlight.some((ref) => ref.id === id)}
                onClick={() => point(id)}
              >
                <HouseholdSwatch
                  style={styles.get(id)!}
                  door={plan.households[id]?.door ?? ''}
                  size={16}
                />
              </button>
            </li>
          ))}
          <li className="legend-common">
            <span className="legend-chip common" aria-hidden="true" />
            {say(text('公共', 'Common'))}
          </li>
        </ul>
      ) : null}
      {isOpen && hasPhases ? (
        <ul className="legend-phases">
          <li>
            <span className="legend-chip retained" aria-hidden="true" />
            {say(text('保留', 'Retained'))}
          </li>
          <li>
            <span className="legend-chip added" aria-hidden="true" />
            {say(text('新建', 'New'))}
          </li>
          <li>
            <span className="legend-chip gone" aria-hidden="true" />
            {say(text('拆除', 'Demolished'))}
          </li>
        </ul>
      ) : null}
    </div>
  );
}
