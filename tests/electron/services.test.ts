import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument, writeDocument } from '../../shared/exchange/document.ts';
import type { BuildingId, Plan, SchemeId } from '../../shared/plan/model.ts';
import { planSchema } from '../../shared/plan/schema.ts';
import { type Ask, startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The services as both hosts serve them, over folders of this test. */

const folder = temporaryFolder();
const start = (samples?: string) => startServices(folder(), samples);

const plan = planSchema.parse({
  storeys: { storey_1: { name: '一层', level: 1, elevation: 0, height: 2900 } },
});
const sample = writeDocument({
  building: { id: 'building_sample' as BuildingId, name: '示例楼', address: '' },
  schemes: [
    { id: 'scheme_a' as SchemeId, name: '甲', description: '', plan },
    { id: 'scheme_b' as SchemeId, name: '乙', description: 'b', plan },
  ],
});

/** A building with one saved version. */
async function withVersion(ask: Ask) {
  const made = await ask('building.create', { name: '一号楼', address: '天山路' });
  const building = made.id;
  const scheme = made.schemes[0]!.id;
  const draft = await ask('draft.read', { building, scheme });
  const saved = await ask('version.save', {
    building,
    scheme,
    plan: draft!.plan,
    note: '初稿',
    parents: [],
  });
  return { building, scheme, version: saved.version, content: saved.content };
}

describe('services', () => {
  test('a new building has one scheme with an empty storey as its draft', async () => {
    const ask = await start();
    const made = await ask('building.create', { name: ' 一号楼 ', address: '天山路' });
    expect(made).toMatchObject({
      name: '一号楼',
      address: '天山路',
      archived: false,
      problems: [],
    });
    expect(made.schemes).toMatchObject([{ name: '方案甲', versions: [], draft: { base: null } }]);
    const scheme = made.schemes[0]!.id;
    const draft = await ask('draft.read', { building: made.id, scheme });
    expect(Object.values(draft!.plan.storeys)).toMatchObject([
      { name: '一层', level: 1, elevation: 0, height: 2900 },
    ]);
    const { buildings } = await ask('library.list', {});
    expect(buildings).toMatchObject([{ storeys: 1, households: 0, hasDraft: true, schemes: 1 }]);
  });

  test('saving a version forgets the draft; a later one stands before it, with its parent', async () => {
    const ask = await start();
    const { building, scheme, version, content } = await withVersion(ask);
    expect(content.schemes[0]).toMatchObject({ draft: null, versions: [{ note: '初稿' }] });
    expect(await ask('draft.read', { building, scheme })).toBeNull();
    const next = await ask('version.save', {
      building,
      scheme,
      plan,
      note: '',
      parents: [version],
    });
    expect(next.content.schemes[0]?.versions).toMatchObject([
      { id: next.version, parents: [version] },
      { id: version, parents: [] },
    ]);
    expect((await ask('version.read', { building, scheme, version: next.version })).plan).toEqual(
      plan,
    );
  });

  test('a draft keeps only the newest and is there after a restart', async () => {
    const { building, scheme, version } = await withVersion(await start());
    const ask = await start();
    for (const edits of [1, 2]) {
      await ask('draft.write', { building, scheme, draft: { plan, base: version, edits } });
    }
    const again = await start();
    expect(await again('draft.read', { building, scheme })).toMatchObject({ edits: 2 });
    const { buildings } = await again('library.list', {});
    expect(buildings[0]?.hasDraft).toBe(true);
    await again('draft.discard', { building, scheme });
    expect(await (await start())('draft.read', { building, scheme })).toBeNull();
  });

  test("a scheme's figures are of its draft where there is one, else of its newest version", async () => {
    const ask = await start();
    const { building, scheme, version, content } = await withVersion(ask);
    const ofVersion = { households: 0, complete: 0, draft: false, version };
    expect(content.schemes[0]?.figures).toEqual(ofVersion);
    const drafted = planSchema.parse({ ...plan, households: { household_1: { door: '101' } } });
    const draft = { plan: drafted, base: version, edits: 1 };
    await ask('draft.write', { building, scheme, draft });
    const figures = async () => (await ask('building.open', { building })).schemes[0]?.figures;
    expect(await figures()).toEqual({ households: 1, complete: 0, draft: true, version: null });
    await ask('draft.discard', { building, scheme });
    expect(await figures()).toEqual(ofVersion);
    const bare = await ask('scheme.create', { building, name: '乙', description: '', from: null });
    await ask('draft.discard', { building, scheme: bare.scheme });
    expect((await ask('building.open', { building })).schemes[1]?.figures).toBeNull();
  });

  test('the base of a draft from another copy of the library counts as none', async () => {
    const ask = await start();
    const { building, scheme } = await withVersion(ask);
    const base = '2020-01-01T00-00-00-000Z-0123456789abcdef';
    await ask('draft.write', { building, scheme, draft: { plan, base, edits: 1 } });
    expect(await ask('draft.read', { building, scheme })).toMatchObject({ base: null, edits: 1 });
  });

  test('a plan that contradicts itself is not saved, and unknown parents are refused', async () => {
    const ask = await start();
    const { building, scheme } = await withVersion(ask);
    const wrong = planSchema.parse({
      storeys: {
        storey_1: {
          ...plan.storeys['storey_1' as keyof typeof plan.storeys],
          walls: { wall_1: { a: 'joint_1', b: 'joint_2', thickness: 120, kind: 'partition' } },
        },
      },
    });
    const save = { building, scheme, note: '', parents: [] };
    await expect(ask('version.save', { ...save, plan: wrong })).rejects.toThrow(
      /plan\.storeys\.storey_1\.walls\.wall_1\.a/,
    );
    const parents = ['2020-01-01T00-00-00-000Z-0123456789abcdef'];
    await expect(ask('version.save', { ...save, plan, parents })).rejects.toThrow(
      /no such version/,
    );
  });

  test('schemes are added empty or from a version, described and archived', async () => {
    const ask = await start();
    const { building, scheme, version } = await withVersion(ask);
    const empty = await ask('scheme.create', { building, name: '乙', description: '', from: null });
    const from = { scheme, version };
    const copy = await ask('scheme.create', { building, name: '丙', description: '', from });
    expect(copy.content.schemes.map(({ name }) => name)).toEqual(['方案甲', '乙', '丙']);
    expect(copy.content.schemes[2]?.draft).toMatchObject({ base: null });
    const facts = { name: '乙二', description: '说明', archived: true };
    const told = await ask('scheme.describe', { building, scheme: empty.scheme, ...facts });
    expect(told.schemes[1]).toMatchObject(facts);
    expect((await ask('library.list', {})).buildings[0]?.schemes).toBe(2);
  });

  test('no two schemes of a building are given one name, and the refusal says what to do', async () => {
    const ask = await start();
    const { building, scheme } = await withVersion(ask);
    const blank = { building, description: '', from: null };
    await expect(ask('scheme.create', { ...blank, name: ' 方案甲 ' })).rejects.toThrow(
      /already has a scheme called "方案甲".*another name/,
    );
    const other = await ask('scheme.create', { ...blank, name: 'Scheme B' });
    for (const name of ['scheme  b', 'Ｓｃｈｅｍｅ B']) {
      await expect(ask('scheme.create', { ...blank, name })).rejects.toThrow(/Scheme B/);
      const renamed = { building, scheme, name, description: '', archived: false };
      await expect(ask('scheme.describe', renamed)).rejects.toThrow(/Scheme B/);
    }
    const archived = { building, scheme: other.scheme, name: 'SCHEME B', description: '' };
    await ask('scheme.describe', { ...archived, archived: true });
    await expect(ask('scheme.create', { ...blank, name: 'Scheme B' })).rejects.toThrow(
      /archived scheme.*restore/,
    );
    expect((await ask('building.open', { building })).schemes).toHaveLength(2);
  });

  test('a building is described, archived and duplicated with its drafts', async () => {
    const ask = await start();
    const { building, version } = await withVersion(ask);
    await ask('scheme.create', { building, name: '乙', description: '', from: null });
    await ask('building.describe', { building, name: '二号楼', address: '' });
    const archived = await ask('building.archive', { building, archived: true });
    expect(archived).toMatchObject({ name: '二号楼', archived: true });
    const copy = await ask('building.duplicate', { building, name: '副本' });
    expect(copy).toMatchObject({ name: '副本', archived: false });
    expect(copy.schemes).toMatchObject([
      { name: '方案甲', versions: [{ parents: [] }] },
      { name: '乙', versions: [], draft: { base: null } },
    ]);
    expect(copy.schemes[0]?.versions[0]?.id).not.toBe(version);
    expect((await ask('building.open', { building })).schemes).toHaveLength(2);
  });

  test('a copy holds what opens: the draft where a scheme has one', async () => {
    const ask = await start();
    const { building, scheme, version } = await withVersion(ask);
    const { plan } = await ask('version.read', { building, scheme, version });
    const [storey] = Object.keys(plan.storeys) as [keyof typeof plan.storeys];
    const drafted = {
      ...plan,
      storeys: { ...plan.storeys, [storey]: { ...plan.storeys[storey]!, name: '改名层' } },
    };
    await ask('draft.write', {
      building,
      scheme,
      draft: { plan: drafted, base: version, edits: 1 },
    });
    const copy = await ask('building.duplicate', { building, name: '副本' });
    const [made] = copy.schemes;
    const ref = { building: copy.id, scheme: made!.id, version: made!.versions[0]!.id };
    expect((await ask('version.read', ref)).plan).toEqual(drafted);
  });

  test('export and import give the same building; a second import is another one', async () => {
    const ask = await start();
    const first = await ask('building.import', { text: sample });
    expect(first).toEqual({ building: 'building_sample', problems: [] });
    const exported = await ask('building.export', { building: 'building_sample' });
    expect(exported).toEqual({ fileName: '示例楼.json', text: sample, notes: [] });
    const second = await ask('building.import', { text: sample });
    expect(second.building).not.toBe('building_sample');
    const content = await ask('building.open', { building: second.building! });
    expect(content.name).toBe('示例楼（导入）');
    expect(content.schemes.map(({ id, name }) => [id, name])).toEqual([
      ['scheme_a', '甲'],
      ['scheme_b', '乙'],
    ]);
  });

  test('a building imported again under a long name can still be exported and imported', async () => {
    const ask = await start();
    const long = sample.replace('示例楼', '楼'.repeat(200));
    await ask('building.import', { text: long });
    const { building } = await ask('building.import', { text: long });
    const { text } = await ask('building.export', { building: building! });
    expect(parseDocument(text).document?.building.name).toMatch(/^楼{196}（导入）$/);
  });

  test('a document with problems is not imported, and nothing is written', async () => {
    const ask = await start();
    const answer = await ask('building.import', {
      text: sample.replace('"level": 1', '"level": "x"'),
    });
    expect(answer.building).toBeNull();
    expect(answer.problems.map(({ at }) => at)).toContain('schemes[0].storeys.storey_1.level');
    expect((await ask('library.list', {})).buildings).toEqual([]);
  });

  test('an export holds the draft of a scheme without a version, and names what it leaves out', async () => {
    const ask = await start();
    const { building, scheme, version } = await withVersion(ask);
    const add = async (name: string) =>
      (await ask('scheme.create', { building, name, description: '', from: null })).scheme;
    const drawn = planSchema.parse({
      storeys: { storey_9: { name: '九层', level: 9, elevation: 0, height: 2900 } },
    });
    const broken = planSchema.parse({
      storeys: {
        storey_1: {
          ...plan.storeys['storey_1' as keyof typeof plan.storeys],
          walls: { wall_1: { a: 'joint_1', b: 'joint_2', thickness: 120, kind: 'partition' } },
        },
      },
    });
    const write = (scheme: SchemeId, plan: Plan, base: string | null) =>
      ask('draft.write', { building, scheme, draft: { plan, base, edits: 3 } });
    await write(scheme, drawn, version);
    await write(await add('乙'), drawn, null);
    await write(await add('丙'), broken, null);
    await ask('draft.discard', { building, scheme: await add('丁') });

    const { text, notes } = await ask('building.export', { building });
    const { document } = parseDocument(text);
    expect(document?.schemes.map(({ name }) => name)).toEqual(['方案甲', '乙']);
    expect(document?.schemes[0]?.plan).not.toEqual(drawn);
    expect(document?.schemes[1]?.plan).toEqual(drawn);
    expect(notes.map(({ at, problem }) => `${at}: ${problem.en}`)).toEqual([
      '方案甲: its last saved version was exported, without the unsaved edits of the draft',
      expect.stringMatching(/^丙: not exported: .*plan\.storeys\.storey_1\.walls\.wall_1\.a/),
      '丁: not exported: it has no version and no draft',
    ]);
  });

  test('a building of which nothing can be exported says why', async () => {
    const ask = await start();
    const { id: building, schemes } = await ask('building.create', { name: '空', address: '' });
    await ask('draft.discard', { building, scheme: schemes[0]!.id });
    await expect(ask('building.export', { building })).rejects.toThrow(
      /no scheme to export\. 方案甲: not exported: it has no version and no draft/,
    );
  });

  test('samples are added once; a wrong one is named and the rest is there', async () => {
    const samples = join(folder(), 'samples');
    mkdirSync(samples);
    writeFileSync(join(samples, 'good.json'), sample);
    writeFileSync(join(samples, 'wrong.json'), '{');
    await start(samples);
    const ask = await start(samples);
    const { buildings, problems } = await ask('library.list', {});
    expect(buildings).toMatchObject([{ id: 'building_sample', schemes: 2 }]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.at).toContain('wrong.json');
    const { schemes } = await ask('building.open', { building: 'building_sample' });
    expect(schemes.map(({ versions }) => versions.length)).toEqual([1, 1]);
    expect(schemes[0]?.versions[0]?.note).toBe('示例 / Sample');
    expect(parseDocument(sample).problems).toEqual([]);
  });

  test('a damaged version and a damaged draft are named, and the rest opens', async () => {
    const { building, scheme, version } = await withVersion(await start());
    const ask = await start();
    const next = await ask('version.save', {
      building,
      scheme,
      plan,
      note: '',
      parents: [version],
    });
    await ask('draft.write', { building, scheme, draft: { plan, base: version, edits: 1 } });
    const versions = join(folder(), 'library', building, 'versions');
    truncateSync(join(versions, `${next.version}.json.gz`), 30);
    const all = join(folder(), 'user', 'drafts');
    const drafts = join(all, readdirSync(all)[0]!);
    truncateSync(join(drafts, readdirSync(drafts)[0]!), 30);
    const again = await start();
    const content = await again('building.open', { building });
    expect(content.schemes[0]?.versions.map(({ id }) => id)).toEqual([version]);
    expect(content.schemes[0]?.draft).toBeNull();
    expect(content.problems).toHaveLength(2);
    await expect(
      again('version.read', { building, scheme, version: next.version }),
    ).rejects.toThrow(/no such version/);
    const { problems } = await again('library.list', {});
    expect(problems.map(({ at }) => at)).toEqual([`${building}/versions/${next.version}.json.gz`]);
  });
});
