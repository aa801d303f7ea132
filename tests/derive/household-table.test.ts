import { describe, expect, it } from 'vitest';
import { householdTable, householdTotals } from '../../shared/derive/household-table.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { drawFlats, planOfFlats, usualFlat } from '../generate/flats.ts';
import { outOfLine } from '../samples/out-of-line.ts';
import { schemePlan } from '../samples/sample-plan.ts';

const flats = (): Plan =>
  planOfFlats([1, 2].map((level) => drawFlats(level, [usualFlat, usualFlat])));

describe('the table of households', () => {
  it('has what each had and will have', () => {
    const lines = householdTable(flats());
    expect(lines.map(({ door, storeys }) => [door, storeys])).toEqual([
      ['1a', ['storey_1']],
      ['1b', ['storey_1']],
      ['2a', ['storey_2']],
      ['2b', ['storey_2']],
    ]);
    for (const line of lines) {
      expect(line).toMatchObject({
        complete: true,
        daylight: true,
        rooms: { before: 5, after: 5 },
        change: 0,
        certified: null,
        kitchen: { before: 'exclusive', after: 'exclusive' },
      });
    }
    // From its door at 2,200 + 400 + 500 of 8,600 mm to the passage in the stair's wall.
    expect(lines[0]!.toStair).toBeCloseTo(Math.hypot(2 * 8600 - 3100, 1500 - 750), 0);
    expect(lines[1]!.toStair).toBeLessThan(lines[0]!.toStair!);
  });

  it('knows the way to a stair that only a boundary parts from the corridor', () => {
    for (const { toStair, door } of householdTable(schemePlan(outOfLine(), 0))) {
      expect(toStair, door).toBeGreaterThan(500);
    }
  });

  it('sees a bedroom that lost its window, and a household that lost its rooms', () => {
    const plan = flats() as unknown as {
      storeys: Record<string, Record<string, Record<string, object>>>;
    };
    delete plan.storeys.storey_1!.openings!['opening_1a-bedroom-window'];
    for (const id of Object.keys(plan.storeys.storey_2!.rooms!)) {
      if (id.startsWith('room_2b')) delete plan.storeys.storey_2!.rooms![id];
    }
    const lines = householdTable(plan as unknown as Plan);
    expect(lines.map(({ daylight }) => daylight)).toEqual([false, true, true, null]);
    expect(lines[3]).toMatchObject({ change: null, toStair: null, storeys: [] });
  });

  it('adds up, and says how many gain and lose', () => {
    const lines = householdTable(flats()).map((line, index) => ({
      ...line,
      area: { ...line.area, before: line.area.after - [-20_000, 0, 0, 90_000][index]! },
    }));
    const totals = householdTotals(lines);
    expect(totals).toMatchObject({
      households: 4,
      complete: 4,
      gain: 1,
      lose: 1,
      least: -20_000,
      most: 90_000,
    });
    expect(totals.after).toBe(4 * Math.round(lines[0]!.area.after / 10_000) * 10_000);
    expect(householdTotals([])).toMatchObject({ households: 0, least: null, most: null });
  });

  it('adds up as people add what they read, and counts no gain that nobody sees', () => {
    const [line] = householdTable(flats());
    const of = (before: number, after: number) => ({
      ...line!,
      area: { before, after },
      change: after - before,
    });
    const third = of(10_003_333, 10_004_900);
    expect(householdTotals([third, third, third])).toMatchObject({
      before: 30_000_000,
      after: 30_000_000,
      gain: 0,
      most: 0,
    });
    expect(householdTotals([of(10_004_900, 10_005_100)])).toMatchObject({ gain: 1, most: 10_000 });
  });
});
