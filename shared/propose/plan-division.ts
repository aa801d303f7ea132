import { type DivisionPlan, type DivisionRequest, declined } from './division.ts';
import { planCorner } from './plan-corner.ts';
import { cutsOf, planCut, roomToCut } from './plan-cut.ts';
import { planSeries } from './plan-series.ts';
import { type Asked, portions } from './series-places.ts';

/**
 * Where partitions must stand so that every part gets what was asked, and what all parts then measure
 * after rounding to whole millimetres, partitions deducted.
 */
export function planDivision(request: DivisionRequest): DivisionPlan {
  const found = roomToCut(request);
  if (!found) {
    return declined(
      null,
      'gone',
      '这间房间已不存在，请重新选择。',
      'That room is no longer there. Select a room again.',
    );
  }
  if (request.shape !== 'straight') return planCorner(request, found, request.shape);
  const single = singleCut(request.by);
  return single ? planSingle(request, single) : planSeries(request, found);
}

/** What asks for two parts by one straight cut, in its terms. */
function singleCut(by: Asked): { share: number } | { distance: number } | null {
  if ('widths' in by) return by.widths.length === 1 ? { distance: by.widths[0]! } : null;
  if ('shares' in by) return by.shares.length === 2 ? { share: portions(by.shares)[0]! } : null;
  return null;
}

function planSingle(
  request: DivisionRequest,
  by: NonNullable<ReturnType<typeof singleCut>>,
): DivisionPlan {
  const planned = planCut({ ...request, by });
  if (planned.ok) {
    const { cut, parts, after } = planned;
    return { ok: true, cuts: cutsOf(cut), parts, after, widths: [cut.distance] };
  }
  const { trial } = planned;
  return {
    ok: false,
    refusal: planned.refusal,
    trial: trial && {
      lines: [{ from: trial.from, to: trial.to }],
      thickness: trial.thickness,
      widths: [trial.distance],
    },
  };
}
