import { produce } from 'immer';
import { fixtureCorners } from '../../derive/footprint.ts';
import type { Room } from '../../derive/room.ts';
import { storeyRooms } from '../../derive/storey-rooms.ts';
import { rectanglesOverlap } from '../../geometry/body.ts';
import { distance } from '../../geometry/point.ts';
import {
  entries,
  type FixtureId,
  type HouseholdId,
  type Plan,
  type RoomUse,
} from '../../plan/model.ts';
import { standsAt } from '../../plan/phase.ts';
import { cornersOf } from '../frame.ts';
import { type Cell, type Cut, cornerCut } from '../partitions.ts';
import { idOf } from '../programme.ts';
import { wallsOf } from '../proposed-walls.ts';
import { areaOf, type Rect, runsAlongX } from '../rect.ts';
import { edgesOf } from '../region.ts';
import { type Space, spaceOf } from '../space.ts';
import { isFreeElsewhere } from '../stands-elsewhere.ts';
import { profileFor, wayWidths } from '../way-widths.ts';
import type { BlockAsk } from './ask.ts';
import { placeIn, roomAt, sketched } from './draw.ts';
import type { Furnished, Furnisher } from './furnisher.ts';
import { closedFor, type Scheme } from './sites.ts';
import { newStacks } from './stacks.ts';

/** Rooms that a household may give a part of. */
const givenOf: ReadonlySet<RoomUse | null> = new Set<RoomUse>([
  'bed-living',
  'living',
  'hall',
  'bedroom',
]);

/** mm2 that stay at the least: a bed, a wardrobe and the floor between. */
const leastLeft = 5_000_000;
/** mm of the sizes that are tried. */
const step = 100;
const least = 900;
const most = 2400;
/** mm2 of the largest that is tried. */
const largest = 3_600_000;

/**
 * The smallest piece in a corner of a household's own room that holds its kitchen and bathroom. It
 * takes no window and no door of the room; furniture in its way goes. One search step each yield.
 * `wanted` is the place of the least programme that will do.
 */
export function* ownRoomScheme(
  ask: BlockAsk,
  cleared: Plan,
  holder: HouseholdId,
  furnisher: Furnisher,
  failed: Failed,
  wanted = furnisher.programmes.length - 1,
): Generator<null, Scheme | null> {
  const { storey: id, newStacks: mayDrain = true } = ask;
  const rooms = storeyRooms(id, cleared.storeys[id]!, 'after').rooms.filter(
    ({ holders, use, tags }) =>
      tags.length === 1 && holders.length === 1 && holders[0] === holder && givenOf.has(use),
  );
  const trials = rooms.flatMap((room) => trialsIn(ask, cleared, room, holder));
  trials.sort((left, right) => left.area - right.area || left.far - right.far);
  const mine: string[] = [];
  for (const { room, space, cut, area, size } of trials) {
    if (failed.has(size)) continue;
    const pieces = { partitions: [], parts: [cut.parts[0]], passage: null };
    const { risers, isShifted } = mayDrain
      ? newStacks(space, pieces, null, (ring) => isFreeElsewhere(ask.plan, id, ring))
      : { risers: [], isShifted: false };
    // Elsewhere the same size may have its stack in a corner.
    if (!isShifted) mine.push(size);
    const drawing = { plan: cleared, storey: id, space };
    const walls = wallsOf(drawing, cut.partition, [cut.partition]);
    if (closedFor(cleared, id, space, walls)?.length !== 0) continue;
    const tag = cleared.storeys[id]!.rooms[room.tags[0]!]!;
    const rests = [
      {
        at: placeIn(space, cut.parts[1].region),
        use: tag.use,
        name: tag.name,
        holders: tag.holders,
      },
    ];
    const at = placeIn(space, cut.parts[0].region);
    const sketch = { walls, risers, parts: [at], rests, closes: [], opens: [] };
    let clears: readonly FixtureId[] = [];
    let found: Furnished | null = null;
    // Furniture goes where the part comes, and only where that is not enough also before its door.
    for (const reach of [0, wayWidths(profileFor(ask)).door]) {
      const inWay = inTheWay(cleared, ask, space, cut, reach);
      if (reach > 0 && inWay.length === clears.length) break;
      clears = inWay;
      const emptied = produce(cleared, (draft) => {
        for (const one of inWay) delete draft.storeys[id]!.fixtures[one];
      });
      const plan = sketched(emptied, id, room.id, sketch);
      const part = roomAt(plan, id, at);
      found = part ? furnisher.quick({ plan, room: part, holder }) : null;
      if (found && found.programme <= wanted) break;
    }
    yield null;
    if (!found || found.programme > wanted) continue;
    for (const one of mine) if (one !== size) failed.add(one);
    return {
      room: room.id,
      kind: `own-${idOf(furnisher.programmes[found.programme]!)}`,
      shape: null,
      sites: [{ at, area, forAll: null, forOne: new Map([[holder, found]]) }],
      walls,
      risers,
      rests,
      clears,
      closes: [],
      openings: [],
      taken: area + cut.partition.bodies.reduce((sum, body) => sum + areaOf(body), 0),
      common: 0,
    };
  }
  return null;
}

