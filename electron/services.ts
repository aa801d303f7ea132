import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Answer,
  type Reply,
  type RequestName,
  requests,
  type Settings,
} from '../shared/bridge.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import { problemsOfIssues } from '../shared/plan/problem-words.ts';
import type { Text } from '../shared/text.ts';
import { addSamples } from './add-building.ts';
import { buildingsBefore } from './catalogue.ts';
import { openDrafts } from './drafts.ts';
import { explanationOf, unexpected } from './explained.ts';
import { openLibraryFolder } from './library-folder.ts';
import { libraryIdOf } from './library-identity.ts';
import { appendLog } from './log-file.ts';
import { extensions } from './record-file.ts';
import { openRecordIndex } from './record-index.ts';
import { serviceTable } from './service-table.ts';
import { openSettings } from './settings.ts';
import type { HostOptions, Workshop } from './workshop.ts';

export interface Services {
  /** Answers one request as it came over the wire: both arguments may be anything. Never rejects. */
  serve(name: unknown, argument: unknown): Promise<Reply<RequestName>>;
  settings(): Settings;
}

/** Opens the library, adds the samples to a new one, and serves every request of the bridge. */
export async function createServices(options: HostOptions): Promise<Services> {
  const libraryId = await libraryIdOf(options.userData, options.libraryPath);
  const workshop = openWorkshop(options, libraryId);
  const startProblems = await prepared(workshop).catch((error: unknown): Problem[] => {
    appendLog(options.userData, error);
    const words = explanationOf(error) ?? unexpected(options.userData, error);
    return [{ at: options.libraryPath, problem: words }];
  });
  const table = serviceTable(workshop, startProblems);
  return {
    settings: () => workshop.settings.read(),
    async serve(name, argument) {
      if (typeof name !== 'string' || !Object.hasOwn(requests, name)) {
        return refused({
          zh: `没有这个请求：${String(name)}。请更新软件后重试。`,
          en: `There is no such request: ${String(name)}. Update the program and try again.`,
        });
      }
      const known = name as RequestName;
      try {
        const parsed = requests[known].arguments.safeParse(argument, { reportInput: true });
        if (!parsed.success) return refused(invalid(known, problemsOfIssues(parsed.error.issues)));
        // The table pairs each name with the arguments of that name; the compiler cannot follow.
        const serve = table[known] as (argument: unknown) => Promise<Answer<RequestName>>;
        return { ok: true, answer: await serve(parsed.data) };
      } catch (error) {
        const expected = explanationOf(error);
        if (!expected) appendLog(options.userData, error);
        return refused(expected ?? unexpected(options.userData, error));
      }
    },
  };
}

/** Makes the folder of a new library and adds the samples; answers what is wrong. */
async function prepared(workshop: Workshop): Promise<Problem[]> {
  const { library, options } = workshop;
  const isNew = (await buildingsBefore(options)) === 0;
  if (!existsSync(library.path)) {
    if (!isNew) return [];
    await library.make();
  }
  // Where a share is mounted lies an empty folder while it is not.
  if (!isNew && (await library.buildings()).length === 0) return [];
  // A library that is only for reading is left without them.
  return (await library.isWritable()) ? addSamples(workshop) : [];
}

/** ms are the smallest step of a record's time. */
const later = (time: string): string => new Date(Date.parse(time) + 1).toISOString();

const refused = (error: Text): Reply<RequestName> => ({ ok: false, error });

function invalid(name: RequestName, problems: readonly Problem[]): Text {
  const list = (language: keyof Text) =>
    problems
      .slice(0, 3)
      .map(({ at, problem }) => `${at}: ${problem[language]}`)
      .join('; ');
  return {
    zh: `请求 ${name} 的内容不对，没有执行。${list('zh')}`,
    en: `The request ${name} was not carried out because its arguments are wrong. ${list('en')}`,
  };
}

function openWorkshop(options: HostOptions, libraryId: string): Workshop {
  const settingsProblems: Problem[] = [];
  const draftProblems = new Map<BuildingId, Problem[]>();
  /** What is wrong stays so each time that it is looked at. */
  const add = (problems: Problem[], found: Problem): void => {
    const same = problems.some(
      ({ at, problem }) => at === found.at && problem.en === found.problem.en,
    );
    if (!same) problems.push(found);
  };
  let last = '';
  return {
    options,
    library: openLibraryFolder(options.libraryPath, openRecordIndex(options)),
    settings: openSettings({ ...options, report: (problem) => add(settingsProblems, problem) }),
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
    nextTime(after = '') {
      const now = options.now();
      last = now > last ? now : later(last);
      // A clock that is wrong elsewhere must not put all that is written here in its future.
      return last > after ? last : later(after);
    },
    settingsProblems,
    draftProblems,
    opening: { done: 0, of: 0 },
  };
}
