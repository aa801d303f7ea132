import { expect, test } from 'vitest';
import { changeWords } from '../../renderer/language/change-words.ts';
import type { Plan, Wall, WallId } from '../../shared/plan/model.ts';
import { elementChanges } from '../../shared/records/element-changes.ts';
import { drawFlats, planOfFlats, usualFlat } from '../generate/flats.ts';

const plan = planOfFlats([drawFlats(1, [usualFlat])]);
const [id, storey] = Object.entries(plan.storeys)[0]!;
const [wall, facts] = Object.entries(storey.walls).find(([, { kind }]) => kind === 'partition')!;

const withWall = (change: Partial<Wall>): Plan => {
  const walls = { ...storey.walls, [wall as WallId]: { ...facts, ...change } };
  return { ...plan, storeys: { ...plan.storeys, [id]: { ...storey, walls } } };
};
const wordsOf = (after: Plan) =>
  elementChanges(plan, after).map((change) => changeWords(change, plan, after));

test('a length that changed is said as it was and as it is', () => {
  const [words] = wordsOf(withWall({ thickness: facts.thickness + 60 }));
  const lengths = `${facts.thickness} mm → ${facts.thickness + 60} mm`;
  expect(words?.zh).toMatch(new RegExp(`：修改厚度 ${lengths}$`));
  expect(words?.en).toMatch(new RegExp(`: thickness ${lengths}$`));
});

test('what is no length is named only', () => {
  const [words] = wordsOf(withWall({ thickness: 240, kind: 'bearing' }));
  expect(words?.zh).toMatch(/：修改类型、厚度 \d+ mm → 240 mm$/);
  expect(words?.en).toMatch(/: kind changed, thickness \d+ mm → 240 mm$/);
});
