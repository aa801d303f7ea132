import type { BuildingSummary } from '../../shared/bridge.ts';
import { schemeNameKey } from '../../shared/records/scheme-names.ts';

type Told = Pick<BuildingSummary, 'id' | 'name' | 'address'>;

const keyOf = ({ name, address }: Told): string =>
  `${schemeNameKey(name)}\n${schemeNameKey(address)}`;

/**
 * The ends of the ids of buildings that have name and address in common with another, as two offices
 * make them that both enter one: enough to tell which is which.
 */
export function twinMarks(buildings: readonly Told[]): ReadonlyMap<BuildingSummary['id'], string> {
  const alike = Map.groupBy(buildings, keyOf);
  return new Map(
    [...alike.values()].flatMap((group) =>
      group.length < 2 ? [] : group.map(({ id }) => [id, `#${id.slice(-4)}`] as const),
    ),
  );
}
