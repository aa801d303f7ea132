import type { Phase } from '../../shared/plan/model.ts';
import type { Compass, StoreyBuilder } from './storey-builder.ts';

/** Faces of walls around a room, mm. */
export interface Inside {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

interface KitchenBathOptions {
  readonly phase?: Phase;
  /** The side of the door; the stacks stand in the two corners across from it. */
  readonly doorSide: 'west' | 'east';
  /** Names of the soil and the waste line; null where the room has its stacks already. */
  readonly soil: string | null;
  readonly waste: string | null;
  /** mm at the door's side wall that the kitchen row leaves free. */
  readonly passage?: number;
}

/**
 * Kitchen row along the south wall, wet side along the north wall, both draining to the corners
 * away from the door; 1590 to 2400 wide, at least 1900 deep:
 *
 *     +---------+-----+--+ +-+
 *     | shower  |basin|wc| |S|
 *     |         +-----+  | +-+
 *     +---------+     +--+   |
 *   door                     |
 *     |    +--+-----+----+ +-+
 *     |    |co| top |sink| |W|
 *     +----+--+-----+----+-+-+
 *
 * The middle of the WC keeps 380 from the soil stack; where that leaves little room for the basin between
 * it and the shower, it is a small one, in a narrow room across from the door.
 */
export function drawKitchenBath(
  plan: StoreyBuilder,
  name: string,
  inside: Inside,
  { phase = 'new', doorSide, soil, waste, passage = 265 }: KitchenBathOptions,
): void {
  const width = inside.east - inside.west;
  /** Distance from the wall across from the door, as x. */
  const x = (distance: number): number =>
    doorSide === 'west' ? inside.east - distance : inside.west + distance;
  const roomy = width >= 1800;
  const wc = 600;
  const worktop = roomy ? Math.min(600, 50 * Math.floor((width - 985 - passage) / 50)) : 350;
  const sink = roomy ? 460 : 480;
  const row = sink + 225;
  plan.fixture(`${name}-sink`, 'sink', [x(sink), inside.south], 'north', { phase });
  plan.fixture(`${name}-worktop`, 'worktop', [x(row + worktop / 2), inside.south], 'north', {
    width: worktop,
    depth: 470,
    phase,
  });
  plan.fixture(`${name}-cooker`, 'cooker', [x(row + worktop + 150), inside.south], 'north', {
    width: 300,
    depth: 500,
    fuel: 'electric',
    phase,
  });
  plan.fixture(`${name}-wc`, 'wc', [x(wc), inside.north], 'south', { phase });
  plan.fixture(`${name}-shower`, 'shower', [x(width - 400), inside.north], 'south', { phase });
  const mini = { width: 350, depth: 250, phase };
  const besideWc = wc + 185;
  const free = width - 800 - besideWc;
  if (free >= 400) {
    const middle = Math.floor(besideWc + free / 2);
    plan.fixture(`${name}-basin`, 'basin', [x(middle), inside.north], 'south', {
      width: 400,
      depth: 300,
      phase,
    });
  } else if (roomy)
    plan.fixture(`${name}-basin`, 'basin', [x(besideWc + 175), inside.north], 'south', mini);
  else plan.fixture(`${name}-basin`, 'basin', [x(0), inside.north - 900], doorSide, mini);
  if (soil)
    plan.riser(`${name}-soil`, 'soil', soil, [x(110), inside.north - 110], [220, 220], phase);
  if (waste)
    plan.riser(`${name}-waste`, 'waste', waste, [x(110), inside.south + 110], [220, 220], phase);
}

/** A bed with its head at one side wall, wardrobe and table at the other, near the south wall. */
export function furnishSouthRoom(
  plan: StoreyBuilder,
  name: string,
  inside: Inside,
  headAt: 'west' | 'east',
): void {
  const [head, foot] = headAt === 'west' ? [inside.west, inside.east] : [inside.east, inside.west];
  const intoRoom: Compass = headAt === 'west' ? 'east' : 'west';
  plan.fixture(`${name}-bed`, 'bed', [head, inside.south + 1200], intoRoom, {
    width: inside.east - inside.west < 2900 ? 1350 : 1500,
    depth: 1900,
  });
  plan.fixture(`${name}-wardrobe`, 'wardrobe', [foot, inside.south + 600], headAt, {
    width: 900,
    depth: inside.east - inside.west < 2900 ? 450 : 550,
  });
  plan.fixture(`${name}-table`, 'table', [foot, inside.south + 1900], headAt, {
    width: 1000,
    depth: 500,
  });
}

interface SharedKitchenOptions {
  /** Doors of the households, with the phase of their cooker. */
  readonly cookers: readonly { readonly door: string; readonly phase: Phase }[];
  readonly sinks: number;
  readonly phase?: Phase;
}

/** Gas cookers along the side walls from the north end down, sinks under the north window. */
export function drawSharedKitchen(
  plan: StoreyBuilder,
  inside: Inside,
  { cookers, sinks, phase = 'existing' }: SharedKitchenOptions,
): void {
  cookers.forEach(({ door, phase: phaseOfCooker }, index) => {
    const west = index % 2 === 0;
    const y = inside.north - 1000 - 830 * Math.floor(index / 2);
    plan.fixture(
      `kitchen-cooker-${door}`,
      'cooker',
      [west ? inside.west : inside.east, y],
      west ? 'east' : 'west',
      { fuel: 'gas', phase: phaseOfCooker },
    );
  });
  const pitch = (inside.east - inside.west - 500) / sinks;
  for (let index = 0; index < sinks; index++)
    plan.fixture(
      `kitchen-sink-${index + 1}`,
      'sink',
      [Math.round(inside.west + 400 + pitch * (index + 0.5)), inside.north],
      'south',
      { phase },
    );
}
