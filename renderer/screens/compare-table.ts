import { compareDoors } from '../../shared/plan/door-words.ts';
import { type HouseholdId, idsOf, type Plan, type StoreyId } from '../../shared/plan/model.ts';
import { type Comparison, mixedWords } from '../../shared/records/compare.ts';
import { endedTitle, turnedTitle, turnWords } from '../../shared/records/finding-turn-words.ts';
import type { FindingTurns } from '../../shared/records/finding-turns.ts';
import { remeasuredTotal } from '../../shared/records/household-changes.ts';
import { concerning, roomsHeldBy } from '../../shared/records/household-scope.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { ListedDerogation } from '../../shared/rules/listed-derogations.ts';
import type { Profile } from '../../shared/rules/profile.ts';
import { shownArea, shownChange } from '../../shared/shown-area.ts';
import { type Language, type Text, text } from '../../shared/text.ts';
import { changeWords } from '../language/change-words.ts';
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
  readonly elements: Comparison['elements'];
  readonly isMixed: boolean;
  readonly before: Plan;
  readonly after: Plan;
  readonly findings: FindingTurns<Finding>;
  readonly accepted: readonly ListedDerogation[];
  /** That both were checked with. */
  readonly profile: Profile;
  readonly language: Language;
}

/**
 * One flat table, so that a spreadsheet can filter all of it by storey and household: a row a household,
 * the whole building, a row a finding with its grounds, a row an element; below it what was accepted
 * and what was not checked.
 */
export function comparisonTable(what: Told): string {
  const { title, names, origins, totals, households, accepted, profile, language } = what;
  const word = (words: Text): string => sayIn(words, language);
  const rows = [
    [title],
    [word(text('前', 'From')), word(names.before), word(origins.before)],
    [word(text('后', 'To')), word(names.after), word(origins.after)],
    ...(what.isMixed ? [[word(mixedWords)]] : []),
    [],
    head.map(word),
    ...households.map(({ household, door, before, after, gain, remeasured, sayings }) => [
      word(text('住户', 'Household')),
      storeysOf(household, what),
      door,
      area(before?.ownArea),
      area(after?.ownArea),
      area(gain),
      area(remeasured),
      area(gain - remeasured),
      sayings.map(word).join(language === 'zh' ? '；' : '; '),
    ]),
    ...(totals ? [totalsRow(totals, remeasuredTotal(households), word)] : []),
    ...findingRows(what, word),
    ...elementRows(what, word),
    ...derogationRows(accepted, word),
    ...profileRows(profile, word),
  ];
  // The mark at the front tells spreadsheets that it is UTF-8.
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

const head: readonly Text[] = [
  text('类别', 'Kind'),
  text('楼层', 'Storey'),
  text('室号', 'Door'),
  text('前 独用面积 m²', 'From: own area m²'),
  text('后 独用面积 m²', 'To: own area m²'),
  text('增减 m²', 'Change m²'),
  text('其中现状更正 m²', 'of it: survey corrected m²'),
  text('其中改造 m²', 'of it: works m²'),
  text('内容', 'What'),
  text('规则、数值和依据', 'Rule, numbers and source'),
];

const area = (mm2: number | undefined): string => (mm2 === undefined ? '' : shownArea(mm2));
type Word = (words: Text) => string;

/** A row of what has no areas of its own. */
const plainRow = (
  kind: string,
  storey: string,
  doors: string,
  ...words: readonly string[]
): readonly string[] => [kind, storey, doors, '', '', '', '', '', ...words];

function totalsRow(
  { before, after }: Comparison['totals'],
  corrected: number,
  word: Word,
): readonly string[] {
  const [was, is] = [before, after].map(
    ({ complete, households }) => `${complete} / ${households}`,
  );
  const change = shownChange(before.ownArea, after.ownArea);
  return [
    word(text('全楼合计', 'Whole building')),
    '',
    '',
    shownArea(before.ownArea),
    shownArea(after.ownArea),
    shownArea(change),
    shownArea(corrected),
    shownArea(change - corrected),
    word(
      text(`煤卫独用 ${was} 户 → ${is} 户`, `own kitchen and bathroom: ${was} → ${is} households`),
    ),
  ];
}

function findingRows({ before, after, findings }: Told, word: Word): (readonly string[])[] {
  const { gained, lost, ended, turned } = findings;
  const found = (kind: Text, list: readonly Finding[], more = (_: number): string => '') =>
    list.map((finding, index) =>
      plainRow(
        word(kind),
        storeyName(finding.place?.storey ?? null, before, after),
        doorsOf(finding.households, before, after),
        `${word(severityWords[finding.severity])}: ${word(finding.text)}${more(index)}`,
        word(groundsOf(finding)),
      ),
    );
  return [
    ...found(
      turnedTitle,
      turned.map((turn) => turn.after),
      (index) => ` ${word(turnWords(turned[index]!))}`,
    ),
    ...found(text('新出现的问题', 'New finding'), gained),
    ...found(text('已消除的问题', 'Finding gone'), lost),
    ...found(endedTitle, ended),
  ];
}

function elementRows({ before, after, elements }: Told, word: Word): (readonly string[])[] {
  const ids = [...new Set([...idsOf(before.households), ...idsOf(after.households)])];
  const concerns = ids.map((id) => ({ id, isOf: concerning(before, after, id) }));
  return elements.map((change) =>
    plainRow(
      word(text('图元', 'Element')),
      storeyName(change.kind === 'storey' ? change.id : change.storey, before, after),
      doorsOf(
        concerns.filter(({ isOf }) => isOf(change)).map(({ id }) => id),
        before,
        after,
      ),
      word(changeWords(change, before, after)),
    ),
  );
}

const storeyName = (storey: string | null, before: Plan, after: Plan): string =>
  storey === null
    ? ''
    : ((after.storeys[storey as StoreyId] ?? before.storeys[storey as StoreyId])?.name ?? '');

/** With a space between: a comma would look like a number in some spreadsheets. */
const doorsOf = (households: readonly HouseholdId[], before: Plan, after: Plan): string =>
  households
    .flatMap((id) => (after.households[id] ?? before.households[id])?.door ?? [])
    .sort(compareDoors)
    .join(' ');

function storeysOf(household: HouseholdId, { before, after }: Told): string {
  const storeys = roomsHeldBy(before, after, household).map(({ storey }) => storey);
  return [...new Set(storeys)].map((storey) => storeyName(storey, before, after)).join(' ');
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
