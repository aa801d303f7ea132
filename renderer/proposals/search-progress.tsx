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

/** A search that was stopped: how far it had come, what that is worth, and the way to begin anew. */
export function SearchStopped(props: {
  /** What it was at, as a progress says it. */
  readonly words: Text;
  /** 0 to 1, of that. */
  readonly share: number;
  /** Something was found by then, which stays on the screen. */
  readonly hasFound: boolean;
  onAgain(): void;
}) {
  const say = useSay();
  const percent = Math.floor(100 * props.share);
  const outcome = props.hasFound ? bestSoFar : nothingYet;
  return (
    <div className="proposal-stopped">
      <p className="property-note" role="status">
        {say(
          text(
            `已停止：${props.words.zh}完成 ${percent}%。${outcome.zh}`,
            `Stopped: ${props.words.en}, ${percent} % done. ${outcome.en}`,
          ),
        )}
      </p>
      <Button size="small" onClick={props.onAgain}>
        {say(text('重新求方案', 'Find again'))}
      </Button>
    </div>
  );
}

const bestSoFar = text(
  '以下是停止前找到的，未试完，不一定最好。',
  'What had been found by then is below; not all was tried, so it may not be the best.',
);
const nothingYet = text(
  '停止前没有找到方案，也不能说明不可行。',
  'Nothing had been found by then, which does not mean that it is impossible.',
);

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
