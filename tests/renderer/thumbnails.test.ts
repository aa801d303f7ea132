import { expect, test } from 'vitest';
import { createThumbnails, type Wanted } from '../../renderer/editor/thumbnails.ts';
import type { Plan, StoreyId } from '../../shared/plan/model.ts';

/** Pictures of versions are painted once, one at a time, and only for whoever still looks. */

const wanted = (version: string): Wanted => ({
  version,
  storey: 'storey_1' as StoreyId,
  level: 1,
});
const plan = {} as Plan;
const picture = () => ({ close: () => undefined }) as ImageBitmap;

function bench() {
  const idle: (() => void)[] = [];
  const painted: string[] = [];
  const thumbnails = createThumbnails({
    paint: async ({ key }) => {
      painted.push(key.split(' ')[0]!);
      return picture();
    },
    whenIdle: (work) => idle.push(work),
    density: 1,
  });
  const rest = async (): Promise<void> => {
    for (let work = idle.shift(); work; work = idle.shift()) {
      work();
      await new Promise((done) => setImmediate(done));
    }
  };
  return { thumbnails, painted, idle, rest };
}

test('nothing is painted before there is nothing else to do, and each version once', async () => {
  const { thumbnails, painted, idle, rest } = bench();
  const told: string[] = [];
  for (const version of ['a', 'b', 'a']) {
    thumbnails.ask(
      wanted(version),
      async () => plan,
      () => told.push(version),
    );
  }
  expect([painted.length, idle.length]).toEqual([0, 1]);
  await rest();
  expect(painted.sort()).toEqual(['a', 'b']);
  expect(told.sort()).toEqual(['a', 'a', 'b']);
  expect(thumbnails.get(wanted('a'))).not.toBeNull();
});

test('what went out of sight is not begun; the one asked for last comes first', async () => {
  const { thumbnails, painted, rest } = bench();
  const stop = thumbnails.ask(
    wanted('a'),
    async () => plan,
    () => undefined,
  );
  thumbnails.ask(
    wanted('b'),
    async () => plan,
    () => undefined,
  );
  thumbnails.ask(
    wanted('c'),
    async () => plan,
    () => undefined,
  );
  stop();
  await rest();
  expect(painted).toEqual(['c', 'b']);
  expect(thumbnails.get(wanted('a'))).toBeUndefined();
});

test('a version that cannot be read has no picture, and the next one is painted', async () => {
  const { thumbnails, painted, rest } = bench();
  thumbnails.ask(
    wanted('b'),
    async () => plan,
    () => undefined,
  );
  const told: string[] = [];
  thumbnails.ask(
    wanted('a'),
    () => Promise.reject(new Error('damaged')),
    () => told.push('a'),
  );
  await rest();
  expect([painted, told]).toEqual([['b'], ['a']]);
  expect(thumbnails.get(wanted('a'))).toBeNull();
});
