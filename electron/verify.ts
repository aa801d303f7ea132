import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { assetNameSchema, buildingIdSchema } from '../shared/plan/schema.ts';
import type { LibraryRecord, RecordId } from '../shared/records/record.ts';
import { type Text, text } from '../shared/text.ts';
import { assetsOf } from './asset-folder.ts';
import { readBundle } from './bundle-read.ts';
import { type Catalogue, type Gone, goneFrom } from './catalogue.ts';
import { codeOf } from './explained.ts';
import { foreignFolders } from './foreign-folders.ts';
import { goneWords } from './gone-words.ts';
import { misplaced } from './known-records.ts';
import { isDamage, parseLog, parseVersion } from './record-bytes.ts';
import { idOfFile, isPassing, type RecordFolder } from './record-file.ts';
import { isInPlaceOfFolder, NotRegular, notRegularWords, readRegular } from './regular-file.ts';

/** Reads everything of a library or a `.duyong` file, and says what is not as it should be. */

/**
 * `missing`: a record names another, or a picture, that is not there. `lost`: it is not there, and one
 * of this machine's catalogues has it. `misplaced`: a building's records lie in a folder that is not called as it is, and
 * are not read. `left-out` is no damage: the file that it came in was exported without it, by choice,
 * and nothing says that it ever came since.
 * Neither is `unknown`: it is of a newer program, or no record.
 */
export type VerifyState =
  | 'damaged'
  | 'unreadable'
  | 'missing'
  | 'misplaced'
  | 'left-out'
  | 'lost'
  | 'unknown';

export interface VerifyFinding {
  readonly at: string;
  readonly state: VerifyState;
  readonly text: Text;
}

export interface Verified {
  readonly buildings: number;
  readonly records: number;
  readonly assets: number;
  /** Read from disk. */
  readonly bytes: number;
  readonly findings: readonly VerifyFinding[];
}

/** Whether something is damaged, gone or out of its place; what is only unknown, or was left out, is not. */
export const isSound = ({ findings }: Verified): boolean =>
  findings.every(({ state }) => state === 'unknown' || state === 'left-out');

/** What of a building is sound, and what its records point to. */
class BuildingCheck {
  readonly versions = new Set<RecordId>();
  readonly assets = new Set<string>();
  readonly #parents: [at: string, parent: RecordId][] = [];
  readonly #pictures: [at: string, asset: string][] = [];
  readonly #leftOut = new Map<RecordId, string>();
  /** Versions that are there and damaged, or that were there. */
  readonly #came = new Set<RecordId>();

  came(version: RecordId): void {
    this.#came.add(version);
  }

  add(at: string, id: RecordId, record: LibraryRecord): void {
    if (record.kind === 'versions-left-out') {
      for (const left of record.versions) this.#leftOut.set(left.id, at);
    }
    if (record.kind !== 'version-saved') return;
    this.versions.add(id);
    for (const parent of record.parents) this.#parents.push([at, parent]);
    for (const asset of assetsOf([record.plan])) this.#pictures.push([at, asset]);
  }

