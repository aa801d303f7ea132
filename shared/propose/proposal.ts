import type { Ring } from '../geometry/polygon.ts';
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
import { onCentreLine } from './centre-line.ts';
import type { Division } from './divide-request.ts';
import { outOfFrame } from './frame.ts';
import type { Partition } from './partitions.ts';
import type { Arrangement } from './programme.ts';
import { doorOf, passageOf } from './proposed-openings.ts';
import { roomOf, whole } from './proposed-room.ts';
import type { Rect } from './rect.ts';
import type { Score } from './score.ts';
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
