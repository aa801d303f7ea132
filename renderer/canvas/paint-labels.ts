import type { Box } from '../editor/viewport.ts';
import { type Label, LabelPlaces, type LabelScene } from './label-places.ts';
import { font, type Pen, strokeReach } from './pen.ts';

/**
 * Labels keep at least 12 px. A label that does not fit into its room gives up lines, and then
 * itself; two labels never overlap. `places` are kept from one picture to the next.
 */
export function paintLabels(pen: Pen, scene: LabelScene, places = new LabelPlaces()): void {
  const { context, view, sight } = pen;
  places.update(pen, scene);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 3.5;
  context.lineJoin = 'round';
  context.strokeStyle = 'rgba(255, 255, 255, 0.88)';
  const box = {
    min: {
      x: sight.min.x - view.offsetX - strokeReach,
      y: sight.min.y - view.offsetY - strokeReach,
    },
    max: {
      x: sight.max.x - view.offsetX + strokeReach,
      y: sight.max.y - view.offsetY + strokeReach,
    },
  };
  for (const label of places.within(box)) paintLabel(pen, label);
}

function paintLabel({ context, view }: Pen, { lines, size, at, box, isPlated }: Label): void {
  if (isPlated) paintPlate(context, box, view);
  const x = at.x + view.offsetX;
  lines.forEach((line, index) => {
    const y = at.y + view.offsetY + (index - (lines.length - 1) / 2) * size * 1.3;
    context.font = font(size, line.weight);
    context.strokeText(line.words, x, y);
    context.fillStyle = line.colour;
    context.fillText(line.words, x, y);
  });
}

function paintPlate(
  context: CanvasRenderingContext2D,
  { min, max }: Box,
  { offsetX, offsetY }: Pen['view'],
): void {
  context.fillStyle = 'rgba(255, 255, 255, 0.84)';
  context.beginPath();
  context.roundRect(min.x + offsetX, min.y + offsetY, max.x - min.x, max.y - min.y, 3);
  context.fill();
}
