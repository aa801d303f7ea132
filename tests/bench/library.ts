import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Conf from 'conf';
import { readBundle } from '../../electron/bundle-read.ts';
import { newId, now } from '../../electron/places.ts';
import { createServices } from '../../electron/services.ts';
import { commonStoreOptions } from '../../electron/store-file.ts';
import { verifyLibrary } from '../../electron/verify.ts';
import type { Answer, Arguments, RequestName } from '../../shared/bridge.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import { comparePlans } from '../../shared/records/compare.ts';
import { hostileBundle } from '../electron/hostile.ts';
import { Random } from '../generate/random.ts';
import { generateStorey } from '../generate/storey.ts';
import {
  buildings,
  households,
  largest,
  scheme,
  versionsEach,
  workedOn,
  writeLibrary,
} from './library-input.ts';
import { type Row, rounded, timesOf } from './measure.ts';

/**
 * A generated library of 92 buildings through the services that both hosts serve, arguments and
 * answers as JSON. `first open` is on a machine that has never seen it, `later open` after a restart:
 * the files are in the system's cache both times.
 */

const budgets = {
  first: 10_000,
  later: 300,
  building: 150,
  save: 100,
  compare: 100,
  hostile: 1000,
};
const largestSaved = 60_000;

type Ask = <N extends RequestName>(name: N, argument: Arguments<N>) => Promise<Answer<N>>;

