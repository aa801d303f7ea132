import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import { addSamples } from './add-building.ts';
import { buildingsBefore } from './catalogue.ts';
import { openDrafts } from './drafts.ts';
import { explanationOf, unexpected } from './explained.ts';
import { openLibraryFolder } from './library-folder.ts';
import { appendLog } from './log-file.ts';
import { extensions } from './record-file.ts';
import { openRecordIndex } from './record-index.ts';
import { openSeenRecords } from './seen-records.ts';
import { openSettings, type SettingsStore } from './settings.ts';
import { risingTimes } from './stamp.ts';
import type { HostOptions, Workshop } from './workshop.ts';

/** This machine's settings, one for all libraries that are open, and what is wrong with their file. */
export interface MachineSettings {
  readonly settings: SettingsStore;
  readonly settingsProblems: Problem[];
}

export function openMachineSettings(options: HostOptions): MachineSettings {
  const settingsProblems: Problem[] = [];
  const report = (problem: Problem): void => add(settingsProblems, problem);
  return { settings: openSettings({ ...options, report }), settingsProblems };
}

/** A library that is open, and what was wrong as it was opened. */
export interface OpenLibrary {
  readonly id: string;
  readonly workshop: Workshop;
  readonly startProblems: readonly Problem[];
}

/**
 * Opens the library at `options.libraryPath`, and adds the samples to a new one. `mayMake`: a folder
 * that is not there, and that this machine saw no building in before, is made.
 */
export async function openLibrary(
  options: HostOptions,
  id: string,
  machine: MachineSettings,
  { mayMake }: { readonly mayMake: boolean },
): Promise<OpenLibrary> {
  const workshop = openWorkshop(options, id, machine);
  const startProblems = await prepared(workshop, mayMake).catch((error: unknown): Problem[] => {
    appendLog(options.userData, error);
    const words = explanationOf(error) ?? unexpected(options.userData, error);
    return [{ at: options.libraryPath, problem: words }];
  });
  return { id, workshop, startProblems };
}

/** Makes the folder of a new library and adds the samples; answers what is wrong. */
async function prepared(workshop: Workshop, mayMake: boolean): Promise<Problem[]> {
  const { library, options } = workshop;
  const isNew = (await buildingsBefore(options)) === 0;
  if (!existsSync(library.path)) {
    if (!isNew || !mayMake) return [];
    await library.make();
  }
  // Where a share is mounted lies an empty folder while it is not.
  if (!isNew && (await library.buildings()).length === 0) return [];
  // A library that is only for reading is left without them.
  return (await library.isWritable()) ? addSamples(workshop) : [];
}

/** What is wrong stays so each time that it is looked at. */
function add(problems: Problem[], found: Problem): void {
  const isKnown = problems.some(
    ({ at, problem }) => at === found.at && problem.en === found.problem.en,
  );
  if (!isKnown) problems.push(found);
}

function openWorkshop(
  options: HostOptions,
  libraryId: string,
  { settings, settingsProblems }: MachineSettings,
): Workshop {
  const draftProblems = new Map<BuildingId, Problem[]>();
  return {
    options,
    libraryId,
    library: openLibraryFolder(options.libraryPath, openRecordIndex(options)),
    seen: openSeenRecords(options),
    settings,
    drafts: openDrafts({
      ...options,
      libraryId,
      isOfLibrary: (building, base) =>
        existsSync(
          base === null
            ? join(options.libraryPath, building)
            : join(options.libraryPath, building, 'versions', `${base}${extensions.versions}`),
        ),
      report(building, problem) {
        const problems = draftProblems.get(building) ?? [];
        add(problems, problem);
        draftProblems.set(building, problems);
      },
    }),
    nextTime: risingTimes(options.now),
    settingsProblems,
    draftProblems,
    opening: { done: 0, of: 0 },
  };
}
