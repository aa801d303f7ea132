import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument } from '../../shared/exchange/document.ts';
import { check } from '../../shared/rules/check.ts';
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

// The brothers share 4 m2 for two households: there is no room for more, which is why they refused.
test.each(['nineteen.json', 'out-of-line.json', 'duplex.json'])(
  'in %s people can use every fixture that is newly placed',
  (name) => {
    for (const { plan } of parseDocument(texts[name]!).document!.schemes) {
      const isNew = (id: string): boolean =>
        Object.values(plan.storeys).some(
          ({ fixtures }) => fixtures[id as keyof typeof fixtures]?.phase === 'new',
        );
      const said = check(plan).filter(
        ({ rule, about }) =>
          (rule.startsWith('drawing/') || rule === 'wc-branch') &&
          about.some(({ kind, id }) => kind === 'fixture' && isNew(id)),
      );
      expect(said.map(({ text }) => text.en)).toEqual([]);
    }
  },
);
