import { mkdirSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allCatalogues } from '../../electron/catalogue.ts';
import { isSound, verifyBundle, verifyLibrary } from '../../electron/verify.ts';
import type { BuildingContent } from '../../shared/bridge.ts';
import type { BuildingId, SchemeId } from '../../shared/plan/model.ts';
import { type Ask, startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Versions that are not here: damaged, or left out of a file by choice. A gap is no fork. */

const folder = temporaryFolder();
const samples = resolve(import.meta.dirname, '..', '..', 'assets', 'samples');

const at = (name: string): string => {
  const place = join(folder(), name);
  mkdirSync(place, { recursive: true });
  return place;
};

/** Saves `count` versions of a sample's first scheme one after the other, each from the one before. */
async function savedIn(ask: Ask, count: number) {
  const { buildings } = await ask('library.list', {});
  const building = buildings[0]!.id;
  const [first] = (await ask('building.open', { building })).schemes;
  const scheme = first!.id;
  const ids = [first!.versions[0]!.id];
  const { plan } = await ask('version.read', { building, scheme, version: ids[0]! });
  for (let next = 0; next < count; next += 1) {
    const saved = { building, scheme, plan, note: `${next}`, parents: [ids.at(-1)!] };
    ids.push((await ask('version.save', saved)).version);
  }
  return { building, scheme, ids };
}

const schemeIn = ({ schemes }: BuildingContent, scheme: SchemeId) =>
  schemes.find(({ id }) => id === scheme)!;

async function opened(ask: Ask, building: BuildingId, scheme: SchemeId) {
  return schemeIn(await ask('building.open', { building }), scheme);
}

describe('a version that is damaged', () => {
  test('is a gap with its number, and no fork; the others keep theirs', async () => {
    const ask = await startServices(folder(), samples);
    const { building, scheme, ids } = await savedIn(ask, 3);
    const numbers = async () =>
      (await opened(ask, building, scheme)).versions.map(({ number }) => number);
    expect(await numbers()).toEqual([4, 3, 2, 1]);
    const versions = join(folder(), 'library', building, 'versions');
    truncateSync(join(versions, `${ids[1]}.json.gz`), 40);
    expect(await numbers()).toEqual([4, 3, 1]);
    expect(await opened(ask, building, scheme)).toMatchObject({
      fork: null,
      uncertain: [],
      gaps: [{ id: ids[1], number: 2, why: 'damaged' }],
    });
    const { buildings } = await ask('library.list', {});
    expect(buildings.find(({ id }) => id === building)).toMatchObject({ diverged: 0 });
  });

  test('two that were drawn from it are a fork without a past, so that all that differs is asked', async () => {
    const ask = await startServices(folder(), samples);
    const { building, scheme, ids } = await savedIn(ask, 2);
    const { plan } = await ask('version.read', { building, scheme, version: ids[0]! });
    const saved = { building, scheme, plan, note: '', parents: [ids[1]!] };
    const other = (await ask('version.save', saved)).version;
    truncateSync(join(folder(), 'library', building, 'versions', `${ids[1]}.json.gz`), 40);
    expect((await opened(ask, building, scheme)).fork).toEqual({
      heads: [ids[2], other],
      past: [],
      hidden: true,
      more: 0,
    });
    const { buildings } = await ask('library.list', {});
    expect(buildings.find(({ id }) => id === building)).toMatchObject({ diverged: 1 });
  });
});

describe('versions that a file was exported without', () => {
  test('are named as such by verify and by the library that takes the file in', async () => {
    const ask = await startServices(at('one'), samples);
    const { building, scheme, ids } = await savedIn(ask, 3);
    const chosen = { building, versions: [ids[0]!, ids[3]!], privateFacts: false };
    const { base64 } = await ask('bundle.export', chosen);
    expect((await ask('bundle.export', chosen)).base64).toBe(base64);
    const verified = await verifyBundle(Buffer.from(base64, 'base64'));
    const others = (await ask('building.open', { building })).schemes
      .flatMap(({ versions }) => versions.map(({ id }) => id))
      .filter((id) => ids[0] !== id && ids[3] !== id);
    expect(verified.findings.map(({ state }) => state)).toEqual(others.map(() => 'left-out'));
    expect(verified.findings.map(({ text }) => text.en).join()).toContain(ids[2]);

    const elsewhere = await startServices(at('two'), join(folder(), 'none'));
    await elsewhere('bundle.import', { base64 });
    const there = await opened(elsewhere, building, scheme);
    expect(there.versions.map(({ number }) => number)).toEqual([4, 1]);
    // The scheme of which nothing was chosen does not come as an empty one.
    expect((await elsewhere('building.open', { building })).schemes).toHaveLength(1);
    expect(there).toMatchObject({
      fork: null,
      gaps: [
        { id: ids[2], number: 3, why: 'left-out' },
        { id: ids[1], number: 2, why: 'left-out' },
      ],
    });
    const { findings } = await verifyLibrary(join(folder(), 'two', 'library'));
    expect(new Set(findings.map(({ state }) => state))).toEqual(new Set(['left-out']));

    // They arrive after all: nothing is left out any more.
    const all = { building, versions: null, privateFacts: false };
    await elsewhere('bundle.import', await ask('bundle.export', all));
    expect(await opened(elsewhere, building, scheme)).toMatchObject({ fork: null, gaps: [] });
    // Where everything is, the file brings nothing.
    expect(await ask('bundle.import', { base64 })).toMatchObject({ added: 0, problems: [] });
  });

  test('are no excuse for what came after all and was damaged or lost then', async () => {
    const ask = await startServices(at('one'), samples);
    const { building, scheme, ids } = await savedIn(ask, 3);
    const chosen = { building, versions: [ids[0]!, ids[3]!], privateFacts: false };
    const elsewhere = await startServices(at('two'), join(folder(), 'none'));
    await elsewhere('bundle.import', await ask('bundle.export', chosen));
    await elsewhere('library.list', {});
    const all = { building, versions: null, privateFacts: false };
    await elsewhere('bundle.import', await ask('bundle.export', all));
    expect((await elsewhere('building.open', { building })).problems).toEqual([]);

    const library = join(folder(), 'two', 'library');
    const fileOf = (id: string) => `versions/${id}.json.gz`;
    truncateSync(join(library, building, fileOf(ids[1]!)), 0);
    rmSync(join(library, building, fileOf(ids[2]!)));
    // Nobody went on from this one, so that no other record names it.
    const leaf = (await elsewhere('building.open', { building })).schemes
      .filter(({ id }) => id !== scheme)
      .flatMap(({ versions }) => versions)[0]!.id;
    rmSync(join(library, building, fileOf(leaf)));

    const content = await elsewhere('building.open', { building });
    expect(schemeIn(content, scheme).gaps).toEqual([
      { id: ids[2], number: 3, why: 'missing' },
      { id: ids[1], number: 2, why: 'damaged' },
    ]);
    const faults = content.problems.map((each) => [each.at, 'fault' in each ? each.fault : null]);
    expect(faults).toContainEqual([fileOf(ids[2]!), 'gone']);
    expect(faults).toContainEqual([fileOf(leaf), 'gone']);
    const { problems } = await elsewhere('library.list', {});
    expect(problems.map((each) => each.at)).toContain(`${building}/${fileOf(leaf)}`);

    const user = join(folder(), 'two', 'user');
    const verified = await verifyLibrary(library, {
      catalogues: await allCatalogues(user, library),
    });
    expect(isSound(verified)).toBe(false);
    const states = verified.findings.map(({ at: place, state }) => [place, state]);
    expect(states.toSorted()).toEqual(
      [
        [`${building}/${fileOf(ids[1]!)}`, 'damaged'],
        [`${building}/${fileOf(ids[2]!)}`, 'lost'],
        [`${building}/${fileOf(leaf)}`, 'lost'],
        // What was drawn from them, and names them.
        [`${building}/${fileOf(ids[3]!)}`, 'missing'],
      ].toSorted(),
    );
    // A machine that never saw them cannot know that they ever came.
    const known = await verifyLibrary(library);
    expect(known.findings.map(({ state }) => state)).toContain('left-out');
    expect(isSound(known)).toBe(false);
  });
});

test('a sample is one building wherever it is: its records are the same in every library', async () => {
  const one = await startServices(at('one'), samples);
  // Another clock and another language.
  const other = await startServices(at('two'), join(folder(), 'none'));
  await other('settings.write', { language: 'en' });
  const later = await startServices(at('two'), samples);
  await later('host.describe', {});
  const names = (name: string) =>
    readdirSync(join(folder(), name, 'library'), { recursive: true })
      .map(String)
      .sort();
  expect(names('one').filter((file) => file.endsWith('.gz')).length).toBeGreaterThan(3);
  expect(names('two')).toEqual(names('one'));

  const { building, scheme } = await savedIn(one, 1);
  await later('bundle.import', {
    ...(await one('bundle.export', { building, versions: null, privateFacts: false })),
  });
  expect(await opened(later, building, scheme)).toMatchObject({ fork: null, gaps: [] });
});
