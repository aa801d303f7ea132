import type { Plan, StoreyId } from '../../plan/model.ts';
import { text } from '../../text.ts';
import type { Finding } from '../finding.ts';
import { drawingFinding } from './drawing-source.ts';

/** A storey whose rooms the program cannot work out: nothing on it can be judged. */
export function roomsFailed(plan: Plan, storey: StoreyId, fault: string): Finding {
  const name = plan.storeys[storey]?.name ?? storey;
  return drawingFinding(
    'rooms-failed',
    storey,
    'unknown',
    [{ kind: 'storey', id: storey, storey }],
    null,
    text(
      `${name}的房间无法推算（${fault}），煤卫是否独用无法判定。这是软件的问题，图面仍可继续修改；撤销最近一步或移动刚画的墙往往可以恢复。`,
      `The rooms of ${name} cannot be worked out (${fault}), so nobody's facilities can be judged. This is a fault of the program; the plan can still be edited. Undoing the last step or moving the wall drawn last often helps.`,
    ),
  );
}

/** A rule that failed has judged nothing. */
export const ruleFailed = (rule: string, fault: string): Finding =>
  drawingFinding(
    'rule-failed',
    rule,
    'unknown',
    [],
    null,
    text(
      `检查项“${rule}”出错（${fault}），这一项未能判定。这是软件的问题，其余检查不受影响。`,
      `The check "${rule}" failed (${fault}), so nothing is said by it. This is a fault of the program; the other checks stand.`,
    ),
  );
