import { describe, expect, it } from 'vitest';
import { divisionKey, offerKey, pairCardWords } from '../../renderer/proposals/card-words.ts';
import { keptWords } from '../../renderer/proposals/kept-words.ts';
import { proposed } from '../../shared/propose/propose.ts';
import { households, planToDivide, roomId, storeyId } from '../propose/room-to-divide.ts';

/** Compact and kitchenettes: two programmes that divide the room in the same place. */
const plan = planToDivide({ width: 2500, depth: 2400, shaft: [400, 500] });
const { offers } = proposed({
  plan,
  storey: storeyId,
  room: roomId,
  holders: households.toReversed(),
  programme: 'best',
  corners: false,
});

describe('what a card says of a proposal', () => {
  it('tells it from every other, also from one of another programme with the same partition', () => {
    const cuts = offers.map(({ proposal }) => proposal.signature);
    expect(new Set(cuts).size).toBeLessThan(offers.length);
    expect(new Set(offers.map(offerKey)).size).toBe(offers.length);
  });

  it('knows a division again whose layout has become better', () => {
    const [offer] = offers;
    const { proposal } = offer!;
    const better = { ...proposal, score: { ...proposal.score, slack: proposal.score.slack + 1 } };
    expect(divisionKey({ ...offer!, proposal: better })).toBe(divisionKey(offer!));
    expect(offerKey({ ...offer!, proposal: better })).not.toBe(offerKey(offer!));
    expect(new Set(offers.map(divisionKey)).size).toBe(offers.length);
  });

  it('names the household of each area, by door number, as the kept scheme lists them', () => {
    const uneven = offers.find(({ parts: [one, other] }) => one!.area !== other!.area)!;
    const areaOf = (door: string): number =>
      uneven.parts.find(({ holder }) => holder === `household_${door}`)!.area;
    expect(pairCardWords(plan, uneven).sizes).toEqual([
      { door: 'A', area: areaOf('A') },
      { door: 'B', area: areaOf('B') },
    ]);
    const [first, second] = ['A', 'B'].map((door) => (areaOf(door) / 1e6).toFixed(2));
    expect(keptWords(plan, uneven).en).toContain(`${first} + ${second} m²`);
  });
});
