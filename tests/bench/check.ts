import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { checkLibrary } from '../../electron/check-library.ts';
import { openLibraryFolder } from '../../electron/library-folder.ts';
import { parseDocument } from '../../shared/exchange/document.ts';
import type {
  BuildingId,
  JointId,
  Plan,
  SchemeId,
  Storey,
  StoreyId,
} from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { Random } from '../generate/random.ts';
import { generateStorey, householdCount, wallCount } from '../generate/storey.ts';
import { measure, type Row, timesOf } from './measure.ts';

/**
 * Every rule of the national profile: after one joint has moved, as in a drag, and of a building that
 * shares no table with any seen before. A library of 92 buildings is read from disk, parsed, derived
 * and checked, on two cores.
 */

const seed = 20261124;
const firstEdits = 'verdict, first 100 edits';
/** ms of edits until the code is compiled: a drag of two seconds. */
const steady = { runs: 300, warmUp: 2000 };
const budgets = { edit: 10, sample: 20, building: 50, library: 10_000 };

export async function checkBench(): Promise<{ rows: Row[]; notes: string[] }> {
  const rows: Row[] = [];
  const two = generateStorey({ seed, stairs: 2 });
  const walls = wallCount(two.storey);
  rows.push(
    { ...editRow(`${walls} walls`, two.plan, { runs: 100, warmUp: 0 }), name: firstEdits },
    editRow(`${walls} walls`, two.plan, steady, budgets.edit),
    editRow('nineteen on three storeys', sample('nineteen'), steady, budgets.sample),
    wholeRow('nineteen on three storeys', sample('nineteen'), budgets.sample),
  );
  const six = building(seed, 6, 1);
  rows.push(
    editRow('114 households on six storeys', six, steady, budgets.building),
    wholeRow('114 households on six storeys', six, budgets.building),
    await libraryRow(),
  );
  return {
    rows,
    notes: [
      'verdict after one edit: one joint moved by up to 20 mm; rooms, households and every rule; after two seconds of such edits, when the code is compiled',
      `${firstEdits}: the same in a program just begun, while it is being compiled`,
      'complete verdict: the same of a plan that shares no table with any seen before',
      'library: read, parsed, derived and checked by two workers, in one go',
    ],
  };
}

function sample(name: string): Plan {
  const file = resolve(import.meta.dirname, `../../assets/samples/${name}.json`);
  const { document } = parseDocument(readFileSync(file, 'utf8'));
  if (!document) throw new Error(`the sample ${name} cannot be read`);
  return document.schemes[0]!.plan;
}

function building(of: number, storeys: number, stairs: number): Plan {
  const drawn = Array.from({ length: storeys }, (_, index) =>
    generateStorey({ seed: of + index, stairs, level: index + 1, id: `storey_${index + 1}` }),
  );
  return {
    tenancies: {},
    households: Object.assign({}, ...drawn.map(({ plan }) => plan.households)),
    storeys: Object.assign({}, ...drawn.map(({ plan }) => plan.storeys)),
  };
}

const fresh = () => {
  let last: unknown = null;
  return (result: unknown): void => {
    if (result === last) throw new Error('a run was answered from memory');
    last = result;
  };
};

function editRow(
  input: string,
  plan: Plan,
  how: { readonly runs: number; readonly warmUp: number },
  budget?: number,
): Row {
  const random = new Random(seed);
  const storeys = Object.keys(plan.storeys) as StoreyId[];
  let current = plan;
  const times = measure({
    ...how,
    prepare: () => {
      const id = random.pick(storeys);
      const storey = current.storeys[id]!;
      const joint = random.pick(Object.keys(storey.joints) as JointId[]);
      // From where it was drawn, so that the storey stays one.
      const { x, y } = plan.storeys[id]!.joints[joint]!;
      const to = { x: x + random.between(-20, 20), y: y + random.between(-20, 20) };
      const moved: Storey = { ...storey, joints: { ...storey.joints, [joint]: to } };
      current = { ...current, storeys: { ...current.storeys, [id]: moved } };
      return current;
    },
    work: (moved) => check(moved),
    after: fresh(),
  });
  return { name: 'verdict after one edit', input, ...times, ...(budget && { budget_ms: budget }) };
}

function wholeRow(input: string, plan: Plan, budget: number): Row {
  const times = measure({
    runs: 100,
    prepare: () => structuredClone(plan),
    work: (anew) => check(anew),
    after: fresh(),
  });
  return { name: 'complete verdict', input, ...times, budget_ms: budget };
}

const buildingsOfLibrary = 92;
const householdsOfLibrary = 5179;

async function libraryRow(): Promise<Row> {
  const path = mkdtempSync(join(tmpdir(), 'duyong-bench-'));
  try {
    const households = await writeLibrary(path);
    const times: number[] = [];
    for (let run = 0; run < 3; run++) {
      const start = performance.now();
      const checked = await checkLibrary(path, null, undefined, 2);
      times.push(performance.now() - start);
      const problems = checked.flatMap((one) => one.problems);
      if (problems.length > 0) throw new Error(problems[0]);
      const found = checked.flatMap(({ schemes }) => schemes);
      if (found.length !== buildingsOfLibrary) throw new Error(`${found.length} buildings checked`);
    }
    return {
      name: 'library on two cores',
      input: `${buildingsOfLibrary} buildings, ${households} households`,
      ...timesOf(times),
      budget_ms: budgets.library,
    };
  } finally {
    rmSync(path, { recursive: true });
  }
}

/** Two to five storeys of one stair, until there are as many households as in the subdistrict. */
async function writeLibrary(path: string): Promise<number> {
  const library = openLibraryFolder(path);
  const random = new Random(seed);
  let left = householdsOfLibrary;
  for (let index = 0; index < buildingsOfLibrary; index++) {
    const rest = buildingsOfLibrary - index - 1;
    const even = Math.round(left / (rest + 1) / householdCount);
    const storeys = Math.max(2, Math.min(5, even + random.between(-1, 1)));
    const plan = building(
      seed + 10 * index,
      rest === 0 ? Math.max(2, Math.min(5, even)) : storeys,
      1,
    );
    left -= Object.keys(plan.households).length;
    await library.append({
      format: 1,
      kind: 'version-saved',
      at: `2026-11-24T10:${String(index % 60).padStart(2, '0')}:00.000Z`,
      building: `building_${String(index).padStart(3, '0')}` as BuildingId,
      scheme: 'scheme_a' as SchemeId,
      parents: [],
      author: '',
      note: '',
      plan,
    });
  }
  return householdsOfLibrary - left;
}
