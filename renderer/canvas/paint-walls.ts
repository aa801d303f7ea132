import {
  type OpeningOutline,
  type WallOutlines,
  wallOutlines,
} from '../../shared/derive/outlines.ts';
import type { Opening, Phase, Point, Storey } from '../../shared/plan/model.ts';
import { shownIn, type View } from '../../shared/plan/phase.ts';
import { distance, middle, minus, plus, times, turn, unit, wallLine } from '../tools/plane.ts';
import { newWallHatch } from './patterns.ts';
import {
  ink,
  isInSight,
  type Pen,
  screenX,
  screenY,
  traceLine,
  tracePolygon,
  traceRing,
} from './pen.ts';

/** Walls, boundaries and openings of a storey, as the view shows their phases. */
export function paintWalls(pen: Pen, storey: Storey, view: View): void {
  const outlines = wallOutlines(storey);
  for (const phase of ['demolished', 'existing', 'new'] as const) {
    if (shownIn(phase, view)) paintPhase(pen, storey, outlines, phase, view);
  }
  paintBoundaries(pen, outlines, view);
  clearOpenings(pen, outlines, view);
  for (const outline of outlines.openings) {
    const opening = storey.openings[outline.id];
    if (opening && shownIn(outline.phase, view) && isInSight(pen, outline.corners)) {
      paintOpening(pen, opening, outline, view);
    }
  }
}

function paintPhase(
  pen: Pen,
  storey: Storey,
  outlines: WallOutlines,
  phase: Phase,
  view: View,
): void {
  const { context } = pen;
  const polygons = outlines.byPhase[phase].filter(({ outer }) => isInSight(pen, outer));
  if (polygons.length === 0) return;
  context.beginPath();
  for (const { outer, holes } of polygons) tracePolygon(pen, outer, holes);
  context.lineJoin = 'miter';
  if (view !== 'changes') {
    // The outline closes the hairline between two phases that meet.
    context.fillStyle = ink.wall;
    context.strokeStyle = ink.wall;
    context.lineWidth = 0.8;
    context.fill('evenodd');
    context.stroke();
    return;
  }
  if (phase === 'demolished') {
    context.save();
    context.strokeStyle = ink.demolished;
    context.lineWidth = 1.3;
    context.setLineDash([5, 3.5]);
    context.stroke();
    context.clip('evenodd');
    paintCrosses(pen, storey);
    context.restore();
    return;
  }
  context.fillStyle = phase === 'new' ? newWallHatch(pen) : ink.retained;
  context.fill('evenodd');
  context.strokeStyle = ink.line;
  context.lineWidth = phase === 'new' ? 1.8 : 1.2;
  context.stroke();
}

/**
 * Takes the openings that the view shows out of the painted walls, so that the paper below shows.
 * In the view of changes an opening that goes from a wall that stays is walled up instead.
 */
function clearOpenings(pen: Pen, outlines: WallOutlines, view: View): void {
  const { context } = pen;
  const shown = outlines.openings.filter(
    ({ phase, corners }) => shownIn(phase, view) && isInSight(pen, corners),
  );
  const isWalledUp = ({ phase, wallStays }: OpeningOutline): boolean =>
    view === 'changes' && phase === 'demolished' && wallStays;
  context.save();
  context.globalCompositeOperation = 'destination-out';
  context.fillStyle = ink.line;
  context.beginPath();
  // A little beyond the wall faces, so that no hairline of their outline is left.
  for (const outline of shown) {
    if (!isWalledUp(outline)) traceRing(pen, widened(outline.corners, 1.2 / pen.view.scale));
  }
  context.fill();
  context.restore();
  context.save();
  context.fillStyle = newWallHatch(pen);
  context.strokeStyle = ink.line;
  context.lineWidth = 1.2;
  context.beginPath();
  for (const outline of shown) if (isWalledUp(outline)) traceRing(pen, outline.corners);
  context.fill();
  context.stroke();
  context.restore();
}

/** The rectangle, longer across the wall by `by` mm on both sides. */
function widened([aRight, bRight, bLeft, aLeft]: Corners, by: number): Corners {
  const across = times(unit(minus(aLeft, aRight)), by);
  return [minus(aRight, across), minus(bRight, across), plus(bLeft, across), plus(aLeft, across)];
}

/** A cross every 18 px or so along each demolished wall. */
function paintCrosses(pen: Pen, storey: Storey): void {
  const { context, view } = pen;
  context.setLineDash([]);
  context.lineWidth = 1.2;
  context.beginPath();
  for (const wall of Object.values(storey.walls)) {
    const line = wall.phase === 'demolished' ? wallLine(storey, wall) : null;
    if (!line) continue;
    const half = Math.max(2.5, (wall.thickness / 2) * view.scale * 0.8);
    const count = Math.max(1, Math.floor((line.length * view.scale) / Math.max(18, half * 4)));
    for (let index = 0; index < count; index++) {
      const at = plus(line.a, times(minus(line.b, line.a), (index + 0.5) / count));
      const x = screenX(pen, at.x);
      const y = screenY(pen, at.y);
      context.moveTo(x - half, y - half);
      context.lineTo(x + half, y + half);
      context.moveTo(x - half, y + half);
      context.lineTo(x + half, y - half);
    }
  }
  context.stroke();
}

