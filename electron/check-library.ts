import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BuildingId } from '../shared/plan/model.ts';
import type { ProfileFile } from '../shared/plan/profile-schema.ts';
import type { CheckedBuilding } from './check-building.ts';
import { openLibraryFolder } from './library-folder.ts';

/**
 * Every building of a library, checked on all cores: in the order of their ids, whichever was done
 * first. `onDone` hears how many are.
 */
export async function checkLibrary(
  path: string,
  profile: ProfileFile | null,
  onDone: (done: number, all: number) => void = () => undefined,
  cores = availableParallelism(),
): Promise<CheckedBuilding[]> {
  const buildings = await openLibraryFolder(path).buildings();
  const results: CheckedBuilding[] = new Array(buildings.length);
  let next = 0;
  let done = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
        workerData: { path, profile },
      });
      let current = -1;
      const hand = (): void => {
        current = next++;
        if (current < buildings.length) worker.postMessage(buildings[current] as BuildingId);
        else worker.terminate().then(() => resolve(), reject);
      };
      worker.on('message', (checked: CheckedBuilding) => {
        results[current] = checked;
        onDone(++done, buildings.length);
        hand();
      });
      worker.on('error', reject);
      hand();
    });
  await Promise.all(Array.from({ length: Math.min(cores, buildings.length) }, work));
  return results;
}
