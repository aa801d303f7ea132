import type { Draft } from 'immer';
import { once } from '../derive/once.ts';
import { distance, side } from '../geometry/point.ts';
import {
  entries,
  type Joint,
  type JointId,
  type NewId,
  type Phase,
  type Point,
  type Storey,
  type StoreyId,
  type Table,
  type Wall,
  type WallId,
  type WallKind,
} from '../plan/model.ts';
import { standTogether } from '../plan/opening-fit.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { type Intent, phaseOfAddition } from './intent.ts';
import { refuseLength } from './misfit.ts';
import { needsThickness, refusal, wallThere } from './refusals.ts';
import { reach, relocate } from './relocate.ts';
import { type Making, storeyEdit } from './storey-edit.ts';
import { uncovered } from './uncovered.ts';
import { wallsByJoint } from './users.ts';
import { samePoint, whole, wholePoint } from './whole.ts';

export interface DrawWalls {
  readonly storey: StoreyId;
  readonly points: readonly Point[];
  /** Whether a last wall leads back to the first point. */
  readonly closed: boolean;
  /** mm; a boundary's is 0 whatever is given. */
  readonly thickness: number;
  readonly kind: WallKind;
  readonly intent: Intent;
  readonly newId: NewId;
  /**
   * Ends of walls drawn before that go on, or back, along their wall to the corner with a new one.
   * What other walls hold too, or what is no such end, stays.
   */
  readonly corners?: readonly { readonly from: Point; readonly to: Point }[];
}

/**
 * Draws a chain of walls, joined to the joints that it touches. Walls that stand already are not
 * doubled: of a wall along others only what they leave is drawn.
 */
export function drawWalls(options: DrawWalls): Command {
  const { storey: id, kind, intent, newId } = options;
  const points = chain(options.points, options.closed);
  const thickness = kind === 'boundary' ? 0 : whole(options.thickness);
  const phase = phaseOfAddition(intent);
  const label =
    kind === 'boundary' ? text('画分界线', 'Draw boundary') : text('画墙', 'Draw walls');
  return storeyEdit({
    label,
    storey: id,
    newId,
    allow: (storey) =>
      refuseChain(points) ??
      (kind !== 'boundary' && thickness < 1 ? needsThickness : null) ??
      refuseDoubled(storey, points, kind, phase, id),
    change(storey, before, making) {
      const used = new Map<string, JointId>();
      for (const { from, to } of options.corners ?? []) {
        const end = freeEnd(before, from, to, phase);
        if (!end) continue;
        const joints = new Map([[end, to]]);
        relocate(storey, before, { joints, walls: [] }, intent, making);
        used.set(keyOf(to), end);
      }
      const pairs = standingPairs(before, phase);
      const left = pairwise(points).flatMap(
        ([from, to]) => uncovered(before, { from, to }, kind, phase).pieces,
      );
      for (const { from, to } of left) {
        const a = jointAt(storey, before, from, used, making);
        const b = jointAt(storey, before, to, used, making);
        const pair = pairOf(a, b);
        if (pairs.has(pair)) continue;
        const wall = making.newId('wall');
        pairs.set(pair, wall);
        storey.walls[wall] = { a, b, thickness, kind, phase };
      }
    },
  });
}

/** Whole points, none twice in a row, with the first again at the end of a closed chain. */
function chain(points: readonly Point[], closed: boolean): Point[] {
  const round = points.map(wholePoint);
  const [first] = round;
  if (closed && first) round.push(first);
  return round.filter((point, index) => {
    const previous = round[index - 1];
    return !previous || !samePoint(previous, point);
  });
}

function refuseChain(points: readonly Point[]): Refusal | null {
  if (points.length < 2) {
    return refusal('too-few-points', '画墙至少需要两个点。', 'A wall needs at least two points.');
  }
  for (const [from, to] of pairwise(points)) {
    const refused = refuseLength(distance(from, to));
    if (refused) return refused;
  }
  return null;
}

