import { text } from '../text.ts';
import type { Problem } from './integrity.ts';

/**
 * Brings files of earlier formats up to the current one. A migration turns format `from` into
 * `from + 1`; once released it is frozen, with a saved file in `tests/fixtures/`. It must not
 * throw, whatever it is given, since the schema looks at the result only afterwards.
 */
export interface Migration {
  readonly from: number;
  readonly change: (file: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

export const currentFormat = 1;

/** The numbers of one kind of file, and how its earlier formats are brought up. */
export interface Formats {
  readonly current: number;
  readonly migrations: readonly Migration[];
}

/** Of drafts. Format 1 is the first. */
const draftFormats: Formats = { current: currentFormat, migrations: [] };

/**
 * The file in the current format, or why it cannot be had: it was written by a newer version. What
 * has no usable format number comes back as it is, for the schema to name.
 */
export function migrate(
  raw: unknown,
  { current, migrations }: Formats = draftFormats,
): {
  readonly file: unknown;
  readonly problem: Problem | null;
} {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { file: raw, problem: null };
  }
  let file = raw as Record<string, unknown>;
  const format = file.format;
  if (typeof format !== 'number' || !Number.isInteger(format)) return { file, problem: null };
  if (format > current) {
    return {
      file: null,
      problem: {
        at: 'format',
        problem: text(
          `文件格式为 ${format}，由更新版本的软件写成；本版本只能读到格式 ${current}，请先升级`,
          `the file has format ${format}, written by a newer version; this one reads up to format ${current}: please update`,
        ),
      },
    };
  }
  for (const migration of migrations) {
    if (migration.from === file.format) {
      file = { ...migration.change(file), format: migration.from + 1 };
    }
  }
  return { file, problem: null };
}
