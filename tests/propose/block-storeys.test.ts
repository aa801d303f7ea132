import { describe, expect, it } from 'vitest';
import { householdStates } from '../../shared/derive/households.ts';
import { preview } from '../../shared/edit/history.ts';
import { scratchIds } from '../../shared/edit/scratch-ids.ts';
import type { StoreyId } from '../../shared/plan/model.ts';
import { applyProposal } from '../../shared/propose/apply-proposal.ts';
import { proposedBlock } from '../../shared/propose/block/search.ts';
import { check } from '../../shared/rules/check.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { nineteen } from '../samples/nineteen.ts';
import { doorsOf, id, type Level } from '../samples/nineteen-shell.ts';
import { schemePlan } from '../samples/sample-plan.ts';

/** Every storey of the sample as it was surveyed: five, seven and seven households. */
describe.runIf(process.env.DUYONG_LONG)('the storeys of nineteen households', () => {
  it.each([1, 2, 3] as const)(
    'storey %i: everybody gets a kitchen and a bathroom',
    (level) => {
      const plan = schemePlan(nineteen(), 1);
      const holders = doorsOf(level satisfies Level).map(id);
      const { offers, refusal } = proposedBlock({
        plan,
        storey: `storey_${level}` as StoreyId,
        rooms: ['room_kitchen', 'room_wc'],
        holders,
        programme: 'best',
      });
      expect(refusal).toBeNull();
      expect(offers.length).toBeGreaterThanOrEqual(3);
      for (const { proposal, left } of offers) {
        expect(left).toEqual([]);
        const drawn = preview(
          plan,
          applyProposal({ proposal, intent: 'proposal', newId: scratchIds() }),
        );
        const states = householdStates(drawn, 'after');
        for (const holder of holders) {
          expect(states.get(holder)?.kitchen.state).toBe('exclusive');
          expect(states.get(holder)?.bathroom.state).toBe('exclusive');
        }
        const theirs = check(drawn, nationalProfile).filter(
          ({ severity, households }) =>
            severity === 'breach' && households.some((one) => holders.includes(one)),
        );
        expect(theirs).toEqual([]);
      }
    },
    900_000,
  );
});
