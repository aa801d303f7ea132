import { changeOpening } from '../edit/change-opening.ts';
import type { Command } from '../edit/command.ts';
import { describeRoom } from '../edit/describe-room.ts';
import { preview } from '../edit/history.ts';
import type { Intent } from '../edit/intent.ts';
import { moveJoint } from '../edit/move-joint.ts';
import { repairElement } from '../edit/repair-element.ts';
import { setPhase } from '../edit/set-phase.ts';
import type { NewId, Plan } from '../plan/model.ts';
import { check } from '../rules/check.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import type { Profile } from '../rules/profile.ts';
import { text } from '../text.ts';

/**
 * The command that makes a repair. A wall's end that nearly met was drawn a little off: that is a
 * correction of the drawing, not a demolition, whatever the designer is doing at the time. A door that
 * gets another width or swing is works, and never what a survey found: surveyed, it goes and a new one
 * comes. What else changes the building follows what the designer is doing.
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
      return { ...changeOpening({ storey, opening, change, intent: 'proposal', newId }), label };
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

/**
 * The same, refused where it would put a new finding in the place of the old one. Repairs of the
 * drawing are made whatever they bring to light.
 */
export function harmlessFix(fix: Fix, newId: NewId, intent: Intent, profile: Profile): Command {
  const command = fixCommand(fix, newId, intent);
  if (fix.kind !== 'change-opening') return command;
  const { label, apply } = command;
  return {
    label,
    apply,
    refuse(plan) {
      const refusal = command.refuse?.(plan) ?? null;
      if (refusal) return refusal;
      const brought = broughtBy(plan, preview(plan, command), profile);
      return brought
        ? {
            reason: 'brings-finding',
            text: text(
              `没有修改：这样会出现新的问题。${brought.text.zh}`,
              `Nothing was changed: it would bring a new finding. ${brought.text.en}`,
            ),
            about: brought.about,
          }
        : null;
    },
  };
}

/**
 * A finding that only the later plan has. What is changed may get another id, and with it what was
 * found about it: so they are counted by rule and households.
 */
function broughtBy(before: Plan, after: Plan, profile: Profile): Finding | undefined {
  const key = ({ rule, severity, households }: Finding): string =>
    [rule, severity, ...households].join(' ');
  const was = check(before, profile);
  const known = new Set(was.map(({ id }) => id));
  const left = new Map<string, number>();
  for (const finding of was) left.set(key(finding), (left.get(key(finding)) ?? 0) + 1);
  const found = check(after, profile);
  for (const finding of found) left.set(key(finding), (left.get(key(finding)) ?? 0) - 1);
  return found.find((finding) => !known.has(finding.id) && left.get(key(finding))! < 0);
}
