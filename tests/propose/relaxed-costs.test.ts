import { describe, expect, it } from 'vitest';
import { lookedAt, proposalCommand } from '../../renderer/proposals/proposal-command.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { preview } from '../../shared/edit/history.ts';
import { entries, type HouseholdId, type WallId } from '../../shared/plan/model.ts';
import { applyProposal } from '../../shared/propose/apply-proposal.ts';
import { type Ask, proposed } from '../../shared/propose/propose.ts';
import { takenWords, worksOn } from '../../shared/propose/works.ts';
import { check } from '../../shared/rules/check.ts';
import { sequentialIds } from '../plan-from-drawing.ts';
import { brothers } from '../samples/brothers.ts';
import { schemePlan } from '../samples/sample-plan.ts';

/** The brothers' 4 m2 with the wall to both of their rooms moved by 400 mm. */

const plan = schemePlan(brothers(), 0);
const [storey] = entries(plan.storeys)[0]!;
const idOf = (door: string): HouseholdId =>
  entries(plan.households).find(([, one]) => one.door === door)![0];
const holders = [idOf('302甲'), idOf('302乙')];
const room = storeyRooms(storey, plan.storeys[storey]!, 'after').rooms.find(
  ({ use, holders: whose }) => use === 'kitchen-bath' && whose.length === 2,
)!;
const ask: Ask = { plan, storey, room: room.id, holders, programme: 'kitchenette', corners: false };
const looked = lookedAt(
  ask,
  {
    change: { kind: 'wall', wall: 'wall_302-north' as WallId, by: -400 },
    text: { zh: '外移', en: 'Move' },
  },
  sequentialIds(),
);
const { offers } = proposed(looked.ask);

describe('what a change to the building costs', () => {
  it('stands with the findings of every proposal that rests on it', () => {
    expect(offers.length).toBeGreaterThan(0);
    for (const { proposal, warnings } of offers) {
      const drawn = preview(plan, proposalCommand(proposal, looked, sequentialIds('q')));
      const was = new Map(check(plan).map((one) => [one.id, one]));
      const rules = warnings.map(({ rule }) => rule);
      // Beds stand where the doors of both rooms swing now, and were out of their way before.
      expect(check(plan).filter(({ rule }) => rule === 'drawing/door-swing')).toEqual([]);
      const swings = check(drawn).filter(({ rule }) => rule === 'drawing/door-swing');
      expect(rules.filter((one) => one === 'drawing/door-swing')).toHaveLength(swings.length);
      expect(swings.length).toBeGreaterThan(0);
      // Rooms that were too small before and are smaller now.
      const smaller = warnings.filter(
        ({ id, measured }) => (was.get(id)?.measured?.value ?? 0) > (measured?.value ?? 0),
      );
      expect(smaller.flatMap(({ households }) => households)).toEqual(
        expect.arrayContaining(holders),
      );
    }
  });

  it('stands with its works: the wall that goes, and whose rooms are smaller by how much', () => {
    for (const { proposal } of offers) {
      const drawn = preview(plan, proposalCommand(proposal, looked, sequentialIds('q')));
      const works = worksOn(plan, drawn, proposal);
      expect(works.demolished).toBeGreaterThan(2000);
      expect(works.rebuilt).toBeGreaterThan(2000);
      const after = storeyRooms(storey, drawn.storeys[storey]!, 'after');
      expect(works.taken.map(({ room: { holders: whose } }) => whose[0]).sort()).toEqual(
        [...holders].sort(),
      );
      for (const { room: was, area } of works.taken) {
        expect(area).toBeGreaterThan(500_000);
        expect(Math.abs(was.area - after.byId.get(was.id)!.area - area)).toBeLessThan(2000);
      }
      const { zh, en } = takenWords(plan, works);
      expect(zh).toContain('302甲室的兼起居卧室缩小 0.79 m²');
      expect(zh).toContain('302乙室的兼起居卧室缩小 0.79 m²');
      expect(en).toContain('wall demolished');
    }
  });

  it('is nothing where nothing but the room is touched', () => {
    const plain = proposed(ask).offers;
    expect(plain.length).toBeGreaterThan(0);
    for (const { proposal } of plain) {
      const drawn = preview(
        plan,
        applyProposal({ proposal, intent: 'proposal', newId: sequentialIds('q') }),
      );
      expect(worksOn(plan, drawn, proposal)).toEqual({ demolished: 0, rebuilt: 0, taken: [] });
    }
  });
});
