import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { takeIn } from '../../electron/bundle-import.ts';
import { openLibraryFolder } from '../../electron/library-folder.ts';
import { verifyBundle } from '../../electron/verify.ts';
import { parseDocument, writeDocument } from '../../shared/exchange/document.ts';
import type { BuildingId, SchemeId } from '../../shared/plan/model.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { generateStorey } from '../generate/storey.ts';
import { hostileBundle, hostileDocument } from './hostile.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Files from strangers: each is answered with what is wrong and where, and reaches nothing else. */

const folder = temporaryFolder();
const { plan } = generateStorey({ stairs: 1 });

/** Everything that lies in the folder but what belongs to the building. */
const outside = (): string[] =>
  readdirSync(folder(), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter(
      (name) => !/^library(\/building_hostile(\/(log|versions)(\/[^/.][^/]*)?)?)?$/.test(name),
    )
    .filter((name) => name !== 'witness');

describe('hostile files', () => {
  test('.duyong: a problem with its path each, and not a file elsewhere', async () => {
    const random = new Random(7);
    writeFileSync(join(folder(), 'witness'), '');
    for (let run = 0; run < cases(300, 10_000); run += 1) {
      const bytes = hostileBundle(plan, random);
      rmSync(join(folder(), 'library'), { recursive: true, force: true });
      mkdirSync(join(folder(), 'library'));
      const library = openLibraryFolder(join(folder(), 'library'));
      const { building, problems } = await takeIn(library, bytes);
      expect(problems.length, `run ${run}`).toBeGreaterThan(0);
      const { at, problem } = problems[0]!;
      expect([typeof at, problem.zh === '', problem.en === '']).toEqual(['string', false, false]);
      expect(outside(), `run ${run}`).toEqual([]);
      // What was taken in is sound.
      if (building) expect((await library.read(building)).problems, `run ${run}`).toEqual([]);
      expect((await verifyBundle(bytes)).findings.length, `run ${run}`).toBeGreaterThan(0);
    }
  }, 3_600_000);

  test('documents: a problem with its path each', () => {
    const random = new Random(8);
    const document = writeDocument({
      building: { id: 'building_x' as BuildingId, name: '楼', address: '' },
      schemes: [{ id: 'scheme_a' as SchemeId, name: '甲', description: '', plan }],
    });
    expect(parseDocument(document).problems).toEqual([]);
    for (let run = 0; run < cases(300, 10_000); run += 1) {
      const read = parseDocument(hostileDocument(document, random));
      expect(read.document, `run ${run}`).toBeNull();
      expect(read.problems.length, `run ${run}`).toBeGreaterThan(0);
    }
  }, 3_600_000);
});
