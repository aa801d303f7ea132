import { expect, test } from 'vitest';
import { whenAtRest } from '../../renderer/panels/use-at-rest.ts';

type Look = Parameters<Parameters<typeof whenAtRest>[1]['request']>[0];

/** Frames of 16 ms in each of which the page is idle for `remaining` ms: after how many ms it was taken. */
function takenAfter(remaining: number): number | null {
  let now = 0;
  let taken: number | null = null;
  const waiting: Look[] = [];
  whenAtRest(
    () => {
      taken = now;
    },
    { request: (look) => waiting.push(look), cancel: () => undefined, now: () => now },
  );
  for (let frame = 0; frame < 500; frame += 1) {
    now += 16;
    waiting.pop()?.({ didTimeout: false, timeRemaining: () => remaining });
  }
  return taken;
}

test('findings follow at the first rest', () => {
  expect(takenAfter(40)).toBe(16);
});

test('and within a second while something on the page keeps moving', () => {
  expect(takenAfter(10)).toBe(1008);
});
