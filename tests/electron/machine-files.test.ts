import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { describe, expect, test } from 'vitest';
import { openDrafts } from '../../electron/drafts.ts';
import { openSettings } from '../../electron/settings.ts';
import { commonStoreOptions, type OpenStore } from '../../electron/store-file.ts';
import type { Problem } from '../../shared/plan/integrity.ts';
import type { BuildingId, SchemeId } from '../../shared/plan/model.ts';
import { planSchema } from '../../shared/plan/schema.ts';
import type { RecordId } from '../../shared/records/record.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** This machine's own files: settings and drafts. */

const folder = temporaryFolder();
const openStore: OpenStore = ({ name, ...options }) =>
  new Conf({ ...commonStoreOptions, ...options, configName: name });
const now = () => '2026-01-01T00:00:00.000Z';
const building = 'building_one' as BuildingId;
const scheme = 'scheme_a' as SchemeId;
const plan = planSchema.parse({
  households: { 'household_a.b': { door: '1.2' } },
  storeys: { storey_1: { name: '', level: 1, elevation: 0, height: 2900 } },
});
const known = '2026-01-01T00-00-00-000Z-0123456789abcdef' as RecordId;
const draft = { savedAt: now(), window: 'one', base: null, edits: 2, plan };

function open() {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const common = { userData: folder(), openStore, now };
  return {
    problems,
    settings: openSettings({ ...common, report }),
    drafts: openDrafts({
      ...common,
      libraryId: 'ours',
      isOfLibrary: (of, base) => of === building && (base === null || base === known),
      report: (_building, problem) => report(problem),
    }),
  };
}

describe('settings', () => {
  test('start with Chinese, and what is written is there next time', () => {
    expect(open().settings.read()).toEqual({ language: 'zh', author: '' });
    expect(open().settings.write({ author: '设计一室' })).toEqual({
      language: 'zh',
      author: '设计一室',
    });
    expect(open().settings.write({ language: 'en' })).toEqual({
      language: 'en',
      author: '设计一室',
    });
    expect(open().settings.read()).toEqual({ language: 'en', author: '设计一室' });
  });

  test.each(['', '{', '[]', '"text"', '{"language":"fr"}'])(
    'a damaged file (%j) is kept aside and reported',
    (content) => {
      writeFileSync(join(folder(), 'settings.json'), content);
      const { settings, problems } = open();
      expect(settings.read()).toEqual({ language: 'zh', author: '' });
      expect(problems).toHaveLength(1);
      const aside = 'settings.json.damaged-2026-01-01T00-00-00-000Z';
      expect(readdirSync(folder())).toEqual([aside]);
      expect(readFileSync(join(folder(), aside), 'utf8')).toBe(content);
      settings.write({ language: 'en' });
      expect(open().settings.read().language).toBe('en');
    },
  );
});

describe('a file that cannot be read is no damaged one', () => {
  // What a program that holds a file answers differs by system; a folder in its place always fails.
  const unreadable = (...path: string[]) => mkdirSync(join(folder(), ...path), { recursive: true });

  test('settings: the defaults, reported, and nothing is moved or written over', () => {
    unreadable('settings.json');
    const { settings, problems } = open();
    expect(settings.read()).toEqual({ language: 'zh', author: '' });
    expect(problems.map(({ problem }) => problem.en)).toEqual([
      expect.stringMatching(/cannot be read \(EISDIR\) and was left as it is/),
    ]);
    expect(() => settings.write({ language: 'en' })).toThrow(/cannot be read/);
    expect(readdirSync(folder())).toEqual(['settings.json']);
    rmdirSync(join(folder(), 'settings.json'));
    expect(settings.write({ language: 'en' })).toEqual({ language: 'en', author: '' });
  });

  test('drafts: said, and nothing is moved or written over', () => {
    unreadable('drafts', 'ours', 'building_one+scheme_a.json');
    const { drafts, problems } = open();
    expect(() => drafts.read(building, scheme)).toThrow(/cannot be read \(EISDIR\)/);
    expect(() => drafts.write(building, scheme, draft)).toThrow(/cannot be read \(EISDIR\)/);
    expect(problems).toEqual([]);
    expect(readdirSync(join(folder(), 'drafts', 'ours'))).toEqual(['building_one+scheme_a.json']);
  });
});

