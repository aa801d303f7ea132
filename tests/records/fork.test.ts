import { expect, test } from 'vitest';
import type { BuildingId, SchemeId } from '../../shared/plan/model.ts';
import { foldBuilding } from '../../shared/records/fold.ts';
import { forkOf } from '../../shared/records/fork.ts';

/** Where a scheme has two ends, and what both were last drawn from. */

const building = 'building_one' as BuildingId;
const id = (minute: number): string =>
  `2026-01-01T00-${String(minute).padStart(2, '0')}-00-000Z-0000000000000000`;

function forkIn(versions: readonly (readonly [number, ...number[]])[]) {
  const records = versions.map(([minute, ...parents]) => ({
    id: id(minute),
    record: {
      format: 1,
      kind: 'version-saved',
      at: `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`,
      building,
      scheme: 'scheme_a' as SchemeId,
      parents: parents.map(id),
      author: '',
      note: '',
    } as const,
  }));
  return forkOf(foldBuilding(building, records)!.schemes[0]!);
}
const alone = (minute: number) => ({ version: id(minute), past: [] });

test('two that were drawn from one have that one', () => {
  const fork = forkIn([[1], [2, 1], [3, 1]]);
  expect(fork).toEqual({ heads: [id(2), id(3)], past: [alone(1)], hidden: false, more: 0 });
});

test('merges of the same two have both, and what those were drawn from in turn', () => {
  const twice = [[1], [2, 1], [3, 1], [4, 2, 3], [5, 2, 3]] as const;
  expect(forkIn(twice)?.past).toEqual([alone(2), { version: id(3), past: [alone(1)] }]);
  expect(forkIn([...twice, [6, 4, 5], [7, 4, 5]])?.past).toEqual([
    alone(4),
    { version: id(5), past: [alone(2), { version: id(3), past: [alone(1)] }] },
  ]);
});

test('however often they were merged both ways, it ends', () => {
  const often = Array.from({ length: 100 }, (_, round): [number, number, number][] => [
    [2 * round + 4, 2 * round + 2, 2 * round + 3],
    [2 * round + 5, 2 * round + 2, 2 * round + 3],
  ]).flat();
  const { past } = forkIn([[1], [2, 1], [3, 1], ...often])!;
  let depth = 0;
  for (let one = past; one.length > 0; one = one[1]?.past ?? []) depth += 1;
  expect(depth).toBeGreaterThan(20);
  expect(depth).toBeLessThan(40);
});
