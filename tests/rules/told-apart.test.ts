import { describe, expect, it } from 'vitest';
import { check } from '../../shared/rules/check.ts';
import { ruleOf } from '../../shared/rules/rules.ts';
import { brothers } from '../samples/brothers.ts';
import { nineteen } from '../samples/nineteen.ts';
import { outOfLine } from '../samples/out-of-line.ts';
import { schemePlan } from '../samples/sample-plan.ts';
import { hardlyOpening } from './cases-of-rooms.ts';
import { casesOfServices } from './cases-of-services.ts';

const samples = [brothers, nineteen, outOfLine].flatMap((sample) =>
  sample().schemes.map((_, scheme) => schemePlan(sample(), scheme)),
);

describe('what findings say', () => {
  it('of bearing walls names the rooms beside them', () => {
    const said = samples.flatMap((plan) => check(plan)).filter(({ rule }) => rule === 'S1');
    expect(said.length).toBeGreaterThan(0);
    for (const { text } of said) {
      expect(text.zh).toMatch(/之间的|外侧的|里的/);
      expect(text.en).toMatch(/ between the | within the /);
    }
    const sentences = samples.map((plan) =>
      check(plan).flatMap(({ rule, text }) => (rule === 'S1' ? text.zh : [])),
    );
    for (const zh of sentences) expect(new Set(zh).size).toBe(zh.length);
    const { outside } = casesOfServices.S1!;
    expect(check(outside).find(({ rule }) => rule === 'S1')?.text.en).toMatch(
      / between the bedroom of household 1 and another /,
    );
  });

  it('of openings to the air nobody recorded is what they are at most', () => {
    const said = (opens?: number) => check(hardlyOpening(opens)).find(({ rule }) => rule === 'V1')!;
    expect(said().text.en).toMatch(/ has at most 0\.10 m²/);
    expect(said().text.zh).toMatch(/至多 0\.10 m²/);
    expect(said()).toMatchObject({ atMost: true });
    expect(said(50).text.en).toMatch(/ has 0\.05 m²/);
    expect(said(50).atMost).toBeUndefined();
  });

  it('of a WC tells that its middle is measured to walls, whatever stands there', () => {
    const { how } = ruleOf('drawing/clearance')!;
    expect(how.zh).toContain('旁边的设施不算侧墙');
    expect(how.en).toContain('what stands beside it is no wall');
  });
});
