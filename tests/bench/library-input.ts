import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, packVersion, recordIdOf } from '../../electron/record-file.ts';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import type { BuildingId, HouseholdId, Plan, SchemeId } from '../../shared/plan/model.ts';
import type { LibraryRecord, RecordId } from '../../shared/records/record.ts';
import { Random } from '../generate/random.ts';
import { generateStorey } from '../generate/storey.ts';

/** A library of the size of a subdistrict: 92 buildings with 5,179 households, 40 versions each. */

export const buildings = 92;
export const households = 5179;
export const versionsEach = 40;
const ofStorey = 19;
/** The building that the budgets for one building are about: 114 households. */
export const largest = 'building_92' as BuildingId;
export const scheme = 'scheme_a' as SchemeId;
const largestStoreys = 6;

/** Storeys of each building: six in the last, two to four in the others, 272 in all. */
function storeyCounts(): number[] {
  const counts = Array.from({ length: buildings - 1 }, (_, index) => 2 + (index % 3));
  counts.push(largestStoreys);
  const wanted = Math.floor(households / ofStorey);
  for (let index = 0; sum(counts) !== wanted; index += 1) {
    const by = Math.sign(wanted - sum(counts));
    if (counts[index]! + by >= 1) counts[index]! += by;
  }
  return counts;
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

export function buildingPlan(seed: number, storeys: number): Plan {
  const parts = Array.from(
    { length: storeys },
    (_, index) =>
      generateStorey({ seed: seed * 10 + index, level: index + 1, id: `storey_${index + 1}` }).plan,
  );
  return {
    tenancies: Object.assign({}, ...parts.map((part) => part.tenancies)),
    households: Object.assign({}, ...parts.map((part) => part.households)),
    storeys: Object.assign({}, ...parts.map((part) => part.storeys)),
  };
}

/** One more day's work: some partitions are another thickness. */
export function workedOn(plan: Plan, random: Random): Plan {
  const [id, storey] = random.pick(Object.entries(plan.storeys));
  const walls = { ...storey.walls };
  for (let times = 0; times < 5; times += 1) {
    const [wall, facts] = random.pick(Object.entries(walls));
    if (facts.kind !== 'partition') continue;
    Object.assign(walls, { [wall]: { ...facts, thickness: facts.thickness === 100 ? 120 : 100 } });
  }
  return { ...plan, storeys: { ...plan.storeys, [id]: { ...storey, walls } } };
}

/** Writes the library, without waiting for the disk; answers how much it is. */
export function writeLibrary(path: string): { readonly files: number; readonly bytes: number } {
  let [files, bytes] = [0, 0];
  const put = (record: LibraryRecord): RecordId => {
    const json = Buffer.from(JSON.stringify(record));
    const id = recordIdOf(record, json);
    const folder = folderOf(record);
    const content = folder === 'versions' ? packVersion(json) : json;
    const place = join(path, record.building, folder);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${id}.json${folder === 'versions' ? '.gz' : ''}`), content);
    files += 1;
    bytes += content.length;
    return id;
  };
  const random = new Random(92);
  for (const [index, storeys] of storeyCounts().entries()) {
    const building = `building_${index + 1}` as BuildingId;
    const common = { format: 1, building } as const;
    const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number, 8, index)).toISOString();
    const [name, address] = [`天山${index + 1}号楼`, `天山路 ${index + 1} 号`];
    put({ ...common, kind: 'building-described', at: day(0), name, address, archived: false });
    const described = { name: '方案甲', description: '', archived: false };
    put({ ...common, kind: 'scheme-described', at: day(1), scheme, ...described });
    let plan = buildingPlan(index + 1, storeys);
    if (index === 0) plan = { ...plan, households: { ...plan.households, ...absent() } };
    let parents: RecordId[] = [];
    for (let version = 0; version < versionsEach; version += 1) {
      const facts = { scheme, parents, author: '设计一室', note: `第 ${version + 1} 版`, plan };
      parents = [put({ ...common, kind: 'version-saved', at: day(2 + version), ...facts })];
      plan = workedOn(plan, random);
    }
    const [wrong] = integrityProblems(plan);
    if (wrong) throw new Error(`${building}: ${wrong.at}: ${wrong.problem.en}`);
  }
  return { files, bytes };
}

/** Households that are registered and have no room here, up to the number of the subdistrict. */
const absent = (): Plan['households'] =>
  Object.fromEntries(
    Array.from({ length: households % ofStorey }, (_, index) => [
      `household_absent${index}` as HouseholdId,
      { door: `X${index}` },
    ]),
  );