interface Trial {
  readonly room: Room;
  readonly space: Space;
  readonly cut: Cut;
  readonly area: number;
  readonly size: string;
  /** mm to the nearest soil stack, or to common space where there is none. */
  readonly far: number;
}

/** Sizes that held nobody so far: they are not tried for the next. */
export type Failed = Set<string>;

function trialsIn(ask: BlockAsk, plan: Plan, room: Room, holder: HouseholdId): Trial[] {
  const { storey, thickness = 100 } = ask;
  const { space } = spaceOf({ plan, storey, room: room.id, holders: [holder] }, 50);
  if (!space) return [];
  const whole: Cell = { region: space.region, enclosed: space.enclosed };
  const trials: Trial[] = [];
  for (const edge of edgesOf(space.enclosed)) {
    if (!runsAlongX(edge.side)) continue;
    for (const at of ['from', 'to'] as const) {
      for (let along = least; along <= most; along += step) {
        for (let depth = least; depth <= most; depth += step) {
          if (along * depth > largest) break;
          const cut = cornerCut(whole, edge, at, along, depth, thickness);
          if (!cut || cut.parts[1].region.area < leastLeft) continue;
          const { region } = cut.parts[0];
          if (isTakingLight(space, region.box)) continue;
          trials.push({
            room,
            space,
            cut,
            area: region.area,
            size: `${Math.min(along, depth)} ${Math.max(along, depth)}`,
            far: farOf(space, region.box),
          });
        }
      }
    }
  }
  return trials;
}

/** Whether it stands before a window or a door of the room. */
const isTakingLight = ({ faces }: Space, box: Rect): boolean =>
  faces.some(({ side, line, windows, doors }) => {
    const alongX = runsAlongX(side);
    const touches = alongX ? line >= box.y0 && line <= box.y1 : line >= box.x0 && line <= box.x1;
    const [low, high] = alongX ? [box.x0, box.x1] : [box.y0, box.y1];
    return touches && [...windows, ...doors].some(({ from, to }) => from < high && to > low);
  });

function farOf({ soil, faces }: Space, box: Rect): number {
  const middle = { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 };
  const stacks = soil.map(({ x0, y0, x1, y1 }) =>
    distance(middle, { x: (x0 + x1) / 2, y: (y0 + y1) / 2 }),
  );
  const ways = faces
    .filter(({ isOwn, openTo }) => !isOwn && openTo.length > 0)
    .map(({ side, line }) => Math.abs((runsAlongX(side) ? middle.y : middle.x) - line));
  return Math.round(Math.min(...stacks, 1e6)) + Math.round(Math.min(...ways, 1e6));
}

/** Movable things where the part comes, and so far before it. */
function inTheWay(
  plan: Plan,
  { storey }: BlockAsk,
  { frame }: Space,
  cut: Cut,
  reach: number,
): FixtureId[] {
  const { x0, y0, x1, y1 } = cut.parts[0].region.box;
  const [body] = cut.partition.bodies;
  const by = reach + (body ? Math.min(body.x1 - body.x0, body.y1 - body.y0) : 0);
  const ring = cornersOf(frame, { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by });
  const room = cut.parts[1].region.box;
  const inside = cornersOf(frame, room);
  return entries(plan.storeys[storey]!.fixtures).flatMap(([id, one]) =>
    standsAt(one.phase, 'after') &&
    furniture.has(one.kind) &&
    rectanglesOverlap(fixtureCorners(one), ring) &&
    rectanglesOverlap(fixtureCorners(one), inside)
      ? [id]
      : [],
  );
}

/** What a household moves elsewhere. */
const furniture: ReadonlySet<string> = new Set(['bed', 'wardrobe', 'table']);
