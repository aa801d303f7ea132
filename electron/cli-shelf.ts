import { readFileSync, statSync } from 'node:fs';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId, Plan, SchemeId } from '../shared/plan/model.ts';
import type { BuildingState, VersionState } from '../shared/records/fold.ts';
import { foldBuilding } from '../shared/records/fold.ts';
import { schemeNameKey } from '../shared/records/scheme-names.ts';
import type { Accepted } from '../shared/rules/accepted.ts';
import { largestBundle, readBundle } from './bundle-read.ts';
import { documentOf } from './cli-document.ts';
import { codeOf, Unusable } from './explained.ts';
import { type LibraryFolder, openLibraryFolder } from './library-folder.ts';
import { now } from './places.ts';
import { latestBelieved } from './stamp.ts';

/** One building of a document, a `.duyong` file or a library: its schemes, and their versions. */
export interface Shelf {
  readonly building: { readonly id: BuildingId; readonly name: string };
  readonly schemes: readonly ShelfScheme[];
  /** What of the building could not be read. */
  readonly problems: readonly Problem[];
}

export interface ShelfScheme {
  readonly id: SchemeId;
  readonly name: string;
  readonly derogations: readonly Accepted[];
  /** Newest first; of a document the one plan that it has. */
  readonly plans: readonly ShelfPlan[];
}

export interface ShelfPlan {
  readonly scheme: Pick<ShelfScheme, 'id' | 'name'>;
  /** Null in a document, which has no versions. */
  readonly version: VersionState | null;
  /** Throws `Explained` where its file is damaged. */
  readonly plan: () => Promise<Plan>;
}

/** What stands at a path: `building` says which one of a library. Throws `Unusable`. */
export async function openShelf(path: string, building: string | undefined): Promise<Shelf> {
  if (isFolder(path)) {
    const library = openLibraryFolder(path);
    return shelfOfLibrary(library, await buildingIn(library, building));
  }
  const shelf = await shelfOfFile(path, readChosen(path));
  const { id, name } = shelf.building;
  if (building !== undefined && calledSo([shelf.building], building).length === 0) {
    throw new Unusable(`${path}: 文件中是另一栋楼 / it holds another building: ${id} (${name})`);
  }
  return shelf;
}

/** Throws `Unusable` where nothing can be read there. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The bytes of a file that somebody named: plain, and no larger than what an import takes. */
export function readChosen(path: string): Buffer {
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new Unusable(`${path}: 不是普通文件 / not a plain file`);
    if (found.size > largestBundle) {
      const most = largestBundle / 1_000_000;
      throw new Unusable(`${path}: 超过 ${most} MB / larger than ${most} MB`);
    }
    return readFileSync(path);
  } catch (error) {
    throw error instanceof Unusable ? error : unreadable(path, error);
  }
}

const unreadable = (path: string, error: unknown): Unusable =>
  new Unusable(`${path}: 读不到 / cannot be read (${codeOf(error) ?? String(error)})`);

/** A `.duyong` file is a zip; anything else is meant as a document. */
export const isBundle = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function shelfOfFile(path: string, bytes: Buffer): Promise<Shelf> {
  if (!isBundle(bytes)) {
    const { building, schemes } = documentOf(path, bytes.toString('utf8'));
    return {
      building,
      schemes: schemes.map(({ id, name, plan, derogations = [] }) => {
        const only = { scheme: { id, name }, version: null, plan: async () => plan };
        return { id, name, derogations, plans: [only] };
      }),
      problems: [],
    };
  }
  const { building, records, problems } = await readBundle(bytes);
  const state = building === null ? null : foldBuilding(building, records, latestBelieved(now()));
  if (!state) throw new Unusable(problemLines(path, problems).join('\n'));
  const plans = new Map(
    records.flatMap(({ id, record }) =>
      record.kind === 'version-saved' ? [[id, record.plan] as const] : [],
    ),
  );
  return shelfOf(state, problems, async (version) => plans.get(version)!);
}

async function shelfOfLibrary(library: LibraryFolder, building: BuildingId): Promise<Shelf> {
  const { records, problems } = await library.read(building, 'facts');
  const state = foldBuilding(building, records, latestBelieved(now()));
  if (!state) throw new Unusable(problemLines(building, problems).join('\n') || building);
  return shelfOf(state, problems, (version) => library.readPlan(building, version));
}

const shelfOf = (
  { id: building, name: called, schemes }: BuildingState,
  problems: readonly Problem[],
  planOf: (version: VersionState['id']) => Promise<Plan>,
): Shelf => ({
  building: { id: building, name: called },
  schemes: schemes.map(({ id, name, derogations, versions }) => ({
    ...{ id, name, derogations },
    plans: versions.map((version) => ({
      scheme: { id, name },
      version,
      plan: () => planOf(version.id),
    })),
  })),
  problems,
});

/** One line for each, after where it was found. */
export const problemLines = (path: string, problems: readonly Problem[]): string[] =>
  problems.map(({ at, problem }) => `${path}: ${at ? `${at}: ` : ''}${problem.zh} / ${problem.en}`);

interface Called {
  readonly id: BuildingId;
  readonly name: string;
}

/** Of buildings those that some words mean: by id or name, or by what stands before its first space. */
function calledSo<B extends Called>(buildings: readonly B[], wanted: string): readonly B[] {
  const key = schemeNameKey(wanted);
  const whole = buildings.filter(({ id, name }) => id === wanted || schemeNameKey(name) === key);
  if (whole.length > 0) return whole;
  return buildings.filter(({ name }) => schemeNameKey(name).split(' ')[0] === key);
}

/** The building of a library by id or name; the only one without either. Throws `Unusable`. */
export async function buildingIn(
  library: LibraryFolder,
  wanted: string | undefined,
): Promise<BuildingId> {
  const ids = await library.buildings();
  if (ids.length === 0) {
    throw new Unusable(
      `${library.path}: 这个文件夹里没有楼栋 / there is no building in this folder`,
    );
  }
  const exact = wanted === undefined && ids.length === 1 ? ids[0] : ids.find((id) => id === wanted);
  if (exact) return exact;
  const known: { id: BuildingId; name: string; address: string }[] = [];
  for (const id of ids) {
    const state = foldBuilding(id, (await library.read(id, 'facts')).records);
    known.push({ id, name: state?.name ?? id, address: state?.address ?? '' });
  }
  const found = wanted === undefined ? [] : calledSo(known, wanted);
  if (found.length === 1) return found[0]!.id;
  const list = (found.length > 0 ? found : known)
    .map(({ id, name, address }) => `  ${id}\t${name}\t${address}`)
    .join('\n');
  const words =
    wanted === undefined
      ? '请指明楼栋 / say which building'
      : found.length > 1
        ? `有几栋楼叫“${wanted}”，请用编号 / several are called so, give the id: ${wanted}`
        : `没有这栋楼 / no such building: ${wanted}`;
  throw new Unusable(`--building: ${words}\n${list}`);
}
