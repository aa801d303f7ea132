import type {
  Fixture,
  Holder,
  Household,
  Joint,
  Opening,
  Plan,
  Riser,
  RoomTag,
  Storey,
  Wall,
} from '../../shared/plan/model.ts';

/**
 * Whole dwellings along a corridor, with everything recorded, about which no rule has anything to
 * say. Of every flat the widths can be given, so that single rooms can be made too small.
 *
 *   +----------+-----------+------+   y = 7100: windows
 *   | bedroom  | living    | kit- |
 *   |          |           | chen |
 *   +----\-----+----\------+--\---+   y = 3100
 *   | bath |   hall               |
 *   +------+----\-----------------+   y = 1500
 *   | corridor                        -> stair
 *   +-----------------------------+   y = 0
 */

export interface FlatWidths {
  /** mm between centre lines of walls of 120. */
  readonly bedroom: number;
  readonly living: number;
  readonly kitchen: number;
  readonly bathroom: number;
}

export const usualFlat: FlatWidths = { bedroom: 3200, living: 3400, kitchen: 2000, bathroom: 2200 };

/** The tables of a storey, by plain ids, for whoever plants something. */
export interface Drawn {
  readonly joints: Record<string, Joint>;
  readonly walls: Record<string, Wall>;
  readonly openings: Record<string, Opening>;
  readonly rooms: Record<string, RoomTag>;
  readonly fixtures: Record<string, Fixture>;
  readonly risers: Record<string, Riser>;
}

/** One flat's name, `2b`, and where it begins. */
export interface Flat {
  readonly name: string;
  readonly west: number;
  readonly widths: FlatWidths;
}

export interface DrawnStorey {
  readonly drawn: Drawn;
  readonly flats: readonly Flat[];
}

const [corridorWall, hallWall, northWall] = [1500, 3100, 7100];
/** mm */
const half = 60;

export function drawFlats(level: number, widths: readonly FlatWidths[]): DrawnStorey {
  const drawn: Drawn = { joints: {}, walls: {}, openings: {}, rooms: {}, fixtures: {}, risers: {} };
  const flats: Flat[] = [];
  let west = 0;
  for (const [index, one] of widths.entries()) {
    const flat = { name: `${level}${String.fromCharCode(97 + index)}`, west, widths: one };
    flats.push(flat);
    drawFlat(drawn, flat);
    west += one.bedroom + one.living + one.kitchen;
  }
  drawCommon(drawn, level, west);
  return { drawn, flats };
}

const joint = ({ joints }: Drawn, x: number, y: number): Wall['a'] => {
  const id = `joint_${x}_${y}`;
  joints[id] = { x, y };
  return id as Wall['a'];
};

export function wall(
  drawn: Drawn,
  id: string,
  from: readonly [number, number],
  to: readonly [number, number],
  more: Partial<Wall> = {},
): string {
  drawn.walls[id] = {
    a: joint(drawn, ...from),
    b: joint(drawn, ...to),
    thickness: 120,
    kind: 'partition',
    phase: 'existing',
    ...more,
  };
  return id;
}

const opening = (
  drawn: Drawn,
  id: string,
  host: string,
  offset: number,
  width: number,
  more: Partial<Opening>,
): void => {
  drawn.openings[id] = {
    wall: host as Opening['wall'],
    kind: 'door',
    offset,
    width,
    sill: 0,
    head: 2100,
    leaf: 'sliding',
    phase: 'existing',
    ...more,
  };
};

const thing = (
  { fixtures }: Drawn,
  id: string,
  kind: Fixture['kind'],
  at: readonly [number, number],
  size: readonly [number, number],
  more: Partial<Fixture> = {},
): void => {
  fixtures[id] = {
    kind,
    at: { x: at[0], y: at[1] },
    rotation: 0,
    width: size[0],
    depth: size[1],
    phase: 'existing',
    ...more,
  };
};

