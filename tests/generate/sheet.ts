import type { Fixture, Holder, Point, Riser, RoomUse } from '../../shared/plan/model.ts';
import { type Bounds, type Level, netArea, outlineLength, type Upright, xAt } from './outline.ts';

/** A wall as it is drawn, from end to end; 0 thick is a boundary. */
export interface DrawnWall {
  readonly a: Point;
  readonly b: Point;
  readonly thickness: number;
}

/** An opening in a drawn wall, and between which rooms it lies; null is outside. */
export interface DrawnOpening {
  readonly wall: number;
  readonly kind: 'door' | 'passage' | 'window';
  readonly offset: number;
  readonly width: number;
  readonly between: readonly [string, string | null];
}

/** A room that was meant, with what is known about it without looking at the walls. */
export interface MeantRoom {
  readonly key: string;
  readonly use: RoomUse;
  readonly holders: readonly Holder[];
  readonly bounds: Bounds;
  /** A point inside. */
  readonly at: Point;
  /** mm2, net. */
  readonly area: number;
  /** mm, at least the length of its outline. */
  readonly outline: number;
}

/** A straight run of wall, drawn in one piece unless it stops on the way. */
export interface Run {
  readonly from: Point;
  readonly to: Point;
  /** mm; one after the other where it is in pieces. */
  readonly thicknesses: readonly number[];
  /** Shared joints on the way, in order. */
  readonly stops: readonly Point[];
  readonly doors?: readonly Door[];
}

export interface Door {
  /** Its middle on the centre line. */
  readonly at: Point;
  readonly width: number;
  readonly kind: DrawnOpening['kind'];
  readonly between: readonly [string, string | null];
}

/** Collects what one storey is made of, in whole mm, before it is turned, shaken and overlaid. */
export class Sheet {
  readonly walls: DrawnWall[] = [];
  readonly openings: DrawnOpening[] = [];
  readonly rooms: MeantRoom[] = [];
  readonly fixtures: Fixture[] = [];
  readonly risers: Riser[] = [];
  /** Pairs that bounds do not tell: a shaft that stands in a room. */
  readonly besides: [string, string][] = [];
  /** mm2 within the outer faces of outer walls. */
  footprint = 0;

  draw({ from, to, thicknesses, stops, doors = [] }: Run): void {
    const corners = [from, ...stops, to];
    const left = [...doors];
    for (let index = 0; index + 1 < corners.length; index++) {
      const [a, b] = [corners[index]!, corners[index + 1]!];
      const wall = this.walls.length;
      const length = Math.hypot(b.x - a.x, b.y - a.y);
      this.walls.push({ a, b, thickness: thicknesses[index % thicknesses.length]! });
      for (const door of doors) {
        const along = ((door.at.x - a.x) * (b.x - a.x) + (door.at.y - a.y) * (b.y - a.y)) / length;
        const offset = Math.round(along - door.width / 2);
        if (offset < 0 || offset + door.width > length) continue;
        left.splice(left.indexOf(door), 1);
        const { width, kind, between } = door;
        this.openings.push({ wall, kind, offset, width, between });
      }
    }
    if (left.length > 0) throw new Error(`a door fits no piece: ${JSON.stringify(left)}`);
  }

  line(a: Point, b: Point, thickness: number, doors: readonly Door[] = []): void {
    this.draw({ from: a, to: b, thicknesses: [thickness], stops: [], doors });
  }

  /** `more` is mm2 that the bounds do not tell: a bay in front, less what stands inside. */
  room(
    key: string,
    use: RoomUse,
    holders: readonly Holder[],
    bounds: Bounds,
    { more = 0, at = middleOf(bounds) }: { more?: number; at?: Point } = {},
  ): void {
    const area = netArea(bounds) + more;
    const outline = outlineLength(bounds) + 4 * Math.sqrt(Math.abs(more));
    this.rooms.push({ key, use, holders, bounds, at, area, outline });
  }

  /** Pairs of rooms that share at least `least` mm of a wall's centre line. */
  neighbours(least: number): [string, string][] {
    const acrossUprights = meetings(
      this.rooms,
      ({ right }) => right,
      ({ left }) => left,
      ({ bottom, top }) => [bottom.y, top.y],
    );
    const acrossLevels = meetings(
      this.rooms,
      ({ top }) => top,
      ({ bottom }) => bottom,
      ({ left, right }, { y }) => [xAt(left, y), xAt(right, y)],
    );
    const long = [...acrossUprights, ...acrossLevels].filter(({ shared }) => shared >= least);
    return [...this.besides, ...long.map(({ pair }) => pair)];
  }
}

/** Rooms on both sides of the same walls, and the mm that they share. */
function meetings<Wall extends Upright | Level>(
  rooms: readonly MeantRoom[],
  before: (bounds: Bounds) => Wall,
  behind: (bounds: Bounds) => Wall,
  span: (bounds: Bounds, wall: Wall) => [number, number],
): { pair: [string, string]; shared: number }[] {
  const beyond = Map.groupBy(rooms, ({ bounds }) => behind(bounds));
  return rooms.flatMap((room) => {
    const wall = before(room.bounds);
    const [from, to] = span(room.bounds, wall);
    return (beyond.get(wall) ?? []).map((other) => {
      const [start, end] = span(other.bounds, wall);
      return {
        pair: [room.key, other.key] as [string, string],
        shared: Math.min(to, end) - Math.max(from, start),
      };
    });
  });
}

function middleOf({ left, right, bottom, top }: Bounds): Point {
  const y = Math.round((bottom.y + top.y) / 2);
  return { x: Math.round((xAt(left, y) + xAt(right, y)) / 2), y };
}
