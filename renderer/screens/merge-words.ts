import type { Plan } from '../../shared/plan/model.ts';
import { type ElementChange, elementChanges } from '../../shared/records/element-changes.ts';
import { factsOf, pathOfChange } from '../../shared/records/facts.ts';
import type { MergeBase } from '../../shared/records/merge-base.ts';
import { type Text, text } from '../../shared/text.ts';
import { dateTime } from '../language/say.ts';
import type { PlanSource } from '../panels/plan-sources.ts';

/** What is said of two versions that are merged. */

/** What two versions were last drawn from, as it is called within a sentence. */
export interface Since {
  readonly kind: 'one' | 'several';
  readonly called: Text;
}

/** What a version changed: `3 changes since version 4: 2 walls, 1 door`; without a base, what only it has. */
export function madeWords(counted: Text, changes: number, base: Since | null): Text {
  if (base?.kind === 'several') {
    return changes === 0
      ? text('除需选择的以外，没有别的改动', 'No change but what is to be chosen')
      : text(
          `除需选择的以外，另改动 ${changes} 处：${counted.zh}`,
          `Beside what is to be chosen, ${changes === 1 ? '1 change' : `${changes} changes`}: ${counted.en}`,
        );
  }
  const since = base?.called ?? null;
  if (since === null) {
    return changes === 0
      ? text('没有只在这一版里的图元', 'Nothing is in this one only')
      : text(`只在这一版里有、保留：${counted.zh}`, `In this one only, and kept: ${counted.en}`);
  }
  if (changes === 0) return text(`与${since.zh}相同`, `The same as ${since.en}`);
  const en = changes === 1 ? '1 change' : `${changes} changes`;
  return text(
    `${since.zh}以来改动 ${changes} 处：${counted.zh}`,
    `${en} since ${since.en}: ${counted.en}`,
  );
}

/**
 * What a version changed, but for what is contested; without a version in common, what it has and the
 * other has not.
 */
export function changesMade(base: MergeBase | null, mine: Plan, other: Plan): ElementChange[] {
  if (base) {
    return elementChanges(base.plan, mine).filter(
      (change) => !base.contested.has(pathOfChange(change)),
    );
  }
  const theirs = factsOf(other);
  return elementChanges(other, mine).filter((change) => !theirs.has(pathOfChange(change)));
}

/** Said above the questions where both versions were merged from the same ones. */
export const againWords = ({ called }: Since): Text =>
  text(
    `两边各自合并过${called.zh}。当时需要选择、而两边现在不同的地方，请再选一次，以免遗漏任何一方的决定。`,
    `Both sides merged ${called.en}, each on its own. What had to be chosen then, and is different now, is asked again, so that no decision of either is passed over.`,
  );

/** The same, with the question itself. */
export const whyAgain = text(
  '两边各自合并时都要选择的地方，现在不同',
  'Both sides had to choose here as they merged, and have it differently',
);

/** The plan beneath the merged one, as it is called on the picture. */
export const beforeWords = (since: Since | null): Text =>
  since?.kind === 'several'
    ? text('此前共同的内容', 'What both had in common')
    : text('共同的前一版', 'What both were drawn from');

export const baselessWords = (hidden: boolean): Text =>
  hidden
    ? text(
        '两个版本共同的前一版已损坏或缺失，分不清各自改了什么。相同的照旧，只在一版里有的保留，不同的请逐条选择；也可先关闭，找回那一版再合并。',
        'What both were drawn from is damaged or missing, so who changed what is not known. What is alike stands, what only one has is kept, and what differs is yours to choose. Or close this, bring that version back, and merge then.',
      )
    : text(
        '两个版本没有共同的前一版，分不清各自改了什么。相同的照旧，只在一版里有的保留，不同的请逐条选择。',
        'The two have no version in common, so who changed what is not known. What is alike stands, what only one has is kept, and what differs is yours to choose.',
      );

export function headWords({ version, called }: PlanSource, language: 'zh' | 'en'): string {
  if (!version) return '';
  const time = dateTime(version.savedAt, language);
  const isSaid = called[language].includes(time);
  const parts = [isSaid ? '' : time, isSaid ? '' : version.author, version.note];
  return parts.filter((part) => part !== '').join(' · ');
}
