import { expect, test } from 'vitest';
import { wholeOf } from '../../renderer/canvas/damage.ts';
import { paintLabels } from '../../renderer/canvas/paint-labels.ts';
import { fixtureCorners } from '../../shared/derive/footprint.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import type { StoreyId } from '../../shared/plan/model.ts';
import type { Language } from '../../shared/text.ts';
import { brothers } from '../samples/brothers.ts';
import { schemePlan } from '../samples/sample-plan.ts';

/** What is written where; Chinese is as wide as its size, all else about half of that. */
function sheet() {
  const written: { words: string; x: number; y: number }[] = [];
  const plates: { x: number; y: number; width: number; height: number }[] = [];
  let size = 12;
  const context = {
    set font(value: string) {
      size = Number(/(\d+)px/.exec(value)?.[1]);
    },
    measureText: (words: string) => ({
      width: [...words].reduce((sum, mark) => sum + size * (mark > '\u2e80' ? 1 : 0.56), 0),
    }),
    fillText: (words: string, x: number, y: number) => written.push({ words, x, y }),
    roundRect: (x: number, y: number, width: number, height: number) =>
      plates.push({ x, y, width, height }),
    strokeText() {},
    beginPath() {},
    fill() {},
  };
  return { context: context as unknown as CanvasRenderingContext2D, written, plates };
}

const id = 'storey_3' as StoreyId;
const plan = schemePlan(brothers(), 1);
const storey = plan.storeys[id]!;
const { rooms } = storeyRooms(id, storey, 'after');

/** The storey's labels as a window of 1366 x 768 fits it. */
function labelled(language: Language) {
  const { context, written, plates } = sheet();
  const view = { scale: 0.0484, offsetX: 290, offsetY: 560 };
  const size = { width: 970, height: 610 };
  paintLabels(
    { context, view, size, sight: wholeOf(size) },
    { rooms, storey, view: 'after', households: plan.households, language },
  );
  return { written, plates, view };
}

test.each<[Language]>([['zh'], ['en']])(
  'a half of 1.90 m2 says its unit and its household, fitted to a small screen (%s)',
  (language) => {
    const { written, plates } = labelled(language);
    const halves = written.filter(({ words }) => words === '1.90 m²');
    expect(halves.length).toBe(2);
    const below = halves.map(({ x, y }) =>
      written.find((line) => line.x === x && line.y > y && line.y < y + 20),
    );
    expect(below.map((line) => line?.words).sort()).toEqual(['302乙', '302甲']);
    // Over fixtures and walls, both stand on a plate.
    for (const { x, y } of halves) {
      const isOnPlate = plates.some(
        (plate) =>
          x > plate.x && x < plate.x + plate.width && y > plate.y && y < plate.y + plate.height,
      );
      expect(isOnPlate).toBe(true);
    }
  },
);

test.each<[Language]>([['zh'], ['en']])(
  'no label hides a fixture that one could see; a wet floor is a floor (%s)',
  (language) => {
    const { written, plates, view } = labelled(language);
    expect(written.length).toBeGreaterThan(0);
    expect(plates.length).toBeGreaterThan(0);
    const standing = Object.values(storey.fixtures).filter(
      ({ kind, phase }) => kind !== 'shower' && phase !== 'demolished',
    );
    for (const fixture of standing) {
      const corners = fixtureCorners(fixture).map(({ x, y }) => ({
        x: view.offsetX + x * view.scale,
        y: view.offsetY - y * view.scale,
      }));
      const [left, right] = [
        Math.min(...corners.map(({ x }) => x)),
        Math.max(...corners.map(({ x }) => x)),
      ];
      const [top, bottom] = [
        Math.min(...corners.map(({ y }) => y)),
        Math.max(...corners.map(({ y }) => y)),
      ];
      if (Math.min(right - left, bottom - top) < 9) continue;
      for (const plate of plates) {
        const wide = Math.min(right, plate.x + plate.width) - Math.max(left, plate.x);
        const high = Math.min(bottom, plate.y + plate.height) - Math.max(top, plate.y);
        const covered = Math.max(0, wide) * Math.max(0, high);
        expect(covered).toBeLessThanOrEqual(0.46 * (right - left) * (bottom - top));
      }
    }
  },
);
