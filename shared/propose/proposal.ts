import { difference } from '../geometry/clip.ts';
import { insidePoint, type Ring } from '../geometry/polygon.ts';
import type {
  Fixture,
  FixtureId,
  HouseholdId,
  Leaf,
  OpeningId,
  Plan,
  Point,
  RoomUse,
  StoreyId,
  WallId,
} from '../plan/model.ts';
import type { DoorPlace } from './door-places.ts';
import { cornersOf, facing, outOfFrame, rotationOf } from './frame.ts';
import type { Piece } from './items.ts';
import type { Part, RoomLayout } from './part.ts';
import type { Partition } from './partitions.ts';
import { onCentreLine } from './plan-cut.ts';
import type { Arrangement } from './programme.ts';
import { ahead, type Rect, runsAlongX, type Side } from './rect.ts';
import { edgesOf, type Region } from './region.ts';
import type { Score } from './score.ts';
import type { Division } from './search.ts';
import type { Space } from './space.ts';

/** A division as it would be drawn: places on the plan, whole mm. Plain data, for a worker to send. */
export interface Proposal {
  readonly storey: StoreyId;
  readonly room: string;
  readonly signature: string;
  readonly score: Score;
  readonly walls: readonly ProposedWall[];
  readonly openings: readonly ProposedOpening[];
  readonly parts: readonly ProposedPart[];
  /** What the room has now and does not keep. */
  readonly clears: readonly FixtureId[];
  readonly closes: readonly OpeningId[];
}

export interface ProposedWall {
  readonly from: Point;
  readonly to: Point;
  readonly thickness: number;
}

export interface ProposedOpening {
  /** A wall of the plan, or the place of one in `walls`. */
  readonly wall: WallId | number;
  readonly kind: 'door' | 'passage';
  /** Both jambs on the wall's centre line; the leaf hangs on the first. */
  readonly jambs: readonly [Point, Point];
  readonly leaf: Leaf;
  /** A place on the side to which the leaf opens. */
  readonly opensTo: Point;
}

export interface ProposedPart {
  readonly holder: HouseholdId;
  readonly arrangement: Arrangement;
  readonly rooms: readonly ProposedRoom[];
}

export interface ProposedRoom {
  readonly use: RoomUse;
  readonly at: Point;
  readonly outline: Ring;
  readonly fixtures: readonly Omit<Fixture, 'phase'>[];
}

interface Drawing {
  readonly plan: Plan;
  readonly storey: StoreyId;
  readonly space: Space;
}

/** A division of a space, drawn on the plan. */
export function proposalOf(
  {
    plan,
    storey,
    room,
    holders,
  }: {
    readonly plan: Plan;
    readonly storey: StoreyId;
    readonly room: string;
    readonly holders: readonly HouseholdId[];
  },
  space: Space,
  division: Division,
): Proposal {
  const drawing = { plan, storey, space };
  const inner = division.parts.map(({ partition }) => partition);
  const partitions = [division.partition, ...inner].flatMap((one) => (one ? [one] : []));
  const walls: ProposedWall[] = [];
  /** The first wall of each partition, which is the one that carries a door. */
  const firstOf = new Map<Partition, number>();
  for (const partition of partitions) {
    firstOf.set(partition, walls.length);
    walls.push(...wallsOf(drawing, partition, partitions));
  }
  const openings: ProposedOpening[] = [];
  const kept = new Set<OpeningId>();
  const parts = division.parts.map((part, index): ProposedPart => {
    const own = part.partition ? (firstOf.get(part.partition) ?? 0) : 0;
    for (const { layout, passage, region } of part.rooms) {
      if (layout.door?.keeps) kept.add(layout.door.keeps);
      else if (layout.door) openings.push(doorOf(drawing, layout.door, region, own, part));
      if (passage) openings.push(passageOf(drawing, passage));
    }
    return {
      holder: holders[division.askers[index]!]!,
      arrangement: part.arrangement,
      rooms: part.rooms.map((one) => roomOf(space, one)),
    };
  });
  const doors = space.faces.flatMap((face) => face.doors.map(({ id }) => id));
  return {
    storey,
    room,
    signature: division.signature,
    score: division.score,
    walls,
    openings,
    parts,
    clears: space.cleared,
    closes: [...new Set(doors)].filter((id) => !kept.has(id)).sort(),
  };
}

const whole = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

