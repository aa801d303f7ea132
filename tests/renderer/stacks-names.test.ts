import { expect, test } from 'vitest';
import { overlap } from '../../renderer/screens/stacks-labels.ts';
import { boxOfBlock, placedNames, type RoomName } from '../../renderer/screens/stacks-names.ts';

const [letter, spacing] = [12, 15];
const name = (x: number, wide: number, high: number, ...ways: string[][]): RoomName => ({
  x,
  y: high / 2,
  within: { minX: x - wide / 2, maxX: x + wide / 2, minY: 0, maxY: high },
  ways,
});
const placed = (names: readonly RoomName[], soft = [] as never[]) =>
  placedNames(names, { hard: [], soft }, letter, spacing);

test('a room that is narrower than its use says whose it is alone, beside another such', () => {
  //  |301 |302 |   two rooms of 40 px: `bathroom` would lie over the next
  const names = [20, 60].map((x) =>
    name(x, 40, 140, ['301', 'Kitchen-', 'bathroom'], ['Kitchen-', 'bathroom'], ['301']),
  );
  const blocks = placed(names);
  expect(blocks.map((block) => block?.lines)).toEqual([['301'], ['301']]);
  const [one, other] = blocks.map((block) => boxOfBlock(block!, letter, spacing));
  expect(overlap(one!, other!)).toBe(false);
});

test('a name gives way to what is above it by moving, then by saying less, before it is left out', () => {
  const above = name(100, 200, 40, ['301', 'Bathroom']);
  const wide = name(100, 200, 40, ['201', 'Bathroom'], ['201 Bathroom'], ['Bathroom']);
  const [, moved] = placed([above, wide]);
  expect(moved?.lines).toEqual(['201', 'Bathroom']);
  expect(moved?.x).not.toBe(100);
  const narrow = name(100, 70, 50, ['201', 'Bathroom'], ['Bathroom']);
  expect(placed([name(100, 70, 50, ['301']), narrow])[1]?.lines).toEqual(['Bathroom']);
  const low = name(100, 70, 16, ['201']);
  expect(placed([name(100, 70, 16, ['Bathroom']), low])[1]).toBeNull();
});

test('a name stands where the walls of its room leave it free, and not only within its box', () => {
  //  +--+        the box of an L, of which the upper right quarter is another room
  //  |  |
  //  |  +--+
  //  +-----+
  const holds = ({ maxX, minY }: { maxX: number; minY: number }): boolean =>
    maxX <= 50 || minY >= 40;
  const shaped = { ...name(50, 100, 80, ['301']), x: 70, y: 20 };
  const [block] = placed([{ ...shaped, holds }]);
  expect(holds(boxOfBlock(block!, letter, spacing))).toBe(true);
  expect(holds(boxOfBlock(placed([shaped])[0]!, letter, spacing))).toBe(false);
});

test('drains are left free where there is place beside them', () => {
  const soft = [{ minX: 0, maxX: 200, minY: 18, maxY: 22 }];
  const [block] = placedNames([name(100, 200, 60, ['301'])], { hard: [], soft }, letter, spacing);
  expect(overlap(boxOfBlock(block!, letter, spacing), soft[0]!)).toBe(false);
});
