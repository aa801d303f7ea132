import type { Refusal } from '../edit/command.ts';
import { refusal } from '../edit/refusals.ts';
import { difference, intersect } from '../geometry/clip.ts';
import { along, chords, extent, type Normal } from '../geometry/cut.ts';
import { snapDistance } from '../geometry/meet.ts';
import { distance, type Point } from '../geometry/point.ts';
import { insidePoint, type Polygon, polygonArea, type Ring } from '../geometry/polygon.ts';
import type { Plan, Storey, StoreyId } from '../plan/model.ts';
import { type CornerFrame, cornerPlaces } from './corner-places.ts';
import { type Cuts, jointNear, type Line } from './divide-room.ts';
import {
  type CutDirection,
  type CutPart,
  cutsOf,
  drawnParts,
  narrowest,
  normalOf,
  onCentreLine,
  planCut,
  roomToCut,
} from './plan-cut.ts';
import {
  type Asked,
  type DrawnStrip,
  partAreas,
  portions,
  seriesPlaces,
  stripAlong,
} from './series-places.ts';

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

/**
 * Where partitions must stand so that every part gets what was asked, and what all parts then measure
 * after rounding to whole millimetres, partitions deducted.
 */
export function planDivision(request: DivisionRequest): DivisionPlan {
  const found = roomToCut(request);
  if (!found) {
    return declined(
      null,
      'gone',
      '这间房间已不存在，请重新选择。',
      'That room is no longer there. Select a room again.',
    );
  }
  if (request.shape !== 'straight') return planCorner(request, found, request.shape);
  const single = singleCut(request.by);
  return single ? planSingle(request, single) : planSeries(request, found);
}

type Found = NonNullable<ReturnType<typeof roomToCut>>;

const declined = (
  trial: DivisionTrial | null,
  reason: string,
  zh: string,
  en: string,
): DivisionPlan => ({ ok: false, refusal: refusal(reason, zh, en), trial });

const tooSmall = (trial: DivisionTrial | null): DivisionPlan =>
  declined(
    trial,
    'too-narrow',
    `分不下：有一块的净宽不足 ${narrowest} mm。请减少间数，或调整大小、方向、隔墙厚度。`,
    `It does not fit: one part would be less than ${narrowest} mm wide. Take fewer parts, other sizes, another direction or a thinner partition.`,
  );

const inPieces = (trial: DivisionTrial | null): DivisionPlan =>
  declined(
    trial,
    'not-whole',
    '这样分，有一间会被断成几块，或夹在墙与管井之间。请换一个方向或位置。',
    'Cut so, one part would fall into pieces. Choose another direction or place.',
  );

/** What asks for two parts by one straight cut, in its terms. */
function singleCut(by: Asked): { share: number } | { distance: number } | null {
  if ('widths' in by) return by.widths.length === 1 ? { distance: by.widths[0]! } : null;
  if ('shares' in by) return by.shares.length === 2 ? { share: portions(by.shares)[0]! } : null;
  return null;
}

function planSingle(
  request: DivisionRequest,
  by: NonNullable<ReturnType<typeof singleCut>>,
): DivisionPlan {
  const planned = planCut({ ...request, by });
  if (planned.ok) {
    const { cut, parts, after } = planned;
    return { ok: true, cuts: cutsOf(cut), parts, after, widths: [cut.distance] };
  }
  const { trial } = planned;
  return {
    ok: false,
    refusal: planned.refusal,
    trial: trial && {
      lines: [{ from: trial.from, to: trial.to }],
      thickness: trial.thickness,
      widths: [trial.distance],
    },
  };
}

/**
 * Where a partition meets a wall at a sharp angle its end is drawn blunt, which the areas feel: what
 * they then miss is asked for in addition, as long as that helps.
 */
function planSeries(request: DivisionRequest, found: Found): DivisionPlan {
  const { by } = request;
  let best = drawnSeries(request, found, by);
  let last = best;
  let targets = best.ok ? areasAsked(by, best.parts) : null;
  for (const part of corrections) {
    if (!best.ok || !last.ok || !targets || missOf(by, best.parts) <= close) break;
    const asked = areasAsked(by, last.parts)!;
    const drawn = last.parts;
    targets = targets.map((one, index) => one + part * (asked[index]! - drawn[index]!.area));
    last = drawnSeries(request, found, { areas: targets });
    if (last.ok && missOf(by, last.parts) < missOf(by, best.parts)) best = last;
  }
  return best;
}

/** What part of a miss is asked for in addition, time by time. */
const corrections = [1, 1, 0.5, 1, 0.5, 0.25];

type Measured = readonly { readonly area: number }[];

