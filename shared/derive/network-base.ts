import Flatbush from 'flatbush';
import { aroundFace, faceBounds, faceContains, twin } from '../geometry/faces.ts';
import { snapDistance } from '../geometry/meet.ts';
import { isNear, segmentsAreNear } from '../geometry/near.ts';
import type { Point } from '../geometry/point.ts';
import type { Joint, JointId, Table, Wall, WallId } from '../plan/model.ts';
import { type Frame, type Selection, standingFrame } from './centre-lines.ts';
import { type EdgesOfWalls, edgesOfWalls } from './wall-edges.ts';
import type { WallNetwork } from './wall-network.ts';

/** What a patch of a network needs to know about the network: where its walls and faces are. */

/** mm beyond what a wall's body, or an end that snaps to it, reaches. */
export const slack = 2 * snapDistance;
/** More changed walls than this are no drag of a few: everything is derived again. */
const mostChanged = 64;

/** A network derived from nothing, with what it was derived from. */
export interface Base {
  readonly joints: Table<JointId, Joint>;
  readonly walls: Table<WallId, Wall>;
  readonly selection: Selection;
  readonly network: WallNetwork;
  /** Made when it is first needed. */
  index: BaseIndex | null;
}

export interface BaseIndex {
  readonly walls: Flatbush;
  /** Null where there are no faces. */
  readonly faces: Flatbush | null;
  /** Walls whose ends came together, so that nothing of them is left. */
  readonly shrunk: readonly WallId[];
  readonly clipped: readonly number[];
  /** By source, the edges that it became. */
  readonly edges: EdgesOfWalls;
  /** mm, half of the thickest wall. */
  readonly greatestHalf: number;
}

/** A wall where it stood or stands: ends and half thickness. */
export interface Place {
  readonly a: Point;
  readonly b: Point;
  readonly half: number;
}

export function indexBase({ network, walls: table, selection }: Base): BaseIndex {
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
  return { walls, faces: found, greatestHalf, shrunk, clipped, edges: edgesOfWalls(graph) };
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

/**
 * Where a changed wall stood and where it stands; also one that its ends, snapped together, left
 * without a body: others end there, and are carried elsewhere when it goes.
 */
export function placesOf(
  { network, joints: oldJoints, walls: oldWalls }: Base,
  id: WallId,
  joints: Table<JointId, Joint>,
  walls: Table<WallId, Wall>,
): Place[] {
  const places: Place[] = [];
  const source = network.indexOf.get(id);
  if (source !== undefined) places.push(placeOfWall(network, source));
  else places.push(...drawnPlace(oldWalls[id], oldJoints));
  places.push(...drawnPlace(walls[id], joints));
  return places;
}

function drawnPlace(wall: Wall | undefined, joints: Table<JointId, Joint>): Place[] {
  const a = wall && joints[wall.a];
  const b = wall && joints[wall.b];
  return a && b ? [{ a, b, half: wall.thickness / 2 }] : [];
}

export const placeOfWall = ({ axes, bodies }: WallNetwork, source: number): Place => ({
  ...axes[source]!,
  half: bodies[source]!.half,
});

/** Adds the walls that end at a changed one: their ends may be carried elsewhere now. */
export function addTouching({ network, index }: Base, places: Place[], changed: Set<WallId>): void {
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

/** How far, in half thicknesses, the corner of a wall may stick out; see the mitre limit in offset.ts. */
const mitre = 4;

/** The faces of the base that the places reach: where they were clipped, also with corners of walls. */
export function facesAt(
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
export const clippedAlong = (
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

/** The walls that bound the faces that are gone, and the changed ones; sources of the base. */
export function wallsAround(
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
export function addNear(
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
