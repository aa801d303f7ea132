import { entries, type Note, type Storey } from '../../shared/plan/model.ts';
import { noteLine, noteRing, noteSize } from '../editor/note-box.ts';
import { font, ink, isInSight, onScreen, type Pen } from './pen.ts';

/** px by which words may be wider than they are reckoned. */
const wordsReach = 40;

/** Words on the plan, with a leader that ends in a dot. */
export function paintNotes(pen: Pen, storey: Storey): void {
  for (const [, note] of entries(storey.notes ?? {})) {
    const ring = noteRing(note, 1 / pen.view.scale);
    if (isInSight(pen, note.to ? [...ring, note.to] : ring, wordsReach)) paintNote(pen, note);
  }
}

function paintNote(pen: Pen, note: Note): void {
  const { context } = pen;
  const at = onScreen(pen, note.at);
  const lines = note.words.split('\n');
  context.save();
  context.font = font(noteSize, 500);
  const wide = Math.max(...lines.map((line) => context.measureText(line).width));
  if (note.to) {
    const to = onScreen(pen, note.to);
    // From the nearer end of the first line.
    const isLeft = to.x < at.x + wide / 2;
    const end = { x: isLeft ? at.x - 6 : at.x + wide + 6, y: at.y };
    context.strokeStyle = ink.line;
    context.fillStyle = ink.line;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(to.x, to.y);
    context.lineTo(end.x, end.y);
    context.stroke();
    context.beginPath();
    context.arc(to.x, to.y, 2.6, 0, 2 * Math.PI);
    context.fill();
  }
  context.fillStyle = 'rgba(255, 255, 255, 0.9)';
  context.fillRect(at.x - 3, at.y - noteLine / 2, wide + 6, lines.length * noteLine);
  context.fillStyle = ink.line;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  lines.forEach((line, index) => {
    context.fillText(line, at.x, at.y + index * noteLine + 0.5);
  });
  context.restore();
}
