import { measuredDimension } from '../../shared/derive/dimensions.ts';
import { fixtureCorners } from '../../shared/derive/footprint.ts';
import { underlayCorners } from '../../shared/derive/underlay-place.ts';
import type { Point, Storey } from '../../shared/plan/model.ts';
import { wallLine } from '../tools/plane.ts';
import { type EditorStore, shownPlan } from './store.ts';
import { boxAround, fitBox, type Viewport, type ViewportHolder } from './viewport.ts';

/** px around the plan when all of it is shown; the scale bar lies at the foot. */
const margin = { side: 44, top: 40, bottom: 56 };

/** The bubbles of axes stand outside of all that is drawn. */
const marginOfAxes = { side: 76, top: 76, bottom: 80 };

/** The view that last showed everything. */
export const fitted = new WeakMap<ViewportHolder, Viewport>();

/** Shows the whole storey, or its first 10 m where nothing is drawn yet. */
export function fitStorey(store: EditorStore, viewport: ViewportHolder): void {
  const state = store.getState();
  const storey = shownPlan(state).storeys[state.storey];
  const size = viewport.size();
  if (size.width === 0) return;
  const box = storey ? boxAround(drawnPoints(storey)) : null;
  const { axes = {} } = shownPlan(state);
  const around = Object.keys(axes).length > 0 ? marginOfAxes : margin;
  viewport.set(fitBox(box ?? { min: { x: 0, y: 0 }, max: { x: 10_000, y: 7000 } }, size, around));
  fitted.set(viewport, viewport.get());
}

/** The underlay, the ends of the walls, and what stands or swings beyond them. */
const drawnPoints = (storey: Storey): Point[] => [
  ...(storey.underlay && !storey.underlay.hidden ? underlayCorners(storey.underlay) : []),
  ...Object.values(storey.joints),
  ...Object.values(storey.dimensions ?? {}).flatMap(
    (dimension) => measuredDimension(storey, dimension).feet,
  ),
  ...Object.values(storey.notes ?? {}).map(({ at }) => at),
  ...Object.values(storey.fixtures).flatMap((fixture) => fixtureCorners(fixture)),
  ...Object.values(storey.openings).flatMap(({ wall, offset, width, leaf }) => {
    const line = storey.walls[wall] && wallLine(storey, storey.walls[wall]);
    if (!line || (leaf !== 'swing' && leaf !== 'double')) return [];
    const leafWidth = leaf === 'double' ? width / 2 : width;
    const middle = (offset + width / 2) / line.length;
    const x = line.a.x + (line.b.x - line.a.x) * middle;
    const y = line.a.y + (line.b.y - line.a.y) * middle;
    return [
      { x: x - leafWidth, y: y - leafWidth },
      { x: x + leafWidth, y: y + leafWidth },
    ];
  }),
];
