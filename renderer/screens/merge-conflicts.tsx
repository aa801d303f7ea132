import { Radio } from 'antd';
import type { Plan } from '../../shared/plan/model.ts';
import { findingChanges } from '../../shared/records/compare.ts';
import { type Conflict, mergePlans, type Side } from '../../shared/records/merge.ts';
import { check } from '../../shared/rules/check.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { Profile } from '../../shared/rules/profile.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { SeverityMark } from '../panels/severity-mark.tsx';

/** What both versions changed, to be chosen: in the list, and on the plan. */

export const sides = ['ours', 'theirs'] as const satisfies readonly Side[];

/** What each side has, and what the rules say only if it is taken. */
export interface Choice {
  readonly conflict: Conflict;
  /** From 1, in the list and on the plan. */
  readonly number: number;
  readonly sayings: Readonly<Record<Side, readonly Text[]>>;
  readonly brought: Brought;
}
export type Brought = Readonly<Record<Side, readonly Finding[]>>;
export const nothingBrought: Brought = { ours: [], theirs: [] };

/** Conflicts for which both outcomes are worked out: each takes a whole check, twice. */
const mostForeseen = 12;

/** What the rules say only if one side of a conflict is taken, by conflict. */
export function foreseen(
  { base, ours, theirs }: Readonly<Record<'base' | Side, Plan>>,
  conflicts: readonly Conflict[],
  choices: ReadonlyMap<string, Side>,
  profile: Profile,
): ReadonlyMap<string, Brought> {
  return new Map(
    conflicts.slice(0, mostForeseen).map(({ id }) => {
      const found = (side: Side) =>
        check(mergePlans(base, ours, theirs, new Map(choices).set(id, side)).plan, profile);
      const [one, other] = [found('ours'), found('theirs')];
      return [
        id,
        { ours: findingChanges(other, one).gained, theirs: findingChanges(one, other).gained },
      ];
    }),
  );
}

export function ConflictEntry(props: {
  readonly choice: Choice;
  readonly names: Readonly<Record<Side, Text>>;
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
  /** Findings shown of each; all of them without it. */
  readonly most?: number;
  onChoose(side: Side): void;
}) {
  const { choice, names } = props;
  const { conflict, sayings, brought } = choice;
  const say = useSay();
  return (
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
              <li className="compare-loss">{say(moreWords(brought[side].length - props.most))}</li>
            ) : null}
          </ul>
        </Radio>
      ))}
    </Radio.Group>
  );
}

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
