import {
  type Answer,
  type Reply,
  type RequestName,
  requests,
  type Settings,
} from '../shared/bridge.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import { problemsOfIssues } from '../shared/plan/problem-words.ts';
import type { Text } from '../shared/text.ts';
import { explanationOf, unexpected } from './explained.ts';
import { appendLog } from './log-file.ts';
import { openLibraries } from './open-libraries.ts';
import type { HostOptions } from './workshop.ts';

export interface Services {
  /**
   * Answers one request as it came over the wire: all arguments may be anything. Never rejects.
   * `library`: what `host.describe` called the library of the window that asks; without it, the one
   * that was opened last.
   */
  serve(name: unknown, argument: unknown, library?: unknown): Promise<Reply<RequestName>>;
  settings(): Settings;
  /** Where the library lies that a new window opens. */
  libraryPath(): string;
}

/** Opens the library, adds the samples to a new one, and serves every request of the bridge. */
export async function createServices(options: HostOptions): Promise<Services> {
  const libraries = await openLibraries(options);
  return {
    settings: libraries.settings,
    libraryPath: libraries.path,
    async serve(name, argument, library) {
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
        const table = await libraries.tableOf(library);
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
