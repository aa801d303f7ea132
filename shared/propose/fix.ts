import type { Command } from '../edit/command.ts';
import { moveJoint } from '../edit/move-joint.ts';
import { repairElement } from '../edit/repair-element.ts';
import type { NewId } from '../plan/model.ts';
import type { Fix } from '../rules/finding.ts';

/**
 * The command that makes a repair. A wall's end that nearly met was drawn a little off: that is a
 * correction of the drawing, not a demolition, whatever the designer is doing at the time.
 */
export function fixCommand(fix: Fix, newId: NewId): Command {
  const { storey, label } = fix;
  if (fix.kind === 'repair') {
    return { ...repairElement({ storey, element: fix.element }), label };
  }
  const { joint, to } = fix;
  return { ...moveJoint({ storey, joint, to, intent: 'survey', newId }), label };
}
