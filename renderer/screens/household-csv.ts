import type { HouseholdLine, HouseholdTotals } from '../../shared/derive/household-table.ts';
import { derogationState, type ListedDerogation } from '../../shared/rules/listed-derogations.ts';
import { ownNumberWords, rulesWithOwnNumbers } from '../../shared/rules/own-numbers.ts';
import { type Profile, rulesOff } from '../../shared/rules/profile.ts';
import { shownArea } from '../../shared/shown-area.ts';
import { text } from '../../shared/text.ts';
import { dateTime, shownChange } from '../language/say.ts';
import { facilityWords } from '../language/words.ts';
import { ruleWords } from '../panels/finding-groups.ts';
import type { Say } from './household-columns.tsx';

/** The lines in their order, with a byte order mark, so that spreadsheets read Chinese. Acceptances and the profile follow the households. */
export function csvOf(
  lines: readonly HouseholdLine[],
  onStoreys: (line: HouseholdLine) => string,
  say: Say,
  derogations: readonly ListedDerogation[],
  profile: Profile,
  totals: CountedTotals | null = null,
): string {
  const squareMetres = (area: number | null): string => (area === null ? '' : shownArea(area));
  const head = [
    text('室号', 'Door'),
    text('楼层', 'Storey'),
    text('人口', 'Members'),
    text('房间数（前）', 'Rooms before'),
    text('房间数（后）', 'Rooms after'),
    text('使用面积（前）m²', 'Usable area before m²'),
    text('使用面积（后）m²', 'Usable area after m²'),
    text('变化 m²', 'Change m²'),
    text('凭证面积 m²', 'Area on the certificate m²'),
    text('厨房（前）', 'Kitchen before'),
    text('厨房（后）', 'Kitchen after'),
    text('卫生间（前）', 'Bathroom before'),
    text('卫生间（后）', 'Bathroom after'),
    text('居室采光', 'Daylight'),
    text('到楼梯 m', 'To the stair m'),
  ].map(say);
  const rows = lines.map((line) => [
    line.door,
    onStoreys(line),
    line.members === null ? '' : String(line.members),
    String(line.rooms.before),
    String(line.rooms.after),
    squareMetres(line.area.before),
    squareMetres(line.area.after),
    line.change === null ? '' : squareMetres(shownChange(line.area.before, line.area.after)),
    squareMetres(line.certified),
    say(facilityWords[line.kitchen.before]),
    say(facilityWords[line.kitchen.after]),
    say(facilityWords[line.bathroom.before]),
    say(facilityWords[line.bathroom.after]),
    line.daylight === null ? '' : say(line.daylight ? text('有', 'yes') : text('缺', 'lacking')),
    line.toStair === null ? '' : (line.toStair / 1000).toFixed(1),
  ]);
  // A door that begins like a formula must not become one in a spreadsheet.
  const cell = (words: string): string => {
    const safe = /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(words) ? `'${words}` : words;
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const all = [
    head,
    ...rows,
    ...(totals ? totalRows(totals, say) : []),
    ...derogationRows(derogations, say),
    ...profileRows(profile, say),
  ];
  return `\uFEFF${all.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** What the table is added up to: by storey, or what is filtered; and all of it. */
interface CountedTotals {
  readonly parts: readonly NamedTotals[];
  readonly all: NamedTotals;
}

interface NamedTotals {
  readonly name: string;
  readonly totals: HouseholdTotals;
}

/** After an empty row, every total under a head of its own, and who gains and who loses. */
function totalRows({ parts, all }: CountedTotals, say: Say): string[][] {
  const head = [
    text('合计', 'Total'),
    text('户数', 'Households'),
    text('独用户数', 'Self-contained'),
    text('使用面积（前）m²', 'Usable area before m²'),
    text('使用面积（后）m²', 'Usable area after m²'),
    text('变化 m²', 'Change m²'),
    text('面积增加户数', 'Gaining'),
    text('面积减少户数', 'Losing'),
    text('每户变化最小 m²', 'Least change m²'),
    text('每户变化最大 m²', 'Greatest change m²'),
  ].map(say);
  const area = (value: number | null): string => (value === null ? '' : shownArea(value));
  const rows = [...parts, all].map(({ name, totals }) => {
    const { households, complete, before, after, gain, lose, least, most } = totals;
    return [
      name,
      String(households),
      String(complete),
      area(before),
      area(after),
      area(shownChange(before, after)),
      String(gain),
      String(lose),
      area(least),
      area(most),
    ];
  });
  return [[], head, ...rows];
}

/** After an empty row, every acceptance under a head of its own; nothing where there is none. */
export function derogationRows(derogations: readonly ListedDerogation[], say: Say): string[][] {
  if (derogations.length === 0) return [];
  const head = [
    text('接受过的提示', 'Accepted warning'),
    text('住户', 'Household'),
    text('状态', 'Standing'),
    text('由谁接受', 'Accepted by'),
    text('日期', 'Date'),
    text('理由', 'Reason'),
    text('界限', 'Limit'),
    text('编号', 'Id'),
  ].map(say);
  const rows = derogations.map((listed) => {
    const { about, doors, by, at, reason, limit, finding } = listed;
    return [
      say(about),
      doors.join(say(text('、', ', '))),
      say(derogationState(listed)),
      by,
      dateTime(at, 'zh'),
      reason,
      limit ? say(limit) : '',
      finding,
    ];
  });
  return [[], head, ...rows];
}

/**
 * After an empty row, the profile that was checked with, the numbers that it has of its own, and every rule
 * that it switches off, with why.
 */
export function profileRows(profile: Profile, say: Say): string[][] {
  const head = [say(text('审查标准', 'Profile of rules')), profile.name];
  const off = Object.entries(rulesOff(profile));
  const own = rulesWithOwnNumbers(profile).flatMap(({ rule, own: numbers }) =>
    numbers.map((one) => [
      say(text('本单位数值', "This office's number")),
      say(ruleWords(rule.id)),
      say(ownNumberWords(one)),
    ]),
  );
  if (off.length === 0) return [[], head, ...own];
  const title = [text('没有检查的规则', 'Rule that was not checked'), text('理由', 'Reason')].map(
    say,
  );
  return [[], head, ...own, title, ...off.map(([id, reason]) => [say(ruleWords(id)), reason])];
}

/** `title`: of which building and scheme it is. */
export function offerTable(content: string, title: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${title}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
