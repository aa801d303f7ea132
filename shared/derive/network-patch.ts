import { aroundFace, faceBounds, faceContains, faceLeftOf, twin } from '../geometry/faces.ts';
import type { Joint, JointId, Table, Wall, WallId } from '../plan/model.ts';
import { centreLines, frameOf, stands } from './centre-lines.ts';
import {
  addNear,
  addTouching,
  type Base,
  type BaseIndex,
  changedWalls,
  clippedAlong,
  facesAt,
  indexBase,
  placeOfWall,
  placesOf,
  wallsAround,
} from './network-base.ts';
import { isOutsideStill } from './network-outside.ts';
import { type Change, knownLeft, leftOf, type Patch, unknown } from './network-sides.ts';
import { type EdgesOfWalls, edgesOfWalls } from './wall-edges.ts';
import { networkOf, type WallNetwork } from './wall-network.ts';

/** Share of the walls above which a part is not worth having. */
const largestPart = 0.5;

/** Null where too much changed, or where the whole must be asked. */
export function patchNetwork(
  base: Base,
  joints: Table<JointId, Joint>,
  walls: Table<WallId, Wall>,
): Patch | null {
  const changed = changedWalls(base, joints, walls);
  if (!changed) return null;
  const { network } = base;
  base.index ??= indexBase(base);
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
  addFaces(
    goneFaces,
    gone,
    facesAtVertices(network, index.edges, changed, (face) => face),
  );
  const bounding = new Set<number>();
  const near = new Set<number>();
  addNear(bounding, network, index, places);
  for (let round = 0; round < mostRounds; round++) {
    for (const source of wallsAround(network, goneFaces, changed)) bounding.add(source);
    addFaces(goneFaces, gone, clippedAlong(network, index, bounding, gone));
    for (const source of wallsAround(network, goneFaces, changed)) bounding.add(source);
    const part = partAround(base, index, joints, walls, changed, bounding, near);
    if (!part) return null;
    const change = { base: network, edges: index.edges, part, gone, goneFaces, changed };
    const patch = { ...change, ...facesThatCome(change, bounding) };
    // Where a changed wall was carried into another's body, what lies beyond that one meets it too.
    const met = facesAtVertices(part, edgesOfWalls(part.graph), changed, (_, halfEdge) =>
      leftOf(patch, halfEdge),
    );
    if (addFaces(goneFaces, gone, met)) continue;
    const isSound =
      isSettled(patch) && isOutsideStill(patch, near) && isAllThere(patch, index, near);
    return isSound ? patch : null;
  }
  return null;
}

/** How often more is taken in before the whole is asked. */
const mostRounds = 3;

/** Notes faces of the base as gone; answers whether any was not noted yet. */
function addFaces(goneFaces: number[], gone: Uint8Array, faces: Iterable<number>): boolean {
  const count = goneFaces.length;
  for (const face of faces) {
    if (face < 0 || gone[face] === 1) continue;
    gone[face] = 1;
    goneFaces.push(face);
  }
  return goneFaces.length > count;
}

/** What lies around the vertices of the changed walls and of the links at them, as `named`. */
function facesAtVertices(
  { graph, faces, walls, indexOf }: WallNetwork,
  edges: EdgesOfWalls,
  changed: ReadonlySet<WallId>,
  named: (face: number, halfEdge: number) => number,
): Set<number> {
  const vertices = new Set<number>();
  for (const id of changed) {
    const source = indexOf.get(id);
    for (const edge of (source !== undefined && edges[source]) || []) {
      vertices.add(graph.from[edge]!).add(graph.to[edge]!);
    }
  }
  for (let link = walls.length; link < edges.length; link++) {
    const ends = (edges[link] ?? []).flatMap((edge) => [graph.from[edge]!, graph.to[edge]!]);
    if (ends.some((vertex) => vertices.has(vertex))) for (const end of ends) vertices.add(end);
  }
  const found = new Set<number>();
  for (const vertex of vertices) {
    for (let at = faces.first[vertex]!; at < faces.first[vertex + 1]!; at++) {
      const halfEdge = faces.around[at]!;
      found.add(named(faceLeftOf(faces, halfEdge), halfEdge));
    }
  }
  return found;
}

/**
 * The bounding walls with all that come near them, noted in `near`, derived by themselves; null where
 * that is most of the storey.
 */
function partAround(
  { network, selection }: Base,
  index: BaseIndex,
  joints: Table<JointId, Joint>,
  walls: Table<WallId, Wall>,
  changed: ReadonlySet<WallId>,
  bounding: ReadonlySet<number>,
  near: Set<number>,
): WallNetwork | null {
  for (const source of bounding) near.add(source);
  addNear(
    near,
    network,
    index,
    [...bounding].map((source) => placeOfWall(network, source)),
  );
  if (near.size > largestPart * network.walls.length) return null;
  const standing = [...near]
    .map((source) => network.walls[source]!)
    .filter((id) => !changed.has(id))
    .concat([...changed].filter((id) => walls[id] && stands(walls[id], selection)))
    .sort()
    .map((id): [WallId, Wall] => [id, walls[id]!]);
  return networkOf(centreLines(joints, frameOf(standing)));
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
    // A new link joins walls that did not change, and may close a room between them.
    const isLink = graph.sources[edge]!.every((source) => part.walls[source] === undefined);
    if (isLink && knownLeft(patch, 2 * edge) === null) return false;
    const isChanged = graph.sources[edge]!.some((source) => {
      const id = part.walls[source];
      return id !== undefined && changed.has(id);
    });
    for (const halfEdge of [2 * edge, 2 * edge + 1]) {
      const face = faceLeftOf(faces, halfEdge);
      const comes = face !== -1 && placeOf[face] !== -1;
      if (comes && leftOf(patch, twin(halfEdge)) === unknown) return false;
      // What was outside became a room: doors there lead elsewhere now, though no wall of theirs changed.
      if (comes && knownLeft(patch, halfEdge) === -1) return false;
      if (isChanged && !comes && leftOf(patch, halfEdge) === unknown) return false;
    }
  }
  return true;
}
