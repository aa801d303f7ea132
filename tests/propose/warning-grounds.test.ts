import { describe, expect, it } from 'vitest';
import type { StoreyId } from '../../shared/plan/model.ts';
import { openingsMade } from '../../shared/propose/openings-made.ts';
import { firstOwn, type OwnProgramme } from '../../shared/propose/own-programme.ts';
import { type Ask, propose } from '../../shared/propose/propose.ts';
import { byGround, groundOf, isAccepted } from '../../shared/propose/warning-grounds.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { brothers } from '../samples/brothers.ts';
import { schemePlan } from '../samples/sample-plan.ts';

const plan = schemePlan(brothers(), 0);
const storey = 'storey_3' as StoreyId;
const ask: Ask = {
  plan,
  storey,
  room: 'room_kitchen-bath',
  holders: ['household_302-jia', 'household_302-yi'] as unknown as Ask['holders'],
  programme: 'kitchenette',
};

function bestOf(more: Partial<Ask>) {
  const search = propose({ ...ask, ...more });
  let next = search.next();
  while (!next.done) next = search.next();
  const [best] = next.value.offers;
  if (!best) throw new Error('no proposal');
  return best;
}

describe('what a proposal costs', () => {
  it('is told apart by what it rests on', () => {
    const offer = bestOf({});
    const groups = byGround(offer);
    const listed = groups.flatMap(({ findings }) => findings.map(({ id }) => id));
    expect(listed.sort()).toEqual(offer.warnings.map(({ id }) => id).sort());
    expect(groups.map(({ ground }) => ground)).toContain('code');
    for (const { ground, findings } of groups) {
      expect(isAccepted(ground)).toBe(true);
      for (const { rule, source } of findings) {
        if (ground === 'code') expect(source.clause.en).toMatch(/^(GB|DB|DG|CJJ)/);
        if (ground === 'drawing') expect(rule).toMatch(/^drawing\//);
      }
    }
  });

  it('rests on a number of the office where its profile has another', () => {
    const rules = { K2: { numbers: { least: 2 } } };
    const offer = bestOf({ profile: { ...nationalProfile, rules } });
    const own = offer.warnings.filter((one) => groundOf(one, offer) === 'own');
    expect(own.map(({ rule }) => rule)).toEqual(['K2', 'K2']);
  });

  it('does not count what the programme leaves out', () => {
    const kitchen: OwnProgramme = {
      ...firstOwn,
      ...({ worktop: 'none', wc: 'none', basin: 'none', shower: 'none' } as const),
    };
    for (const programme of ['bathroom', kitchen] as const) {
      const offer = bestOf({ programme });
      const missing = offer.warnings.filter(({ severity }) => severity === 'breach');
      expect(missing.length).toBeGreaterThan(0);
      for (const one of missing) expect(groundOf(one, offer)).toBe('left-out');
      expect(isAccepted('left-out')).toBe(false);
    }
  });
});

describe('openings of a proposal', () => {
  it('of kitchen niches are counted apart from all others', () => {
    const offer = bestOf({});
    const niches = offer.proposal.parts.filter(({ arrangement }) => arrangement === 'niche').length;
    expect(niches).toBeGreaterThan(0);
    expect(openingsMade(plan, offer.proposal)).toMatchObject({ niches, passages: 0 });
    const [wall] = Object.keys(plan.storeys[storey]!.walls);
    const jambs = [
      { x: -90_000, y: 0 },
      { x: -91_200, y: 0 },
    ] as const;
    const passage = { wall, kind: 'passage', jambs, leaf: 'swing', opensTo: jambs[0] } as never;
    const openings = [...offer.proposal.openings, passage];
    expect(openingsMade(plan, { ...offer.proposal, openings })).toMatchObject({
      niches,
      passages: 1,
    });
  });
});
