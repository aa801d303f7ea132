import { describe, expect, it } from 'vitest';
import { perform, startHistory, undo } from '../../shared/edit/history.ts';
import { piecesOf } from '../../shared/edit/riser-line.ts';
import { scratchIds } from '../../shared/edit/scratch-ids.ts';
import { entries, type OpeningId, type StoreyId } from '../../shared/plan/model.ts';
import { applyProposal } from '../../shared/propose/apply-proposal.ts';
import type { Proposal, ProposedOpening } from '../../shared/propose/proposal.ts';
import { check } from '../../shared/rules/check.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
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

  it('keeps the height of the hole in a bearing wall where a door gives way, and cuts no lintel', () => {
    const before = schemePlan(nineteen(), 1);
    const door = 'opening_door-kitchen' as OpeningId;
    const { wall, head } = before.storeys['storey_2' as StoreyId]!.openings[door]!;
    const headOf = (to: number): number | undefined => {
      const passage: ProposedOpening = {
        wall,
        kind: 'passage',
        jambs: [
          { x: 7650, y: 6540 },
          { x: to, y: 6540 },
        ],
        leaf: 'swing',
        opensTo: { x: 8100, y: 6700 },
      };
      const one = { ...proposal, openings: [passage], closes: [door] };
      const { plan } = perform(
        startHistory(before),
        applyProposal({ proposal: one, intent: 'proposal', newId: scratchIds() }),
      ).history;
      const cut = check(plan, nationalProfile).filter(({ rule }) => rule === 'S1').length;
      expect(cut).toBe(to > 8550 ? 1 : 0);
      return entries(plan.storeys['storey_2' as StoreyId]!.openings)
        .map(([, opening]) => opening)
        .find(({ phase, kind }) => phase === 'new' && kind === 'passage')?.head;
    };
    expect(head).toBe(2000);
    expect(headOf(8550)).toBe(2000);
    expect(headOf(8650)).toBe(2100);
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
