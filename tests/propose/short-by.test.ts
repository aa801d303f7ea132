import { describe, expect, it, test } from 'vitest';
import type { Plan, WallId } from '../../shared/plan/model.ts';
import { type Ask, proposed, requestOf } from '../../shared/propose/propose.ts';
import { searched } from '../../shared/propose/search.ts';
import { shortBy } from '../../shared/propose/short-by.ts';
import { spaceOf } from '../../shared/propose/space.ts';
import { pulledApart } from '../../shared/propose/wider-room.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { households, planToDivide, roomId, storeyId, turned } from './room-to-divide.ts';

const askFor = (plan: Plan, programme: 'compact' | 'kitchen' | 'bathroom'): Ask => ({
  plan,
  storey: storeyId,
  room: roomId,
  holders: households,
  programme,
  corners: false,
});

const isPossible = (ask: Ask): boolean => {
  const request = requestOf(ask, ask.programme as 'compact', nationalProfile);
  const done = searched({ ...request, isFirstEnough: true });
  return done.space !== null && done.divisions.length > 0;
};

function measured(ask: Ask) {
  const search = shortBy(ask, nationalProfile);
  let next = search.next();
  while (!next.done) next = search.next();
  return next.value;
}

describe('how much a room is short of', () => {
  it('is the least by which it is enough, and 10 mm less is not', () => {
    const room = (width: number): Ask =>
      askFor(planToDivide({ width, depth: 2000, withoutStacks: true }), 'kitchen');
    const short = measured(room(2000))!;
    expect(short.reason).toBe('short');
    const by = Number(/左右方向净尺寸 2000 mm，还差 (\d+) mm/.exec(short.text.zh)![1]);
    expect(short.text.en).toContain(`${by} mm more room from left to right (2000 mm now)`);
    expect(isPossible(room(2000 + by))).toBe(true);
    expect(isPossible(room(2000 + by - 10))).toBe(false);
  });

  it('turns with the room', () => {
    const plan = planToDivide({ width: 2000, depth: 1900, withoutStacks: true });
    const zh = (one: Plan): string => measured(askFor(one, 'kitchen'))!.text.zh;
    const swapped = zh(plan).replace(/左右|上下/g, (way) => (way === '左右' ? '上下' : '左右'));
    expect(zh(turned(plan, 1, false))).toBe(swapped);
    expect(zh(turned(plan, 2, true))).toBe(zh(plan));
  });

  it('is said with every answer that there is none, unless nobody gets in', () => {
    const plan = planToDivide({ width: 2000, depth: 2000 });
    const reasons = (ask: Ask): string[] => proposed(ask).noWayIn.map(({ reason }) => reason);
    expect(reasons(askFor(plan, 'compact'))).toEqual(['short']);
    const walled = planToDivide({ width: 2000, depth: 2000, isBearing: true });
    expect(reasons(askFor(walled, 'compact'))).not.toContain('short');
  });

  it('is not asked where there is floor enough', () => {
    expect(measured(askFor(planToDivide({ width: 3000, depth: 3000 }), 'compact'))).toBeNull();
  });
});

/** Pulled apart at x = 1000, the right half of the room and all beyond it moves by 300. */
test('a storey that is pulled apart keeps every opening on its side', () => {
  const plan = planToDivide({ width: 2000, depth: 2000, door: 100 });
  const ask = askFor(plan, 'compact');
  const { space } = spaceOf(ask, 50);
  const at = space!.frame.ux > 0.5 ? 'x' : 'y';
  const wider = pulledApart(ask, space!.frame, { axis: at, at: 1000, by: 300 }).plan;
  const wide = spaceOf({ ...ask, plan: wider }, 50).space!.region.box;
  expect([wide.x1 - wide.x0, wide.y1 - wide.y0].sort()).toEqual([2000, 2300]);
  const [before, after] = [plan.storeys[storeyId]!, wider.storeys[storeyId]!];
  for (const [id, { wall, offset, width }] of Object.entries(before.openings)) {
    const now = Object.values(after.openings)[Object.keys(before.openings).indexOf(id)]!;
    expect(now.width).toBe(width);
    const middle = (storey: typeof before, along: number): number => {
      const { a, b } = storey.walls[wall as WallId]!;
      const [from, to] = [storey.joints[a]!, storey.joints[b]!];
      return from.x + ((to.x - from.x) * along) / Math.hypot(to.x - from.x, to.y - from.y);
    };
    const moved = middle(after, now.offset + width / 2) - middle(before, offset + width / 2);
    expect([0, 300]).toContain(Math.abs(Math.round(moved)));
  }
});
