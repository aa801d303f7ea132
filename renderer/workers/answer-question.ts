import { handFirst, handMoves, pauseInWorker } from './hand-first.ts';
import { type Telling, telling } from './telling.ts';

/** What a search beside the window's thread tells: steps, then one answer. */
export type ToldOf<Step, Answer> =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Searches what is asked of this worker; the first step that brings something new is told at once. Waits
 * where it is told that the hand moves.
 */
export function answerQuestion<Ask, Step extends object, Answer>(
  search: (ask: Ask) => Generator<Step, Answer>,
  isNews: (step: Step) => boolean,
): void {
  const tell = (told: ToldOf<Step, Answer>): void => self.postMessage(told);
  const hand = handFirst({ now: () => performance.now(), pause: pauseInWorker() });
  const answer = async (ask: Ask): Promise<void> => {
    try {
      const steps = search(ask);
      const step: Telling<Step> = telling({
        tell: (made) => tell({ kind: 'step', step: made }),
        isNews,
        now: () => performance.now(),
      });
      let next = steps.next();
      while (!next.done) {
        step(next.value);
        const turn = hand.turn();
        if (turn) await turn;
        next = steps.next();
      }
      tell({ kind: 'answer', answer: next.value });
    } catch (error) {
      tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  self.addEventListener('message', ({ data }: MessageEvent<Ask | typeof handMoves>) => {
    if (data === handMoves) hand.moved();
    else void answer(data as Ask);
  });
}
