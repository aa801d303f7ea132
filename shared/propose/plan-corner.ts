import { difference } from '../geometry/clip.ts';
import { along, chords, extent, type Normal } from '../geometry/cut.ts';
import { distance, type Point } from '../geometry/point.ts';
import type { Polygon, Ring } from '../geometry/polygon.ts';
import { type CornerFrame, cornerPlaces, mostInCorner } from './corner-places.ts';
import type { Line } from './divide-room.ts';
import {
  band,
  type Corner,
  type DivisionPlan,
  type DivisionRequest,
  type Found,
  inPieces,
  labelOf,
  tooLarge,
  tooSmall,
} from './division.ts';
import { type CutDirection, drawnParts, narrowest, normalOf, onCentreLine } from './plan-cut.ts';

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

/** mm between the widths that are tried for a corner. */
const widthStep = 50;

/**
 * One partition that turns, and cuts a rectangle off a corner of the room. Where a share or an area is
 * asked it is first in proportion to the room; where that would stand in a door or leave no room, the
 * nearest other width that has the same area.
 */
export function planCorner(request: DivisionRequest, found: Found, corner: Corner): DivisionPlan {
  const { thickness, by } = request;
  const { usable, enclosed } = found;
  const frame = cornerFrame(request.direction, enclosed.outer, corner);
  const places = cornerPlaces(usable, frame, thickness, by);
  if (!places) {
    return 'areas' in by
      ? tooLarge(by.areas[0] ?? 0, mostInCorner(usable, frame, thickness))
      : tooSmall(null);
  }
  const first = cornerAt(request, found, frame, places);
  if (first.ok || 'widths' in by) return first;
  const { least, greatest } = extent(usable, frame.across);
  const usual = places[0] - least;
  const widths = Array.from(
    { length: Math.floor((greatest - least) / widthStep) },
    (_, index) => (index + 1) * widthStep,
  ).sort((one, other) => Math.abs(one - usual) - Math.abs(other - usual) || one - other);
  for (const width of widths) {
    const beside = cornerPlaces(usable, frame, thickness, by, { width });
    const tried = beside && cornerAt(request, found, frame, beside);
    if (tried?.ok) return tried;
  }
  return first;
}

/** The same with its inner faces at these places. */
function cornerAt(
  request: DivisionRequest,
  { usable, enclosed }: Found,
  frame: CornerFrame,
  places: readonly [number, number],
): DivisionPlan {
  const { thickness } = request;
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
