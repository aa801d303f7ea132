import Flatbush from 'flatbush';
import type { Point } from '../geometry/point.ts';
import { type Bounds, boundsOf, type Polygon } from '../geometry/polygon.ts';
import {
  joinedWalls,
  polygonsOf,
  quickSolids,
  type Solids,
  solidsBeside,
} from '../geometry/solids.ts';
import {
  entries,
  type Joint,
  type JointId,
  type Opening,
  type OpeningId,
  type OpeningKind,
  type Phase,
  type Storey,
  type Table,
  type Wall,
  type WallId,
} from '../plan/model.ts';
import { centreLines, frameOf, stands, wallCensus } from './centre-lines.ts';
import { liveNetwork } from './live-network.ts';
import { once } from './once.ts';
import { patchedSolids } from './patched-solids.ts';
import { networkOf, type WallNetwork, wallNetwork } from './wall-network.ts';

/** An opening as a rectangle across its wall, for symbols and hit-testing. */
export interface OpeningOutline {
  readonly id: OpeningId;
  /** Its own, or its wall's where that comes or goes. */
  readonly phase: Phase;
  /** Whether its wall stays: an opening that goes is then walled up. */
  readonly wallStays: boolean;
  readonly kind: OpeningKind;
  /** Jambs seen from the wall's end a to b: a-side right, b-side right, b-side left, a-side left. */
  readonly corners: readonly [Point, Point, Point, Point];
  /** mm of the wall. */
  readonly thickness: number;
  /** mm, from jamb to jamb. */
  readonly width: number;
}

/**
 * What is drawn of the walls: one filled shape per phase with joined corners. Openings are not cut
 * out of it: which of them stand depends on the view, so the drawing clears their rectangles.
 */
export interface WallOutlines {
  readonly byPhase: Readonly<Record<Phase, readonly Polygon[]>>;
  readonly boundaries: readonly {
    readonly wall: WallId;
    readonly phase: Phase;
    readonly from: Point;
    readonly to: Point;
  }[];
  readonly openings: readonly OpeningOutline[];
}

/** Outlines of a storey's walls, remembered by the tables of joints, walls and openings. */
export const wallOutlines = (storey: Storey): WallOutlines =>
  derive(storey.joints, storey.walls, storey.openings);

const derive = once(
  (
    joints: Table<JointId, Joint>,
    walls: Table<WallId, Wall>,
    openings: Table<OpeningId, Opening>,
  ): WallOutlines => ({
    byPhase: phaseSolids(joints, walls),
    boundaries: wallCensus(walls).boundaries.flatMap((wall) => {
      const { a, b, phase } = walls[wall]!;
      const from = joints[a];
      const to = joints[b];
      return from && to ? [{ wall, phase, from, to }] : [];
    }),
    openings: openingOutlines(joints, walls, openings),
  }),
);

/**
 * What stays is drawn whole, as if alone; what goes and what comes is drawn up to the faces of
 * what stays, so that a new partition ends at the surveyed wall that it meets.
 */
const phaseSolids = once(
  (
    joints: Table<JointId, Joint>,
    walls: Table<WallId, Wall>,
  ): Readonly<Record<Phase, readonly Polygon[]>> => ({
    existing: standingSolids(joints, walls),
    demolished: changingSolids(joints, walls, 'demolished'),
    new: changingSolids(joints, walls, 'new'),
  }),
);

function standingSolids(
  joints: Table<JointId, Joint>,
  walls: Table<WallId, Wall>,
): readonly Polygon[] {
  const { base, patch } = liveNetwork({ joints, walls }, 'standing');
  const solids = solidsOf(base);
  if (!patch) return solids.polygons;
  const patched = solids.quick && patchedSolids(patch, solids.quick);
  return patched ?? solidsOf(wallNetwork({ joints, walls }, 'standing')).polygons;
}

const solidsOf = once(
  (
    network: WallNetwork,
  ): { readonly quick: Solids | null; readonly polygons: readonly Polygon[] } => {
    const quick = quickSolids(network);
    const polygons = quick
      ? polygonsOf(quick.outers, quick.outerOf, quick.free)
      : joinedWalls(network);
    return { quick, polygons };
  },
);

/** mm around walls that come or go, in which everything is taken into account that they meet. */
const around = 1000;

/** Only what is near the walls that come or go bears on how they are drawn. */
function changingSolids(
  joints: Table<JointId, Joint>,
  walls: Table<WallId, Wall>,
  phase: 'demolished' | 'new',
): readonly Polygon[] {
  const near = nearPhase(joints, walls, phase);
  if (near.length === 0) return [];
  const network = networkOf(centreLines(joints, frameOf(near)));
  const staying = near.filter(([, wall]) => stands(wall, 'standing'));
  const standing = networkOf(centreLines(joints, frameOf(staying)));
  const isChanging = (source: number): boolean => {
    const id = network.walls[source];
    return id === undefined || walls[id]?.phase === phase;
  };
  return solidsBeside(network, isChanging, standing);
}

