import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { perform, startHistory, undo } from '../../shared/edit/history.ts';
import { bodyRectangle } from '../../shared/geometry/body.ts';
import { difference, intersect } from '../../shared/geometry/clip.ts';
import { snapDistance } from '../../shared/geometry/meet.ts';
import { distance } from '../../shared/geometry/point.ts';
import { type Polygon, polygonArea } from '../../shared/geometry/polygon.ts';
import type { Plan, Point } from '../../shared/plan/model.ts';
import { divideRoom, type Line } from '../../shared/propose/divide-room.ts';
import { corners, type DivisionPlan, type DivisionRequest } from '../../shared/propose/division.ts';
import { planDivision } from '../../shared/propose/plan-division.ts';
import { type Asked, portions } from '../../shared/propose/series-places.ts';
import { cases } from '../cases.ts';
import { planOf, sequentialIds, storeyFromDrawing, storeyId } from '../plan-from-drawing.ts';
import { roomWithShafts } from './room-with-shafts.ts';

const sum = (polygons: readonly Polygon[]): number =>
  polygons.reduce((area, one) => area + polygonArea(one), 0);
const rings = ({ outer, holes }: Polygon) => [outer, ...holes];
const wholeRoom = (plan: Plan) =>
  storeyRooms(storeyId, plan.storeys[storeyId]!, 'after').rooms.find(({ tags }) => tags.length > 0);

/** mm2 */
const tolerance = 5000;

/** Parts are apart, each one room, and together the room less the partitions. */
function expectWhole(plan: Plan, planned: DivisionPlan & { readonly ok: true }): void {
  const room = wholeRoom(plan)!;
  const parts = planned.parts.map(({ polygon, holes }): Polygon => ({ outer: polygon, holes }));
  for (const [index, part] of parts.entries()) {
    for (const other of parts.slice(0, index)) {
      expect(sum(intersect(rings(part), rings(other)))).toBeLessThan(100);
    }
    expect(Math.abs(polygonArea(part) - planned.parts[index]!.area)).toBeLessThan(10);
  }
  const half = planned.cuts.thickness / 2;
  const turns = planned.cuts.lines
    .map(({ from }) => from)
    .filter((at) => planned.cuts.lines.some(({ to }) => to === at));
  const beyond = ({ from, to }: Line, by: number): Point => {
    const reach = turns.includes(to) ? half : by;
    const length = distance(from, to);
    return {
      x: to.x + ((to.x - from.x) * reach) / length,
      y: to.y + ((to.y - from.y) * reach) / length,
    };
  };
  const left = (by: number): number => {
    const bodies = planned.cuts.lines.map(({ from, to }): Polygon => {
      const a = beyond({ from: to, to: from }, by);
      return { outer: bodyRectangle({ a, b: beyond({ from, to }, by), half }), holes: [] };
    });
    return sum(difference([{ outer: room.polygon, holes: room.holes }], bodies));
  };
  // Nothing is lost and nothing won. A partition that meets a wall at a slant runs on to its face on
  // both sides, where the slant is not too sharp for a mitre.
  expect(sum(parts)).toBeGreaterThan(left(6 * half) - tolerance);
  expect(sum(parts)).toBeLessThan(left(0) + tolerance);
}

/** An end beside a joint is drawn to that joint, and then no place gives the exact share. */
function restsOnJoint(plan: Plan, { cuts }: DivisionPlan & { readonly ok: true }): boolean {
  const joints = Object.values<Point>(plan.storeys[storeyId]!.joints);
  return cuts.lines
    .flatMap(({ from, to }) => [from, to])
    .some((end) => joints.some((joint) => distance(joint, end) <= snapDistance + 2));
}

function expectAsked(planned: DivisionPlan & { readonly ok: true }, by: Asked): void {
  const areas = planned.parts.map(({ area }) => area);
  const all = areas.reduce((one, other) => one + other, 0);
  const asked =
    'shares' in by
      ? portions(by.shares).map((portion) => portion * all)
      : 'areas' in by
        ? by.areas
        : [];
  for (const [index, area] of asked.entries()) {
    expect(Math.abs(areas[index]! - area)).toBeLessThan(tolerance);
  }
}

const request = (plan: Plan, more: Omit<DivisionRequest, 'plan' | 'storey' | 'room'>) => ({
  plan,
  storey: storeyId,
  room: wholeRoom(plan)!.id,
  ...more,
});

const weights = fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 3, maxLength: 4 });
const thickness = fc.constantFrom(90, 100, 120, 240);
const degrees = fc.integer({ min: 0, max: 179 });

