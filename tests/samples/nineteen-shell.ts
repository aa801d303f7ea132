import type { HouseholdId } from '../../shared/plan/model.ts';
import type { StoreyBuilder } from './storey-builder.ts';

export const southAxes = [0, 3300, 6300, 9900, 12900, 15900, 19500] as const;
const bearing = { kind: 'bearing' } as const;

export type Level = 1 | 2 | 3;

export const id = (door: string): HouseholdId => `household_${door}` as HouseholdId;

/** Which door opens to which rooms, by storey; null is a common store. */
interface Homes {
  readonly bays: readonly [string, string, string, string, string];
  readonly end: string;
  readonly northWest: string | null;
  readonly northSmall: string | null;
}
export const homes: Record<Level, Homes> = {
  1: {
    bays: ['101', '102', '103', '104', '104'],
    end: '105',
    northWest: null,
    northSmall: null,
  },
  2: {
    bays: ['201', '202', '203', '204', '204'],
    end: '205',
    northWest: '207',
    northSmall: '206',
  },
  3: {
    bays: ['301', '302', '303', '304', '305'],
    end: '306',
    northWest: '307',
    northSmall: null,
  },
};

export const doorsOf = (level: Level): string[] => {
  const { bays, end, northSmall, northWest } = homes[level];
  const all = [...bays, end, northSmall, northWest].filter((door) => door !== null);
  return [...new Set(all)].sort();
};

export function drawShell(plan: StoreyBuilder, level: Level): void {
  plan.wall('south', [0, 0], [19500, 0], bearing);
  plan.wall('east', [19500, 0], [19500, 6540], bearing);
  plan.wall('north-east', [13800, 6540], [13800, 11040], bearing);
  plan.wall('north', [13800, 11040], [0, 11040], bearing);
  plan.wall('west', [0, 11040], [0, 0], bearing);
  plan.wall('corridor-south', [0, 4800], [15900, 4800], bearing);
  plan.wall('corridor-north-west', [0, 6540], [3300, 6540], bearing);
  plan.wall('stair-front', [3300, 6540], [6300, 6540], { kind: 'boundary' });
  plan.wall('corridor-north', [6300, 6540], [19500, 6540], bearing);
  plan.wall('end', [15900, 0], [15900, 6540], bearing);
  plan.wall('end-middle', [15900, 3960], [19500, 3960]);
  for (const [index, axis] of southAxes.slice(1, 5).entries())
    plan.wall(`cross-south-${index + 1}`, [axis, 0], [axis, 4800], bearing);
  for (const [index, axis] of [3300, 6300, 9900, 11700].entries())
    plan.wall(`cross-north-${index + 1}`, [axis, 6540], [axis, 11040], bearing);

  for (const [bay, width] of [1500, 1200, 1800, 1200, 1200].entries()) {
    const middle = (southAxes[bay]! + southAxes[bay + 1]!) / 2;
    plan.window(`south-${bay + 1}`, 'south', middle - width / 2, width);
  }
  plan.window('south-6', 'south', 16950, 1500);
  plan.window('end-east', 'east', 4700, 1000);
  plan.window('end-north', 'corridor-north', 16250, 900);
  plan.window('corridor-north', 'corridor-north', 14200, 1200);
  plan.window('corridor-west', 'west', 5250, 900);
  plan.window('kitchen', 'north', 7200, 1800);
  plan.window('wc', 'north', 10400, 700, { sill: 1500 });
  plan.window('north-west', 'north', 900, 1500);
  plan.window('north-small', 'north', 12250, 900);
  if (level === 1) plan.door('entrance', 'north', 4150, 1300, { leaf: 'double', swing: 'north' });
  else plan.window('stair', 'north', 4200, 1200, { sill: 1100 });

  plan.door('bay-1', 'corridor-south', 2050, 900, { hinge: 'high', swing: 'south' });
  plan.door('bay-2', 'corridor-south', 3450, 900, { hinge: 'low', swing: 'south' });
  plan.door('bay-3', 'corridor-south', 6550, 900, { hinge: 'low', swing: 'south' });
  plan.door('bay-4', 'corridor-south', 10150, 900, { hinge: 'low', swing: 'south' });
  if (level === 3)
    plan.door('bay-5', 'corridor-south', 14750, 900, { hinge: 'high', swing: 'south' });
  else plan.door('bay-4-5', 'cross-south-4', 1700, 800, { hinge: 'low', swing: 'east' });
  plan.door('end', 'end', 5200, 900, { hinge: 'high', swing: 'east' });
  plan.door('end-bedroom', 'end-middle', 16150, 850, { hinge: 'low', swing: 'south' });
  plan.door('north-west', 'corridor-north-west', 2050, 900, { hinge: 'high', swing: 'north' });
  plan.door('north-small', 'corridor-north', 11950, 800, { hinge: 'low', swing: 'north' });
  plan.door('kitchen', 'corridor-north', 7650, 900, { hinge: 'low', swing: 'north' });
  plan.door('wc', 'corridor-north', 10150, 700, { hinge: 'low', swing: 'north' });
}
