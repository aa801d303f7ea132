import { describe, expect, it } from 'vitest';
import type { Offer } from '../../shared/propose/offer.ts';
import { proposed } from '../../shared/propose/propose.ts';
import { compareScores, ranked, type Score } from '../../shared/propose/score.ts';
import { rankWords } from '../../shared/propose/score-words.ts';
import { households, planToDivide, roomId, storeyId } from './room-to-divide.ts';

const base: Score = {
  splash: 1,
  drain: 10,
  wetWall: 2,
  privacy: 1,
  window: 1,
  preparation: 3,
  uneven: 1,
  concession: 1,
  slack: 50,
  unevenArea: 50_000,
};

/** Better in one term by the least that it counts. */
const better = (term: keyof Score): Score => ({
  ...base,
  [term]: base[term] + (term === 'slack' ? 1 : -1),
});
/** Worse in one term by as much as one likes. */
const muchWorse = (score: Score, term: keyof Score): Score => ({
  ...score,
  [term]: term === 'slack' ? 0 : score[term] + 1000,
});

const offersIn = (width: number, depth: number): readonly Offer[] =>
  proposed({
    plan: planToDivide({ width, depth }),
    storey: storeyId,
    room: roomId,
    holders: households,
    programme: 'best',
    corners: false,
  }).offers;

describe('the order of proposals', () => {
  it('is cookers off showers, drain, shared wall, privacy, window, preparation, equal areas, fixtures, slack', () => {
    expect(ranked.slice(0, 9)).toEqual([
      'splash',
      'drain',
      'wetWall',
      'privacy',
      'window',
      'preparation',
      'uneven',
      'concession',
      'slack',
    ]);
  });

  it('is decided by the first term that differs, whatever the later ones are', () => {
    ranked.forEach((term, index) => {
      expect(compareScores(better(term), base)).toBeLessThan(0);
      for (const later of ranked.slice(index + 1)) {
        expect(compareScores(muchWorse(better(term), later), base)).toBeLessThan(0);
      }
    });
  });

  it('names the term in which a proposal differs from the one before', () => {
    expect(rankWords(muchWorse(base, 'slack'), base, null).en).toBe(
      '0 mm to spare at the tightest place; the one before: 50 mm to spare at the tightest place',
    );
    expect(rankWords(base, base, null).en).toBe('equal to its neighbour in every term');
  });

  it('puts equal parts of the brothers’ room before unequal ones of the same kind', () => {
    const offers = offersIn(2000, 2000);
    expect(offers.map(({ proposal }) => proposal.score)).toEqual(
      offers.map(({ proposal }) => proposal.score).sort(compareScores),
    );
    expect(offers[0]!.proposal.score.uneven).toBe(0);
  });

  it('shows ones that differ in kind: how the parts are arranged', () => {
    const kinds = offersIn(2000, 2000).map(({ proposal }) =>
      proposal.parts
        .map(({ arrangement }) => arrangement)
        .sort()
        .join('+'),
    );
    expect(kinds).toEqual(['niche+niche', 'niche+one', 'one+one']);
  });
});
