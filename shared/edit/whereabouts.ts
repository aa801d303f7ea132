import Flatbush from 'flatbush';
import { once } from '../derive/once.ts';
import type { Joint, JointId, Point, Storey, Table, Wall, WallId } from '../plan/model.ts';
import { wallsByJoint } from './users.ts';

/** What lies near a place on a storey as it was: found once per table, so that a drag does not search at every move. */

type Tables = Pick<Storey, 'joints' | 'walls'>;

class Near<V> {
  readonly #values: readonly V[];
  readonly #tree: Flatbush | null;

  /** Values with the ends of the lines that they lie along, mm. */
  constructor(placed: readonly (readonly [V, Point, Point])[]) {
    this.#values = placed.map(([value]) => value);
    this.#tree = placed.length === 0 ? null : new Flatbush(placed.length, 8);
    for (const [, a, b] of placed) {
      this.#tree?.add(
        Math.min(a.x, b.x),
        Math.min(a.y, b.y),
        Math.max(a.x, b.x),
        Math.max(a.y, b.y),
      );
    }
    this.#tree?.finish();
  }

  /** Those whose box comes within `reach` mm of the box around a line, in their order. */
  along(a: Point, b: Point, reach: number): V[] {
    const found = this.#tree?.search(
      Math.min(a.x, b.x) - reach,
      Math.min(a.y, b.y) - reach,
      Math.max(a.x, b.x) + reach,
      Math.max(a.y, b.y) + reach,
    );
    return (found ?? []).sort((one, other) => one - other).map((index) => this.#values[index]!);
  }
}

const wallIndex = once((joints: Table<JointId, Joint>, walls: Table<WallId, Wall>) => {
  const placed: [WallId, Point, Point][] = [];
  for (const id in walls) {
    const wall = walls[id as WallId]!;
    const a = joints[wall.a];
    const b = joints[wall.b];
    if (a && b) placed.push([id as WallId, a, b]);
  }
  return new Near(placed);
});

const jointIndex = once((joints: Table<JointId, Joint>, walls: Table<WallId, Wall>) => {
  const placed: [JointId, Point, Point][] = [];
  for (const id of wallsByJoint({ walls }).keys()) {
    const at = joints[id];
    if (at) placed.push([id, at, at]);
  }
  return new Near(placed);
});

/** Walls whose lines may come within `reach` mm of a point. */
export const wallsNear = ({ joints, walls }: Tables, point: Point, reach: number): WallId[] =>
  wallIndex(joints, walls).along(point, point, reach);

/** Joints at which walls end, within `reach` mm of the box around a line; in the order of their walls. */
export const jointsNear = (
  { joints, walls }: Tables,
  a: Point,
  b: Point,
  reach: number,
): JointId[] => jointIndex(joints, walls).along(a, b, reach);
