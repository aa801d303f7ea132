import type { Comparison } from '../../shared/records/compare.ts';
import { turnedTitle, turnWords } from '../../shared/records/finding-turn-words.ts';
import type { FindingTurns } from '../../shared/records/finding-turns.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { ListedDerogation } from '../../shared/rules/listed-derogations.ts';
import type { Profile } from '../../shared/rules/profile.ts';
import { shownArea, shownChange } from '../../shared/shown-area.ts';
import { type Language, type Text, text } from '../../shared/text.ts';
import { say as sayIn } from '../language/say.ts';
import { severityWords } from '../language/words.ts';
import { groundsOf } from '../panels/finding-grounds.ts';
import { derogationRows, profileRows } from './household-csv.ts';

/** What the table tells. */
interface Told {
  readonly title: string;
  readonly names: { readonly before: Text; readonly after: Text };
  /** When each was saved and by whom. */
  readonly origins: { readonly before: Text; readonly after: Text };
  /** Null where the table is of one household. */
  readonly totals: Comparison['totals'] | null;
  readonly households: Comparison['households'];
  readonly findings: FindingTurns<Finding>;
  readonly accepted: readonly ListedDerogation[];
  /** That both were checked with. */
  readonly profile: Profile;
  readonly language: Language;
}

/** One row a household and saying, then one a finding with its grounds, what was accepted and what was not checked. */
export function comparisonTable(what: Told): string {
  const { title, names, origins, totals, households, findings, accepted, profile, language } = what;
  const word = (words: Text): string => sayIn(words, language);
  const area = (mm2: number | undefined): string => (mm2 === undefined ? '' : shownArea(mm2));
  const found = (sort: Text, list: readonly Finding[], more = (_: number): string => '') =>
    list.map((finding, index) => [
      word(sort),
      '',
      '',
      '',
      `${word(severityWords[finding.severity])}: ${word(finding.text)}${more(index)}`,
      word(groundsOf(finding)),
    ]);
  const { turned } = findings;
  const rows = [
    [title],
    [word(text('前', 'From')), word(names.before), word(origins.before)],
    [word(text('后', 'To')), word(names.after), word(origins.after)],
    [],
    [
      word(text('室号', 'Door')),
      word(text('前 独用面积 m²', 'From: own area m²')),
      word(text('后 独用面积 m²', 'To: own area m²')),
      word(text('增减 m²', 'Change m²')),
      word(text('变化', 'What changed')),
      word(text('规则、数值和依据', 'Rule, numbers and source')),
    ],
    ...households.map(({ door, before, after, gain, sayings }) => [
      door,
      area(before?.ownArea),
      area(after?.ownArea),
      area(gain),
      sayings.map(word).join(language === 'zh' ? '；' : '; '),
    ]),
    ...(totals ? [totalsRow(totals, word)] : []),
    ...found(
      turnedTitle,
      turned.map(({ after }) => after),
      (index) => ` ${word(turnWords(turned[index]!))}`,
    ),
    ...found(text('新出现的问题', 'New finding'), findings.gained),
    ...found(text('已消除的问题', 'Finding gone'), findings.lost),
    ...derogationRows(accepted, word),
    ...profileRows(profile, word),
  ];
  // The mark at the front tells spreadsheets that it is UTF-8.
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function totalsRow(
  { before, after }: Comparison['totals'],
  word: (words: Text) => string,
): readonly string[] {
  const [was, is] = [before, after].map(
    ({ complete, households }) => `${complete} / ${households}`,
  );
  return [
    word(text('全楼合计', 'Whole building')),
    shownArea(before.ownArea),
    shownArea(after.ownArea),
    shownArea(shownChange(before.ownArea, after.ownArea)),
    word(
      text(`煤卫独用 ${was} 户 → ${is} 户`, `own kitchen and bathroom: ${was} → ${is} households`),
    ),
  ];
}

/** Offers the table as a file that a spreadsheet opens. */
export function saveTable(what: Told): void {
  const { title, language } = what;
  const csv = comparisonTable(what);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  link.download = `${title} ${sayIn(text('对比', 'comparison'), language)}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Quoted; what a spreadsheet would take for a formula is kept as words. */
function cell(value: string): string {
  const words = /^[=+@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
