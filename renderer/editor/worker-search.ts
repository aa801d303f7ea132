import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Plan } from '../../shared/plan/model.ts';
import { same } from '../../shared/records/facts.ts';
import type { ToldOf } from '../workers/answer-question.ts';
import { tellOfHand } from '../workers/hand-first.ts';

/** Where a search beside the window's thread is, and what it has found (`Found`) so far. */
export type SearchState<Ask, Step extends Progress, Found, Answer> = Found & {
  /** What was asked last; null before the first question, and once it is forgotten. */
  readonly ask: Ask | null;
  readonly isRunning: boolean;
  readonly step: Pick<Step, 'stage' | 'share'> | null;
  readonly answer: Answer | null;
  readonly failed: boolean;
};

interface Progress {
  readonly stage: string;
  /** 0 to 1. */
  readonly share: number;
}

export interface WorkerSearch<Ask, Step extends Progress, Found, Answer> {
  readonly state: StoreApi<SearchState<Ask, Step, Found, Answer>>;
  /** Gives up what is being searched, and searches this; what is known is answered at once. */
  start(ask: Ask): void;
  /** The same, but for a question that is on the screen already: that goes on, or stays as it is. */
  resume(ask: Ask): void;
  /** At once: the worker ends. What was found so far stays. */
  cancel(): void;
  /** The same, and nothing stays on the screen: the plan or the question has changed. */
  forget(): void;
  /** Shows what is being searched, or was found last, for such a question of this very plan. */
  recall(plan: Plan, isSuch: (ask: Ask) => boolean): Ask | null;
}

/** What one kind of search is made of. */
export interface SearchKind<Step, Found, Answer> {
  worker(): Worker;
  /** Where the hand moves that the search makes way for. */
  readonly hand?: EventTarget;
  readonly nothing: Found;
  /** What a step brings; nothing where it only says how far it is. */
  brought(step: Step): Partial<Found>;
  found(answer: Answer): Found;
}

/** Of so many plans what was found is kept. */
const mostPlans = 8;

/**
 * A search in a worker. What it found is kept for the plan that it is of, also where an undo made that
 * plan anew, so that leaving the room or the storey, or taking a proposal back, loses nothing.
 */
export function createWorkerSearch<
  Ask extends { readonly plan: Plan },
  Step extends Progress,
  Found extends object,
  Answer,
>(kind: SearchKind<Step, Found, Answer>): WorkerSearch<Ask, Step, Found, Answer> {
  type State = SearchState<Ask, Step, Found, Answer>;
  const idle: State = {
    ...kind.nothing,
    ask: null,
    isRunning: false,
    step: null,
    answer: null,
    failed: false,
  };
  const state = createStore<State>()(() => idle);
  /** By the plans that it is of, the newest last. */
  const known: { readonly plan: Plan; readonly found: Map<string, State> }[] = [];
  const foundOf = (plan: Plan): Map<string, State> | null =>
    known.find((one) => same(one.plan, plan))?.found ?? null;
  let worker: Worker | null = null;
  let leaveHand = (): void => {};
  // `Found` is open: that a part of the state stays one cannot be followed by the types.
  const put = (next: object): void => state.setState(next as Partial<State>);
  const remember = (): void => {
    const now = state.getState();
    if (!now.ask || now.failed) return;
    const ofPlan = foundOf(now.ask.plan) ?? new Map<string, State>();
    if (known.every(({ found }) => found !== ofPlan)) {
      known.push({ plan: now.ask.plan, found: ofPlan });
      if (known.length > mostPlans) known.shift();
    }
    const key = keyOf(now.ask);
    // The newest stands last.
    ofPlan.delete(key);
    ofPlan.set(key, now);
  };
  /** A search that runs ends with what it has. */
  const end = (): void => {
    worker?.terminate();
    leaveHand();
    worker = null;
    if (!state.getState().isRunning) return;
    put({ isRunning: false });
    remember();
  };
  const hear = (told: ToldOf<Step, Answer>): void => {
    switch (told.kind) {
      case 'step': {
        const { stage, share } = told.step;
        put({ step: { stage, share }, ...kind.brought(told.step) });
        return;
      }
      case 'answer':
        put({ answer: told.answer, ...kind.found(told.answer) });
        end();
        return;
      case 'failed':
        console.error(told.message);
        put({ failed: true });
        end();
    }
  };
  const start = (ask: Ask): void => {
    end();
    const before = foundOf(ask.plan)?.get(keyOf(ask));
    if (before?.answer) {
      state.setState({ ...before, ask });
      remember();
      return;
    }
    state.setState({ ...idle, ask, isRunning: true });
    worker = kind.worker();
    worker.addEventListener('message', ({ data }: MessageEvent<ToldOf<Step, Answer>>) =>
      hear(data),
    );
    worker.addEventListener('error', ({ message }) => hear({ kind: 'failed', message }));
    if (kind.hand) leaveHand = tellOfHand(worker, kind.hand);
    worker.postMessage(ask);
  };
  return {
    state,
    start,
    resume(ask) {
      const now = state.getState();
      const isSame = now.ask && same(now.ask.plan, ask.plan) && keyOf(now.ask) === keyOf(ask);
      if (!isSame || now.failed) start(ask);
      else put({ ask });
    },
    cancel: end,
    forget() {
      end();
      state.setState(idle);
    },
    recall(plan, isSuch) {
      const { ask, failed } = state.getState();
      if (ask && same(ask.plan, plan) && isSuch(ask) && !failed) {
        put({ ask: { ...ask, plan } });
        return ask;
      }
      const such = [...(foundOf(plan)?.values() ?? [])].filter(
        ({ ask }) => ask !== null && isSuch(ask),
      );
      const last = such.at(-1);
      if (!last?.ask) return null;
      end();
      state.setState({ ...last, ask: { ...last.ask, plan } });
      return last.ask;
    },
  };
}

/** Of one plan, a question is known by the rest of it. */
const keyOf = <Ask extends { readonly plan: Plan }>({ plan: _, ...rest }: Ask): string =>
  JSON.stringify(rest);
