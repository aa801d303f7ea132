import type { Side } from '../../shared/records/merge.ts';
import {
  type Foreseen,
  foresight,
  type MergeHeads,
  type SurveyHeads,
} from '../editor/merge-foresight.ts';

/** Works out beside the window's thread what the rules say of each choice of a merge. */

/** The heads come first and once; every choice gives up what was asked before it. */
export type ForesightAsk =
  | { readonly kind: 'heads'; readonly heads: MergeHeads | SurveyHeads }
  | {
      readonly kind: 'choices';
      readonly turn: number;
      readonly choices: readonly (readonly [string, Side])[];
    };
export type ForesightTold =
  | { readonly kind: 'foreseen'; readonly turn: number; readonly foreseen: Foreseen }
  | { readonly kind: 'done'; readonly turn: number }
  | { readonly kind: 'failed'; readonly message: string };

let ask: ReturnType<typeof foresight> | null = null;
let steps: Generator<Foreseen, void> | null = null;
let turn = 0;

const tell = (told: ForesightTold): void => self.postMessage(told);

/** One check, and then whatever has been asked meanwhile. */
function next(): void {
  try {
    const step = steps?.next();
    if (!step) return;
    if (step.done) {
      steps = null;
      tell({ kind: 'done', turn });
      return;
    }
    tell({ kind: 'foreseen', turn, foreseen: step.value });
    const going = steps;
    setTimeout(() => {
      if (steps === going) next();
    });
  } catch (error) {
    steps = null;
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ForesightAsk>) => {
  try {
    if (data.kind === 'heads') {
      ask = foresight(data.heads);
      return;
    }
    turn = data.turn;
    steps = ask?.(new Map(data.choices)) ?? null;
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    return;
  }
  next();
});
