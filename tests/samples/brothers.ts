import type {
  BuildingId,
  HouseholdId,
  SchemeId,
  Storey,
  StoreyId,
  TenancyId,
} from '../../shared/plan/model.ts';
import type { SampleDocument } from './document.ts';
import { StoreyBuilder } from './storey-builder.ts';

/*
 * Third storey, part of it; mm, wall axes. Before:
 *
 *  y 10980  +--------+-----------+------+
 *           | stair  | shared    | WC   |
 *    6780   +- - - - +-----------+------+----------+
 *           |        common corridor               |
 *    5100   +---------+--+-----------+-+-----------+
 *           |         |h | storage     |           |
 *    2980   | 301     +--+-------------+ 303       |
 *           |         | 302, shared by |           |
 *       0   |         | two households |           |
 *           +---------+----------------+-----------+
 *      x -3300        0  1090         4300        7700
 *
 * After: the common storage becomes a kitchen-bath of 2000 x 2000 net (x 1150-3150, y 3040-5040)
 * with a hall on either side, and 302 is divided at x = 2150.
 */

const jia = 'household_302-jia' as HouseholdId;
const yi = 'household_302-yi' as HouseholdId;
const neighbourWest = 'household_301' as HouseholdId;
const neighbourEast = 'household_303' as HouseholdId;
const all = [neighbourWest, jia, yi, neighbourEast];
const certificate = 'tenancy_302' as TenancyId;

const middle = 2150;

function drawShell(plan: StoreyBuilder): void {
  const bearing = { kind: 'bearing' } as const;
  plan.wall('south', [-3300, 0], [7700, 0], bearing);
  plan.wall('east', [7700, 0], [7700, 6780], bearing);
  plan.wall('corridor-north', [-600, 6780], [7700, 6780], bearing);
  plan.wall('wc-east', [4500, 6780], [4500, 10980], bearing);
  plan.wall('north', [4500, 10980], [-3300, 10980], bearing);
  plan.wall('west', [-3300, 10980], [-3300, 0], bearing);
  plan.wall('stair-east', [-600, 10980], [-600, 6780], bearing);
  plan.wall('wc-west', [2900, 6780], [2900, 10980], bearing);
  plan.wall('cross-301', [0, 0], [0, 5100], bearing);
  plan.wall('cross-303', [4300, 0], [4300, 5100], bearing);
  plan.wall('corridor-south', [-3300, 5100], [7700, 5100]);
  plan.wall('stair-front', [-3300, 6780], [-600, 6780], { kind: 'boundary' });
  plan.wall('302-north', [0, 2980], [4300, 2980]);
  plan.wall('302-hall', [1090, 2980], [1090, 5100]);

  plan.window('stair', 'north', -2700, 1500, { sill: 1100 });
  plan.window('kitchen-west', 'north', 150, 1000);
  plan.window('kitchen-east', 'north', 1700, 800);
  plan.window('wc', 'north', 3350, 700, { sill: 1500 });
  plan.window('corridor-west', 'west', 5400, 1000);
  plan.window('corridor-east', 'east', 5400, 1000);
  plan.window('corridor-north', 'corridor-north', 5400, 1500);
  plan.window('301', 'south', -2400, 1500);
  plan.window('302-west', 'south', 480, 1200);
  plan.window('302-east', 'south', 2620, 1200);
  plan.window('303', 'south', 5250, 1500);
  plan.door('301', 'corridor-south', -1200, 900, { hinge: 'high', swing: 'south' });
  plan.door('302', 'corridor-south', 175, 800, { hinge: 'low', swing: 'south' });
  plan.door('303', 'corridor-south', 4600, 900, { hinge: 'low', swing: 'south' });
  plan.door('302-room', '302-north', 175, 800, { hinge: 'low', swing: 'south' });
}

