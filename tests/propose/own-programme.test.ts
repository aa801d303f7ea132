import { describe, expect, it } from 'vitest';
import type { FixtureKind } from '../../shared/plan/model.ts';
import { askedFixtures } from '../../shared/propose/asked-fixtures.ts';
import { ownChanges } from '../../shared/propose/own-changes.ts';
import {
  firstOwn,
  holdsNothing,
  isAsked,
  type OwnProgramme,
  ownChoices,
  ownProgrammeSchema,
  ownThings,
} from '../../shared/propose/own-programme.ts';
import { ownWords } from '../../shared/propose/own-words.ts';
import { programmeIds, programmeOf, type Wanted } from '../../shared/propose/programme.ts';
import { programmeHolds } from '../../shared/propose/programme-words.ts';
import { type Answer, proposed } from '../../shared/propose/propose.ts';
import { usualDemands } from '../../shared/rules/fixture-demands.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { households, planToDivide, roomId, storeyId } from './room-to-divide.ts';

/** What a designer asks for is what the parts hold: no less, no more, and in the sizes asked. */

const answerFor = (programme: Wanted, width = 2600, depth = 2600): Answer =>
  proposed({
    plan: planToDivide({ width, depth }),
    storey: storeyId,
    room: roomId,
    holders: households,
    programme,
    corners: false,
    top: 2,
  });

interface Held {
  readonly kind: FixtureKind;
  readonly width: number;
  readonly depth: number;
}

/** The fixtures of every part of every offer, by kind; worktops and the order aside. */
const heldBy = ({ offers }: Answer): Held[][] =>
  offers.flatMap(({ proposal }) =>
    proposal.parts.map(({ rooms }) =>
      rooms.flatMap(({ fixtures }) => fixtures.filter(({ kind }) => kind !== 'worktop')),
    ),
  );
const kindsOf = (answer: Answer): string[] =>
  heldBy(answer).map((fixtures) =>
    fixtures
      .map(({ kind }) => kind)
      .sort()
      .join(),
  );

const own = (change: Partial<OwnProgramme>): OwnProgramme => ({ ...firstOwn, ...change });

