import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import { text } from '../shared/text.ts';
import { codeOf } from './explained.ts';
import type { LibraryFolder } from './library-folder.ts';
import { assertFolderItself, readRegular } from './regular-file.ts';
import { writeOnce } from './write-once.ts';

/**
 * Copies the damaged records of a building to `<building>/damaged/`, each under the hash of what it
 * holds now, before somebody brings sound ones back from a backup. Only when a person asks for it:
 * nothing else is ever written there, and the files themselves stay where they are.
 */
export async function copyDamaged(
  library: LibraryFolder,
  building: BuildingId,
): Promise<{ readonly copies: readonly string[]; readonly problems: readonly Problem[] }> {
  const folder = join(library.path, building);
  const copies: string[] = [];
  const problems: Problem[] = [];
  for (const { at, fault } of (await library.read(building)).faults) {
    if (fault !== 'damaged') continue;
    let bytes: Buffer;
    try {
      bytes = await readRegular(join(folder, at));
    } catch (error) {
      const code = codeOf(error) ?? String(error);
      const unread = text(
        `文件读不出来（${code}），没有复制`,
        `cannot be read (${code}), not copied`,
      );
      problems.push({ at, problem: unread });
      continue;
    }
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const name = `${hash}-${at.replace('/', '-')}`;
    await assertFolderItself(join(folder, 'damaged'));
    await writeOnce(join(folder, 'damaged'), name, bytes);
    copies.push(`${building}/damaged/${name}`);
  }
  return { copies, problems };
}
