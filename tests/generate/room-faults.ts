import type { Opening } from '../../shared/plan/model.ts';
import { wall } from './flats.ts';
import {
  change,
  type FaultKind,
  furniture,
  idOf,
  kitchenWest,
  livingWest,
  opening,
  room,
  stub,
  without,
} from './plant.ts';

/** Faults of single rooms, doors and fixtures. */
export const faultsOfRooms: readonly FaultKind[] = [
  {
    name: 'a kitchen without a cooker',
    rules: ['F1'],
    plant: without('fixtures', 'fixture', 'cooker'),
  },
  { name: 'a bathroom without a WC', rules: ['F1'], plant: without('fixtures', 'fixture', 'wc') },
  {
    name: 'a kitchen without a door',
    rules: ['F1'],
    plant: without('openings', 'opening', 'kitchen'),
  },
  {
    name: 'an entrance through which nobody gets',
    rules: ['D2', 'F1'],
    plant: opening('entry', (random) => ({ width: random.between(100, 440, 10) })),
  },
  {
    name: 'an entrance under which nobody gets',
    rules: ['F1', 'drawing/opening-height'],
    plant: opening('entry', (random) => ({ head: random.between(300, 1490, 10) })),
  },
  {
    name: 'a low bedroom door',
    rules: ['drawing/opening-height'],
    plant: opening('bedroom', (random) => ({ head: random.between(1500, 1790, 10) })),
  },
  {
    name: 'a window that rises above its storey',
    rules: ['drawing/opening-height'],
    plant: opening('living-window', (random) => ({ head: random.between(2910, 20_000, 10) })),
  },
  {
    name: 'a window above the ceiling',
    rules: ['L1', 'V1'],
    plant(drawn, flat, random) {
      const id = idOf(flat);
      change(drawn.rooms, id('room', 'living'), { clearHeight: 2400 });
      change(drawn.openings, id('opening', 'living-window'), {
        sill: random.between(2100, 2300, 10),
        head: 2900,
      });
    },
  },
  {
    name: 'a bathroom without a basin',
    rules: ['B5'],
    plant: without('fixtures', 'fixture', 'basin'),
  },
  { name: 'a bathroom too small for three', rules: ['B1'], widths: { bathroom: 1700 } },
  { name: 'a narrow kitchen', rules: ['K3'], widths: { kitchen: 1600 } },
  { name: 'a small living room', rules: ['R3'], widths: { living: 2600 } },
  {
    name: 'a bed-living room that is too small',
    rules: ['R1'],
    widths: { living: 3100 },
    plant: room('living', () => ({ use: 'bed-living' })),
  },
  {
    name: 'a narrow entrance',
    rules: ['D2'],
    plant: opening('entry', (random) => ({ width: random.between(700, 790, 10) })),
  },
  {
    name: 'a narrow kitchen door',
    rules: ['D2'],
    plant: opening('kitchen', (random) => ({ width: random.between(600, 690, 10) })),
  },
  {
    name: 'a bedroom without a window',
    rules: ['K6'],
    plant: without('openings', 'opening', 'bedroom-window'),
  },
  {
    name: 'a small bedroom window',
    rules: ['L1'],
    plant: opening('bedroom-window', (random) => ({
      width: random.between(800, 1000, 10),
      opens: 100,
    })),
  },
  {
    name: 'a living room window that hardly opens',
    rules: ['V1'],
    plant: opening('living-window', (random) => ({ opens: random.between(1, 20) })),
  },
  {
    name: 'a kitchen window that hardly opens',
    rules: ['K5'],
    plant: opening('kitchen-window', (random) => ({ opens: random.between(1, 39) })),
  },
  {
    name: 'a bathroom without exhaust',
    rules: ['B6'],
    plant: room('bath', () => ({ exhaust: false })),
  },
  {
    name: 'a low bedroom',
    rules: ['H1'],
    plant(drawn, flat, random) {
      const id = idOf(flat);
      const clearHeight = random.between(2100, 2390, 10);
      change(drawn.rooms, id('room', 'bedroom'), { clearHeight });
      // As much glass under the ceiling as before.
      change(drawn.openings, id('opening', 'bedroom-window'), { sill: 500, head: clearHeight });
    },
  },
  {
    name: 'a low kitchen',
    rules: ['H2'],
    plant(drawn, flat, random) {
      const id = idOf(flat);
      const clearHeight = random.between(2000, 2190, 10);
      change(drawn.rooms, id('room', 'kitchen'), { clearHeight });
      change(drawn.openings, id('opening', 'kitchen-window'), {
        sill: 500,
        head: clearHeight,
        opens: 100,
      });
    },
  },
  {
    name: 'a bathroom that opens into the living room',
    rules: ['B3'],
    plant({ rooms, openings }, flat) {
      const id = idOf(flat);
      change(rooms, id('room', 'bedroom'), { use: 'living' });
      openings[id('opening', 'more')] = {
        ...openings[id('opening', 'bath')]!,
        wall: id('wall', 'hall') as Opening['wall'],
        offset: 1320,
        width: 700,
      };
    },
  },
  {
    name: 'a gas heater in the bathroom',
    rules: ['G2'],
    plant: furniture('heater', ({ west }) => ({
      kind: 'water-heater',
      at: { x: west + 1600, y: 1560 },
      width: 400,
      depth: 200,
      fuel: 'gas',
    })),
  },
  {
    name: 'a gas meter beside the cooker',
    rules: ['G4'],
    plant(drawn, flat, random) {
      const id = idOf(flat);
      change(drawn.fixtures, id('fixture', 'cooker'), { fuel: 'gas' });
      drawn.fixtures[id('fixture', 'meter')] = {
        kind: 'gas-meter',
        at: { x: kitchenWest(flat) + 60, y: 6350 + random.between(1, 299) + 100 },
        rotation: 270,
        width: 200,
        depth: 150,
        phase: 'existing',
      };
    },
  },
  {
    name: 'a stack in the bedroom',
    rules: ['P2'],
    plant: ({ risers }, flat) =>
      change(risers, idOf(flat)('riser', 'waste'), { at: { x: flat.west + 2000, y: 5000 } }),
  },
  {
    name: 'a WC far from its stack',
    rules: ['wc-branch'],
    plant: ({ risers }, flat, random) =>
      change(risers, idOf(flat)('riser', 'soil'), {
        at: { x: flat.west + random.between(1700, 2000, 10), y: 2990 },
      }),
  },
  {
    name: 'a new opening in a bearing wall',
    rules: ['S1'],
    plant({ openings }, flat) {
      openings[idOf(flat)('opening', 'bearing')] = {
        wall: idOf(flat)('wall', 'west') as Opening['wall'],
        kind: 'window',
        offset: 600,
        width: 600,
        sill: 900,
        head: 2000,
        opens: 100,
        phase: 'new',
      };
    },
  },
  {
    name: 'a table before the sink',
    rules: ['drawing/clearance'],
    plant: furniture('table', (flat, random) => ({
      kind: 'table',
      at: { x: kitchenWest(flat) + 60 + 450 + random.between(300, 690, 10) + 200, y: 4800 },
      width: 400,
      depth: 400,
    })),
  },
  {
    name: 'a wardrobe where the door swings',
    rules: ['drawing/door-swing'],
    plant: furniture('wardrobe', (flat, random) => ({
      kind: 'wardrobe',
      at: { x: livingWest(flat) - 500, y: 3160 + random.between(100, 400, 10) },
      width: 400,
      depth: 500,
    })),
  },
  {
    name: 'a table in the doorway of the living room',
    rules: ['drawing/door-blocked'],
    plant: furniture('table', (flat, random) => ({
      kind: 'table',
      at: { x: livingWest(flat) + 1250, y: 3160 + random.between(0, 280, 10) },
      width: 600,
      depth: 500,
    })),
  },
  {
    name: 'a table in the bed',
    rules: ['drawing/fixture-conflict'],
    plant: furniture('table', ({ west }, random) => ({
      kind: 'table',
      at: { x: west + 600, y: random.between(5400, 6000, 10) },
      width: 500,
      depth: 400,
    })),
  },
  {
    name: 'two tags in one room',
    rules: ['drawing/many-tags'],
    plant({ rooms }, flat) {
      const living = rooms[idOf(flat)('room', 'living')]!;
      rooms[idOf(flat)('room', 'second')] = { ...living, at: { x: living.at.x + 300, y: 4000 } };
    },
  },
  {
    name: 'a living room that nobody holds',
    rules: ['drawing/no-holder'],
    plant: room('living', () => ({ holders: [] })),
  },
  {
    name: 'a tag outdoors',
    rules: ['drawing/loose-tag'],
    plant({ rooms }, flat, random) {
      const living = rooms[idOf(flat)('room', 'living')]!;
      rooms[idOf(flat)('room', 'lost')] = {
        ...living,
        at: { x: living.at.x, y: 7100 + random.between(200, 4000) },
      };
    },
  },
  {
    name: 'a wall that ends short of another',
    rules: ['drawing/near-miss'],
    plant: stub(
      (flat) => livingWest(flat) + 400,
      (random) => 7040 - random.between(10, 45),
      'existing',
    ),
  },
  {
    name: 'a wall that ends in a window',
    rules: ['drawing/walled-opening'],
    plant: stub(
      (flat) => livingWest(flat) + 1200,
      () => 7100,
      'existing',
    ),
  },
  {
    name: 'a window that stays in a wall that goes',
    rules: ['drawing/demolished-wall'],
    plant(drawn, flat) {
      const id = idOf(flat);
      const x = livingWest(flat) + 1700;
      wall(drawn, id('wall', 'gone'), [x, 4000], [x, 6000], { phase: 'demolished' });
      drawn.openings[id('opening', 'gone')] = {
        wall: id('wall', 'gone') as Opening['wall'],
        kind: 'window',
        offset: 500,
        width: 900,
        sill: 900,
        head: 2000,
        phase: 'existing',
      };
    },
  },
];
