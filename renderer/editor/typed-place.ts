import type { Point } from '../../shared/plan/model.ts';

const number = '([+-]?\\d+(?:\\.\\d+)?)';
const separator = '\\s*[,，\\s]\\s*';
const absolute = new RegExp(`^${number}${separator}${number}$`);
const relative = new RegExp(`^@\\s*${number}${separator}${number}$`);
const polar = new RegExp(`^@\\s*${number}\\s*[<∠]\\s*${number}$`);

/**
 * A place as people of CAD type it, in whole mm: `1200,3400`, `@600,0` from where the cursor is, or
 * `@600<90` by length and degrees. Null where it is none of them.
 */
export function typedPlace(words: string, from: Point): Point | null {
  const typed = words.trim();
  const read = (pattern: RegExp): [number, number] | null => {
    const found = pattern.exec(typed);
    return found ? [Number(found[1]), Number(found[2])] : null;
  };
  const place = read(absolute);
  if (place) return whole(place[0], place[1]);
  const step = read(relative);
  if (step) return whole(from.x + step[0], from.y + step[1]);
  const ray = read(polar);
  if (!ray) return null;
  const angle = (ray[1] * Math.PI) / 180;
  return whole(from.x + ray[0] * Math.cos(angle), from.y + ray[0] * Math.sin(angle));
}

/** A coordinate beyond 10 km is a slip of the finger. */
const farthest = 10_000_000;

function whole(x: number, y: number): Point | null {
  const place = { x: Math.round(x) + 0, y: Math.round(y) + 0 };
  return Math.abs(place.x) <= farthest && Math.abs(place.y) <= farthest ? place : null;
}
