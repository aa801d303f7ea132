import type { Draft } from 'immer';
import { distance, nearestOnSegment } from '../geometry/point.ts';
import type { JointId, OpeningId, Point, Storey, Wall, WallId } from '../plan/model.ts';
import type { Intent } from './intent.ts';
import { remakeWall } from './remake-wall.ts';
import { copyId, type Making } from './storey-edit.ts';
import { openingsOf, wallsByJoint } from './users.ts';
import { jointsNear } from './whereabouts.ts';
import { samePoint } from './whole.ts';

/** mm; ends within this of a wall's face belong to it, as they do when rooms are found. */
export const reach = 5;

/** Where joints go, and the walls that go with them although other walls hold the joint. */
export interface Relocation {
  readonly joints: ReadonlyMap<JointId, Point>;
  readonly walls: Iterable<WallId>;
  /** The joints that are there already, with which those that go there become one. */
  readonly into?: ReadonlyMap<JointId, JointId>;
}

/**
 * Puts joints elsewhere. In the survey the walls that meet there follow. In a proposal surveyed
 * walls stay where they are, except that those in `walls` are demolished and come as new at the
 * joints' new places; new walls follow.
 */
export function relocate(
  storey: Draft<Storey>,
  before: Storey,
  { joints, walls, into = new Map() }: Relocation,
  intent: Intent,
  making: Making,
): void {
  const moved = new Map(
    [...joints].filter(([id, to]) => before.joints[id] && !samePoint(before.joints[id], to)),
  );
  if (intent === 'survey') {
    const users = wallsByJoint(before);
    for (const [id, to] of moved) {
      const other = into.get(id);
      if (!other) storey.joints[id] = to;
      else joinEnds(storey, id, other, users.get(id) ?? []);
    }
    for (const id of moved.keys()) {
      for (const [wall] of users.get(id) ?? []) keepPlaces(storey, before, wall, wall, making);
    }
    return;
  }
  const remade = new Set([...walls].filter((id) => before.walls[id]?.phase === 'existing'));
  const follows = ([id, wall]: [WallId, Wall]) => wall.phase === 'new' || remade.has(id);
  const users = wallsByJoint(before);
  const replaced = new Map<JointId, JointId>();
  for (const [id, to] of moved) {
    const here = users.get(id) ?? [];
    const other = into.get(id);
    if (here.every(([, wall]) => wall.phase === 'new')) {
      if (other) joinEnds(storey, id, other, here);
      else storey.joints[id] = to;
    } else if (other) replaced.set(id, other);
    else if (here.some(follows)) {
      const copy = copyId(making, 'joint', id);
      storey.joints[copy] = to;
      replaced.set(id, copy);
    }
  }
  const ends = (wall: Wall) => ({
    a: replaced.get(wall.a) ?? wall.a,
    b: replaced.get(wall.b) ?? wall.b,
  });
  const touched = new Map([...replaced.keys()].flatMap((joint) => users.get(joint) ?? []));
  for (const [id, wall] of touched) {
    const draft = storey.walls[id];
    if (wall.phase === 'new' && draft) Object.assign(draft, ends(wall));
    else if (remade.has(id)) {
      keepPlaces(storey, before, id, remakeWall(storey, before, id, ends(wall), making), making);
    }
  }
  const following = new Set([...moved.keys()].flatMap((joint) => users.get(joint) ?? []));
  for (const [id, wall] of following) {
    if (wall.phase === 'new') keepPlaces(storey, before, id, id, making);
  }
}

/** The walls that end at a joint end at another one instead, which takes its place. */
function joinEnds(
  storey: Draft<Storey>,
  id: JointId,
  other: JointId,
  users: readonly [WallId, Wall][],
): void {
  for (const [key] of users) {
    const wall = storey.walls[key];
    if (wall?.a === id) wall.a = other;
    if (wall?.b === id) wall.b = other;
  }
  delete storey.joints[id];
}

/**
 * Openings are measured from a wall's end a. Where that end alone has moved, they keep their
 * distance from the end that stayed: a window does not wander because the next wall did. One that
 * keeps its distance from an end goes with that end.
 */
function keepPlaces(
  storey: Draft<Storey>,
  before: Storey,
  origin: WallId,
  id: WallId,
  making: Making,
): void {
  const was = before.walls[origin];
  const now = storey.walls[id];
  const ends = (of: Storey | Draft<Storey>, wall: Wall | undefined) =>
    wall && { a: of.joints[wall.a], b: of.joints[wall.b] };
  const from = ends(before, was);
  const to = ends(storey, now);
  if (!from?.a || !from.b || !to?.a || !to.b) return;
  const aAlone = !samePoint(from.a, to.a) && samePoint(from.b, to.b);
  const longer = distance(to.a, to.b) - distance(from.a, from.b);
  const known = openingsOf(before, origin).map(([opening]) => opening);
  const copies = [...making.origins]
    .filter(([, copied]) => known.includes(copied as OpeningId))
    .map(([copy]) => copy as OpeningId);
  for (const each of [...known, ...copies]) {
    const opening = storey.openings[each];
    if (opening?.wall !== id) continue;
    const kept = opening.keeps ?? (aAlone ? 'b' : 'a');
    // A wall can come by here for each of its ends; from b an opening is placed only once.
    if (kept === 'b') opening.offset = Math.round(placeBefore(before, making, each) + longer);
  }
}

/** The offset that an opening, or the one that it is a copy of, had before. */
function placeBefore(before: Storey, making: Making, id: OpeningId): number {
  const origin = (making.origins.get(id) ?? id) as OpeningId;
  return before.openings[origin]?.offset ?? 0;
}

/**
 * The joints of other walls that rest on the body of one of these walls, away from its ends: they
 * go where it goes. In a proposal only those at which a new wall ends.
 */
export function jointsRestingOn(
  storey: Storey,
  walls: ReadonlySet<WallId>,
  intent: Intent,
): Set<JointId> {
  const ends = new Set([...walls].flatMap((id) => endsOf(storey, id)));
  const users = wallsByJoint(storey);
  const comesAlong = (joint: JointId): boolean =>
    !ends.has(joint) &&
    (intent === 'survey' || (users.get(joint) ?? []).some(([, wall]) => wall.phase === 'new'));
  const resting = new Set<JointId>();
  for (const id of walls) {
    const wall = storey.walls[id];
    const a = wall && storey.joints[wall.a];
    const b = wall && storey.joints[wall.b];
    if (!a || !b) continue;
    const farthest = wall.thickness / 2 + reach;
    for (const joint of jointsNear(storey, a, b, farthest)) {
      const at = storey.joints[joint];
      if (!at || !comesAlong(joint)) continue;
      const nearest = nearestOnSegment(at, a, b);
      const isAtEnd = distance(nearest, a) <= reach || distance(nearest, b) <= reach;
      if (!isAtEnd && distance(at, nearest) <= farthest) resting.add(joint);
    }
  }
  return resting;
}

export function endsOf(storey: Storey, id: WallId): JointId[] {
  const wall = storey.walls[id];
  return wall ? [wall.a, wall.b] : [];
}

/**
 * The walls that a joint takes along when it is itself what is moved: in a proposal its new walls,
 * or, where it has none, the surveyed ones, which are then remade.
 */
export function wallsTakenAlong(storey: Storey, joints: Iterable<JointId>): WallId[] {
  const users = wallsByJoint(storey);
  return [...joints].flatMap((joint) => {
    const here = users.get(joint) ?? [];
    return here.some(([, wall]) => wall.phase === 'new')
      ? []
      : here.filter(([, wall]) => wall.phase === 'existing').map(([id]) => id);
  });
}
