import { expect, test } from 'vitest';
import { buildingsWithFaults } from '../../renderer/screens/library-damaged.tsx';
import { versionsOf } from '../../renderer/screens/library-export.tsx';
import { onShelf, openedNow, starred } from '../../renderer/screens/library-shelf.tsx';
import type { BuildingContent, BuildingSummary } from '../../shared/bridge.ts';
import type { BuildingId } from '../../shared/plan/model.ts';

const id = (number: number) => `building_${number}` as BuildingId;
const listed = [1, 2, 3].map((number) => ({ id: id(number) }) as BuildingSummary);
const names = (buildings: readonly BuildingSummary[]) => buildings.map((each) => each.id);

test('favourites keep the order of the list, what was opened last comes first', () => {
  const settings = { favouriteBuildings: [id(3), id(1)], recentBuildings: [id(3), id(9), id(1)] };
  expect(names(onShelf(listed, 'all', settings))).toEqual([id(1), id(2), id(3)]);
  expect(names(onShelf(listed, 'favourites', settings))).toEqual([id(1), id(3)]);
  expect(names(onShelf(listed, 'recent', settings))).toEqual([id(3), id(1)]);
  expect(onShelf(listed, 'recent', {})).toEqual([]);
});

test('a building opened again is listed once, and fifty are kept', () => {
  const many = Array.from({ length: 50 }, (_, number) => id(number));
  expect(openedNow(many, id(7)).slice(0, 2)).toEqual([id(7), id(0)]);
  expect(openedNow(many, id(7))).toHaveLength(50);
  expect(openedNow(many, id(70))).toHaveLength(50);
  expect(openedNow(undefined, id(1))).toEqual([id(1)]);
});

test('a second press takes the star away', () => {
  expect(starred(undefined, id(1))).toEqual([id(1)]);
  expect(starred([id(1), id(2)], id(1))).toEqual([id(2)]);
});

test('what is exported: all, the newest of each scheme, those with a mark, those chosen', () => {
  const version = (name: string, marks: number) => ({
    id: name,
    milestones: Array(marks).fill({}),
  });
  const content = {
    schemes: [
      { versions: [version('a2', 0), version('a1', 1)] },
      { versions: [] },
      { versions: [version('c1', 2)] },
    ],
  } as unknown as BuildingContent;
  const of = (which: 'all' | 'newest' | 'marked' | 'chosen') =>
    versionsOf(content, { which, versions: ['a1'] });
  expect(of('all')).toBeNull();
  expect(of('newest')).toEqual(['a2', 'c1']);
  expect(of('marked')).toEqual(['a1', 'c1']);
  expect(of('chosen')).toEqual(['a1']);
});

test('buildings with faulty records are told from other problems', () => {
  const problem = { zh: '', en: '' };
  const at = ['building_1/versions/x', 'building_1/log/y', 'building_2/方案甲', 'settings.json'];
  expect(buildingsWithFaults(at.map((place) => ({ at: place, problem })))).toEqual(['building_1']);
});
