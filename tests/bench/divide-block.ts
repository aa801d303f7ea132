import { produce } from 'immer';
import type { HouseholdId, Plan, RoomId, StoreyId } from '../../shared/plan/model.ts';
import type { BlockOffer } from '../../shared/propose/block/ask.ts';
import { proposeBlock } from '../../shared/propose/block/search.ts';
import { nineteen } from '../samples/nineteen.ts';
import { doorsOf, id } from '../samples/nineteen-shell.ts';
import { schemePlan } from '../samples/sample-plan.ts';
import { type Row, timesOf } from './measure.ts';

/** The whole shared block of a storey of sample 2: seven households, and eight. */
export function block(): { readonly rows: Row[]; readonly notes: string[] } {
  const survey = schemePlan(nineteen(), 1);
  const seven = { plan: survey, level: 2, holders: doorsOf(2).map(id) };
  const inputs = [
    { words: 'storey 2, seven households', ...seven },
    { words: 'storey 3 with its store let to an eighth', ...withEighth(survey) },
  ];
  const notes: string[] = [];
  const rows = inputs.flatMap(({ words, plan, level, holders }): Row[] => {
    const firsts: number[] = [];
    const wholes: number[] = [];
    const told: string[] = [];
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      const search = proposeBlock({
        plan,
        storey: `storey_${level}` as StoreyId,
        rooms: ['room_kitchen', 'room_wc'],
        holders,
        programme: 'best',
      });
      let first: number | null = null;
      for (let next = search.next(); !next.done; next = search.next()) {
        const offers = next.value.offers;
        if (!offers || offers.length === 0 || offers[0]!.left.length > 0) continue;
        const now = performance.now() - start;
        first ??= now;
        const best = worth(offers[0]!);
        if (round === 0 && told.at(-1)?.split(' at ')[0] !== best) {
          told.push(`${best} at ${(now / 1000).toFixed(1)} s`);
        }
      }
      wholes.push(performance.now() - start);
      firsts.push(first ?? Number.POSITIVE_INFINITY);
    }
    notes.push(`${words}: ${told.join('; ')}`);
    return [
      { name: 'block, first whole answer', input: words, ...timesOf(firsts), budget_ms: 5000 },
      { name: 'block, nothing better left', input: words, ...timesOf(wholes), budget_ms: 30_000 },
    ];
  });
  return { rows, notes };
}

const worth = ({ taken, newStacks, proposal }: BlockOffer): string =>
  `${(taken / 1e6).toFixed(2)} m2 taken, ${newStacks} stacks, drains ${proposal.score.drain}`;

/** The third storey with eight homes: its small north room is one of them, as on the second. */
function withEighth(survey: Plan) {
  const eighth = 'household_308' as HouseholdId;
  const plan = produce(survey, (draft) => {
    draft.households[eighth] = { ...draft.households[id('307')]!, door: '308' };
    const { rooms } = draft.storeys['storey_3' as StoreyId]!;
    for (const room of ['room_kitchen', 'room_wc'] as RoomId[]) rooms[room]!.holders.push(eighth);
    const store = rooms['room_store' as RoomId]!;
    store.use = 'bed-living';
    store.holders = [eighth];
  });
  return { plan, level: 3, holders: [...doorsOf(3).map(id), eighth] };
}
