import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cases } from '../cases.ts';
import { brothersShapes, outcomeLine } from './brothers-outcomes.ts';

it('the table of outcomes in the samples’ README is what the search says', {
  timeout: 600_000,
}, () => {
  const readme = readFileSync(join(import.meta.dirname, '../../assets/samples/README.md'), 'utf8');
  expect(readme.split('\n').filter((line) => line.startsWith('| ')).length).toBe(
    brothersShapes.length + 2,
  );
  for (const one of brothersShapes.slice(0, cases(2, brothersShapes.length))) {
    expect(readme).toContain(outcomeLine(one));
  }
});
