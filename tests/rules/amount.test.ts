import { describe, expect, it } from 'vitest';
import { amountsOf, boundOf } from '../../shared/rules/amount.ts';
import { check } from '../../shared/rules/check.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { readableReport } from '../../shared/rules/report.ts';
import { casesOfAreas } from './cases-of-areas.ts';
import { casesOfDrawing } from './cases-of-drawing.ts';
import { casesOfRooms } from './cases-of-rooms.ts';
import { casesOfServices } from './cases-of-services.ts';
import type { RuleCases } from './rule-cases.ts';

/** What is required says which way it binds, in the unit that the words have. */

const cases: RuleCases = {
  ...casesOfAreas,
  ...casesOfRooms,
  ...casesOfServices,
  ...casesOfDrawing,
};

const outside = (rule: string): Finding =>
  check(cases[rule]!.outside).find((finding) => finding.rule === rule)!;

describe('amounts', () => {
  it('are at least or at most, as the rule has it', () => {
    expect(amountsOf(outside('K2'))?.required?.zh).toMatch(/^≥ 3\.50 m²$/);
    const branch = outside('wc-branch');
    expect(boundOf(branch)).toBe('most');
    expect(amountsOf(branch)).toMatchObject({
      measured: expect.stringMatching(/^1\.\d+ m$/),
      required: { zh: '≤ 1.000 m' },
    });
  });

  it('of what should not be there say how much is let pass', () => {
    expect(amountsOf(outside('B4'))?.required).toEqual({
      zh: '0（≤ 0.10 m² 不计）',
      en: '0 (≤ 0.10 m² not counted)',
    });
    const crooked = amountsOf(outside('straight-stack'));
    expect(crooked?.required?.en).toMatch(/^0 \(≤ (50 mm|0\.050 m) not counted\)$/);
  });

  it('are in the unit of the words beside them, in every rule', () => {
    let lengths = 0;
    for (const id of Object.keys(cases)) {
      const finding = outside(id);
      const amounts = amountsOf(finding);
      if (!amounts || finding.measured?.unit !== 'mm') continue;
      lengths += 1;
      const unit = amounts.measured.replace(/^[\d.,]+ /, '');
      const other = unit === 'mm' ? / m\b/ : / mm\b/;
      expect(finding.text.en, id).not.toMatch(other);
      expect(amounts.required?.en ?? '', id).not.toMatch(other);
    }
    expect(lengths).toBeGreaterThan(10);
  });

  it('stand in the report for a reader', () => {
    const plan = cases['wc-branch']!.outside;
    expect(readableReport(plan, check(plan))).toMatch(
      /本方案 measured 1\.\d+ m，要求 required ≤ 1\.000 m/,
    );
  });
});