/** mm2 asked for all parts but the last; null where widths are asked. */
function areasAsked(by: Asked, parts: Measured): number[] | null {
  if ('widths' in by) return null;
  if ('areas' in by) return [...by.areas];
  const sum = parts.reduce((all, { area }) => all + area, 0);
  return portions(by.shares)
    .slice(0, -1)
    .map((portion) => portion * sum);
}

/** mm2 by which the part that misses most misses what was asked. */
function missOf(by: Asked, parts: Measured): number {
  const asked = areasAsked(by, parts) ?? [];
  const misses = asked.map((area, index) => parts[index]!.area - area);
  const rest = 'shares' in by ? misses.reduce((all, miss) => all + miss, 0) : 0;
  return Math.max(...[...misses, rest].map(Math.abs));
}

function drawnSeries(request: DivisionRequest, found: Found, by: Asked): DivisionPlan {
  const { thickness } = request;
  const { usable, enclosed } = found;
  const normal = normalOf(request.direction, enclosed.outer);
  const { least, greatest } = extent(usable, normal);
  const places = seriesPlaces(usable, normal, thickness, by);
  if (!places) return tooSmall(null);
  const ends = [least, ...places.map((place) => place + thickness / 2)];
  const starts = [...places.map((place) => place - thickness / 2), greatest];
  const drawn = places.map((place) => drawnAt(request, found, normal, place));
  const lines = drawn.flatMap((one) => (one ? [one.line] : []));
  const widths = places.map((_, index) => Math.round(starts[index]! - ends[index]!));
  const trial = { lines, thickness, widths };
  if (starts.some((start, index) => start - ends[index]! < narrowest)) return tooSmall(trial);
  if (!drawn.every((one) => one !== null)) return inPieces(trial);
  const settled = settledSeries({ ...request, by }, found, normal, places, drawn);
  const bands = starts.map((start, index) => band(usable, normal, ends[index]!, start));
  const labels = bands.map(labelOf);
  if (labels.some((label) => label === null)) return inPieces(trial);
  const cuts = {
    lines: settled.map(({ line }) => line),
    thickness,
    labels: labels as Point[],
  };
  const read = drawnParts(request, cuts);
  if (!read.ok) return { ok: false, refusal: read.refusal, trial };
  const clear = read.parts.slice(0, -1).map((part) => widthOf(part, normal));
  return { ok: true, cuts, parts: read.parts, widths: clear, after: read.after };
}

const widthOf = ({ polygon }: CutPart, normal: Normal): number => {
  const { least, greatest } = extent({ outer: polygon, holes: [] }, normal);
  return Math.round(greatest - least);
};

interface DrawnCut {
  readonly line: Line;
  readonly strip: DrawnStrip;
}

/** A partition across the room, as whole millimetres and joints nearby let it be drawn. */
function drawnAt(
  { plan, storey: id }: DivisionRequest,
  { storey, enclosed }: Found,
  normal: Normal,
  place: number,
): DrawnCut | null {
  const isLevel = normal.x === 0 || normal.y === 0;
  const pieces = chords(enclosed, normal, isLevel ? Math.round(place) : place);
  if (pieces.length !== 1) return null;
  const [low, high] = pieces[0]!;
  const end = (one: Point, other: Point): Point => {
    const at = onCentreLine(plan, id, one, other);
    const joint = jointNear(storey, at);
    return joint ? storey.joints[joint]! : at;
  };
  const line = { from: end(low, high), to: end(high, low) };
  const strip = stripAlong(line, normal);
  return strip && { line, strip };
}

/** mm2 that a part may miss before places beside are tried. */
const close = 2_000;

/** Each partition, in turn, where the part that misses most comes nearest to what was asked. */
function settledSeries(
  request: DivisionRequest,
  found: Found,
  normal: Normal,
  places: readonly number[],
  drawn: readonly DrawnCut[],
): readonly DrawnCut[] {
  const { by, thickness } = request;
  if ('widths' in by) return drawn;
  const miss = (cuts: readonly DrawnCut[]): number => {
    const strips = cuts.map(({ strip }) => strip);
    const areas = partAreas(found.usable, strips, thickness);
    return missOf(
      by,
      areas.map((area) => ({ area })),
    );
  };
  let best = [...drawn];
  let least = miss(best);
  for (let round = 0; round < 3 && least > close; round++) {
    const before = least;
    for (const [index, place] of places.entries()) {
      for (const shift of shifts) {
        const other = drawnAt(request, found, normal, place + shift);
        if (!other) continue;
        const tried = best.map((one, at) => (at === index ? other : one));
        const missed = miss(tried);
        if (missed < least) [best, least] = [tried, missed];
      }
    }
    if (least === before) break;
  }
  return best;
}

