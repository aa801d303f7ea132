import { describe, expect, it } from 'vitest';
import { check } from '../../shared/rules/check.ts';
import type { Accepted } from '../../shared/rules/derogation.ts';
import { limitProblem, limitWords } from '../../shared/rules/derogation-limit.ts';
import { derogationWords, listedDerogations } from '../../shared/rules/listed-derogations.ts';
import { nationalProfile, type Profile } from '../../shared/rules/profile.ts';
import { room } from './small-plans.ts';

const planOf = (width: number) => room({ use: 'kitchen', holders: ['household_1'] }, [width, 2000]);
const kitchen = (width: number) => check(planOf(width)).find(({ rule }) => rule === 'K2')!;
const checked = { plan: planOf(1500), profile: nationalProfile };
const withRules = (rules: Profile['rules']): Profile => ({ ...nationalProfile, rules });
const now = kitchen(1500);
const accepting = (more: Partial<Accepted> = {}): Accepted => ({
  finding: now.id,
  at: '2026-11-24T10:00:00.000Z',
  by: '王工',
  reason: '面积所限',
  measured: now.measured,
  required: now.required,
  until: null,
  ...more,
});

describe('a list of acceptances', () => {
  it('has all of them: those that stand, that are open again, and whose warning is gone', () => {
    const worse = kitchen(1450);
    const states = [[now], [worse], []].map(
      (findings) => listedDerogations(findings, [accepting()], checked)[0]!.state,
    );
    expect(states).toEqual(['accepted', 'reopened', 'gone']);
    expect(listedDerogations([now], [accepting()], checked)[0]!.about).toEqual(now.text);
    // Of what is gone the rule's own title is left to say.
    expect(listedDerogations([], [accepting()], checked)[0]!.about.en).not.toContain('/');
  });

  it('calls nothing gone that still stands, or that nobody looked for', () => {
    const { plan } = checked;
    const listed = (profile: Profile, finding: string) =>
      listedDerogations(check(plan, profile), [accepting({ finding })], { plan, profile })[0]!;
    const breach = listed(withRules({ K2: { severity: 'breach' } }), now.id);
    expect([breach.state, breach.about]).toEqual(['void', now.text]);
    expect(derogationWords(breach, '').zh).toContain('现为不符合，接受失效');
    const off = listed(withRules({ K2: { off: '另行核对' } }), now.id);
    expect([off.state, derogationWords(off, '').en]).toEqual([
      'off',
      expect.stringContaining('Rule off, not checked'),
    ]);
    const unknown = check(plan).find(({ severity }) => severity === 'unknown')!;
    expect(listed(nationalProfile, unknown.id).state).toBe('refused');
    const aim = check(plan).find(({ rule }) => rule === 'F1')!;
    expect(listed(nationalProfile, aim.id).state).toBe('refused');
    // Another rule that is off says nothing of this one.
    const other = listed(withRules({ K1: { off: '另行核对' } }), 'K2/storey_9/room_9');
    expect(other.state).toBe('gone');
  });

  it('keeps whose it is where it is not found any more', () => {
    const { plan, profile } = checked;
    const of = (finding: string) =>
      listedDerogations([], [accepting({ finding })], { plan, profile })[0]!.households;
    expect(of(now.id)).toEqual(['household_1']);
    expect(of('R4/household_1')).toEqual(['household_1']);
    expect(of('R4/household_99')).toEqual([]);
  });

  it('says for whom it is open again, or that it got worse', () => {
    const of = (accepted: Partial<Accepted>, width = 1500) =>
      listedDerogations([kitchen(width)], [accepting(accepted)], checked)[0]!;
    const others = of({ concerned: [] });
    expect(others.others).toEqual(['1']);
    expect(derogationWords(others, '2026-11-24')).toEqual({
      zh: '现在还涉及1室，重新提示（王工，2026-11-24）：面积所限；不低于 3.00 m² 时有效',
      en: 'Now also about household 1, open again (王工, 2026-11-24): 面积所限; holds down to 3.00 m²',
    });
    const worse = of({ concerned: now.households }, 1450);
    expect(worse.others).toBeUndefined();
    expect(derogationWords(worse, '').zh).toMatch(/^比接受时更差，重新提示/);
  });

  it('says who, when, why and how far in one line', () => {
    const [one] = listedDerogations([now], [accepting({ until: 2.8 })], checked);
    expect(derogationWords(one!, '2026-11-24')).toEqual({
      zh: '已接受（王工，2026-11-24）：面积所限；不低于 2.80 m² 时有效',
      en: 'Accepted (王工, 2026-11-24): 面积所限; holds down to 2.80 m²',
    });
    expect(limitWords(accepting())?.en).toBe('holds down to 3.00 m²');
    const long = { measured: { value: 951, unit: 'mm' }, required: { value: 1000, unit: 'mm' } };
    expect(limitWords(accepting(long))?.zh).toBe('不低于 951 mm 时有效');
    expect(limitWords(accepting(long), true)?.zh).toBe('不低于 0.951 m 时有效');
    // Of what is not found any more, as the rule says its lengths.
    const [gone] = listedDerogations([], [accepting({ finding: 'C1/x', ...long })], checked);
    expect(gone!.limit?.en).toBe('holds down to 0.951 m');
    expect(limitWords(accepting({ measured: null, required: null }))).toBeNull();
    expect(limitWords(accepting({ measured: { value: 0, unit: 'count' } }))).toBeNull();
  });
});

describe('the limit of an acceptance', () => {
  const area = { value: 20.84, unit: 'm2' };
  const least = { value: 22, unit: 'm2' };
  const most = { value: 900, unit: 'mm' };
  const depth = { value: 1000, unit: 'mm' };

  it('lies on the far side of what is measured', () => {
    for (const until of [20.84, 20.5, 0.01, null])
      expect(limitProblem(area, least, until)).toBeNull();
    for (const until of [1000, 1200, null]) expect(limitProblem(depth, most, until)).toBeNull();
  });

  it('is refused where the value has passed it already, with the value and the direction', () => {
    expect(limitProblem(area, least, 21.5)).toEqual({
      zh: '现为 20.84 m²，数值越小越差：界限不能大于 20.84 m²。',
      en: 'It measures 20.84 m² now, and less is worse: the limit cannot be above 20.84 m².',
    });
    expect(limitProblem(depth, most, 999)?.en).toContain('cannot be below 1,000 mm');
    expect(limitProblem(depth, most, 999, true)?.zh).toContain('界限不能小于 1.00 m。');
  });

  it('is refused where it would accept anything', () => {
    expect(limitProblem(area, least, 0)?.en).toContain('would accept anything');
    expect(limitProblem(area, least, -5)).not.toBeNull();
    expect(limitProblem(depth, most, 0)).not.toBeNull();
    // Where nothing is there already, nothing is as it was.
    expect(limitProblem({ value: 0, unit: 'm2' }, least, 0)).toBeNull();
  });
});
