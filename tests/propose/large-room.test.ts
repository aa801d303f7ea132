import { expect, test } from 'vitest';
import { propose, requestOf } from '../../shared/propose/propose.ts';
import { searchDivisions } from '../../shared/propose/search.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { households, planToDivide, roomId, storeyId } from './room-to-divide.ts';

const ask = {
  plan: planToDivide({ width: 4000, depth: 3000 }),
  storey: storeyId,
  room: roomId,
  holders: households,
  programme: 'kitchenette',
} as const;

test('of a large room something whole is shown before any partition was furnished at its best', () => {
  const { value, done } = propose(ask).next();
  expect(done).toBe(false);
  expect(value).toMatchObject({ stage: 'straight', share: 0 });
  expect('offers' in value && value.offers?.length).toBeGreaterThan(0);
});

test('of a large room the most even partitions are enough, once they have a division', () => {
  const request = requestOf(ask, 'kitchenette', nationalProfile);
  expect(request).toMatchObject({ step: 200, enoughCuts: 4 });
  const first = searchDivisions({ ...request, enoughCuts: 1 }).next();
  expect(first.value).toMatchObject({ done: 1, total: 1 });
});
