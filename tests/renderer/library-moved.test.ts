import { expect, test } from 'vitest';
import { movedAway, withoutMoved } from '../../renderer/screens/library-moved.tsx';
import type { RecordProblem } from '../../shared/bridge.ts';
import { mostMoved } from '../../shared/bridge-shapes.ts';
import type { BuildingId } from '../../shared/plan/model.ts';

const problem = { zh: '不在', en: 'gone' };
const goneOn = (building: string, day: string): RecordProblem => ({
  at: building,
  problem,
  fault: 'gone',
  gone: { building: building as BuildingId, day },
});

test('a building that was moved on purpose is told of no more, until it came back and went again', () => {
  const [one, other] = [goneOn('building_1', '2026-11-25'), goneOn('building_2', '2026-11-25')];
  const damaged: RecordProblem = { at: 'building_1/log/x', problem, fault: 'damaged' };
  const moved = movedAway(undefined, one.gone!);
  expect(withoutMoved([one, other, damaged], moved)).toEqual([other, damaged]);
  expect(withoutMoved([one], undefined)).toEqual([one]);
  const again = goneOn('building_1', '2026-11-28');
  expect(withoutMoved([again], moved)).toEqual([again]);
});

test('no more are remembered than the settings hold', () => {
  const { gone } = goneOn('building_1', '2026-11-25');
  const full = Array.from({ length: mostMoved }, () => gone!);
  expect(movedAway(full, gone!)).toHaveLength(mostMoved);
});
