import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readVersionFile, writeRecord } from '../../electron/record-file.ts';
import { drawStorey, id, planOf, storey1 } from '../plan/draw-plan.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

test('a version that holds such a name opens', async () => {
  const record = {
    format: 1,
    kind: 'version-saved',
    at: '2026-01-01T00:00:00.000Z',
    building: id('building', 'one'),
    scheme: id('scheme', 'a'),
    parents: [],
    author: '',
    note: '',
    plan: planOf({ ...drawStorey('A---B'), name: '一\u0000层' }),
  } as const;
  const version = await writeRecord(folder(), record);
  const file = join(folder(), 'versions', `${version}.json.gz`);
  const read = await readVersionFile(file, file, version);
  expect(read.problems).toBeUndefined();
  expect('record' in read && read.record.plan.storeys[storey1]?.name).toBe('一层');
});
