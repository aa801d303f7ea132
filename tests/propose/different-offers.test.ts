import { describe, expect, it } from 'vitest';
import { different } from '../../shared/propose/different-offers.ts';
import { lookOf } from '../../shared/propose/look.ts';
import { mixtureOf } from '../../shared/propose/mixtures.ts';
import { offerOf } from '../../shared/propose/offer.ts';
import { proposed, requestOf } from '../../shared/propose/propose.ts';
import { searched } from '../../shared/propose/search.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import {
  askToDivide,
  households,
  planToDivide,
  roomId,
  type Shape,
  storeyId,
} from './room-to-divide.ts';

function found(width: number, depth: number, programme: 'compact' | 'full' | 'kitchenette') {
  const plan = planToDivide({ width, depth });
  const ask = { plan, storey: storeyId, room: roomId, holders: households, programme };
  const request = requestOf(ask, programme, nationalProfile);
  const done = searched(request);
  if (!done.space) throw new Error('refused');
  const { divisions, space } = done;
  const bySignature = new Map(divisions.map((one) => [one.signature, one]));
  const shown = different(divisions, 6, (one) => offerOf(request, space, one, nationalProfile));
  return {
    divisions,
    shown: shown.map(({ offer }) => bySignature.get(offer.proposal.signature)!),
  };
}

/** Each has few of a fuller programme, so that lesser ones are looked at too. */
const mixed: readonly Shape[] = [
  { width: 2500, depth: 2500, shaft: [400, 500] },
  { width: 2550, depth: 2500, shaft: [400, 500] },
  { width: 2450, depth: 2500, door: 900 },
];

describe('proposals that are shown', () => {
  it('do not differ in who sits on which side alone', () => {
    const { divisions, shown } = found(3000, 2000, 'compact');
    // The room is the same from both sides: so is what is seen of the one and of the other.
    const seen = divisions.map((one) => ({ mine: one.signature.split(' ')[2], look: lookOf(one) }));
    const words = (mine: string): string[] =>
      seen.filter((one) => one.mine === mine).map(({ look }) => JSON.stringify(look));
    expect(words('01').some((one) => words('10').includes(one))).toBe(true);
    const looks = shown.map((one) => JSON.stringify(lookOf(one)));
    expect(new Set(looks).size).toBe(looks.length);
  });

  it('differ in partition, arrangement, evenness or doors, or in where both kitchens and WCs stand', () => {
    for (const [width, depth, programme] of [
      [2400, 2400, 'compact'],
      [2600, 2200, 'compact'],
      [2000, 2000, 'kitchenette'],
    ] as const) {
      const { divisions, shown } = found(width, depth, programme);
      expect(divisions.length).toBeGreaterThan(shown.length);
      const looks = shown.map(lookOf);
      looks.forEach((one, index) => {
        for (const other of looks.slice(index + 1)) {
          const isElse =
            one.kind !== other.kind || one.isEven !== other.isEven || one.doors !== other.doors;
          const isMoved = one.layouts.every((words) => !other.layouts.includes(words));
          expect(isElse || isMoved, `${width} x ${depth}: ${JSON.stringify([one, other])}`).toBe(
            true,
          );
        }
      });
    }
  });

  it('say when they only combine the parts of others', () => {
    const { offers } = proposed({
      plan: planToDivide({ width: 2000, depth: 2000 }),
      storey: storeyId,
      room: roomId,
      holders: households,
      programme: 'kitchenette',
    });
    const kinds = offers.map(({ proposal }) =>
      proposal.parts
        .map(({ arrangement }) => arrangement)
        .sort()
        .join('+'),
    );
    expect(kinds).toEqual(['niche+niche', 'niche+one', 'one+one']);
    expect(offers.map((_, index) => mixtureOf(offers, index))).toEqual([null, [0, 2], null]);
    expect(offers.map(({ rank }) => rank.zh.startsWith('各户布置分别同方案 1、3；'))).toEqual([
      false,
      true,
      false,
    ]);
    // Without the last, one of its parts is in no other.
    expect(mixtureOf(offers.slice(0, 2), 1)).toBeNull();
  });

  it.each(mixed)(
    'are drawn once, and name only each other, whatever their programmes: %j',
    (shape) => {
      const { offers } = proposed(askToDivide(shape, 'best'));
      expect(new Set(offers.map(({ programme }) => programme)).size).toBe(2);
      const drawings = offers.map(({ proposal: { parts } }) =>
        JSON.stringify(parts.map(({ rooms }) => rooms.map(({ fixtures }) => fixtures))),
      );
      expect(new Set(drawings).size).toBe(offers.length);
      for (const { rank } of offers) {
        const [, ...named] = /^各户布置分别同方案 (\d+)、(\d+)；/.exec(rank.zh) ?? [];
        expect(Math.max(0, ...named.map(Number))).toBeLessThanOrEqual(offers.length);
      }
    },
  );

  it('give the parts in the order of the households, whoever sits on which side', () => {
    for (const holders of [households, households.toReversed()]) {
      const { offers } = proposed({ ...askToDivide(mixed[0]!, 'compact'), holders });
      expect(offers.length).toBeGreaterThan(0);
      for (const { parts, proposal } of offers) {
        expect(parts.map(({ holder }) => holder)).toEqual(holders);
        expect(proposal.parts.map(({ holder }) => holder)).toEqual(holders);
      }
    }
  });

  it('are three to six where the room has as many, of lesser programmes too', () => {
    const square = proposed(askToDivide({ width: 2400, depth: 2400 }, 'best')).offers;
    expect(square.length).toBeGreaterThanOrEqual(3);
    expect(new Set(square.map(({ programme }) => programme))).toEqual(
      new Set(['compact', 'kitchenette']),
    );
    expect(proposed(askToDivide({ width: 3000, depth: 2600 }, 'best')).offers).toHaveLength(6);
  });
});
