import type { OpeningId, RoomUse } from '../plan/model.ts';
import { covers } from './beside-wall.ts';
import { costOf } from './cost.ts';
import type { Face } from './face.ts';
import { placesAlong, type Setting } from './items.ts';
import { type Leaf, leafFrom } from './leaf.ts';
import { bodyWidth, jamb, leafThickness } from './programme.ts';
import { ahead, before, overlaps, type Rect, type Side } from './rect.ts';
import { type Edge, edgesOf, holds } from './region.ts';

export type DoorKind = 'sliding' | 'outward' | 'inward';
export const allDoorKinds: readonly DoorKind[] = ['sliding', 'outward', 'inward'];

/** One place for a door. */
export interface DoorPlace {
  readonly side: Side;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly kind: DoorKind;
  /** The wall that it is in; null for a partition that the proposal draws. */
  readonly face: Face | null;
  /** A door that stands there already. */
  readonly keeps: OpeningId | null;
  /** Where along its wall a new leaf hangs: on the jamb nearer to a corner. */
  readonly hung: number;
  /** Free floor inside: to step through, and under a leaf that swings in. */
  readonly zone: Rect;
  readonly leaf: Rect | null;
  /** What swings in, of two leaves each. */
  readonly leaves: readonly Leaf[];
  /** The way through it, straight across the room: a WC there is looked at. */
  readonly look: Rect;
  /** Free floor on the other side, where that is another room of the same part. */
  readonly beyond: Rect | null;
  /** What swings over that floor. */
  readonly leavesBeyond: readonly Leaf[];
  readonly cost: number;
  readonly off: number;
}

export interface DoorWish {
  /** The asker's place in the request. */
  readonly holder: number;
  readonly kinds: readonly DoorKind[];
  /** Rooms that it may not open to. */
  readonly barred: readonly RoomUse[];
  /** mm of a new door. */
  readonly width: number;
  /** mm that a door which stays has at least. */
  readonly keptWidth: number;
  /** mm of free floor inside. */
  readonly depth: number;
  /** mm: how wide a person can shut a leaf that swings in. */
  readonly body: number;
  /** Doors may be cut into bearing walls, which an engineer has to allow. */
  readonly throughBearing: boolean;
}

const far = 100_000;
/** A door to a room that is no part of the same search. */
const outer = { beyond: null, leavesBeyond: [] } as const;

/** Where a room can be entered from its household's rooms and from common space, best first. */
export function doorPlaces(setting: Setting, wish: DoorWish): DoorPlace[] {
  const { region, space, step } = setting;
  const places: DoorPlace[] = [];
  for (const edge of edgesOf(region)) {
    for (const face of space.faces) {
      if (face.side !== edge.side || Math.abs(face.line - edge.line) > 1) continue;
      if (!face.openTo.includes(wish.holder)) continue;
      if (face.use !== null && wish.barred.includes(face.use)) continue;
      const cost = costOf({ privacy: face.isOwn ? 0 : 1 });
      places.push(...keptDoors(setting, edge, face, wish, cost));
      if (face.isBearing && !wish.throughBearing) continue;
      const low = Math.max(edge.from + jamb, face.from);
      const high = Math.min(edge.to - jamb, face.to);
      for (const from of placesAlong(low, high, wish.width, step)) {
        const to = from + wish.width;
        const kind = kindAt(face, wish, from, to);
        if (!kind) continue;
        const door = doorAt(edge, from, to, kind, wish);
        if (!isFree(region, door)) continue;
        const off = Math.min(from - low, high - to);
        places.push({ ...door, ...outer, face, keeps: null, cost, off: off + 1 });
      }
    }
  }
  return places.sort((left, right) => left.cost - right.cost || left.off - right.off);
}

/** Doors through a partition of the part into its other room, whose floor is `other`. */
export function innerDoorPlaces(
  setting: Setting,
  partition: Rect,
  other: Setting['region'],
  wish: Pick<DoorWish, 'kinds' | 'width' | 'depth' | 'body'>,
): DoorPlace[] {
  const { region, step } = setting;
  const places: DoorPlace[] = [];
  for (const edge of edgesOf(region)) {
    const behind = before(edge.side, edge.line, edge.from, edge.to, -1);
    const body = {
      x0: Math.min(behind.x0, behind.x1),
      x1: Math.max(behind.x0, behind.x1),
      y0: Math.min(behind.y0, behind.y1),
      y1: Math.max(behind.y0, behind.y1),
    };
    if (!overlaps(body, partition)) continue;
    const alongX = edge.side === 0 || edge.side === 2;
    const thickness = alongX ? partition.y1 - partition.y0 : partition.x1 - partition.x0;
    const far = edge.side === 0 || edge.side === 3 ? edge.line - thickness : edge.line + thickness;
    const across = ((edge.side + 2) % 4) as Side;
    for (const from of placesAlong(edge.from + jamb, edge.to - jamb, wish.width, step)) {
      const to = from + wish.width;
      for (const kind of ['outward', 'inward'] as const) {
        if (!wish.kinds.includes(kind)) continue;
        const door = doorAt(edge, from, to, kind, wish);
        const beyond = before(across, far, from, to, kind === 'outward' ? wish.width : bodyWidth);
        if (!isFree(region, door) || !holds(other, beyond)) continue;
        const off = Math.min(from - edge.from, edge.to - to);
        const shut = door.hung === from ? to : from;
        const leavesBeyond =
          kind === 'outward' ? [leafFrom(across, far, door.hung, shut, beyond, wish.body)] : [];
        places.push({ ...door, face: null, keeps: null, beyond, leavesBeyond, cost: 0, off });
      }
    }
  }
  return places.sort((left, right) => left.off - right.off);
}

