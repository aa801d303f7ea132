import { Radio } from 'antd';
import type { Conflict, Side } from '../../shared/records/merge.ts';
import { type Text, text } from '../../shared/text.ts';
import type { Brought } from '../editor/merge-foresight.ts';
import { useSay } from '../language/language.tsx';
import { SeverityMark } from '../panels/severity-mark.tsx';
import type { Foresight } from './use-foresight.ts';

/** What both versions changed, to be chosen: in the list, and on the plan. */

export const sides = ['ours', 'theirs'] as const satisfies readonly Side[];

/** What each version changed in all, in a few words: two of them may be called almost alike. */
export type Made = Readonly<Record<Side, Text>>;

/** What each side has, and what the rules say only if it is taken. */
export interface Choice {
  readonly conflict: Conflict;
  /** From 1, in the list and on the plan. */
  readonly number: number;
  readonly sayings: Readonly<Record<Side, readonly Text[]>>;
  /** It takes a check of the whole plan, which may have to be awaited, or may have failed. */
  readonly brought: Brought | 'awaited' | 'failed';
}
const nothingBrought: Brought = { ours: [], theirs: [] };

/** Conflicts as they are listed, from 1, with what each choice says and brings. */
export const choicesOf = (
  conflicts: readonly Conflict[],
  sayings: (conflict: Conflict) => Choice['sayings'],
  foresight: Pick<Foresight, 'brought' | 'failed'>,
): Choice[] =>
  conflicts.map((conflict, index) => ({
    conflict,
    number: index + 1,
    sayings: sayings(conflict),
    brought: foresight.brought.get(conflict.id) ?? (foresight.failed ? 'failed' : 'awaited'),
  }));

export function ConflictEntry(props: {
  readonly choice: Choice;
  readonly names: Readonly<Record<Side, Text>>;
  readonly made?: Made | undefined;
  readonly isActive?: boolean;
  onChoose(side: Side): void;
  /** It is looked at: shown on the plan. */
  onLook?(): void;
}) {
  const { number } = props.choice;
  return (
    <li
      className={props.isActive ? 'merge-entry merge-active' : 'merge-entry'}
      onPointerEnter={props.onLook}
    >
      <span className="merge-number" aria-hidden="true">
        {number}
      </span>
      <Sides {...props} />
    </li>
  );
}

/** Both ways, each with what the rules say only if it is taken. */
export function Sides(props: {
  readonly choice: Choice;
  readonly names: Readonly<Record<Side, Text>>;
  readonly made?: Made | undefined;
  /** Findings shown of each; all of them without it. */
  readonly most?: number;
  onChoose(side: Side): void;
}) {
  const { choice, names } = props;
  const { conflict, sayings } = choice;
  const brought = typeof choice.brought === 'string' ? nothingBrought : choice.brought;
  const say = useSay();
  return (
    <div>
      <Radio.Group
        value={conflict.settled ? conflict.chosen : null}
        onChange={(event) => props.onChoose(event.target.value as Side)}
        className="merge-choice"
      >
        {sides.map((side) => (
          <Radio key={side} value={side}>
            <span className="merge-name">
              <SideMark side={side} />
              <strong>{say(names[side])}</strong>
            </span>
            {props.made ? <span className="quiet merge-made">{say(props.made[side])}</span> : null}
            <ul>
              {sayings[side].map((saying) => (
                <li key={saying.en}>{say(saying)}</li>
              ))}
              {brought[side].slice(0, props.most).map(({ id, severity, text: said }) => (
                <li key={id} className="compare-loss">
                  <SeverityMark severity={severity} /> {say(said)}
                </li>
              ))}
              {props.most !== undefined && brought[side].length > props.most ? (
                <li className="compare-loss">
                  {say(moreWords(brought[side].length - props.most))}
                </li>
              ) : null}
            </ul>
          </Radio>
        ))}
      </Radio.Group>
      {typeof choice.brought === 'string' ? (
        <p className="quiet merge-awaited">{say(broughtWords[choice.brought])}</p>
      ) : null}
    </div>
  );
}

const broughtWords = {
  awaited: text('各选项带来的问题：正在检查…', 'What each choice brings: being checked…'),
  failed: text(
    '各选项带来的问题未能检查，完成后请看“问题”面板',
    'What each choice brings could not be checked; see "Findings" afterwards',
  ),
} as const;

const moreWords = (findings: number): Text =>
  text(
    `还有 ${findings} 个问题，见右侧`,
    findings === 1
      ? 'and one more finding, listed beside'
      : `and ${findings} more findings, listed beside`,
  );

/** How a version's way is drawn on the plan: a colour, and dashes that a black-and-white print keeps. */
export const sideMarks = {
  ours: { colour: '#1a5aa8', dash: [] },
  theirs: { colour: '#b4490a', dash: [6, 4] },
} as const satisfies Record<Side, { readonly colour: string; readonly dash: readonly number[] }>;

export function SideMark({ side }: { readonly side: Side }) {
  const { colour, dash } = sideMarks[side];
  return (
    <svg width="22" height="10" aria-hidden="true" className="merge-mark">
      <line
        x1="1"
        y1="5"
        x2="21"
        y2="5"
        stroke={colour}
        strokeWidth="2.5"
        strokeDasharray={dash.join(' ')}
      />
    </svg>
  );
}