function drawCommonRooms(plan: StoreyBuilder): void {
  plan.room('stair', [-1950, 9400], 'stair', '楼梯', ['building']);
  plan.room('corridor', [1200, 6050], 'corridor', '走廊', ['building']);

  // Before: one kitchen and one toilet for the four households.
  plan.door('kitchen', 'corridor-north', 1900, 800, {
    hinge: 'high',
    swing: 'north',
    phase: 'demolished',
  });
  plan.room('kitchen', [1150, 9600], 'kitchen', '公用厨房', all, 'demolished');
  const gone = { phase: 'demolished' } as const;
  const gas = { fuel: 'gas', ...gone } as const;
  plan.fixture('kitchen-cooker-301', 'cooker', [-480, 7860], 'east', gas);
  plan.fixture('kitchen-cooker-302-jia', 'cooker', [-480, 8800], 'east', gas);
  plan.fixture('kitchen-cooker-302-yi', 'cooker', [-480, 9740], 'east', gas);
  plan.fixture('kitchen-cooker-303', 'cooker', [2780, 9700], 'west', gas);
  plan.fixture('kitchen-sink-1', 'sink', [700, 10860], 'south', { width: 600, ...gone });
  plan.fixture('kitchen-sink-2', 'sink', [1500, 10860], 'south', { width: 600, ...gone });
  plan.fixture('kitchen-worktop', 'worktop', [2780, 8700], 'west', {
    width: 1000,
    depth: 470,
    ...gone,
  });
  plan.riser('kitchen-waste', 'waste', '废水1', [-370, 10750]);
  plan.riser('kitchen-gas', 'gas', '煤气1', [-430, 6950], [100, 100]);

  plan.door('wc', 'corridor-north', 3120, 700, { hinge: 'low', swing: 'north' });
  plan.room('wc', [3700, 8200], 'bathroom', '公用厕所', all, 'demolished');
  plan.fixture('wc-1', 'wc', [4380, 9900], 'west', gone);
  plan.fixture('wc-2', 'wc', [4380, 8900], 'west', gone);
  plan.fixture('wc-basin', 'basin', [4380, 7900], 'west', gone);
  plan.riser('wc-soil', 'soil', '污水1', [4270, 10750]);

  plan.door('storage', 'corridor-south', 2500, 800, {
    hinge: 'high',
    swing: 'south',
    phase: 'demolished',
  });
  plan.room('storage', [2700, 4000], 'storage', '公用储藏', ['building'], 'demolished');
}

/** Own kitchen-baths across the corridor, made from the shared kitchen and the shared toilet. */
function drawNeighbours(plan: StoreyBuilder): void {
  const fresh = { phase: 'new' } as const;
  plan.room('301', [-1650, 2600], 'bed-living', '居室', [neighbourWest]);
  plan.room('303', [6000, 2600], 'bed-living', '居室', [neighbourEast]);
  plan.fixture('301-bed', 'bed', [-3180, 1300], 'east');
  plan.fixture('301-wardrobe', 'wardrobe', [-120, 1400], 'west');
  plan.fixture('301-table', 'table', [-3180, 3300], 'east');
  plan.fixture('303-bed', 'bed', [7580, 1300], 'west');
  plan.fixture('303-wardrobe', 'wardrobe', [4420, 1400], 'east');
  plan.fixture('303-table', 'table', [7580, 3300], 'west');

  plan.wall('301-kitchen-bath-east', [1450, 6780], [1450, 10980], fresh);
  plan.door('301-kitchen-bath', 'corridor-north', 500, 800, {
    hinge: 'high',
    swing: 'north',
    ...fresh,
  });
  plan.room('301-kitchen-bath', [800, 8700], 'kitchen-bath', '厨卫', [neighbourWest], 'new');
  plan.fixture('301-sink', 'sink', [-480, 9400], 'east', fresh);
  plan.fixture('301-worktop', 'worktop', [-480, 8875], 'east', {
    width: 600,
    depth: 470,
    ...fresh,
  });
  plan.fixture('301-cooker', 'cooker', [-480, 8215], 'east', { fuel: 'electric', ...fresh });
  plan.fixture('301-wc', 'wc', [120, 10860], 'south', fresh);
  plan.fixture('301-shower', 'shower', [990, 10860], 'south', fresh);
  plan.fixture('301-basin', 'basin', [1390, 9200], 'west', fresh);
  plan.riser('301-soil', 'soil', '污水2', [-370, 10530], [220, 220], 'new');

  plan.door('storage-new', 'corridor-north', 1750, 800, { hinge: 'low', swing: 'north', ...fresh });
  plan.room('storage-new', [2150, 8700], 'storage', '公用储藏', ['building'], 'new');

  plan.room('303-kitchen-bath', [3700, 8200], 'kitchen-bath', '厨卫', [neighbourEast], 'new');
  plan.fixture('303-sink', 'sink', [4380, 7365], 'west', fresh);
  plan.fixture('303-worktop', 'worktop', [4380, 7840], 'west', {
    width: 500,
    depth: 470,
    ...fresh,
  });
  plan.fixture('303-cooker', 'cooker', [4380, 8450], 'west', { fuel: 'electric', ...fresh });
  plan.fixture('303-basin', 'basin', [4380, 9160], 'west', { width: 400, depth: 300, ...fresh });
  plan.fixture('303-wc', 'wc', [4380, 9760], 'west', fresh);
  plan.fixture('303-shower', 'shower', [3420, 10860], 'south', fresh);
  plan.riser('303-waste', 'waste', '废水2', [4270, 7010], [220, 220], 'new');
}

