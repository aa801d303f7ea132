import type {
  HouseholdId,
  Opening,
  Plan,
  RoomTag,
  RoomUse,
  StoreyId,
} from '../../shared/plan/model.ts';
import { someWidths } from './faults.ts';
import { cupboard } from './flat-faults.ts';
import { type DrawnStorey, drawFlats, planOfFlats, wall } from './flats.ts';
import { change, idOf, livingWest } from './plant.ts';
import type { Random } from './random.ts';

/**
 * Faults of what is common, of storeys that lie over each other, and of flats as they lie at the end
 * of a building: each in a clean building of its own, of which nothing else may be said.
 */
export interface BuildingFault {
  readonly name: string;
  readonly rules: readonly string[];
  /** Where it takes fewer than two storeys of two flats. */
  readonly flats?: number;
  readonly storeys?: number;
  readonly plant: (storeys: readonly DrawnStorey[], random: Random) => void;
  readonly afterwards?: (plan: Plan) => Plan;
}

export function plantIn(fault: BuildingFault, random: Random): Plan {
  const widths = Array.from({ length: fault.flats ?? 2 }, () => someWidths(random));
  const storeys = Array.from({ length: fault.storeys ?? 2 }, (_, index) =>
    drawFlats(index + 1, widths),
  );
  fault.plant(storeys, random);
  const plan = planOfFlats(storeys);
  return fault.afterwards?.(plan) ?? plan;
}

/** The first flat of a storey. */
const first = ({ flats }: DrawnStorey) => flats[0]!;

const endOf = ({ flats }: DrawnStorey): number =>
  flats.reduce((sum, { widths }) => sum + widths.bedroom + widths.living + widths.kitchen, 0);

/** The living room of the first flat becomes one more room to cook in. */
function cookIn({ drawn, flats: [flat] }: DrawnStorey, use: RoomUse): void {
  const id = idOf(flat!);
  change(drawn.rooms, id('room', 'living'), { use });
  change(drawn.openings, id('opening', 'living-window'), { opens: 100 });
  drawn.fixtures[id('fixture', 'second-sink')] = {
    ...drawn.fixtures[id('fixture', 'sink')]!,
    at: { x: livingWest(flat!) + 60, y: 5000 },
  };
}

/** Another waste stack, or a flue, beside that in the kitchen of the first flat. */
function secondStack(storey: DrawnStorey, kind: 'waste' | 'flue' = 'waste'): void {
  const flat = first(storey);
  const id = idOf(flat);
  const { at, ...riser } = storey.drawn.risers[id('riser', 'waste')]!;
  storey.drawn.risers[id('riser', 'second')] = {
    ...riser,
    kind,
    line: 'second',
    at: { x: at.x + 100, y: at.y },
  };
}

