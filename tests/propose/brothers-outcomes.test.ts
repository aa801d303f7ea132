import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cases } from '../cases.ts';
import { brothersDrawing } from './brothers-drawings.tsx';
import { brothersShapes, drawingOf, outcomeLine } from './brothers-outcomes.ts';

const samples = join(import.meta.dirname, '../../assets/samples');

it('the table of outcomes in the samples’ README is what the search says', {
  timeout: 600_000,
}, () => {
  const readme = readFileSync(join(samples, 'README.md'), 'utf8');
  expect(readme.split('\n').filter((line) => line.startsWith('| ')).length).toBe(
    brothersShapes.length + 2,
  );
  for (const one of brothersShapes.slice(0, cases(2, brothersShapes.length))) {
    expect(readme).toContain(outcomeLine(one));
  }
});

it('the drawings beside it are of what the search says: npm run samples', {
  timeout: 600_000,
}, () => {
  // One with a proposal, one with the change that makes one possible; in the long run all.
  for (const one of brothersShapes.filter((_, index) => index % cases(4, 1) === 0)) {
    expect(readFileSync(join(samples, drawingOf(one)), 'utf8'), one.name).toBe(
      brothersDrawing(one),
    );
  }
});
