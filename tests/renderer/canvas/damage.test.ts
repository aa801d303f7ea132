import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxesMeet, settled, uncovered } from '../../../renderer/canvas/damage.ts';
import type { Box } from '../../../renderer/editor/viewport.ts';
import { cases } from '../../cases.ts';

const size = { width: 900, height: 600 };
const runs = { seed: 11, numRuns: cases(300, 3000) };

const boxes = fc.array(
  fc
    .tuple(
      fc.double({ min: -200, max: 1000, noNaN: true }),
      fc.double({ min: -200, max: 700, noNaN: true }),
      fc.double({ min: 0, max: 300, noNaN: true }),
      fc.double({ min: 0, max: 300, noNaN: true }),
    )
    .map(([x, y, wide, high]): Box => ({ min: { x, y }, max: { x: x + wide, y: y + high } })),
  { maxLength: 30 },
);

const holds = ({ min, max }: Box, x: number, y: number): boolean =>
  x >= min.x && x <= max.x && y >= min.y && y <= max.y;

test('what is painted anew covers all that changed, once, along whole device pixels', () => {
  fc.assert(
    fc.property(boxes, fc.constantFrom(1, 1.25, 1.5, 2), (changed, density) => {
      const parts = settled(changed, size, density);
      for (const { min, max } of changed) {
        const corners = [
          [Math.max(0, min.x), Math.max(0, min.y)],
          [Math.min(size.width, max.x), Math.min(size.height, max.y)],
        ] as const;
        if (corners[0][0] >= corners[1][0] || corners[0][1] >= corners[1][1]) continue;
        for (const [x, y] of corners) expect(parts.some((part) => holds(part, x, y))).toBe(true);
      }
      parts.forEach((part, index) => {
        for (const other of parts.slice(index + 1)) expect(boxesMeet(part, other)).toBe(false);
        for (const edge of [part.min.x, part.min.y, part.max.x, part.max.y]) {
          expect(Math.abs(edge * density - Math.round(edge * density))).toBeLessThan(1e-9);
        }
        expect(
          holds({ min: { x: 0, y: 0 }, max: { x: 900, y: 600 } }, part.min.x, part.min.y),
        ).toBe(true);
        expect(part.max.x <= size.width && part.max.y <= size.height).toBe(true);
      });
    }),
    runs,
  );
});

test('a picture that moved leaves strips on the sides that it came from', () => {
  expect(uncovered(size, 0, 0)).toEqual([]);
  expect(uncovered(size, 30, -20)).toEqual([
    { min: { x: 0, y: 0 }, max: { x: 30, y: 600 } },
    { min: { x: 0, y: 580 }, max: { x: 900, y: 600 } },
  ]);
});
