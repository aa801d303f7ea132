import type {
  BuildingId,
  Household,
  HouseholdId,
  Phase,
  SchemeId,
  Storey,
  StoreyId,
  Tenancy,
  TenancyId,
} from '../../shared/plan/model.ts';
import type { SampleDocument } from './document.ts';
import { drawKitchenBath, drawSharedKitchen, furnishSouthRoom, type Inside } from './furnishing.ts';
import { StoreyBuilder } from './storey-builder.ts';

/*
 * One stair, two households a storey, each with two rooms to the south; the shared kitchen and
 * the shared toilet lie north of the corridor. Only the stair and most outer walls line up:
 *
 *          0       3600     6900    9600      12600      storey 1
 *          0     3000    6300        9900     12600      storey 2: 300 to 600 off, toilet stack
 *                                                        jogs 660, bedroom in the north-east
 *            900    3900    7200   9300       12600      storey 3: added later, set back 900,
 *                                                        toilet above that bedroom
 */

type Level = 1 | 2 | 3;

interface Division {
  /** Axes of the walls across the south side, from the west wall to the east wall. */
  readonly south: readonly [number, number, number, number, number];
  /** Axes of the walls between the rooms to the north. */
  readonly kitchen: readonly [number, number];
  readonly toilet: readonly [number, number];
  /** The other room to the north-east: who holds it and what it is. */
  readonly spare: readonly [number, number];
}

/** The stair stands at x 4500 to 7200 on every storey. */
const stair = [4500, 7200] as const;
const divisions: Record<Level, Division> = {
  1: {
    south: [0, 3600, 6900, 9600, 12600],
    kitchen: [0, 3600],
    toilet: [7200, 9600],
    spare: [9600, 12600],
  },
  2: {
    south: [0, 3000, 6300, 9900, 12600],
    kitchen: [0, 3000],
    toilet: [7200, 10200],
    spare: [10200, 12600],
  },
  3: {
    south: [900, 3900, 7200, 9300, 12600],
    kitchen: [900, 3300],
    toilet: [9600, 12600],
    spare: [7200, 9600],
  },
};

const bearing = { kind: 'bearing' } as const;
const id = (door: string): HouseholdId => `household_${door}` as HouseholdId;

/** Wall axes: corridor between y 4740 and 6480, north wall at 10500. */
const corridorSouth = 4740;
const corridorNorth = 6480;
const north = 10500;

function drawShell(plan: StoreyBuilder, level: Level): void {
  const { south, kitchen, toilet, spare } = divisions[level];
  const west = south[0];
  const east = south[4];
  plan.wall('south', [west, 0], [east, 0], bearing);
  plan.wall('east', [east, 0], [east, north], bearing);
  plan.wall('north', [east, north], [west, north], bearing);
  plan.wall('west', [west, north], [west, 0], bearing);
  plan.wall('corridor-south', [west, corridorSouth], [east, corridorSouth], bearing);
  plan.wall('corridor-north-west', [west, corridorNorth], [stair[0], corridorNorth], bearing);
  plan.wall('stair-front', [stair[0], corridorNorth], [stair[1], corridorNorth], {
    kind: 'boundary',
  });
  plan.wall('corridor-north-east', [stair[1], corridorNorth], [east, corridorNorth], bearing);
  plan.wall('stair-west', [stair[0], corridorNorth], [stair[0], north], bearing);
  plan.wall('stair-east', [stair[1], corridorNorth], [stair[1], north], bearing);
  // Added later or rebuilt: partitions where the storey below has bearing walls, and the reverse.
  for (const [index, axis] of south.slice(1, 4).entries())
    plan.wall(`cross-south-${index + 1}`, [axis, 0], [axis, corridorSouth], {
      kind: level === 3 && index !== 1 ? 'partition' : 'bearing',
    });
  plan.wall('kitchen-east', [kitchen[1], corridorNorth], [kitchen[1], north]);
  const between = Math.max(toilet[0], spare[0]);
  plan.wall('north-east-cross', [between, corridorNorth], [between, north], {
    kind: level === 1 ? 'bearing' : 'partition',
  });

  for (const bay of [0, 1, 2, 3] as const) {
    const width = south[bay + 1]! - south[bay]! > 3000 ? 1500 : 1200;
    const middle = (south[bay]! + south[bay + 1]!) / 2;
    plan.window(`south-${bay + 1}`, 'south', middle - width / 2, width);
  }
  const kitchenMiddle = (kitchen[0] + kitchen[1]) / 2;
  plan.window('kitchen', 'north', kitchenMiddle - 600, 1200);
  plan.window('toilet', 'north', toilet[0] + 700, 600, { sill: 1500 });
  plan.window('spare', 'north', (spare[0] + spare[1]) / 2 - 600, 1200);
  plan.window('corridor-west', 'west', 5150, 900);
  plan.window('corridor-east', 'east', 5150, 900);
  if (level === 1) plan.door('entrance', 'north', 5200, 1300, { leaf: 'double', swing: 'north' });
  else plan.window('stair', 'north', 5250, 1200, { sill: 1100 });

  // Each home is entered through its inner room; the outer room lies behind it.
  plan.door('west', 'corridor-south', south[2] - 1100, 900, { hinge: 'high', swing: 'south' });
  plan.door('east', 'corridor-south', south[2] + 200, 900, { hinge: 'low', swing: 'south' });
  plan.door('west-bedroom', 'cross-south-1', 3500, 800, { hinge: 'high', swing: 'west' });
  plan.door('east-bedroom', 'cross-south-3', 3500, 800, { hinge: 'high', swing: 'east' });
  plan.door('kitchen', 'corridor-north-west', kitchen[0] + 200, 800, {
    hinge: 'low',
    swing: 'north',
  });
  plan.door('toilet', 'corridor-north-east', toilet[0] + 200, 700, {
    hinge: 'low',
    swing: 'north',
  });
  plan.door('meters', 'corridor-north-west', stair[0] - 720, 600, {
    hinge: 'high',
    swing: 'north',
  });
  plan.door('spare', 'corridor-north-east', spare[1] - 1000, 800, {
    hinge: 'high',
    swing: 'north',
  });
}

