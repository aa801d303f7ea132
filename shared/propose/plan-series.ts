import { chords, extent, type Normal } from '../geometry/cut.ts';
import { snapDistance } from '../geometry/meet.ts';
import type { Point } from '../geometry/point.ts';
import type { Polygon } from '../geometry/polygon.ts';
import { jointNear, type Line } from './divide-room.ts';
import {
  band,
  type DivisionPlan,
  type DivisionRequest,
  type Found,
  inPieces,
  labelOf,
  tooLarge,
  tooSmall,
} from './division.ts';
import { type CutPart, drawnParts, narrowest, normalOf, onCentreLine } from './plan-cut.ts';
import {
  type Asked,
  type DrawnStrip,
  mostOfAreas,
  partAreas,
  portions,
  seriesPlaces,
  stripAlong,
} from './series-places.ts';

/**
 * Parallel partitions. Where one meets a wall at a sharp angle its end is drawn blunt, which the areas feel: what
 * they then miss is asked for in addition, as long as that helps.
 */
export function planSeries(request: DivisionRequest, found: Found): DivisionPlan {
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
  if (!places) return tooMuch(usable, normal, thickness, by);
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

/** Why there are no places. */
function tooMuch(usable: Polygon, normal: Normal, thickness: number, by: Asked): DivisionPlan {
  if (!('areas' in by)) return tooSmall(null);
  const asked = by.areas.reduce((all, one) => all + one, 0);
  return tooLarge(asked, mostOfAreas(usable, normal, thickness, by.areas));
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