describe('drafts', () => {
  const put = (json: object) => {
    mkdirSync(join(folder(), 'drafts', 'ours'), { recursive: true });
    writeFileSync(
      join(folder(), 'drafts', 'ours', 'building_one+scheme_a.json'),
      JSON.stringify(json),
    );
  };

  test('carry their format; one without it is of the first', () => {
    put(draft);
    const { drafts, problems } = open();
    expect(drafts.read(building, scheme)).toEqual(draft);
    expect(problems).toEqual([]);
    drafts.discard(building, scheme);
    drafts.write(building, scheme, draft);
    const file = join(folder(), 'drafts', 'ours', 'building_one+scheme_a.json');
    expect(JSON.parse(readFileSync(file, 'utf8')).format).toBe(1);
  });

  test('one of a newer program is left as it is and not written over', () => {
    put({ ...draft, format: 2, plan: 'other' });
    const { drafts, problems } = open();
    expect(() => drafts.read(building, scheme)).toThrow(/newer version.*left as it is/);
    expect(() => drafts.write(building, scheme, draft)).toThrow(/newer version/);
    expect(problems).toEqual([]);
    expect(readdirSync(join(folder(), 'drafts', 'ours'))).toEqual(['building_one+scheme_a.json']);
  });

  test('one of the wrong shape is kept aside, and its place is named', () => {
    put({ ...draft, plan: { storeys: { storey_1: { ...plan.storeys, level: 'x' } } } });
    const { drafts, problems } = open();
    expect(drafts.read(building, scheme)).toBeNull();
    expect(problems[0]?.problem.en).toMatch(/damaged \(plan\.storeys\.storey_1\./);
  });

  test('one whose names hold unseen characters opens with clean ones', () => {
    const [id, storey] = Object.entries(plan.storeys)[0]!;
    const storeys = { ...plan.storeys, [id]: { ...storey, name: '一\u0000层\n东\u202e' } };
    put({ ...draft, plan: { ...plan, storeys } });
    const { drafts, problems } = open();
    const read = drafts.read(building, scheme)?.plan.storeys ?? {};
    expect(Object.values(read).map(({ name }) => name)).toEqual(['一层 东']);
    expect(problems).toEqual([]);
  });

  test('what another host writes or discards is seen', () => {
    const [one, other] = [open().drafts, open().drafts];
    one.write(building, scheme, draft);
    expect(other.read(building, scheme)?.edits).toBe(2);
    one.write(building, scheme, { ...draft, edits: 7 });
    expect(other.read(building, scheme)?.edits).toBe(7);
    one.discard(building, scheme);
    expect(other.read(building, scheme)).toBeNull();
  });

  test('a snapshot and a journal each; ids with dots stay whole; the newest takes the place of the last', () => {
    const { drafts } = open();
    drafts.write(building, scheme, draft);
    drafts.write(building, scheme, { ...draft, edits: 3 });
    drafts.write(building, 'scheme_b' as SchemeId, draft);
    expect(readdirSync(join(folder(), 'drafts', 'ours')).sort()).toEqual([
      'building_one+scheme_a.edits',
      'building_one+scheme_a.json',
      'building_one+scheme_b.json',
    ]);
    const again = open().drafts;
    expect(again.read(building, scheme)).toEqual({ ...draft, edits: 3 });
    expect([...again.schemesOf(building)].sort()).toEqual(['scheme_a', 'scheme_b']);
    expect(again.schemesOf('building_on' as BuildingId)).toEqual([]);
  });

  test('a discarded draft is gone, and discarding none is no error', () => {
    const { drafts } = open();
    drafts.write(building, scheme, draft);
    drafts.discard(building, scheme);
    drafts.discard(building, 'scheme_b' as SchemeId);
    expect(drafts.read(building, scheme)).toBeNull();
    expect(open().drafts.read(building, scheme)).toBeNull();
    expect(open().drafts.schemesOf(building)).toEqual([]);
  });

  test('a draft that was cut short is kept aside and reported, and can be written anew', () => {
    open().drafts.write(building, scheme, draft);
    const file = join(folder(), 'drafts', 'ours', 'building_one+scheme_a.json');
    const half = readFileSync(file, 'utf8').slice(0, 80);
    writeFileSync(file, half);
    const { drafts, problems } = open();
    expect(drafts.read(building, scheme)).toBeNull();
    expect(problems).toHaveLength(1);
    const kept = readdirSync(join(folder(), 'drafts', 'ours'));
    expect(kept).toEqual(['building_one+scheme_a.json.damaged-2026-01-01T00-00-00-000Z']);
    expect(readFileSync(join(folder(), 'drafts', 'ours', kept[0]!), 'utf8')).toBe(half);
    drafts.write(building, scheme, draft);
    expect(open().drafts.read(building, scheme)).toEqual(draft);
  });

  describe('of before, when all libraries shared one folder', () => {
    const shared = (name: string) => join(folder(), 'drafts', name);
    const putShared = (json: object) => {
      mkdirSync(join(folder(), 'drafts'));
      writeFileSync(shared('building_one+scheme_a.json'), JSON.stringify(json));
    };

    test.each([null, known])('one of this library is found and moves in (base %s)', (base) => {
      putShared({ ...draft, base });
      expect(open().drafts.schemesOf(building)).toEqual([scheme]);
      expect(open().drafts.read(building, scheme)).toEqual({ ...draft, base });
      expect(readdirSync(join(folder(), 'drafts'))).toEqual(['ours']);
    });

    test('what was added to it comes along', () => {
      open().drafts.write(building, scheme, draft);
      open().drafts.write(building, scheme, { ...draft, edits: 3 });
      for (const name of readdirSync(join(folder(), 'drafts', 'ours'))) {
        renameSync(join(folder(), 'drafts', 'ours', name), shared(name));
      }
      expect(readdirSync(join(folder(), 'drafts'))).toContain('building_one+scheme_a.edits');
      expect(open().drafts.read(building, scheme)).toEqual({ ...draft, edits: 3 });
    });

    test('one drawn from a version that is not here is named, and neither used nor discarded', () => {
      putShared({ ...draft, base: known.replace('0123', 'ffff') });
      const { drafts, problems } = open();
      expect(drafts.read(building, scheme)).toBeNull();
      drafts.write(building, scheme, draft);
      drafts.discard(building, scheme);
      expect(readdirSync(join(folder(), 'drafts')).sort()).toEqual([
        'building_one+scheme_a.json',
        'ours',
      ]);
      expect(problems[0]?.problem.en).toMatch(/another draft of the scheme/);
    });
  });
});
