import type { Box } from '../editor/viewport.ts';
import { boxesMeet } from './damage.ts';
import { type Label, LabelPlaces, type LabelScene, onCanvas } from './label-places.ts';
import { overWalls } from './label-words.ts';
import { font, isInSight, type Pen, strokeReach } from './pen.ts';

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
  for (const room of scene.rooms) {
    if (!isInSight(pen, room.polygon, overWalls + strokeReach)) continue;
    const label = places.labelOf(room);
    const box = label && onCanvas(label.box, view);
    if (label && box && boxesMeet(sight, box)) paintLabel(pen, label);
  }
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
