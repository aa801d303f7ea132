import { useState } from 'react';
import type { Plan } from '../../shared/plan/model.ts';
import type { Offer } from '../../shared/propose/offer.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { useEditorRoom } from '../panels/session-context.ts';
import { keptWords } from './kept-words.ts';
import type { Looked } from './proposal-command.ts';

/** Saves a proposal's plan as a scheme of its own; the one that is open stays as it is. */
export function useKeeping(store: EditorStore) {
  const say = useSay();
  const { session } = useEditorRoom();
  const [isKeeping, setIsKeeping] = useState(false);
  const keep = async (drawn: Plan, offer: Offer, looked: Looked | null): Promise<void> => {
    setIsKeeping(true);
    try {
      const { name, isNew } = await session.keepAsScheme(drawn, {
        word: say(text('备选', 'Alternative')),
        what: say(keptWords(store.getState().history.plan, offer)),
        description: say(offer.rank),
        sameAs: JSON.stringify([offer.proposal, looked?.change ?? null]),
      });
      store.getState().set({
        message: {
          tone: isNew ? 'success' : 'info',
          text: isNew
            ? text(`已另存为“${name}”。`, `Kept as “${name}”.`)
            : text(`这个方案已另存为“${name}”。`, `This one is kept already, as “${name}”.`),
        },
      });
    } catch (error) {
      console.error(error);
      store.getState().set({
        message: {
          tone: 'error',
          text: text('没有存上，请重试。', 'It could not be kept. Try again.'),
        },
      });
    } finally {
      setIsKeeping(false);
    }
  };
  return { keep, isKeeping };
}
