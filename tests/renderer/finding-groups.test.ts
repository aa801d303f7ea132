import { describe, expect, it } from 'vitest';
import { groupFindings, groupings } from '../../renderer/panels/finding-groups.ts';
import { check } from '../../shared/rules/check.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';

const plan = schemePlan(nineteen(), 0);
const findings = check(plan);

describe('groups of findings', () => {
  it.each(groupings)('by %s drop none and hold none that is empty', (by) => {
    const groups = groupFindings(plan, findings, by);
    const shown = new Set(groups.flatMap((group) => group.findings));
    expect(shown.size).toBe(findings.length);
    expect(groups.every((group) => group.findings.length > 0)).toBe(true);
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
    for (const { words } of groups) expect(words.zh.length * words.en.length).toBeGreaterThan(0);
  });

  it('by household stand in the order of doors, each with what is about it', () => {
    const groups = groupFindings(plan, findings, 'household');
    expect(groups[0]!.words.zh).toBe('101室');
    for (const { key, findings: own } of groups) {
      if (key === 'common')
        expect(own.every(({ households }) => households.length === 0)).toBe(true);
      else expect(own.every(({ households }) => households.some((id) => id === key))).toBe(true);
    }
  });
});
