import type { FixtureId, HouseholdId, OpeningId, Plan, Point, StoreyId } from '../../plan/model.ts';
import { openingsCrossed } from '../divide-room.ts';
import type { ProposedOpening, ProposedRest, ProposedRiser, ProposedWall } from '../proposal.ts';
import { passageOf } from '../proposed-openings.ts';
import { wallsOf } from '../proposed-walls.ts';
import { type Rect, runsAlongX } from '../rect.ts';
import type { Space } from '../space.ts';
import { isFreeElsewhere } from '../stands-elsewhere.ts';
import type { BlockAsk } from './ask.ts';
import { placeIn, roomAt, sketched } from './draw.ts';
import { type Furnished, type Furnisher, waysInto } from './furnisher.ts';
import { kindOfShape, piecesOf, type Shape } from './shapes.ts';
import { newStacks } from './stacks.ts';

/** A part that can be lived with, and by whom. */
export interface Site {
  readonly at: Point;
  /** mm2 of its floor. */
  readonly area: number;
  /** For whom of the asked there is a way in and room enough; from common space it is for all. */
  readonly forAll: Furnished | null;
  readonly forOne: ReadonlyMap<HouseholdId, Furnished>;
}

/** What is built in one room, and the parts that it makes. */
export interface Scheme {
  /** The room on the plan as it is now. */
  readonly room: string;
  /** Which kind of shape, and for how many. */
  readonly kind: string;
  readonly shape: Shape | null;
  readonly sites: readonly Site[];
  readonly walls: readonly ProposedWall[];
  readonly risers: readonly ProposedRiser[];
  readonly rests: readonly ProposedRest[];
  /** Fixtures that have no place any more. */
  readonly clears: readonly FixtureId[];
  /** Doors that a partition ends in. */
  readonly closes: readonly OpeningId[];
  /** In place of doors whose leaves would stand in a passage. */
  readonly openings: readonly ProposedOpening[];
  /** mm2 that a household gives of its own room. */
  readonly taken: number;
  /** mm2 that stay common, as a way to the parts. */
  readonly common: number;
}

export interface SharedRoom {
  /** Its id on the plan as it is now. */
  readonly room: string;
  /** Its id where the shared rooms are cleared. */
  readonly inCleared: string;
  readonly space: Space;
  readonly clears: readonly FixtureId[];
}

/** A shared room cut to a shape and furnished; null where a part of it cannot be. */
export function schemeOf(
  ask: BlockAsk,
  cleared: Plan,
  { room, inCleared, space, clears }: SharedRoom,
  shape: Shape,
  furnisher: Furnisher,
): Scheme | null {
  const { storey, holders, thickness = 100, newStacks: mayDrain = true } = ask;
  const whole = { region: space.region, enclosed: space.enclosed };
  const pieces = piecesOf(whole, shape, thickness);
  if (!pieces) return null;
  const drawing = { plan: cleared, storey, space };
  const walls = pieces.partitions.flatMap((one) => wallsOf(drawing, one, pieces.partitions));
  const risers = mayDrain
    ? newStacks(space, pieces, shape.kind === 'passage' ? shape.entry : null, (corners) =>
        isFreeElsewhere(ask.plan, storey, corners),
      ).risers
    : [];
  const rests: ProposedRest[] = pieces.passage
    ? [
        {
          at: placeIn(space, pieces.passage.region),
          use: 'corridor',
          name: '',
          holders: ['building'],
        },
      ]
    : [];
  const parts = pieces.parts.map(({ region }) => placeIn(space, region));
  const sketch = { walls, risers, parts, rests };
  const closes = closedFor(cleared, storey, space, walls);
  if (!closes) return null;
  const doors = pieces.passage ? doorsInto(space, shape, pieces.passage.region.box) : [];
  const opens = doors.map(({ id }) => id);
  const plan = sketched(cleared, storey, inCleared, { ...sketch, closes, opens });
  const found = parts.map((at) => {
    const id = roomAt(plan, storey, at);
    return id === null ? null : { id, at, ...waysInto(ask, plan, id) };
  });
  if (!found.every((one) => one && (one.isCommon || one.owners.length > 0))) return null;
  const sites: Site[] = [];
  for (const [index, part] of found.entries()) {
    const { id, at, isCommon, owners } = part!;
    const other = holders.find((one) => !owners.includes(one));
    const forAll = isCommon && other ? furnisher.quick({ plan, room: id, holder: other }) : null;
    const forOne = new Map<HouseholdId, Furnished>();
    for (const holder of owners) {
      const own = furnisher.quick({ plan, room: id, holder });
      if (own) forOne.set(holder, own);
    }
    if (!forAll && forOne.size === 0) return null;
    sites.push({ at, area: pieces.parts[index]!.region.area, forAll, forOne });
  }
  return {
    room,
    kind: kindOfShape(shape),
    shape,
    sites,
    walls,
    risers,
    rests,
    clears,
    closes: [...closes, ...opens],
    openings: doors.map(({ opening }) => opening),
    taken: 0,
    common: pieces.passage?.region.area ?? 0,
  };
}

/** Doors from common space into the passage: without their leaves its whole width is free. */
function doorsInto(space: Space, shape: Shape, box: Rect) {
  const [low, high] = runsAlongX(shape.entry) ? [box.x0, box.x1] : [box.y0, box.y1];
  return space.faces
    .filter(({ side, isOwn }) => side === shape.entry && !isOwn)
    .flatMap((face) =>
      face.doors
        .filter(({ from, to }) => from >= low && to <= high)
        .map(({ id, from, to }) => ({ id, opening: passageOf({ space }, { face, from, to }) })),
    );
}

/** Doors of the room that partitions end in, which are closed for them; null where that is a window. */
export function closedFor(
  plan: Plan,
  storey: StoreyId,
  { faces }: Space,
  walls: readonly ProposedWall[],
): OpeningId[] | null {
  const [first] = walls;
  if (!first) return [];
  const doors = new Set(faces.flatMap((face) => face.doors.map(({ id }) => id)));
  const crossed = openingsCrossed(plan.storeys[storey]!, {
    lines: walls,
    thickness: first.thickness,
  });
  return crossed.every((id) => doors.has(id)) ? crossed : null;
}
