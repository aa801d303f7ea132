import Flatbush from 'flatbush';
import {
  type Faces,
  faceBounds,
  faceContains,
  faceLeftOf,
  halfEdgeAt,
  twin,
} from '../geometry/faces.ts';
import { snapDistance } from '../geometry/meet.ts';
import type { Point } from '../geometry/point.ts';
import type { Joint, JointId, Table, Wall, WallId } from '../plan/model.ts';
import {
  centreLines,
  type Frame,
  frameOf,
  type Selection,
  standingFrame,
  stands,
} from './centre-lines.ts';
import { type EdgesOfWalls, edgesOfWalls, nearestEdge } from './wall-edges.ts';
import { networkOf, type WallNetwork } from './wall-network.ts';

/**
 * What a small change of the walls makes of a network, without deriving all of it again.
 *
 * Walls act only on what is near them. The walls around every face that a changed wall touches,
 * before or after, are derived by themselves, as `part`; its faces there come in place of those of
 * the base, and everything else stays as it was. The answer is the one that the whole storey would
 * give; where that cannot be told for certain, there is no patch.
 */
export interface Patch {
  readonly base: WallNetwork;
  readonly part: WallNetwork;
  /** 1 for each face of the base that is not there any more. */
  readonly gone: Uint8Array;
  readonly goneFaces: readonly number[];
  /** The faces of the part that are there instead. */
  readonly come: readonly number[];
  /** For each face of the part its place among those that come, or -1. */
  readonly placeOf: Int32Array;
  /** By source of the base, the edges that it became; made when first asked for. */
  edgesOf(): EdgesOfWalls;
  /** The walls that changed, came, went, or end at one that did. */
  readonly changed: ReadonlySet<WallId>;
}

/** Before it is known which faces come. */
type Change = Omit<Patch, 'come' | 'placeOf'>;

/** A network derived from nothing, with what it was derived from. */
export interface Base {
  readonly joints: Table<JointId, Joint>;
  readonly walls: Table<WallId, Wall>;
  readonly selection: Selection;
  readonly network: WallNetwork;
  /** Made when it is first needed. */
  index: BaseIndex | null;
}

interface BaseIndex {
  readonly walls: Flatbush;
  /** Null where there are no faces. */
  readonly faces: Flatbush | null;
  /** Walls whose ends came together, so that nothing of them is left. */
  readonly shrunk: readonly WallId[];
  readonly clipped: readonly number[];
  edges: EdgesOfWalls | null;
  /** mm, half of the thickest wall. */
  readonly greatestHalf: number;
}

/** A wall where it stood or stands: ends and half thickness. */
interface Place {
  readonly a: Point;
  readonly b: Point;
  readonly half: number;
}

/** More changed walls than this are no drag of a few: everything is derived again. */
const mostChanged = 64;
/** Share of the walls above which a part is not worth having. */
const largestPart = 0.5;
/** mm beyond what a wall's body, or an end that snaps to it, reaches. */
const slack = 2 * snapDistance;

