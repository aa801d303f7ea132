import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildingDocument, parseDocument } from '../shared/exchange/document.ts';
import { integrityProblems, type Problem } from '../shared/plan/integrity.ts';
import type { BuildingId, SchemeId } from '../shared/plan/model.ts';
import type { LibraryRecord } from '../shared/records/record.ts';
import { buildingsBefore } from './catalogue.ts';
import type { Draft } from './drafts.ts';
import { codeOf } from './explained.ts';
import type { LibraryFolder } from './library-folder.ts';
import { derivationProblems } from './plan-figures.ts';
import { extensions, fileNameOf, isPassing } from './record-file.ts';
import type { Workshop } from './workshop.ts';

interface Saved {
  readonly author: string;
  readonly note: string;
  readonly nextTime: () => string;
}

/** Where a building is added: drafts are written of schemes that no version can hold. */
export interface AddedTo extends Pick<Workshop, 'library' | 'nextTime'> {
  readonly drafts: Pick<Workshop['drafts'], 'write'>;
}

/**
 * Writes a document as a building of the library: its facts, its schemes, one version of each, and what
 * was accepted of them; of an unsound scheme a draft.
 */
export async function addBuilding(
  workshop: AddedTo,
  document: BuildingDocument,
  saved: Omit<Saved, 'nextTime'>,
): Promise<BuildingId> {
  const building = document.building.id;
  const { records, drafts } = recordsOf(document, { ...saved, nextTime: workshop.nextTime });
  for (const record of records) await workshop.library.append(record);
  for (const { scheme, ...draft } of drafts) workshop.drafts.write(building, scheme, draft);
  return building;
}

function recordsOf(document: BuildingDocument, { author, note, nextTime }: Saved) {
  const building = document.building.id;
  const records: LibraryRecord[] = [];
  const drafts: (Draft & { readonly scheme: SchemeId })[] = [];
  records.push({
    format: 1,
    kind: 'building-described',
    at: nextTime(),
    building,
    name: document.building.name,
    address: document.building.address,
    archived: false,
  });
  for (const scheme of document.schemes) {
    records.push({
      format: 1,
      kind: 'scheme-described',
      at: nextTime(),
      building,
      scheme: scheme.id,
      name: scheme.name,
      description: scheme.description,
      archived: false,
    });
    for (const { at, ...derogation } of scheme.derogations ?? []) {
      const now = nextTime();
      records.push({
        format: 1,
        kind: 'derogation-recorded',
        // When it was accepted; what is dated after today could never be taken back.
        at: at < now ? at : now,
        building,
        scheme: scheme.id,
        ...derogation,
        withdrawn: false,
      });
    }
  }
  // The first scheme stands for the document: its version is the newest, which the library shows.
  for (const { id: scheme, plan } of [...document.schemes].reverse()) {
    // What contradicts itself is work to be done, which no version can hold.
    if (integrityProblems(plan).length > 0) {
      drafts.push({ scheme, plan, base: null, edits: 1, savedAt: nextTime(), window: '' });
      continue;
    }
    records.push({
      format: 1,
      kind: 'version-saved',
      at: nextTime(),
      building,
      scheme,
      parents: [],
      number: 1,
      earlier: [],
      author,
      note,
      plan,
    });
  }
  return { records, drafts };
}

/** When samples were saved, on every machine. */
const sampleTime = '2025-01-01T00:00:00.000Z';

/** The same steps from the same time for each sample, whatever else a library holds. */
function sampleClock(): () => string {
  let next = Date.parse(sampleTime);
  return () => new Date(next++).toISOString();
}

/**
 * Adds the samples to a new library, and what is missing of one whose adding was broken off. Answers
 * what was wrong with any. The records of a sample are the same in every library, so that two people's
 * copies are one building.
 */
export async function addSamples(workshop: Workshop): Promise<Problem[]> {
  const { library, options } = workshop;
  const problems: Problem[] = [];
  const missing: { readonly state: SampleState; readonly records: readonly LibraryRecord[] }[] = [];
  const others = new Set<string>(await library.buildings());
  for (const name of await sampleNames(options.samples)) {
    const read = parseDocument(await readFile(join(options.samples, name), 'utf8'));
    const { document } = read;
    if (document === null) {
      problems.push(...named(name, read.problems));
      continue;
    }
    const author = { author: '', note: '示例 / Sample', nextTime: sampleClock() };
    const { records } = recordsOf(document, author);
    const state = await sampleState(library, records);
    if (state !== 'other') others.delete(document.building.id);
    if (state === 'whole' || state === 'other') continue;
    const found = derivationProblems(document, options.userData);
    problems.push(...named(name, found));
    if (found.length === 0) missing.push({ state, records });
  }
  // One that this machine has listed with buildings, or that has buildings of its own, is not new.
  const isNew = others.size === 0 && (await buildingsBefore(options)) === 0;
  for (const { state, records } of missing) {
    if (state === 'absent' && !isNew) continue;
    for (const record of records) await library.append(record);
  }
  return problems;
}

const named = (name: string, problems: readonly Problem[]): Problem[] =>
  problems.map(({ at, problem }) => ({ at: `${name}: ${at}`, problem }));

/** `part`: some of its records and nothing else. `other`: somebody worked on the building. */
type SampleState = 'absent' | 'part' | 'whole' | 'other';

async function sampleState(
  { path }: LibraryFolder,
  records: readonly LibraryRecord[],
): Promise<SampleState> {
  const wanted = new Set(records.map((record) => fileNameOf(record)));
  const building = records[0]?.building ?? '';
  let here = 0;
  let isThere = false;
  for (const folder of Object.keys(extensions)) {
    for (const name of await namesIn(join(path, building, folder))) {
      if (isPassing(name)) continue;
      isThere = true;
      if (!wanted.has(`${folder}/${name}`)) return 'other';
      here += 1;
    }
  }
  if (here === wanted.size) return 'whole';
  return isThere ? 'part' : 'absent';
}

const sampleNames = async (folder: string): Promise<string[]> =>
  (await namesIn(folder)).filter((name) => name.endsWith('.json')).sort();

/** Empty where there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
