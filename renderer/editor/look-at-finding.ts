import { midpoint } from '../../shared/geometry/point.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { amountsOf } from '../../shared/rules/amount.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { overRules } from './overlap.ts';
import { sketchOf } from './sketched.ts';
import { type EditorState, type EditorStore, shownPlan } from './store.ts';

/** Brings what a finding is about into view, with what was measured. */
export function lookAtFinding(store: EditorStore, finding: Finding): void {
  const state = store.getState();
  const { lookAt, set, view } = state;
  // What is said of the plan after the works is not to be seen before them.
  if (view === 'before') set({ view: 'after' });
  const { place, line } = finding;
  const pointed = pointedBy(shownPlan(state), finding);
  if (place) {
    const at = line?.storey === place.storey ? midpoint(line.from, line.to) : place.at;
    lookAt(place.storey, at, pointed.highlight, sketchOf(shownPlan(state), finding)?.box);
  }
  set({ finding: finding.id, ...pointed });
}

/** The same for as long as the pointer rests on it, without moving the plan. */
export function pointAtFinding(store: EditorStore, finding: Finding): void {
  const state = store.getState();
  state.set(pointedBy(shownPlan(state), finding));
}

/** Rules of which the other end lies on another storey and is to be seen from this one. */
const seenThrough: readonly string[] = [...overRules, 'straight-stack'];

/** Elements to outline, and what was measured: where rooms overlap, that part and the room below alone. */
function pointedBy(plan: Plan, finding: Finding): Pick<EditorState, 'highlight' | 'measured'> {
  const { about, line, place, rule } = finding;
  const storey = line?.storey ?? place?.storey;
  if (!storey) return { highlight: about, measured: null };
  const sketch = seenThrough.includes(rule) ? sketchOf(plan, finding) : null;
  const areas = sketch?.areas ?? [];
  return {
    highlight: areas.length > 0 ? [] : about,
    measured: {
      storey,
      line: line ?? null,
      areas,
      others: sketch?.others ?? [],
      words: amountsOf(finding)?.measured ?? null,
    },
  };
}
