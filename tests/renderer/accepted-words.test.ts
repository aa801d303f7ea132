import { expect, it } from 'vitest';
import { acceptedWords } from '../../renderer/panels/accepted-words.ts';
import { text } from '../../shared/text.ts';

const accepted = {
  state: 'reopened',
  by: '王工',
  reason: '住户同意',
  when: '2026-12-01 15:14',
  measured: null,
  limit: null,
} as const;

it('tells apart why it was accepted and why it is open again', () => {
  expect(acceptedWords({ ...accepted, others: ['102', '103'] })).toEqual({
    zh: '现在还涉及102、103室，接受时没有涉及，需要重新处理。曾由王工于 2026-12-01 15:14 接受，理由：住户同意',
    en: 'It is now also about households 102 and 103, which it was not when it was accepted: to be dealt with again. 王工 accepted it on 2026-12-01 15:14, because: 住户同意',
  });
  const limit = text('不低于 3.00 m² 时有效', 'holds down to 3.00 m²');
  expect(acceptedWords({ ...accepted, measured: { value: 3, unit: 'm2' }, limit }).zh).toBe(
    '现在比接受时更差，需要重新处理。曾由王工于 2026-12-01 15:14 接受，理由：住户同意；不低于 3.00 m² 时有效',
  );
  expect(acceptedWords(accepted).zh).toMatch(/^现在与接受时不同，/);
  expect(acceptedWords({ ...accepted, state: 'accepted' }).zh).toBe(
    '已接受（王工，2026-12-01 15:14）：住户同意',
  );
});
