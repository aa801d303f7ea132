import type { Draft } from 'immer';
import type { JointId, Opening, OpeningId, Point, Storey, Wall, WallId } from '../plan/model.ts';
import { standTogether, wallLength } from '../plan/opening-fit.ts';
import { shortestWall } from './misfit.ts';
import { removeUnusedJoints, wallsByJoint } from './users.ts';
import { dot, lineOf } from './wall-lines.ts';
import { jointsNear } from './whereabouts.ts';
import { samePoint } from './whole.ts';

/**
 * What a slid wall no longer needs: the neighbours that have shrunk to nothing, which it then joins
 * where they began. Those with openings are left, and so are those beyond which a wall stands where
 * the slid one would come to lie: they are refused as too short.
 */
export function dropShrunken(
  storey: Draft<Storey>,
  target: WallId,
  neighbours: Iterable<WallId>,
): void {
  for (const id of neighbours) {
    const wall = storey.walls[id];
    const slid = storey.walls[target];
    const length = wall ? wallLength(storey as Storey, wall as Wall) : null;
    if (!wall || !slid || id === target || length === null || length >= shortestWall) continue;
    if (Object.values(storey.openings).some((opening) => opening.wall === id)) continue;
    const [inner, outer] =
      wall.a === slid.a || wall.a === slid.b ? [wall.a, wall.b] : [wall.b, wall.a];
    const isEnd = inner === slid.a || inner === slid.b;
    if (isEnd && liesOver(storey, target, inner, outer)) continue;
    delete storey.walls[id];
    if (isEnd) replaceJoint(storey, inner, outer);
    removeUnusedJoints(storey, [inner, outer]);
  }
}

/** Whether a wall that ends at `outer` goes the way that the slid one goes from `inner`. */
function liesOver(storey: Draft<Storey>, target: WallId, inner: JointId, outer: JointId): boolean {
  const slid = wayFrom(storey, target, inner);
  const phase = storey.walls[target]?.phase;
  return (Object.entries(storey.walls) as [WallId, Wall][]).some(([id, wall]) => {
    if (id === target || (wall.a !== outer && wall.b !== outer)) return false;
    const way = wayFrom(storey, id, outer);
    return (
      phase !== undefined &&
      standTogether(wall.phase, phase) &&
      slid !== null &&
      way !== null &&
      dot(slid, way) > 0.99
    );
  });
}

function wayFrom(storey: Draft<Storey>, id: WallId, joint: JointId): Point | null {
  const line = lineOf(storey as Storey, id);
  if (!line) return null;
  const { direction, wall } = line;
  return wall.a === joint ? direction : { x: -direction.x, y: -direction.y };
}

/**
 * An end that is nobody else's, and lies on a joint where others meet, becomes one with it. Looks
 * for them in the storey as it was, which is quick to read: a drag comes by at every move.
 */
export function rejoinEnds(storey: Draft<Storey>, before: Storey, target: WallId): void {
  const users = wallsByJoint(before);
  const othersAt = (joint: JointId): boolean =>
    (users.get(joint) ?? []).some(([id]) => {
      const wall = id === target ? undefined : storey.walls[id];
      return wall?.a === joint || wall?.b === joint;
    });
  for (const [name, far] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    const wall = storey.walls[target];
    const joint = wall?.[name];
    const place = joint && storey.joints[joint];
    if (!wall || !joint || !place || othersAt(joint)) continue;
    const at = { x: place.x, y: place.y };
    let met: JointId | null = null;
    for (const id of jointsNear(before, at, at, 0)) {
      if (id === joint || id === wall[far]) continue;
      if (othersAt(id) && isAt(storey, id, at)) met = id;
    }
    if (!met) continue;
    // A piece of this very edit may lead to it as well.
    replaceJoint(storey, joint, met);
    delete storey.joints[joint];
  }
}

const isAt = (storey: Draft<Storey>, id: JointId, at: Point): boolean => {
  const place = storey.joints[id];
  return place !== undefined && samePoint(place, at);
};

function replaceJoint(storey: Draft<Storey>, joint: JointId, by: JointId): void {
  for (const wall of Object.values(storey.walls)) {
    if (wall.a === joint) wall.a = by;
    if (wall.b === joint) wall.b = by;
  }
}

/**
 * A new wall that is brought back to where a demolished one of its kind stands restores that one,
 * with its openings as far as they hang where they hung; others go over to it as new.
 */
export function restoreTwin(storey: Draft<Storey>, before: Storey, target: WallId): WallId {
  const wall = storey.walls[target];
  if (wall?.phase !== 'new') return target;
  const at = (joint: JointId) => storey.joints[joint];
  const a = at(wall.a);
  const b = at(wall.b);
  const twin = (Object.keys(before.walls) as WallId[]).find((id) => {
    const other = before.walls[id];
    if (other?.phase !== 'demolished') return false;
    const from = at(other.a);
    const to = at(other.b);
    return (
      other.thickness === wall.thickness &&
      other.kind === wall.kind &&
      a &&
      b &&
      from &&
      to &&
      samePoint(a, from) &&
      samePoint(b, to)
    );
  });
  const restored = twin && storey.walls[twin];
  if (!twin || !restored) return target;
  restored.phase = 'existing';
  const { a: first, b: second } = wall;
  delete storey.walls[target];
  const ends = [
    [first, restored.a],
    [second, restored.b],
  ] as const;
  for (const [joint, by] of ends) if (joint !== by) replaceJoint(storey, joint, by);
  removeUnusedJoints(storey, [first, second]);
  for (const [id, opening] of Object.entries(storey.openings) as [OpeningId, Opening][]) {
    if (opening.wall !== target) continue;
    const moved = { ...opening, wall: twin };
    const before = (Object.keys(storey.openings) as OpeningId[]).find((other) => {
      const old = storey.openings[other];
      return old?.phase === 'demolished' && factsOf(old) === factsOf(moved);
    });
    const old = before && storey.openings[before];
    if (old) {
      old.phase = 'existing';
      delete storey.openings[id];
    } else storey.openings[id] = moved;
  }
  return twin;
}

const factsOf = (opening: Opening): string =>
  JSON.stringify(
    Object.entries({ ...opening, phase: '' }).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
