import { entries, type Plan, type Point, type StoreyId } from '../../shared/plan/model.ts';
import { same, wallLine } from '../tools/plane.ts';

/**
 * The walls that a preview adds or whose ends it moves, neighbours included: their lengths are
 * shown while a drag goes on. Nothing for large changes, which no one could read.
 */
export function changedWalls(
  before: Plan,
  after: Plan,
  storeyId: StoreyId,
): readonly { readonly from: Point; readonly to: Point }[] {
  const was = before.storeys[storeyId];
  const is = after.storeys[storeyId];
  if (!was || !is || (was.walls === is.walls && was.joints === is.joints)) return [];
  const changed: { from: Point; to: Point }[] = [];
  for (const [id, wall] of entries(is.walls)) {
    if (wall.phase === 'demolished') continue;
    const line = wallLine(is, wall);
    const old = was.walls[id];
    const oldLine = old ? wallLine(was, old) : null;
    if (!line || line.length === 0) continue;
    if (oldLine && same(oldLine.a, line.a) && same(oldLine.b, line.b)) continue;
    changed.push({ from: line.a, to: line.b });
  }
  return changed.length > 12 ? [] : changed;
}
