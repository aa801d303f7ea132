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
import { drawKitchenBath, drawSharedKitchen, furnishSouthRoom } from './furnishing.ts';
import { doorsOf, drawShell, homes, id, type Level, southAxes } from './nineteen-shell.ts';
import { StoreyBuilder } from './storey-builder.ts';

/*
 * Second storey; mm, wall axes. The ground storey has stores in place of 206 and 207; on the
 * third, 204's two rooms are two homes and the small north room is a store.
 *
 *  y 11040 +------+------+--------+----+------+
 *          | 207  |stair | shared | WC | 206  |
 *          |      |      | kitchen|    |      |
 *     6540 +------+- - - +--------+----+------+------+--------+
 *          |             corridor                    | 205    |
 *     4800 +------+------+--------+------+-----------+        |
 *          | 201  | 202  | 203    | 204  | 204       +--------+ 3960
 *          |      |      |        |      |           | 205    |
 *        0 +------+------+--------+------+-----------+--------+
 *        x 0    3300   6300     9900   12900      15900    19500
 *  north x 0    3300   6300     9900   11700  13800
 */

/** Own kitchen and bathroom in scheme A: the bays that hold the two new pairs of stacks. */
const servedOf = (level: Level): string[] => [
  homes[level].bays[2],
  homes[level].bays[3],
  homes[level].end,
];

function drawHomes(plan: StoreyBuilder, level: Level, proposal: boolean): void {
  const { bays, end, northSmall, northWest } = homes[level];
  const gone: Phase = proposal ? 'demolished' : 'existing';
  const twoRooms = bays[3] === bays[4];
  bays.forEach((door, bay) => {
    const inside = {
      west: southAxes[bay]! + 120,
      east: southAxes[bay + 1]! - 120,
      south: 120,
      north: 4680,
    };
    const middle = (inside.west + inside.east) / 2;
    const part = twoRooms && bay === 4 ? '-bedroom' : '';
    const use = !twoRooms || bay < 3 ? 'bed-living' : bay === 3 ? 'living' : 'bedroom';
    const name = use === 'bed-living' ? '居室' : use === 'living' ? '起居室' : '卧室';
    plan.room(`${door}${part}`, [middle, 2300], use, name, [id(door)]);
    if (use === 'bed-living') furnishSouthRoom(plan, door, inside, bay === 1 ? 'east' : 'west');
    else if (use === 'living') {
      plan.fixture(`${door}-table`, 'table', [inside.west, 1300], 'east');
      plan.fixture(`${door}-wardrobe`, 'wardrobe', [inside.east, 900], 'west', { depth: 450 });
    } else {
      plan.fixture(`${door}-bed`, 'bed', [inside.east, 1320], 'west', { depth: 1900 });
      plan.fixture(`${door}-bed-small`, 'bed', [14900, inside.north], 'south', {
        width: 1000,
        depth: 1900,
      });
      plan.fixture(`${door}-bedroom-wardrobe`, 'wardrobe', [inside.west, 900], 'east', {
        depth: 450,
      });
    }
  });

  const bedroom = { west: 16020, east: 19380, south: 120, north: 3900 };
  plan.room(`${end}-bedroom`, [17700, 2300], 'bedroom', '卧室', [id(end)]);
  furnishSouthRoom(plan, end, bedroom, 'east');
  plan.room(`${end}-front`, [16600, 4700], 'living', '起居室', [id(end)], gone);
  plan.fixture(`${end}-front-table`, 'table', [18400, 4020], 'north', { phase: gone });
  if (proposal) plan.room(`${end}-hall`, [16600, 4700], 'hall', '过厅', [id(end)], 'new');

  if (northWest) {
    plan.room(northWest, [1650, 8700], 'bed-living', '居室', [id(northWest)]);
    plan.fixture(`${northWest}-bed`, 'bed', [120, 9700], 'east', { depth: 1900 });
    plan.fixture(`${northWest}-wardrobe`, 'wardrobe', [3180, 10200], 'west');
    plan.fixture(`${northWest}-table`, 'table', [120, 7700], 'east');
  } else plan.room('bicycles', [1650, 8700], 'storage', '自行车间', ['building']);
  if (northSmall) {
    plan.room(northSmall, [12750, 8600], 'bed-living', '居室', [id(northSmall)]);
    plan.fixture(`${northSmall}-bed`, 'bed', [13080, 10920], 'south', { width: 1200, depth: 1900 });
    plan.fixture(`${northSmall}-wardrobe`, 'wardrobe', [11820, 9900], 'east', { width: 900 });
    plan.fixture(`${northSmall}-table`, 'table', [13680, 8000], 'west', { depth: 500 });
  } else plan.room('store', [12750, 8600], 'storage', '公用储藏', ['building']);
}