/** Null where too much changed, or where the whole must be asked. */
export function patchNetwork(
  base: Base,
  joints: Table<JointId, Joint>,
  walls: Table<WallId, Wall>,
): Patch | null {
  const frame = standingFrame(walls, base.selection);
  const changed = changedWalls(base, joints, walls, frame);
  if (!changed) return null;
  const { network } = base;
  base.index ??= indexOf(base);
  const { index } = base;
  const places = [...changed].flatMap((id) => placesOf(base, id, joints, walls));
  for (const id of index.shrunk) {
    // Seldom any, and small: looked at again whatever changed.
    if (!changed.has(id)) places.push(...placesOf(base, id, joints, walls));
    changed.add(id);
  }
  addTouching(base, places, changed);
  const gone = new Uint8Array(network.faces.faces.length);
  const goneFaces = facesAt(network, index, places);
  for (const face of goneFaces) gone[face] = 1;
  const bounding = wallsAround(network, goneFaces, changed);
  addNear(bounding, network, index, places);
  const bent = clippedAlong(network, index, bounding, gone);
  if (bent.length > 0) {
    for (const face of bent) gone[face] = 1;
    for (const source of wallsAround(network, bent, changed)) bounding.add(source);
    goneFaces.push(...bent);
  }
  const near = new Set(bounding);
  addNear(
    near,
    network,
    index,
    [...bounding].map((source) => placeOfWall(network, source)),
  );
  if (near.size > largestPart * frame.walls.length) return null;
  const standing = [...near]
    .map((source) => network.walls[source]!)
    .filter((id) => !changed.has(id))
    .concat([...changed].filter((id) => walls[id] && stands(walls[id], base.selection)))
    .sort()
    .map((id): [WallId, Wall] => [id, walls[id]!]);
  const part = networkOf(centreLines(joints, frameOf(standing)));
  const edgesOf = (): EdgesOfWalls => {
    index.edges ??= edgesOfWalls(network.graph);
    return index.edges;
  };
  const change = { base: network, part, gone, goneFaces, changed, edgesOf };
  const patch = { ...change, ...facesThatCome(change, bounding) };
  const isSound = isSettled(patch) && isOutsideStill(patch, near) && isAllThere(patch, index, near);
  return isSound ? patch : null;
}

/**
 * What lies left of a half-edge of the part: a face of the base, `outside`, `unknown` (which nothing
 * around a face that comes is), or a face that comes, as `comeAt` its place among them.
 */
export function leftOf(patch: Patch, halfEdge: number): number {
  const { part, gone, placeOf } = patch;
  const face = faceLeftOf(part.faces, halfEdge);
  if (face >= 0 && placeOf[face] !== -1) return comeAt(placeOf[face]!);
  const known = knownLeft(patch, halfEdge);
  if (known !== null && (known === -1 || gone[known] === 0)) return known;
  return face === -1 ? outside : unknown;
}
export const outside = -1;
const unknown = -2;
/** And back: the place of a face that comes, from what `leftOf` says of it. */
export const comeAt = (place: number): number => -3 - place;

/** Whether the face left of a half-edge of the part came, or the base's there went. */
export function isLeftRedone(patch: Patch, halfEdge: number): boolean {
  const { part, gone, placeOf } = patch;
  const face = faceLeftOf(part.faces, halfEdge);
  if (face >= 0 && placeOf[face] !== -1) return true;
  const known = knownLeft(patch, halfEdge);
  return known !== null && known !== -1 && gone[known] === 1;
}

/** The face of the base left of a half-edge of the part, -1 for the outside; null where none runs there. */
function knownLeft(change: Change, halfEdge: number): number | null {
  const own = sameHalfEdge(change.base, change.part, halfEdge);
  const along = own === -1 ? halfEdgeAlong(change, halfEdge) : own;
  return along === -1 ? null : faceLeftOf(change.base.faces, along);
}

/** The half-edge of the base that runs where one of the part does; -1 where there is none. */
function sameHalfEdge(base: WallNetwork, { graph, faces }: WallNetwork, halfEdge: number): number {
  const u = faces.origin[halfEdge]!;
  const v = faces.origin[twin(halfEdge)]!;
  const { x, y } = graph;
  return halfEdgeAt(base.graph, base.faces, x[u]!, y[u]!, x[v]!, y[v]!);
}

/**
 * The half-edge of the base that runs beside the middle of one of the part, along a wall that did not
 * change: noding may have put its ends a millimetre elsewhere, or split it otherwise. -1 where all
 * of its walls changed.
 */
