import { useCallback, useEffect, useState } from 'react';
import type { Answer } from '../../shared/bridge.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import type { Text } from '../../shared/text.ts';
import { failureText, request } from '../bridge-client.ts';
import { listenToLibrary } from '../library-changes.ts';

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
      setHost(await request('host.describe', {}));
      setLibrary(await request('library.list', {}));
      setFailure(null);
    } catch (error) {
      setFailure(failureText(error));
    } finally {
      clearInterval(timer);
      setProgress(null);
    }
  }, []);

  useEffect(
    () =>
      listenToLibrary({
        began: load,
        heard: load,
        failed: (error) => setFailure(failureText(error)),
      }),
    [load],
  );

  return { library, host, failure, progress, load };
}

/** Buildings in which the words occur. */
type Found = ReadonlyMap<
  BuildingId,
  {
    /** Whether they were asked for as archived ones. */
    readonly asArchived: boolean;
    /** Whether one of its fields has all of the words. */
    readonly asWritten: boolean;
  }
>;

/** As the host finds them; null while there are none to find. */
export function useFound(words: string, library: Library | null): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  const wanted = words.trim().slice(0, 200);
  useEffect(() => {
    let left = false;
    if (wanted === '' || library === null) setFound(null);
    else {
      request('library.search', { words: wanted }).then(
        (answer) => left || setFound(foundOf(answer)),
        () => left || setFound(new Map()),
      );
    }
    return () => {
      left = true;
    };
  }, [wanted, library]);
  return found;
}

const foundOf = ({ found }: Answer<'library.search'>): Found =>
  new Map(
    found.map(({ building, where, asWritten }) => [
      building,
      {
        asArchived: where.some(({ field, words }) => field === 'status' && words === '已归档'),
        asWritten,
      },
    ]),
  );