/** Everything of 302 but the kitchen-bath itself: the same in both schemes. */
function draw302(plan: StoreyBuilder): void {
  const fresh = { phase: 'new' } as const;
  plan.room('302', [2150, 1500], 'bed-living', '居室', [jia, yi], 'demolished');
  plan.room('302-hall', [575, 3900], 'hall', '过道', [jia, yi], 'demolished');
  plan.fixture('302-bed-west', 'bed', [720, 120], 'north', { width: 1200, depth: 1900 });
  plan.fixture('302-bed-east', 'bed', [3580, 120], 'north', { width: 1200, depth: 1900 });
  plan.fixture('302-wardrobe', 'wardrobe', [middle, 120], 'north', {
    width: 900,
    phase: 'demolished',
  });

  plan.wall('302-middle', [middle, 0], [middle, 2980], fresh);
  plan.wall('kitchen-bath-east', [3210, 2980], [3210, 5100], fresh);
  plan.door('302-yi', 'corridor-south', 3325, 800, { hinge: 'high', swing: 'south', ...fresh });
  plan.door('302-yi-room', '302-north', 3325, 800, { hinge: 'high', swing: 'south', ...fresh });
  plan.room('302-jia', [1400, 2300], 'bed-living', '居室（甲）', [jia], 'new');
  plan.room('302-yi', [2900, 2300], 'bed-living', '居室（乙）', [yi], 'new');
  plan.room('302-jia-hall', [575, 3900], 'hall', '过道（甲）', [jia], 'new');
  plan.room('302-yi-hall', [3725, 3900], 'hall', '过道（乙）', [yi], 'new');
  plan.fixture('302-jia-wardrobe', 'wardrobe', [2090, 1000], 'west', { width: 900, ...fresh });
  plan.fixture('302-yi-wardrobe', 'wardrobe', [2210, 1000], 'east', { width: 900, ...fresh });

  plan.door('kitchen-bath-jia', '302-hall', 3620, 700, {
    leaf: 'sliding',
    swing: 'west',
    ...fresh,
  });
  plan.door('kitchen-bath-yi', 'kitchen-bath-east', 3620, 700, {
    leaf: 'sliding',
    swing: 'east',
    ...fresh,
  });
  drawSet(plan, 'jia', (fromWall) => 1150 + fromWall, 'east', 'west');
  drawSet(plan, 'yi', (fromWall) => 3150 - fromWall, 'west', 'east');
  // Both stacks stand in the corridor at the end of the dividing line: 1500 - 240 leaves 1260.
  plan.riser('kitchen-bath-soil', 'soil', '污水3', [middle - 120, 5280], [240, 240], 'new');
  plan.riser('kitchen-bath-waste', 'waste', '废水3', [middle + 120, 5280], [240, 240], 'new');
}

