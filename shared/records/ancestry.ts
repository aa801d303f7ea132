import type { RecordId } from './record.ts';

/** What ancestry needs of a version. Newer versions may name parents that have not arrived. */
export interface Descent {
  readonly id: RecordId;
  readonly parents: readonly RecordId[];
}

/**
 * The version that two heads were last drawn from: of all that both descend from, the newest that no
 * other of them descends from, by id, which starts with the time. Null where they have no common past
 * here. A version counts as its own ancestor, so that of a head and its parent the parent is the base.
 */
export function commonAncestor(
  versions: readonly Descent[],
  one: RecordId,
  other: RecordId,
): RecordId | null {
  const parents = new Map(versions.map(({ id, parents: of }) => [id, of]));
  const pastOf = (id: RecordId): ReadonlySet<RecordId> => {
    const past = new Set<RecordId>();
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (past.has(next) || !parents.has(next)) continue;
      past.add(next);
      open.push(...parents.get(next)!);
    }
    return past;
  };
  const past = pastOf(other);
  const common = [...pastOf(one)].filter((id) => past.has(id));
  const beneath = new Set(
    common.flatMap((id) => parents.get(id)!.flatMap((parent) => [...pastOf(parent)])),
  );
  return (
    common
      .filter((id) => !beneath.has(id))
      .sort()
      .at(-1) ?? null
  );
}
