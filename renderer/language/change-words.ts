import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import { howWords } from '../../shared/records/change-how.ts';
import type { ElementChange } from '../../shared/records/element-changes.ts';
import { type Text, text } from '../../shared/text.ts';
import { sceneOf } from '../tools/scene.ts';
import { stopWords } from './element-words.ts';

/** What became of an element between two plans: `Wall, 3,240 mm, partition, existing: moved 350 mm`. */
export function changeWords(change: ElementChange, before: Plan, after: Plan): Text {
  // As it was: whoever reads that it is to be demolished asks what it is now.
  const isGoing =
    change.change === 'removed' || (change.change === 'demolished' && change.fields.length > 0);
  const what = elementWords(change, isGoing ? before : after);
  const how = howWords(change, before, after);
  return text(`${what.zh}：${how.zh}`, `${capital(what.en)}: ${how.en}`);
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** An element as people call it, in the plan that has it. */
export function elementWords({ kind, id, storey }: ElementChange, plan: Plan): Text {
  const facts = storey === null ? undefined : plan.storeys[storey];
  switch (kind) {
    case 'household': {
      const door = plan.households[id as keyof Plan['households']]?.door ?? '';
      return text(`住户 ${door}`, `household ${door}`);
    }
    case 'tenancy': {
      const certificate = plan.tenancies[id as keyof Plan['tenancies']]?.certificate ?? '';
      return text(`租赁凭证 ${certificate}`, `tenancy certificate ${certificate}`);
    }
    case 'axis':
      return text('轴线', 'axis');
    case 'storey':
      return text(`楼层 ${facts?.name ?? ''}`, `storey ${facts?.name ?? ''}`);
    case 'underlay':
      return text('底图', 'underlay');
    case 'plan':
      return id === 'north' ? text('指北针', 'north') : text(id, id);
    case 'joint':
      return text('墙端', 'end of a wall');
    default:
      return facts ? drawnWords({ kind, id }, plan, storey as StoreyId) : text(id, id);
  }
}

function drawnWords(
  { kind, id }: { readonly kind: Parameters<typeof stopWords>[3]['kind']; readonly id: string },
  plan: Plan,
  storey: StoreyId,
): Text {
  const scene = sceneOf(plan, storey, 'changes');
  if (!scene) return text(id, id);
  const room =
    kind === 'room' ? scene.rooms.find(({ tags }) => tags.some((tag) => tag === id)) : undefined;
  const words = stopWords(plan, scene.storey, scene.rooms, { kind, id: room?.id ?? id });
  return words.en === '' ? text('房间标注', 'room tag') : words;
}