describe('a programme of the designer’s own', () => {
  it.each([
    ['without a shower', own({ shower: 'none', rooms: 'one' }), 'basin,cooker,sink,wc'],
    ['without a basin', own({ basin: 'none', rooms: 'one' }), 'cooker,shower,sink,wc'],
    ['of a kitchen', own({ wc: 'none' }), 'cooker,sink'],
    ['of a WC room', own({ cooker: 'none', basin: 'none', shower: 'none' }), 'wc'],
  ] as const)('%s gives each household that', (_, programme, kinds) => {
    const answer = answerFor(programme);
    expect(answer.refusal).toBeNull();
    expect(answer.offers.length).toBeGreaterThan(0);
    expect(answer.offers.every((offer) => offer.programme === 'own')).toBe(true);
    expect(new Set(kindsOf(answer))).toEqual(new Set([kinds]));
  });

  it('takes the sizes that were chosen', () => {
    const answer = answerFor(
      own({ cooker: 'none', wc: 'large', basin: 'usual', shower: 'good' }),
      3000,
      2600,
    );
    const parts = heldBy(answer);
    expect(parts.length).toBeGreaterThan(0);
    const { wc, basin, shower } = usualDemands;
    for (const fixtures of parts) {
      const sizes = Object.fromEntries(
        fixtures.map(({ kind, width, depth }) => [kind, { width, depth }]),
      );
      expect(sizes).toEqual({ wc: wc.largest, basin: basin.usual, shower: shower.good });
    }
  });

  it('sets the basin on the cistern only where that was asked for', () => {
    const at = (programme: OwnProgramme): boolean[] =>
      heldBy(answerFor(programme)).map((fixtures) => {
        const [wc] = fixtures.filter(({ kind }) => kind === 'wc') as (Held & { at: object })[];
        const [basin] = fixtures.filter(({ kind }) => kind === 'basin') as (Held & {
          at: object;
        })[];
        return JSON.stringify(wc?.at) === JSON.stringify(basin?.at);
      });
    const onCistern = at(own({ cooker: 'none', basin: 'cistern' }));
    const beside = at(own({ cooker: 'none', basin: 'mini' }));
    expect(onCistern.length).toBeGreaterThan(0);
    expect(new Set(onCistern)).toEqual(new Set([true]));
    expect(new Set(beside)).toEqual(new Set([false]));
  });

  it('needs less room without a shower than with one', () => {
    const size = [2000, 1500] as const;
    const with_ = own({ cooker: 'none' });
    expect(answerFor(with_, ...size).offers).toEqual([]);
    expect(answerFor({ ...with_, shower: 'none' }, ...size).offers.length).toBeGreaterThan(0);
  });

  it('where it is too much says which of its things may be smaller', () => {
    const answer = answerFor(
      own({ cooker: 'none', wc: 'large', basin: 'usual', shower: 'good' }),
      2000,
      2000,
    );
    expect(answer.offers).toEqual([]);
    const changes = answer.relaxations.map(({ change }) => change);
    expect(changes).toContainEqual({
      kind: 'programme',
      programme: own({ cooker: 'none', wc: 'large', basin: 'usual', shower: 'least' }),
    });
  });

  it('is made smaller in each of its things, down to none, the least change first', () => {
    const whole = own({
      cooker: 'two',
      worktop: 'good',
      wc: 'large',
      basin: 'usual',
      shower: 'good',
    });
    const steps = ownChanges(whole).map((changes) =>
      changes.map(({ programme, weight }) => {
        const [thing] = ownThings.filter((one) => programme[one] !== whole[one]);
        return `${thing}=${programme[thing!]} ${weight}`;
      }),
    );
    expect(steps).toEqual([
      ['worktop=least 0', 'worktop=none 1'],
      ['basin=mini 0', 'basin=cistern 0', 'basin=none 1'],
      ['shower=least 0', 'shower=none 1'],
      ['cooker=one 0', 'cooker=none 2'],
      ['wc=small 0', 'wc=none 2'],
    ]);
    // Nothing that holds nothing is offered.
    expect(
      ownChanges(own({ wc: 'none' }))
        .flat()
        .every(({ programme }) => !holdsNothing(programme)),
    ).toBe(true);
  });

  it('in a niche is electric, whatever was chosen before', () => {
    const niche = own({ fuel: 'gas', rooms: 'niche' });
    expect(programmeOf(niche, nationalProfile).kitchen?.fuel).toBe('electric');
    expect(isAsked(niche, 'fuel')).toBe(false);
    expect(programmeOf({ ...niche, rooms: 'one' }, nationalProfile).kitchen?.fuel).toBe('gas');
  });

  it('of nothing is none', () => {
    expect(holdsNothing(firstOwn)).toBe(false);
    expect(holdsNothing(own({ cooker: 'none', wc: 'none' }))).toBe(true);
  });

  it('has a name for every choice and is read back as it was written', () => {
    for (const thing of ownThings) {
      expect(Object.keys(ownWords[thing].choices).sort()).toEqual([...ownChoices[thing]].sort());
    }
    expect(ownProgrammeSchema.parse(JSON.parse(JSON.stringify(firstOwn)))).toEqual(firstOwn);
    expect(ownProgrammeSchema.safeParse({ ...firstOwn, wc: 'huge' }).success).toBe(false);
  });
});

describe('a kitchen only, a bathroom only', () => {
  it.each([
    ['kitchen', 'cooker,sink'],
    ['bathroom', 'basin,shower,wc'],
  ] as const)('%s: one room for each household', (id, kinds) => {
    const answer = answerFor(id, 3400, 2600);
    expect(answer.offers.length).toBeGreaterThan(0);
    expect(new Set(kindsOf(answer))).toEqual(new Set([kinds]));
    for (const { proposal } of answer.offers) {
      expect(proposal.parts.map(({ rooms }) => rooms.map(({ use }) => use))).toEqual([[id], [id]]);
    }
  });
});

describe('what a programme holds', () => {
  it.each(programmeIds)('%s is told with every fixture that is checked', (id) => {
    const checked = askedFixtures(programmeOf(id, nationalProfile)).map(({ kind }) => kind);
    const told = programmeHolds(id, nationalProfile)
      .map(({ what }) => what.en)
      .join();
    const words = { sink: 'Sink', cooker: 'Cooker', wc: 'WC', basin: 'Basin', shower: 'shower' };
    for (const [kind, word] of Object.entries(words)) {
      expect(told.includes(word)).toBe(checked.includes(kind as FixtureKind));
    }
  });
});