function halfEdgeAlong({ base, part, changed, edgesOf }: Change, halfEdge: number): number {
  const { graph, faces } = part;
  const u = faces.origin[halfEdge]!;
  const v = faces.origin[twin(halfEdge)]!;
  const dx = graph.x[v]! - graph.x[u]!;
  const dy = graph.y[v]! - graph.y[u]!;
  const middle = { x: graph.x[u]! + dx / 2, y: graph.y[u]! + dy / 2 };
  for (const source of graph.sources[halfEdge >> 1]!) {
    const id = part.walls[source];
    const own = id === undefined || changed.has(id) ? undefined : base.indexOf.get(id);
    if (own === undefined) continue;
    const edge = nearestEdge(base.graph, edgesOf()[own] ?? [], middle);
    if (edge === -1) continue;
    const { x, y, from, to } = base.graph;
    const onward =
      dx * (x[to[edge]!]! - x[from[edge]!]!) + dy * (y[to[edge]!]! - y[from[edge]!]!) >= 0;
    return onward ? 2 * edge : 2 * edge + 1;
  }
  return -1;
}

/**
 * The faces of the part that changed or bounding walls surround, and that are not the base's: along
 * these walls everything that meets them is in the part, so these are faces of the storey.
 */
function facesThatCome(
  change: Change,
  bounding: ReadonlySet<number>,
): Pick<Patch, 'come' | 'placeOf'> {
  const { base, part, gone, changed } = change;
  const { graph, faces } = part;
  const isBounding = Uint8Array.from(part.walls, (id) => {
    const source = base.indexOf.get(id);
    return changed.has(id) || (source !== undefined && bounding.has(source)) ? 1 : 0;
  });
  const come: number[] = [];
  const placeOf = new Int32Array(faces.faces.length).fill(-1);
  faces.faces.forEach(({ outer }, face) => {
    const known = knownLeft(change, faces.loopStart[outer]!);
    if (known !== null && known !== -1 && gone[known] === 0) return;
    // A link has no wall: it hangs on the walls that it joins.
    const isBound = aroundFace(faces, face).every((halfEdge) =>
      graph.sources[halfEdge >> 1]!.some(
        (source) => source >= isBounding.length || isBounding[source] === 1,
      ),
    );
    if (!isBound) return;
    placeOf[face] = come.length;
    come.push(face);
  });
  return { come, placeOf };
}

/**
 * Whether what the part takes for the outside along changed walls is. The part does not hold all outer
 * walls, so a new wall between two of them might enclose something. It does not where the way along
 * the outer walls leaves and takes up again what the base has as one way, of which nothing else stands.
 */
function isOutsideStill({ base, part, changed }: Patch, near: ReadonlySet<number>): boolean {
  const { graph, faces } = part;
  const isNew = (halfEdge: number): boolean => sameHalfEdge(base, part, halfEdge) === -1;
  const isChanged = (edge: number): boolean =>
    graph.sources[edge]!.some((source) => changed.has(part.walls[source]!));
  const seen = new Set<number>();
  for (let edge = 0; edge < graph.from.length; edge++) {
    if (!isChanged(edge)) continue;
    for (const halfEdge of [2 * edge, 2 * edge + 1]) {
      const loop = faces.loopOf[halfEdge]!;
      if (faces.faceOfLoop[loop] !== -1 || seen.has(loop) || !isNew(halfEdge)) continue;
      seen.add(loop);
      const way = halfEdgesOf(faces, loop);
      const known = way.map((one) => sameHalfEdge(base, part, one));
      if (known.every((one) => one === -1) && !way.every((one) => isChanged(one >> 1)))
        return false;
      for (let at = 0; at < way.length; at++) {
        const leaves = known[at]!;
        if (leaves === -1 || known[(at + 1) % way.length] !== -1) continue;
        let until = (at + 1) % way.length;
        let isAlongChanged = false;
        for (; known[until] === -1; until = (until + 1) % way.length) {
          isAlongChanged ||= isChanged(way[until]! >> 1);
        }
        if (isAlongChanged && !leadsTo(base, part, near, leaves, known[until]!)) return false;
      }
    }
  }
  return true;
}

