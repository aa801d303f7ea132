import { type Text, text } from '../text.ts';
import type { Finding, Measure } from './finding.ts';
import { metres } from './room-words.ts';
import type { Rule, Unit } from './rule.ts';

/** mm -> `1,813 mm`. */
const millimetres = (length: number): string =>
  `${String(Math.round(length)).replace(/\B(?=(\d{3})+$)/g, ',')} mm`;

/** `4.00 m²`, `1,813 mm` or, `inMetres`, `1.813 m`, `1/7`, `80 %`. */
export function amountWords(value: number, unit: Unit, inMetres = false): string {
  switch (unit) {
    case 'm2':
      return `${value.toFixed(2)} m²`;
    case 'mm':
      return inMetres ? `${metres(value)} m` : millimetres(value);
    case 'nth':
      return `1/${value}`;
    case 'percent':
      return `${value} %`;
    case 'count':
      return String(value);
  }
}

/** Which way what is required binds; null where nothing is to be there at all, or nothing was measured. */
export type Bound = 'least' | 'most' | null;

export function boundOf({ measured, required }: Pick<Finding, 'measured' | 'required'>): Bound {
  if (!measured || !required || required.value === 0) return null;
  return measured.value < required.value ? 'least' : 'most';
}

export const boundSigns = { least: '≥', most: '≤' } as const;

/** Whether the words of a finding give its length in metres, so that nothing beside them says it in mm. */
export const isInMetres = ({
  text: words,
  measured,
  required,
}: Pick<Finding, 'text' | 'measured' | 'required'>): boolean =>
  measured?.unit === 'mm' &&
  [metres(measured.value), metres(measured.value, required?.value)].some((said) =>
    ` ${words.en}`.includes(` ${said} m`),
  );

/** Whether a rule says its lengths in metres, as its findings do. */
export const speaksInMetres = (rule: Pick<Rule, 'asks' | 'how'> | undefined): boolean =>
  rule !== undefined && `${rule.asks.zh}${rule.how.zh}`.includes(':m}');

/** The same of one of its numbers. */
export const numberInMetres = ({ asks, how }: Pick<Rule, 'asks' | 'how'>, name: string): boolean =>
  `${asks.zh}${how.zh}`.includes(`{${name}:m}`);

/** What was measured of a finding and what is required, as people read both. */
export interface Amounts {
  readonly measured: string;
  /** With its direction: `≥ 4.00 m²`; of what should not be there, what is let pass. */
  readonly required: Text | null;
}

/** Null where a finding counts rooms or has no number, or where its number is not what is wrong. */
export function amountsOf(finding: Finding): Amounts | null {
  const { measured, required, letPass } = finding;
  if (!measured || measured.unit === 'count') return null;
  const within = (required?.value ?? 0) + (letPass ?? 0);
  if (required && letPass !== undefined && measured.value <= within) return null;
  const inMetres = isInMetres(finding);
  // One beside the other, both have as many decimals.
  const beside = (value: number): number =>
    value === measured.value ? (required?.value ?? 0) : measured.value;
  const words = ({ value, unit }: Measure): string =>
    inMetres ? `${metres(value, beside(value))} m` : amountWords(value, unit);
  return { measured: words(measured), required: required && requirement(finding, required, words) };
}

function requirement(
  finding: Finding,
  required: Measure,
  words: (measure: Measure) => string,
): Text {
  const bound = boundOf(finding);
  const { letPass } = finding;
  if (bound) return same(`${boundSigns[bound]} ${words(required)}`);
  if (letPass === undefined) return same(words(required));
  const most = words({ ...required, value: letPass });
  return text(`0（≤ ${most} 不计）`, `0 (≤ ${most} not counted)`);
}

const same = (words: string): Text => text(words, words);
