import { describe, expect, test } from 'vitest';
import { emptyPlan } from '../../renderer/editor/session-start.ts';
import { createWorkerSearch } from '../../renderer/editor/worker-search.ts';
import type { ToldOf } from '../../renderer/workers/answer-question.ts';
import { perform, startHistory, undo } from '../../shared/edit/history.ts';
import type { HouseholdId, Plan } from '../../shared/plan/model.ts';
import { countingIds } from '../plan/draw-plan.ts';

/** A search beside the window's thread: what is asked twice of one plan is searched once. */

interface Ask {
  readonly plan: Plan;
  readonly room: string;
}
interface Step {
  readonly stage: 'first';
  readonly share: number;
  readonly offers: readonly string[] | null;
}
interface Answer {
  readonly offers: readonly string[];
}
type Told = ToldOf<Step, Answer>;

class FakeWorker extends EventTarget {
  asked: Ask | null = null;
  hasEnded = false;
  postMessage(ask: Ask): void {
    this.asked = ask;
  }
  terminate(): void {
    this.hasEnded = true;
  }
  tells(data: Told): void {
    if (!this.hasEnded) this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const search = createWorkerSearch<Ask, Step, { readonly offers: readonly string[] }, Answer>({
    worker: () => {
      workers.push(new FakeWorker());
      return workers.at(-1) as unknown as Worker;
    },
    nothing: { offers: [] },
    brought: ({ offers }) => (offers ? { offers } : {}),
    found: ({ offers }) => ({ offers }),
  });
  return { search, workers, state: () => search.state.getState() };
}

const plan = emptyPlan(countingIds('p'));
const otherPlan: Plan = { ...plan, households: { ['household_1' as HouseholdId]: { door: '1' } } };
const step = (...offers: string[]): Told => ({
  kind: 'step',
  step: { stage: 'first', share: 0.5, offers: offers.length > 0 ? offers : null },
});
const answer = (...offers: string[]): Told => ({ kind: 'answer', answer: { offers } });

describe('a search in a worker', () => {
  test('shows the best so far, and ends its worker with the answer', () => {
    const { search, workers, state } = setUp();
    search.start({ plan, room: 'a' });
    workers[0]?.tells(step('x'));
    workers[0]?.tells(step());
    expect(state()).toMatchObject({ isRunning: true, offers: ['x'], step: { share: 0.5 } });
    workers[0]?.tells(answer('y', 'x'));
    expect(state()).toMatchObject({ isRunning: false, offers: ['y', 'x'] });
    expect(workers[0]?.hasEnded).toBe(true);
  });

  test('answers what it knows without a second search', () => {
    const { search, workers, state } = setUp();
    search.start({ plan, room: 'a' });
    workers[0]?.tells(answer('x'));
    search.start({ plan, room: 'b' });
    workers[1]?.tells(answer('y'));
    search.start({ plan, room: 'a' });
    expect(workers).toHaveLength(2);
    expect(state()).toMatchObject({ isRunning: false, offers: ['x'], ask: { room: 'a' } });
  });

  test('searches again where it was stopped, and of another plan', () => {
    const { search, workers, state } = setUp();
    search.start({ plan, room: 'a' });
    workers[0]?.tells(step('x'));
    search.cancel();
    expect(state()).toMatchObject({ isRunning: false, offers: ['x'], answer: null });
    search.start({ plan, room: 'a' });
    workers[1]?.tells(answer('x'));
    search.start({ plan: otherPlan, room: 'a' });
    expect(workers).toHaveLength(3);
    expect(state()).toMatchObject({ isRunning: true, offers: [] });
  });

  test('brings back what was found last for such a question, also what was left half done', () => {
    const { search, workers, state } = setUp();
    search.start({ plan, room: 'a' });
    workers[0]?.tells(answer('x'));
    search.start({ plan, room: 'b' });
    workers[1]?.tells(step('y'));
    search.forget();
    expect(state()).toMatchObject({ ask: null, offers: [] });
    expect(search.recall(otherPlan, () => true)).toBeNull();
    expect(search.recall(plan, ({ room }) => room === 'c')).toBeNull();
    expect(search.recall(plan, () => true)?.room).toBe('b');
    expect(state()).toMatchObject({ isRunning: false, offers: ['y'] });
    expect(search.recall(plan, ({ room }) => room === 'a')?.room).toBe('a');
    expect(state().offers).toEqual(['x']);
  });

  test('brings back what was found before an edit that was undone: the same plan, made anew', () => {
    const { search, workers, state } = setUp();
    const edited = perform(startHistory(plan), {
      label: { zh: '', en: '' },
      apply: (draft) => {
        draft.households['household_1' as HouseholdId] = { door: '1' };
      },
    }).history;
    const back = undo(edited).plan;
    expect(back).not.toBe(plan);
    search.start({ plan, room: 'a' });
    workers[0]?.tells(answer('x'));
    search.forget();
    expect(search.recall(edited.plan, () => true)).toBeNull();
    expect(search.recall(back, () => true)?.room).toBe('a');
    expect(state().ask?.plan).toBe(back);
    search.forget();
    search.resume({ plan: back, room: 'a' });
    expect(workers).toHaveLength(1);
    expect(state()).toMatchObject({ isRunning: false, offers: ['x'] });
  });

  test('goes on when it is asked again, and stays stopped where it was stopped', () => {
    const { search, workers, state } = setUp();
    search.start({ plan, room: 'a' });
    workers[0]?.tells(step('x'));
    search.resume({ plan, room: 'a' });
    expect(search.recall(plan, ({ room }) => room === 'a')?.room).toBe('a');
    expect(workers).toHaveLength(1);
    expect(workers[0]?.hasEnded).toBe(false);
    expect(state()).toMatchObject({ isRunning: true, offers: ['x'] });
    search.cancel();
    search.resume({ plan, room: 'a' });
    expect(workers).toHaveLength(1);
    expect(state()).toMatchObject({ isRunning: false, offers: ['x'] });
    search.resume({ plan: otherPlan, room: 'a' });
    expect(workers).toHaveLength(2);
    search.resume({ plan, room: 'b' });
    expect(workers).toHaveLength(3);
    expect(workers[1]?.hasEnded).toBe(true);
  });

  test('that breaks down says so, and is not remembered', () => {
    const { search, workers, state } = setUp();
    search.start({ plan, room: 'a' });
    workers[0]?.tells({ kind: 'failed', message: 'broken' });
    expect(state()).toMatchObject({ isRunning: false, failed: true });
    search.forget();
    expect(search.recall(plan, () => true)).toBeNull();
  });
});