function drawHomes(plan: StoreyBuilder, level: Level): void {
  const { south, kitchen, spare } = divisions[level];
  const [west, east] = [`${level}01`, `${level}02`];
  const thin = level === 3;
  const inside = (bay: 0 | 1 | 2 | 3): Inside => ({
    west: south[bay]! + (thin && (bay === 1 || bay === 3) ? 60 : 120),
    east: south[bay + 1]! - (thin && (bay === 0 || bay === 2) ? 60 : 120),
    south: 120,
    north: corridorSouth - 120,
  });
  const middle = (bay: 0 | 1 | 2 | 3): number => Math.round((south[bay]! + south[bay + 1]!) / 2);
  plan.room(`${west}-bedroom`, [middle(0), 2300], 'bedroom', '卧室', [id(west)]);
  plan.room(`${west}-living`, [middle(1), 2300], 'living', '起居室', [id(west)]);
  plan.room(`${east}-living`, [middle(2), 2300], 'living', '起居室', [id(east)]);
  plan.room(`${east}-bedroom`, [middle(3), 2300], 'bedroom', '卧室', [id(east)]);
  furnishSouthRoom(plan, `${west}-bedroom`, inside(0), 'west');
  furnishSouthRoom(plan, `${east}-bedroom`, inside(3), 'east');
  for (const [home, bay, side] of [
    [west, 1, 'east'],
    [east, 2, 'west'],
  ] as const) {
    const room = inside(bay);
    const back = side === 'east' ? room.east : room.west;
    plan.fixture(`${home}-living-table`, 'table', [back, 1500], side === 'east' ? 'west' : 'east', {
      width: 1200,
    });
  }

  plan.room('stair', [5850, 8800], 'stair', '楼梯', ['building']);
  plan.room('corridor', [5850, 5600], 'corridor', '走廊', ['building']);
  plan.room('meters', [(kitchen[1] + stair[0]) / 2, 8500], 'utility', '电表间', ['building']);
  const spareMiddle = (spare[0] + spare[1]) / 2;
  if (level === 2) {
    plan.room(`${east}-spare`, [spareMiddle, 8300], 'bedroom', '次卧', [id(east)]);
    plan.fixture(`${east}-spare-bed`, 'bed', [spare[1] - 120, 9300], 'west', { depth: 1900 });
  } else plan.room('store', [spareMiddle, 8300], 'storage', '公用储藏', ['building']);
}

