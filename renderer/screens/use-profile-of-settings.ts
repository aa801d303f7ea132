import { useEffect } from 'react';
import type { EditorStore } from '../editor/store.ts';
import { useSettings } from '../panels/settings-context.ts';

/** The profile of rules that this machine uses is the one that the editor checks with. */
export function useProfileOfSettings(store: EditorStore): void {
  const { profile } = useSettings().settings;
  useEffect(() => store.getState().set({ profile: profile ?? null }), [store, profile]);
}
