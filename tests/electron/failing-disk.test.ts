import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { verifyLibrary } from '../../electron/verify.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { planSchema } from '../../shared/plan/schema.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Disks that fail, are full or only for reading: what was acknowledged is there, nothing is half. */

/** Asked before each call that changes the disk; answers the code that it fails with, or null. */
const disk = vi.hoisted(() => ({ fails: (_call: string): string | null => null }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const failWhere = (call: string) => {
    const code = disk.fails(call);
    if (code) throw Object.assign(new Error(`${code}: ${call}`), { code });
  };
  const open: typeof real.open = async (path, flags, mode) => {
    if (flags !== 'r') failWhere('open');
    const handle = await real.open(path, flags, mode);
    const [write, sync] = [handle.writeFile.bind(handle), handle.sync.bind(handle)];
    handle.writeFile = async (bytes, options) => {
      const code = disk.fails('write');
      if (!code) return write(bytes, options);
      // Half of it arrives.
      await write((bytes as Uint8Array).subarray(0, Math.floor(bytes.toString().length / 2)));
      throw Object.assign(new Error(`${code}: write`), { code });
    };
    handle.sync = async () => {
      failWhere('sync');
      await sync();
    };
    return handle;
  };
  const link: typeof real.link = async (from, to) => {
    failWhere('link');
    return real.link(from, to);
  };
  const mkdir = (async (...given: Parameters<typeof real.mkdir>) => {
    failWhere('mkdir');
    return real.mkdir(...given);
  }) as typeof real.mkdir;
  return { ...real, open, link, mkdir };
});

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const writeSync = ((handle: number, bytes: Uint8Array, from: number) => {
    const code = disk.fails('write draft');
    if (!code) return real.writeSync(handle, bytes, from);
    real.writeSync(handle, bytes, from, Math.floor((bytes.length - from) / 2));
    throw Object.assign(new Error(`${code}: write`), { code });
  }) as typeof real.writeSync;
  const fsyncSync: typeof real.fsyncSync = (handle) => {
    const code = disk.fails('sync draft');
    if (code) throw Object.assign(new Error(`${code}: sync`), { code });
    real.fsyncSync(handle);
  };
  return { ...real, writeSync, fsyncSync };
});

const folder = temporaryFolder();
beforeEach(() => {
  disk.fails = () => null;
});

const planOf = (number: number): Plan =>
  planSchema.parse({
    storeys: {
      storey_1: {
        name: 'x'.repeat(180),
        level: 1,
        elevation: number,
        height: 2900,
        joints: Object.fromEntries(
          Array.from({ length: 60 }, (_, index) => [`joint_${index}`, { x: index * number, y: 7 }]),
        ),
      },
    },
  });

async function withBuilding(root: string) {
  const ask = await startServices(root);
  const made = await ask('building.create', { name: '一号楼', address: '' });
  const [scheme] = made.schemes;
  const held = { window: 'one', follows: scheme!.draft!.savedAt };
  return { ask, ref: { building: made.id, scheme: scheme!.id }, held };
}

/** Draws and saves; remembers what was acknowledged. */
function worker({ ask, ref, held }: Awaited<ReturnType<typeof withBuilding>>) {
  const saved = new Map<string, number>();
  let draft = 0;
  return {
    saved,
    lastDraft: () => draft,
    async save(number: number) {
      const plan = planOf(number);
      const parents: string[] = [];
      const answer = await ask('version.save', { ...ref, plan, note: '', parents, held });
      saved.set(answer.version, number);
      draft = 0;
    },
    async draw(number: number) {
      const written = { plan: planOf(number), base: null, edits: number };
      const answer = await ask('draft.write', { ...ref, draft: written, held });
      if (!answer.written) throw new Error('another draft was there');
      draft = number;
    },
  };
}

