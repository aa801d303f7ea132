import { describe, expect, it } from 'vitest';
import { householdStates } from '../../shared/derive/households.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { perform, preview, startHistory, undo } from '../../shared/edit/history.ts';
import { scratchIds } from '../../shared/edit/scratch-ids.ts';
import { boundsOf } from '../../shared/geometry/polygon.ts';
import { applyProposal } from '../../shared/propose/apply-proposal.ts';
import type { BlockAsk, BlockOffer } from '../../shared/propose/block/ask.ts';
import { proposeBlock, proposedBlock } from '../../shared/propose/block/search.ts';
import { wayWidths } from '../../shared/propose/way-widths.ts';
import { check } from '../../shared/rules/check.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { blockHolders, blockPlan, blockRoom, blockStorey } from './block-plan.ts';

const ask = (isMirrored = false): BlockAsk => ({
  plan: blockPlan(isMirrored),
  storey: blockStorey,
  rooms: [blockRoom],
  holders: blockHolders,
  programme: 'best',
});

const answer = proposedBlock(ask());

const applied = ({ proposal }: BlockOffer) =>
  applyProposal({ proposal, intent: 'proposal', newId: scratchIds() });

describe('parts for three households around one shared kitchen', () => {
  it('are found for all of them, in several ways', () => {
    expect(answer.refusal).toBeNull();
    expect(answer.offers.length).toBeGreaterThanOrEqual(2);
    for (const { left, parts } of answer.offers) {
      expect(left).toEqual([]);
      expect(parts.map(({ holder }) => holder).sort()).toEqual([...blockHolders].sort());
    }
  });

  it('leave each household its own kitchen and bathroom, by the rules of F1', () => {
    for (const offer of answer.offers) {
      const plan = preview(ask().plan, applied(offer));
      const states = householdStates(plan, 'after');
      for (const holder of blockHolders) {
        expect(states.get(holder)?.kitchen.state).toBe('exclusive');
        expect(states.get(holder)?.bathroom.state).toBe('exclusive');
      }
      const breaches = check(plan, nationalProfile).filter(
        ({ id, severity }) => severity === 'breach' && id.startsWith('F1/'),
      );
      expect(breaches).toEqual([]);
    }
  });

  it('keep whatever stays common as wide as a corridor must be', () => {
    const withPassage = answer.offers.filter(({ proposal }) =>
      proposal.block?.rests.some(({ use }) => use === 'corridor'),
    );
    for (const { proposal } of withPassage) {
      const plan = preview(
        ask().plan,
        applyProposal({ proposal, intent: 'proposal', newId: scratchIds() }),
      );
      const rooms = storeyRooms(blockStorey, plan.storeys[blockStorey]!, 'after').rooms;
      for (const room of rooms.filter(({ use }) => use === 'corridor')) {
        const { minX, minY, maxX, maxY } = boundsOf(room.polygon);
        expect(Math.min(maxX - minX, maxY - minY)).toBeGreaterThanOrEqual(
          wayWidths(nationalProfile).corridor,
        );
      }
    }
  });

  it('are one step, and one undo takes it all back', () => {
    const history = startHistory(ask().plan);
    const done = perform(history, applied(answer.offers[0]!));
    expect(done.refusal).toBeNull();
    expect(done.history.plan).not.toEqual(history.plan);
    expect(undo(done.history).plan).toEqual(history.plan);
  });

  it('are as good in a mirrored storey', () => {
    const mirrored = proposedBlock(ask(true));
    const worth = ({ left, taken, newStacks, proposal, parts }: BlockOffer) => ({
      left: left.length,
      taken,
      newStacks,
      drain: proposal.score.drain,
      areas: parts.map(({ area }) => Math.round(area / 1e4)).sort(),
    });
    expect(mirrored.offers.map(worth)).toEqual(answer.offers.map(worth));
  });

  it('come better and better, the first while the search goes on', () => {
    const search = proposeBlock(ask());
    const told: (readonly BlockOffer[])[] = [];
    let share = 0;
    let next = search.next();
    for (; !next.done; next = search.next()) {
      expect(next.value.share).toBeGreaterThanOrEqual(share - 1e-9);
      share = next.value.share;
      if (next.value.offers) told.push(next.value.offers);
    }
    // The same input, the same answer in the same order.
    expect(JSON.stringify(next.value.offers)).toBe(JSON.stringify(answer.offers));
    expect(told.length).toBeGreaterThan(1);
    const left = told.map(([first]) => first?.left.length ?? blockHolders.length);
    expect(left).toEqual([...left].sort((one, other) => other - one));
  });
});

describe('what many households are not given', () => {
  it('is a part, where nothing may be built: the answer says what to allow', () => {
    const none = proposedBlock({ ...ask(), newStacks: false, ownRooms: false });
    expect(none.offers).toEqual([]);
    expect(none.left).toEqual(blockHolders);
    expect(none.wishes).toEqual(['newStacks', 'ownRooms', 'throughBearing']);
  });

  it('is a room that is gone, a stranger’s part, or a part for nobody', () => {
    const refused = (part: Partial<BlockAsk>) => proposedBlock({ ...ask(), ...part }).refusal;
    expect(refused({ rooms: ['room_none'] })).not.toBeNull();
    expect(refused({ rooms: [] })).not.toBeNull();
    expect(refused({ holders: ['household_none' as never] })).not.toBeNull();
    expect(refused({ holders: [] })).not.toBeNull();
  });
});
