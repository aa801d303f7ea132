import { fixtureCentre, riserCorners } from '../derive/footprint.ts';
import type { Room } from '../derive/room.ts';
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
  type Plan,
  type Point,
  type RiserKind,
  type Storey,
  type StoreyId,
} from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import { type Beside, besideWalls, isOpenSided } from './around-room.ts';
import { byPlace, type Face, faceOf } from './face.ts';
import { type Frame, framesAlong, intoFrame } from './frame.ts';
import type { Rect } from './rect.ts';
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
          `${side} ${[line, from, to].map(Math.round).join()} ${use} ${isBearing} ${openTo} ${isOwn} ${[...windows, ...doors].map((one) => `${Math.round(one.from)}-${Math.round(one.to)}`)} ${doors.map(leavesWords)}`,
      )
      .sort(),
  ];
  return words.join('|');
}

const leavesWords = ({ leaf, swingsIn, leaves }: Face['doors'][number]): string =>
  `${leaf} ${swingsIn} ${leaves.map(({ hung, shut }) => `${Math.round(hung)}>${Math.round(shut)}`)}`;

const risersIn = (frame: Frame, storey: Storey, kinds: readonly RiserKind[]): Rect[] =>
  entries(storey.risers)
    .filter(([, one]) => standsAt(one.phase, 'after') && kinds.includes(one.kind))
    .map(([, one]) => {
      const box = boundsOf(riserCorners(one).map((corner) => intoFrame(frame, corner)));
      return { x0: box.minX, y0: box.minY, x1: box.maxX, y1: box.maxY };
    })
    .sort((left, right) => left.x0 - right.x0 || left.y0 - right.y0 || left.x1 - right.x1);