function halfEdgesOf({ next, loopStart }: Faces, loop: number): number[] {
  const way: number[] = [];
  const start = loopStart[loop]!;
  let halfEdge = start;
  do {
    way.push(halfEdge);
    halfEdge = next[halfEdge]!;
  } while (halfEdge !== start);
  return way;
}

/** Whether one half-edge of the base follows another, past none but such as stand no more. */
function leadsTo(
  base: WallNetwork,
  part: WallNetwork,
  near: ReadonlySet<number>,
  from: number,
  to: number,
): boolean {
  const { graph, faces, axes } = base;
  const stands = (halfEdge: number): boolean =>
    sameHalfEdge(part, base, halfEdge) !== -1 ||
    graph.sources[halfEdge >> 1]!.some((source) => source < axes.length && !near.has(source));
  let halfEdge = faces.next[from]!;
  while (halfEdge !== to) {
    if (halfEdge === from || stands(halfEdge)) return false;
    halfEdge = faces.next[halfEdge]!;
  }
  return true;
}

/** Whether no wall stands in a face that comes without the part knowing it. */
function isAllThere(
  { base, part, come }: Patch,
  { walls }: BaseIndex,
  near: ReadonlySet<number>,
): boolean {
  return come.every((face) => {
    const { minX, minY, maxX, maxY } = faceBounds(part.graph, part.faces, face);
    return walls
      .search(minX, minY, maxX, maxY)
      .every(
        (source) =>
          near.has(source) ||
          !base.axes[source] ||
          !faceContains(part.graph, part.faces, face, base.axes[source].a),
      );
  });
}

/** Whether it is known what lies on the far side of every face that comes and of every changed wall. */
function isSettled(patch: Patch): boolean {
  const { part, placeOf, changed } = patch;
  const { graph, faces } = part;
  for (let edge = 0; edge < graph.from.length; edge++) {
    const isChanged = graph.sources[edge]!.some((source) => {
      const id = part.walls[source];
      return id !== undefined && changed.has(id);
    });
    for (const halfEdge of [2 * edge, 2 * edge + 1]) {
      const face = faceLeftOf(faces, halfEdge);
      const comes = face !== -1 && placeOf[face] !== -1;
      if (comes && leftOf(patch, twin(halfEdge)) === unknown) return false;
      if (isChanged && !comes && leftOf(patch, halfEdge) === unknown) return false;
    }
  }
  return true;
}

/** The walls that are not as they were, the lost ones among them; null where there are too many. */
export function changedWalls(
  { joints: oldJoints, walls: oldWalls, selection }: Pick<Base, 'joints' | 'walls' | 'selection'>,
  joints: Table<JointId, Joint>,
  walls: Table<WallId, Wall>,
  frame: Frame,
): Set<WallId> | null {
  const changed = new Set<WallId>();
  const moved = new Uint8Array(frame.joints.length);
  let movedJoints = 0;
  for (let index = 0; index < moved.length; index++) {
    const id = frame.joints[index]!;
    const now = joints[id];
    const was = oldJoints[id];
    if (now === was) continue;
    if (now && was && now.x === was.x && now.y === was.y) continue;
    moved[index] = 1;
    movedJoints += 1;
  }
  if (movedJoints > 2 * mostChanged) return null;
  if (movedJoints > 0) {
    frame.lines.forEach(({ a, b }, line) => {
      if (moved[a] === 1 || moved[b] === 1) changed.add(frame.walls[line]!);
    });
  }
  if (walls !== oldWalls) {
    for (const id of frame.walls) if (walls[id] !== oldWalls[id]) changed.add(id);
    for (const id of standingFrame(oldWalls, selection).walls) {
      if (walls[id] !== oldWalls[id]) changed.add(id);
    }
  }
  return changed.size > mostChanged ? null : changed;
}

