import { type Plan, type StoreyId, storeysByLevel } from '../plan/model.ts';

/** The storey one down: under the ground storey, 1, lies the basement, -1, as nothing is called 0. */
const oneDown = (level: number): number => (level === 1 ? -1 : level - 1);

/**
 * The levels that a building must have under one of its storeys and that nobody has drawn, from the
 * lowest up: all down to the next drawn storey, or down to the ground. That there is a basement is
 * known only where one is drawn.
 */
export function undrawnBelow(plan: Plan, storey: StoreyId): number[] {
  const { level } = plan.storeys[storey]!;
  const lower = storeysByLevel(plan).filter(([, one]) => one.level < level);
  const drawn = lower.at(-1)?.[1].level;
  const found: number[] = [];
  const least = drawn === undefined ? 1 : drawn + 1;
  for (let down = oneDown(level); down >= least; down = oneDown(down)) found.push(down);
  return found.filter((one) => one !== 0).reverse();
}