function paintBoundaries(pen: Pen, outlines: WallOutlines, view: View): void {
  const { context } = pen;
  context.save();
  context.setLineDash([8, 5]);
  context.lineWidth = 1.2;
  for (const boundary of outlines.boundaries) {
    if (!shownIn(boundary.phase, view)) continue;
    context.strokeStyle =
      view === 'changes' && boundary.phase === 'demolished' ? ink.demolished : ink.quiet;
    context.beginPath();
    traceLine(pen, boundary.from, boundary.to);
    context.stroke();
  }
  context.restore();
}

function paintOpening(pen: Pen, opening: Opening, outline: OpeningOutline, view: View): void {
  const { context } = pen;
  const isChange = view === 'changes';
  const isGone = isChange && opening.phase === 'demolished';
  context.save();
  context.strokeStyle = isGone ? ink.demolished : ink.line;
  context.lineWidth = isChange && opening.phase === 'new' ? 1.8 : 1.1;
  if (isGone) context.setLineDash([4, 3]);
  context.lineCap = 'butt';
  if (opening.kind === 'window') paintWindow(pen, outline.corners);
  else {
    paintJambs(pen, outline.corners);
    if (opening.kind === 'door') paintDoor(pen, opening, outline.corners);
  }
  context.restore();
}

type Corners = OpeningOutline['corners'];

/** The panes as a double line between the jambs, closed by the faces of the wall. */
function paintWindow(pen: Pen, corners: Corners): void {
  const { context } = pen;
  const [aRight, bRight, bLeft, aLeft] = corners;
  context.fillStyle = ink.paper;
  context.beginPath();
  traceRing(pen, corners);
  context.fill();
  context.stroke();
  context.beginPath();
  for (const share of [0.4, 0.6]) {
    traceLine(
      pen,
      plus(aRight, times(minus(aLeft, aRight), share)),
      plus(bRight, times(minus(bLeft, bRight), share)),
    );
  }
  context.stroke();
}

function paintJambs(pen: Pen, [aRight, bRight, bLeft, aLeft]: Corners): void {
  const { context } = pen;
  context.beginPath();
  traceLine(pen, aRight, aLeft);
  traceLine(pen, bRight, bLeft);
  context.stroke();
}

function paintDoor(pen: Pen, opening: Opening, [aRight, bRight, bLeft, aLeft]: Corners): void {
  const isLeft = opening.side !== 'right';
  const a = isLeft ? aLeft : aRight;
  const b = isLeft ? bLeft : bRight;
  if (opening.leaf === 'sliding') {
    paintSliding(pen, [aRight, bRight, bLeft, aLeft]);
    return;
  }
  if (opening.leaf === 'double') {
    paintLeaf(pen, a, middle(a, b), isLeft ? 90 : -90);
    paintLeaf(pen, b, middle(a, b), isLeft ? -90 : 90);
    return;
  }
  if (opening.hinge === 'b') paintLeaf(pen, b, a, isLeft ? -90 : 90);
  else paintLeaf(pen, a, b, isLeft ? 90 : -90);
}

/** A leaf opened by a quarter turn (degrees, signed) and the arc of its edge. */
function paintLeaf(pen: Pen, hinge: Point, closed: Point, quarter: number): void {
  const { context } = pen;
  const edge = minus(closed, hinge);
  const width = context.lineWidth;
  context.lineWidth = width + 0.7;
  context.beginPath();
  traceLine(pen, hinge, plus(hinge, turn(edge, quarter)));
  context.stroke();
  context.lineWidth = Math.max(0.8, width - 0.3);
  context.beginPath();
  const steps = 16;
  for (let step = 0; step <= steps; step++) {
    const at = plus(hinge, turn(edge, (quarter * step) / steps));
    if (step === 0) context.moveTo(screenX(pen, at.x), screenY(pen, at.y));
    else context.lineTo(screenX(pen, at.x), screenY(pen, at.y));
  }
  context.stroke();
  context.lineWidth = width;
}

/** Two panels that pass each other inside of the wall. */
function paintSliding(pen: Pen, [aRight, bRight, , aLeft]: Corners): void {
  const { context } = pen;
  const across = minus(aLeft, aRight);
  const along = minus(bRight, aRight);
  const depth = unit(across);
  const thickness = Math.min(40, distance(aLeft, aRight) / 3);
  const panel = (from: number, to: number, side: 1 | -1): void => {
    const centre = plus(aRight, times(across, 0.5));
    const near = side === 1 ? 0 : -thickness;
    const corner = (share: number, off: number): Point =>
      plus(plus(centre, times(along, share)), times(depth, off));
    context.beginPath();
    traceRing(pen, [
      corner(from, near),
      corner(to, near),
      corner(to, near + thickness),
      corner(from, near + thickness),
    ]);
    context.fillStyle = ink.paper;
    context.fill();
    context.stroke();
  };
  panel(0, 0.55, 1);
  panel(0.45, 1, -1);
}
