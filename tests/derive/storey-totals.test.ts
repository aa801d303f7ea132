import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { householdTable, householdTotals } from '../../shared/derive/household-table.ts';
import { planRooms } from '../../shared/derive/households.ts';
import { storeyTotals } from '../../shared/derive/storey-totals.ts';
import { parseDocument } from '../../shared/exchange/document.ts';
import { shownArea } from '../../shared/shown-area.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';

const duplex = () => {
  const sample = resolve(import.meta.dirname, '../../assets/samples/duplex.json');
  return parseDocument(readFileSync(sample, 'utf8')).document!.schemes[0]!.plan;
};

describe('the totals of storeys', () => {
  it('have homes on both of their storeys, each with the area that lies there', () => {
    const plan = duplex();
    const totals = storeyTotals(plan);
    expect(
      totals.map(({ storey, households, spanning }) => [storey, households, spanning]),
    ).toEqual([
      ['storey_1', 2, 2],
      ['storey_2', 2, 2],
    ]);
    for (const { storey, after } of totals) {
      const rooms = planRooms(plan, 'after').find((one) => one.storey === storey)!.rooms;
      const held = rooms.filter(({ holders }) => holders.some((one) => one !== 'building'));
      const area = held.reduce((sum, room) => sum + room.area, 0);
      // Rooms count as they are shown, to 0.01 m².
      expect(Math.abs(after - area)).toBeLessThanOrEqual(5000 * held.length);
      expect(after).toBeGreaterThan(80e6);
    }
  });

  it('add up to the building as it is shown', () => {
    for (const plan of [duplex(), schemePlan(nineteen(), 0), schemePlan(nineteen(), 1)]) {
      const all = householdTotals(householdTable(plan));
      for (const moment of ['before', 'after'] as const) {
        const sum = storeyTotals(plan).reduce((left, one) => left + one[moment], 0);
        expect(shownArea(sum)).toBe(shownArea(all[moment]));
      }
    }
  });

  it('count nobody twice where every home has one storey', () => {
    const plan = schemePlan(nineteen(), 0);
    const totals = storeyTotals(plan);
    expect(totals.map(({ spanning }) => spanning)).toEqual(totals.map(() => 0));
    expect(totals.reduce((sum, { households }) => sum + households, 0)).toBe(19);
  });
});
