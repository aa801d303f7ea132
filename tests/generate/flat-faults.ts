import type { Holder, Opening, RoomTag } from '../../shared/plan/model.ts';
import { type Drawn, type Flat, wall } from './flats.ts';
import {
  change,
  type FaultKind,
  furniture,
  idOf,
  kitchenWest,
  livingWest,
  opening,
  room,
} from './plant.ts';

/** Faults that take more than one room of a flat, or walls that are drawn for them. */

const open = (drawn: Drawn, flat: Flat, part: string, host: string, offset: number): void => {
  drawn.openings[idOf(flat)('opening', part)] = {
    wall: idOf(flat)('wall', host) as Opening['wall'],
    kind: 'door',
    offset,
    width: 800,
    sill: 0,
    head: 2100,
    leaf: 'sliding',
    phase: 'existing',
  };
};

/** Parts the south of the kitchen off as a lobby, by a wall at y with a door in it. */
function lobby(drawn: Drawn, flat: Flat, y: number): void {
  const id = idOf(flat);
  const [west, { kitchen }] = [kitchenWest(flat), flat.widths];
  wall(drawn, id('wall', 'lobby'), [west, y], [west + kitchen, y]);
  open(drawn, flat, 'lobby', 'lobby', kitchen - 900);
  drawn.rooms[id('room', 'lobby')] = {
    ...drawn.rooms[id('room', 'hall')]!,
    at: { x: west + kitchen / 2, y: 3800 },
  };
  change(drawn.fixtures, id('fixture', 'sink'), { at: { x: west + 60, y: y + 420 } });
}

/** The living room is a bedroom for one. */
function singleBedroom({ rooms, fixtures }: Drawn, flat: Flat): void {
  const id = idOf(flat);
  change(rooms, id('room', 'living'), { use: 'bedroom' });
  fixtures[id('fixture', 'second-bed')] = {
    ...fixtures[id('fixture', 'bed')]!,
    at: { x: livingWest(flat) + 600, y: 7040 },
  };
}

/** A cupboard of walls in a corner of the living room, with a tag if it gets one. */
export function cupboard(
  drawn: Drawn,
  flat: Flat,
  tag: (Pick<RoomTag, 'use'> & Partial<RoomTag>) | null,
  phase: RoomTag['phase'] = 'existing',
): void {
  const id = idOf(flat);
  const east = kitchenWest(flat);
  wall(drawn, id('wall', 'box'), [east - 1000, 3100], [east - 1000, 4100], { phase });
  wall(drawn, id('wall', 'lid'), [east - 1000, 4100], [east, 4100], { phase });
  if (!tag) return;
  drawn.rooms[id('room', 'box')] = {
    at: { x: east - 500, y: 3600 },
    name: '',
    holders: ['building'],
    phase,
    ...tag,
  };
}

/** Beside the window of the kitchen, far from its cooker. */
function hangMeter(drawn: Drawn, flat: Flat): void {
  const id = idOf(flat);
  drawn.fixtures[id('fixture', 'meter')] = {
    kind: 'gas-meter',
    at: { x: kitchenWest(flat) + flat.widths.kitchen - 60, y: 6700 },
    rotation: 90,
    width: 200,
    depth: 150,
    phase: 'existing',
  };
}

