import { fixtureCentre, fixtureCorners, riserCorners } from '../derive/footprint.ts';
import type { Room, StoreyRooms } from '../derive/room.ts';
import { storeyRooms } from '../derive/storey-rooms.ts';
import { wallNetwork } from '../derive/wall-network.ts';
import type { Refusal } from '../edit/command.ts';
import { refusal } from '../edit/refusals.ts';
import { distance } from '../geometry/point.ts';
import { boundsOf, polygonContains } from '../geometry/polygon.ts';
import {
  entries,
  type FixtureId,
  type HouseholdId,
  type OpeningId,
  type Plan,
  type Point,
  type RiserKind,
  type RoomUse,
  type Storey,
  type StoreyId,
  type WallId,
} from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import { freeBeyond, type Span } from './beside-wall.ts';
import { type Frame, framesAlong, intoFrame } from './frame.ts';
import { ahead, type Rect, runsAlongX, type Side } from './rect.ts';
import type { Region } from './region.ts';
import { regionOfRoom } from './room-region.ts';

/** A room as the search sees it: its floor, its wall faces with what lies beyond, and its risers. */
export interface Space {
  readonly frame: Frame;
  readonly region: Region;
  /** What the walls bound, with the shafts that stand in the room. */
  readonly enclosed: Region;
  /** Whether the region is the room exactly, not the grid's cells inside it. */
  readonly isExact: boolean;
  readonly faces: readonly Face[];
  readonly soil: readonly Rect[];
  readonly waste: readonly Rect[];
  readonly hasGas: boolean;
  readonly hasWindows: boolean;
  /** What stands in the room and goes. */
  readonly cleared: readonly FixtureId[];
}

/** A stretch of wall with one thing beyond it. */
export interface Face {
  readonly side: Side;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly wall: WallId;
  readonly thickness: number;
  readonly isBearing: boolean;
  /** Null is outside. */
  readonly beyond: Room | null;
  readonly use: RoomUse | null;
  /** The askers, by their place in the request, who may come in from there. */
  readonly openTo: readonly number[];
  /** Whether the room beyond is one asker's alone. */
  readonly isOwn: boolean;
  readonly windows: readonly (Span & { readonly sill: number })[];
  /** Doors and passages of this room: closed by a proposal, or kept where it uses them. */
  readonly doors: readonly (Span & {
    readonly id: OpeningId;
    readonly leaf: 'swing' | 'sliding';
    readonly swingsIn: boolean;
  })[];
  /** Openings of the wall that stay, windows among them. */
  readonly taken: readonly Span[];
  /** Where the floor beyond is free to a depth. */
  free(depth: number): readonly Span[];
}

export interface SpaceRequest {
  readonly plan: Plan;
  readonly storey: StoreyId;
  readonly room: string;
  readonly holders: readonly HouseholdId[];
}

export type Seen =
  | { readonly space: Space; readonly refusal: null }
  | { readonly space: null; readonly refusal: Refusal };

