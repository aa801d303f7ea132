import {
  type MeasuredDimension,
  measuredDimensions,
  type Standing,
  standingOf,
} from '../../shared/derive/dimensions.ts';
import type { Point, Storey } from '../../shared/plan/model.ts';
import type { View } from '../../shared/plan/phase.ts';
import type { Language } from '../../shared/text.ts';
import { boxesMeet, boxOnScreen } from './damage.ts';
import { font, ink, isInSight, onScreen, type Pen, plate } from './pen.ts';

/** px: half of a 45 degree tick; how far lines run on; what stays free beside the thing measured. */
const tick = 4;
const beyond = 5;
const gap = 6;

/**
 * The chains of a storey: extension lines, ticks, numbers in mm without their unit, as drawings have
 * them. One whose element has gone says so.
 */
export function paintDimensions(pen: Pen, storey: Storey, view: View, language: Language): void {
  for (const [, measured] of measuredDimensions(storey)) {
    const standing = standingOf(measured, view);
    const reach = dimensionReach(standing);
    if (standing === 'not-yet' || !isInSight(pen, pointsOf(measured), reach)) continue;
    paintChain(pen, measured, standing, language);
  }
}

/** px beyond its points that a chain takes, with the number of a short stretch or the words of its state. */
export const dimensionReach = (standing: Standing): number => (standing === 'stands' ? 40 : 150);

/** Between which a chain lies. */
export const pointsOf = ({ feet, from }: MeasuredDimension): readonly Point[] => [...feet, ...from];

function paintChain(
  pen: Pen,
  { feet, from, lengths }: MeasuredDimension,
  standing: Standing,
  language: Language,
): void {
  const { context } = pen;
  const colour = standing === 'stands' ? ink.line : ink.demolished;
  const on = feet.map((foot) => onScreen(pen, foot));
  const [first, last] = [on[0], on.at(-1)];
  if (!first || !last) return;
  const direction = unitOf(first, last);
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 1;
  if (standing !== 'stands') context.setLineDash([5, 4]);
  context.beginPath();
  move(context, first, direction, -beyond);
  line(context, last, direction, beyond);
  from.forEach((place, index) => {
    const foot = on[index];
    if (foot) extension(context, onScreen(pen, place), foot);
  });
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = 1.8;
  context.beginPath();
  for (const foot of on) oneTick(context, foot, direction);
  context.stroke();
  context.restore();

  lengths.forEach((length, index) => {
    const [a, b] = [on[index], on[index + 1]];
    // Two anchors at one place along the line are one tick.
    if (!a || !b || length < 0.5 || !isSeen(pen, a, b)) return;
    paintNumber(pen, String(Math.round(length)), a, b, colour);
  });
  if (standing === 'stands') return;
  const words = { gone: ['所量构件已删除', 'what it measured is gone'] }[standing as string] ?? [
    '所量构件已拆除',
    'what it measures is demolished',
  ];
  const middle = { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 + 16 };
  plate(pen, words[language === 'zh' ? 0 : 1] ?? '', middle, {
    colour: ink.demolished,
    border: ink.demolished,
  });
}

/** Whether the number between two places, px, may be seen. */
function isSeen({ sight }: Pen, a: Point, b: Point): boolean {
  const box = boxOnScreen({ scale: 1, offsetX: 0, offsetY: 0 }, [a, b], dimensionReach('stands'));
  // Places on the screen count downwards already.
  const onCanvas = { min: { x: box.min.x, y: -box.max.y }, max: { x: box.max.x, y: -box.min.y } };
  return boxesMeet(sight, onCanvas);
}

const unitOf = (a: Point, b: Point): Point => {
  const long = Math.hypot(b.x - a.x, b.y - a.y);
  return long === 0 ? { x: 1, y: 0 } : { x: (b.x - a.x) / long, y: (b.y - a.y) / long };
};
const move = (context: CanvasRenderingContext2D, p: Point, along: Point, far: number): void =>
  context.moveTo(p.x + along.x * far, p.y + along.y * far);
const line = (context: CanvasRenderingContext2D, p: Point, along: Point, far: number): void =>
  context.lineTo(p.x + along.x * far, p.y + along.y * far);

/** From beside the thing measured to a little past the dimension line. */
function extension(context: CanvasRenderingContext2D, place: Point, foot: Point): void {
  const long = Math.hypot(foot.x - place.x, foot.y - place.y);
  if (long <= gap) return;
  const along = unitOf(place, foot);
  move(context, place, along, gap);
  line(context, foot, along, beyond);
}

/** At 45 degrees to the line, rising with it. */
function oneTick(context: CanvasRenderingContext2D, at: Point, { x, y }: Point): void {
  // On the screen, where y runs down, turned by 45 degrees towards the upper right.
  const slant = { x: (x + y) * Math.SQRT1_2, y: (y - x) * Math.SQRT1_2 };
  move(context, at, slant, -tick * Math.SQRT2);
  line(context, at, slant, tick * Math.SQRT2);
}

/** Above the line, read from below or from the right; beside it where the stretch is too short. */
function paintNumber(pen: Pen, words: string, a: Point, b: Point, colour: string): void {
  const { context } = pen;
  context.save();
  context.font = font(12, 500);
  const wide = context.measureText(words).width;
  const long = Math.hypot(b.x - a.x, b.y - a.y);
  let angle = Math.atan2(b.y - a.y, b.x - a.x);
  // Upright words are read from the right: they climb.
  if (angle > Math.PI / 2 - 0.01) angle -= Math.PI;
  if (angle <= -Math.PI / 2 - 0.01) angle += Math.PI;
  context.translate((a.x + b.x) / 2, (a.y + b.y) / 2);
  context.rotate(angle);
  const isShort = wide + 6 > long;
  const y = isShort ? -20 : -8;
  context.fillStyle = 'rgba(255, 255, 255, 0.85)';
  context.fillRect(-wide / 2 - 2, y - 7, wide + 4, 14);
  context.fillStyle = colour;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(words, 0, y);
  context.restore();
}
