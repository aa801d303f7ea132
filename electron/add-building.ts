import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildingDocument, parseDocument } from '../shared/exchange/document.ts';
import { integrityProblems, type Problem } from '../shared/plan/integrity.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import { codeOf } from './explained.ts';
import { derivationProblems } from './plan-figures.ts';
import type { Workshop } from './workshop.ts';

/**
 * Writes a document as a building of the library: its facts, its schemes, one version of each; of an
 * unsound scheme a draft.
 */
export async function addBuilding(
  workshop: Workshop,
  document: BuildingDocument,
  saved: { readonly author: string; readonly note: string; readonly nextTime?: () => string },
): Promise<BuildingId> {
  const { library } = workshop;
  const nextTime = saved.nextTime ?? workshop.nextTime;
  const building = document.building.id;
  await library.append({
    format: 1,
    kind: 'building-described',
    at: nextTime(),
    building,
    name: document.building.name,
    address: document.building.address,
    archived: false,
  });
  for (const scheme of document.schemes) {
    await library.append({
      format: 1,
      kind: 'scheme-described',
      at: nextTime(),
      building,
      scheme: scheme.id,
      name: scheme.name,
      description: scheme.description,
      archived: false,
    });
  }
  // The first scheme stands for the document: its version is the newest, which the library shows.
  for (const scheme of [...document.schemes].reverse()) {
    // What contradicts itself is work to be done, which no version can hold.
    if (integrityProblems(scheme.plan).length > 0) {
      const draft = { plan: scheme.plan, base: null, edits: 1, savedAt: nextTime(), window: '' };
      workshop.drafts.write(building, scheme.id, draft);
      continue;
    }
    await library.append({
      format: 1,
      kind: 'version-saved',
      at: nextTime(),
      building,
      scheme: scheme.id,
      parents: [],
      number: 1,
      earlier: [],
      author: saved.author,
      note: saved.note,
      plan: scheme.plan,
    });
  }
  return building;
}

/** When samples were saved, on every machine. */
const sampleTime = '2025-01-01T00:00:00.000Z';

/** The same steps from the same time for each sample, whatever else a library holds. */
function sampleClock(): () => string {
  let next = Date.parse(sampleTime);
  return () => new Date(next++).toISOString();
}

/**
 * Adds each sample document whose building the library has not. Answers what was wrong with any. The
 * records of a sample are the same in every library, so that two people's copies are one building.
 */
export async function addSamples(workshop: Workshop): Promise<Problem[]> {
  const problems: Problem[] = [];
  const present = new Set<string>(await workshop.library.buildings());
  for (const name of await sampleNames(workshop.options.samples)) {
    const read = parseDocument(await readFile(join(workshop.options.samples, name), 'utf8'));
    const { document } = read;
    const isNew = document !== null && !present.has(document.building.id);
    const found = isNew ? derivationProblems(document, workshop.options.userData) : read.problems;
    problems.push(...found.map(({ at, problem }) => ({ at: `${name}: ${at}`, problem })));
    if (isNew && found.length === 0) {
      await addBuilding(workshop, document, {
        author: '',
        note: '示例 / Sample',
        nextTime: sampleClock(),
      });
    }
  }
  return problems;
}

async function sampleNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
