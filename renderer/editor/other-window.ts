import type { StoreApi } from 'zustand/vanilla';
import type { Arguments } from '../../shared/bridge.ts';
import type { BuildingId, Plan, SchemeId, StoreyId } from '../../shared/plan/model.ts';
import { freeSchemeName } from '../../shared/records/scheme-names.ts';
import type { Autosave } from './autosave.ts';
import type { OtherSaves } from './other-saves.ts';
import type { Request, SessionState } from './session.ts';
import type { EditorStore } from './store.ts';

/**
 * The ways on where another window's draft of the same scheme lies on disk and this window's may not
 * be written over it. None of them drops either draft.
 */
export interface OtherWindow {
  /** Shows the other draft on the plan; nothing can be edited meanwhile. */
  look(): Promise<void>;
  /** This window's work becomes the draft of a new scheme, which is answered; this session is over. */
  keepAsScheme(name: string): Promise<SchemeId>;
  /** The other draft is kept as a version, and this window's becomes the draft. */
  takeOver(note: string): Promise<void>;
}

export function otherWindow(options: {
  readonly request: Request;
  readonly ref: { readonly building: BuildingId; readonly scheme: SchemeId };
  /** This window, as its drafts are known by. */
  readonly window: string;
  readonly store: EditorStore;
  readonly state: StoreApi<SessionState>;
  readonly autosave: Autosave;
  readonly whileSaving: OtherSaves['whileSaving'];
  /** This window's draft as it is now. */
  readonly draft: () => Arguments<'draft.write'>['draft'];
  readonly storeyIn: (plan: Plan) => StoreyId | undefined;
}): OtherWindow {
  const { request, ref, store, state, autosave, window } = options;
  const tryAgain = (): Promise<void> => {
    autosave.edited();
    return autosave.flush();
  };
  return {
    async look() {
      const other = await request('draft.read', ref);
      // Saved or discarded meanwhile: nothing stands in the way any more.
      if (!other) return tryAgain();
      const storey = options.storeyIn(other.plan);
      store.getState().set({
        reading: { version: null, plan: other.plan },
        tool: 'select',
        scratch: null,
        selection: [],
        selectedRoom: null,
        highlight: [],
        measured: null,
        ...(storey ? { storey } : {}),
      });
    },
    async keepAsScheme(name) {
      const { building } = ref;
      const created = await request('scheme.create', {
        building,
        name: freeSchemeName(name, state.getState().content.schemes),
        description: '',
        from: null,
      });
      const empty = created.content.schemes.find(({ id }) => id === created.scheme)?.draft;
      await request('draft.write', {
        building,
        scheme: created.scheme,
        draft: { ...options.draft(), base: null },
        held: { window, follows: empty?.savedAt ?? null },
      });
      autosave.settled();
      autosave.stop();
      return created.scheme;
    },
    async takeOver(note) {
      const other = await request('draft.read', ref);
      if (other) {
        await options.whileSaving(async () => {
          const { content } = await request('version.save', {
            ...ref,
            plan: other.plan,
            note,
            parents: other.base === null ? [] : [other.base],
            held: { window, follows: other.savedAt },
          });
          state.setState({ content });
        });
      }
      store.getState().set({ reading: null });
      await tryAgain();
    },
  };
}
