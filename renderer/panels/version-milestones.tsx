import { CheckOutlined, FlagOutlined } from '@ant-design/icons';
import { Button, Dropdown, Tag } from 'antd';
import { useState } from 'react';
import type { VersionSummary } from '../../shared/bridge.ts';
import { milestoneWords } from '../../shared/records/milestone-words.ts';
import { type Milestone, milestoneStages } from '../../shared/records/record.ts';
import { type Text, text } from '../../shared/text.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { dateTime } from '../language/say.ts';
import { SignDialog, useSigning } from './author-field.tsx';

/** What a version stands for: the second round of consultation, the approved one, the signed one. */

type Marks = VersionSummary['milestones'];

export function MilestoneTags({ milestones }: { readonly milestones: Marks }) {
  const say = useSay();
  const { language } = useLanguage();
  if (milestones.length === 0) return null;
  return (
    <div className="timeline-marks">
      {milestones.map((mark) => (
        <Tag
          key={keyOf(mark)}
          color="blue"
          variant="outlined"
          icon={<FlagOutlined aria-hidden />}
          title={[dateTime(mark.at, language), mark.by].filter(Boolean).join(' · ')}
        >
          {say(milestoneWords(mark))}
        </Tag>
      ))}
    </div>
  );
}

/** Rounds offered without anybody having asked for more. */
const usualRounds = 3;

/** Three rounds of consultation, and one more than there have been. */
function offered(milestones: Marks): Milestone[] {
  const last = Math.max(0, ...milestones.map(({ round }) => round ?? 0));
  const rounds = Math.min(99, Math.max(usualRounds, last + 1));
  return milestoneStages.flatMap((stage): Milestone[] =>
    stage === 'consulted'
      ? Array.from({ length: rounds }, (_, index) => ({ stage, round: index + 1 }))
      : [{ stage, round: null }],
  );
}

const keyOf = ({ stage, round }: Milestone): string => `${stage} ${round}`;

/**
 * Marks with one click, and takes the mark back with another; both stay on record with a name, which
 * the menu says, and which is asked for the first time.
 */
export function MarkButton(props: {
  readonly milestones: Marks;
  /** The version's. */
  readonly name: Text;
  /** Why nothing can be marked; null where it can. */
  readonly refused: Text | null;
  onMark(milestone: Milestone, withdrawn: boolean): void;
}) {
  const say = useSay();
  const { name } = props;
  const marked = new Set(props.milestones.map(keyOf));
  const choices = offered(props.milestones);
  const { author, isUnasked } = useSigning();
  /** What is asked for a name: a mark that waits for it, or the name itself. */
  const [asking, setAsking] = useState<Milestone | 'name' | null>(null);
  const carryOut = (mark: Milestone): void => props.onMark(mark, marked.has(keyOf(mark)));
  const signature =
    author === ''
      ? text('未署名，设置署名…', 'No author name: set it…')
      : text(`署名：${author}，更改…`, `Author: ${author}, change…`);
  const menu = (
    <Dropdown
      trigger={['click']}
      disabled={props.refused !== null}
      menu={{
        items: [
          ...choices.map((mark) => ({
            key: keyOf(mark),
            label: say(milestoneWords(mark)),
            icon: marked.has(keyOf(mark)) ? (
              <CheckOutlined aria-hidden />
            ) : (
              <span className="mark-gap" />
            ),
          })),
          { type: 'divider' },
          { key: 'author', label: say(signature), icon: <span className="mark-gap" /> },
        ],
        onClick: ({ key }) => {
          const chosen = choices.find((mark) => keyOf(mark) === key);
          if (!chosen || isUnasked) setAsking(chosen ?? 'name');
          else carryOut(chosen);
        },
      }}
    >
      <Button
        icon={<FlagOutlined />}
        disabled={props.refused !== null}
        title={props.refused ? say(props.refused) : undefined}
        aria-label={say(text(`标记${name.zh}`, `Mark ${name.en.toLocaleLowerCase()}`))}
      >
        {say(text('标记', 'Mark'))}
      </Button>
    </Dropdown>
  );
  return (
    <>
      {menu}
      {asking ? (
        <SignDialog
          onClose={() => setAsking(null)}
          onSigned={() => {
            if (asking !== 'name') carryOut(asking);
          }}
        />
      ) : null}
    </>
  );
}
