import { Button, Progress } from 'antd';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';

/** How far a search for proposals is, with the button that gives it up. */
export function SearchProgress(props: {
  /** 0 to 1. */
  readonly share: number;
  readonly words: Text;
  onStop(): void;
}) {
  const say = useSay();
  return (
    <div className="proposal-progress">
      <Progress
        percent={Math.round(props.share * 100)}
        size="small"
        showInfo={false}
        aria-label={say(text('求方案进度', 'Progress'))}
      />
      <span>{say(props.words)}</span>
      <Button size="small" onClick={props.onStop}>
        {say(text('停止', 'Stop'))}
      </Button>
    </div>
  );
}

/** A search broke down: what is left to do. */
export function SearchFailed() {
  const say = useSay();
  return (
    <p className="property-refusal" role="alert">
      {say(
        text(
          '求方案出错，图面没有改动。可仍按手工分隔。',
          'The search failed; nothing was changed. Divide by hand instead.',
        ),
      )}
    </p>
  );
}
