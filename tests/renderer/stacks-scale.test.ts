import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaleOf } from '../../renderer/screens/stacks-scale.ts';
import { letter } from '../../renderer/screens/stacks-words.tsx';

test('letters are 12 px or more in a picture of any size, and at most 14', () => {
  const px = fc.integer({ min: 300, max: 2400 });
  const mm = fc.integer({ min: 3000, max: 60_000 });
  fc.assert(
    fc.property(
      px,
      px,
      mm,
      mm,
      fc.constantFrom([], ['污水4'], ['W1', '污水立管12']),
      (...given) => {
        const [width, height, across, down, names] = given;
        const bounds = { minX: -500, maxX: across - 500, minY: 200, maxY: down + 200 };
        const { pixel, viewBox } = scaleOf(bounds, { width, height }, names);
        const [left, top, wide, high] = viewBox.split(' ').map(Number) as [
          number,
          number,
          number,
          number,
        ];
        // As a browser fits a picture into its place: whole, and in proportion.
        const drawn = letter * pixel * Math.min(width / wide, height / high);
        expect(drawn).toBeGreaterThan(11.999);
        expect(drawn).toBeLessThan(14.001);
        // The storey is in it, with room beside it for what its stacks are called.
        expect(-500 - left).toBeGreaterThanOrEqual(
          letter * pixel * Math.max(0, ...names.map((one) => one.length * 0.6)),
        );
        expect([
          left < -500,
          top < -down - 200,
          left + wide > across - 500,
          top + high > -200,
        ]).toEqual([true, true, true, true]);
      },
    ),
    { seed: 9, numRuns: 300 },
  );
});
