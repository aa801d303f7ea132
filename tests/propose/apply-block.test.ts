import { describe, expect, it } from 'vitest';
import { perform, startHistory, undo } from '../../shared/edit/history.ts';
import { piecesOf } from '../../shared/edit/riser-line.ts';
import { scratchIds } from '../../shared/edit/scratch-ids.ts';
import { entries, type StoreyId } from '../../shared/plan/model.ts';
import { applyProposal } from '../../shared/propose/apply-proposal.ts';
import type { Proposal } from '../../shared/propose/proposal.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';

const proposal: Proposal = {
  storey: 'storey_2' as StoreyId,
  room: 'room_kitchen',
  signature: '',
  score: {
    splash: 0,
    drain: 0,
    wetWall: 0,
    privacy: 0,
    window: 0,
    preparation: 0,
    concession: 0,
    uneven: 0,
    unevenArea: 0,
    slack: 0,
  },
  walls: [],
  openings: [],
  parts: [],
  clears: [],
  closes: [],
  block: {
    rooms: ['room_wc'],
    risers: [
      { kind: 'soil', line: '污水9', at: { x: 6600, y: 7000 }, width: 200, depth: 200 },
      { kind: 'waste', line: '废水9', at: { x: 6800, y: 7000 }, width: 200, depth: 200 },
    ],
    rests: [
      { at: { x: 8000, y: 8500 }, use: 'corridor', name: '', holders: ['building'] },
      { at: { x: 10700, y: 8400 }, use: 'storage', name: '', holders: ['building'] },
    ],
  },
};

describe('a proposal for a whole block', () => {
  it('sets its stacks on every storey, renames what is left, and is one step', () => {
    const history = startHistory(schemePlan(nineteen(), 1));
    const done = perform(
      history,
      applyProposal({ proposal, intent: 'proposal', newId: scratchIds() }),
    );
    expect(done.refusal).toBeNull();
    const { plan } = done.history;
    for (const { kind, line, at } of proposal.block!.risers) {
      const pieces = piecesOf(plan, { kind, line });
      expect(pieces.map(({ storey }) => storey)).toEqual(['storey_1', 'storey_2', 'storey_3']);
      expect(pieces.map(({ riser }) => riser.at)).toEqual([at, at, at]);
    }
    const tags = entries(plan.storeys['storey_2' as StoreyId]!.rooms).map(([, tag]) => tag);
    expect(tags.filter(({ phase }) => phase === 'new').map(({ use }) => use)).toEqual([
      'corridor',
      'storage',
    ]);
    expect(undo(done.history).plan).toEqual(history.plan);
  });

  it('is refused as a whole where one of its rooms is gone', () => {
    const history = startHistory(schemePlan(nineteen(), 1));
    const gone = { ...proposal, block: { ...proposal.block!, rooms: ['room_none'] } };
    const done = perform(
      history,
      applyProposal({ proposal: gone, intent: 'proposal', newId: scratchIds() }),
    );
    expect(done.refusal).not.toBeNull();
    expect(done.history).toBe(history);
  });
});
