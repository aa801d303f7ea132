import { describe, expect, it } from 'vitest';
import { pointAtFinding } from '../../renderer/editor/look-at-finding.ts';
import { createEditorStore } from '../../renderer/editor/store.ts';
import { focusing, toScreen } from '../../renderer/editor/viewport.ts';
import { planRooms } from '../../shared/derive/households.ts';
import { signedArea } from '../../shared/geometry/polygon.ts';
import type { BuildingId, Plan, SchemeId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { casesOfRooms } from '../rules/cases-of-rooms.ts';
import { casesOfServices } from '../rules/cases-of-services.ts';
import { one, pair } from '../rules/small-plans.ts';

const storeOf = (plan: Plan) =>
  createEditorStore({
    building: 'building_1' as BuildingId,
    scheme: 'scheme_1' as SchemeId,
    plan,
    base: null,
    basePlan: null,
  });
const findingOf = (plan: Plan, rule: string) => check(plan).find((one) => one.rule === rule)!;

describe('what a finding points at', () => {
  it('is the overlap and the room below, not the whole room above', () => {
    const plan = casesOfRooms.B4!.outside;
    const finding = findingOf(plan, 'B4');
    const store = storeOf(plan);
    pointAtFinding(store, finding);
    const { highlight, measured } = store.getState();
    expect(highlight).toEqual([]);
    const sum = measured!.areas.reduce((all, ring) => all + Math.abs(signedArea(ring)), 0);
    expect(sum / 1e6).toBeCloseTo(finding.measured!.value, 2);
    expect(measured!.words).toBe(`${finding.measured!.value.toFixed(2)} m²`);
    expect(measured!.others).toHaveLength(1);
  });

  it('is both ends of a stack that does not run straight', () => {
    const plan = casesOfServices['straight-stack']!.outside;
    const store = storeOf(plan);
    pointAtFinding(store, findingOf(plan, 'straight-stack'));
    const { highlight, measured } = store.getState();
    expect(highlight.map(({ kind }) => kind)).toEqual(['riser', 'riser']);
    expect(measured!.others).toHaveLength(1);
    expect(measured!.line).not.toBeNull();
  });

  it('of a home is what was added up: rooms that it alone holds', () => {
    const plan = pair(
      {
        A: { use: 'bed-living', holders: one },
        B: { use: 'kitchen', holders: ['household_1', 'household_2'] },
      },
      [3000, 2000, 3000],
    );
    const finding = findingOf(plan, 'R4');
    const store = storeOf(plan);
    pointAtFinding(store, finding);
    const pointed = new Set(store.getState().highlight.map(({ id }) => id));
    const meant = planRooms(plan, 'after')
      .flatMap(({ rooms }) => rooms)
      .filter(({ tags }) => tags.some((tag) => pointed.has(tag)));
    expect(pointed.size).toBe(1);
    const sum = meant.reduce((all, room) => all + room.area, 0);
    expect(sum / 1e6).toBeCloseTo(finding.measured!.value, 2);
  });
});

describe('the view of a place that was asked for', () => {
  const size = { width: 900, height: 600 };
  const view = { scale: 0.12, offsetX: 0, offsetY: 0 };

  it('takes in all that it is about', () => {
    const box = { minX: 0, minY: 0, maxX: 20_000, maxY: 4000 };
    const seen = focusing(view, size, { x: 1000, y: 1000 }, box);
    const [low, high] = [
      toScreen(seen, { x: box.minX, y: box.maxY }),
      toScreen(seen, { x: box.maxX, y: box.minY }),
    ];
    expect(low.x).toBeGreaterThanOrEqual(0);
    expect(high.x).toBeLessThanOrEqual(size.width);
    expect(seen.scale).toBeLessThan(view.scale);
  });

  it('goes no further away for what fits', () => {
    const box = { minX: 0, minY: 0, maxX: 3000, maxY: 3000 };
    expect(focusing(view, size, { x: 1000, y: 1000 }, box).scale).toBe(view.scale);
    expect(focusing({ ...view, scale: 0.01 }, size, { x: 0, y: 0 }, null).scale).toBe(0.1);
  });
});
