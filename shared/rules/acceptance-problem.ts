import { type Text, text } from '../text.ts';
import type { Accepted } from './accepted.ts';
import { limitProblem } from './derogation-limit.ts';
import { isAim } from './profile.ts';
import { rules } from './rules.ts';

/** m2, mm or %: beyond it no value of a building lies. */
const most = 10_000_000;
const units = ['m2', 'mm', 'percent', 'count'];

const noFinding = text(
  '没有这条规则的问题，不能接受。',
  'No rule has such a finding, so it cannot be accepted.',
);

/** The same, of a finding that this version of the program must know. */
export const acceptanceProblemHere = (one: Omit<Accepted, 'at'>): Text | null =>
  rules.some(({ id }) => one.finding.startsWith(`${id}/`)) ? acceptanceProblem(one) : noFinding;

/**
 * Why these words and numbers cannot be kept as an acceptance; null where they can. They come from
 * outside: any number, any text.
 */
export function acceptanceProblem(one: Omit<Accepted, 'at'>): Text | null {
  const { finding, by, reason, measured, required, until } = one;
  if (/\p{Cc}/u.test(finding)) return noFinding;
  if (isAim(finding.slice(0, finding.indexOf('/')))) {
    return text(
      '煤卫独用是成套改造的目标，不能以“接受”了结，只能改图。',
      'Own kitchen and bathroom is the aim of the programme: it cannot be accepted away, the plan has to change.',
    );
  }
  if (by.trim() === '' || reason.trim() === '') {
    return text('接受一条提示，要写明由谁接受和理由。', 'Say who accepts the warning, and why.');
  }
  const unusable = [measured, required].some((value) => value !== null && !isUsable(value));
  if (unusable || (measured && required && measured.unit !== required.unit)) {
    return text(
      '量得值或要求值不是可用的数（应为 0 以上、单位一致）。',
      'What was measured or required is no usable number: 0 or more, both in one unit.',
    );
  }
  if (until === null) return null;
  if (measured === null || measured.unit === 'count') {
    return text(
      '这条提示没有可比较的数值，不能设界限。',
      'This warning has no number to compare, so it takes no limit.',
    );
  }
  if (!isUsable({ ...measured, value: until })) {
    return text(
      `界限 ${until} 不是可用的数，请填写 0 到 ${most} 之间的数。`,
      `The limit ${until} is no usable number: give one from 0 to ${most}.`,
    );
  }
  return limitProblem(measured, required, until);
}

const isUsable = ({ value, unit }: NonNullable<Accepted['measured']>): boolean =>
  Number.isFinite(value) && value >= 0 && value <= most && units.includes(unit);
