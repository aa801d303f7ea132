import {
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, openDrafts } from '../../electron/drafts.ts';
import { commonStoreOptions } from '../../electron/store-file.ts';
import type { Problem } from '../../shared/plan/integrity.ts';
import type { BuildingId, Plan, SchemeId } from '../../shared/plan/model.ts';
import { planSchema } from '../../shared/plan/schema.ts';
import { applyChanges, changesBetween } from '../../shared/records/plan-changes.ts';
import { cases } from '../cases.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Drafts are kept as a snapshot and what changed since; what is cut off or damaged is left out. */

const folder = temporaryFolder();
const building = 'building_one' as BuildingId;
const scheme = 'scheme_a' as SchemeId;
const place = (name: string) => join(folder(), 'drafts', 'ours', name);
const journal = () => place('building_one+scheme_a.edits');
const snapshot = () => place('building_one+scheme_a.json');

function open() {
  const problems: Problem[] = [];
  const drafts = openDrafts({
    libraryId: 'ours',
    isOfLibrary: () => true,
    userData: folder(),
    openStore: ({ name, ...options }) =>
      new Conf({ ...commonStoreOptions, ...options, configName: name }),
    now: () => '2026-01-01T00:00:00.000Z',
    report: (_building, problem) => problems.push(problem),
  });
  return {
    problems,
    read: () => drafts.read(building, scheme),
    write: (draft: Draft) => drafts.write(building, scheme, draft),
  };
}

const storey = { name: '一层', level: 1, elevation: 0, height: 2900 };
const planOf = (joints: number): Plan =>
  planSchema.parse({
    storeys: {
      storey_1: {
        ...storey,
        joints: Object.fromEntries(
          Array.from({ length: joints }, (_, index) => [`joint_${index}`, { x: index, y: 0 }]),
        ),
      },
    },
  });
const draftOf = (edits: number, plan = planOf(edits + 40)): Draft => ({
  savedAt: new Date(Date.UTC(2026, 0, 1, 14, 0, edits)).toISOString(),
  window: 'one',
  base: null,
  edits,
  plan,
});

test('what changed makes the one plan of the other', () => {
  fc.assert(
    fc.property(arbitraryPlan, arbitraryPlan, (before, after) => {
      const changes = changesBetween({ ...before }, { ...after });
      expect(applyChanges({ ...before }, changes)).toEqual(after);
      expect(changesBetween({ ...after }, { ...after })).toEqual([]);
    }),
    { numRuns: cases(100, 1000) },
  );
});

describe('a draft', () => {
  test('is what was written last, in the order in which it was drawn', () => {
    fc.assert(
      fc.property(fc.array(arbitraryPlan, { minLength: 1, maxLength: 12 }), (plans) => {
        rmSync(place(''), { recursive: true, force: true });
        for (const [index, plan] of plans.entries()) open().write(draftOf(index, plan));
        const { problems, read } = open();
        expect(JSON.stringify(read()?.plan)).toBe(JSON.stringify(planSchema.parse(plans.at(-1))));
        expect(problems).toEqual([]);
      }),
      { numRuns: cases(20, 300) },
    );
  });

  test('grows by what changed, and is written whole after some edits', () => {
    const { write } = open();
    write(draftOf(0));
    const whole = statSync(snapshot()).size;
    write(draftOf(1));
    expect(statSync(journal()).size).toBeLessThan(whole / 3);
    const marks = new Set<number>();
    for (let edits = 2; edits < 200; edits += 1) {
      write(draftOf(edits));
      marks.add(statSync(snapshot()).ino);
      expect(open().read()).toEqual(draftOf(edits));
    }
    expect(marks.size).toBeGreaterThan(2);
    expect(marks.size).toBeLessThan(80);
  });

  test('cut off anywhere is the last one that was whole, without a word', () => {
    for (let edits = 0; edits < 5; edits += 1) open().write(draftOf(edits));
    const bytes = readFileSync(journal());
    const ends = [...bytes.keys()].filter((at) => bytes[at] === 10).map((at) => at + 1);
    for (let length = 0; length <= bytes.length; length += cases(7, 1)) {
      writeFileSync(journal(), bytes.subarray(0, length));
      const { problems, read } = open();
      expect(read()).toEqual(draftOf(ends.filter((end) => end <= length).length));
      expect(problems).toEqual([]);
    }
  });

  test('goes on from where it was cut off', () => {
    for (let edits = 0; edits < 4; edits += 1) open().write(draftOf(edits));
    truncateSync(journal(), statSync(journal()).size - 3);
    open().write(draftOf(9));
    expect(open().read()).toEqual(draftOf(9));
  });

  test('damaged anywhere is one that was written, and damage in its middle is said and kept', () => {
    for (let edits = 0; edits < 4; edits += 1) open().write(draftOf(edits));
    const bytes = readFileSync(journal());
    const lastLine = bytes.lastIndexOf(10, bytes.length - 2) + 1;
    cpSync(place(''), join(folder(), 'before'), { recursive: true });
    const breaks = [...bytes.keys()].filter((at) => bytes[at] === 10);
    const step = cases(11, 1);
    for (const at of [...bytes.keys()].filter((one) => one % step === 0 || breaks.includes(one))) {
      rmSync(place(''), { recursive: true });
      cpSync(join(folder(), 'before'), place(''), { recursive: true });
      const changed = Buffer.from(bytes);
      changed[at]! ^= 0x55;
      writeFileSync(journal(), changed);
      const { problems, read } = open();
      const found = read();
      expect(found).toEqual(draftOf(found!.edits));
      expect(open().read()).toEqual(found);
      if (at >= lastLine) continue;
      expect(found!.edits).toBeLessThan(3);
      expect(problems).toHaveLength(1);
      const aside = readdirSync(place('')).find((name) => name.includes('.edits.damaged-'));
      expect(readFileSync(place(aside!))).toEqual(changed);
    }
  });

  test('a journal left by a crash beside a newer snapshot counts for nothing', () => {
    for (let edits = 0; edits < 3; edits += 1) open().write(draftOf(edits));
    const left = readFileSync(journal());
    rmSync(place(''), { recursive: true });
    open().write(draftOf(8));
    writeFileSync(journal(), left);
    expect(open().read()).toEqual(draftOf(8));
    open().write(draftOf(9));
    expect(open().read()).toEqual(draftOf(9));
  });
});
