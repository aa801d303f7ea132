import { describe, expect, it } from 'vitest';
import { programmeHolds, sizesSource } from '../../shared/propose/programme-words.ts';
import { type Answer, proposed } from '../../shared/propose/propose.ts';
import { wayWidths } from '../../shared/propose/way-widths.ts';
import { type FixtureDemands, usualDemands } from '../../shared/rules/fixture-demands.ts';
import { nationalProfile, type Profile } from '../../shared/rules/profile.ts';
import { households, planToDivide, roomId, storeyId } from './room-to-divide.ts';

/** Proposals hold what the profile in use asks for, not what the usual one would. */

const answerWith = (
  fixtures: FixtureDemands,
  rules: Profile['rules'] = nationalProfile.rules,
): Answer =>
  proposed({
    plan: planToDivide({ width: 2000, depth: 2000 }),
    storey: storeyId,
    room: roomId,
    holders: households,
    programme: 'kitchenette',
    corners: false,
    profile: { ...nationalProfile, name: 'office', fixtures, rules },
  });

const depthsOf = (answer: Answer, kind: string): number[] =>
  answer.offers.flatMap(({ proposal }) =>
    proposal.parts.flatMap(({ rooms }) =>
      rooms.flatMap(({ fixtures }) =>
        fixtures.filter((one) => one.kind === kind).map(({ depth }) => depth),
      ),
    ),
  );

describe('proposals with the sizes of a profile', () => {
  const { wc, shower } = usualDemands;

  it('take the WC of the profile', () => {
    const usual = depthsOf(answerWith(usualDemands), 'wc');
    expect(Math.min(...usual)).toBe(600);
    const smallest = { width: 370, depth: 550 };
    const short = depthsOf(answerWith({ ...usualDemands, wc: { ...wc, smallest } }), 'wc');
    expect(short.length).toBeGreaterThan(0);
    expect(Math.max(...short)).toBe(550);
  });

  it('are none where the profile asks for more than there is room for', () => {
    const least = { width: 1200, depth: 1200 };
    const answer = answerWith({ ...usualDemands, shower: { ...shower, least } });
    expect(answer.offers).toEqual([]);
    expect(answer.refusal).toBeNull();
  });

  it('have doors, niches and passages as wide as its rules ask', () => {
    const rules = {
      D1: { numbers: { bathroom: 750, kitchen: 850 } },
      C2: { numbers: { least: 1300 } },
      C1: { off: 'not here' },
    };
    expect(wayWidths({ ...nationalProfile, rules })).toEqual({
      door: 750,
      kitchenOpening: 850,
      keptDoor: 700,
      hall: 900,
      corridor: 1300,
      body: 450,
    });
    const widthsOf = (answer: Answer): number[] =>
      answer.offers.flatMap(({ proposal }) =>
        proposal.openings
          .filter(({ kind }) => kind === 'door')
          .map(({ jambs: [a, b] }) => Math.round(Math.hypot(b.x - a.x, b.y - a.y))),
      );
    expect(new Set(widthsOf(answerWith(usualDemands)))).toEqual(new Set([700]));
    const wider = widthsOf(answerWith(usualDemands, rules));
    expect(wider.length).toBeGreaterThan(0);
    expect(Math.min(...wider)).toBe(750);
  });

  it('say what each programme holds, with those sizes and their source', () => {
    const smallest = { width: 410, depth: 640 };
    const demands = { ...usualDemands, wc: { ...wc, smallest } };
    const holds = (id: 'full' | 'kitchenette' | 'kitchen'): string[] =>
      programmeHolds(id, { ...nationalProfile, fixtures: demands }).map(
        ({ what, sizes }) => `${what.en} ${sizes}`,
      );
    expect(holds('full')).toContain('WC 410 × 640');
    expect(holds('kitchenette')).toContain('Cooker (electric) 300 × 500');
    expect(holds('kitchenette').join()).not.toContain('prepare');
    expect(holds('kitchen').join()).not.toContain('WC');
    expect(sizesSource(nationalProfile)).toEqual({
      zh: '依据：行业常用尺寸，可靠程度 C，凭行业经验，未核对',
      en: 'Source: usual sizes of the trade, certainty C, from experience, not verified',
    });
    // The office's own are said to be that, with what they are without.
    const own = sizesSource({ ...nationalProfile, fixtures: demands });
    const was = usualDemands.wc.smallest.width;
    expect(own.zh).toContain(`便器·最小·宽 410 mm（本软件默认 ${was} mm）`);
    expect(own.zh).toMatch(/^本单位数值：.*。依据：行业常用尺寸/);
    expect(own.en).toContain(`WC, smallest, width 410 mm (default of this program ${was} mm)`);
  });
});