export async function library(): Promise<{ rows: Row[]; notes: string[] }> {
  const root = mkdtempSync(join(tmpdir(), 'duyong-bench-'));
  try {
    return await measured(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measured(root: string) {
  const path = join(root, 'library');
  mkdirSync(path);
  const made = writeLibrary(path);
  const input = `${buildings} buildings, ${households} households, ${versionsEach} versions each`;
  const rows: Row[] = [];
  const row = (name: string, of: string, times: readonly number[], more: Partial<Row> = {}) =>
    rows.push({ name, input: of, ...timesOf(times), ...more });

  const first = await timed(3, async (run) => {
    const { buildings: listed } = await (await start(root, `user-${run}`))('library.list', {});
    if (listed.length !== buildings) throw new Error(`${listed.length} buildings`);
  });
  row('first open', input, first, { budget_ms: budgets.first });

  const opening = await start(root, 'user-0');
  const firstBuildings = await timed(buildings, (run) =>
    opening('building.open', { building: idOf(run) }),
  );
  row('open a building, first time', `${versionsEach} versions`, firstBuildings, {
    budget_ms: budgets.building,
  });
  // What follows behind its back: all of its versions looked at and counted.
  const counting = await timed(10, (run) => opening('building.count', { building: idOf(run) }));
  row('count its versions, first time', `${versionsEach} versions`, counting);

  const later = await timed(20, async () => {
    await (await start(root, 'user-0'))('library.list', {});
  });
  row('later open', input, later, { budget_ms: budgets.later });

  const again = await start(root, 'user-0');
  const laterBuildings = await timed(buildings, (run) =>
    again('building.open', { building: idOf(run) }),
  );
  row('open a building', `${versionsEach} versions`, laterBuildings, {
    budget_ms: budgets.building,
  });

  const saved = await saving(again, path);
  row('save a version', '114 households', saved.times, { budget_ms: budgets.save });
  const drafts = await drafting(again);
  row('write a draft', '114 households', drafts);
  row('compare two versions', '114 households', await comparing(again), {
    budget_ms: budgets.compare,
  });
  const notes = [
    `a saved version is ${rounded(saved.bytes / 1000, 1)} kB, ${saved.bytes <= largestSaved ? 'kept' : 'MISSED'} ${largestSaved / 1000} kB`,
  ];
  const { rows: verifyRows, note } = await verifying(path, made.bytes, input);
  rows.push(...verifyRows);
  const random = new Random(10);
  const { plan } = generateStorey();
  const hostile = await timed(400, () => readBundle(hostileBundle(plan, random)));
  row('refuse a hostile .duyong file, with making it', '400 files', hostile, {
    budget_ms: budgets.hostile,
  });
  notes.push(
    note,
    `slowest hostile file: ${rounded(Math.max(...hostile), 1)} ms`,
    `the library: ${made.files} files, ${rounded(made.bytes / 1e6, 1)} MB`,
  );
  return { rows, notes };
}

const idOf = (run: number) => `building_${run + 1}` as BuildingId;

async function saving(ask: Ask, path: string) {
  const random = new Random(20);
  const content = await ask('building.open', { building: largest });
  let base = content.schemes[0]!.versions[0]!.id;
  const ref = { building: largest, scheme };
  let { plan } = await ask('version.read', { ...ref, version: base });
  const times = await timed(30, async () => {
    plan = workedOn(plan, random);
    const note = '保存';
    base = (await ask('version.save', { ...ref, plan, note, parents: [base] })).version;
  });
  const { size: bytes } = statSync(join(path, largest, 'versions', `${base}.json.gz`));
  return { times, bytes };
}

async function drafting(ask: Ask) {
  const random = new Random(30);
  const ref = { building: largest, scheme };
  const content = await ask('building.open', { building: largest });
  const base = content.schemes[0]!.versions[0]!.id;
  let { plan } = await ask('version.read', { ...ref, version: base });
  let follows: string | null = null;
  return timed(100, async (run) => {
    plan = workedOn(plan, random);
    const draft = { plan, base, edits: run + 1 };
    const written = await ask('draft.write', { ...ref, draft, held: { window: 'one', follows } });
    follows = written.savedAt;
  });
}

/** Pairs that are compared before the clock starts. */
const warmUp = 3;

/** Two versions that were read from disk just now, so that nothing of them is worked out yet. */
async function comparing(ask: Ask) {
  const ref = { building: largest, scheme };
  const { versions } = (await ask('building.open', { building: largest })).schemes[0]!;
  const planOf = async (place: number) =>
    (await ask('version.read', { ...ref, version: versions[place]!.id })).plan;
  const times: number[] = [];
  for (let run = 0; run < warmUp + 30; run += 1) {
    const [before, after] = [await planOf(run + 5), await planOf(run)];
    times.push(...(await timed(1, () => comparePlans(before, after))));
  }
  return times.slice(warmUp);
}

/** All of it, read and looked at; beside sha256sum, which only reads it. */
async function verifying(path: string, bytes: number, input: string) {
  const times = await timed(3, async () => {
    const { findings } = await verifyLibrary(path);
    if (findings.length > 0) throw new Error(findings[0]?.text.en);
  });
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
  const peer = await timed(3, () => {
    const run = spawnSync('xargs', ['-0', 'sha256sum'], { input: files.join('\0') });
    if (run.status !== 0) throw new Error('sha256sum');
  });
  const [ours, theirs] = [timesOf(times), timesOf(peer)];
  const ratio = rounded(theirs.p50_ms / ours.p50_ms, 3);
  const rows: Row[] = [
    { name: 'verify everything', input, ...ours },
    { name: 'sha256sum', input, ...theirs, peer: 'sha256sum', ratio },
  ];
  const speed = (ms: number) => rounded(bytes / 1000 / ms, 1);
  const note = `verify reads ${speed(ours.p50_ms)} MB/s of packed files, sha256sum ${speed(theirs.p50_ms)} MB/s`;
  return { rows, note };
}

async function timed(runs: number, work: (run: number) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work(run);
    times.push(performance.now() - start);
  }
  return times;
}

/** The host as it starts, and its requests as they come over the wire. */
async function start(root: string, user: string): Promise<Ask> {
  const services = await createServices({
    host: 'browser',
    version: '0.0.0',
    libraryPath: join(root, 'library'),
    userData: join(root, user),
    samples: join(root, 'none'),
    openStore: ({ name, ...options }) =>
      new Conf({ ...commonStoreOptions, ...options, configName: name }),
    now,
    newId,
  });
  return async <N extends RequestName>(name: N, argument: Arguments<N>): Promise<Answer<N>> => {
    const reply = await services.serve(name, JSON.parse(JSON.stringify(argument)));
    if (!reply.ok) throw new Error(`${name}: ${reply.error.en}`);
    return JSON.parse(JSON.stringify(reply.answer)) as Answer<N>;
  };
}
