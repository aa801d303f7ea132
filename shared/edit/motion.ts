import type { Point } from '../plan/model.ts';
import { whole, wholeDegrees, wholePoint } from './whole.ts';

/** A shift, a turn or a mirroring of whole elements: where their points go, and how they stand then. */
export interface Motion {
  to(point: Point): Point;
  /** Whole degrees after it of what stood at these degrees before, counter-clockwise. */
  turned(degrees: number): number;
  /** Whether an upright box lies on its side afterwards. */
  readonly swapsSides: boolean;
  /** Whether left becomes right: a door's leaf then swings to the other side of its wall. */
  readonly mirrors: boolean;
}

export function shiftBy(by: Point): Motion {
  const step = wholePoint(by);
  return {
    to: (point) => ({ x: point.x + step.x, y: point.y + step.y }),
    turned: (degrees) => degrees,
    swapsSides: false,
    mirrors: false,
  };
}

/** Whole degrees, counter-clockwise. Exact for quarter turns, else to the whole mm. */
export function turnAbout(centre: Point, degrees: number): Motion {
  const angle = wholeDegrees(degrees);
  const { sin, cos } = directionOf(angle);
  return {
    to: (point) => {
      const x = point.x - centre.x;
      const y = point.y - centre.y;
      return { x: whole(centre.x + x * cos - y * sin), y: whole(centre.y + x * sin + y * cos) };
    },
    turned: (standing) => wholeDegrees(standing + angle),
    swapsSides: angle % 180 === 90,
    mirrors: false,
  };
}

/**
 * The line that things are mirrored over: through a point, in degrees counter-clockwise from +x.
 * Half millimetres are allowed, since the middle of a selection lies on one as often as not, and
 * broken degrees, since a wall's direction is one.
 */
export interface Axis {
  readonly through: Point;
  readonly degrees: number;
}

/** Exact over level and upright axes and those of 45 degrees, else to the whole mm. */
export function mirrorOver({ through, degrees }: Axis): Motion {
  const angle = ((degrees % 180) + 180) % 180;
  const { sin, cos } = directionOf((2 * angle) % 360);
  return {
    to: (point) => {
      const x = point.x - through.x;
      const y = point.y - through.y;
      return { x: whole(through.x + x * cos + y * sin), y: whole(through.y + x * sin - y * cos) };
    },
    // A fixture at 0 degrees faces 90: the way it faces is mirrored, and its back goes with it.
    turned: (standing) => wholeDegrees(2 * angle - standing - 180),
    swapsSides: wholeDegrees(angle) % 90 === 45,
    mirrors: true,
  };
}

function directionOf(degrees: number): { readonly sin: number; readonly cos: number } {
  const quarter = [
    { cos: 1, sin: 0 },
    { cos: 0, sin: 1 },
    { cos: -1, sin: 0 },
    { cos: 0, sin: -1 },
  ][degrees / 90];
  const angle = (degrees * Math.PI) / 180;
  return quarter ?? { cos: Math.cos(angle), sin: Math.sin(angle) };
}
