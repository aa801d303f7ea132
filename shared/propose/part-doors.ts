import type { Link, Room, StoreyRooms } from '../derive/room.ts';
import { storeyRooms } from '../derive/storey-rooms.ts';
import type { Intent } from '../edit/intent.ts';
import { distance, type Point } from '../geometry/point.ts';
import type { Ring } from '../geometry/polygon.ts';
import {
  entries,
  type Holder,
  type RoomUse,
  type Storey,
  type StoreyId,
  type Wall,
  type WallId,
} from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import type { NewDoor } from './divide-room.ts';
import { jamb } from './programme.ts';

/** A door that a part of a divided room could have in a wall that stands. */
export interface DoorChoice {
  /** The same as long as its wall and the room behind it are. */
  readonly key: string;
  readonly door: NewDoor;
  readonly beyond: Room;
  /** Opening a bearing wall needs an engineer's note. */
  readonly isBearing: boolean;
}

export interface DoorsOfPart {
  /** Doors and passages that it keeps, into common rooms or its holders' own. */
  readonly kept: readonly Room[];
  /** The best first. */
  readonly choices: readonly DoorChoice[];
}

interface PartAsked {
  readonly storey: StoreyId;
  /** With the partitions drawn, as `planDivision` answers it. */
  readonly after: Storey;
  /** Ids of all parts; the one that is asked about. */
  readonly parts: readonly string[];
  readonly part: string;
  readonly use: RoomUse;
  readonly holders: readonly Holder[];
  readonly intent: Intent;
}

const wetUses: readonly RoomUse[] = ['kitchen', 'bathroom', 'kitchen-bath'];
/** GB 55038-2025 4.1.14: clear passage to kitchens and bathrooms of existing dwellings, mm. */
const wetDoorWidth = 700;
/** The same: to bedrooms. */
const roomDoorWidth = 800;
const notEntered: readonly (RoomUse | null)[] = ['shaft', 'lift'];

/**
 * Where the part of a divided room may be entered: from common rooms and its holders' own, never
 * across another household. Common before own, partitions before bearing walls, longer before shorter.
 */
export function doorsOfPart(asked: PartAsked): DoorsOfPart {
  const derived = storeyRooms(asked.storey, asked.after, 'after');
  const room = derived.byId.get(asked.part);
  if (!room) return { kept: [], choices: [] };
  const mayEnterFrom = (id: string | null): Room | null => {
    const beyond = id === null ? undefined : derived.byId.get(id);
    if (!beyond || asked.parts.includes(beyond.id) || notEntered.includes(beyond.use)) return null;
    const isOpen = beyond.holders.some((one) => one === 'building' || asked.holders.includes(one));
    return isOpen ? beyond : null;
  };
  const ways = derived.links.filter(
    ({ kind, from, to }) => kind !== 'window' && (from === room.id || to === room.id),
  );
  const kept = ways.flatMap((way) => mayEnterFrom(otherSide(way, room.id)) ?? []);
  const choices = entries(asked.after.walls)
    .flatMap(([id, wall]) => choicesIn(asked, derived, room, id, wall, mayEnterFrom))
    .sort(
      (one, other) =>
        rankOf(one.choice) - rankOf(other.choice) ||
        other.length - one.length ||
        (one.choice.key < other.choice.key ? -1 : 1),
    )
    .map(({ choice }) => choice);
  return { kept: [...new Set(kept)], choices };
}

const otherSide = ({ from, to }: Link, id: string): string | null => (from === id ? to : from);

const rankOf = ({ isBearing, beyond }: DoorChoice): number =>
  (isBearing ? 2 : 0) + (beyond.holders.includes('building') ? 0 : 1);

interface Ranked {
  readonly choice: DoorChoice;
  readonly length: number;
}

function choicesIn(
  { after, use, intent }: PartAsked,
  derived: StoreyRooms,
  room: Room,
  id: WallId,
  wall: Wall,
  mayEnterFrom: (id: string | null) => Room | null,
): Ranked[] {
  if (wall.kind === 'boundary' || !standsAt(wall.phase, 'after')) return [];
  if (intent === 'survey' && wall.phase === 'new') return [];
  const a = after.joints[wall.a];
  const b = after.joints[wall.b];
  if (!a || !b) return [];
  const width = wetUses.includes(use) ? wetDoorWidth : roomDoorWidth;
  const best = new Map<string, Ranked>();
  for (const { left, right } of derived.stretches.get(id) ?? []) {
    if (left !== room.id && right !== room.id) continue;
    const beyond = mayEnterFrom(left === room.id ? right : left);
    if (!beyond) continue;
    const faces = (of: Room): Span[] => facesAlong(of, a, b, wall.thickness / 2);
    const clear = common(faces(room), faces(beyond)).flatMap((span) => unopened(after, id, span));
    for (const [from, to] of clear) {
      const length = to - from;
      const key = `${id} ${beyond.id}`;
      if (length < width + 2 * jamb || (best.get(key)?.length ?? 0) >= length) continue;
      const door: NewDoor = {
        wall: id,
        offset: Math.round((from + to - width) / 2),
        width,
        leaf: slides(room, width) ? 'sliding' : 'swing',
        hinge: 'a',
        side: left === room.id ? 'left' : 'right',
      };
      best.set(key, {
        length,
        choice: { key, door, beyond, isBearing: wall.kind === 'bearing' },
      });
    }
  }
  return [...best.values()];
}

/** A leaf that would sweep more than a fifth of the floor slides instead. */
const slides = ({ area }: Room, width: number): boolean => width * width > area / 5;

/** mm along a wall's centre line from its end a. */
type Span = readonly [number, number];

/** Where a room's outline runs along a face of the wall. */
function facesAlong({ polygon, holes }: Room, a: Point, b: Point, half: number): Span[] {
  const length = distance(a, b);
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const along = (p: Point): number => (p.x - a.x) * ux + (p.y - a.y) * uy;
  const aside = (p: Point): number => Math.abs((p.y - a.y) * ux - (p.x - a.x) * uy);
  const spans = (ring: Ring): Span[] =>
    ring.flatMap((from, index): Span[] => {
      const to = ring[(index + 1) % ring.length]!;
      const isFace = [from, to].every((p) => Math.abs(aside(p) - half) <= 2);
      const [one, other] = [along(from), along(to)];
      return isFace ? [[Math.min(one, other), Math.max(one, other)]] : [];
    });
  return [polygon, ...holes].flatMap(spans);
}

const common = (ones: readonly Span[], others: readonly Span[]): Span[] =>
  ones.flatMap(([from, to]) =>
    others.flatMap(([start, end]): Span[] => {
      const span: Span = [Math.max(from, start), Math.min(to, end)];
      return span[0] < span[1] ? [span] : [];
    }),
  );

/** What of a span no opening of the wall takes. */
function unopened(storey: Storey, wall: WallId, span: Span): Span[] {
  let free: Span[] = [span];
  for (const [, opening] of entries(storey.openings)) {
    if (opening.wall !== wall || !standsAt(opening.phase, 'after')) continue;
    const [from, to] = [opening.offset - jamb, opening.offset + opening.width + jamb];
    free = free.flatMap(([start, end]): Span[] => [
      ...(start < from ? [[start, Math.min(end, from)] as const] : []),
      ...(end > to ? [[Math.max(start, to), end] as const] : []),
    ]);
  }
  return free;
}