/** The room in the frame in which, of all eight, its description comes first. */
export function spaceOf(request: SpaceRequest, step: number): Seen {
  const storey = request.plan.storeys[request.storey];
  const derived = storey && storeyRooms(request.storey, storey, 'after');
  const room = derived?.byId.get(request.room);
  if (!storey || !derived || !room) {
    return no(
      'gone',
      '这间房间已不存在，请重新选择。',
      'That room is no longer there. Select it again.',
    );
  }
  const stranger = request.holders.find((id) => !(id in request.plan.households));
  if (stranger) return no('gone', `没有这户：${stranger}`, `No such household: ${stranger}`);
  if (isOpenSided(storey, derived, room)) {
    return no(
      'open-side',
      '这间房间有一侧只是分界线，没有墙。请先补画墙，再求方案。',
      'One side of this room is a boundary without a wall. Draw the wall first.',
    );
  }
  const walls = besideWalls(storey, derived, room);
  const frames = framesAlong(room.polygon[0]!, mainDirection(room.polygon)).map((frame) =>
    atCorner(frame, room.polygon),
  );
  const [first] = frames
    .map((frame) => ({ frame, words: description(frame, room, walls, storey, request.holders) }))
    .sort((left, right) => (left.words < right.words ? -1 : left.words > right.words ? 1 : 0));
  const { frame } = first!;
  const into = (ring: readonly Point[]): Point[] => ring.map((p) => intoFrame(frame, p));
  const found = regionOfRoom(into(room.polygon), room.holes.map(into), step);
  if (!found) return no('no-floor', '这间房间没有可用的面积。', 'This room has no usable floor.');
  const net = wallNetwork(storey, 'after')
    .nets.flat()
    .find((one) => polygonContains(one, room.label));
  const within = net && regionOfRoom(into(net.outer), net.holes.map(into), step);
  const polygon = { outer: room.polygon, holes: room.holes };
  const fixtures = entries(storey.fixtures).filter(([, one]) => standsAt(one.phase, 'after'));
  const faces = walls.flatMap((wall) => faceOf(frame, wall, storey, request.holders)).sort(byPlace);
  return {
    refusal: null,
    space: {
      frame,
      ...found,
      enclosed: within?.region ?? found.region,
      faces,
      hasWindows: faces.some(({ windows }) => windows.length > 0),
      soil: risersIn(frame, storey, ['soil']),
      waste: risersIn(frame, storey, ['waste']),
      hasGas: risersIn(frame, storey, ['gas']).length > 0,
      cleared: fixtures.flatMap(([id, one]) =>
        polygonContains(polygon, fixtureCentre(one)) ? [id] : [],
      ),
    },
  };
}

const no = (reason: string, zh: string, en: string): Seen => ({
  space: null,
  refusal: refusal(reason, zh, en),
});

/** A wall stretch on the plan: `a` to `b` runs with the room on its left. */
interface Beside {
  readonly wall: WallId;
  readonly a: Point;
  readonly b: Point;
  readonly beyond: Room | null;
}

function besideWalls(storey: Storey, derived: StoreyRooms, room: Room): Beside[] {
  const found: Beside[] = [];
  for (const [id, stretches] of derived.stretches) {
    const wall = storey.walls[id];
    if (!wall || wall.kind === 'boundary') continue;
    const a = storey.joints[wall.a]!;
    const b = storey.joints[wall.b]!;
    const length = distance(a, b);
    const at = (along: number): Point => ({
      x: a.x + ((b.x - a.x) * along) / length,
      y: a.y + ((b.y - a.y) * along) / length,
    });
    for (const { from, to, left, right } of stretches) {
      const beyondOf = (other: string | null): Room | null =>
        other === null ? null : (derived.byId.get(other) ?? null);
      if (left === room.id && right !== room.id) {
        found.push({ wall: id, a: at(from), b: at(to), beyond: beyondOf(right) });
      } else if (right === room.id && left !== room.id) {
        found.push({ wall: id, a: at(to), b: at(from), beyond: beyondOf(left) });
      }
    }
  }
  return found;
}

const isOpenSided = (storey: Storey, derived: StoreyRooms, room: Room): boolean =>
  [...derived.stretches].some(
    ([id, stretches]) =>
      storey.walls[id]?.kind === 'boundary' &&
      stretches.some(
        ({ left, right }) => left !== right && (left === room.id || right === room.id),
      ),
  );

/** Along the longest side; exact where that runs along x or y. */
function mainDirection(ring: readonly Point[]): Point {
  let best = { x: 1, y: 0 };
  let longest = 0;
  for (let index = 0; index < ring.length; index++) {
    const from = ring[index]!;
    const to = ring[(index + 1) % ring.length]!;
    const length = distance(from, to);
    if (length <= longest + 1) continue;
    longest = length;
    best = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  }
  if (Math.abs(best.y) < 1e-4) return { x: 1, y: 0 };
  if (Math.abs(best.x) < 1e-4) return { x: 0, y: 1 };
  return best;
}

