import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { parseStored } from '../shared/plan/cleaned-words.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import { currentFormat, migrate } from '../shared/plan/migrations.ts';
import { problemsOfIssues } from '../shared/plan/problem-words.ts';
import { type Text, text } from '../shared/text.ts';
import { codeOf, Explained } from './explained.ts';

/** What electron-store (Electron) and conf (browser host) have in common that we use. */
export interface Store {
  store: object;
}

export interface StoreOptions {
  /** The folder of the file. */
  readonly cwd: string;
  /** The file's name without `.json`; electron-store and conf call it differently. */
  readonly name: string;
}

export type OpenStore = (options: StoreOptions) => Store;

/** The options that both are opened with: plain keys, no clearing of what cannot be read. */
export const commonStoreOptions = {
  accessPropertiesByDotNotation: false,
  clearInvalidConfig: false,
  serialize: (value: unknown) => JSON.stringify(value),
};

/**
 * One small JSON file of this machine. What is damaged is put aside as `<name>.json.damaged-<time>`
 * and reported, never taken for empty. What cannot be read for another reason (permissions, a
 * program that holds it) is no damage: it is left where it is, and not written over.
 */
export interface StoreFile<V> {
  /** Null where there is none, or where it was damaged. Throws `Explained` where it cannot be read. */
  read(): V | null;
  /** Throws `Explained` where a file is there that cannot be read. */
  write(value: V): void;
}

export function openStoreFile<V extends object>(options: {
  readonly folder: string;
  readonly name: string;
  readonly schema: z.ZodType<V>;
  /** The file carries a format number, and earlier formats are migrated; one without has the first. */
  readonly hasFormat?: boolean;
  readonly openStore: OpenStore;
  readonly now: () => string;
  readonly report: (problem: Problem) => void;
}): StoreFile<V> {
  const file = join(options.folder, `${options.name}.json`);
  const putAside = (why: Text): void => {
    const aside = `${file}.damaged-${options.now().replace(/[:.]/g, '-')}`;
    renameSync(file, aside);
    options.report({
      at: file,
      problem: text(
        `文件已损坏（${why.zh}），原样保留为 ${aside}，未当作空文件处理`,
        `the file was damaged (${why.en}); it is kept as ${aside}`,
      ),
    });
  };
  /** The file as JSON in the current format; undefined where there is none, or where it was damaged. */
  const jsonOf = (): unknown => {
    const content = contentOf(file);
    if (content === null) return undefined;
    let json: unknown;
    try {
      json = JSON.parse(content);
    } catch {
      putAside(text('不是完整的 JSON', 'not a whole JSON text'));
      return undefined;
    }
    return options.hasFormat ? inCurrentFormat(file, json) : json;
  };

  return {
    read() {
      const json = jsonOf();
      if (json === undefined) return null;
      // The store would parse the file on every look, so it is only used to write.
      const parsed = parseStored(options.schema, json);
      if (parsed.success) return parsed.data;
      const [first] = problemsOfIssues(parsed.error.issues);
      const at = first?.at ? `${first.at}: ` : '';
      putAside(text(`${at}${first?.problem.zh}`, `${at}${first?.problem.en}`));
      return null;
    },
    write(value) {
      mkdirSync(options.folder, { recursive: true });
      jsonOf();
      const format = options.hasFormat ? { format: currentFormat } : {};
      options.openStore({ cwd: options.folder, name: options.name }).store = {
        ...format,
        ...value,
      };
    },
  };
}

/** Throws `Explained` for a file of a newer version of the program, which is no damage. */
function inCurrentFormat(file: string, json: unknown): unknown {
  const isTable = typeof json === 'object' && json !== null && !Array.isArray(json);
  const { file: migrated, problem } = migrate(isTable ? { format: 1, ...json } : json);
  if (!problem) return migrated;
  throw new Explained(
    text(
      `${problem.problem.zh}。文件原样未动：${file}`,
      `${problem.problem.en}. It was left as it is: ${file}`,
    ),
  );
}

/** The file's text; null where there is no such file. Throws `Explained` where it cannot be read. */
function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return null;
    throw new Explained(
      text(
        `本机的文件暂时读不出来（${code}），原样未动：${file}。请检查它的权限、关闭占用它的程序，或把它移到别处，然后重试。`,
        `A file of this computer cannot be read (${code}) and was left as it is: ${file}. Check its permissions, close the program that holds it, or move it elsewhere; then try again.`,
      ),
    );
  }
}
