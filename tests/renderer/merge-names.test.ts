import { expect, test } from 'vitest';
import { mergeNames } from '../../renderer/panels/merge-names.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import type { StoreyId } from '../../shared/plan/model.ts';
import { brothers } from '../samples/brothers.ts';
import { schemePlan } from '../samples/sample-plan.ts';

/** The brothers' room divided: two of the same use, each one's own. */
const plan = schemePlan(brothers(), 1);
const storey = 'storey_3' as StoreyId;
const { rooms } = storeyRooms(storey, plan.storeys[storey]!, 'after');
const [one, other] = rooms
  .filter(({ use, holders }) => use === 'kitchen-bath' && /_302-/.test(String(holders[0])))
  .map((room) => ({ ...room, name: '' }));

test('the two rooms that a wall parts are told apart by whose they are', () => {
  const [left, right] = mergeNames(plan, [one!, other!]);
  expect([left.zh, right.zh].sort()).toEqual(['302乙室的煤卫合一间', '302甲室的煤卫合一间']);
  expect([left.en, right.en].sort()).toEqual([
    'Kitchen-bathroom of household 302乙',
    'Kitchen-bathroom of household 302甲',
  ]);
});

test('and by their areas where they are the same people’s', () => {
  const { holders } = one!;
  const [left, right] = mergeNames(plan, [one!, { ...other!, holders, area: 2_500_000 }]);
  expect(left.zh).toMatch(/^302.室的煤卫合一间（\d\.\d\d m²）$/);
  expect(right.zh).toMatch(/（2\.50 m²）$/);
  expect(left.en).not.toBe(right.en);
});
