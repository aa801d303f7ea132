import type {
  BlockAnswer,
  BlockAsk,
  BlockOffer,
  BlockStep,
} from '../../shared/propose/block/ask.ts';
import type { NoWayIn } from '../../shared/propose/no-way-in.ts';
import type { Offer } from '../../shared/propose/offer.ts';
import type { Answer, Ask, Step } from '../../shared/propose/propose.ts';
import type { Relaxation } from '../../shared/propose/relax.ts';
import type { EditorStore } from './store.ts';
import { createWorkerSearch, type WorkerSearch } from './worker-search.ts';

interface PairFound {
  /** The best so far, and in the end. */
  readonly offers: readonly Offer[];
  /** Where there are none: what would make one possible, as far as is known. */
  readonly relaxations: readonly Relaxation[];
  readonly noWayIn: readonly NoWayIn[];
}
interface BlockFound {
  /** The best so far, and in the end. */
  readonly offers: readonly BlockOffer[];
}

/** The searches for proposals of one editor: for two in a room, and for all who share some. */
export interface ProposalSearches {
  readonly pair: WorkerSearch<Ask, Step, PairFound, Answer>;
  readonly block: WorkerSearch<BlockAsk, BlockStep, BlockFound, BlockAnswer>;
}

const ofEditor = new WeakMap<EditorStore, ProposalSearches>();

/** The same ones each time: what was found is still there when a person comes back. */
export function searchesOf(store: EditorStore): ProposalSearches {
  const searches = ofEditor.get(store) ?? createSearches();
  ofEditor.set(store, searches);
  return searches;
}

const createSearches = (): ProposalSearches => ({
  pair: createWorkerSearch({
    worker: () =>
      new Worker(new URL('../workers/propose-worker.ts', import.meta.url), { type: 'module' }),
    hand: window,
    nothing: { offers: [], relaxations: [], noWayIn: [] },
    brought: ({ offers, relaxations, noWayIn }) => ({
      ...(offers ? { offers } : {}),
      ...(relaxations ? { relaxations } : {}),
      ...(noWayIn ? { noWayIn } : {}),
    }),
    found: ({ offers, relaxations, noWayIn }) => ({ offers, relaxations, noWayIn }),
  }),
  block: createWorkerSearch({
    worker: () =>
      new Worker(new URL('../workers/block-worker.ts', import.meta.url), { type: 'module' }),
    hand: window,
    nothing: { offers: [] },
    brought: ({ offers }) => (offers ? { offers } : {}),
    found: ({ offers }) => ({ offers }),
  }),
});
