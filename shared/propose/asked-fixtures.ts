import type { FixtureKind } from '../plan/model.ts';
import type { PlanSize } from '../rules/fixture-demands.ts';
import type { Programme } from './programme.ts';

/** A fixture that a part must hold exactly once, at least so large; mm. */
export interface AskedFixture extends PlanSize {
  readonly kind: FixtureKind;
}

/** What a programme asks for; of several sizes to choose from the least of each measure. */
export function askedFixtures({
  kitchen,
  bath,
}: Pick<Programme, 'kitchen' | 'bath'>): AskedFixture[] {
  const least = (kind: FixtureKind, sizes: readonly PlanSize[]): AskedFixture[] =>
    sizes.length === 0
      ? []
      : [
          {
            kind,
            width: Math.min(...sizes.map(({ width }) => width)),
            depth: Math.min(...sizes.map(({ depth }) => depth)),
          },
        ];
  return [
    ...(kitchen
      ? [
          ...least('sink', [kitchen.sink]),
          ...least(
            'cooker',
            kitchen.cookers.map(({ value }) => value),
          ),
        ]
      : []),
    ...(bath
      ? [
          ...least('wc', [bath.wc]),
          ...least(
            'basin',
            bath.basins.map(({ value }) => value.size),
          ),
          ...least('shower', bath.shower ? [bath.shower] : []),
        ]
      : []),
  ];
}
