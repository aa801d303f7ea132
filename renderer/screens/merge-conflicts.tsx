import { Button, Progress, Radio } from 'antd';
import { memo } from 'react';
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
  /** Why it is asked, where it is not that both changed it. */
  readonly why: Text | null;
  /** It takes a check of the whole plan, which may have to be awaited, or may have failed. */
  readonly brought: Brought | 'awaited' | 'failed';
}
const nothingBrought: Brought = { ours: [], theirs: [] };

/** Conflicts as they are listed, from 1, with what each choice says and brings. */
export const choicesOf = (
  conflicts: readonly Conflict[],
  sayings: (conflict: Conflict) => Choice['sayings'],
  foresight: Pick<Foresight, 'brought' | 'failed'>,
  why: (conflict: Conflict) => Text | null = () => null,
): Choice[] =>
  conflicts.map((conflict, index) => ({
    conflict,
    number: index + 1,
    sayings: sayings(conflict),
    why: why(conflict),
    brought: foresight.brought.get(conflict.id) ?? (foresight.failed ? 'failed' : 'awaited'),
  }));

interface EntryProps {
  readonly choice: Choice;
  readonly names: Readonly<Record<Side, Text>>;
  readonly made?: Made | undefined;
  readonly isActive: boolean;
  onChoose(id: string, side: Side): void;
  /** It is looked at: shown on the plan. */
  onLook(id: string): void;
}

/** There may be hundreds of them: only those are drawn anew of which something else is known. */
export const ConflictEntry = memo(function ConflictEntry(props: EntryProps) {
  const { choice, onChoose, onLook, isActive } = props;
  const { id } = choice.conflict;
  return (
    <li
      className={isActive ? 'merge-entry merge-active' : 'merge-entry'}
      onPointerEnter={() => onLook(id)}
    >
      <span className="merge-number" aria-hidden="true">
        {choice.number}
      </span>
      <Sides
        choice={choice}
        names={props.names}
        made={props.made}
        onChoose={(side) => onChoose(id, side)}
      />
    </li>
  );
}, isSameEntry);

function isSameEntry({ choice: one, ...was }: EntryProps, { choice: other, ...is }: EntryProps) {
  return (
    one.conflict.id === other.conflict.id &&
    one.conflict.settled === other.conflict.settled &&
    one.conflict.chosen === other.conflict.chosen &&
    one.number === other.number &&
    one.sayings === other.sayings &&
    one.brought === other.brought &&
    (Object.keys(is) as (keyof typeof is)[]).every((field) => was[field] === is[field])
  );
}

/** Takes one version for all that is still open, where going through them one by one is much. */
export function ChooseRest(props: {
  readonly names: Readonly<Record<Side, Text>>;
  onChoose(side: Side): void;
}) {
  const say = useSay();
  return (
    <div className="merge-rest">
      <span>{say(text('其余都用：', 'For all the rest, take:'))}</span>
      {sides.map((side) => (
        <Button key={side} size="small" onClick={() => props.onChoose(side)}>
          <SideMark side={side} />
          {say(props.names[side])}
        </Button>
      ))}
    </div>
  );
}

/** How far the checks of all choices are, where they take a while. */
export function CheckProgress({ choices }: { readonly choices: readonly Choice[] }) {
  const say = useSay();
  const known = choices.filter(({ brought }) => brought !== 'awaited').length;
  if (known === choices.length || choices.length < manyChoices) return null;
  return (
    <Progress
      size="small"
      percent={Math.floor((100 * known) / choices.length)}
      format={() =>
        say(text(`已检查 ${known} / ${choices.length}`, `${known} of ${choices.length} checked`))
      }
      aria-label={say(text('正在检查各选项', 'Checking what each choice brings'))}
    />
  );
}

/** From so many on their check is shown as a bar. */
const manyChoices = 8;

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
      {choice.why ? <p className="quiet merge-why">{say(choice.why)}</p> : null}
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
