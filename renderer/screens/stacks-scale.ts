import type { Bounds } from '../../shared/geometry/polygon.ts';
import { emsOf } from './stacks-labels.ts';
import { letter } from './stacks-words.tsx';

/** How large the picture of the stacks is drawn, so that its words are legible at any size of window. */

/** px */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Scale {
  /** mm of one px of strokes and letters: as large as they are meant, or larger on a large picture. */
  readonly pixel: number;
  /** mm, y downwards */
  readonly viewBox: string;
}

/** px above and below the storey. */
const over = 24;
/** px of a picture from which on letters grow with it, and px to which they grow. */
const [wide, largest] = [760, 14];

/** A storey in a picture of so many px, with room at its sides for the names of stacks there; `names` are all of them. */
export function scaleOf(
  { minX, minY, maxX, maxY }: Bounds,
  { width, height }: Size,
  names: readonly string[],
): Scale {
  const grown = Math.min(largest / letter, Math.max(1, width / wide));
  const beside = letter * Math.max(1.5, ...names.map((name) => emsOf(name) + 1));
  const [across, down] = [maxX - minX, maxY - minY];
  const pixel =
    grown *
    Math.max(
      across / Math.max(1, width - 2 * beside * grown),
      down / Math.max(1, height - 2 * over * grown),
    );
  const [sides, ends] = [beside * pixel, over * pixel];
  return {
    pixel,
    viewBox: [minX - sides, -maxY - ends, across + 2 * sides, down + 2 * ends].join(' '),
  };
}
