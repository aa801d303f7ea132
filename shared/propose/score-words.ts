import { type Text, text } from '../text.ts';
import { drainStep, preparationStep } from './cost.ts';
import { firstDifference, type Score } from './score.ts';

/** What one term of a score measures and how much it is, for people. */
export function termWords(term: keyof Score, score: Score): Text {
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
        `到立管的排水距离合计 ${metres} m（便器计三倍）`,
        `${metres} m to the risers in all (WCs counted three times)`,
      );
    }
    case 'wetWall':
      return text(
        `${value} 件用水设施不靠分户隔墙`,
        `wet fixtures off the wall between the households: ${value}`,
      );
    case 'privacy':
      return value === 0
        ? text('便器不对门', 'no WC faces a door')
        : text('便器对门或从公共部位进入', 'a WC faces a door, or the way in is from common space');
    case 'window':
      return value === 0
        ? text('厨房都有窗', 'every kitchen has a window')
        : text(`${value} 间厨房没有窗`, `kitchens without a window: ${value}`);
    case 'preparation':
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

/** Why a proposal stands where it does: the first term in which it differs from its neighbour. */
export function rankWords(own: Score, better: Score | null, worse: Score | null): Text {
  const other = better ?? worse;
  const difference = other && firstDifference(own, other);
  if (!difference || !other)
    return text('各项与相邻方案相同', 'equal to its neighbour in every term');
  const mine = termWords(difference.term, own);
  const theirs = termWords(difference.term, other);
  return better
    ? text(`${mine.zh}；前一方案：${theirs.zh}`, `${mine.en}; the one before: ${theirs.en}`)
    : text(`${mine.zh}；下一方案：${theirs.zh}`, `${mine.en}; the next: ${theirs.en}`);
}

/** The same in a few words, for a card: its own half of the difference. */
export function briefWords(own: Score, better: Score | null, worse: Score | null): Text {
  const other = better ?? worse;
  const term = (other && firstDifference(own, other)?.term) ?? 'drain';
  if (term !== 'drain') return termWords(term, own);
  const metres = ((own.drain * drainStep) / 1000).toFixed(2);
  return text(`排水距离 ${metres} m`, `${metres} m of drains`);
}
