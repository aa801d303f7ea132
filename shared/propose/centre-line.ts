import { wallNetwork } from '../derive/wall-network.ts';
import { distance, distanceToSegment, type Point } from '../geometry/point.ts';
import type { Plan, StoreyId } from '../plan/model.ts';

/**
 * Carries a chord's end through the wall face to the first centre line behind it. At a corner that
 * may be another wall's than the one whose face it reached.
 */
export function onCentreLine(plan: Plan, storeyId: StoreyId, end: Point, other: Point): Point {
  const { bodies } = wallNetwork(plan.storeys[storeyId]!, 'after');
  const length = distance(end, other);
  const dx = (end.x - other.x) / length;
  const dy = (end.y - other.y) / length;
  let best: Point = end;
  let least = Infinity;
  for (const body of bodies) {
    if (!body) continue;
    const ex = body.b.x - body.a.x;
    const ey = body.b.y - body.a.y;
    const cross = dx * ey - dy * ex;
    if (Math.abs(cross) < 0.05 * Math.hypot(ex, ey)) continue;
    const reach = ((body.a.x - end.x) * ey - (body.a.y - end.y) * ex) / cross;
    if (reach < -1 || reach >= least) continue;
    const met = { x: end.x + reach * dx, y: end.y + reach * dy };
    const touches = distanceToSegment(end, body.a, body.b) <= body.half + 1;
    if (!touches && distanceToSegment(met, body.a, body.b) > 1) continue;
    least = reach;
    best = met;
  }
  return { x: Math.round(best.x), y: Math.round(best.y) };
}
