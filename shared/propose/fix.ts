import { changeOpening } from '../edit/change-opening.ts';
import type { Command } from '../edit/command.ts';
import { describeRoom } from '../edit/describe-room.ts';
import type { Intent } from '../edit/intent.ts';
import { moveJoint } from '../edit/move-joint.ts';
import { repairElement } from '../edit/repair-element.ts';
import { setPhase } from '../edit/set-phase.ts';
import type { NewId } from '../plan/model.ts';
import type { Fix } from '../rules/finding.ts';

/**
 * The command that makes a repair. A wall's end that nearly met was drawn a little off: that is a
 * correction of the drawing, not a demolition, whatever the designer is doing at the time. What
 * changes the building follows what the designer is doing.
 */
export function fixCommand(fix: Fix, newId: NewId, intent: Intent = 'proposal'): Command {
  const { storey, label } = fix;
  switch (fix.kind) {
    case 'repair':
      return { ...repairElement({ storey, element: fix.element }), label };
    case 'move-end': {
      const { joint, to } = fix;
      return { ...moveJoint({ storey, joint, to, intent: 'survey', newId }), label };
    }
    case 'change-opening': {
      const { opening, change } = fix;
      return { ...changeOpening({ storey, opening, change, intent, newId }), label };
    }
    case 'demolish-opening': {
      const elements = [{ kind: 'opening', id: fix.opening, storey } as const];
      return { ...setPhase({ storey, elements, phase: 'demolished' }), label };
    }
    case 'make-common':
      return {
        ...describeRoom({
          storey,
          room: fix.room,
          change: { holders: ['building'] },
          intent,
          newId,
        }),
        label,
      };
  }
}