async function expectKept(
  root: string,
  ref: Awaited<ReturnType<typeof withBuilding>>['ref'],
  saved: ReadonlyMap<string, number>,
) {
  const ask = await startServices(root);
  const { schemes, problems } = await ask('building.open', { building: ref.building });
  expect(problems).toEqual([]);
  const versions = schemes[0]!.versions.map(({ id }) => id);
  for (const [version, number] of saved) {
    expect(versions).toContain(version);
    expect((await ask('version.read', { ...ref, version })).plan).toEqual(planOf(number));
  }
  expect((await verifyLibrary(join(root, 'library'))).findings).toEqual([]);
  return { draft: await ask('draft.read', ref), versions };
}

test('any call may fail: what was acknowledged is there and whole, the draft is the last one', async () => {
  const random = new Random(5);
  for (let run = 0; run < cases(4, 60); run += 1) {
    const root = join(folder(), `${run}`);
    mkdirSync(root);
    const started = await withBuilding(root);
    const { ref } = started;
    const { saved, lastDraft, save, draw } = worker(started);
    let failed = 0;
    for (let number = 1; number <= 40; number += 1) {
      disk.fails = () => (random.chance(0.08) ? random.pick(['EIO', 'ENOSPC', 'EDQUOT']) : null);
      const work = number % 3 === 0 ? save(number) : draw(number);
      await work.catch(() => {
        failed += 1;
      });
    }
    disk.fails = () => null;
    expect(failed).toBeGreaterThan(0);
    const { draft } = await expectKept(root, ref, saved);
    const kept = draft?.edits ?? 0;
    if (kept > 0) expect(draft?.plan).toEqual(planOf(kept));
    expect(kept).toBeGreaterThanOrEqual(lastDraft());
  }
}, 600_000);

/** A disk of 600 kB where this machine lets us mount one; else a folder, and calls that fail. */
function smallDisk(root: string) {
  mkdirSync(root, { recursive: true });
  const mounted =
    process.platform === 'linux' &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', root]).status === 0;
  const filler = join(root, 'filler');
  return {
    fill() {
      if (!mounted) {
        disk.fails = (call) => (/open|write/.test(call) ? 'ENOSPC' : null);
        return;
      }
      try {
        for (let part = 0; ; part += 1) writeFileSync(`${filler}-${part}`, Buffer.alloc(4096));
      } catch {
        // Full.
      }
    },
    free() {
      disk.fails = () => null;
      for (let part = 0; mounted && part < 200; part += 1) {
        rmSync(`${filler}-${part}`, { force: true });
      }
    },
    closeForWriting() {
      if (!mounted) disk.fails = (call) => (/draft/.test(call) ? null : 'EROFS');
      else spawnSync('mount', ['-o', 'remount,ro', root]);
      return mounted;
    },
    unmount() {
      if (mounted) spawnSync('umount', ['-l', root]);
    },
  };
}

describe('a small disk', () => {
  let small: ReturnType<typeof smallDisk> | null = null;
  afterEach(() => small?.unmount());

  test('that is full: refused in words, nothing lost, and it goes on once there is room', async () => {
    const root = join(folder(), 'disk');
    small = smallDisk(root);
    const started = await withBuilding(root);
    const { ref } = started;
    const { saved, save, draw } = worker(started);
    for (let number = 1; number <= 5; number += 1) await save(number);
    await draw(6);
    small.fill();
    await expect(save(7)).rejects.toThrow(/disk is full/);
    for (let number = 8; number < 20; number += 1) await draw(number).catch(() => {});
    small.free();
    const { draft } = await expectKept(root, ref, saved);
    expect(draft!.edits).toBeGreaterThanOrEqual(6);
    expect(draft!.plan).toEqual(planOf(draft!.edits));
    await save(20);
    await expectKept(root, ref, saved);
  });

  test('that is only for reading opens for reading, and says why nothing is saved', async () => {
    const root = join(folder(), 'disk');
    small = smallDisk(join(root, 'library'));
    const started = await withBuilding(root);
    const { ref } = started;
    const { saved, save } = worker(started);
    await save(1);
    const mounted = small.closeForWriting();
    await expect(save(2)).rejects.toThrow(/read-only/);
    const again = await startServices(root);
    if (mounted) expect(await again('host.describe', {})).toMatchObject({ readOnly: true });
    expect((await again('library.list', {})).buildings).toHaveLength(1);
    await expectKept(root, ref, saved);
  });
});