function indexOf({ network, walls: table, selection }: Base): BaseIndex {
  const { axes, bodies, graph, faces } = network;
  const walls = new Flatbush(Math.max(1, axes.length), 8);
  if (axes.length === 0) walls.add(0, 0, 0, 0);
  let greatestHalf = 0;
  axes.forEach(({ a, b }, source) => {
    const half = bodies[source]!.half;
    greatestHalf = Math.max(greatestHalf, half);
    walls.add(
      Math.min(a.x, b.x) - half,
      Math.min(a.y, b.y) - half,
      Math.max(a.x, b.x) + half,
      Math.max(a.y, b.y) + half,
    );
  });
  walls.finish();
  const count = faces.faces.length;
  const found = count === 0 ? null : new Flatbush(count, 8);
  for (let face = 0; face < count; face++) {
    const { minX, minY, maxX, maxY } = faceBounds(graph, faces, face);
    found!.add(minX, minY, maxX, maxY);
  }
  found?.finish();
  const shrunk = standingFrame(table, selection).walls.filter((id) => !network.indexOf.has(id));
  const clipped = faces.faces.flatMap((_, face) => (network.clipped[face] === 1 ? [face] : []));
  return { walls, faces: found, greatestHalf, shrunk, clipped, edges: null };
}

/** Where a changed wall stood and where it stands. */
function placesOf(
  { network }: Base,
  id: WallId,
  joints: Table<JointId, Joint>,
  walls: Table<WallId, Wall>,
): Place[] {
  const places: Place[] = [];
  const source = network.indexOf.get(id);
  if (source !== undefined) {
    places.push(placeOfWall(network, source));
  }
  const wall = walls[id];
  const a = wall && joints[wall.a];
  const b = wall && joints[wall.b];
  if (a && b) places.push({ a, b, half: wall.thickness / 2 });
  return places;
}

/** Adds the walls that end at a changed one: their ends may be carried elsewhere now. */
function addTouching({ network, index }: Base, places: Place[], changed: Set<WallId>): void {
  const { walls } = index!;
  const count = places.length;
  for (let place = 0; place < count; place++) {
    const { a, b, half } = places[place]!;
    const reach = half + slack;
    for (const source of searchAlong(walls, a, b, reach)) {
      const axis = network.axes[source];
      const id = network.walls[source]!;
      if (!axis || changed.has(id)) continue;
      const isTouching =
        isNear(axis.a.x, axis.a.y, a.x, a.y, b.x, b.y, reach) ||
        isNear(axis.b.x, axis.b.y, a.x, a.y, b.x, b.y, reach);
      if (!isTouching) continue;
      changed.add(id);
      places.push(placeOfWall(network, source));
    }
  }
}

const searchAlong = (index: Flatbush, a: Point, b: Point, reach: number): number[] =>
  index.search(
    Math.min(a.x, b.x) - reach,
    Math.min(a.y, b.y) - reach,
    Math.max(a.x, b.x) + reach,
    Math.max(a.y, b.y) + reach,
  );

function isNear(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  reach: number,
): boolean {
  const dx = bx - ax;
  const dy = by - ay;
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / square;
  const t = along < 0 ? 0 : along > 1 ? 1 : along;
  const ex = px - ax - t * dx;
  const ey = py - ay - t * dy;
  return ex * ex + ey * ey <= reach * reach;
}

/** How far, in half thicknesses, the corner of a wall may stick out; see the mitre limit in offset.ts. */
const mitre = 4;

/** The faces of the base that the places reach: where they were clipped, also with corners of walls. */
function facesAt(
  network: WallNetwork,
  { faces: index, greatestHalf }: BaseIndex,
  places: readonly Place[],
): number[] {
  if (!index) return [];
  const found = new Set<number>();
  const farthest = mitre * greatestHalf + slack;
  for (const { a, b, half } of places) {
    for (const face of searchAlong(index, a, b, farthest)) {
      if (found.has(face)) continue;
      const reach = network.clipped[face] === 1 ? farthest : half + slack;
      if (reaches(network, face, a, b, reach)) found.add(face);
    }
  }
  return [...found].sort((one, other) => one - other);
}

