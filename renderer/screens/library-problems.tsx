import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '../../shared/bridge.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';

/** What is wrong, each with the place where it is. */
export function ProblemList<P extends Problem>(props: {
  readonly problems: readonly P[];
  /** What can be done about one of them. */
  readonly actionOf?: (problem: P) => ReactNode;
}) {
  const say = useSay();
  return (
    <ul className="problem-list">
      {props.problems.map((problem) => (
        <li key={`${problem.at} ${problem.problem.en}`}>
          {problem.at ? <code>{problem.at}</code> : null}
          <span>
            {say(problem.problem)} {props.actionOf?.(problem)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Damaged records: said quietly, with the details for whoever wants them. */
export function ProblemBanner<P extends Problem>(props: {
  readonly problems: readonly P[];
  readonly title: Text;
  readonly action?: ReactNode;
  readonly actionOf?: (problem: P) => ReactNode;
}) {
  const say = useSay();
  if (props.problems.length === 0) return null;
  return (
    <Alert
      className="problem-banner"
      type="warning"
      showIcon
      action={props.action}
      title={
        <details>
          <summary>
            {say(props.title)} {say(text('查看详情', 'Details'))} ({props.problems.length})
          </summary>
          <ProblemList
            problems={props.problems}
            {...(props.actionOf ? { actionOf: props.actionOf } : {})}
          />
        </details>
      }
    />
  );
}

/** The library that is listed could not be read again: a share is gone, or the folder was moved. */
export function ReadFailure(props: { readonly failure: Text; readonly onRetry: () => void }) {
  const say = useSay();
  return (
    <Alert
      className="problem-banner"
      type="error"
      showIcon
      action={<Button onClick={props.onRetry}>{say(text('重试', 'Try again'))}</Button>}
      title={say(props.failure)}
    />
  );
}
