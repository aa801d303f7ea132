import { describe, expect, test } from 'vitest';
import { householdStates } from '../../shared/derive/households.ts';
import { storeysByLevel } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { careless } from './drawing-care.ts';
import { nineteen } from './nineteen.ts';
import { roomsById, schemePlan } from './sample-plan.ts';

const proposal = schemePlan(nineteen(), 0);
const survey = schemePlan(nineteen(), 1);

describe('nineteen on one stair', () => {
  test('nineteen households on three storeys', () => {
    expect(Object.keys(proposal.households).length).toBe(19);
    expect(storeysByLevel(proposal).map(([, storey]) => storey.level)).toEqual([1, 2, 3]);
  });

  test('before: everybody shares kitchen and toilet, and reaches all rooms', () => {
    for (const plan of [proposal, survey])
      for (const state of householdStates(plan, 'before').values()) {
        expect(state.kitchen.state, state.door).toBe('shared');
        expect(state.bathroom.state, state.door).toBe('shared');
        expect(state.unreached, state.door).toEqual([]);
      }
  });

  test('homes measure between 7.5 and 26 m2', () => {
    for (const state of householdStates(survey, 'before').values()) {
      expect(state.ownArea / 1e6, state.door).toBeGreaterThan(7.5);
      expect(state.ownArea / 1e6, state.door).toBeLessThan(26);
    }
  });

  test('after scheme A nine are complete, ten still share; the survey changes nothing', () => {
    const complete = [...householdStates(proposal, 'after').values()]
      .filter((state) => state.complete)
      .map((state) => state.door);
    expect(complete).toEqual(['103', '104', '105', '203', '204', '205', '303', '304', '306']);
    for (const state of householdStates(proposal, 'after').values())
      expect(state.unreached, state.door).toEqual([]);
    expect([...householdStates(survey, 'after').values()].some((state) => state.complete)).toBe(
      false,
    );
    const failing = new Set(
      check(proposal)
        .filter((finding) => finding.severity === 'breach')
        .flatMap((finding) => finding.households),
    );
    expect(failing.size).toBe(10);
  });

  test('stacks stand above each other', () => {
    const lines = new Map<string, Set<string>>();
    for (const [, storey] of storeysByLevel(proposal))
      for (const riser of Object.values(storey.risers)) {
        const places = lines.get(riser.line) ?? new Set();
        lines.set(riser.line, places.add(`${riser.at.x},${riser.at.y}`));
      }
    expect(lines.size).toBe(10);
    for (const [line, places] of lines) expect(places.size, line).toBe(1);
  });

  test('the drawing is careful', () => {
    for (const plan of [proposal, survey])
      for (const moment of ['before', 'after'] as const) expect(careless(plan, moment)).toEqual([]);
    expect(roomsById(proposal, 'after').size).toBeGreaterThan(0);
  });
});
