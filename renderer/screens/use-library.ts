import { useCallback, useEffect, useState } from 'react';
import type { Answer } from '../../shared/bridge.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import type { Text } from '../../shared/text.ts';
import { connection, failureText, request } from '../bridge-client.ts';

type Library = Answer<'library.list'>;
type Progress = Answer<'library.progress'>;

/** ms between two looks at how far a long list is. */
const progressEvery = 300;

/** The list of buildings, read again whenever records arrive; and how far the first reading is. */
export function useLibrary() {
  const [library, setLibrary] = useState<Library | null>(null);
  const [host, setHost] = useState<Answer<'host.describe'> | null>(null);
  const [failure, setFailure] = useState<Text | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);

  const load = useCallback(async () => {
    const timer = setInterval(() => {
      request('library.progress', {}).then(setProgress, () => undefined);
    }, progressEvery);
    try {
      setLibrary(await request('library.list', {}));
      setHost(await request('host.describe', {}));
      setFailure(null);
    } catch (error) {
      setFailure(failureText(error));
    } finally {
      clearInterval(timer);
      setProgress(null);
    }
  }, []);

  useEffect(() => {
    let left = false;
    // The mark is older than the list, so that nothing arrives between the two unseen.
    const listen = async (): Promise<void> => {
      let { mark } = await request('library.changes', { since: null });
      await load();
      while (!left) {
        const answer: Answer<'library.changes'> = await request('library.changes', { since: mark });
        mark = answer.mark;
        if (answer.buildings.length > 0 && !left) await load();
      }
    };
    const start = (): void =>
      void listen().catch((error: unknown) => {
        if (!left) setFailure(failureText(error));
      });
    start();
    // Where the host was gone, the window listens again once it is back.
    const stop = connection.subscribe(({ state }, before) => {
      if (state === 'connected' && before.state === 'lost' && !left) start();
    });
    return () => {
      left = true;
      stop();
    };
  }, [load]);

  return { library, host, failure, progress, load };
}

/** The buildings in which the words occur, as the host finds them; null while there are none to find. */
export function useFound(words: string, library: Library | null): ReadonlySet<BuildingId> | null {
  const [found, setFound] = useState<ReadonlySet<BuildingId> | null>(null);
  const wanted = words.trim().slice(0, 200);
  useEffect(() => {
    let left = false;
    if (wanted === '' || library === null) setFound(null);
    else {
      request('library.search', { words: wanted }).then(
        (answer) => left || setFound(new Set(answer.found.map(({ building }) => building))),
        () => left || setFound(new Set()),
      );
    }
    return () => {
      left = true;
    };
  }, [wanted, library]);
  return found;
}
