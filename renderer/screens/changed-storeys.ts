import { type Plan, type StoreyId, storeysByLevel } from '../../shared/plan/model.ts';
import type { ElementChange } from '../../shared/records/element-changes.ts';

/** A storey that one of two plans has, and how much of it is different in the other. */
export interface ComparedStorey {
  readonly id: StoreyId;
  /** As in the later plan, where it is there. */
  readonly name: string;
  readonly changes: number;
}

/** The storeys of both plans, the lowest first. */
export function comparedStoreys(
  before: Plan,
  after: Plan,
  changes: readonly ElementChange[],
): ComparedStorey[] {
  const known = new Map([...storeysByLevel(before), ...storeysByLevel(after)]);
  const counts = Map.groupBy(changes, ({ kind, id, storey }) => (kind === 'storey' ? id : storey));
  return [...known]
    .sort(([, left], [, right]) => left.level - right.level)
    .map(([id, { name }]) => ({ id, name, changes: counts.get(id)?.length ?? 0 }));
}

/** Where looking begins: at the lowest storey on which something is different. */
export const firstChanged = (storeys: readonly ComparedStorey[]): StoreyId | null =>
  (storeys.find(({ changes }) => changes > 0) ?? storeys[0])?.id ?? null;
