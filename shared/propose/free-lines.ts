import { entries, type Plan, type RiserKind } from '../plan/model.ts';

/** Names for new lines of stacks, after those that the building has. */
export function freeLines(plan: Plan): (kind: RiserKind) => string {
  const taken = new Set(
    entries(plan.storeys).flatMap(([, { risers }]) => entries(risers).map(([, { line }]) => line)),
  );
  return (kind) => {
    const name = kind === 'soil' ? '污水' : '废水';
    let number = 1;
    while (taken.has(`${name}${number}`)) number += 1;
    taken.add(`${name}${number}`);
    return `${name}${number}`;
  };
}
