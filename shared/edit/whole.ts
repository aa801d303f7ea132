import type { Point } from '../plan/model.ts';

/** To the whole mm or degree; plus zero, since a minus zero would not equal zero. */
export const whole = (value: number): number => Math.round(value) + 0;

export const wholePoint = ({ x, y }: Point): Point => ({ x: whole(x), y: whole(y) });

export const wholeDegrees = (degrees: number): number => (((whole(degrees) % 360) + 360) % 360) + 0;

export const samePoint = (first: Point, second: Point): boolean =>
  first.x === second.x && first.y === second.y;
