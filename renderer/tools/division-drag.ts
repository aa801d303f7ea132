import type { Point } from '../../shared/plan/model.ts';
import type { DivisionTrial } from '../../shared/propose/division.ts';
import type { ShareStop } from '../../shared/propose/share-stops.ts';
import type { Division } from './division.ts';
import { footOnSegment } from './plane.ts';

/** What of the partitions is held: one of them, or the turn of a corner. */
type Held = number | 'turn';

/** A partition in the hand: where the drag began, the widths there, and what it snapped to. */
export interface Grip {
  readonly at: Point;
  readonly held: Held;
  readonly widths: readonly number[];
  readonly stop: ShareStop | null;
}

/** Where the partitions stand, or were tried and may not. */
export const trialOf = ({ plan }: Division): DivisionTrial | null =>
  plan.ok ? { ...plan.cuts, widths: plan.widths } : plan.trial;

/** Which partition lies under a place. */
export function heldAt(
  division: Division,
  trial: DivisionTrial,
  at: Point,
  reach: number,
): Held | null {
  const turn = division.shape === 'straight' ? undefined : trial.lines[0]?.to;
  if (turn && Math.hypot(turn.x - at.x, turn.y - at.y) <= reach) return 'turn';
  const index = trial.lines.findIndex(
    ({ from, to }) => footOnSegment(at, from, to).distance <= reach,
  );
  return index < 0 ? null : index;
}

/** The widths once a partition has moved by this: what it leaves goes to the part behind it. */
export function movedWidths(
  { shape }: Division,
  { held, widths }: Grip,
  [across, up]: readonly [number, number],
  step: number,
): readonly number[] {
  const round = (width: number): number => Math.max(1, Math.round(width / step) * step);
  if (shape !== 'straight') {
    const [width = 0, depth = 0] = widths;
    return [held === 1 ? width : round(width + across), held === 0 ? depth : round(depth + up)];
  }
  return widths.map((width, index) => {
    const own = held === index ? round(width + across) - width : 0;
    const before = held === index - 1 ? round(widths[index - 1]! + across) - widths[index - 1]! : 0;
    return Math.max(1, width + own - before);
  });
}

/** Where a partition with a corner turns. */
export const turnOf = ({ shape }: Division, lines: DivisionTrial['lines']): Point[] =>
  shape === 'straight' || !lines[0] ? [] : [lines[0].to];
