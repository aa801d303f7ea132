import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerOf } from '../../shared/propose/offer.ts';
import { type ProgrammeId, preparations, programmeOf } from '../../shared/propose/programme.ts';
import { compareScores, ranked, type Score } from '../../shared/propose/score.ts';
import { type Division, searchDivisions, usualRequest } from '../../shared/propose/search.ts';
import { usualDemands } from '../../shared/rules/fixture-demands.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { cases } from '../cases.ts';
import { households, planToDivide, roomId, type Shape, storeyId } from './room-to-divide.ts';

const requestFor = (shape: Shape, programme: ProgrammeId, step: number) => ({
  ...usualRequest,
  step,
  plan: planToDivide(shape),
  storey: storeyId,
  room: roomId,
  holders: households,
  programme: programmeOf(programme, nationalProfile),
  preparations: preparations(usualDemands),
});

/** The best of every kind on the grid alone, and after they have been moved by 10 mm. */
function bothOf(request: ReturnType<typeof requestFor>) {
  const search = searchDivisions(request);
  let onGrid: readonly Division[] = [];
  let next = search.next();
  for (; !next.done; next = search.next()) {
    if (next.value.done === next.value.total) onGrid = next.value.best();
  }
  if (!next.value.space) throw new Error('refused');
  return { onGrid, space: next.value.space, divisions: next.value.divisions };
}

/** Without the free margin, which only the moves by 10 mm look at. */
const worth = (score: Score): number[] =>
  ranked.filter((term) => term !== 'slack' && term !== 'unevenArea').map((term) => score[term]);

function compareWorth(left: Score, right: Score): number {
  const [ours, theirs] = [worth(left), worth(right)];
  const index = ours.findIndex((value, at) => value !== theirs[at]);
  return index < 0 ? 0 : ours[index]! - theirs[index]!;
}

const sizes = fc.record({
  width: fc.integer({ min: 18, max: 26 }).map((cells) => cells * 100),
  depth: fc.integer({ min: 18, max: 26 }).map((cells) => cells * 100),
});
const programme = fc.constantFrom<ProgrammeId>('compact', 'kitchenette', 'bathroom');

describe('a finer look', { timeout: 600_000 }, () => {
  it('moves partitions and fixtures by 10 mm: each kind stays sound and is never worse', () => {
    let better = 0;
    fc.assert(
      fc.property(sizes, programme, (shape, id) => {
        const request = requestFor(shape, id, 50);
        const { onGrid, divisions, space } = bothOf(request);
        expect(divisions).toHaveLength(onGrid.length);
        for (const was of onGrid) {
          const is = divisions.find(({ signature }) => signature === was.signature);
          const change = compareScores(is!.score, was.score);
          expect(change).toBeLessThanOrEqual(0);
          if (change < 0) better += 1;
        }
        for (const division of divisions.slice(0, 6)) {
          expect(offerOf(request, space, division, nationalProfile)).not.toBeNull();
        }
      }),
      { seed: 61, numRuns: cases(6, 80) },
    );
    expect(better).toBeGreaterThan(0);
  });

  it('on a grid of 50 mm is never worse than on one of 100', () => {
    let compared = 0;
    fc.assert(
      fc.property(sizes, programme, (shape, id) => {
        const [rough] = bothOf(requestFor(shape, id, 100)).onGrid;
        const [fine] = bothOf(requestFor(shape, id, 50)).onGrid;
        if (!rough) return;
        expect(compareWorth(fine!.score, rough.score)).toBeLessThanOrEqual(0);
        compared += 1;
      }),
      { seed: 62, numRuns: cases(6, 80) },
    );
    expect(compared).toBeGreaterThan(0);
  });
});
