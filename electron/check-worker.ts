import { parentPort, workerData } from 'node:worker_threads';
import type { BuildingId } from '../shared/plan/model.ts';
import type { ProfileFile } from '../shared/plan/profile-schema.ts';
import { profileOfFile } from '../shared/rules/profile-of-file.ts';
import { checkBuilding } from './check-building.ts';

/** Checks one building after another, as the library's check hands them out. */

const { path, profile } = workerData as { path: string; profile: ProfileFile | null };
const used = profile && profileOfFile(profile);

parentPort?.on('message', async (building: BuildingId) => {
  try {
    parentPort?.postMessage(await checkBuilding(path, building, used));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ schemes: [], problems: [`${building}: ${words}`] });
  }
});
