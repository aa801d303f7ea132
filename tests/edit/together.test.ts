import { expect, test } from 'vitest';
import { addAxis, deleteAxes } from '../../shared/edit/axes.ts';
import { deleteElements } from '../../shared/edit/delete-elements.ts';
import { perform, preview, startHistory, undo } from '../../shared/edit/history.ts';
import { together } from '../../shared/edit/together.ts';
import type { AxisId, Plan } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { countingIds, drawStorey, id, planOf, storey1 } from '../plan/draw-plan.ts';

const axis = 'axis_1' as AxisId;
const plan: Plan = {
  ...planOf(drawStorey('A---B')),
  axes: { [axis]: { runs: 'upright', place: 0 } },
};
const wall = deleteElements({
  storey: storey1,
  elements: [{ kind: 'wall', id: id('wall', 'AB'), storey: storey1 }],
  intent: 'survey',
});
const label = text('删除', 'Delete');

test('both are done as one step, which one undo takes back', () => {
  const both = together(label, [wall, deleteAxes({ axes: [axis] })]);
  const { history } = perform(startHistory(plan), both);
  expect(history.past).toHaveLength(1);
  expect(history.plan.axes).toEqual({});
  expect(history.plan.storeys[storey1]?.walls).toEqual({});
  expect(preview(plan, both)).toEqual(history.plan);
  expect(undo(history).plan).toEqual(plan);
});

test('neither is done where one is refused, with its reason', () => {
  const there = addAxis({ runs: 'upright', place: 0, newId: countingIds() });
  const both = together(label, [wall, there]);
  const { history, refusal } = perform(startHistory(plan), both);
  expect(refusal?.reason).toBe('axis-there');
  expect(history.plan).toBe(plan);
  expect(preview(plan, both)).toBe(plan);
});
