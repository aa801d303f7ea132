import type { Language, Text } from '../../shared/text.ts';

export { shownChange, shownLength as mm } from '../../shared/shown-area.ts';

/** The words in the language of the window. */
export const say = (text: Text, language: Language): string => text[language];

const grouped = (digits: number) =>
  new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
const twoDecimals = grouped(2);
const whole = grouped(0);

/** Square metres with two decimals from mm2; never `-0.00`. */
const squareMetres = (mm2: number): string => {
  const rounded = Math.round(mm2 / 10_000) / 100;
  return twoDecimals.format(rounded === 0 ? 0 : rounded);
};

/** mm2 -> `4.00 m²`. */
export const m2 = (mm2: number): string => `${squareMetres(mm2)} m²`;

/** mm2 -> `+0.35 m²`, `−0.35 m²` (a real minus sign) or `±0.00 m²`. */
export const m2Change = (mm2: number): string => {
  const words = squareMetres(Math.abs(mm2));
  if (words === '0.00') return '±0.00 m²';
  return `${mm2 > 0 ? '+' : '−'}${words} m²`;
};

/** A number keeps its unit, and its sign of a bound, on its line. */
export const unbroken = (words: string): string =>
  words.replace(/(?<=\d) (?=(?:m²|mm|m|%)(?!\w))|(?<=[≥≤]) (?=\d)/g, '\u00a0');

/** mm -> metres with three decimals and a sign, as levels are written: `+2.800`, `±0.000`. */
export const level = (length: number): string => {
  const metres = (Math.abs(length) / 1000).toFixed(3);
  if (length === 0) return '±0.000';
  return `${length > 0 ? '+' : '−'}${metres}`;
};

export const count = (value: number): string => whole.format(value);

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };
const twoDigits = (value: number) => String(value).padStart(2, '0');

/** `2026-03-05 14:02` in zh, `5 Mar 2026, 14:02` in en; the clock of this machine. */
export function dateTime(iso: string, language: Language): string {
  const date = new Date(iso);
  if (language === 'zh') {
    const day = [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())];
    return `${day.join('-')} ${clock(iso)}`;
  }
  const day = date.toLocaleDateString(locales.en, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return `${day}, ${clock(iso)}`;
}

/** `14:02`, the clock of this machine. */
export function clock(iso: string): string {
  const date = new Date(iso);
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** `14:02` of today, with its day of any other; the clock of this machine. */
export function clockOrDay(iso: string, language: Language, now: Date = new Date()): string {
  return new Date(iso).toDateString() === now.toDateString() ? clock(iso) : dateTime(iso, language);
}

/** Sorts names as people of that language expect, numbers by value: 2号 before 10号. */
export const collator = (language: Language) =>
  new Intl.Collator(locales[language], { numeric: true });
