import { describe, expect, it } from 'vitest';
import { lookedAt, proposalCommand } from '../../renderer/proposals/proposal-command.ts';
import { householdStates } from '../../shared/derive/households.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { perform, preview, startHistory, undo } from '../../shared/edit/history.ts';
import { entries, type HouseholdId, type Plan, type StoreyId } from '../../shared/plan/model.ts';
import { type Ask, proposed } from '../../shared/propose/propose.ts';
import { movableFaces } from '../../shared/propose/wall-move.ts';
import { check } from '../../shared/rules/check.ts';
import { sequentialIds } from '../plan-from-drawing.ts';
import { households, planToDivide, roomId, storeyId } from '../propose/room-to-divide.ts';
import { brothers } from '../samples/brothers.ts';
import { schemePlan } from '../samples/sample-plan.ts';

/** What would make a division possible, looked at and applied: a wall that moves first, and then the parts. */

const shapes = [
  { width: 2000, depth: 2100, shaft: [400, 500] },
  { width: 2400, depth: 2000, notch: [800, 1000] },
] as const;

const completeIn = (plan: Plan): boolean[] =>
  [...householdStates(plan, 'after').values()].map(({ complete }) => complete);

const doorsIn = (plan: Plan): number =>
  entries(plan.storeys[storeyId]!.openings).filter(([, { phase }]) => phase === 'new').length;

/** With a storey above that has the same walls and stacks. */
function withAnother(plan: Plan): Plan {
  const ground = plan.storeys[storeyId]!;
  const above = { ...ground, name: '二层', level: 2, elevation: 2800, rooms: {}, fixtures: {} };
  return { ...plan, storeys: { ...plan.storeys, ['storey_2' as StoreyId]: above } };
}

const newSoilIn = (plan: Plan): number[] =>
  entries(plan.storeys).map(
    ([, { risers }]) =>
      entries(risers).filter(([, { kind, phase }]) => kind === 'soil' && phase === 'new').length,
  );

describe('a proposal that rests on a moved wall', () => {
  it.each(shapes)('is applied whole, in one step, as it was shown: %o', (shape) => {
    const plan = planToDivide(shape);
    const ask: Ask = {
      plan,
      storey: storeyId,
      room: roomId,
      holders: households,
      programme: 'kitchenette',
    };
    const walls = proposed(ask).relaxations.filter(({ change }) => change.kind === 'wall');
    expect(walls.length).toBeGreaterThan(0);
    for (const one of walls) {
      const newId = sequentialIds();
      const looked = lookedAt(ask, one, newId);
      const { offers } = proposed({ ...looked.ask, corners: false });
      expect(offers.length).toBeGreaterThan(0);
      for (const { proposal } of offers) {
        const command = proposalCommand(proposal, looked, newId);
        const { history, refusal } = perform(startHistory(plan), command);
        expect(refusal).toBeNull();
        expect(doorsIn(history.plan)).toBe(proposal.openings.length);
        expect(completeIn(history.plan)).toEqual([true, true]);
        expect(
          completeIn(preview(plan, proposalCommand(proposal, looked, sequentialIds('q')))),
        ).toEqual([true, true]);
        expect(undo(history).plan).toEqual(plan);
      }
    }
  });

  it.each([
    { width: 1400, depth: 3400 },
    { width: 1250, depth: 3200 },
  ])('comes with the soil stack that it needs, through all storeys, in one step: %o', (shape) => {
    const plan = withAnother(planToDivide(shape));
    const ask: Ask = {
      plan,
      storey: storeyId,
      room: roomId,
      holders: households,
      programme: 'kitchenette',
    };
    const stacks = proposed(ask).relaxations.filter(({ change }) => 'line' in change);
    expect(stacks.length).toBeGreaterThan(0);
    for (const one of stacks) {
      const newId = sequentialIds();
      const looked = lookedAt(ask, one, newId);
      const { offers } = proposed({ ...looked.ask, corners: false });
      expect(offers.length).toBeGreaterThan(0);
      for (const { proposal, unchecked, warnings } of offers) {
        const command = proposalCommand(proposal, looked, newId);
        const { history, refusal } = perform(startHistory(plan), command);
        expect(refusal).toBeNull();
        expect(history.past).toHaveLength(1);
        expect(completeIn(history.plan)).toEqual([true, true]);
        expect(newSoilIn(history.plan)).toEqual([1, 1]);
        expect(undo(history).plan).toEqual(plan);
        // With it the drains are judged, by the rules too.
        expect(unchecked).toEqual([]);
        expect([...warnings, ...check(history.plan)].map(({ rule }) => rule)).not.toContain(
          'wc-branch',
        );
      }
    }
  });

  it('moves no wall along which somebody else has a room', () => {
    const plan = schemePlan(brothers(), 0);
    const [storey] = entries(plan.storeys)[0]!;
    const idOf = (door: string): HouseholdId =>
      entries(plan.households).find(([, one]) => one.door === door)![0];
    const room = storeyRooms(storey, plan.storeys[storey]!, 'after').rooms.find(
      ({ use, holders }) => use === 'kitchen-bath' && holders.length === 2,
    )!;
    const facesFor = (...doors: string[]): string[] =>
      movableFaces({
        plan,
        storey,
        room: room.id,
        holders: doors.map(idOf),
        programme: 'kitchenette',
      }).map(({ wall }) => wall);
    expect(facesFor('302甲', '302乙')).toContain('wall_302-north');
    expect(facesFor('301', '302乙')).not.toContain('wall_302-north');
  });
});
