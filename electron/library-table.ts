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
  const counted = firstOfEach(schemes);
  const sum = (of: (one: CheckedScheme) => number): string =>
    String(counted.reduce((total, one) => total + of(one), 0));
  const total = [
    `合计 total（${counted.length} 栋 buildings）`,
    counted.length === schemes.length ? '' : '每栋计第一个方案 first scheme of each',
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

/**
 * Schemes of one building are alternatives: its homes are there once. The first counts, in the
 * order in which they were put; archived ones are not among them.
 */
export function firstOfEach(schemes: readonly CheckedScheme[]): readonly CheckedScheme[] {
  const first = new Map<CheckedScheme['building'], CheckedScheme>();
  for (const one of schemes) if (!first.has(one.building)) first.set(one.building, one);
  return [...first.values()];
}

/** Columns of a terminal. */
const widthOf = (words: string): number =>
  [...words].reduce((sum, one) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/u.test(one) ? 2 : 1), 0);