  missing(): VerifyFinding[] {
    const finding = (
      at: string,
      zh: string,
      en: string,
      state: VerifyState = 'missing',
    ): VerifyFinding => ({ at, state, text: text(zh, en) });
    return [
      ...[...this.#leftOut]
        .filter(([version]) => !this.versions.has(version) && !this.#came.has(version))
        .map(([version, at]) =>
          finding(at, `导出时未选版本 ${version}`, `left out at export: ${version}`, 'left-out'),
        ),
      ...this.#parents
        .filter(([, parent]) => !this.versions.has(parent))
        .filter(([, parent]) => !this.#leftOut.has(parent) || this.#came.has(parent))
        .map(([at, parent]) =>
          finding(at, `缺少它所依据的版本 ${parent}`, `its parent is missing: ${parent}`),
        ),
      ...this.#pictures
        .filter(([, asset]) => !this.assets.has(asset))
        .map(([at, asset]) =>
          finding(at, `缺少底图 assets/${asset}`, `its underlay is missing: assets/${asset}`),
        ),
    ];
  }
}

export async function verifyLibrary(
  path: string,
  options: {
    /** Of this machine, oldest first. */
    readonly catalogues?: readonly Catalogue[];
    readonly onProgress?: (done: number, of: number) => void;
  } = {},
): Promise<Verified> {
  const all = await filesOf(path);
  const findings: VerifyFinding[] = [];
  const checks = new Map<string, BuildingCheck>();
  let [records, assets, bytes] = [0, 0, 0];
  for (const [index, { building, folder, name }] of all.entries()) {
    options.onProgress?.(index, all.length);
    const check = checks.get(building) ?? new BuildingCheck();
    checks.set(building, check);
    const at = [building, folder, name].filter((part) => part !== '').join('/');
    const find = (state: VerifyState, words: Text) => findings.push({ at, state, text: words });
    let content: Buffer;
    try {
      content = await readRegular(join(path, at));
    } catch (error) {
      if (error instanceof NotRegular) {
        find('unknown', notRegularWords);
        continue;
      }
      const code = codeOf(error) ?? String(error);
      find('unreadable', text(`文件读不出来（${code}）`, `it cannot be read (${code})`));
      continue;
    }
    bytes += content.length;
    if (folder === 'assets') {
      if (!assetNameSchema.safeParse(name).success) find('unknown', notOurs);
      else if (!name.startsWith(`${hashOf(content)}.`)) find('damaged', changedPicture);
      else {
        check.assets.add(name);
        assets += 1;
      }
      continue;
    }
    const kind = folder === 'versions' || folder === 'log' ? folder : null;
    const id = kind && idOfFile(kind, name);
    if (!kind || !id) {
      find('unknown', notOurs);
      continue;
    }
    const read = kind === 'log' ? parseLog(content, at, id) : parseVersion(content, at, id);
    if (read.problems) {
      if (kind === 'versions') check.came(id);
      for (const { at: place, problem } of read.problems) {
        const state = isDamage(read.fault) ? (read.fault as 'damaged' | 'unreadable') : 'unknown';
        findings.push({ at: place, state, text: problem });
      }
    } else if (read.record.building !== building) {
      find('misplaced', misplaced(read.record.building));
    } else {
      records += 1;
      check.add(at, id, read.record);
    }
  }
  options.onProgress?.(all.length, all.length);
  const lost = lostFrom(options.catalogues ?? [], all);
  for (const { building, at } of lost) {
    const id = at.startsWith('versions/') ? idOfFile('versions', at.slice(9)) : null;
    if (id) checks.get(building)?.came(id);
  }
  for (const check of checks.values()) findings.push(...check.missing());
  for (const { name, isBuilding, problem } of await foreignFolders(path)) {
    findings.push({ at: name, state: isBuilding ? 'misplaced' : 'unknown', text: problem });
  }
  for (const { building, at, day } of lost) {
    findings.push({ at: `${building}/${at}`, state: 'lost', text: goneWords(day) });
  }
  return { buildings: checks.size, records, assets, bytes, findings };
}

export async function verifyBundle(bytes: Uint8Array): Promise<Verified> {
  const { building, records, assets, problems, unknown } = await readBundle(bytes);
  const check = new BuildingCheck();
  for (const { name } of assets) check.assets.add(name);
  for (const { folder, id, record } of records) {
    check.add(`${building}/${folder}/${id}`, id, record);
  }
  return {
    buildings: building === null ? 0 : 1,
    records: records.length,
    assets: assets.length,
    bytes: bytes.length,
    findings: [
      ...problems.map(({ at, problem }) => ({
        at,
        state: unknown.has(at) ? ('unknown' as const) : ('damaged' as const),
        text: problem,
      })),
      ...check.missing(),
    ],
  };
}

interface LibraryFile {
  readonly building: string;
  /** Empty for a file beside the folders of records. */
  readonly folder: RecordFolder | 'assets' | '';
  readonly name: string;
}

/** Every file of every building, but hidden ones and the copies of damaged records. */
async function filesOf(path: string): Promise<LibraryFile[]> {
  const all: LibraryFile[] = [];
  const buildings = (await readdir(path, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && buildingIdSchema.safeParse(entry.name).success)
    .map(({ name }) => name)
    .sort();
  for (const building of buildings) {
    for (const folder of ['log', 'versions', 'assets'] as const) {
      // Named below, as a file beside the folders.
      if (await isInPlaceOfFolder(join(path, building, folder))) continue;
      const names = await readdir(join(path, building, folder)).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return [];
        throw error;
      });
      for (const name of names.sort()) {
        if (!isPassing(name)) all.push({ building, folder, name });
      }
    }
    for (const entry of await readdir(join(path, building), { withFileTypes: true })) {
      if (!entry.isDirectory() && !isPassing(entry.name)) {
        all.push({ building, folder: '', name: entry.name });
      }
    }
  }
  return all;
}

/** A building that is gone wholly may have been moved elsewhere: only the last catalogue tells of it. */
function lostFrom(
  catalogues: readonly Catalogue[],
  all: readonly LibraryFile[],
): (Gone & { readonly building: string })[] {
  const files = Map.groupBy(all, ({ building }) => building);
  const buildings = new Set(catalogues.flatMap((one) => Object.keys(one.buildings)));
  return [...buildings].sort().flatMap((building) => {
    const there = files.get(building);
    const names = new Set(there?.map(({ folder, name }) => `${folder}/${name}`));
    return goneFrom(there ? catalogues : catalogues.slice(-1), building, names).map((gone) => ({
      building,
      ...gone,
    }));
  });
}

const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);

const notOurs = text('不是本软件的记录', 'no record of this program');
const changedPicture = text(
  '底图内容与名称中的校验值不符，已损坏或被改动',
  'the picture does not match the hash in its name: it is damaged or was changed',
);
