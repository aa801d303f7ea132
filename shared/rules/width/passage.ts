import { type ClearWidth, passageWidth } from '../../derive/clear-width.ts';
import { middleOf } from '../../derive/door-swings.ts';
import { fixtureCorners } from '../../derive/footprint.ts';
import { nearestOn } from '../../derive/near-outline.ts';
import { perRoom } from '../../derive/per-room.ts';
import { Recent } from '../../derive/recent.ts';
import type { Room } from '../../derive/room.ts';
import type { WayOut } from '../../derive/room-contents.ts';
import type { Fixture, Point } from '../../plan/model.ts';
import type { Situation } from '../rule.ts';

/** Where the ways out of a room begin on its floor, by way; those across boundaries are left out. */
export function doorsOf(situation: Situation, room: Room): readonly Door[] {
  const storey = situation.storeyOf(room);
  const ways = situation.waysOf(room);
  const middles: number[] = [];
  for (const { opening, link } of ways) {
    const middle = opening && link.kind !== 'window' ? middleOf(storey, opening) : null;
    middles.push(middle?.x ?? Number.NaN, middle?.y ?? Number.NaN);
  }
  return doorsAt(room, ways, ...middles);
}

export interface Door {
  readonly way: WayOut;
  readonly at: Point;
}

/** Each two numbers are the middle of a way's opening; none where it is no door. */
const doorsAt = perRoom(
  (room: Room, ways: readonly WayOut[], ...middles: readonly number[]): readonly Door[] => {
    const outline = { outer: room.polygon, holes: room.holes };
    return ways.flatMap((way, index) => {
      const [x, y] = [middles[2 * index]!, middles[2 * index + 1]!];
      return Number.isNaN(x) ? [] : [{ way, at: nearestOn(outline, { x, y }) }];
    });
  },
);

/** What hangs above the head or lies flat in the floor narrows no passage. */
const inTheWay = ({ kind }: Fixture): boolean =>
  kind !== 'water-heater' && kind !== 'gas-meter' && kind !== 'shower';

interface Measured {
  readonly room: Room;
  readonly fixtures: readonly Fixture[];
  readonly places: readonly Point[];
  readonly enough: number;
  readonly found: ClearWidth;
}
/** By room and way: what was measured last. */
const last = new Recent<Measured>(4096);

/**
 * How wide somebody may be to walk through a room from each of these places to every other, round
 * what stands there; `name` tells several ways through one room apart, `surely` is what a way through
 * more places has.
 */
export function widthOfWay(
  situation: Situation,
  room: Room,
  places: readonly Point[],
  enough: number,
  name: string,
  surely = 0,
): ClearWidth {
  const fixtures = situation
    .fixturesOf(room)
    .map(({ fixture }) => fixture)
    .filter(inTheWay);
  const key = `${name}/${room.storey}/${room.id}`;
  const known = last.get(key);
  const isSame =
    known?.room === room &&
    known.enough === enough &&
    known.fixtures.length === fixtures.length &&
    known.fixtures.every((fixture, index) => fixture === fixtures[index]) &&
    known.places.length === places.length &&
    known.places.every(({ x, y }, index) => x === places[index]!.x && y === places[index]!.y);
  if (known && isSame) return known.found;
  const found = passageWidth(
    { outer: room.polygon, holes: room.holes },
    fixtures.map((fixture) => fixtureCorners(fixture)),
    places,
    enough,
    surely,
  );
  last.set(key, { room, fixtures, places, enough, found });
  return found;
}
