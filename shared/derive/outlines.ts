import { difference, subtract } from '../geometry/clip.ts';
import type { Point } from '../geometry/point.ts';
import { boundsOf, boundsOverlap, type Polygon } from '../geometry/polygon.ts';
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
import { solidWalls, wallNetwork } from './wall-network.ts';

/** An opening as a rectangle across its wall, for symbols and hit-testing. */
export interface OpeningOutline {
  readonly id: OpeningId;
  readonly phase: Phase;
  readonly kind: OpeningKind;
  /** Jambs seen from the wall's end a to b: a-side right, b-side right, b-side left, a-side left. */
  readonly corners: readonly [Point, Point, Point, Point];
  /** mm of the wall. */
  readonly thickness: number;
}

/** What is drawn of the walls: one filled shape per phase, corners joined and openings cut. */
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
  ): WallOutlines => {
    const outlines = openingOutlines(joints, walls, openings);
    const phases = phaseSolids(joints, walls);
    const cut = (solid: readonly Polygon[], holes: readonly OpeningOutline[]): Polygon[] =>
      solid.flatMap((polygon) => {
        const box = boundsOf(polygon.outer);
        const near = holes.filter((hole) => boundsOverlap(boundsOf(hole.corners), box));
        return near.length === 0
          ? [polygon]
          : subtract(
              [polygon.outer, ...polygon.holes],
              near.map((hole) => hole.corners),
            );
      });
    return {
      byPhase: {
        existing: cut(phases.existing, outlines),
        demolished: cut(phases.demolished, outlines),
        new: cut(phases.new, outlines),
      },
      boundaries: entries(walls).flatMap(([wall, { a, b, kind, phase }]) => {
        const from = joints[a];
        const to = joints[b];
        return kind === 'boundary' && from && to ? [{ wall, phase, from, to }] : [];
      }),
      openings: outlines,
    };
  },
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
    const existing = solidWalls(standing);
    const rest = (moment: 'before' | 'after'): readonly Polygon[] => {
      const all = solidWalls(wallNetwork({ joints, walls }, moment));
      return existing.length === 0 ? all : difference(all, existing);
    };
    return {
      existing,
      demolished: phases.has('demolished') ? rest('before') : [],
      new: phases.has('new') ? rest('after') : [],
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
    return corners
      ? [{ id, phase: opening.phase, kind: opening.kind, corners, thickness: wall.thickness }]
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