/** The same axes from the lowest corner of the room's box. */
function atCorner(frame: Frame, ring: readonly Point[]): Frame {
  const { minX, minY } = boundsOf(ring.map((p) => intoFrame(frame, p)));
  const up = frame.isMirrored ? -minY : minY;
  return {
    ...frame,
    origin: {
      x: frame.origin.x + minX * frame.ux - up * frame.uy,
      y: frame.origin.y + minX * frame.uy + up * frame.ux,
    },
  };
}

/** All that the answer depends on, so that equal rooms are seen equally however they lie. */
function description(
  frame: Frame,
  room: Room,
  walls: readonly Beside[],
  storey: Storey,
  holders: readonly HouseholdId[],
): string {
  const places = (points: readonly Point[]): string[] =>
    points.map((p) => {
      const { x, y } = intoFrame(frame, p);
      return `${String(Math.round(x) + 100_000).padStart(6, '0')},${String(Math.round(y) + 100_000).padStart(6, '0')}`;
    });
  const words = [
    ...places([...room.polygon, ...room.holes.flat()]).sort(),
    ...risersIn(frame, storey, ['soil', 'waste', 'gas']).map(
      ({ x0, y0, x1, y1 }) => `riser ${[x0, y0, x1, y1].map(Math.round).join()}`,
    ),
    ...walls
      .flatMap((wall) => faceOf(frame, wall, storey, holders))
      .map(
        ({ side, line, from, to, use, isBearing, openTo, isOwn, windows, doors }) =>
          `${side} ${[line, from, to].map(Math.round).join()} ${use} ${isBearing} ${openTo} ${isOwn} ${[...windows, ...doors].map((one) => `${Math.round(one.from)}-${Math.round(one.to)}`)}`,
      )
      .sort(),
  ];
  return words.join('|');
}

