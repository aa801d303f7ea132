import type { Point } from './model.ts';

/** A piece of a wall: along its middle on the plan; of a hole also its heights above the floor. In mm. */
export interface Extent {
  readonly from: Point;
  readonly to: Point;
  readonly sill?: number | undefined;
  readonly head?: number | undefined;
}
