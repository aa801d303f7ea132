import { useStore } from 'zustand';
import type { SchemeSummary } from '../../shared/bridge.ts';
import type { Text } from '../../shared/text.ts';
import { schemeWords } from '../language/scheme-words.ts';
import { useEditorRoom } from './session-context.ts';

/** A scheme of the open building as it is called among the others. */
export function useSchemeWords(scheme: SchemeSummary): Text {
  const { session } = useEditorRoom();
  const schemes = useStore(session.state, (state) => state.content.schemes);
  return schemeWords(scheme, schemes);
}
