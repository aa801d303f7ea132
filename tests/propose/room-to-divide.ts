import type { HouseholdId, Plan, Storey, StoreyId } from '../../shared/plan/model.ts';
import type { Ask } from '../../shared/propose/propose.ts';
import { StoreyBuilder } from '../samples/storey-builder.ts';

/*
 * A room between the homes of two households; mm, walls of 120:
 *
 *   +----------------------------------+
 *   |            corridor              |
 *   +--------+---------------+---------+   both stacks stand in the corridor, at the room's wall
 *   | hall A |  the room     | hall B  |
 *   +--------+-------+-------+---------+
 *   |    room of A   |    room of B    |
 *   +----------------+-----------------+
 */
export interface Shape {
  readonly width: number;
  readonly depth: number;
  /** Taken from the upper left corner, for the hall of A: an L. */
  readonly notch?: readonly [number, number];
  /** A boxed shaft in the upper right corner. */
  readonly shaft?: readonly [number, number];
  /** A door from the corridor, so far from the left corner. */
  readonly door?: number;
  /** Its leaf swings into the room, not into the corridor. */
  readonly swingsIn?: boolean;
  /** Bearing walls instead of partitions around it. */
  readonly isBearing?: boolean;
  readonly withoutStacks?: boolean;
}

export const storeyId = 'storey_1' as StoreyId;
export const roomId = 'room_shared';
export const households = ['household_A', 'household_B'] as unknown as readonly HouseholdId[];
const [one, other] = households as readonly [HouseholdId, HouseholdId];

export function planToDivide(shape: Shape): Plan {
  const { width, depth, notch, shaft, isBearing } = shape;
  const plan = new StoreyBuilder('一层', 1, 0, 2800);
  const half = 60;
  const [left, right, low, high] = [-half, width + half, -half, depth + half];
  const [west, east, south, north] = [left - 1560, right + 1560, low - 3000, high + 1560];
  const around = isBearing ? ({ kind: 'bearing', thickness: 120 } as const) : {};
  plan.walls('outer', [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]);
  plan.wall('hall-a-south', [west, low], [left, low]);
  plan.wall('hall-b-south', [right, low], [east, low]);
  plan.wall('south', [left, low], [right, low], around);
  plan.wall('east', [right, low], [right, high], around);
  plan.wall('hall-a-north', [west, high], [left, high]);
  plan.wall('hall-b-north', [right, high], [east, high]);
  const middle = Math.round(width / 2);
  plan.wall('homes', [middle, south], [middle, low]);
  if (notch) {
    const [across, down] = notch;
    plan.wall('west', [left, low], [left, depth - down + half], around);
    plan.wall(
      'notch-south',
      [left, depth - down + half],
      [across - half, depth - down + half],
      around,
    );
    plan.wall('notch-east', [across - half, depth - down + half], [across - half, high], around);
    plan.wall('hall-a-corner', [left, high], [across - half, high]);
    plan.wall('north', [across - half, high], [right, high], around);
  } else {
    plan.wall('west', [left, low], [left, high], around);
    plan.wall('north', [left, high], [right, high], around);
  }
  plan.door('hall-a', 'hall-a-north', west + 300, 800, { swing: 'south' });
  plan.door('hall-b', 'hall-b-north', right + 500, 800, { swing: 'south' });
  plan.door('room-a', 'hall-a-south', west + 300, 800, { swing: 'south' });
  plan.door('room-b', 'hall-b-south', right + 500, 800, { swing: 'south' });
  if (shape.door !== undefined) {
    const swing = shape.swingsIn ? 'south' : 'north';
    plan.door('shared', 'north', shape.door, 700, { swing });
  }
  plan.window('a', 'outer-1', west + 600, 1200);
  plan.window('b', 'outer-1', east - 1800, 1200);
  plan.room('corridor', [middle, north - 500], 'corridor', '', ['building']);
  plan.room('hall-a', [west + 500, depth / 2], 'hall', '', [one]);
  plan.room('hall-b', [east - 500, depth / 2], 'hall', '', [other]);
  plan.room('a', [west + 500, south + 1000], 'bed-living', '', [one]);
  plan.room('b', [east - 500, south + 1000], 'bed-living', '', [other]);
  plan.room(
    'shared',
    [Math.round(width * 0.6), Math.round(depth * 0.3)],
    'kitchen-bath',
    '',
    households,
  );
  if (!shape.withoutStacks) {
    plan.riser('soil', 'soil', '1', [middle - 120, high + half + 120], [240, 240]);
    plan.riser('waste', 'waste', '2', [middle + 120, high + half + 120], [240, 240]);
  }
  if (shaft) {
    const [wide, deep] = shaft;
    plan.riser('shaft', 'supply', '3', [width - wide / 2, depth - deep / 2], [wide, deep]);
  }
  return {
    tenancies: {},
    households: { [one]: { door: 'A' }, [other]: { door: 'B' } },
    storeys: { [storeyId]: plan.build() },
  };
}

/** The same plan turned by quarter turns about the origin, then mirrored in the y axis. */
export function turned(plan: Plan, quarters: number, isMirrored: boolean): Plan {
  const place = <P extends { readonly x: number; readonly y: number }>(p: P): P => {
    let [x, y] = [p.x, p.y];
    for (let quarter = 0; quarter < quarters; quarter++) [x, y] = [-y, x];
    return { ...p, x: isMirrored ? -x : x, y };
  };
  const each = <V>(table: Readonly<Record<string, V>>, change: (value: V) => V) =>
    Object.fromEntries(Object.entries(table).map(([id, value]) => [id, change(value)]));
  const storey = plan.storeys[storeyId]!;
  const moved = {
    ...storey,
    joints: each(storey.joints, place),
    openings: each(storey.openings, (opening) =>
      opening.side && isMirrored
        ? { ...opening, side: opening.side === 'left' ? 'right' : 'left' }
        : opening,
    ),
    rooms: each(storey.rooms, (room) => ({ ...room, at: place(room.at) })),
    risers: each(storey.risers, (riser) => ({
      ...riser,
      at: place(riser.at),
      width: quarters % 2 === 0 ? riser.width : riser.depth,
      depth: quarters % 2 === 0 ? riser.depth : riser.width,
    })),
  } as Storey;
  return { ...plan, storeys: { [storeyId]: moved } };
}

/** The room for both households, with straight cuts only. */
export const askToDivide = (shape: Shape, programme: Ask['programme']): Ask => ({
  plan: planToDivide(shape),
  storey: storeyId,
  room: roomId,
  holders: households,
  programme,
  corners: false,
});
