import { amountsOf } from '../../shared/rules/amount.ts';
import { type Finding, severityWords } from '../../shared/rules/finding.ts';
import { sourceWords } from '../../shared/rules/own-numbers.ts';
import { type Text, text } from '../../shared/text.ts';
import { ruleWords } from './finding-groups.ts';

/**
 * What a finding rests on, in one line: its rule, what was measured, what is required, and the source:
 * `K2 厨房面积；量得 2.40 m²；要求 ≥ 3.50 m²；GB 55038-2025 4.1.4（待核对原文）`.
 */
export function groundsOf(finding: Finding): Text {
  const amounts = amountsOf(finding);
  const most = finding.atMost ? text('至多 ', 'at most ') : text('', '');
  return listed([
    ruleWords(finding.rule),
    ...(amounts
      ? [text(`量得 ${most.zh}${amounts.measured}`, `measured ${most.en}${amounts.measured}`)]
      : []),
    ...(amounts?.required
      ? [text(`要求 ${amounts.required.zh}`, `required ${amounts.required.en}`)]
      : []),
    sourceWords(finding.source),
  ]);
}

/** The same after how severe it is, for lists whose marks a black-and-white print does not explain. */
export const severeGroundsOf = (finding: Finding): Text =>
  listed([severityWords[finding.severity], groundsOf(finding)]);

const listed = (parts: readonly Text[]): Text =>
  text(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '));
