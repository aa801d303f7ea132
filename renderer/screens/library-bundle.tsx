import type { Answer, BuildingSummary } from '../../shared/bridge.ts';
import { type Text, text } from '../../shared/text.ts';
import { request } from '../bridge-client.ts';
import { base64Of, bytesOf, offerFile } from './library-files.ts';
import { ProblemList } from './library-problems.tsx';

/** A building with all its versions as one file: what is said of bringing it in and taking it out. */

/** As the bridge takes it. */
const largestFile = 150_000_000;

export interface BundleChoice {
  /** Ids of those that are wanted; null for all of them. */
  readonly versions: string[] | null;
  readonly privateFacts: boolean;
}

/** Everything of the building but facts about persons, unless something else was chosen. */
export async function exportBundle(
  building: BuildingSummary,
  choice: BundleChoice = { versions: null, privateFacts: false },
) {
  const answer = await request('bundle.export', { building: building.id, ...choice });
  offerFile(answer.fileName, bytesOf(answer.base64));
  return answer.notes;
}

type Outcome =
  | { readonly done: Text }
  | { readonly warning: object }
  | { readonly refusal: object };

export async function importBundle(file: File, say: (words: Text) => string): Promise<Outcome> {
  if (file.size > largestFile) {
    const tooLarge = text(
      `文件超过 ${largestFile / 1_000_000} MB`,
      `the file is larger than ${largestFile / 1_000_000} MB`,
    );
    return { refusal: refused(file.name, [{ at: file.name, problem: tooLarge }], say) };
  }
  const answer = await request('bundle.import', { base64: await base64Of(file) });
  if (!answer.building) return { refusal: refused(file.name, answer.problems, say) };
  const words =
    answer.added === 0
      ? text('文件中的记录楼栋库都已有，没有改动。', 'The library has every record of it already.')
      : text(
          `已导入：新增 ${answer.added} 条记录，已有 ${answer.known} 条。`,
          `Imported: ${answer.added} new records, ${answer.known} were there already.`,
        );
  if (answer.problems.length === 0) return { done: words };
  return {
    warning: {
      title: say(
        answer.added === 0
          ? text('没有新增记录，部分内容无法收入', 'Nothing new; some of it could not be taken in')
          : text('已导入，但有内容未收入', 'Imported, without some of it'),
      ),
      width: 680,
      content: (
        <>
          <p>{say(words)}</p>
          <ProblemList problems={named(file.name, answer.problems)} />
        </>
      ),
      okText: say(text('知道了', 'Close')),
    },
  };
}

type Problems = Answer<'bundle.import'>['problems'];

/** What is wrong with the file as a whole goes by the file's name. */
const named = (name: string, problems: Problems): Problems =>
  problems.map(({ at, problem }) => ({ at: at || name, problem }));

const refused = (name: string, problems: Problems, say: (words: Text) => string) => ({
  title: say(text('未能导入该文件', 'The file was not imported')),
  width: 680,
  content: (
    <>
      <p>
        {say(
          text(
            `没有导入 ${name}，楼栋库未作任何改动。`,
            `${name} was not taken in; the library is unchanged.`,
          ),
        )}
      </p>
      <ProblemList problems={named(name, problems)} />
    </>
  ),
  okText: say(text('知道了', 'Close')),
});
