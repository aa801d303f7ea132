import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../shared/exchange/document.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { certaintyWords, reliability, toCheck } from '../../shared/rules/finding.ts';
import { nationalProfile, type Profile } from '../../shared/rules/profile.ts';
import { readableReport } from '../../shared/rules/report.ts';
import { metres } from '../../shared/rules/room-words.ts';
import { ruleOf } from '../../shared/rules/rules.ts';
import { brothers } from '../samples/brothers.ts';
import { nineteen } from '../samples/nineteen.ts';
import { outOfLine } from '../samples/out-of-line.ts';
import { schemePlan } from '../samples/sample-plan.ts';
import { hardlyOpening } from './cases-of-rooms.ts';
import { casesOfServices } from './cases-of-services.ts';
import { door, one, pair, room, stack, thing } from './small-plans.ts';

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

  it('of a WC beside a boxed stack names that, and the wall where it is one', () => {
    const said = (x: number) =>
      check(
        room({ use: 'bathroom', holders: one }, [2400, 2000], {
          fixtures: { fixture_1: thing('wc', x, 60, { depth: 600 }) },
          risers: { riser_1: stack('soil', 2410, 110) },
        }),
      )
        .filter(({ rule }) => rule === 'drawing/clearance')
        .map(({ text }) => text);
    expect(said(2060)).toEqual([
      expect.objectContaining({ zh: expect.stringContaining('便器中线离管井只有 300 mm') }),
    ]);
    expect(said(2060)[0]!.en).toContain('only 300 mm from the boxed riser');
    expect(said(360)[0]!.zh).toContain('便器中线离侧墙只有 300 mm');
  });

  it('of a blocked door says where it leads', () => {
    const blocked = (wall: string, x: number, y: number) =>
      check(
        pair(
          { A: { use: 'hall', holders: one }, B: { use: 'bed-living', holders: one } },
          [3000, 3000, 3000],
          {
            openings: { opening_1: door('wall_3-0-v', 500), opening_2: door('wall_0-0-h', 500) },
            fixtures: { fixture_1: thing('wardrobe', x, y, { width: 400, depth: 200 }) },
          },
        ),
      )
        .filter(({ rule, about }) => rule === 'drawing/door-blocked' && about[0]!.id === wall)
        .map(({ text }) => text);
    const [inner] = blocked('opening_1', 2850, 800);
    expect(inner!.zh).toBe('1室的过道通往兼起居卧室的门口被衣柜挡住。');
    expect(inner!.en).toBe(
      'The wardrobe stands in the doorway from the hall of household 1 to the bed-living room.',
    );
    const [outer] = blocked('opening_2', 950, 100);
    expect(outer!.zh).toBe('1室的过道通往室外的门口被衣柜挡住。');
  });

  it('of flights that nobody recorded is what they are at most', () => {
    const flights = (flight?: number) =>
      check(
        room(
          { use: 'stair', holders: ['building'], also: flight === undefined ? {} : { flight } },
          [900, 4000],
        ),
      ).find(({ rule }) => rule === 'C3')!;
    expect(flights().text.zh).toContain('梯段净宽至多 0.90 m，小于 1.00 m');
    expect(flights().text.en).toContain('are at most 0.90 m wide');
    expect(flights().atMost).toBe(true);
    expect(flights(850).text.zh).toContain('梯段净宽 0.85 m，小于 1.00 m');
    expect(flights(850).atMost).toBeUndefined();
  });

  it('has as many decimals for every length of one sentence', () => {
    const duplex = readFileSync(resolve(import.meta.dirname, '../../assets/samples/duplex.json'));
    const published = parseDocument(duplex.toString()).document!.schemes[0]!.plan;
    let both = 0;
    for (const { text } of [...samples, published].flatMap((plan) => check(plan))) {
      const lengths = [...text.zh.matchAll(/\d+\.(\d+) m(?!²)/g)].map(([, part]) => part!.length);
      expect(new Set(lengths).size, text.zh).toBeLessThan(2);
      if (lengths.length > 1 && lengths[0] === 3) both++;
    }
    expect(both).toBeGreaterThan(0);
  });

  it('of a drain is no more exact than a straight line on the plan', () => {
    const said = samples.flatMap((plan) => check(plan)).filter(({ rule }) => rule === 'wc-branch');
    expect(said.length).toBeGreaterThan(0);
    for (const { text, measured } of said) {
      expect(measured!.value % 10).toBe(0);
      expect(text.zh).toMatch(/约 \d\.\d\d m，宜在 1\.00 m 以内/);
    }
  });

  it('is explained: what each degree of certainty means', () => {
    const [plan] = samples;
    const found = check(plan!);
    const report = readableReport(plan!, found);
    for (const { certainty } of found.map(({ source }) => source).filter(toCheck)) {
      expect(report).toContain(`${certainty} ${certaintyWords[certainty].zh}`);
    }
    const clause = found.find(({ source }) => source.certainty === 'B')!.source;
    expect(reliability(clause)).toEqual({
      zh: '可靠程度 B（只见一处转载），待核对原文',
      en: 'certainty B (one transcription), original text to be checked',
    });
    expect(reliability({ ...clause, certainty: 'A' })).toBeNull();
  });

  it('is never the same twice about one plan', () => {
    for (const plan of samples) {
      for (const language of ['zh', 'en'] as const) {
        const said = check(plan).map(({ text }) => text[language]);
        expect(said.filter((words, index) => said.indexOf(words) !== index)).toEqual([]);
      }
    }
  });

  it('of fixtures of one kind in one room tells which of them', () => {
    const [shared] = samples;
    const said = check(shared!).filter(({ rule }) => rule === 'drawing/clearance');
    expect(said.map(({ text }) => text.zh)).toEqual([
      expect.stringContaining('图上左侧的洗面器前只有 135 mm'),
      expect.stringContaining('图上右侧的洗面器前只有 135 mm'),
    ]);
    expect(said[0]!.text.en).toContain('only 135 mm before the left one of the two basins');
    const wcs = samples.flatMap((plan) => check(plan)).filter(({ rule }) => rule === 'wc-branch');
    expect(wcs[0]!.text.en).toMatch(/^The 2nd from the top of the 3 WCs in /);
  });

  it('of the door between a kitchen and the bathroom behind it is of the bathroom’s, from either side', () => {
    const between = (left: 'kitchen' | 'bathroom', right: 'kitchen' | 'bathroom', width: number) =>
      pair(
        { A: { use: left, holders: one }, B: { use: right, holders: one } },
        [3000, 3000, 2000],
        {
          openings: { opening_1: door('wall_3-0-v', 500, { width, phase: 'new' }) },
        },
      );
    const doors = (plan: Plan): string[] =>
      check(plan).flatMap(({ rule, text }) => (['D1', 'D2'].includes(rule) ? text.en : []));
    // A bathroom's door may be 700, a kitchen's not.
    expect(doors(between('kitchen', 'bathroom', 700))).toEqual([]);
    expect(doors(between('bathroom', 'kitchen', 700))).toEqual([]);
    const narrow = doors(between('kitchen', 'bathroom', 690));
    expect(narrow).toEqual([expect.stringContaining('The bathroom door of household 1')]);
    expect(doors(between('bathroom', 'kitchen', 690))).toEqual(narrow);
  });

  it('of a door names the room as it is, and where it leads where there are several', () => {
    const said = (plan: Plan) => check(plan).filter(({ rule }) => rule === 'D1');
    const [shared, divided] = samples.map(said);
    expect(shared!.map(({ text }) => text.zh)).toContain(
      '302甲、302乙室的煤卫合一间通302甲室的过道的门洞口宽 0.70 m，小于 0.80 m。',
    );
    expect(divided!.map(({ text }) => text.en)).toContain(
      'The door of the kitchen-bathroom of household 302甲 has an opening of 0.70 m, less than 0.80 m.',
    );
    for (const { text } of [...shared!, ...divided!]) expect(text.zh).not.toContain('厨房门');
  });

  it('of the door of a kitchen-bathroom goes by the wider of both', () => {
    const plan = samples[1]!;
    const profile = (bathroom: number) => ({
      ...nationalProfile,
      rules: { D1: { numbers: { bathroom } } },
    });
    const required = (bathroom: number) =>
      check(plan, profile(bathroom)).find(({ id }) => id.endsWith('door-kitchen-bath-jia'))
        ?.required?.value;
    expect([700, 850].map(required)).toEqual([800, 850]);
  });

  it('of one room that is too small for two codes is said once, with both numbers', () => {
    const narrow = room({ use: 'bed-living', holders: ['household_1'] }, [2900, 3000]);
    const said = (plan: Plan, profile: Profile = nationalProfile) =>
      check(plan, profile).filter(({ rule }) => rule === 'R1' || rule === 'R2');
    const [only, ...more] = said(narrow);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ rule: 'R2', required: { value: 9 } });
    expect(only!.text.zh).toMatch(
      /小于 9\.00 m²，也小于 GB 50096-2011 5\.2\.1（R1）的 12\.00 m²。$/,
    );
    expect(only!.text.en).toMatch(
      /less than 9\.00 m², and less than the 12\.00 m² of GB 50096-2011 5\.2\.1 \(R1\)\.$/,
    );
    // The office's own number is not taken for the clause's.
    const own = { ...nationalProfile, rules: { R1: { numbers: { bedLiving: 11 } } } };
    expect(said(narrow, own)[0]!.text.zh).toMatch(
      /，也小于本单位为 R1（GB 50096-2011 5\.2\.1）定的 11\.00 m²。$/,
    );
    // What is graver is not left to what is milder.
    const grave = { ...nationalProfile, rules: { R1: { severity: 'breach' as const } } };
    expect(said(narrow, grave).map(({ rule }) => rule)).toEqual(['R1', 'R2']);
    const alone = { ...nationalProfile, rules: { R2: { off: '本地标准' } } };
    expect(said(narrow, alone).map(({ rule }) => rule)).toEqual(['R1']);
  });

  it('of lengths is to the millimetre what was measured, never what is required', () => {
    const lengths = [...samples.map((plan) => check(plan)), check(casesOfServices.G1!.outside)]
      .flat()
      .filter(({ measured }) => measured?.unit === 'mm');
    expect(lengths.length).toBeGreaterThan(10);
    for (const { measured, text, missing } of lengths) {
      if (missing) continue;
      const { value } = measured!;
      const said = [`${value} mm`, `${value / 1000} m`, `${(value / 1000).toFixed(2)} m`];
      expect(said.some((words) => text.zh.includes(words))).toBe(true);
    }
    expect([475, 1799, 1800, 51].map((length) => metres(length))).toEqual([
      '0.475',
      '1.799',
      '1.80',
      '0.051',
    ]);
  });
});
