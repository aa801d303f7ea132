import { derogationWords, type ListedDerogation } from '../shared/rules/listed-derogations.ts';
import { type AcceptedLines, rulesOffLines } from '../shared/rules/report.ts';
import type { CheckedScheme } from './check-building.ts';

/** What a table of numbers leaves out, below it: acceptances, and rules that nobody looked at. */

/** Every acceptance in both languages, under its building and scheme. */
export const derogationsOf = (schemes: readonly CheckedScheme[]): string[] => {
  const lines = schemes.flatMap(({ name, scheme, derogations }) =>
    derogations.length === 0 ? [] : [`${name} ${scheme}`, ...acceptanceLines(derogations)],
  );
  return lines.length === 0 ? [] : ['', acceptedTitle, ...lines];
};

/** The same of one document. */
export const acceptedIn = (derogations: readonly ListedDerogation[]): AcceptedLines => ({
  standing: derogations.filter(({ state }) => state === 'accepted').length,
  lines: derogations.length === 0 ? [] : ['', acceptedTitle, ...acceptanceLines(derogations)],
});

const acceptedTitle = '接受过的提示 accepted warnings:';

const acceptanceLines = (derogations: readonly ListedDerogation[]): string[] =>
  derogations.flatMap((one) => {
    const words = derogationWords(one, dayOf(one.at));
    return [
      `  - ${one.about.zh} ${onOneLine(words.zh)}`,
      `    ${one.about.en} ${onOneLine(words.en)}`,
      `    ${one.finding}`,
    ];
  });

/** Once for each profile that switches rules off, with the schemes that were checked with it. */
export function rulesOffOf(schemes: readonly CheckedScheme[]): string[] {
  const groups = new Map<string, { one: CheckedScheme; names: string[] }>();
  for (const one of schemes) {
    if (Object.keys(one.off).length === 0) continue;
    const key = JSON.stringify([one.profile, one.off]);
    const group = groups.get(key);
    if (group) group.names.push(`${one.name} ${one.scheme}`);
    else groups.set(key, { one, names: [`${one.name} ${one.scheme}`] });
  }
  return [...groups.values()].flatMap(({ one, names }) => [
    '',
    `审查标准 profile: ${one.profile}（${names.join('、')}）`,
    ...rulesOffLines(one.off),
  ]);
}

/** A reason may have several. */
const onOneLine = (words: string): string => words.replace(/\s*[\r\n]+\s*/g, ' ');

/** `2026-11-24`, by the calendar of this machine, as the window has it. */
const dayOf = (iso: string): string => new Date(iso).toLocaleDateString('sv-SE');
