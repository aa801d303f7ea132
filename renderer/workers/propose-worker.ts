import { type Answer, type Ask, propose, type Step } from '../../shared/propose/propose.ts';

/** Searches for divisions beside the window's thread: one question, steps, one answer. */
export type Told =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly message: string };

const tell = (told: Told): void => self.postMessage(told);

/** ms between two steps that only say how far it is: the window has other things to do. */
const pause = 100;

self.addEventListener('message', (event: MessageEvent<Ask>) => {
  try {
    const search = propose(event.data);
    let next = search.next();
    let told = Number.NEGATIVE_INFINITY;
    while (!next.done) {
      const { offers, relaxations } = next.value;
      if (offers || relaxations || performance.now() - told > pause) {
        tell({ kind: 'step', step: next.value });
        told = performance.now();
      }
      next = search.next();
    }
    tell({ kind: 'answer', answer: next.value });
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
