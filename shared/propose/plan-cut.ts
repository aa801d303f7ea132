import type { Refusal } from '../edit/command.ts';
import { intersect } from '../geometry/clip.ts';
import { along, chords, extent, type Normal, positionForShare } from '../geometry/cut.ts';
import { snapDistance } from '../geometry/meet.ts';
import { distance, type Point } from '../geometry/point.ts';
import { boundsOf, insidePoint, type Polygon } from '../geometry/polygon.ts';
import type { Storey } from '../plan/model.ts';
import { text } from '../text.ts';
import { onCentreLine } from './centre-line.ts';
import { type CutDirection, normalOf } from './cut-direction.ts';
import type { Cuts } from './divide-room.ts';
import { type CutPart, drawnParts } from './drawn-parts.ts';
import { type RoomOfPlan, roomToCut } from './room-to-cut.ts';

export { onCentreLine } from './centre-line.ts';
export { type CutDirection, normalOf } from './cut-direction.ts';
export { type CutPart, drawnParts } from './drawn-parts.ts';
export { type PartSide, partSides, roomToCut } from './room-to-cut.ts';

/** A straight partition as it would be drawn: whole mm, ends on the centre lines that it meets. */
export interface Cut {
  readonly from: Point;
  readonly to: Point;
  readonly thickness: number;
  /** A point inside each part, for its tag: first part, second part. */
  readonly labels: readonly [Point, Point];
  /** Clear mm of the first part, from its far side to the partition's face. */
  readonly distance: number;
}

export const cutsOf = ({ from, to, thickness, labels }: Cut): Cuts => ({
  lines: [{ from, to }],
  thickness,
  labels,
});

/** Where a partition was tried, whether or not it may stand there. */
export type Trial = Omit<Cut, 'labels'>;

export interface CutRequest extends RoomOfPlan {
  readonly direction: CutDirection;
  /** The first part's share of the net area (0 to 1), or its clear width in mm. The first part is
   * the left one; for a level cut, the lower one. */
  readonly by: { readonly share: number } | { readonly distance: number };
  /** mm */
  readonly thickness: number;
}

export type CutPlan =
  | {
      readonly ok: true;
      readonly cut: Cut;
      readonly parts: readonly [CutPart, CutPart];
      /** The storey as it would be, without doors for the parts. */
      readonly after: Storey;
    }
  /** With the place that was tried, so that it can be shown and dragged on. */
  | { readonly ok: false; readonly refusal: Refusal; readonly trial: Trial | null };

/** mm: a part narrower than this is no room. */
export const narrowest = 200;

/**
 * Where a partition must stand to give the asked share or width, and what both parts then measure
 * after rounding to whole millimetres, partition deducted. Shares are exact to what one millimetre
 * of partition position changes.
 */
export function planCut(request: CutRequest): CutPlan {
  const found = roomToCut(request);
  if (!found) {
    return refuse(
      null,
      'gone',
      '这间房间已不存在，请重新选择。',
      'That room is no longer there. Select a room again.',
    );
  }
  const { storey, usable, enclosed } = found;
  const normal = normalOf(request.direction, enclosed.outer);
  const position = positionOf(request, usable, normal);
  if (position === null) {
    const { least, greatest } = extent(usable, normal);
    return tooNarrow(trialAt(request, usable, enclosed, normal, (least + greatest) / 2));
  }
  const first = cutAt(request, usable, enclosed, normal, position);
  if (!first.ok || !endsNearJoint(storey, first.cut)) return first;
  // An end within the snap distance of a joint is drawn to that joint, which shifts the partition:
  // the position beside it that comes nearest to what was asked is taken.
  const asked = (plan: CutPlan): number =>
    plan.ok ? Math.abs(missOf(request, plan)) : Number.POSITIVE_INFINITY;
  let best: CutPlan = first;
  for (let shift = 1; shift <= snapDistance + 1; shift++) {
    for (const side of [-shift, shift]) {
      const tried = cutAt(request, usable, enclosed, normal, position + side);
      if (asked(tried) < asked(best)) best = tried;
    }
  }
  return best;
}

/** How far a cut is from what was asked: mm2 of the first part, or mm of its width. */
function missOf({ by }: CutRequest, plan: CutPlan & { readonly ok: true }): number {
  const [first, second] = plan.parts;
  if ('distance' in by) return plan.cut.distance - by.distance;
  return first.area - by.share * (first.area + second.area);
}

