import { distance, distanceToSegment } from '../geometry/point.ts';
import type { NewId, Phase, Point, Storey, StoreyId, WallId, WallKind } from '../plan/model.ts';
import { standTogether } from '../plan/opening-fit.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { addPieces } from './draw-room.ts';
import { type Intent, phaseOfAddition } from './intent.ts';
import { refuseLength } from './misfit.ts';
import { lineCrossing, offsetLine, type Segment } from './offset-line.ts';
import { needsThickness, refusal, wallThere } from './refusals.ts';
import { reach } from './relocate.ts';
import { unsharedPieces } from './share-walls.ts';
import { storeyEdit } from './storey-edit.ts';
import { whole, wholePoint } from './whole.ts';

export interface DrawParallelWall {
  readonly storey: StoreyId;
  /** Centre line and thickness (mm) of the wall that it runs along. */
  readonly beside: { readonly a: Point; readonly b: Point; readonly thickness: number };
  /** mm, positive to the left of the way from a to b. */
  readonly distance: number;
  /** Whether the distance is measured between the faces, or between the centre lines. */
  readonly between: 'faces' | 'axes';
  /** Beside this point it runs from wall to wall; without it, along the whole of the other one. */
  readonly near?: Point;
  readonly thickness: number;
  readonly kind: WallKind;
  readonly intent: Intent;
  readonly newId: NewId;
}

/** The centre line of the parallel wall, in whole mm. */
export function parallelLine(
  storey: Storey,
  options: Omit<DrawParallelWall, 'storey' | 'newId'>,
): Segment {
  const { beside, distance: wanted, kind, near, intent } = options;
  const thickness = kind === 'boundary' ? 0 : options.thickness;
  const bodies = options.between === 'axes' ? 0 : (beside.thickness + thickness) / 2;
  const by = Math.sign(wanted) * (Math.abs(wanted) + bodies);
  const [line] = offsetLine([beside.a, beside.b], [by], false);
  if (!line) return { from: beside.a, to: beside.b };
  return near ? fromWallToWall(storey, line, near, phaseOfAddition(intent)) : line;
}

/** The part of a line beside a point that lies between the walls across it, to their centre lines. */
function fromWallToWall(storey: Storey, line: Segment, near: Point, phase: Phase): Segment {
  const length = distance(line.from, line.to);
  const ux = (line.to.x - line.from.x) / (length || 1);
  const uy = (line.to.y - line.from.y) / (length || 1);
  const along = (p: Point): number => (p.x - line.from.x) * ux + (p.y - line.from.y) * uy;
  const here = along(near);
  let [low, high] = [0, length];
  for (const id in storey.walls) {
    const wall = storey.walls[id as WallId];
    const a = wall && storey.joints[wall.a];
    const b = wall && storey.joints[wall.b];
    if (!wall || !a || !b || wall.thickness === 0 || !standTogether(wall.phase, phase)) continue;
    const at = lineCrossing(line, { from: a, to: b });
    if (!at || distanceToSegment(at, a, b) > wall.thickness / 2 + reach) continue;
    const stop = along(at);
    if (stop <= here && stop > low) low = stop;
    if (stop > here && stop < high) high = stop;
  }
  const place = (mm: number): Point =>
    wholePoint({ x: line.from.x + ux * mm, y: line.from.y + uy * mm });
  return { from: place(low), to: place(high) };
}

/** Draws a wall parallel to another one, at a distance. */
export function drawParallelWall(options: DrawParallelWall): Command {
  const { storey: id, kind, intent, newId, beside } = options;
  const thickness = kind === 'boundary' ? 0 : whole(options.thickness);
  const phase = phaseOfAddition(intent);
  const line = (storey: Storey): Segment => parallelLine(storey, { ...options, thickness });
  const bodies = (beside.thickness + thickness) / 2;
  const away = Math.abs(options.distance) + (options.between === 'axes' ? 0 : bodies);
  const pieces = (storey: Storey): Segment[] => {
    const { from, to } = line(storey);
    return unsharedPieces(storey, [from, to], false, thickness, phase);
  };
  return storeyEdit({
    label: text('画平行墙', 'Draw parallel wall'),
    storey: id,
    newId,
    allow: (storey) =>
      refuseRun(line(storey)) ??
      (kind !== 'boundary' && thickness < 1 ? needsThickness : null) ??
      (away < bodies || options.distance === 0
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

const refuseRun = ({ from, to }: Segment): Refusal | null => refuseLength(distance(from, to));
