import { type Text, text } from '../text.ts';
import { type Accepted, worsensBy } from './accepted.ts';
import { amountWords } from './amount.ts';
import type { Measure } from './finding.ts';

/** A value with its unit, as a derogation keeps it. */
type Kept = NonNullable<Accepted['measured']>;

/** `20.84 m²`, `1,850 mm` or, as a finding says its lengths `inMetres`, `1.85 m`. */
export function keptAmount({ value, unit }: Kept, inMetres = false): string {
  return isUnit(unit) ? amountWords(value, unit, inMetres) : `${value} ${unit}`;
}

const units: readonly string[] = ['m2', 'mm', 'percent', 'count'] satisfies Measure['unit'][];
const isUnit = (unit: string): unit is Measure['unit'] => units.includes(unit);

/**
 * Why this value cannot be how far an acceptance holds; null where it can. One that the measured
 * value has passed already accepts nothing, and one of nothing accepts all.
 */
export function limitProblem(
  measured: Kept,
  required: Accepted['required'],
  until: number | null,
  inMetres = false,
): Text | null {
  if (until === null) return null;
  const now = keptAmount(measured, inMetres);
  if (worsensBy(measured.value, required?.value) === 'more') {
    return until >= measured.value
      ? null
      : text(
          `现为 ${now}，数值越大越差：界限不能小于 ${now}。`,
          `It measures ${now} now, and more is worse: the limit cannot be below ${now}.`,
        );
  }
  if (until > measured.value) {
    return text(
      `现为 ${now}，数值越小越差：界限不能大于 ${now}。`,
      `It measures ${now} now, and less is worse: the limit cannot be above ${now}.`,
    );
  }
  return until > 0 || until === measured.value
    ? null
    : text(
        '界限为 0 或更小，等于什么都接受：请填写大于 0 的数。',
        'A limit of 0 or less would accept anything: give one above 0.',
      );
}

/** How far it holds: `不低于 20.50 m²`; null where the finding has no number, or only counts. */
export function limitWords({ measured, required, until }: Accepted, inMetres = false): Text | null {
  if (measured === null || measured.unit === 'count') return null;
  const limit = keptAmount({ value: until ?? measured.value, unit: measured.unit }, inMetres);
  return worsensBy(measured.value, required?.value) === 'less'
    ? text(`不低于 ${limit} 时有效`, `holds down to ${limit}`)
    : text(`不超过 ${limit} 时有效`, `holds up to ${limit}`);
}
