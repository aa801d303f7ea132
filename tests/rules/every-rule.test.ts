import { describe, expect, it } from 'vitest';
import type { Plan } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { toCheck } from '../../shared/rules/finding.ts';
import { rules } from '../../shared/rules/rules.ts';
import { casesOfAreas } from './cases-of-areas.ts';
import { casesOfDrawing } from './cases-of-drawing.ts';
import { casesOfRooms, overItself, twoRows } from './cases-of-rooms.ts';
import {
  casesOfServices,
  liftBesideBedroom,
  nearMeter,
  unsaidAndNear,
} from './cases-of-services.ts';
import type { RuleCases } from './rule-cases.ts';
import { one, room, thing } from './small-plans.ts';

const cases: RuleCases = {
  ...casesOfAreas,
  ...casesOfRooms,
  ...casesOfServices,
  ...casesOfDrawing,
};

const found = (plan: Plan, rule: string) => check(plan).filter((finding) => finding.rule === rule);

describe('every rule', () => {
  it('has its three plans', () => {
    expect(Object.keys(cases).sort()).toEqual(rules.map(({ id }) => id).sort());
    // Only of the drawing's own health may everything be known, and then it is said why.
    const without = rules.filter(({ id }) => !cases[id]!.unknown);
    expect(without.filter(({ topic }) => topic !== 'drawing')).toEqual([]);
    expect(without.filter(({ id }) => !cases[id]!.known).map(({ id }) => id)).toEqual([]);
    expect(rules.filter(({ id }) => cases[id]!.unknown && cases[id]!.known)).toEqual([]);
  });

  it('for which nothing can be missing never says that something is', () => {
    const always = rules.filter(({ id }) => cases[id]!.known);
    const plans = Object.values(cases).flatMap(({ inside, outside, unknown }) => [
      inside,
      outside,
      ...(unknown ? [unknown] : []),
    ]);
    const missing = plans.flatMap((plan) => check(plan)).filter((one) => one.missing);
    // Other rules do miss something in these plans.
    expect(missing.length).toBeGreaterThan(plans.length);
    const ids = new Set(missing.map(({ rule }) => rule));
    expect(always.filter(({ id }) => ids.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('says what it is in both languages', () => {
    for (const { id, title, asks, how, source, numbers } of rules) {
      const words = [
        title,
        asks,
        how,
        source.clause,
        ...Object.values(numbers).map(({ words }) => words),
      ];
      for (const { zh, en } of words) {
        expect(zh, id).not.toBe('');
        expect(en, id).toMatch(/^[\x20-\x7e–’²]|煤卫/u);
      }
      expect(asks.zh.endsWith('。') && how.zh.endsWith('。'), id).toBe(true);
      expect(asks.en.endsWith('.') && how.en.endsWith('.'), id).toBe(true);
    }
  });

  it('sends nobody to look up the text of a practice', () => {
    for (const { id, source } of rules) {
      const { certainty, clause } = source;
      const isClause = clause.zh.startsWith('GB ');
      const asked = certainty === 'A' ? undefined : isClause ? /原文/ : /未核对/;
      expect(toCheck(source)?.zh ?? '', id).toMatch(asked ?? /^$/);
    }
  });

  describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const { inside, outside, unknown } = cases[id]!;

    it('has nothing to say just inside of its limit', () => {
      expect(found(inside, id)).toEqual([]);
    });

    it('speaks just outside of it, of a place, with numbers that differ', () => {
      const said = found(outside, id);
      expect(said.length).toBeGreaterThan(0);
      for (const finding of said) {
        const { severity, measured, required, about, text, source, missing, line } = finding;
        expect(severity).toBe(rule.severity);
        expect(missing).toBeUndefined();
        expect(about.length).toBeGreaterThan(0);
        expect(measured?.unit).toBe(required?.unit);
        if (measured) expect(measured.value).not.toBe(required?.value);
        // Nor do they read alike where they differ by a millimetre.
        const [, is, least] = /([\d.]+) m.*less than ([\d.]+) m/.exec(text.en) ?? [];
        expect(least ?? '').not.toBe(is);
        // The line on the plan is as long as the number says.
        if (line && measured?.unit === 'mm') {
          const long = Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y);
          expect(Math.abs(long - measured.value)).toBeLessThan(3);
        }
        expect(text.zh).toMatch(/。$/);
        expect(text.en).toMatch(/^[A-Z].*\.$/);
        expect(source).toEqual(rule.source);
      }
    });

    it('says what is missing where it cannot be judged', () => {
      if (!unknown) return;
      const said = found(unknown, id);
      expect(said.map(({ severity }) => severity)).toEqual(said.map(() => 'unknown'));
      expect(said.length).toBeGreaterThan(0);
      for (const { missing } of said) expect(missing?.zh.length).toBeGreaterThan(0);
    });
  });
});

describe('some rules say more than one thing', () => {
  it('the way into a shower is measured from its edge', () => {
    const wet = room({ use: 'bathroom', holders: one }, [1200, 850], {
      fixtures: { fixture_1: thing('shower', 460, 60, { width: 800, depth: 800 }) },
    });
    const [finding] = found(wet, 'drawing/clearance');
    expect(finding).toMatchObject({
      measured: { value: 400, unit: 'mm' },
      line: { from: { x: 860 }, to: { x: 1260 } },
    });
  });

  it('K3: between two rows, on either side of the limit', () => {
    expect(found(twoRows(900), 'K3')).toEqual([]);
    expect(found(twoRows(899), 'K3')[0]).toMatchObject({
      measured: { value: 899, unit: 'mm' },
      required: { value: 900, unit: 'mm' },
    });
  });

  it('B4: above its own rooms a bathroom may lie', () => {
    expect(found(overItself, 'B4')).toEqual([]);
  });

  it('G4: the meter, and a cooker without a fuel', () => {
    expect(found(nearMeter, 'G4')).toMatchObject([
      { measured: { value: 299 }, required: { value: 300 } },
    ]);
    expect(found(unsaidAndNear, 'G4')).toMatchObject([
      { severity: 'unknown', id: 'G4/fuel/storey_1' },
    ]);
  });

  it('E1: a lift next to a bedroom', () => {
    expect(found(liftBesideBedroom, 'E1').map(({ id }) => id)).toEqual(
      ['E1/unknown/storey_1', 'E1/storey_1/room_A/room_B'].sort(),
    );
  });
});
