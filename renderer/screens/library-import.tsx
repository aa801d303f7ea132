import type { Answer } from '../../shared/bridge.ts';
import { type Text, text } from '../../shared/text.ts';
import { ProblemList } from './library-problems.tsx';

/** What is said of a file that was not taken in: what is wrong where, and what can be done. */
export const refusedImport = (
  name: string,
  { problems, mendable }: Answer<'building.import'>,
  say: (words: Text) => string,
) => ({
  title: say(text('未能导入该文件', 'The file was not imported')),
  width: 680,
  content: (
    <>
      <p>
        {say(
          text(
            `${name} 有 ${problems.length} 处问题，楼栋库未作任何改动。`,
            `${name} was not taken in; the library is unchanged. Problems: ${problems.length}.`,
          ),
        )}
      </p>
      {mendable ? (
        <p>
          {say(
            text(
              '问题只涉及个别构件：可以先导入为草稿，有误的构件会在图上标出，并在“问题”中逐处改正。',
              'Only single elements are wrong: it can be imported as a draft, with those elements marked on the plan and listed in Findings to be mended.',
            ),
          )}
        </p>
      ) : null}
      <ProblemList problems={problems} />
    </>
  ),
});
