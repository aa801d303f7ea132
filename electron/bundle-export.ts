import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId, HouseholdId, SchemeId } from '../shared/plan/model.ts';
import { byTimeThenId, foldBuilding } from '../shared/records/fold.ts';
import { isPrivate } from '../shared/records/privacy.ts';
import type { RecordId, VersionSaved, VersionsLeftOut } from '../shared/records/record.ts';
import { text } from '../shared/text.ts';
import { assetsOf, readAsset } from './asset-folder.ts';
import { largestBundle } from './bundle-read.ts';
import { codeOf, Explained, explanationOf } from './explained.ts';
import type { BuildingRecords, LibraryFolder } from './library-folder.ts';
import { extensions, packVersion, recordIdOf } from './record-file.ts';
import { readRegular } from './regular-file.ts';
import { writeZip } from './zip-write.ts';

interface Choice {
  /** Null for all of them. */
  readonly versions: readonly RecordId[] | null;
  readonly privateFacts: boolean;
  /** A version that the library has not. */
  readonly also?: VersionSaved;
}

/**
 * One building as a `.duyong` file: its sound records and the pictures that they need, byte for byte.
 * `notes` names what is left out because it is damaged, missing or unknown.
 */
export async function bundleOf(
  library: LibraryFolder,
  building: BuildingId,
  choice: Choice,
): Promise<{ readonly bytes: Buffer; readonly notes: readonly Problem[] }> {
  const { records, problems } = await library.read(building);
  const notes: Problem[] = [...problems];
  const wanted = choice.versions && new Set(choice.versions);
  const isLeft = schemesLeftOut(building, records, wanted);
  const overruled = overruledContacts(records);
  const chosen = records.filter(
    ({ id, record }) =>
      (choice.privateFacts || !isPrivate(record)) &&
      !overruled.has(id) &&
      (record.kind !== 'version-saved' || !wanted || wanted.has(id)) &&
      !('scheme' in record && isLeft(record.scheme)),
  );
  for (const version of wanted ?? []) {
    if (chosen.some(({ id }) => id === version)) continue;
    const missing = text('没有这个版本，未导出', 'there is no such version; left out');
    notes.push({ at: `versions/${version}`, problem: missing });
  }
  const files: { name: string; bytes: Uint8Array }[] = [];
  let size = 0;
  const add = (name: string, bytes: Uint8Array): void => {
    size += bytes.length;
    if (size > largestBundle) throw tooLarge;
    files.push({ name: `${building}/${name}`, bytes });
  };
  for (const { id, record } of chosen) {
    const folder = record.kind === 'version-saved' ? 'versions' : 'log';
    const name = `${folder}/${id}${extensions[folder]}`;
    add(name, await readRegular(join(library.path, building, name)));
  }
  const { also } = choice;
  if (also) {
    const json = Buffer.from(JSON.stringify(also));
    add(`versions/${recordIdOf(also, json)}${extensions.versions}`, packVersion(json));
  }
  const left = leftOutOf(building, records, chosen);
  if (left) {
    const json = Buffer.from(JSON.stringify(left));
    const name = `log/${recordIdOf(left, json)}${extensions.log}`;
    if (!files.some((file) => file.name === `${building}/${name}`)) add(name, json);
  }
  const versions = chosen.flatMap(({ id, record }) =>
    record.kind === 'version-saved' ? [id] : [],
  );
  const assets = wanted
    ? assetsOf([
        ...(await Promise.all(versions.map((id) => library.readPlan(building, id)))),
        ...(also ? [also.plan] : []),
      ])
    : await namesIn(join(library.path, building, 'assets'));
  for (const asset of assets.toSorted()) {
    try {
      add(`assets/${asset}`, await readAsset(library.path, building, asset));
    } catch (error) {
      const words = error === tooLarge ? null : explanationOf(error);
      if (!words) throw error;
      notes.push({ at: `assets/${asset}`, problem: words });
    }
  }
  files.sort((left, right) => (left.name < right.name ? -1 : 1));
  return { bytes: writeZip(files), notes };
}

/** What was said of whom to call before it was corrected or taken back: nobody else needs it. */
function overruledContacts(records: BuildingRecords['records']): ReadonlySet<RecordId> {
  const latest = new Map<HouseholdId, RecordId>();
  const overruled = new Set<RecordId>();
  for (const { id, record } of [...records].sort(byTimeThenId)) {
    if (record.kind !== 'contact-recorded') continue;
    const before = latest.get(record.household);
    if (before) overruled.add(before);
    latest.set(record.household, id);
  }
  return overruled;
}

/** A scheme of which no version is chosen would arrive as an empty one. */
function schemesLeftOut(
  building: BuildingId,
  all: BuildingRecords['records'],
  wanted: ReadonlySet<RecordId> | null,
): (scheme: SchemeId) => boolean {
  const schemes = wanted ? (foldBuilding(building, all)?.schemes ?? []) : [];
  const left = schemes.filter(
    ({ versions }) => versions.length > 0 && !versions.some(({ id }) => wanted?.has(id)),
  );
  const ids = new Set(left.map(({ id }) => id));
  return (scheme) => ids.has(scheme);
}

/** What is sound and not chosen, for those who get the file; null where there is nothing. */
function leftOutOf(
  building: BuildingId,
  all: BuildingRecords['records'],
  chosen: BuildingRecords['records'],
): VersionsLeftOut | null {
  const state = foldBuilding(building, all);
  const taken = new Set(chosen.map(({ id }) => id));
  const left = (state?.schemes ?? []).flatMap((scheme) =>
    scheme.versions
      .filter(({ id }) => !taken.has(id))
      .map(({ id, parents, number }) => ({ id, scheme: scheme.id, parents, number })),
  );
  const at = chosen
    .map(({ record }) => record.at)
    .sort()
    .at(-1);
  if (left.length === 0 || at === undefined) return null;
  const versions = left.sort((one, other) => (one.id < other.id ? -1 : 1));
  return { format: 1, kind: 'versions-left-out', at, building, versions };
}

const tooLarge = new Explained({
  zh: `导出的内容超过 ${largestBundle / 1_000_000} MB。请只选择部分版本再导出。`,
  en: `What would be exported is larger than ${largestBundle / 1_000_000} MB. Choose some of the versions and export those.`,
});

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^[0-9a-f]{32}\.(png|jpg)$/.test(name));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
