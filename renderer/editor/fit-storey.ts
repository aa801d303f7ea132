import { fixtureCorners } from '../../shared/derive/footprint.ts';
import type { Point, Storey } from '../../shared/plan/model.ts';
import { wallLine } from '../tools/plane.ts';
import { type EditorStore, shownPlan } from './store.ts';
import { boxAround, fitBox, type Viewport, type ViewportHolder } from './viewport.ts';

/** px around the plan when all of it is shown; the scale bar lies at the foot. */
const margin = { side: 44, top: 40, bottom: 56 };

/** The view that last showed everything. */
export const fitted = new WeakMap<ViewportHolder, Viewport>();

/** Shows the whole storey, or its first 10 m where nothing is drawn yet. */
export function fitStorey(store: EditorStore, viewport: ViewportHolder): void {
  const state = store.getState();
  const storey = shownPlan(state).storeys[state.storey];
  const size = viewport.size();
  if (size.width === 0) return;
  const box = storey ? boxAround(drawnPoints(storey)) : null;
  viewport.set(fitBox(box ?? { min: { x: 0, y: 0 }, max: { x: 10_000, y: 7000 } }, size, margin));
  fitted.set(viewport, viewport.get());
}

/** The ends of the walls, and what stands or swings beyond them. */
const drawnPoints = (storey: Storey): Point[] => [
  ...Object.values(storey.joints),
  ...Object.values(storey.fixtures).flatMap((fixture) => fixtureCorners(fixture)),
  ...Object.values(storey.openings).flatMap(({ wall, offset, width, leaf }) => {
    const line = storey.walls[wall] && wallLine(storey, storey.walls[wall]);
    if (!line || leaf !== 'swing') return [];
    const middle = (offset + width / 2) / line.length;
    const x = line.a.x + (line.b.x - line.a.x) * middle;
    const y = line.a.y + (line.b.y - line.a.y) * middle;
    return [
      { x: x - width, y: y - width },
      { x: x + width, y: y + width },
    ];
  }),
];
