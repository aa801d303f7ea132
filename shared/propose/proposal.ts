import type { Ring } from '../geometry/polygon.ts';
import type {
  Fixture,
  FixtureId,
  Holder,
  HouseholdId,
  Leaf,
  OpeningId,
  Plan,
  Point,
  RiserKind,
  RoomUse,
  StoreyId,
  WallId,
} from '../plan/model.ts';
import type { Division } from './divide-request.ts';
import type { Partition } from './partitions.ts';
import type { Arrangement } from './programme.ts';
import { doorOf, passageOf } from './proposed-openings.ts';
import { roomOf } from './proposed-room.ts';
import { wallsOf } from './proposed-walls.ts';
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
  /** What else belongs to one of several rooms for many households. */
  readonly block?: ProposedBlock;
}

export interface ProposedBlock {
  /** Rooms that are divided beside `room`. */
  readonly rooms: readonly string[];
  readonly risers: readonly ProposedRiser[];
  /** What becomes common, or is left of a household's own room. */
  readonly rests: readonly ProposedRest[];
}

export interface ProposedRiser {
  readonly kind: RiserKind;
  /** Name of its line through the storeys. */
  readonly line: string;
  readonly at: Point;
  /** mm along x and y. */
  readonly width: number;
  readonly depth: number;
}

export interface ProposedRest {
  readonly at: Point;
  readonly use: RoomUse;
  readonly name: string;
  readonly holders: readonly Holder[];
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
  const placed = division.parts.map((part, index): ProposedPart => {
    const own = part.partition ? (firstOf.get(part.partition) ?? 0) : 0;
    for (const { layout, passage } of part.rooms) {
      if (layout.door?.keeps) kept.add(layout.door.keeps);
      else if (layout.door) openings.push(doorOf(drawing, layout.door, own, part));
      if (passage) openings.push(passageOf(drawing, passage));
    }
    return {
      holder: holders[division.askers[index]!]!,
      arrangement: part.arrangement,
      rooms: part.rooms.map((one) => roomOf(space, one)),
    };
  });
  // As they were asked for, whoever sits on which side.
  const parts = placed.sort(
    (one, other) => holders.indexOf(one.holder) - holders.indexOf(other.holder),
  );
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
