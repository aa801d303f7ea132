import type { Point } from '../../shared/plan/model.ts';
import type { PartSide } from '../../shared/propose/plan-cut.ts';
import { type Language, text } from '../../shared/text.ts';
import { m2, mm, say } from '../language/say.ts';
import { distance, middle } from '../tools/plane.ts';
import type { Guide } from '../tools/tool.ts';
import { paintBlocked, paintFixture } from './paint-fixtures.ts';
import { paintGlyph, paintSnap, paintTyped } from './paint-snap.ts';
import { paintZone } from './paint-zones.ts';
import { ink, onScreen, type Pen, plate, traceLine, traceRing } from './pen.ts';

/** Draws what a tool shows while it works. */
export function paintGuides(pen: Pen, guides: readonly Guide[], language: Language): void {
  for (const guide of guides) {
    pen.context.save();
    paintGuide(pen, guide, language);
    pen.context.restore();
  }
}

function paintGuide(pen: Pen, guide: Guide, language: Language): void {
  const { context } = pen;
  switch (guide.kind) {
    case 'line':
      context.beginPath();
      traceLine(pen, guide.from, guide.to);
      if (guide.style === 'refused') {
        // It lies over the label of the room, which is not divided yet.
        context.strokeStyle = ink.paper;
        context.lineWidth = 7;
        context.stroke();
      }
      context.strokeStyle = ink.accent;
      if (guide.style === 'target') context.strokeStyle = ink.highlight;
      context.lineWidth = guide.style === 'align' ? 1 : guide.style === 'target' ? 3 : 1.6;
      if (guide.style === 'align') context.setLineDash([3, 4]);
      if (['cut', 'refused', 'target'].includes(guide.style)) context.setLineDash([10, 4, 2, 4]);
      if (guide.style === 'refused') {
        context.strokeStyle = ink.refused;
        context.lineWidth = 2.4;
      }
      context.stroke();
      break;
    case 'length':
      paintLength(pen, guide.from, guide.to, guide.words);
      break;
    case 'angle':
      paintAngle(pen, guide.at, guide.from, guide.to);
      break;
    case 'snap':
      paintSnap(pen, guide, language);
      break;
    case 'anchor': {
      const at = onScreen(pen, guide.at);
      paintGlyph(pen, guide.on === 'joint' ? 'joint' : 'face', at);
      const words = say(anchorWords[guide.on], language);
      plate(pen, words, { x: at.x, y: at.y - 18 }, { colour: ink.accent });
      break;
    }
    case 'measured':
      paintMeasured(pen, guide, language);
      break;
    case 'box': {
      const { min, max } = guide.box;
      context.beginPath();
      traceRing(pen, [min, { x: max.x, y: min.y }, max, { x: min.x, y: max.y }]);
      context.fillStyle = 'rgba(26, 90, 168, 0.08)';
      context.fill();
      context.strokeStyle = ink.accent;
      context.lineWidth = 1;
      if (guide.touching) context.setLineDash([5, 4]);
      context.stroke();
      break;
    }
    case 'handle': {
      const at = onScreen(pen, guide.at);
      context.beginPath();
      context.rect(at.x - 4.5, at.y - 4.5, 9, 9);
      context.fillStyle = ink.paper;
      context.fill();
      context.strokeStyle = guide.isRefused ? ink.refused : ink.accent;
      context.lineWidth = 1.6;
      context.stroke();
      break;
    }
    case 'area':
      paintPart(pen, guide, language);
      break;
    case 'fixture':
      paintFixture(pen, guide.fixture, { stroke: ink.accent, width: 1.4, dash: [] });
      if (guide.isBlocked) paintBlocked(pen, guide.fixture);
      break;
    case 'zone':
      paintZone(pen, guide.ring, guide.isBlocked);
      break;
    case 'typed':
      paintTyped(pen, guide, language);
      break;
  }
}

const anchorWords = {
  joint: text('端点', 'end'),
  jamb: text('门窗边', 'jamb'),
  face: text('墙面', 'wall face'),
} as const;

/** An outline with its area and perimeter in the middle. */
function paintMeasured(
  pen: Pen,
  guide: Extract<Guide, { kind: 'measured' }>,
  language: Language,
): void {
  const { context } = pen;
  context.beginPath();
  traceRing(pen, guide.ring);
  context.fillStyle = 'rgba(26, 90, 168, 0.12)';
  context.fill();
  const count = guide.ring.length;
  const sum = guide.ring.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }));
  const at = onScreen(pen, { x: sum.x / count, y: sum.y / count });
  const style = { size: 13, weight: 700, colour: ink.accent, border: ink.accent };
  const area = say(text('面积', 'Area'), language);
  const perimeter = say(text('周长', 'Perimeter'), language);
  plate(pen, `${area} ${m2(guide.area)}`, { x: at.x, y: at.y - 11 }, style);
  plate(pen, `${perimeter} ${mm(guide.perimeter)}`, { x: at.x, y: at.y + 11 }, style);
}

