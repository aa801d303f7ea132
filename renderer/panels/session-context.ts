import { createContext, use } from 'react';
import type { EditorSession } from '../editor/session.ts';

/** What panels need beyond the store: the session, and the ways out of the editor. */
export interface EditorRoom {
  readonly session: EditorSession;
  leave(): void;
  openScheme(scheme: EditorSession['scheme']): void;
  chooseScheme(): void;
  /** Forgets the draft and opens the scheme again at its newest version. */
  discardDraft(): void;
}

export const EditorRoomContext = createContext<EditorRoom | null>(null);

export function useEditorRoom(): EditorRoom {
  const room = use(EditorRoomContext);
  if (!room) throw new Error('a panel of the editor outside of an editor');
  return room;
}