function drawCommonRooms(plan: StoreyBuilder, level: Level, proposal: boolean): void {
  const doors = doorsOf(level);
  const served = proposal ? servedOf(level) : [];
  const before = doors.map(id);
  const after = doors.filter((door) => !served.includes(door)).map(id);
  plan.room('stair', [4800, 9200], 'stair', '楼梯', ['building']);
  plan.room('corridor', [8000, 5700], 'corridor', '走廊', ['building']);
  const tagPhase: Phase = proposal ? 'demolished' : 'existing';
  plan.room('kitchen', [8100, 8400], 'kitchen', '公用厨房', before, tagPhase);
  plan.room('wc', [10700, 8400], 'bathroom', '公用厕所', before, tagPhase);
  if (proposal) {
    plan.room('kitchen-after', [8100, 8400], 'kitchen', '公用厨房', after, 'new');
    plan.room('wc-after', [10700, 8400], 'bathroom', '公用厕所', after, 'new');
  }

  const kitchen = { west: 6420, east: 9780, south: 6660, north: 10920 };
  drawSharedKitchen(plan, kitchen, {
    cookers: doors.map((door) => ({
      door,
      phase: served.includes(door) ? 'demolished' : 'existing',
    })),
    sinks: 3,
  });
  plan.riser('kitchen-waste', 'waste', '废水1', [6530, 10810]);
  plan.riser('kitchen-flue', 'flue', '烟道1', [9605, 10795], [350, 250]);
  plan.riser('kitchen-gas', 'gas', '煤气1', [6470, 6710], [100, 100]);
  for (const [index, y] of [9900, 9000, 8100].entries())
    plan.fixture(`wc-${index + 1}`, 'wc', [11580, y], 'west');
  plan.fixture('wc-basin', 'basin', [11580, 7300], 'west');
  plan.riser('wc-soil', 'soil', '污水1', [11470, 10810]);
}

/** Scheme A: own kitchen-baths on the new stacks of bay 3, bay 4 and the end bay. */
function drawProposal(plan: StoreyBuilder, level: Level): void {
  const fresh = { thickness: 100, phase: 'new' } as const;
  const door = { leaf: 'sliding', phase: 'new' } as const;
  const [third, fourth, end] = servedOf(level) as [string, string, string];

  plan.walls(
    'bay-3-kitchen-bath',
    [
      [9900, 2730],
      [7570, 2730],
      [7570, 4800],
    ],
    fresh,
  );
  plan.door('bay-3-kitchen-bath', 'bay-3-kitchen-bath-2', 3080, 800, { ...door, swing: 'west' });
  plan.room(`${third}-kitchen-bath`, [8700, 3600], 'kitchen-bath', '厨卫', [id(third)], 'new');
  drawKitchenBath(
    plan,
    third,
    { west: 7620, east: 9780, south: 2780, north: 4680 },
    {
      doorSide: 'west',
      soil: '污水2',
      waste: '废水2',
    },
  );

  plan.walls(
    'bay-4-kitchen-bath',
    [
      [12900, 2730],
      [11140, 2730],
      [11140, 4800],
    ],
    fresh,
  );
  plan.door('bay-4-kitchen-bath', 'bay-4-kitchen-bath-2', 3290, 800, { ...door, swing: 'west' });
  plan.room(`${fourth}-kitchen-bath`, [12000, 3600], 'kitchen-bath', '厨卫', [id(fourth)], 'new');
  drawKitchenBath(
    plan,
    fourth,
    { west: 11190, east: 12780, south: 2780, north: 4680 },
    {
      doorSide: 'west',
      soil: '污水3',
      waste: '废水3',
    },
  );

  plan.wall('end-kitchen-bath', [17390, 3960], [17390, 6540], fresh);
  plan.door('end-kitchen-bath', 'end-kitchen-bath', 4800, 800, { ...door, swing: 'west' });
  plan.room(`${end}-kitchen-bath`, [18400, 5100], 'kitchen-bath', '厨卫', [id(end)], 'new');
  drawKitchenBath(
    plan,
    end,
    { west: 17440, east: 19380, south: 4020, north: 6420 },
    {
      doorSide: 'west',
      soil: '污水4',
      waste: '废水4',
    },
  );
}

function storey(level: Level, proposal: boolean): Storey {
  const name = { 1: '一层', 2: '二层', 3: '三层' }[level];
  const plan = new StoreyBuilder(name, level, (level - 1) * 2800, 2800);
  drawShell(plan, level);
  drawHomes(plan, level, proposal);
  drawCommonRooms(plan, level, proposal);
  if (proposal) drawProposal(plan, level);
  return plan.build();
}

const storeys = (proposal: boolean): Record<StoreyId, Storey> => ({
  ['storey_1' as StoreyId]: storey(1, proposal),
  ['storey_2' as StoreyId]: storey(2, proposal),
  ['storey_3' as StoreyId]: storey(3, proposal),
});

/** mm2 of living area as the certificates print it, which is not what the plan measures. */
function certifiedArea(level: Level, door: string): number {
  const { bays, end, northSmall, northWest } = homes[level];
  if (door === end) return 20_100_000;
  if (door === northWest) return 12_600_000;
  if (door === northSmall) return 7_700_000;
  if (bays[3] === bays[4] && door === bays[3]) return 24_400_000;
  return [13_500_000, 12_200_000, 14_900_000, 12_200_000, 12_200_000][bays.indexOf(door)]!;
}

export function nineteen(): SampleDocument {
  const tenancies: Record<TenancyId, Tenancy> = {};
  const households: Record<HouseholdId, Household> = {};
  for (const level of [1, 2, 3] as const)
    for (const [index, door] of doorsOf(level).entries()) {
      const tenancy = `tenancy_${door}` as TenancyId;
      tenancies[tenancy] = {
        certificate: `示例-${door}`,
        certifiedArea: certifiedArea(level, door),
      };
      households[id(door)] = { door, members: 1 + ((index + level) % 4), tenancy };
    }
  return {
    building: {
      id: 'building_nineteen' as BuildingId,
      name: '一梯十九户 Nineteen on one stair',
      address: '上海市天山路街道（示例） Tianshan Road, Shanghai (sample)',
    },
    tenancies,
    households,
    schemes: [
      {
        id: 'scheme_a' as SchemeId,
        name: '方案甲 先改九户',
        description:
          '九户各有独用厨卫，其余十户仍合用。 Nine households get their own; ten still share.',
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
