import { storeyRooms } from '../derive/storey-rooms.ts';
import { wallNetwork } from '../derive/wall-network.ts';
import type { Refusal } from '../edit/command.ts';
import { preview } from '../edit/history.ts';
import { refusal } from '../edit/refusals.ts';
import { intersect } from '../geometry/clip.ts';
import { along, chords, extent, type Normal, positionForShare } from '../geometry/cut.ts';
import { snapDistance } from '../geometry/meet.ts';
import { distance, distanceToSegment, type Point } from '../geometry/point.ts';
import {
  boundsOf,
  insidePoint,
  type Polygon,
  polygonContains,
  type Ring,
} from '../geometry/polygon.ts';
import type { IdKind, IdOfKind, NewId, Plan, Storey, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import { type Cuts, divideRoom } from './divide-room.ts';

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

export interface CutPart {
  /** Of the room on the scratch plan. */
  readonly id: string;
  /** mm2, usable, as the plan would measure it after the cut. */
  readonly area: number;
  readonly polygon: Ring;
  readonly holes: readonly Ring[];
  readonly label: Point;
}

/** `along` runs parallel to the room's longest wall face, `across` at right angles to it. */
export type CutDirection = 'along' | 'across' | { readonly degrees: number };

export interface CutRequest {
  readonly plan: Plan;
  readonly storey: StoreyId;
  /** Id of a room derived from the plan after the works. */
  readonly room: string;
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

/** Where a part lies, as people point to it on the plan. */
export type PartSide = 'left' | 'right' | 'lower' | 'upper';

/** On which sides the two parts of a cut in this direction lie, the first part first; null without the room. */
export function partSides(
  request: Pick<CutRequest, 'plan' | 'storey' | 'room' | 'direction'>,
): readonly [PartSide, PartSide] | null {
  const found = roomToCut(request);
  if (!found) return null;
  const normal = normalOf(request.direction, found.enclosed.outer);
  if (Math.abs(normal.x) >= Math.abs(normal.y)) return ['left', 'right'];
  return normal.y > 0 ? ['lower', 'upper'] : ['upper', 'lower'];
}

/** The room inside the wall faces, and what its walls enclose: boundaries within do not bound it. */
export function roomToCut({
  plan,
  storey: id,
  room: roomId,
}: Pick<CutRequest, 'plan' | 'storey' | 'room'>) {
  const storey = plan.storeys[id];
  const room = storey && storeyRooms(id, storey, 'after').byId.get(roomId);
  if (!storey || !room) return null;
  const usable: Polygon = { outer: room.polygon, holes: room.holes };
  const enclosed = wallNetwork(storey, 'after')
    .nets.flat()
    .find((net) => polygonContains(net, room.label));
  return enclosed ? { storey, usable, enclosed } : null;
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

export function normalOf(direction: CutDirection, ring: Ring): Normal {
  const main = longestSide(ring);
  const cut =
    direction === 'along'
      ? main
      : direction === 'across'
        ? { x: -main.y, y: main.x }
        : unit((direction.degrees * Math.PI) / 180);
  const normal = { x: -cut.y, y: cut.x };
  // The first part is the left one; for a level cut, the lower one.
  const flip = normal.x < -1e-9 || (Math.abs(normal.x) <= 1e-9 && normal.y < 0);
  return flip ? { x: -normal.x || 0, y: -normal.y || 0 } : normal;
}

/** Exact for whole quarter turns, so that level cuts stay level. */
function unit(angle: number): Normal {
  const clean = (value: number): number => (Math.abs(value) < 1e-12 ? 0 : value);
  return { x: clean(Math.cos(angle)), y: clean(Math.sin(angle)) };
}

/** Direction of the longest wall face; of equally long ones the one nearest to level. */
function longestSide(ring: Ring): Normal {
  let best = { x: 1, y: 0 };
  let longest = 0;
  for (let index = 0; index < ring.length; index++) {
    const from = ring[index]!;
    const to = ring[(index + 1) % ring.length]!;
    const length = distance(from, to);
    const x = Math.abs((to.x - from.x) / length);
    const flatter = Math.abs(length - longest) < 1 && x > Math.abs(best.x) + 1e-9;
    if (length >= longest + 1 || flatter) {
      longest = Math.max(length, longest);
      best = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
    }
  }
  return best;
}

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

/**
 * Carries a chord's end through the wall face to the first centre line behind it. At a corner that
 * may be another wall's than the one whose face it reached.
 */
export function onCentreLine(plan: Plan, storeyId: StoreyId, end: Point, other: Point): Point {
  const { bodies } = wallNetwork(plan.storeys[storeyId]!, 'after');
  const length = distance(end, other);
  const dx = (end.x - other.x) / length;
  const dy = (end.y - other.y) / length;
  let best: Point = end;
  let least = Infinity;
  for (const body of bodies) {
    if (!body) continue;
    const ex = body.b.x - body.a.x;
    const ey = body.b.y - body.a.y;
    const cross = dx * ey - dy * ex;
    if (Math.abs(cross) < 0.05 * Math.hypot(ex, ey)) continue;
    const reach = ((body.a.x - end.x) * ey - (body.a.y - end.y) * ex) / cross;
    if (reach < -1 || reach >= least) continue;
    const met = { x: end.x + reach * dx, y: end.y + reach * dy };
    const touches = distanceToSegment(end, body.a, body.b) <= body.half + 1;
    if (!touches && distanceToSegment(met, body.a, body.b) > 1) continue;
    least = reach;
    best = met;
  }
  return { x: Math.round(best.x), y: Math.round(best.y) };
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

/** Draws cuts on a scratch plan and reads the parts off it: what is shown is what will be. */
export function drawnParts(
  { plan, storey, room }: Pick<CutRequest, 'plan' | 'storey' | 'room'>,
  cuts: Cuts,
): Drawn {
  const parts = cuts.labels.map(() => ({ use: 'other', name: '', holders: [] }) as const);
  const kind = 'partition';
  const intent = 'proposal';
  const command = divideRoom({ storey, room, cuts, kind, parts, intent, newId: scratchIds() });
  const declined = command.refuse?.(plan) ?? null;
  if (declined) return { ok: false, refusal: declined };
  const after = preview(plan, command).storeys[storey]!;
  const { rooms } = storeyRooms(storey, after, 'after');
  const found = cuts.labels.flatMap((_, index) => {
    const tag = `room_cut.${index + 1}`;
    return rooms.find(({ tags }) => tags.length === 1 && tags[0] === tag) ?? [];
  });
  if (found.length === cuts.labels.length) return { ok: true, parts: found, after };
  return {
    ok: false,
    refusal: refusal(
      'not-two-parts',
      '在这里分隔不能得到各自独立的房间。请换一个方向或位置。',
      'A cut here does not make separate rooms. Choose another direction or place.',
    ),
  };
}

export type Drawn =
  | { readonly ok: true; readonly parts: readonly CutPart[]; readonly after: Storey }
  | { readonly ok: false; readonly refusal: Refusal };

/** Ids that only ever live on a scratch plan. */
function scratchIds(): NewId {
  const counts = new Map<IdKind, number>();
  return <K extends IdKind>(kind: K): IdOfKind[K] => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind}_cut.${count}` as unknown as IdOfKind[K];
  };
}
