import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { householdStates } from '../../shared/derive/households.ts';
import { perform, startHistory, undo } from '../../shared/edit/history.ts';
import { applyProposal } from '../../shared/propose/apply-proposal.ts';
import { asChanged } from '../../shared/propose/change.ts';
import { allDoorKinds, type DoorKind } from '../../shared/propose/door-places.ts';
import { offerOf } from '../../shared/propose/offer.ts';
import { type ProgrammeId, preparations, programmeOf } from '../../shared/propose/programme.ts';
import { proposed } from '../../shared/propose/propose.ts';
import { searched, usualRequest } from '../../shared/propose/search.ts';
import { usualDemands } from '../../shared/rules/fixture-demands.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { cases } from '../cases.ts';
import { sequentialIds } from '../plan-from-drawing.ts';
import {
  households,
  planToDivide,
  roomId,
  type Shape,
  storeyId,
  turned,
} from './room-to-divide.ts';

const requestFor = (
  shape: Shape,
  programme: ProgrammeId,
  doorKinds: readonly DoorKind[] = allDoorKinds,
) => ({
  ...usualRequest,
  doorKinds,
  plan: planToDivide(shape),
  storey: storeyId,
  room: roomId,
  holders: households,
  programme: programmeOf(programme, nationalProfile),
  preparations: preparations(usualDemands),
});

const sizes = fc.record({
  width: fc.integer({ min: 34, max: 46 }).map((cells) => cells * 50),
  depth: fc.integer({ min: 34, max: 46 }).map((cells) => cells * 50),
});
/** Also with a door of the corridor, which a proposal may keep. */
const shapes = fc
  .tuple(sizes, fc.option(fc.constantFrom(100, 500, 900)), fc.boolean())
  .map(([size, door, swingsIn]): Shape => (door === null ? size : { ...size, door, swingsIn }));
const kindsOfDoors = fc.constantFrom<readonly DoorKind[]>(allDoorKinds, ['inward']);
const programme = fc.constantFrom<ProgrammeId>('full', 'compact', 'kitchenette', 'bathroom');

describe('divisions', { timeout: 600_000 }, () => {
  it('of mirrored and turned rooms are mirrored and turned, with the same scores', () => {
    fc.assert(
      fc.property(
        shapes,
        programme,
        fc.integer({ min: 0, max: 3 }),
        fc.boolean(),
        kindsOfDoors,
        (shape, id, quarters, isMirrored, kinds) => {
          const request = requestFor(shape, id, kinds);
          const there = { ...request, plan: turned(request.plan, quarters, isMirrored) };
          const [straight, other] = [searched(request), searched(there)];
          if (!straight.space || !other.space) throw new Error('refused');
          expect(other.divisions.map(({ score }) => score)).toEqual(
            straight.divisions.map(({ score }) => score),
          );
          expect(other.divisions.map(({ partition }) => partition)).toEqual(
            straight.divisions.map(({ partition }) => partition),
          );
        },
      ),
      { seed: 51, numRuns: cases(10, 80) },
    );
  });

  it('are all found sound by the checker and free of breaches by the rules', () => {
    fc.assert(
      fc.property(shapes, programme, kindsOfDoors, (shape, id, kinds) => {
        const request = requestFor(shape, id, kinds);
        const found = searched(request);
        if (!found.space) throw new Error('refused');
        for (const division of found.divisions.slice(0, 4)) {
          expect(offerOf(request, found.space, division, nationalProfile)).not.toBeNull();
        }
      }),
      { seed: 52, numRuns: cases(14, 100) },
    );
  });

  it('are no worse in a room that is wider', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 8 }), (shape, cells) => {
        const possible = (one: Shape): boolean => {
          const done = searched({ ...requestFor(one, 'kitchenette'), isFirstEnough: true });
          return done.space !== null && done.divisions.length > 0;
        };
        if (possible(shape)) {
          expect(possible({ ...shape, width: shape.width + cells * 50 })).toBe(true);
        }
      }),
      { seed: 53, numRuns: cases(10, 100) },
    );
  });

  it('are applied in one step that completes both households and undoes as one', () => {
    const plan = planToDivide({ width: 2000, depth: 2000 });
    const { offers } = proposed({
      plan,
      storey: storeyId,
      room: roomId,
      holders: households,
      programme: 'best',
    });
    expect(offers.length).toBeGreaterThanOrEqual(3);
    for (const { proposal } of offers) {
      const start = startHistory(plan);
      const { history, refusal } = perform(
        start,
        applyProposal({ proposal, intent: 'proposal', newId: sequentialIds() }),
      );
      expect(refusal).toBeNull();
      expect(
        [...householdStates(history.plan, 'after').values()].map(({ complete }) => complete),
      ).toEqual([true, true]);
      expect(history.past).toHaveLength(1);
      expect(undo(history).plan).toEqual(plan);
    }
  });

  it('say what stands in the way, and each change that they name makes one possible', () => {
    const ask = {
      plan: planToDivide({ width: 2000, depth: 2000 }),
      storey: storeyId,
      room: roomId,
      holders: households,
      programme: 'compact' as const,
      corners: false,
    };
    const answer = proposed(ask);
    expect(answer.offers).toEqual([]);
    expect(answer.families).not.toEqual([]);
    expect(answer.relaxations.length).toBeGreaterThan(0);
    for (const { change, proposals } of answer.relaxations) {
      expect(proposals).toBeGreaterThan(0);
      expect(proposed(asChanged(ask, change)).offers.length).toBeGreaterThan(0);
    }
  });

  it('need a soil stack within reach and no bearing wall in the way', () => {
    const possible = (shape: Shape): boolean => {
      const done = searched(requestFor(shape, 'kitchenette'));
      return done.space !== null && done.divisions.length > 0;
    };
    const square = { width: 2000, depth: 2000 };
    expect(possible(square)).toBe(true);
    expect(possible({ ...square, isBearing: true })).toBe(false);
  });
});
