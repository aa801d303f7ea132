import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../electron/bundle-read.ts';
import { verifyLibrary } from '../../electron/verify.ts';
import type { HouseholdId } from '../../shared/plan/model.ts';
import { drawFlats, planOfFlats, usualFlat } from '../generate/flats.ts';
import { type Ask, startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Whom to call about a household: recorded apart from the plans, and in no file unless asked for. */

const folder = temporaryFolder();
const plan = planOfFlats([drawFlats(1, [usualFlat])]);
const household = Object.keys(plan.households)[0] as HouseholdId;
const person = { household, name: '陈阿姨', telephone: '021-0000 0000' };

async function withContact() {
  const ask = await startServices(folder());
  const { id: building, schemes } = await ask('building.create', { name: '一号楼', address: '' });
  const ref = { building, scheme: schemes[0]!.id };
  const { version } = await ask('version.save', { ...ref, plan, note: '', parents: [] });
  const content = await ask('contact.record', { building, contact: person });
  return { ask, building, ref, version, content };
}

async function arrived(base64: string): Promise<Ask> {
  mkdirSync(join(folder(), 'other'), { recursive: true });
  const other = await startServices(join(folder(), 'other'));
  expect(await other('bundle.import', { base64 })).toMatchObject({ problems: [] });
  return other;
}

describe('the contact of a household', () => {
  test('is a record: on disk, the latest counts, and empty words take it back', async () => {
    const { ask, building, content } = await withContact();
    expect(content.contacts).toMatchObject([person]);
    const again = await startServices(folder());
    expect((await again('building.open', { building })).contacts).toMatchObject([person]);
    const moved = { ...person, telephone: ' 021-1111 1111 ' };
    const changed = await ask('contact.record', { building, contact: moved });
    expect(changed.contacts).toMatchObject([{ ...person, telephone: '021-1111 1111' }]);
    const none = { household, name: '', telephone: ' ' };
    expect((await ask('contact.record', { building, contact: none })).contacts).toEqual([]);
    const { findings } = await verifyLibrary(join(folder(), 'library'));
    expect(findings).toEqual([]);
  });

  test('is of a building that is there, and of one line', async () => {
    const { ask, building } = await withContact();
    const absent = { building: 'building_none' as never, contact: person };
    await expect(ask('contact.record', absent)).rejects.toThrow(/no such building/);
    const lines = { building, contact: { ...person, name: '陈\n阿姨' } };
    await expect(ask('contact.record', lines)).rejects.toThrow();
  });

  test('goes into a file only where somebody asks for it', async () => {
    const { ask, building, version } = await withContact();
    const choices = [null, [version]];
    for (const versions of choices) {
      const asked = { building, versions, privateFacts: false };
      const { base64 } = await ask('bundle.export', asked);
      const { records } = await readBundle(Buffer.from(base64, 'base64'));
      expect(records.length).toBeGreaterThan(1);
      expect(JSON.stringify(records)).not.toContain(person.name);
      expect(JSON.stringify(records)).not.toContain(person.telephone);
      expect((await (await arrived(base64))('building.open', { building })).contacts).toEqual([]);
    }
    const { base64 } = await ask('bundle.export', { building, versions: null, privateFacts: true });
    const other = await arrived(base64);
    expect((await other('building.open', { building })).contacts).toMatchObject([person]);
  });

  test('a number that was corrected or taken back is in no file', async () => {
    const { ask, building } = await withContact();
    const all = { building, versions: null, privateFacts: true };
    const { base64: before } = await ask('bundle.export', all);
    const other = await arrived(before);
    const corrected = { ...person, telephone: '021-1111 1111' };
    await ask('contact.record', { building, contact: corrected });
    const { base64 } = await ask('bundle.export', all);
    const { records } = await readBundle(Buffer.from(base64, 'base64'));
    expect(JSON.stringify(records)).toContain(corrected.telephone);
    expect(JSON.stringify(records)).not.toContain(person.telephone);

    await ask('contact.record', { building, contact: { household, name: '', telephone: '' } });
    const { base64: last } = await ask('bundle.export', all);
    expect(JSON.stringify((await readBundle(Buffer.from(last, 'base64'))).records)).not.toContain(
      person.name,
    );
    // Who had it before takes it back as well.
    expect((await other('building.open', { building })).contacts).toMatchObject([person]);
    await other('bundle.import', { base64: last });
    expect((await other('building.open', { building })).contacts).toEqual([]);
  });

  test('is in no plan, no document, no copy of the building, and nobody is found by it', async () => {
    const { ask, building, ref, version } = await withContact();
    const { text } = await ask('building.export', { building });
    const read = await ask('version.read', { ...ref, version });
    const copy = await ask('building.duplicate', { building, name: '副本' });
    const copied = await ask('building.open', { building: copy.id });
    for (const words of [text, JSON.stringify(read), JSON.stringify(copied)]) {
      expect(words).not.toContain(person.name);
      expect(words).not.toContain(person.telephone);
    }
    expect((await ask('library.search', { words: person.name })).found).toEqual([]);
    const log = readdirSync(join(folder(), 'library', copy.id, 'log'));
    expect(log).toHaveLength(2);
  });
});
