import { describe, expect, it } from 'vitest';
import { wholeOf } from '../../../renderer/canvas/damage.ts';
import { LabelPlaces, type LabelScene } from '../../../renderer/canvas/label-places.ts';
import type { Pen } from '../../../renderer/canvas/pen.ts';
import { storeyRooms } from '../../../shared/derive/storey-rooms.ts';
import type { FixtureId, JointId, Plan, Storey, StoreyId } from '../../../shared/plan/model.ts';
import { cases } from '../../cases.ts';
import { Random } from '../../generate/random.ts';
import { generateStorey } from '../../generate/storey.ts';

const everywhere = { min: { x: -1e9, y: -1e9 }, max: { x: 1e9, y: 1e9 } };

/** Chinese is as wide as its size, all else about half of that. */
function penAt(scale: number): Pen {
  let size = 12;
  const context = {
    set font(value: string) {
      size = Number(/(\d+)px/.exec(value)?.[1]);
    },
    measureText: (words: string) => ({
      width: [...words].reduce((sum, mark) => sum + size * (mark > '\u2e80' ? 1 : 0.56), 0),
    }),
  };
  const canvas = { width: 1000, height: 700 };
  return {
    context: context as unknown as CanvasRenderingContext2D,
    view: { scale, offsetX: 120, offsetY: 480 },
    size: canvas,
    sight: wholeOf(canvas),
  };
}

const sceneOf = (plan: Plan, id: StoreyId, storey: Storey): LabelScene => ({
  rooms: storeyRooms(id, storey, 'after').rooms,
  storey,
  view: 'after',
  households: plan.households,
  language: 'zh',
});

const byPlace = (places: LabelPlaces): string[] =>
  places
    .within(everywhere)
    .map((label) => JSON.stringify(label))
    .sort();

function edited(storey: Storey, random: Random): Storey {
  const fixtures = Object.keys(storey.fixtures) as FixtureId[];
  if (fixtures.length > 0 && random.chance(0.3)) {
    const id = random.pick(fixtures);
    const { at, ...facts } = storey.fixtures[id]!;
    const to = { x: at.x + random.between(-900, 900), y: at.y + random.between(-900, 900) };
    return { ...storey, fixtures: { ...storey.fixtures, [id]: { ...facts, at: to } } };
  }
  const id = random.pick(Object.keys(storey.joints) as JointId[]);
  const { x, y } = storey.joints[id]!;
  const to = { x: x + random.between(-700, 700), y: y + random.between(-700, 700) };
  return { ...storey, joints: { ...storey.joints, [id]: to } };
}

describe('labels of a plan that is being edited', () => {
  it('are those of a plan seen for the first time, and what changed of them is said', () => {
    let changes = 0;
    for (let seed = 1; seed <= cases(12, 120); seed++) {
      const random = new Random(seed);
      const generated = generateStorey({ seed, stairs: 2, degrees: seed % 3 ? 0 : 20 });
      const { plan, id } = generated;
      let { storey } = generated;
      const pen = penAt(random.pick([0.012, 0.02, 0.035, 0.06]));
      const places = new LabelPlaces();
      expect(places.update(pen, sceneOf(plan, id, storey))).toBe('all');
      for (let step = 0; step < 10; step++) {
        const before = byPlace(places);
        storey = edited(storey, random);
        const scene = sceneOf(plan, id, storey);
        const boxes = places.update(pen, scene);
        const after = byPlace(places);
        const anew = new LabelPlaces();
        anew.update(pen, scene);
        expect(after, `seed ${seed}, step ${step}`).toEqual(byPlace(anew));
        if (boxes === 'all') throw new Error('one edit is not all');
        const differ = [
          ...before.filter((label) => !after.includes(label)),
          ...after.filter((label) => !before.includes(label)),
        ];
        for (const label of differ) {
          const { at } = JSON.parse(label) as { at: { x: number; y: number } };
          const [x, y] = [at.x + pen.view.offsetX, at.y + pen.view.offsetY];
          const isSaid = boxes.some(
            ({ min, max }) => x >= min.x && x <= max.x && y >= min.y && y <= max.y,
          );
          expect(isSaid, `seed ${seed}, step ${step}`).toBe(true);
          changes += 1;
        }
      }
    }
    expect(changes).toBeGreaterThan(20);
  });
});
