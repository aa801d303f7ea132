import { describe, expect, it } from 'vitest';
import { ownChanges } from '../../shared/propose/own-changes.ts';
import { firstOwn, type OwnProgramme, ownThings } from '../../shared/propose/own-programme.ts';
import { type Answer, proposed } from '../../shared/propose/propose.ts';
import { cases } from '../cases.ts';
import { households, planToDivide, roomId, storeyId } from './room-to-divide.ts';

/** What holds less is never told of fewer ways out than what holds more. */

const answerFor = (programme: OwnProgramme, width: number, depth: number): Answer =>
  proposed({
    plan: planToDivide({ width, depth }),
    storey: storeyId,
    room: roomId,
    holders: households,
    programme,
    corners: false,
  });

/** The kinds of single changes that help, with the thing that a programme gives up. */
const kindsOf = ({ relaxations }: Answer, before: OwnProgramme): string[] =>
  relaxations.flatMap(({ change }) => {
    if (change.kind === 'stack-and-wall') return [];
    if (change.kind === 'wall') return [`wall ${change.wall}`];
    if (change.kind !== 'programme') return [change.kind];
    const { programme } = change;
    if (typeof programme === 'string') return [programme];
    const given = ownThings.find((thing) => programme[thing] !== before[thing]);
    // One who asks for one room only cannot do without it.
    return given === 'cooker' || given === 'wc' ? [] : [`less ${given}`];
  });

const wholes: readonly (readonly [OwnProgramme, number, number])[] = [
  [{ ...firstOwn, basin: 'cistern' }, 2000, 1900],
  [{ ...firstOwn, worktop: 'good', rooms: 'one' }, 2000, 2000],
  [{ ...firstOwn, basin: 'usual', shower: 'good' }, 1600, 2500],
  [{ ...firstOwn, cooker: 'two', worktop: 'good' }, 2100, 2000],
];

describe('what would make one possible', () => {
  it.each(wholes.slice(0, cases(2, wholes.length)))(
    'helps whoever asks for less as well: %o in %i x %i mm',
    { timeout: 600_000 },
    (whole, width, depth) => {
      const answer = answerFor(whole, width, depth);
      expect(answer.offers).toEqual([]);
      expect(answer.relaxations.length).toBeGreaterThan(0);
      const helps = kindsOf(answer, whole);
      for (const { programme } of ownChanges(whole).flat()) {
        const less = answerFor(programme, width, depth);
        if (less.offers.length > 0) continue;
        expect(less.relaxations.length, JSON.stringify(programme)).toBeGreaterThan(0);
        expect(kindsOf(less, programme), JSON.stringify(programme)).toEqual(
          expect.arrayContaining(helps),
        );
      }
    },
  );

  it('is told with the smallest first: what is left out before walls that move', () => {
    const { relaxations } = answerFor({ ...firstOwn, basin: 'cistern' }, 2000, 1900);
    const places = relaxations.map(({ change }) => change.kind);
    expect(places).toContain('programme');
    expect(places.indexOf('programme')).toBe(0);
    for (const { change, proposals } of relaxations) {
      expect(proposals).toBeGreaterThan(0);
      if (change.kind !== 'programme') continue;
      // As many at least as are said are there when it is asked for.
      const { programme } = change;
      if (typeof programme === 'string') throw new Error('not of the designer’s own');
      expect(answerFor(programme, 2000, 1900).offers.length).toBeGreaterThan(0);
    }
  });
});
