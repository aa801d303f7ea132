import { describe, expect, it } from 'vitest';
import {
  outOfLine,
  outOfLineWords,
  pairFindings,
  pairWords,
  storeyUnder,
} from '../../renderer/screens/stacks-pair.ts';
import { planRooms } from '../../shared/derive/households.ts';
import { storeysByLevel } from '../../shared/plan/model.ts';
import { isWet } from '../../shared/plan/room-uses.ts';
import { check } from '../../shared/rules/check.ts';
import { nineteen } from '../samples/nineteen.ts';
import { outOfLine as sample } from '../samples/out-of-line.ts';
import { schemePlan } from '../samples/sample-plan.ts';

const plan = schemePlan(sample(), 0);
const storeys = storeysByLevel(plan).map(([id]) => id);

describe('one storey over the next', () => {
  it('has each finding of stacks under its own upper storey, and under no other', () => {
    for (const one of [plan, schemePlan(nineteen(), 0)]) {
      const findings = check(one);
      const shown = storeysByLevel(one).map(([id]) => pairFindings(findings, id));
      const all = shown.flat();
      expect(all.length).toBeGreaterThan(0);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('is laid over the storey right under it, and over nothing across one that nobody has drawn', () => {
    const said = (of: typeof plan) => {
      const rooms = planRooms(of, 'after');
      return rooms.map((one) =>
        pairWords(of, one.storey, storeyUnder(of, rooms, one)?.storey ?? null),
      );
    };
    expect(said(plan).map(({ zh }) => zh)).toEqual([
      '一层',
      '二层叠在一层上',
      '三层（加层）叠在二层上',
    ]);
    const { [storeys[1]!]: _, ...ends } = plan.storeys;
    expect(said({ ...plan, storeys: ends }).map(({ zh }) => zh)).toEqual([
      '一层',
      '三层（加层）（下面 2 层没有画）',
    ]);
    expect(said({ ...plan, storeys: ends })[1]!.en).toMatch(/ \(storey 2 below not drawn\)$/);
  });

  it('lists wet rooms over what is no wet room, the largest part first', () => {
    const [, , top] = storeys;
    const found = outOfLine(plan, top!, []);
    expect(found.length).toBeGreaterThan(0);
    for (const { above, below } of found) {
      expect(above.storey).toBe(top);
      expect([isWet(above), isWet(below)]).toEqual([true, false]);
    }
    const areas = found.map(({ area }) => area);
    expect(areas).toEqual([...areas].sort((one, other) => other - one));
    expect(found.map((one) => outOfLineWords(plan, one).en)).toContainEqual(
      expect.stringMatching(
        /^The bathroom of household 302 stands over the bedroom of household 202/,
      ),
    );
    // The lowest storey stands on nothing.
    expect(outOfLine(plan, storeys[0]!, [])).toEqual([]);
  });

  it('says of no pair again what a finding says of it', () => {
    const [, , top] = storeys;
    const said = outOfLine(plan, top!, pairFindings(check(plan), top!));
    const words = said.map((one) => outOfLineWords(plan, one).zh);
    expect(words).not.toContainEqual(expect.stringContaining('302'));
    expect(words).toContainEqual(expect.stringMatching(/^301室的厨房位于二层的设备间上方：/));
  });
});
