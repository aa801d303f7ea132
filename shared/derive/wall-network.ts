import { arrange, type Source } from '../geometry/arrangement.ts';
import type { Body } from '../geometry/body.ts';
import type { Drawn } from '../geometry/drawn.ts';
import { traceFaces } from '../geometry/faces.ts';
import { meetBodies } from '../geometry/meet.ts';
import { type Nets, netPolygons } from '../geometry/net.ts';
import { wallCorners } from '../geometry/offset.ts';
import type { Point } from '../geometry/point.ts';
import type { Joint, JointId, Table, Wall, WallId } from '../plan/model.ts';
import { type CentreLines, centreLines, type Selection, standingFrame } from './centre-lines.ts';
import { once } from './once.ts';

/** The walls that stand at one moment, noded, with the faces between them and their net outlines. */
export interface WallNetwork extends Drawn, Nets {
  /** The walls by source index of the graph; links between bodies follow them and have no wall. */
  readonly walls: readonly WallId[];
  readonly indexOf: ReadonlyMap<WallId, number>;
  /** For each wall its ends as drawn, from which openings are measured. */
  readonly axes: readonly { readonly a: Point; readonly b: Point }[];
}

type Derive = (joints: Table<JointId, Joint>, walls: Table<WallId, Wall>) => WallNetwork;
const derived: Record<Selection, Derive> = {
  before: once((joints, walls) => derive(joints, walls, 'before')),
  after: once((joints, walls) => derive(joints, walls, 'after')),
  standing: once((joints, walls) => derive(joints, walls, 'standing')),
};

/** Derived from nothing, for the whole storey; see live-network.ts for what a pointer drags. */
export const wallNetwork = (
  storey: { readonly joints: Table<JointId, Joint>; readonly walls: Table<WallId, Wall> },
  selection: Selection,
): WallNetwork => derived[selection](storey.joints, storey.walls);

const derive = (
  joints: Table<JointId, Joint>,
  walls: Table<WallId, Wall>,
  selection: Selection,
): WallNetwork => networkOf(centreLines(joints, standingFrame(walls, selection)));

export function networkOf(centre: CentreLines): WallNetwork {
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