function refuseDoubled(
  storey: Storey,
  points: readonly Point[],
  kind: WallKind,
  phase: Phase,
  id: StoreyId,
): Refusal | null {
  const pairs = standingPairs(storey, phase);
  const there: WallId[] = [];
  for (const [from, to] of pairwise(points)) {
    const a = jointNear(storey, from);
    const b = jointNear(storey, to);
    const wall = a && b ? pairs.get(pairOf(a, b)) : undefined;
    const { pieces, walls } = uncovered(storey, { from, to }, kind, phase);
    if (!wall && pieces.length > 0) return null;
    there.push(...(wall ? [wall] : walls));
  }
  return wallThere(there.map((wall) => ({ kind: 'wall', id: wall, storey: id })));
}

const pairwise = (points: readonly Point[]): [Point, Point][] =>
  points.slice(1).map((to, index) => [points[index] ?? to, to]);

export const pairOf = (a: JointId, b: JointId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** The walls that ever stand at one time with an element of this phase, by their joints. */
export const standingPairs = (storey: Storey, phase: Phase): Map<string, WallId> =>
  new Map(pairsOf(storey.walls, phase));

/** Remembered, as a pointer that draws asks at every move; whoever asks gets a copy. */
const pairsOf = once(
  (walls: Table<WallId, Wall>, phase: Phase): ReadonlyMap<string, WallId> =>
    new Map(
      entries(walls)
        .filter(([, wall]) => standTogether(wall.phase, phase))
        .map(([id, wall]) => [pairOf(wall.a, wall.b), id]),
    ),
);

/** mm; a wall's end moved along a slanting wall is rounded this far off its line at most. */
const offLine = 1;

/** The joint at `from` that one wall of this phase alone holds, whose line leads to `to`. */
function freeEnd(storey: Storey, from: Point, to: Point, phase: Phase): JointId | null {
  const joint = jointNear(storey, from);
  const users = joint ? (wallsByJoint(storey).get(joint) ?? []) : [];
  const [only, ...others] = users;
  if (!joint || !only || others.length > 0) return null;
  const [, wall] = only;
  const at = storey.joints[joint];
  const far = storey.joints[wall.a === joint ? wall.b : wall.a];
  if (!at || !far || wall.phase !== phase || samePoint(at, far)) return null;
  return Math.abs(side(far, at, to)) / distance(far, at) <= offLine ? joint : null;
}

const keyOf = ({ x, y }: Point): string => `${x},${y}`;

/** The joint with the lowest id within reach of the point. */
export function jointNear(
  storey: Storey,
  point: Point,
  without: JointId | null = null,
): JointId | null {
  let lowest: JointId | null = null;
  const cells = cellsOf(storey.joints);
  for (const dx of [-reach, reach]) {
    for (const dy of [-reach, reach]) {
      for (const [id, joint] of cells.get(cellOf(point.x + dx, point.y + dy)) ?? []) {
        const isNear = id !== without && distance(joint, point) <= reach;
        if (isNear && (lowest === null || id < lowest)) lowest = id;
      }
    }
  }
  return lowest;
}

/** Twice as wide as the reach, so that what is near lies in the cells of four corners at most. */
const cellOf = (x: number, y: number): string =>
  `${Math.floor(x / (2 * reach))},${Math.floor(y / (2 * reach))}`;

const cellsOf = once(
  (joints: Table<JointId, Joint>): ReadonlyMap<string, readonly [JointId, Joint][]> =>
    Map.groupBy(Object.entries(joints) as [JointId, Joint][], ([, { x, y }]) => cellOf(x, y)),
);

/** The joint at the point: one that is there, one made for this point before, or a new one. */
export function jointAt(
  storey: Draft<Storey>,
  before: Storey,
  point: Point,
  used: Map<string, JointId>,
  making: Making,
): JointId {
  const key = keyOf(point);
  const known = used.get(key) ?? jointNear(before, point);
  if (known) return known;
  const made = making.newId('joint');
  storey.joints[made] = point;
  used.set(key, made);
  return made;
}
