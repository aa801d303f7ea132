import { expect, test } from 'vitest';
import { countingVersions } from '../../renderer/editor/count-versions.ts';
import type { BuildingContent } from '../../shared/bridge.ts';

/** Versions are counted after a building is open, and never over what has changed meanwhile. */

const content = (...versions: { id: string; counted: boolean }[]) =>
  ({ schemes: [{ id: 'scheme_a', versions }] }) as unknown as BuildingContent;
const [one, two] = ['one', 'two'].map((id) => ({ id, counted: true }));
const later = { id: 'two', counted: false };

function bench(start: BuildingContent) {
  let current = start;
  const answers: ((counted: BuildingContent) => void)[] = [];
  const told = countingVersions({
    count: () => new Promise((done) => answers.push(done)),
    current: () => current,
    take: (counted) => {
      current = counted;
    },
  });
  return {
    answers,
    told,
    show: (next: BuildingContent) => {
      current = next;
    },
    shown: () => current,
  };
}
const soon = () => new Promise((done) => setImmediate(done));

test('nothing is asked where all is counted, and once where it is not', async () => {
  const { told, answers, shown } = bench(content(one!, later));
  told(content(one!, two!));
  expect(answers).toHaveLength(0);
  told(shown());
  told(shown());
  expect(answers).toHaveLength(1);
  answers[0]!(content(one!, two!));
  await soon();
  expect(shown()).toEqual(content(one!, two!));
});

test('an answer from before a version was saved is not shown', async () => {
  const { told, answers, show, shown } = bench(content(one!, later));
  told(shown());
  const saved = content(one!, two!, { id: 'three', counted: true });
  show(saved);
  answers[0]!(content(one!, two!));
  await soon();
  expect(shown()).toBe(saved);
});
