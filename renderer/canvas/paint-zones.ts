import type { Point } from '../../shared/plan/model.ts';
import { ink, type Pen, traceRing } from './pen.ts';

/** px between the strokes of a zone that something stands in. */
const hatch = 7;

/** The floor that a fixture needs: tinted, dashed; hatched and red where something stands in it. */
export function paintZone(pen: Pen, ring: readonly Point[], isBlocked: boolean): void {
  const { context } = pen;
  context.save();
  context.beginPath();
  traceRing(pen, ring);
  context.fillStyle = isBlocked ? 'rgba(180, 35, 24, 0.08)' : 'rgba(26, 90, 168, 0.07)';
  context.fill();
  context.setLineDash([4, 3]);
  context.lineWidth = 1;
  context.strokeStyle = isBlocked ? ink.demolished : ink.accent;
  context.stroke();
  if (isBlocked) {
    context.clip();
    context.setLineDash([]);
    context.lineWidth = 0.8;
    context.beginPath();
    const { width, height } = pen.size;
    for (let x = -height; x < width; x += hatch) {
      context.moveTo(x, height);
      context.lineTo(x + height, 0);
    }
    context.stroke();
  }
  context.restore();
}
