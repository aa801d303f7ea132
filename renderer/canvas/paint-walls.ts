import { type WallOutlines, wallOutlines } from '../../shared/derive/outlines.ts';
import type { Ring } from '../../shared/geometry/polygon.ts';
import type { Phase, Storey } from '../../shared/plan/model.ts';
import { shownIn, type View } from '../../shared/plan/phase.ts';
import { minus, plus, times, wallLine } from '../tools/plane.ts';
import { paintOpenings } from './paint-openings.ts';
import { newWallHatch } from './patterns.ts';
import {
  ink,
  isInSight,
  isRingInSight,
  type Pen,
  screenX,
  screenY,
  strokeReach,
  strokeRings,
  traceLine,
  traceToFill,
} from './pen.ts';

/** px that a mitred corner of the outline's stroke may stick out, at the canvas's limit of ten. */
export const mitreReach = 12;

/** Walls, boundaries and openings of a storey, as the view shows their phases. */
export function paintWalls(pen: Pen, storey: Storey, view: View): void {
  const outlines = wallOutlines(storey);
  for (const phase of ['demolished', 'existing', 'new'] as const) {
    if (shownIn(phase, view)) paintPhase(pen, storey, outlines, phase, view);
  }
  paintBoundaries(pen, outlines, view);
  paintOpenings(pen, storey, outlines.openings, view);
}

function paintPhase(
  pen: Pen,
  storey: Storey,
  outlines: WallOutlines,
  phase: Phase,
  view: View,
): void {
  const { context } = pen;
  // Most of them are rooms, and a drag repaints the walls of few.
  const rings: Ring[] = [];
  for (const { outer, holes } of outlines.byPhase[phase]) {
    if (!isRingInSight(pen, outer, mitreReach)) continue;
    rings.push(outer);
    for (const hole of holes) if (isRingInSight(pen, hole, mitreReach)) rings.push(hole);
  }
  if (rings.length === 0) return;
  const fill = (): void => {
    context.beginPath();
    for (const ring of rings) traceToFill(pen, ring);
  };
  context.lineJoin = 'miter';
  if (phase === 'demolished' && view === 'changes') {
    context.save();
    context.strokeStyle = ink.demolished;
    context.lineWidth = 1.3;
    context.setLineDash([5, 3.5]);
    strokeRings(pen, rings);
    fill();
    context.clip('evenodd');
    paintCrosses(pen, storey);
    context.restore();
    return;
  }
  if (view === 'changes') {
    context.fillStyle = phase === 'new' ? newWallHatch(pen) : ink.retained;
    context.strokeStyle = ink.line;
    context.lineWidth = phase === 'new' ? 1.8 : 1.2;
  } else {
    // The outline closes the hairline between two phases that meet.
    context.fillStyle = ink.wall;
    context.strokeStyle = ink.wall;
    context.lineWidth = 0.8;
  }
  fill();
  context.fill('evenodd');
  strokeRings(pen, rings);
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
    if (!isInSight(pen, [line.a, line.b], half + strokeReach)) continue;
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
  for (const { phase, from, to } of outlines.boundaries) {
    if (!shownIn(phase, view) || !isInSight(pen, [from, to])) continue;
    context.strokeStyle = view === 'changes' && phase === 'demolished' ? ink.demolished : ink.quiet;
    context.beginPath();
    traceLine(pen, from, to);
    context.stroke();
  }
  context.restore();
}
