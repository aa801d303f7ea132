import { boundsOf, type Ring } from '../../shared/geometry/polygon.ts';
import type { Measured } from '../editor/store.ts';
import { paintLength } from './paint-guides.ts';
import { ink, onScreen, type Pen, plate, traceRing } from './pen.ts';

/** What a finding measured: its line, its area with the number, and what lies on the other storey. */
export function paintFound(pen: Pen, { line, areas, others, words }: Measured): void {
  for (const ring of others) paintOther(pen, ring);
  for (const ring of areas) paintArea(pen, ring);
  const [first] = areas;
  if (first && words) {
    const { x, y } = onScreen(pen, lowerLeft(first));
    plate(
      pen,
      words,
      { x: x + 5, y: y - 14 },
      { colour: ink.highlight, weight: 600, from: 'left' },
    );
  }
  // In the finding's own words, so that the plan, the sketch and the list say one length.
  if (line) paintLength(pen, line.from, line.to, words ?? undefined, true);
}

function paintArea(pen: Pen, ring: Ring): void {
  const { context } = pen;
  context.save();
  context.beginPath();
  traceRing(pen, ring);
  context.fillStyle = 'rgba(194, 65, 12, 0.22)';
  context.fill();
  context.strokeStyle = ink.highlight;
  context.lineWidth = 2.5;
  context.lineJoin = 'round';
  context.stroke();
  context.restore();
}

/** Dashed, as all that lies on another storey. */
function paintOther(pen: Pen, ring: Ring): void {
  const { context } = pen;
  context.save();
  context.beginPath();
  traceRing(pen, ring);
  context.setLineDash([7, 4]);
  context.strokeStyle = ink.highlight;
  context.lineWidth = 2;
  context.stroke();
  context.restore();
}

/** The corner of its box at the lower left, clear of the room's name in the middle. */
function lowerLeft(ring: Ring) {
  const { minX, minY } = boundsOf(ring);
  return { x: minX, y: minY };
}
