import type { Answer } from '../shared/bridge.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import { connection, request } from './bridge-client.ts';

/**
 * Hears of records that arrive in the library or go from it, until the answer is called. Where the host
 * was gone, it listens again once that is back.
 */
export function listenToLibrary(listener: {
  /** At the beginning and after each loss of the host: whatever came before goes unheard. */
  began(): Promise<void> | void;
  heard(buildings: readonly BuildingId[]): Promise<void> | void;
  failed(error: unknown): void;
}): () => void {
  let isOver = false;
  const given = new AbortController();
  const listen = async (): Promise<void> => {
    // The mark is older than what is read at the beginning, so that nothing arrives between the two.
    let { mark } = await request('library.changes', { since: null }, given.signal);
    if (!isOver) await listener.began();
    while (!isOver) {
      const answer: Answer<'library.changes'> = await request(
        'library.changes',
        { since: mark },
        given.signal,
      );
      mark = answer.mark;
      if (answer.buildings.length > 0 && !isOver) await listener.heard(answer.buildings);
    }
  };
  const start = (): void =>
    void listen().catch((error: unknown) => {
      if (!isOver) listener.failed(error);
    });
  start();
  const stop = connection.subscribe(({ state }, before) => {
    if (state === 'connected' && before.state === 'lost' && !isOver) start();
  });
  return () => {
    isOver = true;
    given.abort();
    stop();
  };
}
