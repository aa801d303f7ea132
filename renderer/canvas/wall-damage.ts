import { labelledAxes } from '../../shared/derive/axis-labels.ts';
import {
  type MeasuredDimension,
  measuredDimensions,
  standingOf,
} from '../../shared/derive/dimensions.ts';
import { fixtureCorners, riserCorners } from '../../shared/derive/footprint.ts';
import {
  type OpeningOutline,
  type WallOutlines,
  wallOutlines,
} from '../../shared/derive/outlines.ts';
import type { Polygon, Ring } from '../../shared/geometry/polygon.ts';
import type { Fault } from '../../shared/plan/faults.ts';
import type { FixtureId, Plan, Point, Storey } from '../../shared/plan/model.ts';
import type { View } from '../../shared/plan/phase.ts';
import { axisSpan } from '../editor/axis-span.ts';
import type { Box, Viewport } from '../editor/viewport.ts';
import { boxOnScreen, type Damage } from './damage.ts';
import { dimensionReach, pointsOf } from './paint-dimensions.ts';
import { openingReach } from './paint-openings.ts';
import { mitreReach } from './paint-walls.ts';
import { strokeReach } from './pen.ts';
import { ringChanges } from './ring-changes.ts';

/** What is drawn of walls and what stands between them; labels are looked after by themselves. */
export interface WallScene {
  readonly storey: Storey;
  readonly view: View;
  readonly axes: Plan['axes'];
  /** Fixtures that cannot stand where they are. */
  readonly blocked: ReadonlySet<FixtureId>;
  readonly faults: readonly Fault[];
}

/** Boxes around everything that looks different in one scene and in the other. */
export function wallDamage(was: WallScene, is: WallScene, view: Viewport): Damage {
  if (was.view !== is.view || was.storey.notes !== is.storey.notes) return 'all';
  if (!areSameFaults(was.faults, is.faults) || !areSameAxes(was, is, view)) return 'all';
  const boxes: Box[] = [];
  const add = (points: readonly Point[], beyond: number): void => {
    boxes.push(boxOnScreen(view, points, beyond));
  };
  const [before, after] = [wallOutlines(was.storey), wallOutlines(is.storey)];
  if (before !== after) {
    for (const phase of ['demolished', 'existing', 'new'] as const) {
      const [old, now] = [ringsOf(before.byPhase[phase]), ringsOf(after.byPhase[phase])];
      const changes = ringChanges(old, now, phase === 'demolished');
      for (const points of changes) add(points, mitreReach);
    }
    addBoundaries(before, after, add);
    addOpenings(before.openings, after.openings, (outline) =>
      add(outline.corners, openingReach(outline, view.scale)),
    );
  }
  for (const fixture of changedIn(was.storey.fixtures, is.storey.fixtures)) {
    add(fixtureCorners(fixture), strokeReach);
  }
  for (const riser of changedIn(was.storey.risers, is.storey.risers)) {
    add(riserCorners(riser), strokeReach);
  }
  for (const id of [...was.blocked, ...is.blocked]) {
    const fixture = is.storey.fixtures[id];
    if (fixture && was.blocked.has(id) !== is.blocked.has(id)) {
      add(fixtureCorners(fixture), strokeReach);
    }
  }
  addDimensions(was, is, add);
  return boxes;
}

type Add = (points: readonly Point[], beyond: number) => void;

const ringsOf = (polygons: readonly Polygon[]): Ring[] =>
  polygons.flatMap(({ outer, holes }) => [outer, ...holes]);

function addBoundaries(was: WallOutlines, is: WallOutlines, add: Add): void {
  const keyOf = ({ wall, phase, from, to }: WallOutlines['boundaries'][number]): string =>
    [wall, phase, from.x, from.y, to.x, to.y].join();
  const [before, after] = [was.boundaries, is.boundaries];
  if (before.length === 0 && after.length === 0) return;
  const left = new Map(before.map((boundary) => [keyOf(boundary), boundary]));
  for (const boundary of after) {
    if (!left.delete(keyOf(boundary))) add([boundary.from, boundary.to], strokeReach);
  }
  for (const { from, to } of left.values()) add([from, to], strokeReach);
}

