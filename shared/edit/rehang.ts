import type { Opening, Point } from '../plan/model.ts';
import { alongOf, plus, type WallLine } from './wall-lines.ts';

/** Where an opening hangs, measured from its wall's end a. */
export type Hanging = Pick<Opening, 'offset' | 'hinge' | 'side' | 'keeps'>;

/**
 * The same place and swing in another wall that runs along the first one, `by` mm away: seen from
 * the other end, the wall's ends and its sides change their names.
 */
export function rehang(
  opening: Opening,
  from: WallLine,
  to: WallLine,
  by: Point = { x: 0, y: 0 },
): Hanging {
  const start = plus(plus(from.a, from.direction, opening.offset), by);
  const end = plus(start, from.direction, opening.width);
  const { hinge, side, keeps } = opening;
  const isTurned = alongOf(to, end) < alongOf(to, start);
  const offset = Math.round(alongOf(to, isTurned ? end : start)) + 0;
  const other = (name: 'a' | 'b') => (isTurned === (name === 'a') ? 'b' : 'a');
  return {
    offset,
    ...(hinge ? { hinge: other(hinge) } : {}),
    ...(side ? { side: isTurned === (side === 'left') ? 'right' : 'left' } : {}),
    ...(keeps ? { keeps: other(keeps) } : {}),
  };
}

/** The jambs of an opening on its wall's centre line. */
export function jambsOf(opening: Opening, line: WallLine): readonly [Point, Point] {
  const start = plus(line.a, line.direction, opening.offset);
  return [start, plus(start, line.direction, opening.width)];
}
