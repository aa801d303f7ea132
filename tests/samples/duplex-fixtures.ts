import type { FixtureKind, Fuel } from '../../shared/plan/model.ts';
import type { Compass, StoreyBuilder } from './storey-builder.ts';

interface Placing {
  readonly name: string;
  readonly kind: FixtureKind;
  /** Middle of the back edge in household A, mm. */
  readonly at: readonly [number, number];
  readonly facing: Compass;
  readonly width?: number;
  readonly depth?: number;
  readonly fuel?: Fuel;
}

/** Added here, not in the source: what makes its kitchens and bathrooms count. By storey level. */
const placings: Record<1 | 2, readonly Placing[]> = {
  1: [
    { name: 'fridge', kind: 'fridge', at: [760, -10371], facing: 'south', width: 600, depth: 600 },
    { name: 'sink', kind: 'sink', at: [1460, -10371], facing: 'south', width: 600, depth: 450 },
    { name: 'worktop', kind: 'worktop', at: [2160, -10371], facing: 'south', width: 800 },
    {
      name: 'cooker',
      kind: 'cooker',
      at: [2920, -10371],
      facing: 'south',
      depth: 450,
      fuel: 'electric',
    },
    { name: 'shower-1', kind: 'shower', at: [4770, -8475], facing: 'east' },
    { name: 'wc-1', kind: 'wc', at: [4770, -9700], facing: 'east' },
    { name: 'basin-1', kind: 'basin', at: [5900, -8075], facing: 'south' },
  ],
  2: [
    { name: 'basin-2', kind: 'basin', at: [4770, -8900], facing: 'east' },
    { name: 'wc-2', kind: 'wc', at: [4770, -9700], facing: 'east' },
    {
      name: 'shower-2',
      kind: 'shower',
      at: [5844, -10950],
      facing: 'north',
      width: 900,
      depth: 900,
    },
    { name: 'washer', kind: 'washer', at: [4770, -7255], facing: 'east' },
  ],
};

/** The building is its own point reflection: household B is A turned by half a turn. */
const turned = ([x, y]: readonly [number, number]): readonly [number, number] => [
  8800 - x,
  -17800 - y,
];
const turnedFacing: Record<Compass, Compass> = {
  north: 'south',
  south: 'north',
  east: 'west',
  west: 'east',
};

export function addFixtures(plan: StoreyBuilder, level: 1 | 2): void {
  for (const { name, kind, at, facing, ...options } of placings[level]) {
    plan.fixture(`a-${name}`, kind, at, facing, options);
    plan.fixture(`b-${name}`, kind, turned(at), turnedFacing[facing], options);
  }
}
