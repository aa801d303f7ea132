import { expect, test } from 'vitest';
import { twinMarks } from '../../renderer/language/building-words.ts';
import type { BuildingId } from '../../shared/plan/model.ts';

test('buildings of one name and address are told apart by their marks, all others have none', () => {
  const building = (id: string, name: string, address: string) => ({
    id: `building_${id}` as BuildingId,
    name,
    address,
  });
  const marks = twinMarks([
    building('aaaa1111', '1 号楼', '天山路 3 号'),
    building('bbbb2222', ' 1 号楼 ', '天山路 3 号'),
    building('cccc3333', '1 号楼', '天山路 5 号'),
    building('dddd4444', '2 号楼', '天山路 3 号'),
  ]);
  expect([...marks]).toEqual([
    ['building_aaaa1111', '#1111'],
    ['building_bbbb2222', '#2222'],
  ]);
});
