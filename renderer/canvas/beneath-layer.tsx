import { memo, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Language } from '../../shared/text.ts';
import { usePicture } from '../editor/pictures.ts';
import { type EditorStore, ghostStorey, shownPlan } from '../editor/store.ts';
import type { ViewportHolder } from '../editor/viewport.ts';
import { paintGhost } from './paint-ghost.ts';
import { paintUnderlay } from './paint-underlay.ts';
import { PlanLayer } from './plan-layer.tsx';
import type { Source } from './source.ts';

/**
 * What shows through the plan as through tracing paper. A canvas of its own, so that a drag does not
 * draw it again; none at all where there is nothing.
 */
export const BeneathLayer = memo(function BeneathLayer(props: {
  readonly store: EditorStore;
  readonly viewport: ViewportHolder;
  readonly language: Language;
}) {
  const { store, viewport, language } = props;
  const underlay = useStore(store, (state) => {
    const found = shownPlan(state).storeys[state.storey]?.underlay;
    return found?.hidden ? undefined : found;
  });
  const building = useStore(store, (state) => state.building);
  const picture = usePicture(building, underlay?.asset);
  const ghost = useStore(store, ghostStorey);
  const strength = useStore(store, (state) => state.ghost.strength);
  const moment = useStore(store, (state) => (state.view === 'before' ? 'before' : 'after'));
  const source = useMemo(
    (): Source<object> => ({
      // Another one with everything that it shows.
      look: () => source,
      watch: () => () => undefined,
      paint(pen) {
        // First, since it clears its own openings.
        if (ghost) paintGhost(pen, ghost, moment, strength);
        if (underlay) paintUnderlay(pen, underlay, picture, language);
      },
      // All of it moves with the plan.
      damage: () => 'all',
    }),
    [ghost, moment, strength, underlay, picture, language],
  );
  return underlay || ghost ? (
    <PlanLayer viewport={viewport} source={source} blend="multiply" />
  ) : null;
});
