import type { DivideRequest } from './divide-request.ts';
import { placesAlong } from './items.ts';
import { type Axis, type Cell, type Cut, cornerCut, straightCut } from './partitions.ts';
import { bodyWidth } from './programme.ts';
import { edgesOf } from './region.ts';

/** mm of the second grid, on which what the first one found is improved. */
export const fineStep = 10;

/** Which cut, so that the places beside it can be tried. */
export type Make = (shift: number) => Cut | null;
export interface Trial {
  readonly kind: string;
  readonly make: Make;
  readonly cut: Cut;
  readonly uneven: number;
}

export function isFair({ parts }: Cut, { leastShare }: Pick<DivideRequest, 'leastShare'>): boolean {
  const [first, second] = parts.map(({ region }) => region.area) as [number, number];
  return Math.min(first, second) >= leastShare * (first + second);
}

const unevenBy = ({ parts }: Cut): number => Math.abs(parts[0].region.area - parts[1].region.area);

export function straightTrials(
  whole: Cell,
  request: Pick<DivideRequest, 'thickness' | 'step' | 'leastShare'>,
): Trial[] {
  const { thickness, step } = request;
  const { box } = whole.enclosed;
  return (['x', 'y'] as const)
    .flatMap((axis: Axis) => {
      const [from, to] = axis === 'x' ? [box.x0, box.x1] : [box.y0, box.y1];
      const make = (at: number) => straightCut(whole, axis, at, thickness);
      const even = evenPlace(make, from, to - thickness);
      const places = new Set([...placesAlong(from, to, thickness, step), ...even]);
      return [...places].flatMap((at): Trial[] => {
        const cut = make(at);
        if (!cut || !isFair(cut, request)) return [];
        return [
          {
            kind: `straight/${axis}`,
            make: (shift) => make(at + shift),
            cut,
            uneven: unevenBy(cut),
          },
        ];
      });
    })
    .sort((left, right) => left.uneven - right.uneven);
}

/** The two places of the fine grid between which both parts are equal. */
function evenPlace(make: (at: number) => Cut | null, from: number, to: number): number[] {
  let low = 0;
  let high = Math.floor((to - from) / fineStep);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const cut = make(from + middle * fineStep);
    if (!cut) return [];
    if (cut.parts[0].region.area > cut.parts[1].region.area) high = middle;
    else low = middle;
  }
  // Counted from the other end as well, so that a mirror gives the mirrored places.
  const turned = to - Math.floor((to - from - low * fineStep) / fineStep) * fineStep;
  return [from + low * fineStep, from + high * fineStep, turned, turned + fineStep].filter(
    (at) => at > from && at < to,
  );
}

/** A part smaller than this across is no room; mm. */
export const narrowestCorner = 600;
/** What is left beside a part with a corner is at least as wide as a person; mm. */
export const leastLeg = bodyWidth;

export function cornerTrials(whole: Cell, request: DivideRequest): Trial[] {
  const { thickness, step } = request;
  const trials: Trial[] = [];
  for (const edge of edgesOf(whole.enclosed)) {
    if (edge.side === 1 || edge.side === 3) continue;
    const depths = whole.enclosed.box.y1 - whole.enclosed.box.y0;
    for (const at of ['from', 'to'] as const) {
      const longest = edge.to - edge.from - thickness - leastLeg;
      for (let along = narrowestCorner; along <= longest; along += step) {
        for (let depth = narrowestCorner; depth <= depths - thickness - leastLeg; depth += step) {
          const make: Make = (shift) => cornerCut(whole, edge, at, along + shift, depth, thickness);
          const least = request.leastShare * whole.region.area;
          if (along * depth < 0.8 * least || along * depth > whole.region.area - 0.8 * least)
            continue;
          const cut = make(0);
          if (!cut || !isFair(cut, request)) continue;
          trials.push({ kind: `corner/${edge.side}${at}`, make, cut, uneven: unevenBy(cut) });
        }
      }
    }
  }
  return trials.sort((left, right) => left.uneven - right.uneven);
}
