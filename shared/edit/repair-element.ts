import type { Draft } from 'immer';
import type { ElementRef, Opening, Plan, RoomTag, Storey, StoreyId, Wall } from '../plan/model.ts';
import { repairOf } from '../plan/repair.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import { deleteElements } from './delete-elements.ts';
import { gone, refusal } from './refusals.ts';

export interface RepairElement {
  readonly storey: StoreyId;
  readonly element: ElementRef;
}

/**
 * Makes an unsound element sound, or takes it out with what hangs on it. A file's mistake is
 * corrected in the survey: nothing is demolished by it.
 */
export function repairElement(options: RepairElement): Command {
  const { storey: id, element } = options;
  const removal = deleteElements({ storey: id, elements: [element], intent: 'survey' });
  return {
    label: text('修复', 'Repair'),
    refuse(plan) {
      const storey = plan.storeys[id];
      if (!storey || !tableOf(storey, element)?.[element.id]) return gone(element);
      const repair = repairOf(plan, id, element);
      if (!repair) {
        return refusal(
          'nothing-to-repair',
          '这个构件没有可自动修复的问题。',
          'Nothing of this element can be repaired by itself.',
          [element],
        );
      }
      return repair.kind === 'remove' ? (removal.refuse?.(plan) ?? null) : null;
    },
    apply(draft) {
      const repair = repairOf(draft as Plan, id, element);
      if (repair?.kind === 'remove') removal.apply(draft);
      const table = draft.storeys[id] && tableOf(draft.storeys[id] as Storey, element);
      if (repair?.kind === 'change' && table) {
        (table as Record<string, Draft<Wall | Opening | RoomTag>>)[element.id] =
          repair.facts as Draft<Wall | Opening | RoomTag>;
      }
    },
  };
}

const tableOf = (storey: Storey, { kind }: ElementRef): Readonly<Record<string, unknown>> | null =>
  kind === 'wall'
    ? storey.walls
    : kind === 'opening'
      ? storey.openings
      : kind === 'room'
        ? storey.rooms
        : null;
