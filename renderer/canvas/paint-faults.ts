import type { Fault } from '../../shared/plan/faults.ts';
import { entries, type Storey } from '../../shared/plan/model.ts';
import { shownIn, type View } from '../../shared/plan/phase.ts';
import { wallLine } from '../tools/plane.ts';
import { font, ink, isInSight, onScreen, type Pen, screenX, screenY } from './pen.ts';

/** px from the middle of the sign to its corners. */
const reach = 9;

/** A warning sign where an element is recorded wrongly, at the same size at any zoom. */
export function paintFaults(pen: Pen, faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const { context } = pen;
  context.save();
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const { at } of faults) {
    if (!at || !isInSight(pen, [at], 2 * reach)) continue;
    const { x, y } = onScreen(pen, at);
    context.beginPath();
    context.moveTo(x, y - reach);
    context.lineTo(x + reach, y + reach * 0.7);
    context.lineTo(x - reach, y + reach * 0.7);
    context.closePath();
    context.strokeStyle = ink.paper;
    context.lineWidth = 5;
    context.stroke();
    context.fillStyle = ink.highlight;
    context.strokeStyle = ink.highlight;
    context.lineWidth = 2;
    context.fill();
    context.stroke();
    context.fillStyle = ink.paper;
    context.font = font(12, 700);
    context.fillText('!', x, y + 1);
  }
  context.restore();
}

/** Walls one by one along their axes, without their joined corners, where those cannot be had. */
export function paintPlainWalls(pen: Pen, storey: Storey, view: View): void {
  const { context } = pen;
  context.save();
  context.lineCap = 'square';
  for (const [, wall] of entries(storey.walls)) {
    const line = shownIn(wall.phase, view) ? wallLine(storey, wall) : null;
    const reach = wall.thickness * pen.view.scale + 1;
    if (!line || !isInSight(pen, [line.a, line.b], reach)) continue;
    context.strokeStyle = wall.phase === 'demolished' ? ink.demolished : ink.wall;
    context.lineWidth = Math.max(1, wall.thickness * pen.view.scale);
    context.beginPath();
    context.moveTo(screenX(pen, line.a.x), screenY(pen, line.a.y));
    context.lineTo(screenX(pen, line.b.x), screenY(pen, line.b.y));
    context.stroke();
  }
  context.restore();
}