function drawFacilities(plan: StoreyBuilder, level: Level, proposal: boolean): void {
  const { kitchen, toilet } = divisions[level];
  const [west, east] = [`${level}01`, `${level}02`];
  const both = [id(west), id(east)];
  const old: Phase = proposal ? 'demolished' : 'existing';
  const kitchenInside: Inside = {
    west: kitchen[0] + 120,
    east: kitchen[1] - 60,
    south: corridorNorth + 120,
    north: north - 120,
  };
  const beside = level === 1 ? 120 : 60;
  const toiletInside: Inside = {
    west: toilet[0] + (level === 3 ? beside : 120),
    east: toilet[1] - (level === 3 ? 120 : beside),
    south: corridorNorth + 120,
    north: north - 120,
  };
  const kitchenAt = [Math.round((kitchen[0] + kitchen[1]) / 2), 8300] as const;
  const toiletAt = [toilet[0] + 900, 8300] as const;
  plan.room('kitchen', kitchenAt, 'kitchen', '公用厨房', both, old);
  plan.room('toilet', toiletAt, 'bathroom', '公用厕所', both, old);
  drawSharedKitchen(plan, kitchenInside, {
    cookers: [west, east].map((door) => ({ door, phase: old })),
    sinks: 2,
    phase: old,
  });
  plan.riser('kitchen-waste', 'waste', '废水1', [
    kitchenInside.east - 110,
    kitchenInside.south + 110,
  ]);
  plan.fixture('toilet-wc', 'wc', [toiletInside.east, 9500], 'west', { phase: old });
  plan.fixture('toilet-basin', 'basin', [toiletInside.east, 8400], 'west', { phase: old });
  plan.riser('toilet-soil', 'soil', '污水1', [toiletInside.east - 110, toiletInside.north - 110]);
  if (!proposal) return;

  const row = { doorSide: 'west', passage: 850 } as const;
  drawKitchenBath(plan, west, kitchenInside, { ...row, soil: '污水2', waste: null });
  drawKitchenBath(plan, east, toiletInside, { ...row, soil: null, waste: '废水2' });
  divide(plan, west, kitchen);
  divide(plan, east, toilet);
}

/** A new partition makes one room into a kitchen at the corridor and a bathroom behind it. */
function divide(plan: StoreyBuilder, door: string, axes: readonly [number, number]): void {
  const y = 8630;
  const wall = `${door}-bathroom`;
  const middle = (axes[0] + axes[1]) / 2;
  plan.wall(wall, [axes[0], y], [axes[1], y], { thickness: 100, phase: 'new' });
  plan.door(wall, wall, axes[0] + 320, 700, { hinge: 'low', swing: 'north', phase: 'new' });
  plan.room(`${door}-kitchen`, [middle, 7700], 'kitchen', '厨房', [id(door)], 'new');
  plan.room(`${door}-bathroom`, [middle, 9300], 'bathroom', '卫生间', [id(door)], 'new');
}

function storey(level: Level, proposal: boolean): Storey {
  const name = { 1: '一层', 2: '二层', 3: '三层（加层）' }[level];
  const height = level === 3 ? 2800 : 3000;
  const plan = new StoreyBuilder(name, level, (level - 1) * 3000, height);
  drawShell(plan, level);
  drawHomes(plan, level);
  drawFacilities(plan, level, proposal);
  return plan.build();
}

const storeys = (proposal: boolean): Record<StoreyId, Storey> => ({
  ['storey_1' as StoreyId]: storey(1, proposal),
  ['storey_2' as StoreyId]: storey(2, proposal),
  ['storey_3' as StoreyId]: storey(3, proposal),
});

export function outOfLine(): SampleDocument {
  const doors = ['101', '102', '201', '202', '301', '302'];
  const tenancies: Record<TenancyId, Tenancy> = {};
  const households: Record<HouseholdId, Household> = {};
  for (const [index, door] of doors.entries()) {
    const tenancy = `tenancy_${door}` as TenancyId;
    tenancies[tenancy] = { certificate: `示例-${door}` };
    households[id(door)] = { door, members: 2 + (index % 3), tenancy };
  }
  return {
    building: {
      id: 'building_out-of-line' as BuildingId,
      name: '上下错位 Out of line',
      address: '上海市天山路街道（示例） Tianshan Road, Shanghai (sample)',
    },
    tenancies,
    households,
    schemes: [
      {
        id: 'scheme_a' as SchemeId,
        name: '方案甲 就地改造',
        description:
          '每层厨房、厕所各归一户；立管错位，302卫生间在202次卧之上。 Each storey gives its kitchen to one household and its toilet to the other; stacks are out of line, and the bathroom of 302 lies above a bedroom of 202.',
        storeys: storeys(true),
      },
      {
        id: 'scheme_b' as SchemeId,
        name: '方案乙 现状查勘',
        description: '仅有现状测绘，尚未设计。 The survey only: nothing is changed yet.',
        storeys: storeys(false),
      },
    ],
  };
}