/**
 * One household's fixtures in its half, 950 x 2000, so that a partition of 100 fits between the
 * halves: kitchen row at the south wall, toilet at the north wall, wet floor between them.
 */
function drawSet(
  plan: StoreyBuilder,
  household: 'jia' | 'yi',
  x: (fromSideWall: number) => number,
  inward: 'east' | 'west',
  outward: 'east' | 'west',
): void {
  const fresh = { phase: 'new' } as const;
  plan.fixture(`${household}-cooker`, 'cooker', [x(250), 3040], 'north', {
    width: 300,
    depth: 500,
    fuel: 'electric',
    ...fresh,
  });
  plan.fixture(`${household}-sink`, 'sink', [x(675), 3040], 'north', fresh);
  plan.fixture(`${household}-shower`, 'shower', [x(950), 3980], outward, fresh);
  plan.fixture(`${household}-basin`, 'basin', [x(0), 4640], inward, {
    width: 350,
    depth: 250,
    ...fresh,
  });
  plan.fixture(`${household}-wc`, 'wc', [x(570), 5040], 'south', fresh);
}

function storey(divided: boolean): Storey {
  const plan = new StoreyBuilder('三层（局部）', 3, 5600, 2800);
  drawShell(plan);
  drawCommonRooms(plan);
  drawNeighbours(plan);
  draw302(plan);
  if (divided) {
    plan.wall('kitchen-bath-middle', [middle, 2980], [middle, 5100], {
      thickness: 100,
      phase: 'new',
    });
    plan.room('kitchen-bath-jia', [1625, 4000], 'kitchen-bath', '厨卫（甲）', [jia], 'new');
    plan.room('kitchen-bath-yi', [2675, 4000], 'kitchen-bath', '厨卫（乙）', [yi], 'new');
  } else {
    plan.room('kitchen-bath', [middle, 4000], 'kitchen-bath', '合用厨卫', [jia, yi], 'new');
  }
  return plan.build();
}

export function brothers(): SampleDocument {
  return {
    building: {
      id: 'building_brothers' as BuildingId,
      name: '兄弟两户 Two brothers',
      address: '上海市天山路街道（示例） Tianshan Road, Shanghai (sample)',
    },
    tenancies: {
      ['tenancy_301' as TenancyId]: { certificate: '示例-301', certifiedArea: 15_000_000 },
      [certificate]: { certificate: '示例-302', certifiedArea: 11_300_000 },
      ['tenancy_303' as TenancyId]: { certificate: '示例-303', certifiedArea: 15_500_000 },
    },
    households: {
      [neighbourWest]: { door: '301', members: 3, tenancy: 'tenancy_301' as TenancyId },
      [jia]: { door: '302甲', members: 3, tenancy: certificate },
      [yi]: { door: '302乙', members: 2, tenancy: certificate },
      [neighbourEast]: { door: '303', members: 2, tenancy: 'tenancy_303' as TenancyId },
    },
    schemes: [
      {
        id: 'scheme_a' as SchemeId,
        name: '方案甲 合用',
        description:
          '302室两户合用一间4.00 m²的厨卫。 Both households of 302 share one kitchen-bath.',
        storeys: { ['storey_3' as StoreyId]: storey(false) },
      },
      {
        id: 'scheme_b' as SchemeId,
        name: '方案乙 分隔',
        description:
          '厨卫用100 mm隔墙一分为二，每户1.90 m²。 A 100 mm partition gives each household 1.90 m².',
        storeys: { ['storey_3' as StoreyId]: storey(true) },
      },
    ],
  };
}
