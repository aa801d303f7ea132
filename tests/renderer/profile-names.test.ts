import { expect, test } from 'vitest';
import { freeProfileName, profileNameProblem } from '../../renderer/screens/profile-names.ts';
import { mostProfileName, profileSchema } from '../../shared/plan/profile-schema.ts';

const file = (name: string) => ({
  format: 1,
  kind: 'duyong-profile',
  name,
  base: 'national',
  rules: {},
  fixtures: {},
});

test('a copy has a name that a file may have, and that no other has', () => {
  expect(freeProfileName('本局', ['本局'], ' 副本')).toBe('本局 副本');
  expect(freeProfileName('本局', ['本局', '本局 副本'], ' 副本')).toBe('本局 副本 2');
  expect(freeProfileName('本局', ['本局', '本局 2'])).toBe('本局 3');
  // As long as a name may be, copied again and again; with half of a character at the cut.
  for (const long of ['长'.repeat(mostProfileName), `${'a'.repeat(96)}𠮷𠮷`]) {
    const names = [long];
    for (let copies = 0; copies < 12; copies += 1) {
      names.push(freeProfileName(names.at(-1)!, names, ' 副本'));
    }
    expect(new Set(names).size).toBe(13);
    for (const name of names) {
      expect(profileSchema.safeParse(file(name)).success).toBe(true);
      expect(name.isWellFormed()).toBe(true);
    }
  }
});

test('a name that is taken, or none, is refused in words', () => {
  expect(profileNameProblem('新标准', ['本局'])).toBeNull();
  expect(profileNameProblem('本局', ['本局'])?.zh).toBe('已有名为“本局”的标准，请换一个名称。');
  expect(profileNameProblem('', ['本局'])?.zh).toBe('名称不能为空。');
});
