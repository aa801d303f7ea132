import { entries, type Plan, type RiserKind, type StoreyId } from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import { type Text, text } from '../text.ts';
import type { Programme } from './programme.ts';

type Needs = Pick<Programme, 'kitchen' | 'bath'>;

const has = (plan: Plan, storey: StoreyId, kinds: readonly RiserKind[]): boolean =>
  entries(plan.storeys[storey]?.risers ?? {}).some(
    ([, one]) => kinds.includes(one.kind) && standsAt(one.phase, 'after'),
  );

/**
 * What nobody could check of the drains on a storey, as no stack for them is recorded there; null where
 * all that the programme needs is. A WC needs a soil stack; a kitchen alone, any stack.
 */
export function drainsUnchecked(plan: Plan, storey: StoreyId, { bath }: Needs): Text | null {
  if (!has(plan, storey, ['soil', 'waste'])) return noStacks;
  return bath && !has(plan, storey, ['soil']) ? noSoilStack : null;
}

const noStacks = text(
  '本层没有录入排水立管，排水未核：请先补录立管，再定方案。',
  'No stack is recorded on this storey, so the drains were not checked: record the stacks before deciding.',
);
const noSoilStack = text(
  '本层没有录入污水立管，便器排水未核：请先补录立管，再定方案。',
  'No soil stack is recorded on this storey, so the drains of the WCs were not checked: record it before deciding.',
);
