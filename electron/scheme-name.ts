import type { SchemeId } from '../shared/plan/model.ts';
import type { SchemeState } from '../shared/records/fold.ts';
import { schemeCalled, takenNameWords } from '../shared/records/scheme-names.ts';
import { Explained } from './explained.ts';

/** Throws `Explained` where another scheme of the building has this name, archived ones included. */
export function refuseTakenName(
  name: string,
  schemes: readonly SchemeState[],
  own: SchemeId | null = null,
): void {
  const other = schemeCalled(name, schemes, own);
  if (other) throw new Explained(takenNameWords(other));
}
