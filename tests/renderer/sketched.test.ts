import { describe, expect, it, test } from 'vitest';
import { labelAt, sketchOf } from '../../renderer/editor/sketched.ts';
import { check } from '../../shared/rules/check.ts';
import { casesOfAreas } from '../rules/cases-of-areas.ts';
import { casesOfDrawing } from '../rules/cases-of-drawing.ts';
import { casesOfRooms } from '../rules/cases-of-rooms.ts';
import { casesOfServices } from '../rules/cases-of-services.ts';

const cases = { ...casesOfAreas, ...casesOfRooms, ...casesOfServices, ...casesOfDrawing };

/** Every finding that has a place can be looked at in its explanation. */
describe('the sketch of a finding', () => {
  it.each(Object.entries(cases))('%s marks what it is about', (rule, { outside, unknown }) => {
    for (const plan of unknown ? [outside, unknown] : [outside]) {
      for (const finding of check(plan).filter((one) => one.rule === rule)) {
        const sketch = sketchOf(plan, finding);
        if (rule === 'drawing/household-without-rooms') {
          expect(sketch).toBeNull();
          continue;
        }
        expect(sketch).not.toBeNull();
        const { meant, marked, others, box } = sketch!;
        expect(meant.length + marked.length + others.length).toBeGreaterThan(0);
        for (const { x, y } of [...meant.flatMap(({ polygon }) => polygon), ...marked.flat()]) {
          expect(x > box.minX && x < box.maxX && y > box.minY && y < box.maxY).toBe(true);
        }
      }
    }
  });
});

const box = (maxX: number, maxY: number) => ({ minX: 0, minY: -200, maxX, maxY });
test('the length of a line stands over it, or under it at the upper edge, or beside one that is upright, and never on it', () => {
  const level = { from: { x: 0, y: 100 }, to: { x: 500, y: 100 } };
  expect(labelAt(level, box(500, 600), 2)).toEqual({ x: 250, y: -112, textAnchor: 'middle' });
  expect(labelAt(level, box(500, 130), 2)).toEqual({ x: 250, y: -68, textAnchor: 'middle' });
  const upright = { from: { x: 100, y: 0 }, to: { x: 100, y: 500 } };
  expect(labelAt(upright, box(500, 600), 2)).toEqual({ x: 112, y: -242, textAnchor: 'start' });
  expect(labelAt(upright, box(100, 600), 2)).toEqual({ x: 88, y: -242, textAnchor: 'end' });
});
