import type { ElementChange } from '../../shared/records/element-changes.ts';
import { type Text, text } from '../../shared/text.ts';
import { changeMarks } from '../canvas/paint-comparison.ts';
import { useSay } from '../language/language.tsx';

/** What the marks on a picture of changes mean: of those that are on it. */
export function CompareLegend({ changes }: { readonly changes: readonly ElementChange[] }) {
  const say = useSay();
  const there = new Set(changes.filter(isDrawn).map(({ change }) => change));
  return (
    <ul className="compare-legend">
      {marks
        .filter((change) => there.has(change))
        .map((change) => (
          <li key={change}>
            <svg width="26" height="10" aria-hidden="true">
              <line
                x1="1"
                y1="5"
                x2="25"
                y2="5"
                stroke={changeMarks[change].colour}
                strokeWidth="2.5"
                strokeDasharray={changeMarks[change].dash.join(' ')}
              />
            </svg>
            {say(markWords[change])}
          </li>
        ))}
    </ul>
  );
}

/** Rooms, people and facts of the plan are told in words only. */
const isDrawn = ({ kind }: ElementChange): boolean =>
  ['wall', 'opening', 'fixture', 'riser', 'joint', 'dimension', 'note'].includes(kind);

const markWords: Readonly<Record<ElementChange['change'], Text>> = {
  added: text('新增', 'Added'),
  demolished: text('拆除', 'Demolished'),
  kept: text('改为保留', 'Kept after all'),
  removed: text('删除', 'Deleted'),
  moved: text('移动', 'Moved'),
  changed: text('修改', 'Changed'),
};
const marks = Object.keys(markWords) as (keyof typeof markWords)[];
