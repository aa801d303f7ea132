import type { Refusal } from '../edit/command.ts';
import { refusal } from '../edit/refusals.ts';
import { intersect } from '../geometry/clip.ts';
import type { Normal } from '../geometry/cut.ts';
import type { Point } from '../geometry/point.ts';
import { insidePoint, type Polygon, polygonArea, type Ring } from '../geometry/polygon.ts';
import type { Plan, Storey, StoreyId } from '../plan/model.ts';
import type { Cuts, Line } from './divide-room.ts';
import { type CutDirection, type CutPart, narrowest, type roomToCut } from './plan-cut.ts';
import type { Asked } from './series-places.ts';

/** From which corner of the room a partition with a corner cuts its rectangle. */
export const corners = ['left-lower', 'right-lower', 'right-upper', 'left-upper'] as const;
export type Corner = (typeof corners)[number];

export interface DivisionRequest {
  readonly plan: Plan;
  readonly storey: StoreyId;
  /** Id of a room derived from the plan after the works. */
  readonly room: string;
  /** One or more parallel partitions, or one with a corner. */
  readonly shape: 'straight' | Corner;
  readonly direction: CutDirection;
  /** For a corner: two shares, one area, or the clear width and depth of its part. */
  readonly by: Asked;
  /** mm */
  readonly thickness: number;
}

export type DivisionPlan =
  | {
      readonly ok: true;
      readonly cuts: Cuts;
      readonly parts: readonly CutPart[];
      /** Clear mm of all parts but the last, as drawn; of a corner its width and depth. */
      readonly widths: readonly number[];
      /** The storey as it would be, without doors for the parts. */
      readonly after: Storey;
    }
  /** With the place that was tried, so that it can be shown and dragged on. */
  | { readonly ok: false; readonly refusal: Refusal; readonly trial: DivisionTrial | null };

export interface DivisionTrial {
  readonly lines: readonly Line[];
  readonly thickness: number;
  readonly widths: readonly number[];
}

/** The room that is divided. */
export type Found = NonNullable<ReturnType<typeof roomToCut>>;

export const declined = (
  trial: DivisionTrial | null,
  reason: string,
  zh: string,
  en: string,
): DivisionPlan => ({ ok: false, refusal: refusal(reason, zh, en), trial });

export const tooSmall = (trial: DivisionTrial | null): DivisionPlan =>
  declined(
    trial,
    'too-narrow',
    `分不下：有一块的净宽不足 ${narrowest} mm。请减少间数，或调整大小、方向、隔墙厚度。`,
    `It does not fit: one part would be less than ${narrowest} mm wide. Take fewer parts, other sizes, another direction or a thinner partition.`,
  );

/** More was asked than there is: mm2 asked, and mm2 that the room has with partitions deducted. */
export const tooLarge = (asked: number, most: number): DivisionPlan => {
  const [want, have] = [asked, most].map((area) => (Math.floor(area / 1e4) / 100).toFixed(2));
  return declined(
    null,
    'too-large',
    `分不下：要求的净面积合计 ${want} m²，扣除隔墙后这样分最多只有 ${have} m²。请改小面积或减少间数。`,
    `It does not fit: ${want} m² are asked, and with partitions deducted there are at most ${have} m² to give this way. Ask for less, or take fewer parts.`,
  );
};

export const inPieces = (trial: DivisionTrial | null): DivisionPlan =>
  declined(
    trial,
    'not-whole',
    '这样分，有一间会被断成几块，或夹在墙与管井之间。请换一个方向或位置。',
    'Cut so, one part would fall into pieces. Choose another direction or place.',
  );

/** What of a polygon lies between two parallel lines. */
export function band(polygon: Polygon, normal: Normal, from: number, to: number): Polygon[] {
  const reach = 1e6;
  const at = (depth: number, side: number): Point => ({
    x: normal.x * depth - normal.y * side,
    y: normal.y * depth + normal.x * side,
  });
  const ring: Ring = [at(from, -reach), at(to, -reach), at(to, reach), at(from, reach)];
  return intersect([polygon.outer, ...polygon.holes], [ring]);
}

/** mm2: less is what rounding leaves beside a wall. */
const crumb = 2_000;

/** A place for the tag; null where the part is not one piece. */
export function labelOf(pieces: readonly Polygon[]): Point | null {
  const whole = pieces.filter((piece) => polygonArea(piece) > crumb);
  if (whole.length !== 1) return null;
  const { x, y } = insidePoint(whole[0]!);
  return { x: Math.round(x), y: Math.round(y) };
}
