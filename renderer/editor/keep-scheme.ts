import type { StoreApi } from 'zustand/vanilla';
import type { BuildingId, Plan, SchemeId } from '../../shared/plan/model.ts';
import { schemeCalled } from '../../shared/records/scheme-names.ts';
import type { Request, SessionState } from './session.ts';
import type { EditorStore } from './store.ts';

/** What a plan is kept as, in the words of whoever keeps it. */
export interface Kept {
  /** The scheme is called `<word> 3 <what>`. */
  readonly word: string;
  /** What tells it from others: the room, the programme, the areas. */
  readonly what: string;
  /** Why it stands where it does, for whoever opens it later. */
  readonly description: string;
  /** The same for what is drawn the same on the plan that is open. */
  readonly sameAs: string;
}

/**
 * Saves a plan as the first version of a new scheme; the scheme that is open stays open. Where the same
 * was kept from this plan already, that scheme is answered and nothing is saved.
 */
export type KeepAsScheme = (
  plan: Plan,
  kept: Kept,
) => Promise<{ readonly name: string; readonly isNew: boolean }>;

export function keepingSchemes(options: {
  readonly request: Request;
  readonly building: BuildingId;
  readonly store: EditorStore;
  readonly state: StoreApi<SessionState>;
}): KeepAsScheme {
  const { request, building, store, state } = options;
  const keptOf = new WeakMap<Plan, Map<string, SchemeId>>();
  return async (plan, { word, what, description, sameAs }) => {
    const { schemes } = state.getState().content;
    const open = store.getState().history.plan;
    const known = keptOf.get(open) ?? new Map<string, SchemeId>();
    keptOf.set(open, known);
    const earlier = schemes.find(({ id, archived }) => id === known.get(sameAs) && !archived);
    if (earlier) return { name: earlier.name, isNew: false };
    let number = schemes.length + 1;
    while (schemeCalled(`${word} ${number} ${what}`, schemes)) number += 1;
    const name = `${word} ${number} ${what}`;
    const created = await request('scheme.create', { building, name, description, from: null });
    const made = { building, scheme: created.scheme };
    try {
      const first = { plan, note: what, parents: [], held: { window: '', follows: null } };
      const answer = await request('version.save', { ...made, ...first });
      state.setState({ content: answer.content });
    } catch (error) {
      // Nothing is ever deleted: what was begun for it goes out of the way.
      const gone = { ...made, name, description, archived: true };
      const content = await request('scheme.describe', gone).catch(() => created.content);
      state.setState({ content });
      throw error;
    }
    known.set(sameAs, created.scheme);
    return { name, isNew: true };
  };
}
