import type { LabelledAxis } from '../../shared/derive/axis-labels.ts';
import { measuredDimension } from '../../shared/derive/dimensions.ts';
import type { Plan, Point, Storey } from '../../shared/plan/model.ts';
import { boxAround } from './viewport.ts';

/** px between the drawing and the bubbles, and the radius of a bubble. */
export const bubbleRadius = 12;
const outside = 46;

/** The ends of an axis: past what is drawn on the storey and past the other axes, mm. */
export function axisSpan(
  plan: Pick<Plan, 'axes'>,
  storey: Storey,
  { runs, place }: Pick<LabelledAxis, 'runs' | 'place'>,
  pixel: number,
): { readonly from: Point; readonly to: Point } {
  const box = spanBox(plan, storey);
  const more = outside * pixel;
  return runs === 'upright'
    ? { from: { x: place, y: box.min.y - more }, to: { x: place, y: box.max.y + more } }
    : { from: { x: box.min.x - more, y: place }, to: { x: box.max.x + more, y: place } };
}

const boxes = new WeakMap<Storey, ReturnType<typeof boxAround>>();

/** Around the walls, and the dimensions outside of them. */
function drawnBox(storey: Storey): ReturnType<typeof boxAround> {
  const known = boxes.get(storey);
  if (known !== undefined) return known;
  const feet = Object.values(storey.dimensions ?? {}).flatMap(
    (dimension) => measuredDimension(storey, dimension).feet,
  );
  const box = boxAround([...Object.values(storey.joints), ...feet]);
  boxes.set(storey, box);
  return box;
}

function spanBox(plan: Pick<Plan, 'axes'>, storey: Storey) {
  const drawn = drawnBox(storey);
  const axes = Object.values(plan.axes ?? {});
  const of = (runs: string, none: number): number[] => {
    const places = axes.filter((axis) => axis.runs === runs).map(({ place }) => place);
    return places.length > 0 ? places : [none];
  };
  const start = drawn ?? { min: { x: 0, y: 0 }, max: { x: 0, y: 0 } };
  const xs = of('upright', start.min.x);
  const ys = of('level', start.min.y);
  return {
    min: { x: Math.min(start.min.x, ...xs), y: Math.min(start.min.y, ...ys) },
    max: { x: Math.max(start.max.x, ...xs), y: Math.max(start.max.y, ...ys) },
  };
}
