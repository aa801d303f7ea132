import type { BlockAnswer, BlockAsk, BlockStep } from '../../shared/propose/block/ask.ts';
import { proposeBlock } from '../../shared/propose/block/search.ts';

/** Searches parts for many households beside the window's thread: one question, steps, one answer. */
export type BlockTold =
  | { readonly kind: 'step'; readonly step: BlockStep }
  | { readonly kind: 'answer'; readonly answer: BlockAnswer }
  | { readonly kind: 'failed'; readonly message: string };

const tell = (told: BlockTold): void => self.postMessage(told);

/** ms between two steps that only say how far it is: the window has other things to do. */
const pause = 100;

self.addEventListener('message', (event: MessageEvent<BlockAsk>) => {
  try {
    const search = proposeBlock(event.data);
    let next = search.next();
    let told = Number.NEGATIVE_INFINITY;
    while (!next.done) {
      if (next.value.offers || performance.now() - told > pause) {
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
