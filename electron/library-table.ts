import type { CheckedScheme } from './check-building.ts';

/** A table for a terminal: Chinese characters are two columns wide. */
export function libraryTable(schemes: readonly CheckedScheme[]): string {
  const head = [
    '楼栋 building',
    '方案 scheme',
    '审查标准 profile',
    '户 homes',
    '独用 own',
    '不符合 breach',
    '提示 warning',
    '已接受 accepted',
    '无法判定 unknown',
  ];
  const rows = schemes.map((one) => [
    one.name,
    one.scheme,
    one.profile,
    String(one.households),
    String(one.complete),
    String(one.breaches),
    String(one.warnings),
    String(one.accepted),
    String(one.unknown),
  ]);
  const sum = (of: (one: CheckedScheme) => number): string =>
    String(schemes.reduce((total, one) => total + of(one), 0));
  const total = [
    `合计 total (${schemes.length})`,
    '',
    '',
    sum((one) => one.households),
    sum((one) => one.complete),
    sum((one) => one.breaches),
    sum((one) => one.warnings),
    sum((one) => one.accepted),
    sum((one) => one.unknown),
  ];
  const all = [head, ...rows, total];
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column]!))));
  const isNumber = (column: number): boolean => column >= 3;
  return all
    .map((row) =>
      row
        .map((cell, column) => {
          const pad = ' '.repeat(widths[column]! - widthOf(cell));
          return isNumber(column) ? pad + cell : cell + pad;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Columns of a terminal. */
const widthOf = (words: string): number =>
  [...words].reduce((sum, one) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/u.test(one) ? 2 : 1), 0);
