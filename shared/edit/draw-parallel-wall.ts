import { distance } from '../geometry/point.ts';
import type { NewId, Point, Storey, StoreyId, WallKind } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import { addPieces } from './draw-room.ts';
import { type Intent, phaseOfAddition } from './intent.ts';
import { refuseLength } from './misfit.ts';
import { offsetLine, type Segment } from './offset-line.ts';
import { needsThickness, refusal, wallThere } from './refusals.ts';
import { unsharedPieces } from './share-walls.ts';
import { storeyEdit } from './storey-edit.ts';
import { whole } from './whole.ts';

export interface DrawParallelWall {
  readonly storey: StoreyId;
  /** Centre line and thickness (mm) of the wall that it runs along. */
  readonly beside: { readonly a: Point; readonly b: Point; readonly thickness: number };
  /** mm, positive to the left of the way from a to b. */
  readonly distance: number;
  /** Whether the distance is measured between the faces, or between the centre lines. */
  readonly between: 'faces' | 'axes';
  readonly thickness: number;
  readonly kind: WallKind;
  readonly intent: Intent;
  readonly newId: NewId;
}

/** The centre line of the parallel wall, in whole mm. */
export function parallelLine(
  options: Omit<DrawParallelWall, 'storey' | 'intent' | 'newId'>,
): Segment {
  const { beside, distance: wanted, kind } = options;
  const thickness = kind === 'boundary' ? 0 : options.thickness;
  const bodies = options.between === 'axes' ? 0 : (beside.thickness + thickness) / 2;
  const by = Math.sign(wanted) * (Math.abs(wanted) + bodies);
  const [line] = offsetLine([beside.a, beside.b], [by], false);
  return line ?? { from: beside.a, to: beside.b };
}

/** Draws a wall as long as another one, parallel to it at a distance. */
export function drawParallelWall(options: DrawParallelWall): Command {
  const { storey: id, kind, intent, newId, beside } = options;
  const thickness = kind === 'boundary' ? 0 : whole(options.thickness);
  const phase = phaseOfAddition(intent);
  const { from, to } = parallelLine({ ...options, thickness });
  const away = distance(from, beside.a);
  const pieces = (storey: Storey): Segment[] =>
    unsharedPieces(storey, [from, to], false, thickness, phase);
  return storeyEdit({
    label: text('画平行墙', 'Draw parallel wall'),
    storey: id,
    newId,
    allow: (storey) =>
      refuseLength(distance(from, to)) ??
      (kind !== 'boundary' && thickness < 1 ? needsThickness : null) ??
      (away < (beside.thickness + thickness) / 2 || away === 0
        ? refusal(
            'inside-wall',
            '距离太小，新墙会叠在原来的墙上。请输入更大的距离。',
            'The distance is too small: the new wall would lie in the one it runs along. Type a larger one.',
          )
        : null) ??
      (pieces(storey).length === 0 ? wallThere([]) : null),
    change(storey, before, making) {
      addPieces(storey, before, pieces(before), { thickness, kind, phase }, making);
    },
  });
}