/** What the doors to a part's other rooms ask of this one. */
export const keptFor = (others: readonly DoorPlace[]) => ({
  keepFree: others.flatMap(({ beyond }) => (beyond ? [beyond] : [])),
  leaves: others.flatMap(({ leavesBeyond }) => leavesBeyond),
});

/** Whether two doors of one household swing over the same floor beyond their walls. */
export function leavesCross(one: DoorPlace, other: DoorPlace): boolean {
  const [first, second] = [sweptBeyond(one), sweptBeyond(other)];
  return first !== null && second !== null && overlaps(first, second);
}

/** What an outward leaf keeps free in a room of the plan. */
function sweptBeyond({ side, line, from, to, kind, face }: DoorPlace): Rect | null {
  if (kind !== 'outward' || !face) return null;
  const far = ahead(side, line, -face.thickness);
  return before(((side + 2) % 4) as Side, far, from, to, to - from);
}

const isFree = (
  region: Setting['region'],
  { zone, leaf }: Pick<DoorPlace, 'zone' | 'leaf'>,
): boolean => holds(region, zone) && (leaf === null || holds(region, leaf));

type Door = Omit<DoorPlace, 'face' | 'keeps' | 'beyond' | 'leavesBeyond' | 'cost' | 'off'>;

function doorAt(
  edge: Edge,
  from: number,
  to: number,
  kind: DoorKind,
  { depth, body }: Pick<DoorWish, 'depth' | 'body'>,
  kept?: Face['doors'][number]['leaves'],
): Door {
  const { side, line } = edge;
  const zone = before(side, line, from, to, depth);
  const leaf = kind === 'inward' ? before(side, line, from, to, to - from) : null;
  // Against the nearer wall the open leaf is in nobody's way.
  const hung = from - edge.from <= edge.to - to ? from : to;
  const hangs = kept ?? [{ hung, shut: hung === from ? to : from }];
  const leaves = leaf
    ? hangs.map((one) => leafFrom(side, line, one.hung, one.shut, leaf, body))
    : [];
  return {
    side,
    line,
    from,
    to,
    kind,
    hung,
    zone,
    leaf,
    leaves,
    look: before(side, line, from, to, far),
  };
}

/** Doors that stand there already are wide enough, and stay as they are. */
function keptDoors(
  { region }: Setting,
  edge: Edge,
  face: Face,
  wish: DoorWish,
  cost: number,
): DoorPlace[] {
  return face.doors.flatMap(({ id, from, to, leaf, leaves, swingsIn }) => {
    if (to - from < wish.keptWidth || from < edge.from || to > edge.to) return [];
    const kind = leaf === 'sliding' ? 'sliding' : swingsIn ? 'inward' : 'outward';
    const door = doorAt(edge, from, to, kind, wish, leaves);
    return isFree(region, door) ? [{ ...door, ...outer, face, keeps: id, cost, off: 0 }] : [];
  });
}

/**
 * How a door can open there without taking floor inside, else inwards; null where it cannot stand. A
 * sliding leaf needs as much wall beside the door, on the far side; none swings into common space.
 */
function kindAt(face: Face, wish: DoorWish, from: number, to: number): DoorKind | null {
  const isTaken = (low: number, high: number): boolean =>
    face.taken.some((one) => one.from < high && one.to > low);
  if (isTaken(from, to) || !covers(face.free(bodyWidth), from, to)) return null;
  const width = to - from;
  const slides = (low: number, high: number): boolean =>
    covers(face.free(leafThickness), low, high) && !isTaken(low, high);
  for (const kind of allDoorKinds) {
    if (!wish.kinds.includes(kind)) continue;
    if (kind === 'inward') return kind;
    if (kind === 'sliding' && (slides(from - width, to) || slides(from, to + width))) return kind;
    if (kind === 'outward' && face.isOwn && covers(face.freeOfLeaves(width), from, to)) return kind;
  }
  return null;
}
