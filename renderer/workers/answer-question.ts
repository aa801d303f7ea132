/** What a search beside the window's thread tells: steps, then one answer. */
export type ToldOf<Step, Answer> =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly message: string };

/** ms between two steps that only say how far it is: the window has other things to do. */
const pause = 100;

/** Searches what is asked of this worker; steps that bring something new are told at once. */
export function answerQuestion<Ask, Step, Answer>(
  search: (ask: Ask) => Generator<Step, Answer>,
  isNews: (step: Step) => boolean,
): void {
  const tell = (told: ToldOf<Step, Answer>): void => self.postMessage(told);
  self.addEventListener('message', (event: MessageEvent<Ask>) => {
    try {
      const steps = search(event.data);
      let next = steps.next();
      let told = Number.NEGATIVE_INFINITY;
      while (!next.done) {
        if (isNews(next.value) || performance.now() - told > pause) {
          tell({ kind: 'step', step: next.value });
          told = performance.now();
        }
        next = steps.next();
      }
      tell({ kind: 'answer', answer: next.value });
    } catch (error) {
      tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  });
}
