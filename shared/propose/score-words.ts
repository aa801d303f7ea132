import { type Text, text } from '../text.ts';
import { drainStep, preparationStep } from './cost.ts';
import { firstDifference, type Score } from './score.ts';

/** A proposal as it is told of: its score, and what of it there is at all. */
export interface Told {
  readonly score: Score;
  readonly hasWc: boolean;
  /** New rooms that are entered from common space. */
  readonly fromCommon: number;
}

/** What one term of a score measures and how much it is, for people. */
export function termWords(term: keyof Score, { score, hasWc, fromCommon }: Told): Text {
  const value = score[term];
  switch (term) {
    case 'concession':
      return value === 0
        ? text('设施均为常用尺寸', 'all fixtures of usual size')
        : text(`小型替代设施 ${value} 件`, `smaller fixtures in place of usual ones: ${value}`);
    case 'splash':
      return value === 0
        ? text('灶具均不紧邻淋浴', 'no cooker beside a shower')
        : text(`${value} 处灶具紧邻淋浴`, `cookers beside a shower: ${value}`);
    case 'drain': {
      const metres = ((value * drainStep) / 1000).toFixed(2);
      return text(
        `到立管的排水距离合计 ${metres} m${hasWc ? '（便器计三倍）' : ''}`,
        `${metres} m to the risers in all${hasWc ? ' (WCs counted three times)' : ''}`,
      );
    }
    case 'wetWall':
      return text(
        `${value} 件用水设施不靠分户隔墙`,
        `wet fixtures off the wall between the households: ${value}`,
      );
    case 'privacy':
      return privacyWords((value - fromCommon) / 2, { hasWc, fromCommon });
    case 'window':
      return value === 0
        ? text('厨房都有窗', 'every kitchen has a window')
        : text(`${value} 间厨房没有窗`, `kitchens without a window: ${value}`);
    case 'preparation':
      if (value === 0) return text('备餐台面都够长', 'every worktop long enough');
      return text(
        `备餐台面合计短 ${value * preparationStep} mm`,
        `worktops ${value * preparationStep} mm short in all`,
      );
    case 'slack':
      return text(`最紧处余量 ${value} mm`, `${value} mm to spare at the tightest place`);
    case 'uneven':
    case 'unevenArea': {
      const difference = ((2 * score.unevenArea) / 1e6).toFixed(2);
      return text(`两户面积相差 ${difference} m²`, `the parts differ by ${difference} m²`);
    }
  }
}

/** Each fact by itself: how many WCs a door looks at, and what is entered from common space. */
function privacyWords(
  looked: number,
  { hasWc, fromCommon }: Pick<Told, 'hasWc' | 'fromCommon'>,
): Text {
  const wcs =
    looked > 0
      ? text(`便器正对门 ${looked} 处`, `WCs that a door faces: ${looked}`)
      : text('便器不对门', 'no WC faces a door');
  const ways =
    fromCommon > 0
      ? text(`从公共部位进入 ${fromCommon} 间`, `rooms entered from common space: ${fromCommon}`)
      : text('都从本户房间进入', 'all entered from own rooms');
  return hasWc ? text(`${wcs.zh}，${ways.zh}`, `${wcs.en}, ${ways.en}`) : ways;
}

/** Why a proposal stands where it does: the first term in which it differs from its neighbour. */
export function rankWords(own: Told, better: Told | null, worse: Told | null): Text {
  const other = better ?? worse;
  if (!other) return text('这一配置只有这一个方案', 'the only one with these fixtures');
  const difference = firstDifference(own.score, other.score);
  if (!difference) return text('各项与相邻方案相同', 'equal to its neighbour in every term');
  const mine = termWords(difference.term, own);
  const theirs = termWords(difference.term, other);
  return better
    ? text(`${mine.zh}；前一方案：${theirs.zh}`, `${mine.en}; the one before: ${theirs.en}`)
    : text(`${mine.zh}；下一方案：${theirs.zh}`, `${mine.en}; the next: ${theirs.en}`);
}

/** The same in a few words, for a card: its own half of the difference. */
export function briefWords(own: Told, better: Told | null, worse: Told | null): Text {
  const other = better ?? worse;
  const term = (other && firstDifference(own.score, other.score)?.term) ?? 'drain';
  if (term !== 'drain') return termWords(term, own);
  const metres = ((own.score.drain * drainStep) / 1000).toFixed(2);
  return text(`排水距离 ${metres} m`, `${metres} m of drains`);
}
