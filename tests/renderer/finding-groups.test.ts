import { describe, expect, it } from 'vitest';
import { groupFindings, groupings, storeyOf } from '../../renderer/panels/finding-groups.ts';
import { shareOf } from '../../renderer/panels/finding-share.ts';
import type { HouseholdId, RoomId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';

const plan = schemePlan(nineteen(), 0);
const findings = check(plan);

describe('groups of findings', () => {
  it.each(groupings)('by %s drop none and hold none that is empty', (by) => {
    const groups = groupFindings(plan, findings, by);
    const shown = new Set(groups.flatMap((group) => group.findings));
    expect(shown.size).toBe(findings.length);
    expect(groups.every((group) => group.findings.length > 0)).toBe(true);
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
    for (const { words } of groups) expect(words.zh.length * words.en.length).toBeGreaterThan(0);
  });

  it('by household stand in the order of doors, each with what is about it', () => {
    const groups = groupFindings(plan, findings, 'household');
    expect(groups[0]!.words).toEqual({ zh: '101室', en: 'Household 101' });
    for (const { key, findings: own } of groups) {
      if (key === 'common')
        expect(own.every(({ households }) => households.length === 0)).toBe(true);
      else expect(own.every(({ households }) => households.some((id) => id === key))).toBe(true);
    }
  });

  it('lead from an unknown to the storey and the rooms of the household it stands under', () => {
    const unknowns = findings.filter(
      ({ measured, missing }) => missing && measured?.unit === 'count',
    );
    const places = new Set(unknowns.map(storeyOf));
    expect(places).toEqual(new Set(Object.keys(plan.storeys)));
    for (const { about, place, measured } of unknowns) {
      expect(new Set(about.map(({ storey }) => storey))).toEqual(new Set([place?.storey]));
      expect(measured?.value).toBe(about.length);
    }
    const [id] = Object.entries(plan.households).find(([, { door }]) => door === '301') ?? [];
    const own = groupFindings(plan, unknowns, 'household').find(
      ({ household }) => household === id,
    );
    const heights = own?.findings.find(({ rule }) => rule === 'H1');
    const share = shareOf(plan, heights!, id as HouseholdId);
    expect(share?.measured?.value).toBeLessThan(heights!.measured!.value);
    const storey = plan.storeys[share!.place!.storey]!;
    for (const { id: room } of share!.about) {
      expect(storey.rooms[room as RoomId]?.holders).toContain(id);
    }
  });

  it('tell unknowns apart: no two sentences are the same', () => {
    const said = findings.filter(({ missing }) => missing).map(({ text }) => text.en);
    expect(new Set(said).size).toBe(said.length);
    expect(said).toContain(
      'How much of the window opens is not recorded for one bathroom on 三层, so the opening to the air cannot be judged.',
    );
  });
});