function drawFlat(drawn: Drawn, { name, west, widths }: Flat): void {
  const { bedroom, living, kitchen, bathroom } = widths;
  const [second, third, east] = [
    west + bedroom,
    west + bedroom + living,
    west + bedroom + living + kitchen,
  ];
  const id = (kind: string, part: string): string => `${kind}_${name}-${part}`;
  wall(drawn, id('wall', 'west'), [west, corridorWall], [west, northWall], { kind: 'bearing' });
  wall(drawn, id('wall', 'bath'), [west + bathroom, corridorWall], [west + bathroom, hallWall]);
  wall(drawn, id('wall', 'entry'), [west, corridorWall], [east, corridorWall]);
  wall(drawn, id('wall', 'hall'), [west, hallWall], [east, hallWall]);
  wall(drawn, id('wall', 'north'), [west, northWall], [east, northWall]);
  wall(drawn, id('wall', 'second'), [second, hallWall], [second, northWall]);
  wall(drawn, id('wall', 'third'), [third, hallWall], [third, northWall]);

  const swing = { leaf: 'swing', hinge: 'a', side: 'left' } as const;
  opening(drawn, id('opening', 'entry'), id('wall', 'entry'), bathroom + 400, 1000, swing);
  opening(drawn, id('opening', 'bath'), id('wall', 'bath'), 100, 800, {});
  opening(drawn, id('opening', 'bedroom'), id('wall', 'hall'), bedroom - 900, 800, {
    ...swing,
    hinge: 'b',
  });
  opening(drawn, id('opening', 'living'), id('wall', 'hall'), bedroom + 800, 900, {});
  opening(
    drawn,
    id('opening', 'kitchen'),
    id('wall', 'hall'),
    third - west + (kitchen - 800) / 2,
    800,
    {},
  );
  const window = { kind: 'window', sill: 900, head: 2400, leaf: undefined, opens: 60 } as const;
  const middle = (from: number, width: number, glass: number): number =>
    Math.round(from - west + (width - glass) / 2);
  for (const [part, from, width, glass] of [
    ['bedroom', west, bedroom, 1600],
    ['living', second, living, 1600],
    ['kitchen', third, kitchen, 1000],
  ] as const) {
    const key = id('opening', `${part}-window`);
    opening(drawn, key, id('wall', 'north'), middle(from, width, glass), glass, window);
    const { leaf: _, ...rest } = drawn.openings[key]!;
    drawn.openings[key] = rest;
  }

  const tag = (
    part: string,
    use: RoomTag['use'],
    x: number,
    y: number,
    more: Partial<RoomTag> = {},
  ): void => {
    drawn.rooms[id('room', part)] = {
      at: { x, y },
      use,
      name: '',
      holders: [`household_${name}` as Holder],
      phase: 'existing',
      ...more,
    };
  };
  tag('bath', 'bathroom', west + bathroom / 2, 2300, { exhaust: true });
  tag('hall', 'hall', west + bathroom + 1500, 2300);
  tag('bedroom', 'bedroom', west + bedroom / 2, 5000);
  tag('living', 'living', second + living / 2, 5000);
  tag('kitchen', 'kitchen', third + kitchen / 2, 5000);

  const south = { rotation: 180 };
  thing(drawn, id('fixture', 'wc'), 'wc', [west + 560, hallWall - half], [370, 600], south);
  thing(drawn, id('fixture', 'basin'), 'basin', [west + 1050, hallWall - half], [400, 350], south);
  thing(drawn, id('fixture', 'shower'), 'shower', [west + 460, corridorWall + half], [800, 800]);
  const along = { rotation: 270 };
  thing(drawn, id('fixture', 'sink'), 'sink', [third + half, 5000], [600, 450], along);
  thing(drawn, id('fixture', 'cooker'), 'cooker', [third + half, 6000], [700, 450], {
    ...along,
    fuel: 'electric',
  });
  thing(drawn, id('fixture', 'bed'), 'bed', [west + 600, northWall - half], [900, 2000], south);
  const riser = (part: string, kind: Riser['kind'], x: number, y: number): void => {
    drawn.risers[id('riser', part)] = {
      kind,
      line: `${part} ${name.slice(1)}`,
      at: { x, y },
      width: 100,
      depth: 100,
      phase: 'existing',
    };
  };
  riser('soil', 'soil', west + half + 50, hallWall - half - 50);
  riser('waste', 'waste', third + half + 50, northWall - half - 50);
}

function drawCommon(drawn: Drawn, level: number, east: number): void {
  const end = east + 2800;
  wall(drawn, 'wall_south', [0, 0], [end, 0]);
  wall(drawn, 'wall_west', [0, 0], [0, corridorWall]);
  wall(drawn, 'wall_stair', [east, 0], [east, northWall], { kind: 'bearing' });
  wall(drawn, 'wall_east', [end, 0], [end, northWall]);
  wall(drawn, 'wall_north', [east, northWall], [end, northWall]);
  opening(drawn, 'opening_stair', 'wall_stair', 100, 1300, { kind: 'passage', leaf: undefined });
  const { leaf: _, ...passage } = drawn.openings.opening_stair!;
  drawn.openings.opening_stair = passage;
  const holders: Holder[] = ['building'];
  const common = { name: '', holders, phase: 'existing' } as const;
  drawn.rooms.room_corridor = { ...common, at: { x: 1000, y: 750 }, use: 'corridor' };
  drawn.rooms.room_stair = {
    ...common,
    at: { x: east + 1400, y: 3000 },
    use: 'stair',
    flight: 1100,
  };
  if (level === 1) opening(drawn, 'opening_street', 'wall_south', east + 900, 1200, {});
}

/** Storeys from the ground up, as a plan. */
export function planOfFlats(storeys: readonly DrawnStorey[]): Plan {
  const households: Record<string, Household> = {};
  for (const { flats } of storeys) {
    for (const { name } of flats) households[`household_${name}`] = { door: name };
  }
  return {
    tenancies: {},
    households,
    storeys: Object.fromEntries(
      storeys.map(({ drawn }, index) => [
        `storey_${index + 1}`,
        {
          name: `${index + 1} 层`,
          level: index + 1,
          elevation: index * 2900,
          height: 2900,
          clearHeight: 2700,
          ...drawn,
        } as unknown as Storey,
      ]),
    ),
  } as Plan;
}
