import { describe, expect, it } from 'vitest';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { perform, preview, startHistory, undo } from '../../shared/edit/history.ts';
import { moveElements } from '../../shared/edit/move-elements.ts';
import type { Plan, WallId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { planOf, sequentialIds, storeyFromDrawing, storeyId } from '../plan-from-drawing.ts';

/** The wall between A and B stands at x = 4,000; both tags close to it. */
const plan = planOf(
  storeyFromDrawing(
    `
    +---+-----+
    |   |     |
    |  A|B    |
    +---+-----+`,
    { step: 1000 },
  ),
);
const wall = 'wall_4-0-v' as WallId;
const move = (x: number, intent: 'survey' | 'proposal') =>
  moveElements({
    storey: storeyId,
    elements: [{ kind: 'wall', id: wall, storey: storeyId }],
    by: { x, y: 0 },
    intent,
    newId: sequentialIds(),
  });
const rooms = (of: Plan, moment: 'before' | 'after' = 'after') =>
  storeyRooms(storeyId, of.storeys[storeyId]!, moment).rooms.map(({ tags, area }) => [
    tags.join(' '),
    area,
  ]);

describe('a wall dragged over a tag', () => {
  it.each([
    [1500, 'survey'],
    [-1500, 'survey'],
    [1500, 'proposal'],
    [-1500, 'proposal'],
  ] as const)('by %i mm (%s) leaves both rooms their names', (by, intent) => {
    const { history, refusal } = perform(startHistory(plan), move(by, intent));
    expect(refusal).toBeNull();
    expect(rooms(history.plan)).toEqual([
      ['room_A', (4000 + by - 120) * 2880],
      ['room_B', (6000 - by - 120) * 2880],
    ]);
    expect(check(history.plan).filter(({ rule }) => rule.startsWith('drawing/many'))).toEqual([]);
    expect(rooms(preview(plan, move(by, intent)))).toEqual(rooms(history.plan));
    expect(history.past).toHaveLength(1);
    expect(undo(history).plan).toEqual(plan);
  });

  it('keeps surveyed tags in their surveyed rooms too', () => {
    const { history } = perform(startHistory(plan), move(1500, 'proposal'));
    expect(rooms(history.plan, 'before')).toEqual(rooms(plan, 'before'));
  });

  it('leaves tags alone that still stand in their room', () => {
    const { history } = perform(startHistory(plan), move(500, 'survey'));
    const moved = history.plan.storeys[storeyId]!.rooms;
    expect(moved['room_A' as never]).toBe(plan.storeys[storeyId]!.rooms['room_A' as never]);
  });
});
