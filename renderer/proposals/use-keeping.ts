import { useState } from 'react';
import type { Plan } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { useEditorRoom } from '../panels/session-context.ts';

/** Saves a proposal's plan as a scheme of its own; the one that is open stays as it is. */
export function useKeeping(store: EditorStore) {
  const say = useSay();
  const { session } = useEditorRoom();
  const [isKeeping, setIsKeeping] = useState(false);
  const keep = async (plan: Plan, programme: Text): Promise<void> => {
    setIsKeeping(true);
    try {
      const name = await session.keepAsScheme(
        plan,
        say(text('备选', 'Alternative')),
        say(programme),
      );
      store.getState().set({
        message: {
          tone: 'success',
          text: text(`已另存为“${name}”。`, `Kept as “${name}”.`),
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
