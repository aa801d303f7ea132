import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument } from '../../shared/exchange/document.ts';
import { sampleTexts } from './samples.ts';

const folder = new URL('../../assets/samples/', import.meta.url);
const texts = sampleTexts();

test.each(Object.entries(texts))('%s is read without a problem', (_name, text) => {
  expect(parseDocument(text).problems).toEqual([]);
});

test('the committed samples are what the builders draw: npm run samples', () => {
  expect(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort(),
  ).toEqual(Object.keys(texts).sort());
  for (const [name, text] of Object.entries(texts))
    expect(readFileSync(new URL(name, folder), 'utf8'), name).toBe(text);
});
