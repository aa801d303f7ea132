import type { Draft } from 'immer';
import { once } from '../derive/once.ts';
import {
  entries,
  type JointId,
  type Opening,
  type OpeningId,
  type Storey,
  type Table,
  type Wall,
  type WallId,
} from '../plan/model.ts';

/** Who refers to what: found once per table, so that a drag does not search at every move. */

const byJoint = once((walls: Table<WallId, Wall>) => {
  const users = new Map<JointId, [WallId, Wall][]>();
  for (const entry of entries(walls)) {
    for (const joint of new Set([entry[1].a, entry[1].b])) {
      const list = users.get(joint);
      if (list) list.push(entry);
      else users.set(joint, [entry]);
    }
  }
  return users as ReadonlyMap<JointId, readonly [WallId, Wall][]>;
});

const byWall = once(
  (openings: Table<OpeningId, Opening>): ReadonlyMap<WallId, readonly [OpeningId, Opening][]> =>
    Map.groupBy(entries(openings), ([, opening]) => opening.wall),
);

/** The walls that meet at each joint, by id. */
export const wallsByJoint = (
  storey: Pick<Storey, 'walls'>,
): ReadonlyMap<JointId, readonly [WallId, Wall][]> => byJoint(storey.walls);

/** The openings of a wall, by id. */
export const openingsOf = (storey: Storey, wall: WallId): readonly [OpeningId, Opening][] =>
  byWall(storey.openings).get(wall) ?? [];

/** Of these joints, takes away those at which no wall ends any more. */
export function removeUnusedJoints(storey: Draft<Storey>, joints: Iterable<JointId>): void {
  const used = new Set(Object.values(storey.walls).flatMap((wall) => [wall.a, wall.b]));
  for (const joint of joints) if (!used.has(joint)) delete storey.joints[joint];
}
