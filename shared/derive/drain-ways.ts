import { distance, type Point } from '../geometry/point.ts';
import { boundsOf, boundsOverlap, type Ring, ringContainsAt } from '../geometry/polygon.ts';
import type { Riser } from '../plan/model.ts';
import { isBedroom } from '../plan/room-uses.ts';
import type { Room, StoreyRooms } from './room.ts';
import { roomBoxes } from './room-bounds.ts';
import { roomLocator } from './room-locator.ts';

/** What a straight pipe from a fixture to a stack lies under. */
export interface DrainWay {
  /** Rooms of other households. */
  readonly throughOthers: boolean;
  /** Bedrooms, but for the fixture's own room. */
  readonly throughBedroom: boolean;
}

/** mm under a floor: less is a corner cut, which a pipe goes round. */
const leastUnder = 100;

/**
 * The ways of a storey's drains. A shaft that stands with others alone is theirs, unless it is of the sort
 * that fits and the pipe reaches it through the wall of the fixture's own room, as where two bathrooms stand
 * back to back.
 */
export function drainWays(
  rooms: StoreyRooms,
): (room: Room, from: Point, riser: Riser, fits: boolean) => DrainWay {
  const known = new Map<Riser, readonly Room[]>();
  const besideOf = (riser: Riser): readonly Room[] => {
    const beside = known.get(riser) ?? roomsBeside(rooms, riser);
    known.set(riser, beside);
    return beside;
  };
  return (room, from, riser, fits) => {
    const crossed = roomsAlong(rooms, from, riser.at).filter(
      (one) => one !== room && lengthUnder(one, from, riser.at) > leastUnder,
    );
    if (crossed.length === 0 && fits) return freeWay;
    const beside = besideOf(riser);
    const isTheirs = beside.length > 0 && beside.every((one) => isOfOthers(one, room));
    return {
      throughOthers: isTheirs || crossed.some((one) => isOfOthers(one, room)),
      throughBedroom: crossed.some(isBedroom),
    };
  };
}

const freeWay: DrainWay = { throughOthers: false, throughBedroom: false };

/** Rooms whose box that of a straight pipe touches; it lies under no others. */
export function roomsAlong(rooms: StoreyRooms, from: Point, to: Point): Room[] {
  const pipe = boundsOf([from, to]);
  const boxes = roomBoxes(rooms);
  return rooms.rooms.filter((_, index) => boundsOverlap(boxes[index]!, pipe));
}

/** Held by households, and not by everyone who holds the own room. Who holds neither is not known. */
const isOfOthers = ({ holders }: Room, own: Room): boolean =>
  holders.length > 0 &&
  !holders.includes('building') &&
  own.holders.some((holder) => !holders.includes(holder));

/** mm from a boxed shaft to the floor beside it. */
const besideShaft = 40;

/** The rooms that a boxed riser stands in or juts into, by their ids. */
export function roomsBeside(rooms: StoreyRooms, { at, width, depth }: Riser): readonly Room[] {
  const [dx, dy] = [width / 2 + besideShaft, depth / 2 + besideShaft];
  const around = [
    { x: at.x - dx, y: at.y },
    { x: at.x + dx, y: at.y },
    { x: at.x, y: at.y - dy },
    { x: at.x, y: at.y + dy },
  ];
  const locator = roomLocator(rooms);
  const found = new Set(around.flatMap((point) => locator.at(point) ?? []));
  return [...found].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** What of a straight pipe lies under the floor of a room: how many mm, and from where to where. */
export interface PartUnder {
  readonly length: number;
  readonly from: Point;
  readonly to: Point;
}

/** Of a room that the pipe leaves and enters again, from where it first enters to where it last leaves. */
export function partUnder(room: Room, from: Point, to: Point): PartUnder {
  const length = lengthUnder(room, from, to);
  return length === 0
    ? { length, from, to }
    : { length, from: partedAt(from, to, part.first), to: partedAt(from, to, part.last) };
}

/** Of the pipe that was measured last, as shares of its length. */
const part = { first: 0, last: 0 };

/** mm of a straight pipe under the floor of a room. */
function lengthUnder({ polygon, holes }: Room, from: Point, to: Point): number {
  cuts.count = 0;
  addCuts(polygon, from, to);
  for (const hole of holes) addCuts(hole, from, to);
  const { shares, count } = cuts;
  let share = 0;
  let first = 0;
  let last = 0;
  for (let index = 0; index <= count; index++) {
    const start = index === 0 ? 0 : shares[index - 1]!;
    const end = index === count ? 1 : shares[index]!;
    if (end === start) continue;
    const x = from.x + ((start + end) / 2) * (to.x - from.x);
    const y = from.y + ((start + end) / 2) * (to.y - from.y);
    if (!ringContainsAt(polygon, x, y)) continue;
    if (holes.length > 0 && holes.some((hole) => ringContainsAt(hole, x, y))) continue;
    if (share === 0) first = start;
    share += end - start;
    last = end;
  }
  part.first = first;
  part.last = last;
  return share === 0 ? 0 : share * distance(from, to);
}

const partedAt = (from: Point, to: Point, share: number): Point => ({
  x: from.x + share * (to.x - from.x),
  y: from.y + share * (to.y - from.y),
});

/** Of one pipe at a time, in their order: every move of the pointer asks for thousands. */
const cuts = { shares: new Float64Array(64), count: 0 };

/** Adds where a ring's edges cross the line from one point to another, as shares of its length. */
function addCuts(ring: Ring, from: Point, to: Point): void {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let before = ring.at(-1);
  if (!before) return;
  // On which side of the line.
  let one = dx * (before.y - from.y) - dy * (before.x - from.x);
  for (const corner of ring) {
    const other = dx * (corner.y - from.y) - dy * (corner.x - from.x);
    if (one > 0 !== other > 0) {
      const part = one / (one - other);
      const x = before.x + part * (corner.x - before.x);
      const y = before.y + part * (corner.y - before.y);
      const share = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy);
      if (share > 0 && share < 1) insertCut(share);
    }
    before = corner;
    one = other;
  }
}

function insertCut(share: number): void {
  if (cuts.count === cuts.shares.length) {
    const longer = new Float64Array(2 * cuts.count);
    longer.set(cuts.shares);
    cuts.shares = longer;
  }
  const { shares } = cuts;
  let place = cuts.count;
  for (; place > 0 && shares[place - 1]! > share; place--) shares[place] = shares[place - 1]!;
  shares[place] = share;
  cuts.count += 1;
}