/** px from the middle of the cut, clear of its handle, and which end of the plate lies there. */
const besideCut: Readonly<
  Record<PartSide, { readonly dx: number; readonly dy: number; readonly from?: 'left' | 'right' }>
> = {
  left: { dx: -12, dy: 0, from: 'right' },
  right: { dx: 12, dy: 0, from: 'left' },
  lower: { dx: 0, dy: 20 },
  upper: { dx: 0, dy: -20 },
};

const inTheMiddle = { dx: 0, dy: 0 } as const;

/** One part of a divided room, outlined; its plate stands on its own side of the cut. */
function paintPart(pen: Pen, guide: Extract<Guide, { kind: 'area' }>, language: Language): void {
  const { context } = pen;
  context.beginPath();
  traceRing(pen, guide.ring);
  context.strokeStyle = ink.accent;
  context.lineWidth = 2;
  if (!guide.first) context.setLineDash([6, 4]);
  context.stroke();
  context.setLineDash([]);
  const { x, y } = onScreen(pen, guide.at);
  const share = guide.share ? `  =  ${guide.share.join('/')}` : '';
  const words = `${say(guide.name, language)}  ${m2(guide.area)}${share}`;
  const { dx, dy, ...end } = guide.side ? besideCut[guide.side] : inTheMiddle;
  const style = { size: 13, weight: 700, colour: ink.accent, border: ink.accent };
  plate(pen, words, { x: x + dx, y: y + dy }, { ...style, ...end });
}

/** px between the measured line and its dimension. */
const beside = 14;

/**
 * A dimension line with 45 degree ticks, and its length in the middle; `clear`: beside a line that is
 * shorter than the plate, which would cover it.
 */
export function paintLength(pen: Pen, from: Point, to: Point, words?: string, clear = false): void {
  const { context } = pen;
  const a = onScreen(pen, from);
  const b = onScreen(pen, to);
  const long = Math.hypot(b.x - a.x, b.y - a.y);
  if (long < 6) return;
  const out = { x: ((b.y - a.y) / long) * beside, y: (-(b.x - a.x) / long) * beside };
  // Beside the line, above or to the left, whichever way it was drawn.
  const sign = out.y < -0.01 || (Math.abs(out.y) <= 0.01 && out.x < 0) ? 1 : -1;
  const p = { x: a.x + out.x * sign, y: a.y + out.y * sign };
  const q = { x: b.x + out.x * sign, y: b.y + out.y * sign };
  context.strokeStyle = ink.accent;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(p.x, p.y);
  context.lineTo(q.x, q.y);
  for (const end of [p, q]) {
    context.moveTo(end.x - 3.5, end.y + 3.5);
    context.lineTo(end.x + 3.5, end.y - 3.5);
  }
  context.stroke();
  const whole = mm(distance(from, to));
  // Side by side, short dimensions would cover each other: they leave the unit to the long ones.
  const short = long < 64 ? whole.replace(' mm', '') : whole;
  const at = middle(p, q);
  // Half of a plate as it stands across the line.
  const reach = (Math.abs(out.x) * 26 + Math.abs(out.y) * 12) / beside;
  const off = clear && long < 64 ? (sign * (reach + 4)) / beside : 0;
  plate(
    pen,
    words ?? short,
    { x: at.x + out.x * off, y: at.y + out.y * off },
    { colour: ink.accent },
  );
}

function paintAngle(pen: Pen, at: Point, from: number, to: number): void {
  const { context } = pen;
  const centre = onScreen(pen, at);
  const sweep = ((((to - from) % 360) + 540) % 360) - 180;
  if (Math.abs(sweep) < 0.5) return;
  const radius = 26;
  context.strokeStyle = ink.accent;
  context.lineWidth = 1;
  context.beginPath();
  const rad = (degrees: number): number => (-degrees * Math.PI) / 180;
  context.arc(centre.x, centre.y, radius, rad(from), rad(from + sweep), sweep > 0);
  context.stroke();
  const half = rad(from + sweep / 2);
  plate(
    pen,
    `${Math.round(Math.abs(sweep) * 10) / 10}°`,
    { x: centre.x + Math.cos(half) * (radius + 20), y: centre.y + Math.sin(half) * (radius + 12) },
    { colour: ink.accent },
  );
}

/** mm that a scale bar may stand for. */
const barLengths = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000] as const;

/** A scale bar in the lower right corner, between 70 and 180 px long. */
export function paintScaleBar(pen: Pen): void {
  const { context, view, size } = pen;
  const length = barLengths.find((candidate) => candidate * view.scale >= 70) ?? 50_000;
  const width = length * view.scale;
  const right = size.width - 18;
  const y = size.height - 18;
  context.save();
  context.strokeStyle = ink.line;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(right - width, y - 5);
  context.lineTo(right - width, y);
  context.lineTo(right, y);
  context.lineTo(right, y - 5);
  context.stroke();
  const words = length >= 1000 ? `${length / 1000} m` : `${length} mm`;
  plate(pen, words, { x: right - width / 2, y: y - 10 });
  context.restore();
}
