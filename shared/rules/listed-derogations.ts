import { type Text, text } from '../text.ts';
import { type Accepted, standings } from './derogation.ts';
import { limitWords } from './derogation-limit.ts';
import type { Finding } from './finding.ts';
import { rules } from './rules.ts';

/** An acceptance as reports list it: `gone` where the plan has no such warning any more. */
export interface ListedDerogation extends Accepted {
  readonly state: 'accepted' | 'reopened' | 'gone';
  /** Whose homes it is about; nobody's where it is gone. */
  readonly households: Finding['households'];
  /** What the finding says, or the title of its rule where it is gone. */
  readonly about: Text;
  /** How far it holds; null where there is no number. */
  readonly limit: Text | null;
}

/** Every acceptance in its order, whether it still stands or not: a report hides none. */
export function listedDerogations(
  findings: readonly Finding[],
  derogations: readonly Accepted[],
): readonly ListedDerogation[] {
  const found = standings(findings, derogations);
  const known = new Map(findings.map((finding) => [finding.id, finding]));
  return derogations.map((one) => {
    const finding = known.get(one.finding);
    return {
      ...one,
      state: found.get(one.finding)?.state ?? 'gone',
      households: finding?.households ?? [],
      about: finding?.text ?? titleOf(one.finding),
      limit: limitWords(one),
    };
  });
}

function titleOf(finding: string): Text {
  const rule = rules.find(({ id }) => finding.startsWith(`${id}/`));
  return rule?.title ?? text(finding, finding);
}

export const derogationStates: Readonly<Record<ListedDerogation['state'], Text>> = {
  accepted: text('已接受', 'Accepted'),
  reopened: text('数值已变差，重新提示', 'Worse since, open again'),
  gone: text('问题已不存在', 'No longer found'),
};

/** Who, when, why and how far, in one line; `when` as the reader writes a day. */
export function derogationWords(
  { state, by, reason, limit }: ListedDerogation,
  when: string,
): Text {
  const word = derogationStates[state];
  const [zh, en] = limit ? [`；${limit.zh}`, `; ${limit.en}`] : ['', ''];
  return text(
    `${word.zh}（${by}，${when}）：${reason}${zh}`,
    `${word.en} (${by}, ${when}): ${reason}${en}`,
  );
}
