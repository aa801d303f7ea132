import { isDeepStrictEqual } from 'node:util';
import type { BuildingDocument } from '../shared/exchange/document.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import { foldBuilding } from '../shared/records/fold.ts';
import { takeIn } from './bundle-import.ts';
import type { CliOptions } from './cli-arguments.ts';
import { documentOf } from './cli-document.ts';
import { isBundle, problemLines, readChosen } from './cli-shelf.ts';
import { Unusable } from './explained.ts';
import { takeDocument } from './import-document.ts';
import { type LibraryFolder, openLibraryFolder } from './library-folder.ts';
import { lookAtPlace } from './library-place.ts';
import { newId, now, userDataFolder } from './places.ts';
import { risingTimes } from './stamp.ts';

/** What an import came to. */
interface Taken {
  readonly building: BuildingId;
  /** What is new in the library, and what it had: records of a `.duyong` file, schemes of a document. */
  readonly added: number;
  readonly known: number;
  readonly problems: readonly Problem[];
}

/**
 * Takes a `.duyong` file or a building document into a library: what is missing is added, nothing is
 * written over, twice is once. Exit 1 where something of it was refused, 2 where nothing can be used.
 */
export async function importFile(
  path: string,
  file: string,
  { json, copy = false }: CliOptions,
): Promise<number> {
  const place = await lookAtPlace(path, userDataFolder());
  if (place.refusal) throw new Unusable(`${path}: ${place.refusal.zh} / ${place.refusal.en}`);
  if (place.state === 'absent') {
    throw new Unusable(`${path}: 没有这个文件夹 / there is no such folder`);
  }
  if (place.readOnly) {
    throw new Unusable(`${path}: 楼栋库只读，没有导入 / the library can only be read`);
  }
  const library = openLibraryFolder(place.path);
  const bytes = readChosen(file);
  const what = isBundle(bytes) ? '记录 records' : '方案 schemes';
  const taken = isBundle(bytes)
    ? await bundleTaken(library, file, bytes, copy)
    : await documentTaken(library, file, documentOf(file, bytes.toString('utf8')), copy);
  const { building, added, known, problems } = taken;
  const { records } = await library.read(building, 'facts');
  const name = foldBuilding(building, records)?.name ?? building;
  const refused = problems.map(({ at, problem }) => ({ at, text: problem }));
  process.stdout.write(
    json
      ? `${JSON.stringify({ library: place.path, building: { id: building, name }, added, known, refused }, null, 2)}\n`
      : `${name} (${building})\n新增${what} taken in: ${added}, 库中已有 already there: ${known}, 未导入 refused: ${refused.length}\n`,
  );
  for (const line of problemLines(file, problems)) process.stderr.write(`${line}\n`);
  return problems.length > 0 ? 1 : 0;
}

async function bundleTaken(
  library: LibraryFolder,
  file: string,
  bytes: Uint8Array,
  copy: boolean,
): Promise<Taken> {
  if (copy) {
    throw new Unusable('--copy: 只用于 JSON 楼栋文件 / for a building document (JSON) only');
  }
  const { building, ...taken } = await takeIn(library, bytes);
  if (building === null) throw new Unusable(problemLines(file, taken.problems).join('\n'));
  return { building, ...taken };
}

async function documentTaken(
  library: LibraryFolder,
  file: string,
  document: BuildingDocument,
  copy: boolean,
): Promise<Taken> {
  const { id, name } = document.building;
  const isThere = (await library.buildings()).includes(id);
  if (isThere && !copy) {
    if (await hasAll(library, document)) {
      return { building: id, added: 0, known: document.schemes.length, problems: [] };
    }
    throw new Unusable(
      `${file}: 库中已有这栋楼，内容不同，没有导入；要另存为一栋，加 --copy / the library has this building, with other content, so nothing was taken in; --copy takes it in as another one: ${name} (${id})`,
    );
  }
  const { building, problems } = await takeDocument(
    {
      library,
      drafts: { write: neverUnsound },
      nextTime: risingTimes(now),
      options: { newId, userData: userDataFolder() },
    },
    document,
    { author: '', note: '导入 / Imported', named: '（导入 imported）' },
  );
  if (building === null) throw new Unusable(problemLines(file, problems).join('\n'));
  return { building, added: document.schemes.length, known: 0, problems };
}

/** A document that contradicts itself was refused before. */
const neverUnsound = (): never => {
  throw new Error('an unsound scheme in a sound document');
};

/** Whether every scheme of the document is a version of the library's building as it stands. */
async function hasAll(
  library: LibraryFolder,
  { building, schemes }: BuildingDocument,
): Promise<boolean> {
  const { records } = await library.read(building.id, 'facts');
  const state = foldBuilding(building.id, records);
  for (const { id, plan } of schemes) {
    const versions = state?.schemes.find((scheme) => scheme.id === id)?.versions ?? [];
    let isThere = false;
    for (const version of versions) {
      isThere ||= isDeepStrictEqual(await library.readPlan(building.id, version.id), plan);
    }
    if (!isThere) return false;
  }
  return true;
}