/**
 * Faces along bounding walls that were clipped: clipping goes along the noded pieces, which may run
 * a millimetre elsewhere where something else meets their wall.
 */
const clippedAlong = (
  { graph, faces }: WallNetwork,
  { clipped }: BaseIndex,
  bounding: ReadonlySet<number>,
  gone: Uint8Array,
): number[] =>
  clipped.filter(
    (face) =>
      gone[face] === 0 &&
      aroundFace(faces, face).some((halfEdge) =>
        graph.sources[halfEdge >> 1]!.some((source) => bounding.has(source)),
      ),
  );

/** The half-edges of all loops of a face. */
function aroundFace(faces: Faces, face: number): number[] {
  const { outer, inner } = faces.faces[face]!;
  const around = halfEdgesOf(faces, outer);
  for (const loop of inner) around.push(...halfEdgesOf(faces, loop));
  return around;
}

/** Whether a segment comes within `reach` of a face. */
function reaches(
  { graph, faces }: WallNetwork,
  face: number,
  a: Point,
  b: Point,
  reach: number,
): boolean {
  const { x, y } = graph;
  for (const halfEdge of aroundFace(faces, face)) {
    const u = faces.origin[halfEdge]!;
    const v = faces.origin[twin(halfEdge)]!;
    if (segmentsAreNear(a.x, a.y, b.x, b.y, x[u]!, y[u]!, x[v]!, y[v]!, reach)) return true;
  }
  return faceContains(graph, faces, face, a);
}

function segmentsAreNear(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  reach: number,
): boolean {
  if (Math.max(ax, bx) + reach < Math.min(cx, dx)) return false;
  if (Math.max(cx, dx) + reach < Math.min(ax, bx)) return false;
  if (Math.max(ay, by) + reach < Math.min(cy, dy)) return false;
  if (Math.max(cy, dy) + reach < Math.min(ay, by)) return false;
  const abc = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const abd = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  const cda = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const cdb = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  if (abc * abd <= 0 && cda * cdb <= 0) return true;
  return (
    isNear(ax, ay, cx, cy, dx, dy, reach) ||
    isNear(bx, by, cx, cy, dx, dy, reach) ||
    isNear(cx, cy, ax, ay, bx, by, reach) ||
    isNear(dx, dy, ax, ay, bx, by, reach)
  );
}

/** The walls that bound the faces that are gone, and the changed ones; sources of the base. */
function wallsAround(
  { graph, faces, axes, indexOf }: WallNetwork,
  goneFaces: readonly number[],
  changed: ReadonlySet<WallId>,
): Set<number> {
  const bounding = new Set<number>();
  for (const face of goneFaces) {
    for (const halfEdge of aroundFace(faces, face)) {
      for (const source of graph.sources[halfEdge >> 1]!) {
        if (source < axes.length) bounding.add(source);
      }
    }
  }
  for (const id of changed) {
    const source = indexOf.get(id);
    if (source !== undefined) bounding.add(source);
  }
  return bounding;
}

/** Adds all walls that come near where one stands, or near where a changed one came to stand. */
function addNear(
  near: Set<number>,
  { axes, bodies }: WallNetwork,
  { walls }: BaseIndex,
  places: Iterable<Place>,
): void {
  for (const { a, b, half } of places) {
    for (const source of searchAlong(walls, a, b, half + slack)) {
      const axis = axes[source];
      if (!axis || near.has(source)) continue;
      const reach = half + slack + bodies[source]!.half;
      if (segmentsAreNear(a.x, a.y, b.x, b.y, axis.a.x, axis.a.y, axis.b.x, axis.b.y, reach)) {
        near.add(source);
      }
    }
  }
}

const placeOfWall = ({ axes, bodies }: WallNetwork, source: number): Place => ({
  ...axes[source]!,
  half: bodies[source]!.half,
});
