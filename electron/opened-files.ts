import { basename } from 'node:path';
import type { Answer, Reply } from '../shared/bridge.ts';
import { type Text, text } from '../shared/text.ts';
import { largestBundle } from './bundle-read.ts';
import { codeOf } from './explained.ts';
import { openChosen } from './regular-file.ts';
import type { Services } from './services.ts';

/** `.duyong` files that the system hands to the program: by double click, or from its menu. */

/** Those named on a command line. */
export const bundlesIn = (argv: readonly string[]): string[] =>
  argv.filter((argument) => /\.duyong$/i.test(argument) && !argument.startsWith('-'));

export interface Outcome {
  readonly isGood: boolean;
  readonly title: Text;
  /** What was left out, and why; empty where there is nothing to say. */
  readonly detail: Text;
}

/** Takes a file into the library, and says what became of it. */
export async function importFile(file: string, serve: Services['serve']): Promise<Outcome> {
  const name = basename(file);
  const refused = (detail: Text): Outcome => ({
    isGood: false,
    title: text(
      `没有导入 ${name}，楼栋库未作任何改动。`,
      `${name} was not taken in; the library is unchanged.`,
    ),
    detail,
  });
  let bytes: Buffer;
  try {
    const handle = await openChosen(file);
    try {
      if (!(await handle.stat()).isFile()) {
        return refused(text('这不是普通文件。', 'This is no plain file.'));
      }
      if ((await handle.stat()).size > largestBundle) {
        const megabytes = largestBundle / 1_000_000;
        return refused(
          text(`文件超过 ${megabytes} MB。`, `The file is larger than ${megabytes} MB.`),
        );
      }
      bytes = await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = codeOf(error) ?? String(error);
    return refused(text(`文件读不出来（${code}）。`, `The file cannot be read (${code}).`));
  }
  const reply = (await serve('bundle.import', {
    base64: bytes.toString('base64'),
  })) as Reply<'bundle.import'>;
  if (!reply.ok) return refused(reply.error);
  const { building, added, known, problems } = reply.answer;
  if (building === null) return refused(listed(problems));
  return {
    isGood: true,
    title:
      added === 0
        ? text(
            `楼栋库已有 ${name} 中的全部记录，没有改动。`,
            `The library has every record of ${name} already.`,
          )
        : text(
            `已导入 ${name}：新增 ${added} 条记录，已有 ${known} 条。`,
            `${name} imported: ${added} new records, ${known} were there already.`,
          ),
    detail: listed(problems),
  };
}

/** As many as a message box holds. */
const most = 8;

function listed(problems: Answer<'bundle.import'>['problems']): Text {
  const line = (language: keyof Text): string =>
    problems
      .slice(0, most)
      .map(({ at, problem }) => (at === '' ? problem[language] : `${at}: ${problem[language]}`))
      .join('\n');
  return { zh: line('zh'), en: line('en') };
}
