import { ahead, type Rect, runsAlongX, type Side } from './rect.ts';

/**
 * A leaf that swings into a room. Shut from inside it can be where a body that came in past the open
 * leaf has a place that the leaf never sweeps: a law of our own about what people can do, no clause.
 */
export interface Leaf {
  /** Its hinge on the wall's face, and the quarter that it sweeps about it: signs along x and y. */
  readonly hinge: { readonly x: number; readonly y: number };
  readonly towards: { readonly x: 1 | -1; readonly y: 1 | -1 };
  /** mm from the hinge to its free edge. */
  readonly reach: number;
  /** Where it stands wide open: without thickness, square to the wall. */
  readonly open: Rect;
  /** Free floor before the opening, where a body comes in. */
  readonly doorway: Rect;
  /** mm: how wide that body is. */
  readonly body: number;
}

/** The leaf of a door in the face of that side, hung at one place along it and shut towards another. */
export function leafFrom(
  side: Side,
  line: number,
  hung: number,
  shut: number,
  doorway: Rect,
  body: number,
): Leaf {
  const reach = Math.abs(shut - hung);
  const far = ahead(side, line, reach);
  const along = shut > hung ? 1 : -1;
  const out = far > line ? 1 : -1;
  const [low, high] = [Math.min(line, far), Math.max(line, far)];
  return runsAlongX(side)
    ? {
        hinge: { x: hung, y: line },
        towards: { x: along, y: out },
        reach,
        open: { x0: hung, x1: hung, y0: low, y1: high },
        doorway,
        body,
      }
    : {
        hinge: { x: line, y: hung },
        towards: { x: out, y: along },
        reach,
        open: { x0: low, x1: high, y0: hung, y1: hung },
        doorway,
        body,
      };
}

/** Whether the body, round about a place, is wholly outside of what the leaf sweeps; touching is outside. */
export function isOutOfSweep({ hinge, towards, reach, body }: Leaf, x: number, y: number): boolean {
  const radius = body / 2;
  const across = (x - hinge.x) * towards.x;
  const up = (y - hinge.y) * towards.y;
  if (across >= 0 && up >= 0) return across * across + up * up >= (reach + radius) ** 2;
  // Beside the quarter the nearest of it lies on one of its straight edges.
  const past = (along: number): number => Math.max(0, along - reach, -along);
  const [dx, dy] =
    across < 0 && up < 0 ? [across, up] : across < 0 ? [across, past(up)] : [past(across), up];
  return dx * dx + dy * dy >= radius * radius;
}
