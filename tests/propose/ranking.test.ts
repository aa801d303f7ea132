import { describe, expect, it } from 'vitest';
import { fromCommonWords } from '../../shared/propose/from-common.ts';
import type { Offer } from '../../shared/propose/offer.ts';
import { proposed } from '../../shared/propose/propose.ts';
import { compareScores, ranked, type Score } from '../../shared/propose/score.ts';
import { rankWords, type Told, termWords } from '../../shared/propose/score-words.ts';
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

const told = (score: Score): Told => ({ score, hasWc: true, fromCommon: 0 });

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
    const rank = (own: Score, better: Score | null): string =>
      rankWords(told(own), better && told(better), null).en;
    expect(rank(muchWorse(base, 'slack'), base)).toBe(
      '0 mm to spare at the tightest place; the one before: 50 mm to spare at the tightest place',
    );
    expect(rank(base, base)).toBe('equal to its neighbour in every term');
    expect(rank(base, null)).toBe('the only one with these fixtures');
  });

  it('says of privacy and drains what is so, and nothing of WCs where there is none', () => {
    const en = (
      term: 'privacy' | 'drain',
      score: Partial<Score>,
      also: Partial<Told> = {},
    ): string => termWords(term, { ...told({ ...base, ...score }), ...also }).en;
    expect(en('privacy', { privacy: 0 })).toBe('no WC faces a door, all entered from own rooms');
    expect(en('privacy', { privacy: 2 })).toBe(
      'WCs that a door faces: 1, all entered from own rooms',
    );
    expect(en('privacy', { privacy: 2 }, { fromCommon: 2 })).toBe(
      'no WC faces a door, rooms entered from common space: 2',
    );
    expect(en('privacy', { privacy: 1 }, { fromCommon: 1, hasWc: false })).toBe(
      'rooms entered from common space: 1',
    );
    expect(en('drain', { drain: 4 })).toBe('1.00 m to the risers in all (WCs counted three times)');
    expect(en('drain', { drain: 4 }, { hasWc: false })).toBe('1.00 m to the risers in all');
  });

  it('says of worktops how much is missing, or that nothing is', () => {
    const words = (preparation: number) => termWords('preparation', told({ ...base, preparation }));
    expect(words(0)).toEqual({ zh: '备餐台面都够长', en: 'every worktop long enough' });
    expect(words(3).en).toMatch(/^worktops \d+ mm short in all$/);
  });

  it('counts the same ways in from common space as what is drawn has', () => {
    const rooms = offersIn(2600, 2200).map(({ proposal, parts }) => ({
      privacy: proposal.score.privacy,
      fromCommon: parts.flatMap((part) => part.rooms).filter((one) => one.fromCommon).length,
    }));
    expect(rooms.length).toBeGreaterThan(0);
    for (const { privacy, fromCommon } of rooms) {
      expect(privacy).toBeGreaterThanOrEqual(fromCommon);
      expect((privacy - fromCommon) % 2).toBe(0);
    }
    // Only the wall to the corridor bears nothing: a door can stand nowhere else.
    const drawn = planToDivide({
      width: 1800,
      depth: 2400,
      isBearing: true,
      withoutStacks: true,
    });
    const storey = drawn.storeys[storeyId]!;
    const walls = Object.fromEntries(
      Object.entries(storey.walls).map(([id, wall]) => [
        id,
        id === 'wall_north' ? { ...wall, kind: 'partition' as const } : wall,
      ]),
    );
    const { offers } = proposed({
      plan: { ...drawn, storeys: { [storeyId]: { ...storey, walls } } },
      storey: storeyId,
      room: roomId,
      holders: households.slice(0, 1),
      programme: 'kitchen',
    });
    expect(offers.length).toBeGreaterThan(0);
    for (const { parts, proposal, rank } of offers) {
      expect(proposal.score.privacy).toBe(1);
      expect(fromCommonWords(parts[0]!.rooms)?.zh).toBe('厨房只能从公共部位进出');
      expect(rank.zh).not.toContain('便器');
    }
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
