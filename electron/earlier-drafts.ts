import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId, SchemeId } from '../shared/plan/model.ts';
import type { RecordId } from '../shared/records/record.ts';
import { recordIdSchema } from '../shared/records/schema.ts';
import { text } from '../shared/text.ts';

const baseOnly = z.object({ base: recordIdSchema.nullable() });

/**
 * Drafts used to lie in one folder for all libraries. One whose version, or where it has none, whose
 * building this library holds moves in; another stays where it is, and it is said that it lies there.
 */
export function earlierDrafts(options: {
  /** The library's folder of drafts, in the one that all shared. */
  readonly folder: string;
  readonly isOfLibrary: (building: BuildingId, base: RecordId | null) => boolean;
  readonly report: (building: BuildingId, problem: Problem) => void;
}): (building: BuildingId, scheme: SchemeId) => void {
  const { folder } = options;
  return (building, scheme) => {
    const name = `${building}+${scheme}`;
    const before = join(dirname(folder), `${name}.json`);
    const after = join(folder, `${name}.json`);
    if (!existsSync(before) || existsSync(after)) return;
    if (!options.isOfLibrary(building, baseOf(before))) {
      options.report(building, {
        at: before,
        problem: text(
          '本机有这个方案的另一份草稿，它所依据的版本不在这个楼栋库里，没有采用，也没有改动。请打开它原来的楼栋库',
          'this computer has another draft of the scheme, drawn from a version that this library does not hold; it was neither used nor changed: open the library that it belongs to',
        ),
      });
      return;
    }
    mkdirSync(folder, { recursive: true });
    const edits = join(dirname(folder), `${name}.edits`);
    // The journal first: without its snapshot it counts for nothing, and the next look goes on.
    if (existsSync(edits)) renameSync(edits, join(folder, `${name}.edits`));
    renameSync(before, after);
  };
}

/** Of one that cannot be read it is not known; whoever opens the scheme is told why. */
function baseOf(file: string): RecordId | null {
  try {
    return baseOnly.parse(JSON.parse(readFileSync(file, 'utf8'))).base;
  } catch {
    return null;
  }
}
