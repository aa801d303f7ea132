import { tableChanges } from '../../shared/derive/table-changes.ts';
import { wallsByJoint } from '../../shared/edit/users.ts';
import type { Plan, Point, Storey, StoreyId, Wall, WallId } from '../../shared/plan/model.ts';
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
  for (const [id, wall] of touchedWalls(was, is)) {
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

/** Walls that are not as they were, or end at a joint that is not, in the order of ids. */
function touchedWalls(was: Storey, is: Storey): readonly [WallId, Wall][] {
  const ids = new Set<WallId>();
  for (const { id } of tableChanges(was.walls, is.walls)) ids.add(id);
  const users = wallsByJoint(was);
  for (const { id } of tableChanges(was.joints, is.joints)) {
    for (const [wall] of users.get(id) ?? []) ids.add(wall);
  }
  return [...ids].sort().flatMap((id): [WallId, Wall][] => {
    const wall = is.walls[id];
    return wall ? [[id, wall]] : [];
  });
}
