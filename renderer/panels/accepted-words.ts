import { doorWords } from '../../shared/plan/door-words.ts';
import type { Accepted } from '../../shared/rules/accepted.ts';
import type { Standing } from '../../shared/rules/derogation.ts';
import { type Text, text } from '../../shared/text.ts';

/** How a warning stands that somebody accepted. */
interface Told extends Pick<Accepted, 'by' | 'reason' | 'measured'> {
  readonly state: Standing['state'];
  /** As the reader writes it. */
  readonly when: string;
  /** How far it holds; null where it has no number. */
  readonly limit: Text | null;
  /** Doors of the households that it was not about then. */
  readonly others?: readonly string[] | undefined;
}

/**
 * Who accepted it, when and why; and where it is open again, in a sentence of its own what changed: the
 * reason of then is not what is to be done now.
 */
export function acceptedWords({ state, by, reason, measured, when, limit, others }: Told): Text {
  const [zh, en] = limit ? [`；${limit.zh}`, `; ${limit.en}`] : ['', ''];
  if (state === 'accepted') {
    return text(
      `已接受（${by}，${when}）：${reason}${zh}`,
      `Accepted (${by}, ${when}): ${reason}${en}`,
    );
  }
  const since = sinceWords(measured, others);
  return text(
    `${since.zh}，需要重新处理。曾由${by}于 ${when} 接受，理由：${reason}${zh}`,
    `${since.en}: to be dealt with again. ${by} accepted it on ${when}, because: ${reason}${en}`,
  );
}

function sinceWords(measured: Told['measured'], others: Told['others']): Text {
  if (!others) {
    return measured
      ? text('现在比接受时更差', 'It is worse than when it was accepted')
      : text('现在与接受时不同', 'It is not what was accepted any more');
  }
  const whose = doorWords(others);
  return text(
    `现在还涉及${whose.zh}，接受时没有涉及`,
    `It is now also about ${whose.en}, which it was not when it was accepted`,
  );
}
