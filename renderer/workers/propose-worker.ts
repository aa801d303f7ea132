import { type Answer, type Ask, propose, type Step } from '../../shared/propose/propose.ts';

/** Searches for divisions beside the window's thread: one question, steps, one answer. */
export type Told =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly message: string };

const tell = (told: Told): void => self.postMessage(told);

self.addEventListener('message', (event: MessageEvent<Ask>) => {
  try {
    const search = propose(event.data);
    let next = search.next();
    while (!next.done) {
      tell({ kind: 'step', step: next.value });
      next = search.next();
    }
    tell({ kind: 'answer', answer: next.value });
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