export const buildingFaults: readonly BuildingFault[] = [
  {
    name: 'a wardrobe in the corridor',
    rules: ['C2'],
    plant([storey], random) {
      storey!.drawn.fixtures.fixture_wardrobe = {
        kind: 'wardrobe',
        at: { x: 5500, y: 60 },
        rotation: 0,
        width: 600,
        depth: random.between(200, 600, 10),
        phase: 'existing',
      };
    },
  },
  {
    name: 'a narrow flight of stairs',
    rules: ['C3'],
    plant: ([storey], random) =>
      change(storey!.drawn.rooms, 'room_stair', { flight: random.between(800, 990, 10) }),
  },
  {
    name: 'a lift with a narrow door',
    rules: ['E1'],
    plant([storey], random) {
      const { drawn } = storey!;
      const end = endOf(storey!) + 2800;
      wall(drawn, 'wall_lift', [end - 1500, 5000], [end - 1500, 7100]);
      wall(drawn, 'wall_lift-door', [end - 1500, 5000], [end, 5000]);
      drawn.openings.opening_lift = {
        wall: 'wall_lift-door' as Opening['wall'],
        kind: 'door',
        offset: 400,
        width: random.between(600, 790, 10),
        sill: 0,
        head: 2100,
        leaf: 'sliding',
        phase: 'existing',
      };
      drawn.rooms.room_lift = {
        at: { x: end - 750, y: 6000 },
        use: 'lift',
        name: '',
        holders: ['building'],
        phase: 'existing',
      };
    },
  },
  {
    name: 'a bathroom window that hardly opens',
    rules: ['B7'],
    plant([storey], random) {
      const id = idOf(first(storey!));
      storey!.drawn.openings[id('opening', 'bath-window')] = {
        wall: id('wall', 'west') as Opening['wall'],
        kind: 'window',
        offset: 300,
        width: 600,
        sill: 900,
        head: 2400,
        opens: random.between(1, 15),
        phase: 'existing',
      };
    },
  },
  {
    name: 'a bathroom over the living room of others',
    rules: ['B4'],
    plant: ([, upper]) =>
      change(upper!.drawn.rooms, idOf(first(upper!))('room', 'living'), { use: 'bathroom' }),
  },
  {
    name: 'a kitchen over the bedroom of others',
    rules: ['kitchen-above'],
    plant([lower, upper]) {
      change(lower!.drawn.rooms, idOf(first(lower!))('room', 'living'), { use: 'bedroom' });
      cookIn(upper!, 'kitchen');
    },
  },
  {
    name: 'one stack for kitchen and bathroom',
    rules: ['P1'],
    flats: 1,
    storeys: 1,
    plant([storey]) {
      const id = idOf(first(storey!));
      delete storey!.drawn.risers[id('riser', 'waste')];
      // Else its drain would run under a bedroom as well.
      change(storey!.drawn.rooms, id('room', 'bedroom'), { use: 'living' });
    },
  },
  {
    name: 'a stack that moves from storey to storey',
    rules: ['straight-stack'],
    plant([, upper], random) {
      const flat = first(upper!);
      change(upper!.drawn.risers, idOf(flat)('riser', 'soil'), {
        at: { x: flat.west + 110, y: 2990 - random.between(60, 200, 10) },
      });
    },
  },
  {
    name: 'a stack that ends above the ground storey',
    rules: ['straight-stack'],
    plant: ([, upper]) => secondStack(upper!),
  },
  {
    name: 'a stack that ends above two storeys',
    rules: ['straight-stack'],
    storeys: 4,
    plant([, , ...upper]) {
      for (const storey of upper) secondStack(storey);
    },
  },
  {
    name: 'a flue that ends under the storey above',
    rules: ['straight-stack'],
    plant: ([lower]) => secondStack(lower!, 'flue'),
  },
  {
    name: 'a flue that ends under the uppermost of four storeys',
    rules: ['straight-stack'],
    storeys: 4,
    plant(storeys) {
      for (const storey of storeys.slice(0, 3)) secondStack(storey, 'flue');
    },
  },
  {
    name: 'a building without its middle storey',
    rules: ['B4', 'kitchen-above', 'straight-stack'],
    storeys: 3,
    plant: () => undefined,
    afterwards: ({
      storeys: { ['storey_2' as StoreyId]: _, ...storeys },
      households,
      ...plan
    }) => ({
      ...plan,
      storeys,
      households: Object.fromEntries(
        Object.entries(households).filter(([id]) => !id.startsWith('household_2')),
      ),
    }),
  },
  {
    name: 'a bathroom over the kitchen-bathroom of others',
    rules: ['B4'],
    plant([lower, upper]) {
      cookIn(lower!, 'kitchen-bath');
      change(upper!.drawn.rooms, idOf(first(upper!))('room', 'living'), { use: 'bathroom' });
    },
  },
  {
    name: 'a bathroom of two households over the living room of one of them',
    // Who lives below gets there only through the other's home.
    rules: ['B4', 'F1'],
    plant([lower, upper]) {
      const [below, above] = [first(lower!), first(upper!)];
      change(upper!.drawn.rooms, idOf(above)('room', 'living'), {
        use: 'bathroom',
        holders: [`household_${above.name}`, `household_${below.name}`] as HouseholdId[],
      });
    },
  },
  {
    name: 'a kitchen that two households share',
    rules: ['F1'],
    storeys: 1,
    plant: ([storey]) => {
      const [one, other] = storey!.flats;
      change(storey!.drawn.rooms, idOf(one!)('room', 'kitchen'), {
        holders: [`household_${one!.name}`, `household_${other!.name}`] as HouseholdId[],
      });
    },
  },
  {
    name: 'a kitchen behind the bedroom of others',
    rules: ['F1'],
    storeys: 1,
    plant: ([storey], random) => {
      const [one, other] = storey!.flats;
      const { openings } = storey!.drawn;
      openings[idOf(other!)('opening', 'through')] = {
        ...openings[idOf(one!)('opening', 'kitchen')]!,
        wall: idOf(other!)('wall', 'west') as Opening['wall'],
        offset: random.between(1700, 2300, 10),
      };
      delete openings[idOf(one!)('opening', 'kitchen')];
    },
  },
  {
    name: 'a corridor that is cut off from the stair',
    rules: ['F1'],
    storeys: 1,
    plant: ([storey]) => {
      delete storey!.drawn.openings.opening_stair;
    },
  },
  {
    name: 'a corridor of which neither stair nor exit is drawn',
    rules: ['F1'],
    storeys: 1,
    plant: ([storey]) => {
      delete storey!.drawn.openings.opening_street;
      change(storey!.drawn.rooms, 'room_stair', { use: 'storage' });
    },
  },
  {
    name: 'two stores with a door between them alone',
    rules: ['drawing/no-entry'],
    storeys: 1,
    plant: ([storey], random) => {
      const { drawn } = storey!;
      const end = endOf(storey!);
      const middle = end + random.between(1000, 1800, 10);
      wall(drawn, 'wall_stores', [end, 5000], [end + 2800, 5000]);
      wall(drawn, 'wall_between', [middle, 5000], [middle, 7100]);
      drawn.openings.opening_between = {
        ...drawn.openings[idOf(first(storey!))('opening', 'bath')]!,
        wall: 'wall_between' as Opening['wall'],
        offset: 400,
      };
      const store: RoomTag = { ...drawn.rooms.room_stair!, use: 'storage' };
      drawn.rooms.room_west = { ...store, at: { x: end + 500, y: 6000 } };
      drawn.rooms.room_east = { ...store, at: { x: end + 2400, y: 6000 } };
    },
  },
  {
    name: 'a cupboard without a tag',
    rules: ['drawing/untagged'],
    plant: ([storey]) => cupboard(storey!.drawn, first(storey!), null),
  },
  {
    name: 'a household without rooms',
    rules: ['drawing/household-without-rooms'],
    plant: () => undefined,
    afterwards: (plan) => ({
      ...plan,
      households: { ...plan.households, ['household_9z' as HouseholdId]: { door: '9z' } },
    }),
  },
];
