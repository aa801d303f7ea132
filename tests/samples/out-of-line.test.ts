import { describe, expect, test } from 'vitest';
import { householdStates } from '../../shared/derive/households.ts';
import { intersect } from '../../shared/geometry/clip.ts';
import { polygonArea } from '../../shared/geometry/polygon.ts';
import { storeysByLevel } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { careless } from './drawing-care.ts';
import { outOfLine } from './out-of-line.ts';
import { roomsById, schemePlan } from './sample-plan.ts';

const proposal = schemePlan(outOfLine(), 0);
const survey = schemePlan(outOfLine(), 1);

describe('out of line', () => {
  test('six households on three storeys share before and have their own after', () => {
    for (const plan of [proposal, survey])
      for (const state of householdStates(plan, 'before').values()) {
        expect(state.kitchen.state, state.door).toBe('shared');
        expect(state.bathroom.state, state.door).toBe('shared');
        expect(state.unreached, state.door).toEqual([]);
      }
    const after = [...householdStates(proposal, 'after').values()];
    expect(after.map((state) => [state.door, state.complete])).toEqual(
      ['101', '102', '201', '202', '301', '302'].map((door) => [door, true]),
    );
    expect(check(proposal).filter((finding) => finding.rule === 'F1')).toEqual([]);
  });

  test('cross walls stand 300 to 900 mm beside those below', () => {
    const axes = storeysByLevel(proposal).map(([, storey]) =>
      Object.entries(storey.walls)
        .filter(([id]) => id.startsWith('wall_cross-south'))
        .map(([, wall]) => storey.joints[wall.a]!.x),
    );
    for (const level of [1, 2])
      axes[level]!.forEach((x, index) => {
        const shift = Math.abs(x - axes[level - 1]![index]!);
        expect(shift).toBeGreaterThanOrEqual(300);
        expect(shift).toBeLessThanOrEqual(900);
      });
  });

  test('every stack jogs', () => {
    const lines = new Map<string, Set<string>>();
    for (const [, storey] of storeysByLevel(proposal))
      for (const riser of Object.values(storey.risers)) {
        const places = lines.get(riser.line) ?? new Set();
        lines.set(riser.line, places.add(`${riser.at.x},${riser.at.y}`));
      }
    for (const [line, places] of lines) expect(places.size, line).toBe(3);
  });

  test('the bathroom of 302 lies above a bedroom of 202', () => {
    const rooms = roomsById(proposal, 'after');
    const above = rooms.get('room_302-bathroom')!;
    const below = rooms.get('room_202-spare')!;
    expect(below.use).toBe('bedroom');
    const common = intersect([above.polygon], [below.polygon]);
    expect(common.reduce((sum, polygon) => sum + polygonArea(polygon), 0) / 1e6).toBeGreaterThan(3);
  });

  test('the drawing is careful', () => {
    for (const plan of [proposal, survey])
      for (const moment of ['before', 'after'] as const) expect(careless(plan, moment)).toEqual([]);
  });
});