describe('any room with shafts, divided', () => {
  it('in series: parts that are whole and apart, each its share or its area', () => {
    let exact = 0;
    fc.assert(
      fc.property(
        roomWithShafts,
        degrees,
        weights,
        fc.boolean(),
        thickness,
        (plan, turn, shares, byArea, wall) => {
          const room = wholeRoom(plan);
          fc.pre(room !== undefined);
          const by: Asked = byArea
            ? {
                areas: portions(shares)
                  .slice(1)
                  .map((one) => Math.round(0.85 * one * room!.area)),
              }
            : { shares };
          const direction = { degrees: turn };
          const planned = planDivision(
            request(plan, { shape: 'straight', direction, by, thickness: wall }),
          );
          if (!planned.ok) {
            expect(planned.refusal.reason).toMatch(/^(not-two-parts|not-whole|too-narrow)$/);
            return;
          }
          expect(planned.parts).toHaveLength(shares.length);
          expectWhole(plan, planned);
          if (!restsOnJoint(plan, planned)) {
            exact += 1;
            expectAsked(planned, by);
          }
        },
      ),
      { seed: 71, numRuns: cases(150, 1000) },
    );
    expect(exact).toBeGreaterThan(cases(50, 400));
  });

  it('with a corner: the same', () => {
    let exact = 0;
    fc.assert(
      fc.property(
        roomWithShafts,
        degrees,
        fc.constantFrom(...corners),
        fc.constantFrom(0.25, 1 / 3, 0.5),
        fc.boolean(),
        thickness,
        (plan, turn, shape, share, byArea, wall) => {
          const room = wholeRoom(plan);
          fc.pre(room !== undefined);
          const by: Asked = byArea
            ? { areas: [Math.round(share * 0.9 * room!.area)] }
            : { shares: [share, 1 - share] };
          const planned = planDivision(
            request(plan, { shape, direction: { degrees: turn }, by, thickness: wall }),
          );
          if (!planned.ok) {
            expect(planned.refusal.reason).toMatch(/^(not-two-parts|not-whole|too-narrow)$/);
            return;
          }
          expectWhole(plan, planned);
          if (!restsOnJoint(plan, planned)) {
            exact += 1;
            expectAsked(planned, by);
          }
        },
      ),
      { seed: 72, numRuns: cases(150, 1000) },
    );
    expect(exact).toBeGreaterThan(cases(50, 300));
  });
});

/** 5,880 by 2,880 mm between faces. */
const long = () =>
  planOf(
    storeyFromDrawing(
      `
      +-----+
      |     |
      |k    |
      +-----+
      `,
      { step: 1000, tags: { k: { use: 'kitchen-bath' } } },
    ),
  );

describe('a division', () => {
  it('by widths stands where it is typed, to the millimetre', () => {
    const plan = long();
    const planned = planDivision(
      request(plan, {
        shape: 'straight',
        direction: 'across',
        by: { widths: [1200, 1500] },
        thickness: 100,
      }),
    );
    expect(planned.ok && planned.parts.map(({ area }) => area)).toEqual([
      1200 * 2880,
      1500 * 2880,
      (5880 - 2700 - 200) * 2880,
    ]);
  });

  it('into six is one step, and one undo takes it back', () => {
    const plan = long();
    const by = { shares: [1, 1, 1, 1, 1, 1] };
    const asked = request(plan, { shape: 'straight', direction: 'across', by, thickness: 90 });
    const planned = planDivision(asked);
    if (!planned.ok) throw new Error(planned.refusal.reason);
    expectAsked(planned, by);
    const { history } = perform(
      startHistory(plan),
      divideRoom({
        storey: storeyId,
        room: asked.room,
        cuts: planned.cuts,
        kind: 'partition',
        parts: planned.parts.map(() => ({ use: 'bathroom', name: '', holders: [] })),
        intent: 'proposal',
        newId: sequentialIds(),
      }),
    );
    const rooms = storeyRooms(storeyId, history.plan.storeys[storeyId]!, 'after').rooms;
    expect(rooms.map(({ area }) => area).sort()).toEqual(
      planned.parts.map(({ area }) => area).sort(),
    );
    expect(undo(history).plan).toEqual(plan);
  });

  it('of a corner measures its width and depth between faces', () => {
    const planned = planDivision(
      request(long(), {
        shape: 'right-upper',
        direction: 'across',
        by: { widths: [1500, 1000] },
        thickness: 100,
      }),
    );
    expect(planned.ok && planned.parts.map(({ area }) => area)).toEqual([
      1500 * 1000,
      5880 * 2880 - 1600 * 1100,
    ]);
  });

  it('is declined with a reason where a part would be no room', () => {
    const planned = planDivision(
      request(long(), {
        shape: 'straight',
        direction: 'along',
        by: { shares: [8, 1, 1, 1, 1, 8] },
        thickness: 240,
      }),
    );
    expect(!planned.ok && planned.refusal.reason).toBe('too-narrow');
  });
});
