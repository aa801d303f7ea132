import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { unbroken } from '../language/say.ts';
import { severeGroundsOf } from '../panels/finding-grounds.ts';
import { SeverityMark } from '../panels/severity-mark.tsx';
import type { Foresight } from './use-foresight.ts';

interface FindingsWords {
  readonly title: Text;
  /** Something is still to be chosen. */
  readonly open: Text;
  readonly none: Text;
  readonly failed: Text;
}

export const mergeFindingsWords: FindingsWords = {
  title: text('合并带来的新问题', 'Findings that the merge brings'),
  open: text(
    '未选择的各处暂按第一个版本计，全部选择后才是最后结果。',
    'Where nothing is chosen yet, the first version stands in; the last word is said when all is chosen.',
  ),
  none: text(
    '没有：合并后的问题在两个版本里都已列出。',
    'None: what is found in the merged plan is found in one of the two.',
  ),
  failed: text(
    '未能检查，保存后请看“问题”面板。',
    'They could not be checked; see "Findings" after saving.',
  ),
};

export const surveyFindingsWords: FindingsWords = {
  title: text('采用更正带来的新问题', 'Findings that the correction brings'),
  open: text(
    '未选择的各处暂按本方案计，全部选择后才是最后结果。',
    'Where nothing is chosen yet, this scheme stands in; the last word is said when all is chosen.',
  ),
  none: text('没有：本方案的问题不增加。', 'None: this scheme has no more of them than before.'),
  failed: text(
    '未能检查，采用后请看“问题”面板。',
    'They could not be checked; see "Findings" once it is taken over.',
  ),
};

/** What the rules find in the merged plan, as it is chosen by now, and not in what was before. */
export function MergeFindings(props: {
  readonly foresight: Foresight;
  readonly words: FindingsWords;
  /** Something is still to be chosen: the first version stands in for it. */
  readonly isOpen: boolean;
}) {
  const { words } = props;
  const { gained, failed } = props.foresight;
  const say = useSay();
  return (
    <>
      <h3>{say(words.title)}</h3>
      {props.isOpen ? <p className="quiet">{say(words.open)}</p> : null}
      {gained === null ? (
        <p className="quiet" role="status">
          {say(failed ? words.failed : text('正在检查…', 'Being checked…'))}
        </p>
      ) : gained.length === 0 ? (
        <p className="quiet" role="status">
          {say(words.none)}
        </p>
      ) : (
        <ul className="compare-list">
          {gained.map((finding) => (
            <li key={finding.id}>
              <SeverityMark severity={finding.severity} /> {unbroken(say(finding.text))}
              <div className="quiet">{unbroken(say(severeGroundsOf(finding)))}</div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
