import { text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { unbroken } from '../language/say.ts';
import { severeGroundsOf } from '../panels/finding-grounds.ts';
import { SeverityMark } from '../panels/severity-mark.tsx';
import type { Foresight } from './use-foresight.ts';

/** What the rules find in the merged plan, as it is chosen by now, and in neither of the two. */
export function MergeFindings(props: {
  readonly foresight: Foresight;
  /** Something is still to be chosen: the first version stands in for it. */
  readonly isOpen: boolean;
}) {
  const { gained, failed } = props.foresight;
  const say = useSay();
  return (
    <>
      <h3>{say(text('合并带来的新问题', 'Findings that the merge brings'))}</h3>
      {props.isOpen ? (
        <p className="quiet">
          {say(
            text(
              '未选择的各处暂按第一个版本计，全部选择后才是最后结果。',
              'Where nothing is chosen yet, the first version stands in; the last word is said when all is chosen.',
            ),
          )}
        </p>
      ) : null}
      {gained === null ? (
        <p className="quiet" role="status">
          {say(
            failed
              ? text(
                  '未能检查，保存后请看“问题”面板。',
                  'They could not be checked; see "Findings" after saving.',
                )
              : text('正在检查…', 'Being checked…'),
          )}
        </p>
      ) : gained.length === 0 ? (
        <p className="quiet" role="status">
          {say(
            text(
              '没有：合并后的问题在两个版本里都已列出。',
              'None: what is found in the merged plan is found in one of the two.',
            ),
          )}
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