/** Both lists are in the order of ids; an outline that is as it was is the identical object. */
function addOpenings(
  was: readonly OpeningOutline[],
  is: readonly OpeningOutline[],
  add: (outline: OpeningOutline) => void,
): void {
  let one = 0;
  let other = 0;
  while (one < was.length || other < is.length) {
    const old = was[one];
    const now = is[other];
    if (old === now) {
      one += 1;
      other += 1;
    } else if (old && (!now || old.id <= now.id)) {
      add(old);
      one += 1;
    } else if (now) {
      add(now);
      other += 1;
    }
  }
}

/** Elements that are not in both tables as they are, as they were and as they are. */
function changedIn<V>(was: Readonly<Record<string, V>>, is: Readonly<Record<string, V>>): V[] {
  if (was === is) return [];
  const changed: V[] = [];
  for (const [id, value] of Object.entries(was)) if (is[id] !== value) changed.push(value);
  for (const [id, value] of Object.entries(is)) if (was[id] !== value) changed.push(value);
  return changed;
}

function addDimensions(was: WallScene, is: WallScene, add: Add): void {
  const [before, after] = [measuredDimensions(was.storey), measuredDimensions(is.storey)];
  if (before === after) return;
  const addChain = (chain: MeasuredDimension, view: View): void =>
    add(pointsOf(chain), dimensionReach(standingOf(chain, view)));
  const left = new Map(before);
  for (const [id, chain] of after) {
    const old = left.get(id);
    left.delete(id);
    const standing = standingOf(chain, is.view);
    if (old && standingOf(old, was.view) === standing) {
      const moved = standing === 'stands' ? changedStretch(old, chain) : null;
      if (moved) {
        if (moved.length > 0) add(moved, dimensionReach(standing));
        continue;
      }
      if (isSameChain(old, chain)) continue;
    }
    if (old) addChain(old, was.view);
    addChain(chain, is.view);
  }
  for (const chain of left.values()) addChain(chain, was.view);
}

/**
 * The points of a chain, as it was and as it is, around those that moved; null where it has others or
 * lies elsewhere.
 */
function changedStretch(was: MeasuredDimension, is: MeasuredDimension): readonly Point[] | null {
  if (was.feet.length !== is.feet.length) return null;
  const isKept = (at: number): boolean =>
    isSamePoint(was.feet[at]!, is.feet[at]!) && isSamePoint(was.from[at]!, is.from[at]!);
  let first = 0;
  let last = is.feet.length - 1;
  while (first <= last && isKept(first)) first += 1;
  while (last > first && isKept(last)) last -= 1;
  if (first > last) return [];
  // With all of its places moved it may run another way.
  if (first === 0 && last === is.feet.length - 1) return null;
  const [from, to] = [Math.max(0, first - 1), last + 2];
  return [was, is].flatMap((chain) => [
    ...chain.feet.slice(from, to),
    ...chain.from.slice(from, to),
  ]);
}

const isSamePoint = (one: Point, other: Point): boolean => one.x === other.x && one.y === other.y;

const isSameChain = (one: MeasuredDimension, other: MeasuredDimension): boolean =>
  areSamePoints(one.feet, other.feet) && areSamePoints(one.from, other.from);

const areSamePoints = (one: readonly Point[], other: readonly Point[]): boolean =>
  one.length === other.length && one.every((point, index) => isSamePoint(point, other[index]!));

const areSameFaults = (was: readonly Fault[], is: readonly Fault[]): boolean =>
  was.length === is.length &&
  was.every(({ at }, index) => at?.x === is[index]?.at?.x && at?.y === is[index]?.at?.y);

/** Axes end beyond all that is drawn. */
function areSameAxes(was: WallScene, is: WallScene, { scale }: Viewport): boolean {
  if (was.axes !== is.axes) return false;
  return labelledAxes(is.axes).every((axis) => {
    const one = axisSpan(was, was.storey, axis, 1 / scale);
    const other = axisSpan(is, is.storey, axis, 1 / scale);
    return (
      one.from.x === other.from.x &&
      one.from.y === other.from.y &&
      one.to.x === other.to.x &&
      one.to.y === other.to.y
    );
  });
}
