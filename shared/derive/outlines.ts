import type { Point } from '../geometry/point.ts';
import type { Polygon } from '../geometry/polygon.ts';
import { solidsBeside, solidWalls } from '../geometry/solids.ts';
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
import { once } from './once.ts';
import { wallNetwork } from './wall-network.ts';

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
    boundaries: entries(walls).flatMap(([wall, { a, b, kind, phase }]) => {
      const from = joints[a];
      const to = joints[b];
      return kind === 'boundary' && from && to ? [{ wall, phase, from, to }] : [];
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
  ): Readonly<Record<Phase, readonly Polygon[]>> => {
    const phases = new Set(Object.values<Wall>(walls).map((wall) => wall.phase));
    const standing = wallNetwork({ joints, walls }, 'standing');
    const changing = (phase: 'demolished' | 'new'): readonly Polygon[] => {
      if (!phases.has(phase)) return [];
      const network = wallNetwork({ joints, walls }, phase === 'new' ? 'after' : 'before');
      const isChanging = (source: number): boolean => {
        const id = network.walls[source];
        return id === undefined || walls[id]?.phase === phase;
      };
      return solidsBeside(network, isChanging, standing);
    };
    return {
      existing: solidWalls(standing),
      demolished: changing('demolished'),
      new: changing('new'),
    };
  },
);

function openingOutlines(
  joints: Table<JointId, Joint>,
  walls: Table<WallId, Wall>,
  openings: Table<OpeningId, Opening>,
): OpeningOutline[] {
  return entries(openings).flatMap(([id, opening]) => {
    const wall = walls[opening.wall];
    const a = wall && joints[wall.a];
    const b = wall && joints[wall.b];
    if (!wall || !a || !b) return [];
    const corners = openingCorners(a, b, wall.thickness, opening.offset, opening.width);
    // An opening comes and goes with its wall.
    const phase = wall.phase === 'existing' ? opening.phase : wall.phase;
    const wallStays = wall.phase === 'existing';
    return corners
      ? [{ id, phase, wallStays, kind: opening.kind, corners, thickness: wall.thickness }]
      : [];
  });
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