const endsNearJoint = (storey: Storey, { from, to }: Cut): boolean =>
  Object.values<Point>(storey.joints).some((joint) =>
    [from, to].some((end) => distance(joint, end) > 0 && distance(joint, end) <= snapDistance),
  );

function cutAt(
  request: CutRequest,
  usable: Polygon,
  enclosed: Polygon,
  normal: Normal,
  position: number,
): CutPlan {
  const { thickness } = request;
  const { least, greatest } = extent(usable, normal);
  const half = thickness / 2;
  const trial = trialAt(request, usable, enclosed, normal, position);
  if (position - half - least < narrowest || greatest - position - half < narrowest) {
    return tooNarrow(trial);
  }
  if (!trial || chords(enclosed, normal, position).length !== 1) {
    return refuse(
      trial,
      'not-two-parts',
      '这条直线会把房间分成不止两块。请换一个方向或位置。',
      'A straight cut here would leave more than two parts. Choose another direction or place.',
    );
  }
  const labels = partLabels(usable, normal, position, half);
  return labels ? measured(request, { ...trial, labels }, normal) : tooNarrow(trial);
}

/** The partition at this position, or at the nearest one inside the room. */
function trialAt(
  { plan, storey, thickness }: CutRequest,
  usable: Polygon,
  enclosed: Polygon,
  normal: Normal,
  position: number,
): Trial | null {
  const { least, greatest } = extent(usable, normal);
  const inside = Math.max(least + 1, Math.min(greatest - 1, position));
  const chord = chords(enclosed, normal, inside)[0];
  return chord
    ? {
        from: onCentreLine(plan, storey, chord[0], chord[1]),
        to: onCentreLine(plan, storey, chord[1], chord[0]),
        thickness,
        distance: Math.max(0, Math.round(inside - thickness / 2 - least)),
      }
    : null;
}

const refuse = (trial: Trial | null, reason: string, zh: string, en: string): CutPlan => ({
  ok: false,
  refusal: { reason, text: text(zh, en) },
  trial,
});

const tooNarrow = (trial: Trial | null): CutPlan =>
  refuse(
    trial,
    'too-narrow',
    `其中一块的净宽不足 ${narrowest} mm。请调整位置、方向或隔墙厚度。`,
    `One part would be less than ${narrowest} mm wide. Move the cut, turn it, or take a thinner partition.`,
  );

function positionOf(request: CutRequest, usable: Polygon, normal: Normal): number | null {
  const { by, thickness } = request;
  const position =
    'share' in by
      ? positionForShare(usable, normal, thickness, by.share)
      : extent(usable, normal).least + by.distance + thickness / 2;
  if (position === null) return null;
  // A level or upright partition stands on whole millimetres; others round at their ends.
  const level = normal.x === 0 || normal.y === 0;
  return level ? Math.round(position) : position;
}

function partLabels(
  usable: Polygon,
  normal: Normal,
  position: number,
  half: number,
): [Point, Point] | null {
  const box = boundsOf(usable.outer);
  const size = box.maxX - box.minX + box.maxY - box.minY + 1000;
  const middle = along(normal, usable.outer[0]!);
  const beside = (from: number, to: number): Point | null => {
    const at = (depth: number, side: number): Point => ({
      x: usable.outer[0]!.x + normal.x * (depth - middle) - normal.y * side,
      y: usable.outer[0]!.y + normal.y * (depth - middle) + normal.x * side,
    });
    const strip = [at(from, -size), at(to, -size), at(to, size), at(from, size)];
    const parts = intersect([usable.outer, ...usable.holes], [strip]);
    return parts.length === 1 ? insidePoint(parts[0]!) : null;
  };
  const first = beside(position - half - size, position - half);
  const second = beside(position + half, position + half + size);
  return first && second ? [first, second] : null;
}

function measured(request: CutRequest, cut: Cut, normal: Normal): CutPlan {
  const drawn = drawnParts(request, cutsOf(cut));
  if (!drawn.ok) return { ...drawn, trial: cut };
  const [first, second] = drawn.parts as [CutPart, CutPart];
  const { least, greatest } = extent({ outer: first.polygon, holes: [] }, normal);
  return {
    ok: true,
    cut: { ...cut, distance: Math.round(greatest - least) },
    parts: [first, second],
    after: drawn.after,
  };
}
