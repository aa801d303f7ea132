import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Room } from '../../shared/derive/room.ts';
import type { HouseholdId, Plan } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { changedRooms } from '../canvas/changed-rooms.ts';
import { type EditorState, type EditorStore, shownPlan } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { householdStyles } from '../panels/household-colour.ts';
import { byDoor } from '../panels/household-order.ts';
import { HouseholdSwatch } from '../panels/household-swatch.tsx';
import { sceneOf } from '../tools/scene.ts';

/** More than the legend has room for. */
const atOnce = 60;

/** Which colour and pattern is whose, for the households on this storey; clicking one shows its rooms. */
export function Legend(props: { readonly store: EditorStore }) {
  const { store } = props;
  const say = useSay();
  const [isOpen, setOpen] = useState(true);
  const households = useStore(store, (state) => shownPlan(state).households);
  const here = useHouseholdsHere(store);
  // Of a large building the first come at once, the others when there is time.
  const shown = useDeferredValue(here, here.slice(0, atOnce));
  const hasPhases = useStore(store, (state) => state.view === 'changes');
  if (shown.length === 0 && !hasPhases) return null;
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
        <Chips store={store} households={households} shown={shown} />
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

/** Those who hold rooms of the storey: the identical list while they are the same. */
function useHouseholdsHere(store: EditorStore): readonly HouseholdId[] {
  const [look] = useState(() => {
    let rooms: readonly Room[] = [];
    let households: Plan['households'] | null = null;
    let here: readonly HouseholdId[] = [];
    return (state: EditorState): readonly HouseholdId[] => {
      const plan = shownPlan(state);
      const now = sceneOf(plan, state.storey, state.view)?.rooms ?? [];
      if (households !== plan.households || !areHeldAlike(rooms, now)) {
        const holders = new Set(now.flatMap((room) => room.holders));
        here = byDoor(plan.households).filter((id) => holders.has(id));
      }
      rooms = now;
      households = plan.households;
      return here;
    };
  });
  return useStore(store, look);
}

/** A drag changes how large rooms are, and seldom whose. */
function areHeldAlike(was: readonly Room[], is: readonly Room[]): boolean {
  const { gone, come } = changedRooms(was, is);
  return (
    gone.length === come.length &&
    gone.every(({ holders }, index) => holders.join() === come[index]!.holders.join())
  );
}

/** Of hundreds of households none is rendered anew while walls are dragged. */
const Chips = memo(function Chips(props: {
  readonly store: EditorStore;
  readonly households: Plan['households'];
  readonly shown: readonly HouseholdId[];
}) {
  const { store, households, shown } = props;
  const say = useSay();
  const highlight = useStore(store, (state) => state.highlight);
  const styles = useMemo(() => householdStyles(households), [households]);
  const point = (id: HouseholdId): void => {
    const isPointed = highlight.some((ref) => ref.id === id);
    store
      .getState()
      .set({ measured: null, highlight: isPointed ? [] : [{ kind: 'household', id }] });
  };
  return (
    <ul>
      {shown.map((id) => (
        <li key={id}>
          <button
            type="button"
            aria-pressed={highlight.some((ref) => ref.id === id)}
            onClick={() => point(id)}
          >
            <HouseholdSwatch style={styles.get(id)!} door={households[id]?.door ?? ''} size={16} />
          </button>
        </li>
      ))}
      <li className="legend-common">
        <span className="legend-chip common" aria-hidden="true" />
        {say(text('公共', 'Common'))}
      </li>
    </ul>
  );
});
