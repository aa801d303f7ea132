import Flatbush from 'flatbush';
import { type Arrangement, arrange, type Source } from '../geometry/arrangement.ts';
import { subtract, unite } from '../geometry/clip.ts';
import { type Faces, loopRing, traceFaces } from '../geometry/faces.ts';
import { type CentreLine, meetBodies, snapJoints } from '../geometry/meet.ts';
import { type Body, type Corners, netRing, pieceOutline, wallCorners } from '../geometry/offset.ts';
import type { Point } from '../geometry/point.ts';
import {
  boundsOf,
  boundsOverlap,
  type Polygon,
  type Ring,
  ringContains,
  signedArea,
} from '../geometry/polygon.ts';
import {
  entries,
  type Joint,
  type JointId,
  type Phase,
  type Table,
  type Wall,
  type WallId,
} from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import { once } from './once.ts';

/** The walls that stand at one moment, noded, with the faces between them and their net outlines. */
export interface WallNetwork {
  readonly graph: Arrangement;
  readonly faces: Faces;
  readonly corners: Corners;
  /** The walls by source index of the graph; links between bodies follow them and have no wall. */
  readonly walls: readonly WallId[];
  readonly indexOf: ReadonlyMap<WallId, number>;
  readonly bodies: readonly (Body | null)[];
  /** For each face, inside the wall faces; empty where walls fill it, several where walls pinch it. */
  readonly nets: readonly (readonly Polygon[])[];
}

/** `standing` leaves out what comes and what goes: what is there both before and after. */
export type Selection = 'before' | 'after' | 'standing';

const stands = (phase: Phase, selection: Selection): boolean =>
  selection === 'standing' ? phase === 'existing' : standsAt(phase, selection);

type Derive = (joints: Table<JointId, Joint>, walls: Table<WallId, Wall>) => WallNetwork;
const derived: Record<Selection, Derive> = {
  before: once((joints, walls) => derive(joints, walls, 'before')),
  after: once((joints, walls) => derive(joints, walls, 'after')),
  standing: once((joints, walls) => derive(joints, walls, 'standing')),
};

export const wallNetwork = (
  storey: { readonly joints: Table<JointId, Joint>; readonly walls: Table<WallId, Wall> },
  selection: Selection,
): WallNetwork => derived[selection](storey.joints, storey.walls);

function derive(
  jointTable: Table<JointId, Joint>,
  wallTable: Table<WallId, Wall>,
  selection: Selection,
): WallNetwork {
  const { points, kept } = centreLines(jointTable, orderedWalls(wallTable), selection);
  const meeting = meetBodies(
    points,
    kept.map(({ line }) => line),
  );
  const walls: WallId[] = [];
  const bodies: (Body | null)[] = [];
  const sources: Source[] = [];
  kept.forEach(({ id, line }, index) => {
    const source = meeting.sources[index];
    if (!source) return;
    walls.push(id);
    bodies.push({ a: points[line.a]!, b: points[line.b]!, half: line.half });
    sources.push(source);
  });
  for (const link of meeting.links) {
    sources.push(link);
    bodies.push(null);
  }
  const graph = arrange(sources);
  const faces = traceFaces(graph);
  const corners = wallCorners(graph, faces, bodies);
  const hasLinks = meeting.links.length > 0;
  return {
    graph,
    faces,
    corners,
    walls,
    indexOf: new Map(walls.map((id, index) => [id, index])),
    bodies,
    nets: netPolygons({ graph, faces, corners, bodies, hasLinks }),
  };
}

/** The walls in the order of their ids: remembered, because most edits move joints only. */
const orderedWalls = once((walls: Table<WallId, Wall>) => entries(walls));

interface KeptWall {
  readonly id: WallId;
  readonly line: CentreLine;
}

/** The standing walls with their joints snapped together; the joints in the order of their ids. */
function centreLines(
  joints: Table<JointId, Joint>,
  walls: readonly (readonly [WallId, Wall])[],
  selection: Selection,
): { readonly points: readonly Point[]; readonly kept: readonly KeptWall[] } {
  const standing = walls.filter(([, wall]) => stands(wall.phase, selection));
  const used = new Set<JointId>();
  for (const [, wall] of standing) used.add(wall.a).add(wall.b);
  const ids = [...used].filter((id) => joints[id] !== undefined).sort();
  const points = ids.map((id) => joints[id]!);
  const target = snapJoints(points);
  const position = new Map<JointId, number>();
  for (let index = 0; index < ids.length; index++) position.set(ids[index]!, target[index]!);
  // A wall whose joint is missing or whose ends snapped together has no body and is left out.
  const kept: KeptWall[] = [];
  for (const [id, wall] of standing) {
    const a = position.get(wall.a);
    const b = position.get(wall.b);
    if (a === undefined || b === undefined || a === b) continue;
    kept.push({ id, line: { a, b, half: wall.thickness / 2 } });
  }
  return { points, kept };
}

/** What the net polygons are made from. */
interface Drawn extends Pick<WallNetwork, 'graph' | 'faces' | 'corners' | 'bodies'> {
  readonly hasLinks: boolean;
}

function netPolygons(drawn: Drawn): Polygon[][] {
  let solids: { readonly rings: readonly Ring[]; readonly index: Flatbush } | null = null;
  return drawn.faces.faces.map((face) => {
    const quick = quickNet(drawn, face.outer, face.inner);
    if (quick) return [quick];
    solids ??= indexSolids(drawn);
    return exactNet(drawn, face, solids);
  });
}