export const faultsOfFlats: readonly FaultKind[] = [
  {
    name: 'a kitchen below that of a full dwelling',
    rules: ['K1'],
    widths: { kitchen: 1650 },
    plant: (drawn, flat) => lobby(drawn, flat, 4500),
  },
  {
    name: 'a kitchen below any',
    rules: ['K2'],
    widths: { kitchen: 1630 },
    plant: (drawn, flat) => lobby(drawn, flat, 4700),
  },
  {
    name: 'a kitchen that is also the bathroom, too small for both',
    rules: ['K2+B1'],
    widths: { kitchen: 1650 },
    plant: room('kitchen', () => ({ use: 'kitchen-bath' })),
  },
  {
    name: 'a bathroom without a shower, too small for the rest',
    rules: ['B2', 'B5'],
    widths: { bathroom: 1300 },
    plant(drawn, flat) {
      const id = idOf(flat);
      delete drawn.fixtures[id('fixture', 'shower')];
      change(drawn.fixtures, id('fixture', 'basin'), { at: { x: flat.west + 1030, y: 3040 } });
    },
  },
  {
    name: 'a narrow bedroom',
    rules: ['R2'],
    widths: { living: 1900 },
    plant: singleBedroom,
  },
  {
    name: 'a flat of which one room is the building’s',
    rules: ['R4'],
    widths: { living: 2100, kitchen: 1700 },
    plant(drawn, flat) {
      const id = idOf(flat);
      change(drawn.rooms, id('room', 'bedroom'), { use: 'utility', holders: ['building'] });
      singleBedroom(drawn, flat);
    },
  },
  {
    name: 'a wardrobe in the hall',
    rules: ['C1'],
    plant: furniture('wardrobe', (flat, random) => ({
      kind: 'wardrobe',
      at: { x: kitchenWest(flat) - 350, y: 1560 },
      width: 500,
      depth: random.between(590, 700, 10),
    })),
  },
  {
    name: 'a new kitchen door that is narrow',
    rules: ['D1'],
    plant: opening('kitchen', (random) => ({ phase: 'new', width: random.between(700, 790, 10) })),
  },
  {
    name: 'a kitchen with gas that opens into a bedroom',
    rules: ['G1'],
    plant(drawn, flat) {
      const id = idOf(flat);
      change(drawn.fixtures, id('fixture', 'cooker'), { fuel: 'gas' });
      change(drawn.rooms, id('room', 'living'), { use: 'bedroom' });
      open(drawn, flat, 'more', 'third', 200);
      hangMeter(drawn, flat);
    },
  },
  {
    name: 'a kitchen with gas that lies open to a bedroom behind the living room',
    rules: ['G1'],
    plant(drawn, flat) {
      const id = idOf(flat);
      change(drawn.fixtures, id('fixture', 'cooker'), { fuel: 'gas' });
      for (const part of ['second', 'third']) {
        change(drawn.walls, id('wall', part), { kind: 'boundary', thickness: 0 });
      }
      for (const part of ['bedroom', 'living', 'kitchen']) {
        change(drawn.openings, id('opening', `${part}-window`), { opens: 100 });
      }
      hangMeter(drawn, flat);
    },
  },
  {
    name: 'a shaft that takes of the living room',
    rules: ['F2'],
    plant: (drawn, flat) => cupboard(drawn, flat, { use: 'shaft' }, 'new'),
  },
  {
    name: 'two doors that swing into each other',
    rules: ['drawing/doors-collide'],
    widths: { bedroom: 3200 },
    plant: opening('bedroom', () => ({ side: 'right' })),
  },
  {
    name: 'a closet whose door swings in over all of its floor',
    rules: ['drawing/door-shut'],
    plant(drawn, flat, random) {
      const holders = [`household_${flat.name}` as Holder];
      cupboard(drawn, flat, { use: 'other', holders });
      open(drawn, flat, 'box', 'lid', random.between(110, 160, 10));
      change(drawn.openings, idOf(flat)('opening', 'box'), {
        width: 700,
        leaf: 'swing',
        hinge: 'a',
        side: 'right',
      });
    },
  },
  {
    name: 'a hot plate beside the shower',
    rules: ['drawing/cooker-at-shower'],
    plant(drawn, flat, random) {
      drawn.fixtures[idOf(flat)('fixture', 'plate')] = {
        kind: 'cooker',
        fuel: 'electric',
        at: { x: flat.west + random.between(1410, 1440, 10), y: 1560 },
        rotation: 0,
        width: 300,
        depth: 500,
        phase: 'existing',
      };
    },
  },
  {
    name: 'a cupboard that nobody can enter',
    rules: ['drawing/no-entry'],
    plant: (drawn, flat) => cupboard(drawn, flat, { use: 'storage' }),
  },
];
