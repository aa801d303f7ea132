import type { IdKind, IdOfKind, NewId } from '../plan/model.ts';

/**
 * Ids for what is made only to be looked at, counted from one: the same from look to look, as each is
 * of the plan without the one before.
 */
export function scratchIds(): NewId {
  let count = 0;
  return <K extends IdKind>(kind: K) => {
    count += 1;
    return `${kind}_.scratch.${count}` as IdOfKind[K];
  };
}
