import { labelledAxes } from '../../shared/derive/axis-labels.ts';
import type { Plan, Storey } from '../../shared/plan/model.ts';
import { axisSpan, bubbleRadius } from '../editor/axis-span.ts';
import { font, ink, onScreen, type Pen } from './pen.ts';

/** The axis grid under the walls: dash and dot, with a bubble at both ends. */
export function paintAxes(pen: Pen, plan: Pick<Plan, 'axes'>, storey: Storey): void {
  const { context } = pen;
  for (const axis of labelledAxes(plan.axes)) {
    const span = axisSpan(plan, storey, axis, 1 / pen.view.scale);
    const [from, to] = [onScreen(pen, span.from), onScreen(pen, span.to)];
    context.save();
    context.strokeStyle = ink.quiet;
    context.lineWidth = 1;
    context.setLineDash([14, 4, 2, 4]);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    context.setLineDash([]);
    for (const end of [from, to]) {
      context.beginPath();
      context.arc(end.x, end.y, bubbleRadius, 0, 2 * Math.PI);
      context.fillStyle = ink.paper;
      context.fill();
      context.strokeStyle = ink.line;
      context.lineWidth = 1.2;
      context.stroke();
      context.fillStyle = ink.line;
      context.font = font(axis.label.length > 2 ? 10 : 13, 600);
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillText(axis.label, end.x, end.y + 0.5);
    }
    context.restore();
  }
}
