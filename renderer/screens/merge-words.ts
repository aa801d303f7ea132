import type { Plan } from '../../shared/plan/model.ts';
import { type ElementChange, elementChanges } from '../../shared/records/element-changes.ts';
import { factsOf, pathOfChange } from '../../shared/records/facts.ts';
import { type Text, text } from '../../shared/text.ts';
import { dateTime } from '../language/say.ts';
import type { PlanSource } from '../panels/plan-sources.ts';

/** What is said of two versions that are merged. */

/** What a version changed: `3 changes since version 4: 2 walls, 1 door`; without a base, what only it has. */
export function madeWords(counted: Text, changes: number, since: Text | null): Text {
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

/** What a version changed; without a version in common, what it has and the other has not. */
export function changesMade(base: Plan | null, mine: Plan, other: Plan): ElementChange[] {
  if (base) return elementChanges(base, mine);
  const theirs = factsOf(other);
  return elementChanges(other, mine).filter((change) => !theirs.has(pathOfChange(change)));
}

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
