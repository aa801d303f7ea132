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
  const centre = centreLines(jointTable, standingFrame(wallTable, selection));
  const { points, lines } = centre;
  const meeting = meetBodies(points, lines);
  const walls: WallId[] = [];
  const bodies: (Body | null)[] = [];
  const axes: { a: Point; b: Point }[] = [];
  const sources: Source[] = [];
  lines.forEach((line, index) => {
    const source = meeting.sources[index];
    if (!source) return;
    walls.push(centre.walls[index]!);
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

/** Which walls stand and which joints they end at, whatever the joints' places. */
interface Frame {
  /** In the order of ids. */
  readonly joints: readonly JointId[];
  readonly walls: readonly WallId[];
  /** Ends of the walls, as indices into the joints. */
  readonly lines: readonly CentreLine[];
}

/** Remembered, because most edits move joints only. */
const standingFrame = once((walls: Table<WallId, Wall>, selection: Selection): Frame => {
  const standing = entries(walls).filter(([, wall]) => stands(wall, selection));
  const joints = [...new Set(standing.flatMap(([, { a, b }]) => [a, b]))].sort();
  const position = new Map(joints.map((id, index) => [id, index]));
  return {
    joints,
    walls: standing.map(([id]) => id),
    lines: standing.map(([, { a, b, thickness }]) => ({
      a: position.get(a)!,
      b: position.get(b)!,
      half: thickness / 2,
    })),
  };
});

interface CentreLines {
  readonly points: readonly Point[];
  readonly walls: readonly WallId[];
  readonly lines: readonly CentreLine[];
}

/** The standing walls with their joints snapped together. */
function centreLines(table: Table<JointId, Joint>, frame: Frame): CentreLines {
  const points: Point[] = [];
  let isWhole = true;
  for (const id of frame.joints) {
    const joint = table[id];
    if (joint) points.push(joint);
    else isWhole = false;
  }
  // A plan that refers to joints that are gone is unsound, but must not stop anybody.
  if (!isWhole) return centreLines(table, withoutLostJoints(table, frame));
  const target = snapJoints(points);
  if (target.every((to, index) => to === index)) {
    return { points, walls: frame.walls, lines: frame.lines };
  }
  // A wall whose ends snapped together has no body and is left out.
  const walls: WallId[] = [];
  const lines: CentreLine[] = [];
  frame.lines.forEach((line, index) => {
    const a = target[line.a]!;
    const b = target[line.b]!;
    if (a === b) return;
    walls.push(frame.walls[index]!);
    lines.push({ a, b, half: line.half });
  });
  return { points, walls, lines };
}

function withoutLostJoints(table: Table<JointId, Joint>, frame: Frame): Frame {
  const joints = frame.joints.filter((id) => table[id] !== undefined);
  const position = new Map(joints.map((id, index) => [id, index]));
  const walls: WallId[] = [];
  const lines: CentreLine[] = [];
  frame.lines.forEach(({ a, b, half }, index) => {
    const [from, to] = [position.get(frame.joints[a]!), position.get(frame.joints[b]!)];
    if (from === undefined || to === undefined) return;
    walls.push(frame.walls[index]!);
    lines.push({ a: from, b: to, half });
  });
  return { joints, walls, lines };
}
