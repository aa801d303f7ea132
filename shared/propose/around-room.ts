import { sweptBy } from '../derive/door-swings.ts';
import type { Room, StoreyRooms } from '../derive/room.ts';
import { distance } from '../geometry/point.ts';
import type { Ring } from '../geometry/polygon.ts';
import type { Point, Storey, WallId } from '../plan/model.ts';

/** A wall stretch on the plan: `a` to `b` runs with the room on its left. */
export interface Beside {
  readonly wall: WallId;
  readonly a: Point;
  readonly b: Point;
  readonly beyond: Room | null;
  /** What the leaves of its doors sweep there, without those of the room itself. */
  readonly leaves: readonly Ring[];
}

export function besideWalls(storey: Storey, derived: StoreyRooms, room: Room): Beside[] {
  const found: Beside[] = [];
  const swept = new Map<Room | null, readonly Ring[]>([[null, []]]);
  const leavesIn = (beyond: Room | null): readonly Ring[] => {
    const known = swept.get(beyond) ?? sweptIn(storey, derived, beyond!, room);
    swept.set(beyond, known);
    return known;
  };
  for (const [id, stretches] of derived.stretches) {
    const wall = storey.walls[id];
    if (!wall || wall.kind === 'boundary') continue;
    const a = storey.joints[wall.a]!;
    const b = storey.joints[wall.b]!;
    const length = distance(a, b);
    const at = (along: number): Point => ({
      x: a.x + ((b.x - a.x) * along) / length,
      y: a.y + ((b.y - a.y) * along) / length,
    });
    const add = (from: number, to: number, other: string | null): void => {
      const beyond = other === null ? null : (derived.byId.get(other) ?? null);
      found.push({ wall: id, a: at(from), b: at(to), beyond, leaves: leavesIn(beyond) });
    };
    for (const { from, to, left, right } of stretches) {
      if (left === room.id && right !== room.id) add(from, to, right);
      else if (right === room.id && left !== room.id) add(to, from, left);
    }
  }
  return found;
}

/** Doors between a room and any but ours that swing into it. */
const sweptIn = (storey: Storey, derived: StoreyRooms, { id }: Room, ours: Room): Ring[] =>
  derived.links.flatMap((link) => {
    const opening = link.opening === null ? undefined : storey.openings[link.opening];
    const [into, other] = opening?.side === 'left' ? [link.to, link.from] : [link.from, link.to];
    return opening && into === id && other !== ours.id ? sweptBy(storey, opening) : [];
  });

export const isOpenSided = (storey: Storey, derived: StoreyRooms, room: Room): boolean =>
  [...derived.stretches].some(
    ([id, stretches]) =>
      storey.walls[id]?.kind === 'boundary' &&
      stretches.some(
        ({ left, right }) => left !== right && (left === room.id || right === room.id),
      ),
  );
