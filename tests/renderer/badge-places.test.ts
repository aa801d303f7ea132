import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart, badgePlaces } from '../../renderer/screens/badge-places.ts';

const size = { width: 400, height: 300 };
const touches = (one: { x: number; y: number }, other: { x: number; y: number }): boolean =>
  Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) < apart;

test('a badge stays at its place where no other stands', () => {
  const middles = [
    { x: 10, y: 10 },
    { x: 10 + apart, y: 10 },
    { x: 200, y: 90 },
  ];
  expect(badgePlaces(middles, size)).toEqual(middles);
});

test('a door in a wall that is asked about too stands beside it', () => {
  const middles = [
    { x: 100, y: 100 },
    { x: 103, y: 99 },
  ];
  const [wall, door] = badgePlaces(middles, size);
  expect(wall).toEqual({ x: 100, y: 100 });
  expect(door).toEqual({ x: 103 + apart, y: 99 });
  // At the edge of the picture where there is room.
  const [, last] = badgePlaces(
    middles.map(({ x, y }) => ({ x: x + 280, y })),
    size,
  );
  expect(last).toEqual({ x: 383, y: 99 - apart });
});

test('no two of a few lie on each other, however close their places are', () => {
  const place = fc.record({
    x: fc.integer({ min: 0, max: 60 }),
    y: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 8 }), (middles) => {
      const places = badgePlaces(middles, size);
      expect(places).toHaveLength(middles.length);
      places.forEach((one, index) => {
        expect(places.slice(index + 1).some((other) => touches(one, other))).toBe(false);
      });
    }),
  );
});
