import { expect, test } from 'vitest';
import { parseStored } from '../../shared/plan/cleaned-words.ts';
import { planSchema } from '../../shared/plan/schema.ts';
import { drawStorey, id, planOf, storey1 } from './draw-plan.ts';

const storey = drawStorey('A---B');
const note = (words: string) => ({ [id('note', '1')]: { at: { x: 0, y: 0 }, words } });
const planWith = (name: string, words: string) =>
  planOf({ ...storey, name, notes: note(words) } as typeof storey);

test('clean words are what they were', () => {
  const plan = planWith('一层\t东', 'one\ntwo');
  expect(parseStored(planSchema, plan).data).toEqual(planSchema.parse(plan));
});

test('unseen characters go; a note keeps its lines, a name has one', () => {
  const dirty = planWith('一\u0000层\r\n东', 'one\ntwo\u202e');
  const before = structuredClone(dirty);
  const { data } = parseStored(planSchema, dirty);
  expect(data?.storeys[storey1]?.name).toBe('一层 东');
  expect(Object.values(data?.storeys[storey1]?.notes ?? {})[0]?.words).toBe('one\ntwo');
  expect(dirty).toEqual(before);
  const only = parseStored(planSchema, planWith('东', '\u0007')).data;
  expect(Object.values(only?.storeys[storey1]?.notes ?? {})[0]?.words).toBe('…');
});

test('what else is wrong is said, and where', () => {
  const dirty = planWith('一\u0000层', 'x'.repeat(1001));
  const { error } = parseStored(planSchema, dirty);
  expect(error?.issues.map(({ path }) => path.at(-1))).toEqual(['words']);
});