/** The walls of a phase with those near them that stand at the same moment, in the order of ids. */
function nearPhase(
  joints: Table<JointId, Joint>,
  walls: Table<WallId, Wall>,
  phase: 'demolished' | 'new',
): [WallId, Wall][] {
  const boxOf = ({ a, b }: Wall): Bounds | null => {
    const ends = [joints[a], joints[b]].filter((joint) => joint !== undefined);
    return ends.length === 2 ? boundsOf(ends) : null;
  };
  const boxes = wallCensus(walls).passing[phase].flatMap((id) => boxOf(walls[id]!) ?? []);
  if (boxes.length === 0) return [];
  const index = new Flatbush(boxes.length, 8);
  for (const { minX, minY, maxX, maxY } of boxes) {
    index.add(minX - around, minY - around, maxX + around, maxY + around);
  }
  index.finish();
  const near: [WallId, Wall][] = [];
  for (const id in walls) {
    const wall = walls[id as WallId]!;
    const box = wall.phase === phase || wall.phase === 'existing' ? boxOf(wall) : null;
    if (!box) continue;
    const isNear =
      wall.phase === phase || index.search(box.minX, box.minY, box.maxX, box.maxY).length > 0;
    if (isNear) near.push([id as WallId, wall]);
  }
  return near.sort(([left], [right]) => (left < right ? -1 : 1));
}

/** Only openings in walls that are not as they were when it was last asked are drawn anew. */
function openingOutlines(
  joints: Table<JointId, Joint>,
  walls: Table<WallId, Wall>,
  openings: Table<OpeningId, Opening>,
): OpeningOutline[] {
  const { base, patch } = liveNetwork({ joints, walls }, 'standing');
  const { list, inWall } = sorted(openings);
  const known = lastDrawn?.base === base && lastDrawn.openings === openings ? lastDrawn : null;
  const drawn = known ? known.drawn.slice() : drawnBefore(list);
  const draw = (index: number): void => {
    const [id, opening] = list[index]!;
    const wall = walls[opening.wall];
    const a = wall && joints[wall.a];
    const b = wall && joints[wall.b];
    const was = drawn[index];
    if (!wall || !a || !b) drawn[index] = null;
    else if (!was || was.wall !== wall || was.a !== a || was.b !== b) {
      drawn[index] = { opening, wall, a, b, outline: outlineOf(id, opening, wall, a, b) };
    }
  };
  // What stands is known to be as it was; what comes and goes is seldom much.
  const { demolished, new: added } = wallCensus(walls).passing;
  const moved = new Set([...(patch?.changed ?? []), ...demolished, ...added]);
  if (known) {
    for (const id of new Set([...moved, ...known.moved])) inWall.get(id)?.forEach(draw);
  } else for (let index = 0; index < list.length; index++) draw(index);
  lastDrawn = { base, openings, drawn, moved };
  return drawn.flatMap((one) => one?.outline ?? []);
}

/** By place in the list, what was drawn last of openings that are as they were: most, where one slides. */
function drawnBefore(list: readonly (readonly [OpeningId, Opening])[]): (Drawn | null)[] {
  const before = new Map(lastDrawn?.drawn.map((one) => [one?.outline?.id, one]));
  return list.map(([id, opening]) => {
    const was = before.get(id);
    return was?.opening === opening ? was : null;
  });
}

/** Remembered by the table, which stays the same while walls are dragged. */
const sorted = once((openings: Table<OpeningId, Opening>) => {
  const list = entries(openings);
  const inWall = new Map<WallId, number[]>();
  for (const [index, [, { wall }]] of list.entries()) {
    const here = inWall.get(wall);
    if (here) here.push(index);
    else inWall.set(wall, [index]);
  }
  return { list, inWall };
});

interface Drawn {
  readonly opening: Opening;
  readonly wall: Wall;
  readonly a: Point;
  readonly b: Point;
  readonly outline: OpeningOutline | null;
}
/** What was drawn last, in the order of ids, and the walls that were not as in the base then. */
let lastDrawn: {
  readonly base: WallNetwork;
  readonly openings: Table<OpeningId, Opening>;
  readonly drawn: readonly (Drawn | null)[];
  readonly moved: ReadonlySet<WallId>;
} | null = null;

function outlineOf(
  id: OpeningId,
  { kind, offset, width, phase: own }: Opening,
  { thickness, phase: ofWall }: Wall,
  a: Point,
  b: Point,
): OpeningOutline | null {
  const corners = openingCorners(a, b, thickness, offset, width);
  // An opening comes and goes with its wall.
  const wallStays = ofWall === 'existing';
  const phase = wallStays ? own : ofWall;
  return corners && { id, phase, wallStays, kind, corners, thickness, width };
}

/** The rectangle of an opening across its wall; null where the wall has no length. */
export function openingCorners(
  a: Point,
  b: Point,
  thickness: number,
  offset: number,
  width: number,
): readonly [Point, Point, Point, Point] | null {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return null;
  const dx = (b.x - a.x) / length;
  const dy = (b.y - a.y) / length;
  const at = (along: number, left: number): Point => ({
    x: a.x + dx * along - dy * left,
    y: a.y + dy * along + dx * left,
  });
  const half = thickness / 2;
  return [at(offset, -half), at(offset + width, -half), at(offset + width, half), at(offset, half)];
}
