import type { Language } from '../../shared/text.ts';
import { font, ink, type Pen } from './pen.ts';

/** px */
const radius = 20;

/** The north arrow in the upper right corner; `north` in degrees, counter-clockwise from up. */
export function paintNorth(pen: Pen, north: number, language: Language): void {
  const { context, size } = pen;
  context.save();
  context.translate(size.width - 44, 52);
  context.rotate((-north * Math.PI) / 180);
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fillStyle = 'rgba(255, 255, 255, 0.9)';
  context.fill();
  context.strokeStyle = ink.line;
  context.lineWidth = 1.2;
  context.stroke();
  context.beginPath();
  context.moveTo(0, -radius);
  context.lineTo(5, radius - 2);
  context.lineTo(0, radius - 7);
  context.lineTo(-5, radius - 2);
  context.closePath();
  context.fillStyle = ink.line;
  context.fill();
  // The letter stays upright.
  context.translate(0, -radius - 9);
  context.rotate((north * Math.PI) / 180);
  context.font = font(13, 700);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(language === 'zh' ? '北' : 'N', 0, 0);
  context.restore();
}