/** The rings of the wall faces as they are, where they are simple and do not touch each other. */
function quickNet(drawn: Drawn, outer: number, inner: readonly number[]): Polygon | null {
  const { graph, faces } = drawn;
  const first = quickRing(drawn, outer);
  if (!first || signedArea(first) < 0) return null;
  if (signedArea(first) > signedArea(loopRing(graph, faces, outer))) return null;
  if (inner.length === 0) return { outer: first, holes: noHoles };
  const holes: Ring[] = [];
  for (const loop of inner) {
    const hole = quickRing(drawn, loop);
    if (!hole || !ringContains(first, hole[0]!)) return null;
    for (const other of [first, ...holes]) {
      if (ringsCross(hole, other)) return null;
      if (other !== first && (ringContains(other, hole[0]!) || ringContains(hole, other[0]!))) {
        return null;
      }
    }
    holes.push(hole);
  }
  return { outer: first, holes };
}

const noHoles: readonly Ring[] = [];

function quickRing(drawn: Drawn, loop: number): Ring | null {
  const { graph, faces, corners } = drawn;
  if (drawn.hasLinks && passesLink(drawn, loop)) return null;
  const ring = netRing(graph, faces, corners, loop);
  return ring && ring.length > 2 && isSimple(ring) ? ring : null;
}

/** Whatever the walls look like: the face along the centre lines less every wall body near it. */
function exactNet(
  drawn: Drawn,
  face: { readonly outer: number; readonly inner: readonly number[] },
  solids: { readonly rings: readonly Ring[]; readonly index: Flatbush },
): Polygon[] {
  const [outer, ...inner] = [face.outer, ...face.inner].map((loop) =>
    loopRing(drawn.graph, drawn.faces, loop),
  ) as [Ring, ...Ring[]];
  const box = boundsOf(outer);
  const near = solids.index.search(box.minX, box.minY, box.maxX, box.maxY);
  return subtract(
    [outer, ...inner],
    near.sort((a, b) => a - b).map((index) => solids.rings[index]!),
  );
}

function indexSolids(network: Drawn): { rings: Ring[]; index: Flatbush } {
  const rings = solidRings(network);
  const index = new Flatbush(Math.max(1, rings.length), 8);
  if (rings.length === 0) index.add(0, 0, 0, 0);
  for (const ring of rings) {
    const box = boundsOf(ring);
    index.add(box.minX, box.minY, box.maxX, box.maxY);
  }
  index.finish();
  return { rings, index };
}

type Solid = Pick<WallNetwork, 'graph' | 'faces' | 'corners' | 'bodies'>;

/** Wall bodies as rings that may overlap: every wall as a plain rectangle, and its joined pieces. */
function solidRings(network: Solid): Ring[] {
  const rings: Ring[] = [];
  for (const body of network.bodies) if (body && body.half > 0) rings.push(bodyRectangle(body));
  for (let edge = 0; edge < network.graph.from.length; edge++) {
    if (isThin(network, edge)) continue;
    const piece = pieceOutline(network.graph, network.faces, network.corners, edge);
    if (piece.length > 2 && isSimple(piece)) rings.push(piece);
  }
  return rings;
}

/** The space that all wall bodies of the network fill, joined. */
export function solidWalls(network: WallNetwork): Polygon[] {
  return unite(solidRings(network));
}

export function bodyRectangle(body: Body): Ring {
  const length = Math.hypot(body.b.x - body.a.x, body.b.y - body.a.y);
  const nx = (-(body.b.y - body.a.y) / length) * body.half;
  const ny = ((body.b.x - body.a.x) / length) * body.half;
  return [
    { x: body.a.x - nx, y: body.a.y - ny },
    { x: body.b.x - nx, y: body.b.y - ny },
    { x: body.b.x + nx, y: body.b.y + ny },
    { x: body.a.x + nx, y: body.a.y + ny },
  ];
}

const isThin = (network: Solid, edge: number): boolean =>
  network.graph.sources[edge]!.every((source) => (network.bodies[source]?.half ?? 0) === 0);

function passesLink(network: Drawn, loop: number): boolean {
  const { graph, faces, bodies } = network;
  const first = faces.loopStart[loop]!;
  let halfEdge = first;
  do {
    if (graph.sources[halfEdge >> 1]!.every((source) => bodies[source] === null)) return true;
    halfEdge = faces.next[halfEdge]!;
  } while (halfEdge !== first);
  return false;
}

function isSimple(ring: Ring): boolean {
  const count = ring.length;
  for (let first = 0; first < count; first++) {
    for (let second = first + 2; second < count; second++) {
      if (first === 0 && second === count - 1) continue;
      if (segmentsCross(ring, first, ring, second)) return false;
    }
  }
  return true;
}

function ringsCross(left: Ring, right: Ring): boolean {
  if (!boundsOverlap(boundsOf(left), boundsOf(right))) return false;
  for (let first = 0; first < left.length; first++) {
    for (let second = 0; second < right.length; second++) {
      if (segmentsCross(left, first, right, second)) return true;
    }
  }
  return false;
}

/** Whether two ring edges share a point; ends that merely touch count. */
function segmentsCross(left: Ring, first: number, right: Ring, second: number): boolean {
  const a = left[first]!;
  const b = left[(first + 1) % left.length]!;
  const c = right[second]!;
  const d = right[(second + 1) % right.length]!;
  if (Math.max(a.x, b.x) < Math.min(c.x, d.x) || Math.max(c.x, d.x) < Math.min(a.x, b.x))
    return false;
  if (Math.max(a.y, b.y) < Math.min(c.y, d.y) || Math.max(c.y, d.y) < Math.min(a.y, b.y))
    return false;
  const turn = (p: Point, q: Point, r: Point): number =>
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}
