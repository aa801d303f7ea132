import { distance } from '../geometry/point.ts';
import type { Extent } from '../plan/extent.ts';
import { type Text, text } from '../text.ts';
import { type Accepted, acceptedGap, worsensBy } from './accepted.ts';
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

/**
 * How far it holds: `不低于 20.50 m²`; null where the finding has no number, or only counts. Where what
 * is required moved since to `asked`, also how far from it.
 */
export function limitWords(
  accepted: Accepted,
  inMetres = false,
  asked: Accepted['required'] = null,
): Text | null {
  const { measured, required, until, extent } = accepted;
  if (measured === null) return extent ? extentWords(extent) : null;
  if (measured.unit === 'count') return null;
  const gap = acceptedGap(accepted);
  if (gap !== null && required && asked && asked.value !== required.value) {
    const apart = keptAmount({ value: gap, unit: measured.unit }, inMetres);
    const was = keptAmount(required, inMetres);
    const holds = limitWords(accepted, inMetres)!;
    return text(
      `接受时要求 ${was}；${holds.zh.replace(' 时有效', '')}，且与要求相差不超过 ${apart} 时有效`,
      `${was} was required then; ${holds.en}, and no more than ${apart} from what is required`,
    );
  }
  const limit = keptAmount({ value: until ?? measured.value, unit: measured.unit }, inMetres);
  return worsensBy(measured.value, required?.value) === 'less'
    ? text(`不低于 ${limit} 时有效`, `holds down to ${limit}`)
    : text(`不超过 ${limit} 时有效`, `holds up to ${limit}`);
}

/** Of a piece of a wall: no longer and no higher, and at its place. */
function extentWords({ from, to, sill, head }: Extent): Text {
  const long = Math.round(distance(from, to));
  if (sill === undefined || head === undefined) {
    const most = amountWords(long, 'mm');
    return text(`拆除不超过 ${most}、位置不变时有效`, `holds for no more than these ${most} of it`);
  }
  return text(
    `洞口宽不超过 ${amountWords(long, 'mm')}、离地 ${amountWords(sill, 'mm')} 至 ${amountWords(head, 'mm')} 以内、位置不变时有效`,
    `holds for a hole no wider than ${amountWords(long, 'mm')}, from ${amountWords(sill, 'mm')} to ${amountWords(head, 'mm')} above the floor, in its place`,
  );
}
