import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import type { Problem, RecordProblem } from '../../shared/bridge.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText, request } from '../bridge-client.ts';
import { useSay } from '../language/language.tsx';
import { ProblemList } from './library-problems.tsx';

/** Buildings of which a record is named among the library's problems, as `building_1/versions/…`. */
export const buildingsWithFaults = (problems: readonly Problem[]): BuildingId[] => [
  ...new Set(
    problems.flatMap(({ at }) => {
      const [building = '', folder] = at.split('/');
      return folder === 'versions' || folder === 'log' ? [building as BuildingId] : [];
    }),
  ),
];

/** Those about records of the building itself that are hurt or of no use; a draft is none. */
export const faultsOf = (problems: readonly RecordProblem[]): readonly RecordProblem[] =>
  troubles(problems).filter(({ at }) => /^(versions|log)(\/|$)/.test(at));

/** Those whose files are there, so that they can be copied. */
export const damagedOf = (problems: readonly RecordProblem[]): readonly RecordProblem[] =>
  troubles(problems).filter(({ fault }) => fault !== 'gone');

/** What somebody has to look after: neither a stray file nor what a newer program wrote. */
export const troubles = (problems: readonly RecordProblem[]): readonly RecordProblem[] =>
  problems.filter(({ fault }) => fault !== 'stray' && fault !== 'newer');

/** The records of a newer version of the program, each once. */
export const newerRecords = (problems: readonly RecordProblem[]): readonly string[] => [
  ...new Set(
    problems.flatMap(({ at, fault }) => (fault === 'newer' ? [at.split(':')[0] ?? ''] : [])),
  ),
];

export const newerWords = (records: number): Text =>
  text(
    `有 ${records} 条记录由更新版本的独用写成，原样保留，没有丢失；升级后即可查看。`,
    records === 1
      ? 'One record was written by a newer version of Duyong. It is kept as it is and nothing is lost: update to see it.'
      : `${records} records were written by a newer version of Duyong. They are kept as they are and nothing is lost: update to see them.`,
  );

/** Says so where a building or the library is listed. */
export function NewerBanner({ problems }: { readonly problems: readonly RecordProblem[] }) {
  const say = useSay();
  const records = newerRecords(problems).length;
  if (records === 0) return null;
  return <Alert className="problem-banner" type="info" showIcon title={say(newerWords(records))} />;
}

/** Copies what is damaged to `damaged/` of its building, and says where; the files stay as they are. */
export function CopyDamagedButton({ buildings }: { readonly buildings: readonly BuildingId[] }) {
  const say = useSay();
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  if (buildings.length === 0) return null;
  const copy = async () => {
    setBusy(true);
    const copies: string[] = [];
    const problems: Problem[] = [];
    try {
      for (const building of buildings) {
        const answer = await request('building.copy-damaged', { building });
        copies.push(...answer.copies);
        problems.push(
          ...answer.problems.map((each) => ({ ...each, at: `${building}/${each.at}` })),
        );
      }
      modal.info({
        title: say(titleOf(copies.length)),
        width: 680,
        content: (
          <>
            <p>
              {say(
                text(
                  '原文件没有改动。请从备份中找回完好的文件，放回原处。',
                  'The files themselves are as they were. Bring sound ones back from a backup and put them in their place.',
                ),
              )}
            </p>
            {copies.map((place) => (
              <p key={place}>
                <code>{place}</code>
              </p>
            ))}
            {problems.length > 0 ? <ProblemList problems={problems} /> : null}
          </>
        ),
        okText: say(text('知道了', 'Close')),
      });
    } catch (error) {
      message.error(say(failureText(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="small" loading={busy} onClick={() => void copy()}>
      {say(text('复制损坏的文件…', 'Copy the damaged files…'))}
    </Button>
  );
}

const titleOf = (copies: number): Text =>
  copies === 0
    ? text('没有损坏的文件可以复制', 'There is no damaged file to copy')
    : text(
        `已把 ${copies} 个损坏的文件复制到 damaged 文件夹`,
        copies === 1
          ? 'One damaged file was copied to the folder "damaged"'
          : `${copies} damaged files were copied to the folder "damaged"`,
      );
