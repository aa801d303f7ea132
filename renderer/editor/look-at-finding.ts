import { midpoint } from '../../shared/geometry/point.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { EditorStore } from './store.ts';

/** Brings what a finding is about into view, with what was measured. */
export function lookAtFinding(store: EditorStore, finding: Finding): void {
  const { lookAt, set, view } = store.getState();
  // What is said of the plan after the works is not to be seen before them.
  if (view === 'before') set({ view: 'after' });
  const { place, line } = finding;
  if (place)
    lookAt(
      place.storey,
      line?.storey === place.storey ? midpoint(line.from, line.to) : place.at,
      finding.about,
    );
  else set({ highlight: finding.about });
  set({ finding: finding.id, measured: finding.line ?? null });
}

/** The same for as long as the pointer rests on it, without moving the plan. */
export function pointAtFinding(store: EditorStore, finding: Finding): void {
  store.getState().set({ highlight: finding.about, measured: finding.line ?? null });
}
