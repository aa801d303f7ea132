import { describe, expect, it } from 'vitest';
import type { HouseholdId, Opening, OpeningId, Plan, StoreyId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { type Accepted, standings } from '../../shared/rules/derogation.ts';
import { limitWords } from '../../shared/rules/derogation-limit.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { listedDerogations } from '../../shared/rules/listed-derogations.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';
import { casesOfServices } from './cases-of-services.ts';
import { one, pane, room, two } from './small-plans.ts';

const only = (plan: Plan, rule: string): Finding => check(plan).find((each) => each.rule === rule)!;

const accepting = ({ id, measured, required, extent, households }: Finding): Accepted => ({
  finding: id,
  at: '2026-11-24T10:00:00.000Z',
  by: '王工',
  reason: '现状所限',
  measured,
  required,
  until: null,
  ...(extent ? { extent } : {}),
  concerned: households,
});
const stateOf = (finding: Finding, accepted: Accepted) =>
  standings([finding], [accepted]).get(finding.id)?.state;

describe('an acceptance whose requirement moves', () => {
  const window = { width: 990, sill: 300, head: 2000 };
  const lit = (width: number, glass: Partial<Opening> = window) =>
    only(
      room({ use: 'bedroom', holders: one }, [width, 3500], {
        openings: { opening_1: pane('wall_0-0-h', 400, glass) },
      }),
      'L1',
    );
  const accepted = lit(3120);

  it('is open again where the same window lights a room twice as large', () => {
    const large = lit(6240);
    expect(large.measured).toEqual(accepted.measured);
    expect(large.required!.value).toBeGreaterThan(accepted.required!.value * 1.9);
    expect(stateOf(accepted, accepting(accepted))).toBe('accepted');
    expect(stateOf(large, accepting(accepted))).toBe('reopened');
    const [listed] = listedDerogations([large], [accepting(accepted)], {
      plan: room({ use: 'bedroom', holders: one }, [6240, 3500]),
      profile: nationalProfile,
    });
    expect(listed!.limit!.zh).toMatch(
      /^接受时要求 1\.\d\d m²；不低于 1\.\d\d m²，且与要求相差不超过 0\.\d\d m² 时有效$/,
    );
  });

  it('stands where less is required, and where both move to the good', () => {
    const before = lit(6240);
    expect(stateOf(accepted, accepting(before))).toBe('accepted');
  });

  it('of one that says not what was required counts the value alone', () => {
    const old = { ...accepting(accepted), required: null };
    expect(stateOf(lit(6240), old)).toBe('accepted');
  });
});

describe('an acceptance of a hole in a bearing wall', () => {
  const storeyId = 'storey_2' as StoreyId;
  const doorId = 'opening_door-kitchen' as OpeningId;
  const sample = schemePlan(nineteen(), 1);
  const {
    leaf: _leaf,
    hinge: _hinge,
    side: _side,
    ...door
  } = sample.storeys[storeyId]!.openings[doorId]!;
  const hole = (change: Partial<Opening>): Finding => {
    const storey = sample.storeys[storeyId]!;
    const made = { ...door, kind: 'passage', phase: 'new', ...change } as Opening;
    const openings = {
      ...storey.openings,
      [doorId]: { ...storey.openings[doorId]!, phase: 'demolished' as const },
      ['opening_passage' as OpeningId]: made,
    };
    return only(
      { ...sample, storeys: { ...sample.storeys, [storeyId]: { ...storey, openings } } },
      'S1',
    );
  };
  const { offset, width } = door;
  const at = { offset: offset + 20, width: width + 100 };
  const accepted = hole(at);

  it('says how wide it is, and how far the acceptance holds', () => {
    expect(accepted.text.zh).toContain(`新开宽 ${(width + 100).toLocaleString('en')} mm 的洞口`);
    expect(limitWords(accepting(accepted))!.zh).toMatch(
      /^洞口宽不超过 [\d,]+ mm、离地 0 mm 至 2,000 mm 以内、位置不变时有效$/,
    );
  });

  it('stands as it was, narrower, and off by what a survey is', () => {
    for (const change of [at, { ...at, width: width + 60 }, { ...at, offset: offset + 50 }]) {
      expect(stateOf(hole(change), accepting(accepted))).toBe('accepted');
    }
  });

  it('is open again where the hole is wider, higher or elsewhere', () => {
    for (const change of [
      { ...at, width: width + 110 },
      { ...at, head: 2200 },
      { ...at, offset: offset + 300 },
    ]) {
      expect(stateOf(hole(change), accepting(accepted))).toBe('reopened');
    }
  });

  it('that does not say how large it was stands, as it did', () => {
    const { extent: _extent, ...old } = accepting(accepted);
    expect(stateOf(hole({ ...at, width: width + 110 }), old)).toBe('accepted');
  });
});

describe('an acceptance by one household', () => {
  const dark = (holders: string[]) => only(room({ use: 'kitchen', holders }, [2000, 3500]), 'K6');
  const accepted = dark(one);

  it('is open again where the same is somebody else’s, and says so', () => {
    expect(dark(two).id).toBe(accepted.id);
    expect(standings([dark(two)], [accepting(accepted)]).get(accepted.id)).toMatchObject({
      state: 'reopened',
      others: two,
    });
    expect(stateOf(dark([...one, ...two]), accepting(accepted))).toBe('reopened');
  });

  it('stands where fewer have it, and where the record does not say whose it was', () => {
    expect(stateOf(accepted, accepting(dark([...one, ...two])))).toBe('accepted');
    const { concerned: _concerned, ...old } = accepting(accepted);
    expect(stateOf(dark(two), old)).toBe('accepted');
  });

  it('of a stack without a number is open again where others run into it as well', () => {
    const { outside } = casesOfServices.P1!;
    const finding = only(outside, 'P1');
    expect(finding.measured).toBeNull();
    expect(stateOf(finding, accepting(finding))).toBe('accepted');
    const more = { ...finding, households: [...finding.households, 'household_9' as HouseholdId] };
    expect(stateOf(more, accepting(finding))).toBe('reopened');
  });
});
