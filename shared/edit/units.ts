import { fixtureCorners, riserCorners } from '../derive/footprint.ts';
import { type Bounds, boundsOf } from '../geometry/polygon.ts';
import type { Point, Storey, WallId } from '../plan/model.ts';
import type { Motion } from './motion.ts';
import type { Part } from './place-elsewhere.ts';
import { endsOf } from './relocate.ts';
import type { Selection } from './selection.ts';

/** What of a selection moves as one when it is aligned: walls that are joined, else each by itself. */
export interface Unit {
  readonly selection: Selection;
  /** mm; of walls, their bodies. */
  readonly bounds: Bounds;
}

/** In the order of ids, walls first. Openings stay with their walls and are no units. */
export function unitsOf(storey: Storey, selection: Selection): Unit[] {
  const unit = (part: Partial<Selection>, points: readonly Point[]): Unit => ({
    selection: { ...nothing, ...part },
    bounds: boundsOf(points),
  });
  return [
    ...joinedWalls(storey, selection.walls).map((walls) =>
      unit(
        { walls },
        [...walls].flatMap((id) => bodyOf(storey, id)),
      ),
    ),
    ...[...selection.fixtures].sort().map((id) => {
      const fixture = storey.fixtures[id];
      return unit({ fixtures: new Set([id]) }, fixture ? fixtureCorners(fixture) : []);
    }),
    ...[...selection.risers].sort().map((id) => {
      const riser = storey.risers[id];
      return unit({ risers: new Set([id]) }, riser ? riserCorners(riser) : []);
    }),
  ];
}

const nothing: Selection = {
  joints: new Set(),
  walls: new Set(),
  openings: new Set(),
  rooms: new Set(),
  fixtures: new Set(),
  risers: new Set(),
  dimensions: new Set(),
  notes: new Set(),
};

/** The box around all that is selected, tags and joints included. */
export function boundsOfSelection(storey: Storey, selection: Selection): Bounds {
  return boundsOf([
    ...[...selection.walls].flatMap((id) => bodyOf(storey, id)),
    ...[...selection.joints].flatMap((id) => storey.joints[id] ?? []),
    ...[...selection.rooms].flatMap((id) => storey.rooms[id]?.at ?? []),
    ...unitsOf(storey, { ...selection, walls: new Set() }).flatMap(({ bounds }) => [
      { x: bounds.minX, y: bounds.minY },
      { x: bounds.maxX, y: bounds.maxY },
    ]),
  ]);
}

/** Each unit with its shift, as parts of one edit; those that stay are left out. */
export const partsOf = (
  moves: readonly { readonly unit: Unit; readonly motion: Motion; readonly by: Point }[],
): Part[] =>
  moves
    .filter(({ by }) => by.x !== 0 || by.y !== 0)
    .map(({ unit, motion }) => ({ selection: unit.selection, motion }));

function joinedWalls(storey: Storey, walls: ReadonlySet<WallId>): Set<WallId>[] {
  const groups: { joints: Set<string>; walls: Set<WallId> }[] = [];
  for (const id of [...walls].sort()) {
    const ends = endsOf(storey, id);
    const touching = groups.filter(({ joints }) => ends.some((joint) => joints.has(joint)));
    const [first, ...rest] = touching;
    const group = first ?? { joints: new Set(), walls: new Set() };
    if (!first) groups.push(group);
    group.walls.add(id);
    for (const joint of ends) group.joints.add(joint);
    for (const other of rest) {
      for (const wall of other.walls) group.walls.add(wall);
      for (const joint of other.joints) group.joints.add(joint);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups.map((group) => group.walls);
}

/** The corners of a wall's body, without the mitres at its ends. */
function bodyOf(storey: Storey, id: WallId): Point[] {
  const wall = storey.walls[id];
  const a = wall && storey.joints[wall.a];
  const b = wall && storey.joints[wall.b];
  if (!wall || !a || !b) return [];
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const half = length === 0 ? 0 : wall.thickness / 2 / length;
  const x = -(b.y - a.y) * half;
  const y = (b.x - a.x) * half;
  return [a, b].flatMap((end) => [
    { x: end.x + x, y: end.y + y },
    { x: end.x - x, y: end.y - y },
  ]);
}
