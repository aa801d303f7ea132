import { expect, test } from 'vitest';
import { telling } from '../../renderer/workers/telling.ts';

interface Step {
  readonly share: number;
  readonly offers: readonly string[] | null;
  readonly reasons?: readonly string[];
}

/** Tells steps at these moments, in ms, and answers what was told. */
function told(steps: readonly (Step & { readonly at: number })[]): Step[] {
  const heard: Step[] = [];
  let moment = 0;
  const tell = telling<Step>({
    tell: (step) => heard.push(step),
    isNews: ({ offers, reasons }) => Boolean(offers ?? reasons),
    now: () => moment,
  });
  for (const { at, ...step } of steps) {
    moment = at;
    tell(step);
  }
  return heard;
}

test('the first news is told at once, and progress no more often than every 100 ms', () => {
  const steps = told([
    { at: 0, share: 0, offers: null },
    { at: 10, share: 0.1, offers: null },
    { at: 20, share: 0.2, offers: ['a'] },
    { at: 60, share: 0.3, offers: null },
    { at: 130, share: 0.4, offers: null },
  ]);
  expect(steps).toEqual([
    { share: 0, offers: null },
    { share: 0.2, offers: ['a'] },
    { share: 0.4, offers: null },
  ]);
});

test('news within 250 ms waits, the newest of each kind is told, and none is lost', () => {
  const steps = told([
    { at: 0, share: 0.1, offers: ['a'] },
    { at: 50, share: 0.2, offers: ['b'] },
    { at: 120, share: 0.3, offers: null, reasons: ['narrow'] },
    { at: 200, share: 0.4, offers: ['c'] },
    { at: 260, share: 0.5, offers: null },
    { at: 300, share: 0.6, offers: null },
  ]);
  expect(steps).toEqual([
    { share: 0.1, offers: ['a'] },
    { share: 0.5, offers: ['c'], reasons: ['narrow'] },
  ]);
});
