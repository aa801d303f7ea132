import { freeze, produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { tableChanges } from '../../shared/derive/table-changes.ts';
import { sketched } from '../../shared/edit/sketch.ts';

interface Sheet {
  name: string;
  marks: Record<string, { n: number; at: { x: number } } | undefined>;
}
const sheet = (): Sheet => ({
  name: 'one',
  marks: { a: { n: 1, at: { x: 1 } }, b: { n: 2, at: { x: 2 } }, c: { n: 3, at: { x: 3 } } },
});

/** What an edit may do to a table beside reading an element and changing it. */
const edits: Record<string, (now: Sheet, before: Sheet) => void> = {
  'puts back what was, and changes it'({ marks }, before) {
    marks.a!.n = 5;
    marks.a = before.marks.a;
    marks.a!.n = 9;
  },
  'takes away, puts back and changes'({ marks }, before) {
    delete marks.a;
    marks.a = before.marks.a;
    marks.a!.at.x = 9;
  },
  'takes away and puts back'({ marks }, before) {
    delete marks.a;
    marks.a = before.marks.a;
  },
  'changes and changes back'({ marks }) {
    marks.a!.at.x += 1;
    marks.a!.at.x -= 1;
  },
  'adds a changed copy'({ marks }) {
    marks.z = { ...marks.a!, n: 8 };
    marks.z.at = { x: 7 };
  },
  'adds and takes away again'({ marks }) {
    marks.z = { n: 8, at: { x: 8 } };
    delete marks.z;
  },
  'asks whether something is there'({ marks }) {
    if ('a' in marks) delete marks.a;
    if (!('a' in marks)) marks.b!.n = 4;
  },
  'goes through all'({ marks }) {
    for (const mark of Object.values(marks)) mark!.n += 1;
  },
  'takes the whole table away'(now) {
    now.marks = {};
  },
};

describe('a sketch', () => {
  for (const [name, edit] of Object.entries(edits)) {
    it(`that ${name} gives what a draft gives, and leaves what was`, () => {
      const before = freeze(sheet(), true);
      const now = sketched(before, (draft) => edit(draft as Sheet, before));
      expect(now).toEqual(produce(before, (draft) => edit(draft as Sheet, before)));
      expect(before).toEqual(sheet());
      expect(tableChanges(before.marks, now.marks)).toEqual(
        tableChanges(before.marks, { ...now.marks }),
      );
    });
  }
});
