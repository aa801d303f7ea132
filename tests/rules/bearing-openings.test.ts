import { describe, expect, it } from 'vitest';
import type { Opening, OpeningId, Plan, StoreyId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';

const storeyId = 'storey_2' as StoreyId;
const doorId = 'opening_door-kitchen' as OpeningId;

/** The kitchen's door, in a bearing wall, gives way to an opening without a leaf. */
function withPassage(change: Partial<Opening>): Plan {
  const plan = schemePlan(nineteen(), 1);
  const storey = plan.storeys[storeyId]!;
  const { leaf: _leaf, hinge: _hinge, side: _side, ...door } = storey.openings[doorId]!;
  return {
    ...plan,
    storeys: {
      ...plan.storeys,
      [storeyId]: {
        ...storey,
        openings: {
          ...storey.openings,
          [doorId]: { ...storey.openings[doorId]!, phase: 'demolished' },
          ['opening_passage' as OpeningId]: { ...door, kind: 'passage', phase: 'new', ...change },
        },
      },
    },
  };
}

const newOpenings = (plan: Plan): number =>
  check(plan, nationalProfile).filter(({ rule }) => rule === 'S1').length;

describe('S1 and the holes that a bearing wall has', () => {
  const { offset, width } = schemePlan(nineteen(), 1).storeys[storeyId]!.openings[doorId]!;

  it('says nothing of a door that loses its leaf', () => {
    expect(newOpenings(withPassage({}))).toBe(0);
    expect(newOpenings(withPassage({ offset: offset + 100, width: width - 100 }))).toBe(0);
  });

  it('warns of one that is wider, higher, or elsewhere', () => {
    expect(newOpenings(withPassage({ width: width + 1 }))).toBe(1);
    expect(newOpenings(withPassage({ head: 2101 }))).toBe(1);
    expect(newOpenings(withPassage({ offset: offset + 2000 }))).toBe(1);
  });
});
