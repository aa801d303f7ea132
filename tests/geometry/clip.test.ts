import { expect, it } from 'vitest';
import { subtract } from '../../shared/geometry/clip.ts';
import { polygonArea, type Ring } from '../../shared/geometry/polygon.ts';

const ring = (...numbers: number[]): Ring =>
  Array.from({ length: numbers.length / 2 }, (_, at) => ({
    x: numbers[2 * at]!,
    y: numbers[2 * at + 1]!,
  }));

/*
 *   +-------------------+    the inner ring is walked there and back along an L of walls,
 *   |        | back     |    and past its own corner: clipper2 never came to an end with it
 *   |        | and      |
 *   |        | there    |
 *   |        +----------+
 *   +-------------------+
 */
it('comes to an end with a ring that runs there and back', () => {
  const around = ring(208, -17592, 8592, -17592, 10101, 571, 208, -208);
  const spiked = ring(
    ...[6356, -11042, 6356, -6188, 6356, -11612],
    ...[7369, -11612, 8592, -11612, 6356, -11612],
  );
  const cut = ring(
    6294,
    -11674,
    8592,
    -11674,
    8592,
    -11550,
    6418,
    -11550,
    6418,
    -6188,
    6294,
    -6188,
  );
  const [left, ...more] = subtract([around, spiked], [cut]);
  expect(more).toEqual([]);
  const whole = polygonArea({ outer: around, holes: [] });
  const taken = polygonArea({ outer: cut, holes: [] });
  expect(polygonArea(left!)).toBeCloseTo(whole - taken, -2);
});
