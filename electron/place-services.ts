import { mkdir, stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { codeOf, Explained } from './explained.ts';
import { type LibraryPlace, lookAtPlace } from './library-place.ts';
import type { LibraryPlaces } from './open-libraries.ts';
import type { ServiceTable } from './service-table.ts';
import type { Workshop } from './workshop.ts';

/** The requests about where libraries lie, and opening another. */
export function placeServices(
  { options, library }: Workshop,
  places: LibraryPlaces,
): Pick<ServiceTable, 'library.recent' | 'library.choose' | 'library.look' | 'library.switch'> {
  const look = (path: string): Promise<LibraryPlace> => lookAtPlace(path, options.userData);
  return {
    async 'library.recent'() {
      const [, ...others] = places.recent();
      const recent = others.map(async (path) => ({ path, isThere: await isThere(path) }));
      return { recent: await Promise.all(recent) };
    },
    async 'library.choose'() {
      return { path: (await options.chooseFolder?.(library.path)) ?? null };
    },
    'library.look': ({ path }) => look(path),
    async 'library.switch'({ path: wanted, make }) {
      const { path, state, refusal } = await look(wanted);
      if (refusal) throw new Explained(refusal);
      if (state === 'absent') {
        if (!make) throw absent(path);
        await makeFolder(path);
      }
      return { library: await places.open(path), path };
    },
  };
}

/** ms after which a share that does not answer counts as not there. */
const patience = 1500;

const isThere = (path: string): Promise<boolean> =>
  Promise.race([
    stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    ),
    setTimeout(patience, false, { ref: false }),
  ]);

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const code = codeOf(error);
    if (!code) throw error;
    throw new Explained({
      zh: `文件夹没有建成（${code}）：${path}。请检查权限，或换一个位置。`,
      en: `The folder could not be made (${code}): ${path}. Check permissions or choose another place.`,
    });
  }
}

const absent = (path: string): Explained =>
  new Explained({
    zh: `没有这个文件夹：${path}。`,
    en: `There is no such folder: ${path}.`,
  });