function faceOf(
  frame: Frame,
  { wall: id, a, b, beyond }: Beside,
  storey: Storey,
  holders: readonly HouseholdId[],
): Face[] {
  const wall = storey.walls[id]!;
  const from = intoFrame(frame, a);
  const to = intoFrame(frame, b);
  const length = distance(from, to);
  // The room lies to the left of a -> b on the plan; a mirrored frame turns that round.
  const turn = frame.isMirrored ? -1 : 1;
  const normal = {
    x: (-(to.y - from.y) / length) * turn,
    y: ((to.x - from.x) / length) * turn,
  };
  const side = ([0, 1, 2, 3] as const).find(
    (one) => Math.abs(normal.x - sideX[one]) < 0.01 && Math.abs(normal.y - sideY[one]) < 0.01,
  );
  if (side === undefined) return [];
  const alongX = runsAlongX(side);
  const centre = alongX ? (from.y + to.y) / 2 : (from.x + to.x) / 2;
  const line = Math.round(ahead(side, centre, wall.thickness / 2));
  const ends = alongX ? [from.x, to.x] : [from.y, to.y];
  const openings = entries(storey.openings).filter(
    ([, one]) => one.wall === id && standsAt(one.phase, 'after'),
  );
  const start = storey.joints[wall.a]!;
  const end = storey.joints[wall.b]!;
  const whole = distance(start, end);
  const spanOf = ({ offset, width }: { offset: number; width: number }): Span => {
    const at = (along: number): number => {
      const p = intoFrame(frame, {
        x: start.x + ((end.x - start.x) * along) / whole,
        y: start.y + ((end.y - start.y) * along) / whole,
      });
      return alongX ? p.x : p.y;
    };
    const both = [at(offset), at(offset + width)];
    return { from: Math.min(...both), to: Math.max(...both) };
  };
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const isHere = (span: Span): boolean =>
    (span.from + span.to) / 2 > low && (span.from + span.to) / 2 < high;
  const all = openings.map(([opening, facts]) => ({ id: opening, facts, ...spanOf(facts) }));
  const windows = all.filter(({ facts }) => facts.kind === 'window' || facts.sill > 0);
  const own = all.filter((one) => !windows.includes(one) && isHere(one));
  const free = new Map<number, readonly Span[]>();
  const things = beyond ? thingsIn(frame, storey, beyond) : [];
  const outline = beyond
    ? [beyond.polygon, ...beyond.holes].map((ring) => ring.map((p) => intoFrame(frame, p)))
    : [];
  const isLeftOfWall = (a.x - b.x) * (start.x - end.x) + (a.y - b.y) * (start.y - end.y) > 0;
  return [
    {
      side,
      line,
      from: low,
      to: high,
      wall: id,
      thickness: wall.thickness,
      isBearing: wall.kind === 'bearing',
      beyond,
      use: beyond?.use ?? null,
      ...accessFrom(beyond, holders),
      windows: windows
        .filter(isHere)
        .map((one) => ({ from: one.from, to: one.to, sill: one.facts.sill })),
      doors: own.map((one) => ({
        id: one.id,
        from: one.from,
        to: one.to,
        leaf: one.facts.leaf === 'sliding' ? 'sliding' : 'swing',
        swingsIn: (one.facts.side === 'left') === isLeftOfWall,
      })),
      taken: all.filter((one) => !own.includes(one)).map((one) => ({ from: one.from, to: one.to })),
      free(depth) {
        const known = free.get(depth);
        if (known || !beyond) return known ?? [];
        const strip = {
          side,
          line: ahead(side, line, -wall.thickness),
          from: low,
          to: high,
          depth,
        };
        const spans = freeBeyond(strip, outline, things);
        free.set(depth, spans);
        return spans;
      },
    },
  ];
}

const sideX = [0, -1, 0, 1] as const;
const sideY = [1, 0, -1, 0] as const;

const commonUses: readonly (RoomUse | null)[] = ['corridor', 'hall', 'stair'];

/** F1: from rooms that they hold, and from the building's ways. */
function accessFrom(
  room: Room | null,
  holders: readonly HouseholdId[],
): Pick<Face, 'openTo' | 'isOwn'> {
  if (!room) return { openTo: [], isOwn: false };
  const isCommon = room.holders.includes('building') && commonUses.includes(room.use);
  const openTo = holders.flatMap((id, index) =>
    isCommon || room.holders.includes(id) ? [index] : [],
  );
  return { openTo, isOwn: room.holders.length === 1 && room.holders[0] !== 'building' };
}

/** What stands on the floor of a room. */
const thingsIn = (frame: Frame, storey: Storey, { polygon, holes }: Room): Point[][] =>
  entries(storey.fixtures)
    .filter(
      ([, one]) =>
        standsAt(one.phase, 'after') &&
        one.kind !== 'water-heater' &&
        one.kind !== 'shower' &&
        polygonContains({ outer: polygon, holes }, fixtureCentre(one)),
    )
    .map(([, one]) => fixtureCorners(one).map((corner) => intoFrame(frame, corner)));

const risersIn = (frame: Frame, storey: Storey, kinds: readonly RiserKind[]): Rect[] =>
  entries(storey.risers)
    .filter(([, one]) => standsAt(one.phase, 'after') && kinds.includes(one.kind))
    .map(([, one]) => {
      const box = boundsOf(riserCorners(one).map((corner) => intoFrame(frame, corner)));
      return { x0: box.minX, y0: box.minY, x1: box.maxX, y1: box.maxY };
    })
    .sort((left, right) => left.x0 - right.x0 || left.y0 - right.y0 || left.x1 - right.x1);

const byPlace = (left: Face, right: Face): number =>
  left.side - right.side || left.line - right.line || left.from - right.from;
