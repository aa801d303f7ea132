import { type HouseholdStyle, type PatternTile, patternTiles } from '../panels/household-colour.ts';
import type { Pen } from './pen.ts';

/** Tiles drawn once for each look and each pixel density. */
const tiles = new Map<string, HTMLCanvasElement>();

function tileCanvas(
  key: string,
  tile: PatternTile,
  fill: string | null,
  stroke: string,
  density: number,
) {
  const known = tiles.get(`${key}/${density}`);
  if (known) return known;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(tile.size * density);
  canvas.height = canvas.width;
  const context = canvas.getContext('2d');
  if (context) {
    context.scale(canvas.width / tile.size, canvas.height / tile.size);
    if (fill) {
      context.fillStyle = fill;
      context.fillRect(0, 0, tile.size, tile.size);
    }
    context.strokeStyle = stroke;
    context.fillStyle = stroke;
    context.lineWidth = tile.strokeWidth;
    for (const [x1, y1, x2, y2] of tile.lines) {
      context.beginPath();
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      context.stroke();
    }
    for (const [x, y, radius] of tile.dots) {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
    }
  }
  tiles.set(`${key}/${density}`, canvas);
  return canvas;
}

/** Patterns of a tile, which may fill on any canvas, and the place where each was put last. */
const patterns = new WeakMap<HTMLCanvasElement, { pattern: CanvasPattern; place: string }>();

/** A repeating fill that moves with the plan and keeps its density on the screen. */
function repeating(pen: Pen, canvas: HTMLCanvasElement, size: number): CanvasPattern | string {
  let known = patterns.get(canvas);
  if (!known) {
    const pattern = pen.context.createPattern(canvas, 'repeat');
    if (!pattern) return 'transparent';
    known = { pattern, place: '' };
    patterns.set(canvas, known);
  }
  const x = pen.view.offsetX % size;
  const y = pen.view.offsetY % size;
  const place = `${size} ${x} ${y}`;
  if (known.place !== place) {
    const factor = size / canvas.width;
    known.pattern.setTransform(new DOMMatrix([factor, 0, 0, factor, x, y]));
    known.place = place;
  }
  return known.pattern;
}

/** How much bigger than in a swatch a pattern is drawn on the plan, so that it stays quiet. */
const spread = 1.75;

/** The fill of a room that one household holds. */
export function householdFill(pen: Pen, style: HouseholdStyle): CanvasPattern | string {
  if (style.pattern === 'plain') return style.fill;
  const base = patternTiles[style.pattern];
  const key = `${style.fill}${style.stroke}${style.pattern}`;
  const canvas = tileCanvas(
    key,
    base,
    style.fill,
    `${style.stroke}59`,
    window.devicePixelRatio * spread,
  );
  return repeating(pen, canvas, base.size * spread);
}

const hatch: PatternTile = {
  size: 6,
  strokeWidth: 0.9,
  lines: [
    [-1.5, 1.5, 1.5, -1.5],
    [0, 6, 6, 0],
    [4.5, 7.5, 7.5, 4.5],
  ],
  dots: [],
};

/** Light diagonal lines over the black of new walls. */
export function newWallHatch(pen: Pen): CanvasPattern | string {
  const canvas = tileCanvas('new-wall', hatch, '#111214', '#ffffff', window.devicePixelRatio);
  return repeating(pen, canvas, hatch.size);
}
