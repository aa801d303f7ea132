import { distance, type Point } from '../geometry/point.ts';
import { boundsOf, boundsOverlap, polygonContains, type Ring } from '../geometry/polygon.ts';
import type { Riser } from '../plan/model.ts';
import { isBedroom } from '../plan/room-uses.ts';
import { once } from './once.ts';
import type { Room, StoreyRooms } from './room.ts';
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
  const boxes = boxesOf(rooms);
  return (room, from, riser, fits) => {
    const pipe = boundsOf([from, riser.at]);
    const crossed = rooms.rooms.filter(
      (one, index) =>
        one !== room &&
        boundsOverlap(boxes[index]!, pipe) &&
        partUnder(one, from, riser.at).length > leastUnder,
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

const boxesOf = once(({ rooms }: StoreyRooms) => rooms.map(({ polygon }) => boundsOf(polygon)));

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
export function partUnder({ polygon, holes }: Room, from: Point, to: Point): PartUnder {
  const floor = { outer: polygon, holes };
  const at = (share: number): Point => ({
    x: from.x + share * (to.x - from.x),
    y: from.y + share * (to.y - from.y),
  });
  const cuts = [0, ...[polygon, ...holes].flatMap((ring) => cutsOf(ring, from, to)), 1];
  cuts.sort((one, other) => one - other);
  let [share, first, last] = [0, 0, 0];
  for (let index = 1; index < cuts.length; index++) {
    const [start, end] = [cuts[index - 1]!, cuts[index]!];
    if (end === start || !polygonContains(floor, at((start + end) / 2))) continue;
    if (share === 0) first = start;
    share += end - start;
    last = end;
  }
  return share === 0
    ? { length: 0, from, to }
    : { length: share * distance(from, to), from: at(first), to: at(last) };
}

/** Where a ring's edges cross the line from one point to another, as shares of its length. */
function cutsOf(ring: Ring, from: Point, to: Point): number[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const sideOf = ({ x, y }: Point): number => dx * (y - from.y) - dy * (x - from.x);
  return ring.flatMap((corner, index) => {
    const before = ring.at(index - 1)!;
    const [one, other] = [sideOf(before), sideOf(corner)];
    if (one > 0 === other > 0) return [];
    const part = one / (one - other);
    const x = before.x + part * (corner.x - before.x);
    const y = before.y + part * (corner.y - before.y);
    const share = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy);
    return share > 0 && share < 1 ? [share] : [];
  });
}
