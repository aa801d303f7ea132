import { describe, expect, it } from 'vitest';
import { perform, startHistory, undo } from '../../shared/edit/history.ts';
import { type Recorded, recordFact } from '../../shared/edit/record-fact.ts';
import type { OpeningId, RoomId, WallId } from '../../shared/plan/model.ts';
import { storeyId } from '../plan-from-drawing.ts';
import { pair, pane } from '../rules/small-plans.ts';

const plan = pair(
  { A: { use: 'bathroom', holders: ['household_1'] }, B: { use: 'stair' } },
  [2000, 3000, 2000],
  {
    openings: { opening_1: pane('wall_0-0-h', 500) },
    walls: { 'wall_3-0-v': { kind: 'bearing', phase: 'demolished' } },
  },
);
const recorded = (of: Recorded, from = startHistory(plan)) =>
  perform(from, recordFact({ storey: storeyId, of }));
const room = 'room_A' as RoomId;

describe('recording a fact', () => {
  it.each([
    [{ kind: 'storey', facts: { clearHeight: 2600 } }, ['clearHeight']],
    [
      { kind: 'room', id: room, facts: { clearHeight: 2200, exhaust: true } },
      ['rooms', 'room_A', 'clearHeight'],
    ],
    [
      { kind: 'opening', id: 'opening_1' as OpeningId, facts: { opens: 50 } },
      ['openings', 'opening_1', 'opens'],
    ],
    [
      { kind: 'wall', id: 'wall_3-0-v' as WallId, facts: { engineerNote: '结-2026-3' } },
      ['walls', 'wall_3-0-v', 'engineerNote'],
    ],
  ] satisfies [Recorded, string[]][])('%j is written, undone and taken away', (of, path) => {
    const { history, refusal } = recorded(of);
    expect(refusal).toBeNull();
    const at = (from: unknown): unknown =>
      path.reduce((value, key) => (value as Record<string, unknown>)[key], from);
    expect(at(history.plan.storeys[storeyId])).toBe(Object.values(of.facts)[0]);
    expect(undo(history).plan).toEqual(plan);
    const none = Object.fromEntries(Object.keys(of.facts).map((name) => [name, undefined]));
    expect(recorded({ ...of, facts: none } as Recorded, history).history.plan).toEqual(plan);
  });

  it('demolishes nothing and makes nothing', () => {
    const { history } = recorded({ kind: 'room', id: room, facts: { flight: 1100 } });
    expect(Object.keys(history.plan.storeys[storeyId]!.rooms)).toEqual(['room_A', 'room_B']);
  });

  it('is refused for what is gone, and for what cannot be', () => {
    const lost = recorded({ kind: 'room', id: 'room_none' as RoomId, facts: { exhaust: true } });
    expect(lost.refusal?.reason).toBe('gone');
    expect(
      recorded({ kind: 'opening', id: 'opening_1' as OpeningId, facts: { opens: 120 } }).refusal,
    ).not.toBeNull();
  });
});
