import { expect, test } from 'vitest';
import { madeWords } from '../../renderer/screens/merge-words.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { countedChanges } from '../../shared/records/counted-changes.ts';
import { elementChanges } from '../../shared/records/element-changes.ts';
import { text } from '../../shared/text.ts';
import { drawFlats, planOfFlats, usualFlat } from '../generate/flats.ts';

/** Two versions called almost alike are told apart by what each changed. */

const plan = planOfFlats([drawFlats(1, [usualFlat])]);
const [id, storey] = Object.entries(plan.storeys)[0]!;

test('changes are counted by kind, doors apart from windows, and nothing is an empty word', () => {
  const openings = Object.entries(storey.openings);
  const doors = openings.filter(([, { kind }]) => kind === 'door');
  const [window] = openings.find(([, { kind }]) => kind === 'window')!;
  expect(doors.length).toBeGreaterThan(1);
  const left = openings.filter(([one, { kind }]) => kind !== 'door' && one !== window);
  const bare: Plan = {
    ...plan,
    storeys: { [id]: { ...storey, openings: Object.fromEntries(left) } },
  };
  // What went is looked up where it still is.
  const gone = countedChanges(elementChanges(plan, bare), plan, bare);
  expect(gone).toEqual(text(`门 ${doors.length}、窗 1`, `${doors.length} doors, 1 window`));
  expect(countedChanges(elementChanges(bare, plan), bare, plan)).toEqual(gone);
  expect(countedChanges([], plan, plan)).toEqual(text('', ''));
});

test('what a version changed is said since what it was drawn from, or as what only it has', () => {
  const counted = text('墙 2、门 1', '2 walls, 1 door');
  const since = { kind: 'one', called: text('第 4 版', 'version 4') } as const;
  expect(madeWords(counted, 3, since)).toEqual(
    text('第 4 版以来改动 3 处：墙 2、门 1', '3 changes since version 4: 2 walls, 1 door'),
  );
  expect(madeWords(text('', ''), 0, since)).toEqual(text('与第 4 版相同', 'The same as version 4'));
  expect(madeWords(counted, 3, null).en).toBe('In this one only, and kept: 2 walls, 1 door');
  expect(madeWords(text('', ''), 0, null).zh).toBe('没有只在这一版里的图元');
  // What was merged in two places is no one version that anything could be counted from.
  const several = { kind: 'several', called: text('甲与乙', 'one and the other') } as const;
  expect(madeWords(counted, 3, several).zh).toBe('除需选择的以外，另改动 3 处：墙 2、门 1');
  expect(madeWords(text('', ''), 0, several).en).toBe('No change but what is to be chosen');
});
