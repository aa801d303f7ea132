import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallCensus } from '../../shared/derive/centre-lines.ts';
import { tableChanges } from '../../shared/derive/table-changes.ts';
import type { Table, Wall, WallId } from '../../shared/plan/model.ts';
import { cases } from '../cases.ts';

const runs = { seed: 5, numRuns: cases(200, 2000) };

const wall = fc.record({
  a: fc.constant('joint_a'),
  b: fc.constant('joint_b'),
  thickness: fc.constantFrom(0, 120, 240),
  kind: fc.constantFrom('bearing', 'partition', 'boundary'),
  phase: fc.constantFrom('existing', 'demolished', 'new'),
}) as fc.Arbitrary<Wall>;

const ids = fc.constantFrom(...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((one) => `wall_${one}`));
const table = fc.dictionary(ids, wall, { noNullPrototype: true }) as fc.Arbitrary<
  Table<WallId, Wall>
>;

/** Another state of a table: some elements stay the identical objects. */
const pair = fc
  .tuple(table, table, fc.array(ids))
  .map(([was, other, kept]): [Table<WallId, Wall>, Table<WallId, Wall>] => {
    const is: Record<string, Wall> = { ...other };
    for (const id of kept) {
      const old = was[id as WallId];
      if (old) is[id] = old;
    }
    return [was, is as Table<WallId, Wall>];
  });

describe('two states of a table', () => {
  it('differ in what makes the one of the other, and in nothing else', () => {
    fc.assert(
      fc.property(pair, ([was, is]) => {
        const made: Record<string, Wall> = { ...was };
        for (const change of tableChanges(was, is)) {
          expect(change.was).toBe(was[change.id]);
          expect(change.is).not.toBe(change.was);
          if (change.is) made[change.id] = change.is;
          else delete made[change.id];
        }
        expect(made).toEqual(is);
        for (const id in is) expect(made[id]).toBe(is[id as WallId]);
      }),
      runs,
    );
  });

  it('have the walls counted as if each were the first', () => {
    fc.assert(
      fc.property(pair, ([was, is]) => {
        const inOrder = (walls: Table<WallId, Wall>) => {
          const { counts, passing, boundaries } = wallCensus(walls);
          return [counts, [...passing.demolished].sort(), [...passing.new].sort(), boundaries];
        };
        inOrder(was);
        const found = inOrder(is);
        const all = Object.entries<Wall>(is);
        const of = (test: (one: Wall) => boolean): string[] =>
          all.flatMap(([id, one]) => (test(one) ? [id] : [])).sort();
        expect(found).toEqual([
          {
            before: of(({ phase }) => phase !== 'new').length,
            after: of(({ phase }) => phase !== 'demolished').length,
            standing: of(({ phase, thickness }) => phase === 'existing' && thickness > 0).length,
          },
          of(({ phase }) => phase === 'demolished'),
          of(({ phase }) => phase === 'new'),
          of(({ kind }) => kind === 'boundary'),
        ]);
      }),
      runs,
    );
  });
});
