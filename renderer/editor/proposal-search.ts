import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NoWayIn } from '../../shared/propose/no-way-in.ts';
import type { Offer } from '../../shared/propose/offer.ts';
import type { Answer, Ask, Step } from '../../shared/propose/propose.ts';
import type { Relaxation } from '../../shared/propose/relax.ts';
import type { Told } from '../workers/propose-worker.ts';

/** Where a search for divisions is. */
export interface SearchState {
  /** What was asked last; null before the first question. */
  readonly ask: Ask | null;
  readonly isRunning: boolean;
  readonly step: Pick<Step, 'stage' | 'share'> | null;
  /** The best so far, and in the end. */
  readonly offers: readonly Offer[];
  /** Where there are none: what would make one possible, as far as is known. */
  readonly relaxations: readonly Relaxation[];
  readonly noWayIn: readonly NoWayIn[];
  readonly answer: Answer | null;
  readonly failed: boolean;
}

export interface ProposalSearch {
  readonly state: StoreApi<SearchState>;
  /** Gives up what is being searched, and searches this. */
  start(ask: Ask): void;
  /** At once: the worker ends. What was found so far stays. */
  cancel(): void;
}

const idle: SearchState = {
  ask: null,
  isRunning: false,
  step: null,
  offers: [],
  relaxations: [],
  noWayIn: [],
  answer: null,
  failed: false,
};

export function createProposalSearch(): ProposalSearch {
  const state = createStore<SearchState>()(() => idle);
  let worker: Worker | null = null;
  const end = (): void => {
    worker?.terminate();
    worker = null;
  };
  const hear = (told: Told): void => {
    switch (told.kind) {
      case 'step': {
        const { stage, share, offers, relaxations, noWayIn } = told.step;
        state.setState({
          step: { stage, share },
          ...(offers ? { offers } : {}),
          ...(relaxations ? { relaxations } : {}),
          ...(noWayIn ? { noWayIn } : {}),
        });
        return;
      }
      case 'answer':
        end();
        state.setState({
          isRunning: false,
          answer: told.answer,
          offers: told.answer.offers,
          relaxations: told.answer.relaxations,
          noWayIn: told.answer.noWayIn,
        });
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
      worker = new Worker(new URL('../workers/propose-worker.ts', import.meta.url), {
        type: 'module',
      });
      worker.addEventListener('message', (event: MessageEvent<Told>) => hear(event.data));
      worker.addEventListener('error', (event) => hear({ kind: 'failed', message: event.message }));
      worker.postMessage(ask);
    },
    cancel() {
      end();
      state.setState({ isRunning: false });
    },
  };
}
