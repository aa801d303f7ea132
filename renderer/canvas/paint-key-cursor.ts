import type { Point } from '../../shared/plan/model.ts';
import { font, ink, onScreen, type Pen } from './pen.ts';

/** px of an arm of the cross, and what is left free around its middle. */
const arm = 18;
const gap = 4;

/** The cursor that the keys move: a cross with its place, so that it is told from the pointer. */
export function paintKeyCursor(pen: Pen, place: Point): void {
  const { context } = pen;
  const { x, y } = onScreen(pen, place);
  context.save();
  context.beginPath();
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    context.moveTo(x + dx * gap, y + dy * gap);
    context.lineTo(x + dx * arm, y + dy * arm);
  }
  // White below the accent: seen on walls and on patterns alike.
  context.strokeStyle = ink.paper;
  context.lineWidth = 5;
  context.stroke();
  context.strokeStyle = ink.accent;
  context.lineWidth = 2;
  context.stroke();
  const words = `${Math.round(place.x)}, ${Math.round(place.y)}`;
  context.font = font(12, 600);
  const { width } = context.measureText(words);
  context.fillStyle = ink.paper;
  context.fillRect(x - width - 12, y + 8, width + 8, 18);
  context.fillStyle = ink.accent;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.fillText(words, x - 8, y + 17);
  context.restore();
}
