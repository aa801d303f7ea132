import { type CentreLine, snapJoints } from '../geometry/meet.ts';
import type { Point } from '../geometry/point.ts';
import {
  entries,
  type Joint,
  type JointId,
  type Table,
  type Wall,
  type WallId,
} from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import { once } from './once.ts';
import { type TableChange, tableChanges } from './table-changes.ts';

/**
 * `standing` is what is there both before and after, without boundaries: the walls that are drawn
 * whole.
 */
export type Selection = 'before' | 'after' | 'standing';

export const stands = ({ phase, thickness }: Wall, selection: Selection): boolean =>
  selection === 'standing' ? phase === 'existing' && thickness > 0 : standsAt(phase, selection);

/** Which walls stand and which joints they end at, whatever the joints' places. */
export interface Frame {
  /** In the order of ids. */
  readonly joints: readonly JointId[];
  readonly walls: readonly WallId[];
  /** Ends of the walls, as indices into the joints. */
  readonly lines: readonly CentreLine[];
}

/** Remembered, because most edits move joints only. */
export const standingFrame = once(
  (walls: Table<WallId, Wall>, selection: Selection): Frame =>
    frameOf(entries(walls).filter(([, wall]) => stands(wall, selection))),
);

/** What is asked about the walls as a whole, found in one go. */
export interface WallCensus {
  /** How many walls each selection has. */
  readonly counts: Readonly<Record<Selection, number>>;
  /** The walls that come or go. */
  readonly passing: Readonly<Record<'demolished' | 'new', readonly WallId[]>>;
  /** In the order of ids. */
  readonly boundaries: readonly WallId[];
}

/** Remembered; walls that differ from those counted last by few are not counted anew. */
export const wallCensus = once((walls: Table<WallId, Wall>): WallCensus => {
  if (counted) {
    const census = censusAfter(counted.census, tableChanges(counted.walls, walls));
    if (census) return census;
  }
  const census = countedAnew(walls);
  counted = { walls, census };
  return census;
});

let counted: { readonly walls: Table<WallId, Wall>; readonly census: WallCensus } | null = null;

/** More changes than this are another storey. */
const mostChanges = 64;

function countedAnew(walls: Table<WallId, Wall>): WallCensus {
  const counts = { before: 0, after: 0, standing: 0 };
  const passing = { demolished: [] as WallId[], new: [] as WallId[] };
  const boundaries: WallId[] = [];
  for (const id in walls) {
    const wall = walls[id as WallId]!;
    count(counts, wall, 1);
    if (wall.phase !== 'existing') passing[wall.phase].push(id as WallId);
    if (wall.kind === 'boundary') boundaries.push(id as WallId);
  }
  return { counts, passing, boundaries: boundaries.sort() };
}

function count(counts: Record<Selection, number>, wall: Wall, by: 1 | -1): void {
  if (stands(wall, 'before')) counts.before += by;
  if (stands(wall, 'after')) counts.after += by;
  if (stands(wall, 'standing')) counts.standing += by;
}

function censusAfter(
  known: WallCensus,
  changes: readonly TableChange<WallId, Wall>[],
): WallCensus | null {
  if (changes.length > mostChanges) return null;
  const counts = { ...known.counts };
  const changed = new Set(changes.map(({ id }) => id));
  const passing = {
    demolished: known.passing.demolished.filter((id) => !changed.has(id)),
    new: known.passing.new.filter((id) => !changed.has(id)),
  };
  const boundaries = new Set(known.boundaries);
  for (const { id, was, is } of changes) {
    if (was) count(counts, was, -1);
    if (is) count(counts, is, 1);
    if (is && is.phase !== 'existing') passing[is.phase].push(id);
    if (is?.kind === 'boundary') boundaries.add(id);
    else boundaries.delete(id);
  }
  return { counts, passing, boundaries: [...boundaries].sort() };
}

/** The frame of some walls, given in the order of their ids. */
export function frameOf(standing: readonly (readonly [WallId, Wall])[]): Frame {
  const joints = [...new Set(standing.flatMap(([, { a, b }]) => [a, b]))].sort();
  const position = new Map(joints.map((id, index) => [id, index]));
  return {
    joints,
    walls: standing.map(([id]) => id),
    lines: standing.map(([, { a, b, thickness }]) => ({
      a: position.get(a)!,
      b: position.get(b)!,
      half: thickness / 2,
    })),
  };
}

export interface CentreLines {
  readonly points: readonly Point[];
  readonly walls: readonly WallId[];
  /** Ends of the walls, as indices into the points. */
  readonly lines: readonly CentreLine[];
}

/** The standing walls with their joints snapped together. */
export function centreLines(table: Table<JointId, Joint>, frame: Frame): CentreLines {
  const points: Point[] = [];
  let isWhole = true;
  for (const id of frame.joints) {
    const joint = table[id];
    if (joint) points.push(joint);
    else isWhole = false;
  }
  // A plan that refers to joints that are gone is unsound, but must not stop anybody.
  if (!isWhole) return centreLines(table, withoutLostJoints(table, frame));
  const target = snapJoints(points);
  if (target.every((to, index) => to === index)) {
    return { points, walls: frame.walls, lines: frame.lines };
  }
  // A wall whose ends snapped together has no body and is left out.
  const walls: WallId[] = [];
  const lines: CentreLine[] = [];
  frame.lines.forEach((line, index) => {
    const a = target[line.a]!;
    const b = target[line.b]!;
    if (a === b) return;
    walls.push(frame.walls[index]!);
    lines.push({ a, b, half: line.half });
  });
  return { points, walls, lines };
}

function withoutLostJoints(table: Table<JointId, Joint>, frame: Frame): Frame {
  const joints = frame.joints.filter((id) => table[id] !== undefined);
  const position = new Map(joints.map((id, index) => [id, index]));
  const walls: WallId[] = [];
  const lines: CentreLine[] = [];
  frame.lines.forEach(({ a, b, half }, index) => {
    const [from, to] = [position.get(frame.joints[a]!), position.get(frame.joints[b]!)];
    if (from === undefined || to === undefined) return;
    walls.push(frame.walls[index]!);
    lines.push({ a: from, b: to, half });
  });
  return { joints, walls, lines };
}
