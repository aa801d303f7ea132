import { arrange, type Source } from '../geometry/arrangement.ts';
import type { Body } from '../geometry/body.ts';
import type { Drawn } from '../geometry/drawn.ts';
import { traceFaces } from '../geometry/faces.ts';
import { type CentreLine, meetBodies, snapJoints } from '../geometry/meet.ts';
import { type Nets, netPolygons } from '../geometry/net.ts';
import { wallCorners } from '../geometry/offset.ts';
import type { Point } from '../geometry/point.ts';
import {
  entries,
  type Joint,
  type JointId,
  type Table,
  type Wall,
  type WallId,
} from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import { once } from './once.ts';

/** The walls that stand at one moment, noded, with the faces between them and their net outlines. */
export interface WallNetwork extends Drawn, Nets {
  /** The walls by source index of the graph; links between bodies follow them and have no wall. */
  readonly walls: readonly WallId[];
  readonly indexOf: ReadonlyMap<WallId, number>;
  /** For each wall its ends as drawn, from which openings are measured. */
  readonly axes: readonly { readonly a: Point; readonly b: Point }[];
}

/**
 * `standing` is what is there both before and after, without boundaries: the walls that are drawn
 * whole.
 */
export type Selection = 'before' | 'after' | 'standing';

const stands = ({ phase, thickness }: Wall, selection: Selection): boolean =>
  selection === 'standing' ? phase === 'existing' && thickness > 0 : standsAt(phase, selection);

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
  const axes: { a: Point; b: Point }[] = [];
  const sources: Source[] = [];
  kept.forEach(({ id, line }, index) => {
    const source = meeting.sources[index];
    if (!source) return;
    walls.push(id);
    bodies.push(bodyOf(points[line.a]!, points[line.b]!, line.half, source));
    axes.push({ a: points[line.a]!, b: points[line.b]! });
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
    axes,
    bodies,
    hasLinks,
    ...netPolygons({ graph, faces, corners, bodies, hasLinks }),
  };
}

/**
 * The body of a wall along its own line, from where its ends were carried to: a wall drawn up to
 * another's face reaches its centre line, one drawn through stops there.
 */
function bodyOf(a: Point, b: Point, half: number, { ax, ay, bx, by }: Source): Body {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  const onLine = (x: number, y: number): Point => {
    const t = ((x - a.x) * dx + (y - a.y) * dy) / square;
    return { x: a.x + t * dx, y: a.y + t * dy };
  };
  return {
    a: ax === a.x && ay === a.y ? a : onLine(ax, ay),
    b: bx === b.x && by === b.y ? b : onLine(bx, by),
    half,
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
  const standing = walls.filter(([, wall]) => stands(wall, selection));
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