/** Its straight pieces, carried on to the centre lines of what they end at. */
function wallsOf(
  { plan, storey, space }: Drawing,
  partition: Partition,
  all: readonly Partition[],
): ProposedWall[] {
  const { points, thickness } = partition;
  const last = points.length - 1;
  const placed = points.map((point, index) => {
    if (index > 0 && index < last) return whole(outOfFrame(space.frame, point));
    const other = points[index === 0 ? 1 : last - 1]!;
    const length = Math.abs(point.x - other.x) + Math.abs(point.y - other.y);
    const [dx, dy] = [(point.x - other.x) / length, (point.y - other.y) / length];
    const beyond = { x: point.x + dx, y: point.y + dy };
    const host = all.find(
      (one) => one !== partition && one.bodies.some((body) => contains(body, beyond)),
    );
    if (host) {
      const reach = host.thickness / 2;
      return whole(outOfFrame(space.frame, { x: point.x + dx * reach, y: point.y + dy * reach }));
    }
    return onCentreLine(
      plan,
      storey,
      outOfFrame(space.frame, point),
      outOfFrame(space.frame, other),
    );
  });
  return placed.slice(1).map((to, index) => ({ from: placed[index]!, to, thickness }));
}

const contains = ({ x0, y0, x1, y1 }: Rect, { x, y }: Point): boolean =>
  x >= x0 && x <= x1 && y >= y0 && y <= y1;

const onLine = (side: Side, line: number, along: number): Point =>
  runsAlongX(side) ? { x: along, y: line } : { x: line, y: along };

function doorOf(
  { space: { frame } }: Drawing,
  door: DoorPlace,
  region: Region,
  ownWall: number,
  { partition }: Part,
): ProposedOpening {
  const { side, line, from, to, kind, face } = door;
  const thickness = face?.thickness ?? partition?.thickness ?? 0;
  const centre = ahead(side, line, -thickness / 2);
  const edge = edgesOf(region).find(
    (one) => one.side === side && one.line === line && one.from <= from && one.to >= to,
  );
  // Hung on the jamb nearer to a corner, so that the open leaf stands against a wall.
  const hangsLow = !edge || from - edge.from <= edge.to - to;
  const jambs = [onLine(side, centre, from), onLine(side, centre, to)].map((p) =>
    outOfFrame(frame, p),
  );
  const out = facing[side];
  const away = kind === 'inward' ? thickness : -thickness;
  const middle = onLine(side, centre, (from + to) / 2);
  return {
    wall: face?.wall ?? ownWall,
    kind: 'door',
    jambs: hangsLow ? [jambs[0]!, jambs[1]!] : [jambs[1]!, jambs[0]!],
    leaf: kind === 'sliding' ? 'sliding' : 'swing',
    opensTo: outOfFrame(frame, { x: middle.x + out.x * away, y: middle.y + out.y * away }),
  };
}

function passageOf(
  { space: { frame } }: Drawing,
  { face, from, to }: NonNullable<RoomLayout['passage']>,
): ProposedOpening {
  const centre = ahead(face.side, face.line, -face.thickness / 2);
  const jambs = [from, to].map((along) => outOfFrame(frame, onLine(face.side, centre, along)));
  return {
    wall: face.wall,
    kind: 'passage',
    jambs: [jambs[0]!, jambs[1]!],
    leaf: 'swing',
    opensTo: jambs[0]!,
  };
}

function roomOf({ frame }: Space, { use, region, layout }: RoomLayout): ProposedRoom {
  const [polygon] = difference(
    [{ outer: upright(cornersOf(frame, region.box)), holes: [] }],
    region.voids.map((one) => ({ outer: upright(cornersOf(frame, one)), holes: [] })),
  );
  const outer = polygon?.outer ?? cornersOf(frame, region.box);
  return {
    use,
    at: insidePoint(polygon ?? { outer, holes: [] }),
    outline: outer.map(whole),
    fixtures: layout.chosen.flatMap(({ pieces }) => pieces.map((piece) => fixtureOf(frame, piece))),
  };
}

/** Counter-clockwise, whichever way the frame lies. */
function upright(ring: readonly Point[]): Ring {
  let twice = 0;
  ring.forEach((p, index) => {
    const q = ring[(index + 1) % ring.length]!;
    twice += p.x * q.y - q.x * p.y;
  });
  return twice < 0 ? ring.toReversed() : ring;
}

function fixtureOf(
  frame: Space['frame'],
  { kind, rect, side, fuel }: Piece,
): Omit<Fixture, 'phase'> {
  const alongX = runsAlongX(side);
  const width = alongX ? rect.x1 - rect.x0 : rect.y1 - rect.y0;
  const depth = alongX ? rect.y1 - rect.y0 : rect.x1 - rect.x0;
  const { degrees, miss } = rotationOf(frame, side);
  // Turned by whole degrees, a corner would enter the wall: it stands off by as much.
  const off = Math.ceil((width / 2) * Math.sin((miss * Math.PI) / 180));
  const back = side === 0 ? rect.y0 : side === 1 ? rect.x1 : side === 2 ? rect.y1 : rect.x0;
  const middle = alongX ? (rect.x0 + rect.x1) / 2 : (rect.y0 + rect.y1) / 2;
  const at = whole(outOfFrame(frame, onLine(side, ahead(side, back, off), middle)));
  return { kind, at, rotation: degrees, width, depth, ...(fuel ? { fuel } : {}) };
}
