import type { BuildingSummary } from '../shared/bridge.ts';
import type { BuildingState } from '../shared/records/fold.ts';
import { milestoneWords } from '../shared/records/milestone-words.ts';
import { type Milestone, milestoneStages } from '../shared/records/record.ts';
import type { PlanFigures } from './plan-figures.ts';

/** How a building stands, in the words by which people look for it, of both languages. */
export interface Status {
  /** As it is shown; of the first language. */
  readonly shown: string;
  /** Whole phrases, normalised. What is searched has to begin one. */
  readonly phrases: readonly string[];
}

/** Full-width letters and digits count as plain ones. */
export const normal = (words: string): string => words.normalize('NFKC').toLowerCase();

const status = (...phrases: readonly string[]): Status => ({
  shown: phrases[0]!,
  phrases: phrases.map(normal),
});

const statuses = {
  archived: status('已归档', '归档', 'archived'),
  draft: status('有草稿', '草稿', 'has a draft', 'draft', 'unsaved'),
  unsaved: status('尚无版本', '无版本', 'no version yet'),
  diverged: status('待合并', '版本并列', '分头保存', 'to merge', 'side by side', 'diverged'),
  complete: status('全部独用', '独用', 'all self-contained', 'self-contained', 'all own', 'own'),
  incomplete: status('未全部独用', '未独用', '没有独用', 'not all self-contained', 'not own'),
  shared: status('合用', '共用', '煤卫合用', '厨卫合用', 'shared', 'sharing'),
  lacking: status('缺厨房或卫生间', '缺', '缺厨', '缺卫', '无厨卫', 'missing', 'lacking'),
  unknown: status('独用情况未知', '未知', 'unknown'),
};

export function statusesOf(
  { archived, hasDraft, lastSavedAt, complete, households, diverged }: BuildingSummary,
  state: BuildingState,
  facilities: PlanFigures['facilities'],
): readonly Status[] {
  const found: Status[] = [];
  if (archived) found.push(statuses.archived);
  if (hasDraft) found.push(statuses.draft);
  if (lastSavedAt === null) found.push(statuses.unsaved);
  if (diverged > 0) found.push(statuses.diverged);
  if (complete === null) found.push(statuses.unknown);
  else if (households > 0) {
    found.push(complete === households ? statuses.complete : statuses.incomplete);
    if (facilities.shared > 0) found.push(statuses.shared);
    if (facilities.missing > 0) found.push(statuses.lacking);
  }
  const marks = state.schemes.flatMap(({ versions }) =>
    versions.flatMap(({ milestones }) => milestones.map(markStatus)),
  );
  return [...found, ...marks];
}

/** A round of consultation is asked for in any order of its words. */
function markStatus(mark: Milestone): Status {
  const { zh, en } = milestoneWords(mark);
  const { stage, round } = mark;
  if (stage !== 'consulted' || round === null) return status(zh, en);
  const numeral = zh.replace(/^征询第(.+)轮$/, '$1');
  return status(
    zh,
    ...[numeral, `${round}`].flatMap((number) => [
      `第${number}轮征询`,
      `第${number}轮`,
      `征询第${number}轮`,
      `征询第${number}次`,
      `征询${number}轮`,
      `${number}轮征询`,
    ]),
    en,
    `consultation round ${round}`,
    `round ${round} of consultation`,
    `round ${round}`,
  );
}

/** Whether what is searched begins one of a status's phrases; Chinese is written with and without spaces. */
export const begins = ({ phrases }: Status, words: string): boolean => {
  const close = words.replaceAll(' ', '');
  return phrases.some((phrase) => phrase.startsWith(words) || phrase.startsWith(close));
};

const mostRounds = 20;
/** Everything that a building may be. */
const vocabulary: readonly Status[] = [
  ...Object.values(statuses),
  ...milestoneStages.flatMap((stage) =>
    stage === 'consulted'
      ? Array.from({ length: mostRounds }, (_, index) => markStatus({ stage, round: index + 1 }))
      : [markStatus({ stage, round: null })],
  ),
];

/** Words one by one, but those that together begin a status as one: `not own`, `consultation round 2`. */
export function phrasesOf(words: readonly string[]): string[] {
  const phrases: string[] = [];
  for (let from = 0; from < words.length; ) {
    let to = words.length;
    const run = (): string => words.slice(from, to).join(' ');
    while (to > from + 1 && !vocabulary.some((one) => begins(one, run()))) to -= 1;
    phrases.push(run());
    from = to;
  }
  return phrases;
}
