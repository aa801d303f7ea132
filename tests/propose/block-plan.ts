import type { HouseholdId, Plan, StoreyId } from '../../shared/plan/model.ts';
import { StoreyBuilder } from '../samples/storey-builder.ts';

/*
 * A shared kitchen between a corridor and an outer wall, and the homes of three across; mm:
 *
 *   y 3960 +------+--------------+------+
 *          | other|   kitchen    | other|   a door into the corridor, a window to the north
 *        0 +------+---- d -------+------+
 *          |           corridor         |
 *    -1800 +---- d ---+--- d --+-- d ---+
 *          |   101    |  102   |  103   |
 *    -6000 +----------+--------+--------+
 *        x -2000     0          3600  5600
 */
export const blockStorey = 'storey_1' as StoreyId;
export const blockRoom = 'room_kitchen';
export const blockHolders = ['101', '102', '103'].map((door) => `household_${door}` as HouseholdId);

/** `isMirrored` draws it from right to left. */
export function blockPlan(isMirrored = false): Plan {
  const plan = new StoreyBuilder('一层', 1, 0, 2800);
  const turn = (x: number): number => (isMirrored ? 3600 - x : x);
  const wall = (
    id: string,
    [ax, ay]: readonly [number, number],
    [bx, by]: readonly [number, number],
    isBearing = true,
  ): void =>
    plan.wall(
      id,
      [turn(ax), ay],
      [turn(bx), by],
      isBearing ? { kind: 'bearing', thickness: 240 } : {},
    );
  wall('south', [-2000, -6000], [5600, -6000]);
  wall('east', [5600, -6000], [5600, 3960]);
  wall('north', [5600, 3960], [-2000, 3960]);
  wall('west', [-2000, 3960], [-2000, -6000]);
  wall('corridor-south', [-2000, -1800], [5600, -1800]);
  wall('corridor-north', [-2000, 0], [5600, 0], false);
  wall('kitchen-west', [0, 0], [0, 3960]);
  wall('kitchen-east', [3600, 0], [3600, 3960]);
  wall('cross-1', [600, -6000], [600, -1800]);
  wall('cross-2', [3100, -6000], [3100, -1800]);
  // Openings are measured from a wall's end of lower id order: mirrored, from the other end.
  const door = (id: string, host: string, from: number, width: number): void =>
    plan.door(id, host, isMirrored ? 3600 - from - width : from, width, { swing: 'south' });
  door('kitchen', 'corridor-north', 1400, 800);
  door('home-1', 'corridor-south', -600, 900);
  door('home-2', 'corridor-south', 1400, 900);
  door('home-3', 'corridor-south', 4000, 900);
  const window = (id: string, host: string, from: number, width: number): void =>
    plan.window(id, host, isMirrored ? 3600 - from - width : from, width);
  window('kitchen', 'north', 2000, 1200);
  window('home-1', 'south', -1200, 1200);
  window('home-2', 'south', 1200, 1200);
  window('home-3', 'south', 3800, 1200);
  plan.room('corridor', [turn(1800), -900], 'corridor', '走廊', ['building']);
  plan.room('kitchen', [turn(1800), 2000], 'kitchen', '公用厨房', [...blockHolders]);
  plan.room('store-west', [turn(-1000), 2000], 'storage', '', ['building']);
  plan.room('store-east', [turn(4600), 2000], 'storage', '', ['building']);
  for (const [index, x] of [-800, 1800, 4400].entries()) {
    const holder = blockHolders[index]!;
    plan.room(`home-${index + 1}`, [turn(x), -4200], 'bed-living', '', [holder]);
  }
  plan.riser('soil', 'soil', '污水1', [turn(3380), 3740], [200, 200]);
  plan.riser('waste', 'waste', '废水1', [turn(220), 3740], [200, 200]);
  return {
    building: { id: 'building_1', name: '', address: '' },
    tenancies: {},
    households: Object.fromEntries(
      blockHolders.map((id) => [id, { door: id.slice(-3), members: 2 }]),
    ),
    storeys: { [blockStorey]: plan.build() },
  } as unknown as Plan;
}
