import { useState } from 'react';
import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import type { ElementChange } from '../../shared/records/element-changes.ts';
import type { Side } from '../../shared/records/merge.ts';
import type { Text } from '../../shared/text.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import type { PlanSource } from '../panels/plan-sources.ts';
import { ElementsList } from './compare-lists.tsx';
import { SideMark } from './merge-conflicts.tsx';
import { headWords } from './merge-words.ts';

/** Changes that are shown without being asked for. */
const mostShown = 4;

/** One of the two versions that are merged: what it is called, and what it changed, in words. */
export function MergeHead(props: {
  readonly side: Side;
  readonly source: PlanSource;
  /** Null where the two have no common past: what only this one has is told. */
  readonly base: Plan | null;
  readonly mine: Plan;
  readonly other: Plan;
  readonly changes: readonly ElementChange[];
  /** The changes in a few words. */
  readonly made: Text;
  onStorey(storey: StoreyId): void;
}) {
  const { side, source, base, mine, other, changes, made } = props;
  const say = useSay();
  const { language } = useLanguage();
  const [isOpen, setOpen] = useState(changes.length <= mostShown);
  return (
    <div className="merge-head">
      <SideMark side={side} />
      <strong>{say(source.called)}</strong>{' '}
      <span className="quiet">{headWords(source, language)}</span>
      {changes.length === 0 ? (
        <div>{say(made)}</div>
      ) : (
        <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{say(made)}</summary>
          {isOpen ? (
            <ElementsList
              changes={changes}
              before={base ?? other}
              after={mine}
              onChoose={({ storey }) => storey && props.onStorey(storey)}
            />
          ) : null}
        </details>
      )}
    </div>
  );
}
