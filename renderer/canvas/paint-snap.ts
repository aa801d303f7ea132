import type { Point } from '../../shared/plan/model.ts';
import type { Language } from '../../shared/text.ts';
import { type SnapKind, snapWords } from '../editor/snap.ts';
import { say } from '../language/say.ts';
import type { Guide } from '../tools/tool.ts';
import { font, ink, onScreen, type Pen, plate, screenX, screenY } from './pen.ts';

/** px; clear of the dimension beside a line that ends here. */
const aboveGlyph = 33;

/** A glyph at the place that was snapped to, and above it the words that say what it is. */
export function paintSnap(
  pen: Pen,
  guide: Extract<Guide, { kind: 'snap' }>,
  language: Language,
): void {
  const at = onScreen(pen, guide.at);
  const colour = guide.snap === 'grid' ? ink.quiet : ink.accent;
  paintGlyph(pen, guide.snap, at);
  const words = [guide.snap, guide.besides]
    .filter((kind) => kind !== null)
    .map((kind) => say(snapWords[kind], language))
    .join(language === 'zh' ? '·' : ' · ');
  if (words) plate(pen, words, { x: at.x, y: at.y - aboveGlyph }, { colour });
}

/** `at` in px. */
export function paintGlyph({ context }: Pen, kind: SnapKind, at: Point): void {
  const isQuiet = kind === 'grid';
  context.strokeStyle = isQuiet ? ink.quiet : ink.accent;
  context.lineWidth = isQuiet ? 1 : 1.8;
  context.beginPath();
  traceGlyph(context, kind, at);
  context.stroke();
}

function traceGlyph(context: CanvasRenderingContext2D, kind: SnapKind, { x, y }: Point): void {
  const line = (...points: readonly (readonly [number, number])[]): void => {
    points.forEach(([dx, dy], index) => {
      if (index === 0) context.moveTo(x + dx, y + dy);
      else context.lineTo(x + dx, y + dy);
    });
  };
  switch (kind) {
    case 'joint':
      context.rect(x - 5, y - 5, 10, 10);
      break;
    case 'crossing':
      line([-5, -5], [5, 5]);
      line([5, -5], [-5, 5]);
      break;
    case 'middle':
      line([0, -6], [6, 5], [-6, 5]);
      context.closePath();
      break;
    case 'face':
      // A line with the body hatched on one side.
      line([-6, -3], [6, -3]);
      line([-5, 4], [-1, -3]);
      line([0, 4], [4, -3]);
      break;
    case 'wall':
      context.arc(x, y, 4.5, 0, 2 * Math.PI);
      line([-8, 0], [8, 0]);
      break;
    case 'perpendicular':
      line([-6, -6], [-6, 5], [6, 5]);
      line([-6, 0], [-1, 0], [-1, 5]);
      break;
    case 'parallel':
      line([-5, 5], [1, -6]);
      line([0, 5], [6, -6]);
      break;
    case 'aligned':
      line([-7, 0], [-2, 0]);
      line([2, 0], [7, 0]);
      line([0, -7], [0, -2]);
      line([0, 2], [0, 7]);
      break;
    case 'riser':
      context.rect(x - 6, y - 6, 12, 12);
      context.moveTo(x + 3, y);
      context.arc(x, y, 3, 0, 2 * Math.PI);
      break;
    case 'axis':
      // A centre line as drawings have it: dash, dot, dash, both ways.
      line([-8, 0], [-3, 0]);
      line([3, 0], [8, 0]);
      line([0, -8], [0, -3]);
      line([0, 3], [0, 8]);
      context.moveTo(x + 1.5, y);
      context.arc(x, y, 1.5, 0, 2 * Math.PI);
      break;
    case 'grid':
      line([-4, 0], [4, 0]);
      line([0, -4], [0, 4]);
      break;
    case 'free':
      break;
  }
}

/** px: a row of fields, the space between two fields, the inset of words. */
const rowHeight = 22;
const gap = 4;
const inset = 6;

/** px between what is typed and the canvas's edge. */
const margin = 6;

/** What is typed, beside the pointer; turned to its other side where the canvas ends. */
export function paintTyped(
  pen: Pen,
  guide: Extract<Guide, { kind: 'typed' }>,
  language: Language,
): void {
  const { context, size } = pen;
  context.font = font(12, 500);
  const fields = guide.fields.map((field, index) => {
    const name = say(field.name, language);
    const nameWidth = context.measureText(name).width;
    // Room for five digits, so that the box keeps its place while the pointer moves.
    const valueWidth = Math.max(context.measureText(field.value).width, 36);
    const width = nameWidth + valueWidth + 3 * inset;
    return { ...field, name, nameWidth, width, row: field.row ?? index };
  });
  const rows = [...new Set(fields.map(({ row }) => row))].map((row) =>
    fields.filter((field) => field.row === row),
  );
  // Fields under each other are equally wide.
  const columns = [0, 1].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.width ?? 0)),
  );
  const wide = columns[0]! + gap + columns[1]!;
  const high = rows.length * (rowHeight + gap);
  const atX = screenX(pen, guide.at.x);
  const atY = screenY(pen, guide.at.y);
  // Beside the place, and never out of sight: a long wall may end far beyond the canvas.
  const within = (at: number, room: number): number =>
    Math.max(margin, Math.min(at, room - margin));
  const left = within(atX + 18 + wide > size.width ? atX - 18 - wide : atX + 18, size.width - wide);
  const top = within(
    atY + 18 + high > size.height ? atY - 18 - high : atY + 18,
    size.height - high,
  );
  rows.forEach((row, index) => {
    let x = left;
    const y = top + index * (rowHeight + gap);
    row.forEach((field, column) => {
      const width = columns[column] ?? field.width;
      paintField(pen, field, { x, y, width });
      x += width + gap;
    });
  });
}

function paintField(
  { context }: Pen,
  field: {
    readonly name: string;
    readonly value: string;
    readonly active: boolean;
    readonly held?: boolean;
  },
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): void {
  context.beginPath();
  context.roundRect(x, y, width, rowHeight, 3);
  context.fillStyle = 'rgba(255, 255, 255, 0.94)';
  context.fill();
  context.strokeStyle = field.active ? ink.accent : ink.faint;
  context.lineWidth = field.active ? 1.6 : 1;
  context.stroke();
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = ink.quiet;
  context.fillText(field.name, x + inset, y + rowHeight / 2 + 0.5);
  context.textAlign = 'right';
  // What is typed holds; the rest follows the pointer.
  context.font = font(12, field.held ? 700 : 500);
  context.fillStyle = field.held ? ink.accent : ink.line;
  context.fillText(field.value, x + width - inset, y + rowHeight / 2 + 0.5);
  context.font = font(12, 500);
}
