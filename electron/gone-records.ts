import type { RecordProblem } from '../shared/bridge.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import type { Gone } from './catalogue.ts';
import { goneWords } from './gone-words.ts';
import type { BuildingRecords } from './library-folder.ts';
import { appendLog } from './log-file.ts';
import { extensions } from './record-file.ts';
import type { Workshop } from './workshop.ts';

/**
 * What this machine saw of a building and is there no longer. A catalogue that cannot be read keeps
 * nobody from the building, and of a folder that cannot be read now nothing is gone.
 */
export async function goneOf(
  { seen, options }: Workshop,
  building: BuildingId,
  { records, faults }: BuildingRecords,
): Promise<readonly Gone[]> {
  const unread = faults.map(({ at }) => at);
  try {
    const gone = await seen.gone(building, new Set([...filesOf(records), ...unread]));
    return gone.filter(({ at }) => !unread.includes(at.split('/')[0]!));
  } catch (error) {
    appendLog(options.userData, error);
    return [];
  }
}

/** Puts what is there into the catalogue of the day, so that it is missed from then on. */
export async function noteSeen(
  { seen, options }: Workshop,
  building: BuildingId,
  { records }: BuildingRecords,
): Promise<void> {
  await seen
    .note(new Map([[building, filesOf(records)]]), false)
    .catch((error: unknown) => appendLog(options.userData, error));
}

const filesOf = (records: BuildingRecords['records']): string[] =>
  records.map(({ id, record }) => {
    const folder = record.kind === 'version-saved' ? 'versions' : 'log';
    return `${folder}/${id}${extensions[folder]}`;
  });

export const goneProblems = (gone: readonly Gone[]): RecordProblem[] =>
  gone.map(({ at, day }) => ({ at, problem: goneWords(day), fault: 'gone' }));
