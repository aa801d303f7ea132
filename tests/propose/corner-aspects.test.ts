import { describe, expect, it } from 'vitest';
import type { StoreyId } from '../../shared/plan/model.ts';
import { corners, type DivisionRequest } from '../../shared/propose/division.ts';
import { planDivision } from '../../shared/propose/plan-division.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';

/** The shared kitchen of the nineteen, 3,360 by 4,216 mm, with a door and a window. */
const kitchen = (more: Pick<DivisionRequest, 'shape' | 'by'>): DivisionRequest => ({
  plan: schemePlan(nineteen(), 1),
  storey: 'storey_2' as StoreyId,
  room: 'room_kitchen',
  direction: 'across',
  thickness: 100,
  ...more,
});

describe('a corner that in proportion to the room would end in its door or window', () => {
  it.each([
    [1, 3],
    [1, 5],
  ])('has its share of %i : %i in another width', (one, other) => {
    for (const shape of corners) {
      const planned = planDivision(kitchen({ shape, by: { shares: [one, other] } }));
      if (!planned.ok) throw new Error(`${shape}: ${planned.refusal.text.en}`);
      const [first, rest] = planned.parts.map(({ area }) => area) as [number, number];
      expect(Math.abs(first - (one / (one + other)) * (first + rest))).toBeLessThan(5000);
    }
  });

  it('is declined where no width has place for both', () => {
    const planned = planDivision(kitchen({ shape: 'left-lower', by: { shares: [9, 1] } }));
    expect(!planned.ok && planned.refusal.reason).toBe('too-narrow');
  });
});

describe('areas that the room has not', () => {
  const split = (total: number) =>
    planDivision(kitchen({ shape: 'straight', by: { areas: [total * 0.8, total * 0.2] } }));

  it('are declined with what it has, partitions deducted', () => {
    const planned = split(24e6);
    const refusal = planned.ok ? null : planned.refusal;
    expect(refusal?.reason).toBe('too-large');
    expect(refusal?.text.en).toContain('24.00 m²');
    const most = Number(refusal?.text.zh.match(/最多只有 ([\d.]+) m²/)?.[1]);
    expect(refusal?.text.en).toContain(`at most ${most.toFixed(2)} m²`);
    // Of so much there is no room left for the last part, of more than that not for the others.
    const [near, beyond] = [split(most * 1e6), split((most + 0.02) * 1e6)];
    expect(!near.ok && near.refusal.reason).toBe('too-narrow');
    expect(!beyond.ok && beyond.refusal.reason).toBe('too-large');
  });

  it('are declined of a corner too', () => {
    const planned = planDivision(kitchen({ shape: 'left-lower', by: { areas: [20e6] } }));
    expect(!planned.ok && planned.refusal.reason).toBe('too-large');
  });
});
