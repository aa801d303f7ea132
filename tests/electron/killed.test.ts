import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { verifyLibrary } from '../../electron/verify.ts';
import type { BuildingId, SchemeId } from '../../shared/plan/model.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Programs that are killed while they save, and programs that save at the same time. */

const folder = temporaryFolder();
const program = join(import.meta.dirname, 'saving-child.ts');

interface Line {
  readonly ready?: number;
  readonly saving?: number;
  readonly saved?: number;
  readonly version?: string;
  readonly drafting?: number;
  readonly drafted?: number;
}

function start(
  root: string,
  ref: { building: BuildingId; scheme: SchemeId },
  user: string,
  saves: string,
) {
  const args = [program, root, ref.building, ref.scheme, user, saves];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder(), 'compiled') };
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const lines: Line[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(JSON.parse(line)));
  return { child, lines, reader, closed: once(reader, 'close') };
}

/** A library with one building that was never saved. */
async function emptyBuilding(root: string) {
  mkdirSync(root, { recursive: true });
  const ask = await startServices(root);
  const made = await ask('building.create', { name: '一号楼', address: '' });
  return { building: made.id, scheme: made.schemes[0]!.id };
}

async function killAfter(
  { child, lines, reader, closed }: ReturnType<typeof start>,
  steps: number,
  moment: number,
): Promise<void> {
  while (lines.length < steps) await once(reader, 'line');
  // Anywhere within what it does next.
  await setTimeout(moment);
  child.kill('SIGKILL');
  await closed;
}

/** Kills that one lane goes through before it starts with an empty library again. */
const killsEach = 10;
/** Lanes at the same time: while one is killed, others work it out. */
const lanes = 4;

test('killed at any moment: every saved version is whole, and of the draft one step is lost at most', async () => {
  // One that ends by itself keeps the compiled program, so that the others start in half the time.
  const warm = join(folder(), 'warm');
  const started = start(warm, await emptyBuilding(warm), 'user', '0');
  await Promise.all([exitOf(started.child), started.closed]);

  const batches = Math.ceil(cases(20, 1000) / killsEach);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let batch = next++; batch < batches; batch = next++) await killBatch(batch);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}, 7_200_000);

async function killBatch(batch: number): Promise<void> {
  const random = new Random(11 + batch);
  const root = join(folder(), `${batch}`);
  const ref = await emptyBuilding(root);
  const saved = new Map<string, number>();
  for (let kill = 0; kill < killsEach; kill += 1) {
    const run = `batch ${batch}, kill ${kill}`;
    const started = start(root, ref, 'user', 'edit');
    await killAfter(started, random.between(1, 40), random.between(0, 12));
    for (const line of started.lines) if (line.version) saved.set(line.version, line.saved!);
    const done = Math.max(
      ...started.lines.map(
        ({ ready, saved: version, drafted }) => ready ?? version ?? drafted ?? 0,
      ),
    );
    const begun = Math.max(
      ...started.lines.map(({ saving, drafting }) => saving ?? drafting ?? 0),
      done,
    );
    const ask = await startServices(root);
    const { schemes, problems } = await ask('building.open', { building: ref.building });
    expect(problems, run).toEqual([]);
    const versions = new Map<string, number>();
    for (const { id } of schemes[0]!.versions) {
      const { plan } = await ask('version.read', { ...ref, version: id });
      versions.set(id, Object.values(plan.storeys)[0]!.elevation);
    }
    for (const [id, number] of saved) expect(versions.get(id), run).toBe(number);
    const draft = await ask('draft.read', ref);
    const last = draft ? Object.values(draft.plan.storeys)[0]!.elevation : 0;
    const newest = Math.max(last, ...versions.values());
    expect(newest, run).toBeGreaterThanOrEqual(done);
    expect(newest, run).toBeLessThanOrEqual(begun);
    expect((await verifyLibrary(join(root, 'library'))).findings, run).toEqual([]);
  }
}

test.each([2, 4])(
  '%i programs save one building at once: every version is there',
  async (count) => {
    const ref = await emptyBuilding(folder());
    const saves = cases(10, Math.ceil(1000 / count));
    const running = Array.from({ length: count }, (_, index) =>
      start(folder(), ref, `user-${index}`, `${saves}`),
    );
    const codes = await Promise.all(
      running.map(({ child, closed }) => Promise.all([exitOf(child), closed])),
    );
    expect(codes.map(([code]) => code)).toEqual(running.map(() => 0));
    const saved = running.flatMap(({ lines }) => lines.flatMap(({ version }) => version ?? []));
    expect(new Set(saved).size).toBe(count * saves);
    // What each of them read again, and what another machine reads.
    const stateOf = async (user: string) => {
      cpSync(join(folder(), 'library'), join(folder(), user, 'library'), { recursive: true });
      const ask = await startServices(join(folder(), user));
      return ask('building.open', { building: ref.building });
    };
    const users = ['other', ...running.map((_, index) => `user-${index}`)];
    const states = await Promise.all(users.map(stateOf));
    for (const { schemes, problems } of states) {
      expect(problems).toEqual([]);
      expect(schemes.map(({ versions }) => versions)).toEqual(
        states[0]!.schemes.map(({ versions }) => versions),
      );
      expect(schemes[0]!.versions.map(({ id }) => id).sort()).toEqual(saved.toSorted());
    }
    const names = readdirSync(join(folder(), 'library'), { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  },
  7_200_000,
);

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = await once(child, 'exit');
  return code;
}
