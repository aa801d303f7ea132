import type { OpeningId, OpeningKind, Plan } from '../plan/model.ts';
import { type Text, text } from '../text.ts';
import type { ElementChange } from './element-changes.ts';

export type ToldKind = OpeningKind | Exclude<ElementChange['kind'], 'opening'>;

/** In the order in which they are told. */
export const kindNames: Readonly<
  Record<ToldKind, { readonly zh: string; readonly one: string; readonly many: string }>
> = {
  storey: { zh: '楼层', one: 'storey', many: 'storeys' },
  wall: { zh: '墙', one: 'wall', many: 'walls' },
  joint: { zh: '墙端', one: 'end of a wall', many: 'ends of walls' },
  door: { zh: '门', one: 'door', many: 'doors' },
  window: { zh: '窗', one: 'window', many: 'windows' },
  passage: { zh: '门洞', one: 'passage', many: 'passages' },
  room: { zh: '房间', one: 'room', many: 'rooms' },
  fixture: { zh: '设施', one: 'fixture', many: 'fixtures' },
  riser: { zh: '立管', one: 'riser', many: 'risers' },
  household: { zh: '住户', one: 'household', many: 'households' },
  tenancy: { zh: '租赁凭证', one: 'certificate', many: 'certificates' },
  dimension: { zh: '尺寸标注', one: 'dimension', many: 'dimensions' },
  note: { zh: '文字', one: 'note', many: 'notes' },
  axis: { zh: '轴线', one: 'axis', many: 'axes' },
  underlay: { zh: '底图', one: 'underlay', many: 'underlays' },
  plan: { zh: '总体信息', one: 'fact of the plan', many: 'facts of the plan' },
};

/** How many of what kind changed between two plans: `3 walls, 1 door`; empty where nothing did. */
export function countedChanges(changes: readonly ElementChange[], before: Plan, after: Plan): Text {
  const counts = new Map<ToldKind, number>();
  for (const change of changes) {
    const kind = kindOf(change, before, after);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const told = (Object.keys(kindNames) as ToldKind[]).flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    const { zh, one, many } = kindNames[kind];
    return count === 0 ? [] : [text(`${zh} ${count}`, `${count} ${count === 1 ? one : many}`)];
  });
  return text(told.map(({ zh }) => zh).join('、'), told.map(({ en }) => en).join(', '));
}

/** An opening is told by its own kind: a door is none of the windows. */
export function kindOf({ kind, id, storey }: ElementChange, before: Plan, after: Plan): ToldKind {
  if (kind !== 'opening') return kind;
  const [found] = [after, before].flatMap((plan) =>
    storey === null ? [] : (plan.storeys[storey]?.openings[id as OpeningId] ?? []),
  );
  return found?.kind ?? 'door';
}