const shifts: readonly number[] = Array.from({ length: 2 * (snapDistance + 1) }, (_, index) => {
  const shift = (Math.floor(index / 2) + 1) / 2;
  return index % 2 ? -shift : shift;
}).concat([snapDistance + 1, -snapDistance - 1]);

/** What of a polygon lies between two parallel lines. */
function band(polygon: Polygon, normal: Normal, from: number, to: number): Polygon[] {
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
function labelOf(pieces: readonly Polygon[]): Point | null {
  const whole = pieces.filter((piece) => polygonArea(piece) > crumb);
  if (whole.length !== 1) return null;
  const { x, y } = insidePoint(whole[0]!);
  return { x: Math.round(x), y: Math.round(y) };
}

/** The corner's frame: the first axis along the direction asked for, both looking into the room. */
export function cornerFrame(direction: CutDirection, ring: Ring, corner: Corner): CornerFrame {
  const one = normalOf(direction, ring);
  // `across` is the axis nearer to level, looking right; `up` looks up.
  const across = Math.abs(one.x) >= Math.abs(one.y) ? one : { x: one.y, y: -one.x || 0 };
  const level = across.x < 0 ? { x: -across.x || 0, y: -across.y || 0 } : across;
  const up = { x: -level.y || 0, y: level.x };
  const turned = (axis: Normal, back: boolean): Normal =>
    back ? { x: -axis.x || 0, y: -axis.y || 0 } : axis;
  return {
    across: turned(level, corner.startsWith('right')),
    up: turned(up, corner.endsWith('upper')),
  };
}

function planCorner(request: DivisionRequest, found: Found, corner: Corner): DivisionPlan {
  const { thickness } = request;
  const { usable, enclosed } = found;
  const frame = cornerFrame(request.direction, enclosed.outer, corner);
  const places = cornerPlaces(usable, frame, thickness, request.by);
  if (!places) return tooSmall(null);
  const faces = places.map((place) => wholeFace(frame, place)) as [number, number];
  const low = [extent(usable, frame.across).least, extent(usable, frame.up).least] as const;
  const high = [extent(usable, frame.across).greatest, extent(usable, frame.up).greatest] as const;
  const widths = faces.map((face, axis) => Math.round(face - low[axis]!));
  const lines = legs(request, enclosed, frame, faces);
  const trial = { lines: lines ?? [], thickness, widths };
  const isNarrow = faces.some(
    (face, axis) => face - low[axis]! < narrowest || high[axis]! - face - thickness < narrowest,
  );
  if (isNarrow) return tooSmall(trial);
  if (!lines) return inPieces(trial);
  const inside = inBoth(usable, frame, faces);
  const outer = inBoth(usable, frame, [faces[0] + thickness, faces[1] + thickness]);
  const labels = [labelOf(inside), labelOf(difference([usable], outer))];
  if (labels.some((label) => label === null)) return inPieces(trial);
  const cuts = { lines, thickness, labels: labels as Point[] };
  const read = drawnParts(request, cuts);
  if (!read.ok) return { ok: false, refusal: read.refusal, trial };
  return { ok: true, cuts, parts: read.parts, widths, after: read.after };
}

/** Along the axes the faces stand on whole millimetres. */
const wholeFace = ({ across }: CornerFrame, place: number): number =>
  across.x === 0 || across.y === 0 ? Math.round(place) : place;

const inBoth = (
  polygon: Polygon,
  { across, up }: CornerFrame,
  [x, y]: readonly [number, number],
): Polygon[] => band(polygon, across, -1e6, x).flatMap((piece) => band(piece, up, -1e6, y));

/** The centre lines of both legs, from the wall to the corner and on to the other wall. */
function legs(
  { plan, storey, thickness }: DivisionRequest,
  enclosed: Polygon,
  { across, up }: CornerFrame,
  [x, y]: readonly [number, number],
): Line[] | null {
  const half = thickness / 2;
  const corner = {
    x: across.x * (x + half) + up.x * (y + half),
    y: across.y * (x + half) + up.y * (y + half),
  };
  const turn = { x: Math.round(corner.x), y: Math.round(corner.y) };
  const foot = (normal: Normal, place: number, towards: Normal): Point | null => {
    const chord = chords(enclosed, normal, place).find((ends) => {
      const spans = ends.map((end) => along(towards, end) - along(towards, corner));
      return Math.min(...spans) < -1 && Math.max(...spans) > 1;
    });
    const end = chord?.toSorted((one, other) => along(towards, one) - along(towards, other))[0];
    return end ? onCentreLine(plan, storey, end, corner) : null;
  };
  const first = foot(across, x + half, up);
  const second = foot(up, y + half, across);
  if (!first || !second || distance(first, turn) < 1 || distance(second, turn) < 1) return null;
  return [
    { from: first, to: turn },
    { from: turn, to: second },
  ];
}
