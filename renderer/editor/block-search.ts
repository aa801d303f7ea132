import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  BlockAnswer,
  BlockAsk,
  BlockOffer,
  BlockStep,
} from '../../shared/propose/block/ask.ts';
import type { BlockTold } from '../workers/block-worker.ts';

/** Where a search for many households is. */
export interface BlockSearchState {
  /** What was asked last; null before the first question, and once it is forgotten. */
  readonly ask: BlockAsk | null;
  readonly isRunning: boolean;
  readonly step: Pick<BlockStep, 'stage' | 'share'> | null;
  /** The best so far, and in the end. */
  readonly offers: readonly BlockOffer[];
  readonly answer: BlockAnswer | null;
  readonly failed: boolean;
}

export interface BlockSearch {
  readonly state: StoreApi<BlockSearchState>;
  /** Gives up what is being searched, and searches this. */
  start(ask: BlockAsk): void;
  /** At once: the worker ends. What was found so far stays. */
  cancel(): void;
  /** The same, and nothing stays: the plan has changed. */
  forget(): void;
}

const idle: BlockSearchState = {
  ask: null,
  isRunning: false,
  step: null,
  offers: [],
  answer: null,
  failed: false,
};

export function createBlockSearch(): BlockSearch {
  const state = createStore<BlockSearchState>()(() => idle);
  let worker: Worker | null = null;
  const end = (): void => {
    worker?.terminate();
    worker = null;
  };
  const hear = (told: BlockTold): void => {
    switch (told.kind) {
      case 'step': {
        const { stage, share, offers } = told.step;
        state.setState({ step: { stage, share }, ...(offers ? { offers } : {}) });
        return;
      }
      case 'answer':
        end();
        state.setState({ isRunning: false, answer: told.answer, offers: told.answer.offers });
        return;
      case 'failed':
        console.error(told.message);
        end();
        state.setState({ isRunning: false, failed: true });
    }
  };
  return {
    state,
    start(ask) {
      end();
      state.setState({ ...idle, ask, isRunning: true });
      worker = new Worker(new URL('../workers/block-worker.ts', import.meta.url), {
        type: 'module',
      });
      worker.addEventListener('message', (event: MessageEvent<BlockTold>) => hear(event.data));
      worker.addEventListener('error', (event) => hear({ kind: 'failed', message: event.message }));
      worker.postMessage(ask);
    },
    cancel() {
      end();
      state.setState({ isRunning: false });
    },
    forget() {
      end();
      state.setState(idle);
    },
  };
}
