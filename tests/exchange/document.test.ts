import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BuildingDocument,
  parseDocument,
  writeDocument,
} from '../../shared/exchange/document.ts';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import type { HouseholdId } from '../../shared/plan/model.ts';
import type { Accepted } from '../../shared/rules/accepted.ts';
import { arbitraryLine, arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { door, drawStorey, id, planOf, tag } from '../plan/draw-plan.ts';

const settings = { seed: 20, numRuns: 100 };

const small: BuildingDocument = {
  building: { id: id('building', '1'), name: '某楼', address: '某路 1 号' },
  schemes: [
    {
      id: id('scheme', 'a'),
      name: '方案甲',
      description: '',
      plan: planOf({
        ...drawStorey(`
A---B
|   |
C---D`),
        openings: { [id('opening', '1')]: door('AB', 400) },
        rooms: { [id('room', '1')]: tag(1000, 1000) },
      }),
    },
  ],
};

const schemes = fc
  .array(
    fc.record({
      name: arbitraryLine(9).filter((name) => name.trim() !== ''),
      description: fc.string({ maxLength: 9 }),
      plan: arbitraryPlan,
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => list.map((scheme, index) => ({ id: id('scheme', `${index + 1}`), ...scheme })));

/** The raw JSON of the small document, to be spoilt. */
const spoil = (change: (raw: Raw) => void): string => {
  const raw = JSON.parse(writeDocument(small)) as Raw;
  change(raw);
  return JSON.stringify(raw);
};
interface Raw {
  [key: string]: unknown;
  schemes: { storeys: { storey_1: Record<string, Record<string, Record<string, unknown>>> } }[];
}
const storeyOf = (raw: Raw) => raw.schemes[0]!.storeys.storey_1;
const problemsOf = (source: string) =>
  parseDocument(source).problems.map(({ at, problem }) => `${at}: ${problem.en}`);

// A busy machine is slow, not wrong.
test('what is written reads back as the same document, and writes as the same text', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(schemes, (list) => {
      const document: BuildingDocument = { building: small.building, schemes: list };
      for (const { plan } of list) expect(integrityProblems(plan)).toEqual([]);
      const written = writeDocument(document);
      const { document: read, problems } = parseDocument(written);
      expect(problems).toEqual([]);
      expect(read).toEqual(document);
      expect(writeDocument(read!)).toBe(written);
    }),
    settings,
  );
});

test('the text is for people: one element a line, ids in order', () => {
  const written = writeDocument(small);
  expect(written).toContain('            "joint_A": { "x": 0, "y": 2000 },\n');
  expect(written).toContain('"wall_AB": { "a": "joint_A", "b": "joint_B", "kind": "partition"');
  expect(written.split('\n').slice(0, 5)).toEqual([
    '{',
    '  "format": 1,',
    '  "kind": "duyong-building",',
    '  "building": {',
    '    "id": "building_1",',
  ]);
  expect(written.endsWith('}\n')).toBe(true);
});

test('households stand at the top; a scheme that differs carries its own', () => {
  const [scheme] = small.schemes;
  const other = {
    ...scheme!,
    id: id('scheme', 'b'),
    plan: { ...scheme!.plan, households: { [id('household', '9')]: { door: '109' } } },
  };
  const document = { ...small, schemes: [scheme!, other] };
  const raw = JSON.parse(writeDocument(document));
  expect(Object.keys(raw.households)).toEqual(['household_1', 'household_2']);
  expect(raw.schemes[0].households).toBeUndefined();
  expect(Object.keys(raw.schemes[1].households)).toEqual(['household_9']);
  expect(parseDocument(writeDocument(document)).document).toEqual(document);
});

describe('what was accepted', () => {
  const accepted: Accepted = {
    finding: 'K2/storey_1/room_1',
    at: '2026-11-24T10:00:00.000Z',
    by: '王工',
    reason: '面积所限，\n居民同意',
    measured: { value: 3.24, unit: 'm2' },
    required: { value: 3.5, unit: 'm2' },
    until: 3,
  };
  const withThese = (...derogations: Partial<Accepted>[]): BuildingDocument => ({
    ...small,
    schemes: [
      { ...small.schemes[0]!, derogations: derogations.map((one) => ({ ...accepted, ...one })) },
    ],
  });

  test('goes along with its scheme, one a line, in the format that knows it', () => {
    const document = withThese({}, { finding: 'K6/storey_1/room_1', measured: null, until: null });
    const written = writeDocument(document);
    expect(written).toContain('\n        { "finding": "K2/storey_1/room_1", "at": ');
    expect(JSON.parse(written).format).toBe(2);
    expect(parseDocument(written)).toEqual({ document, problems: [] });
    expect(writeDocument(parseDocument(written).document!)).toBe(written);
  });

  test('says which piece of a wall and whose homes it is about, where that was recorded', () => {
    const extent = { from: { x: 0, y: 400 }, to: { x: 0, y: 1300 }, sill: 0, head: 2100 };
    const document = withThese({
      finding: 'S1/storey_1/opening_1',
      measured: null,
      until: null,
      extent,
      concerned: ['household_1' as HouseholdId],
    });
    expect(parseDocument(writeDocument(document))).toEqual({ document, problems: [] });
  });

  test('leaves a file without any as older programs read it', () => {
    expect(JSON.parse(writeDocument(withThese())).format).toBe(1);
    expect(parseDocument(writeDocument(withThese())).document).toEqual(small);
  });

  const cases: [string, Partial<Accepted>, RegExp][] = [
    [
      'F1',
      { finding: 'F1/kitchen/household_1' },
      /^schemes\[0\]\.derogations\[0\]: .*cannot be accepted away/,
    ],
    ['a negative limit', { until: -3 }, /no usable number/],
    ['a limit that is passed already', { until: 3.4 }, /cannot be above 3\.24 m²/],
    ['nobody', { by: '' }, /Say who/],
    ['another calendar', { at: '24.11.2026' }, /derogations\[0\]\.at: /],
    [
      'words for a number',
      { until: '很大' as never },
      /derogations\[0\]\.until: must be a number, not text/,
    ],
  ];
  test.each(cases)('is a problem of the file: %s', (_, change, words) => {
    const [problem, ...more] = problemsOf(writeDocument(withThese(change)));
    expect(problem).toMatch(words);
    expect(more).toEqual([]);
  });

  test('is said once of one finding', () => {
    expect(problemsOf(writeDocument(withThese({}, {})))).toEqual([
      'schemes[0].derogations[1].finding: is accepted twice',
    ]);
  });
});

describe('saved documents open as they were written', () => {
  const saved = (format: number) =>
    readFileSync(join(import.meta.dirname, `../fixtures/format-${format}/building.json`), 'utf8');

  test.each([1, 2])('of format %i', (format) => {
    const source = saved(format);
    expect(JSON.parse(source).format).toBe(format);
    const { document, problems } = parseDocument(source);
    expect(problems).toEqual([]);
    expect(writeDocument(document!)).toBe(source);
    const accepted = document!.schemes[0]!.derogations?.map(({ finding }) => finding);
    expect(accepted).toEqual(
      format === 1 ? undefined : ['K2/storey_1/room_1', 'K6/storey_1/room_1'],
    );
  });

  test('one of format 1 says the same as one of format 2', () => {
    const second = saved(1).replace('"format": 1', '"format": 2');
    expect(parseDocument(second).document).toEqual(parseDocument(saved(1)).document);
  });
});

test('defaults may be left out', () => {
  const source = `{ "format": 1, "kind": "duyong-building",
    "building": { "id": "building_x", "name": "x" },
    "schemes": [ { "id": "scheme_x", "name": "x", "storeys": { "storey_1":
      { "name": "1", "level": 1, "elevation": 0, "height": 2900,
        "rooms": { "room_1": { "at": { "x": -0, "y": 5 }, "use": "hall" } } } } } ] }`;
  const { document, problems } = parseDocument(`\uFEFF${source}`);
  expect(problems).toEqual([]);
  expect(document?.building.address).toBe('');
  const storey = Object.values(document!.schemes[0]!.plan.storeys)[0]!;
  expect(storey.rooms).toEqual({
    room_1: { at: { x: 0, y: 5 }, use: 'hall', name: '', holders: [], phase: 'existing' },
  });
});

describe('characters that nobody sees', () => {
  const withName = (name: string) =>
    JSON.stringify({
      format: 1,
      kind: 'duyong-building',
      building: { id: 'building_x', name: 'x' },
      schemes: [
        {
          id: 'scheme_x',
          name: 'x',
          description: 'two\nlines',
          storeys: { storey_1: { name, level: 1, elevation: 0, height: 2900 } },
        },
      ],
    });

  test.each([
    ['a\u0000b', 'U+0000'],
    ['301\u202e203', 'U+202E'],
    ['a\u2066b', 'U+2066'],
    ['a\nb', 'U+000A'],
    ['\u007f', 'U+007F'],
  ])('are a problem in a name: %j', (name, code) => {
    const { problems } = parseDocument(withName(name));
    expect(problems.map(({ at }) => at)).toEqual(['schemes[0].storeys.storey_1.name']);
    expect(problems[0]!.problem.en).toContain(`control character that cannot be seen ${code}`);
    expect(problems[0]!.problem.zh).toContain(code);
  });

  test('are not what people write in either language', () => {
    expect(parseDocument(withName('三层（302甲）Ümlaut é ∅ 🏠')).problems).toEqual([]);
  });
});

describe('problems name their place', () => {
  const cases: [string, string, (raw: Raw) => void][] = [
    [
      'unknown key',
      'schemes[0].storeys.storey_1.walls.wall_AB.colour: unknown key',
      (raw) => {
        storeyOf(raw).walls!.wall_AB!.colour = 'red';
      },
    ],
    [
      'wrong type',
      'schemes[0].storeys.storey_1.joints.joint_A.x: must be a number, not text',
      (raw) => {
        storeyOf(raw).joints!.joint_A!.x = '5';
      },
    ],
    [
      'not a whole number',
      'schemes[0].storeys.storey_1.joints.joint_A.x: must be a whole number, not 1.5',
      (raw) => {
        storeyOf(raw).joints!.joint_A!.x = 1.5;
      },
    ],
    [
      'missing',
      'schemes[0].storeys.storey_1.walls.wall_AB.b: missing',
      (raw) => {
        delete storeyOf(raw).walls!.wall_AB!.b;
      },
    ],
    [
      'missing choice',
      'schemes[0].storeys.storey_1.walls.wall_AB.kind: missing',
      (raw) => {
        delete storeyOf(raw).walls!.wall_AB!.kind;
      },
    ],
    [
      'out of range',
      'schemes[0].storeys.storey_1.walls.wall_AB.thickness: out of range: must be at most 2000, not 9999',
      (raw) => {
        storeyOf(raw).walls!.wall_AB!.thickness = 9999;
      },
    ],
    [
      'no such joint',
      'schemes[0].storeys.storey_1.walls.wall_AB.b: no such joint joint_9',
      (raw) => {
        storeyOf(raw).walls!.wall_AB!.b = 'joint_9';
      },
    ],
    [
      'a joint called like a built-in',
      'schemes[0].storeys.storey_1.walls.wall_AB.b: must be an id: "joint_", then letters, digits, dots, underscores or hyphens',
      (raw) => {
        storeyOf(raw).walls!.wall_AB!.b = 'constructor';
      },
    ],
    [
      'bad id',
      'schemes[0].storeys.storey_1.walls["1"]: must be an id: "wall_", then letters, digits, dots, underscores or hyphens',
      (raw) => {
        storeyOf(raw).walls!['1'] = {};
      },
    ],
    [
      'bad holder',
      'schemes[0].storeys.storey_1.rooms.room_1.holders[0]: must be an id: "household_", then letters, digits, dots, underscores or hyphens, or must be "building"',
      (raw) => {
        storeyOf(raw).rooms!.room_1!.holders = ['somebody'];
      },
    ],
    [
      'missing holder',
      'schemes[0].storeys.storey_1.rooms.room_1.holders[0]: no such household household_7',
      (raw) => {
        storeyOf(raw).rooms!.room_1!.holders = ['household_7'];
      },
    ],
    [
      'door of two households',
      'households.household_2.door: door "101" is also the door of household_1',
      (raw) => {
        (raw.households as Record<string, unknown>).household_2 = { door: ' 101 ' };
      },
    ],
    [
      'another kind of file',
      'kind: must be "duyong-building"',
      (raw) => {
        raw.kind = 'recipe';
      },
    ],
    [
      'a name of blanks only',
      'building.name: must not be empty or only blanks',
      (raw) => {
        Object.assign(raw.building as object, { name: ' \t\u3000 ' });
      },
    ],
    [
      'an empty name of a scheme',
      'schemes[0].name: must not be empty or only blanks',
      (raw) => {
        Object.assign(raw.schemes[0]!, { name: '' });
      },
    ],
    [
      'a long name of a scheme',
      'schemes[0].name: must have at most 200 characters',
      (raw) => {
        Object.assign(raw.schemes[0]!, { name: '甲'.repeat(201) });
      },
    ],
    [
      'no schemes',
      'schemes: must have at least 1 items',
      (raw) => {
        raw.schemes = [];
      },
    ],
    [
      'a scheme twice',
      'schemes[1].id: id scheme_a is used twice',
      (raw) => {
        raw.schemes.push(structuredClone(raw.schemes[0]!));
      },
    ],
    [
      'a newer format',
      'format: the file has format 3, written by a newer version; this one reads up to format 2: please update',
      (raw) => {
        raw.format = 3;
      },
    ],
  ];
  test.each(cases)('%s', (_, expected, change) => {
    expect(problemsOf(spoil(change))).toEqual([expected]);
  });

  test('all of them at once, in Chinese as well', () => {
    const { document, problems } = parseDocument(
      spoil((raw) => {
        storeyOf(raw).walls!.wall_AB!.a = 'joint_8';
        storeyOf(raw).walls!.wall_AB!.b = 'joint_9';
        storeyOf(raw).openings!.opening_1!.wall = 'wall_9';
      }),
    );
    expect(document).toBeNull();
    expect(problems.map(({ problem }) => problem.zh)).toEqual([
      '没有这个节点 joint_8',
      '没有这个节点 joint_9',
      '没有这面墙 wall_9',
    ]);
  });
});

test.each([
  ['empty', ''],
  ['blank', ' \n '],
  ['a picture', '\uFFFDPNG\r\n\u001A\n\0\0'],
  ['a list', '[1, 2]'],
  ['a text', '"duyong-building"'],
  ['some other JSON', '{ "name": "left-pad", "format": 7, "version": "1.0.0" }'],
  ['GeoJSON', '{ "type": "FeatureCollection", "features": [], "features": [] }'],
])('a file that is no document (%s) is said to be none, and what to do', (_, source) => {
  expect(problemsOf(source)).toEqual([
    expect.stringMatching(/^: this is not a Duyong building file/),
  ]);
});

describe('JSON mistakes have a line and a column', () => {
  test.each([
    ['{\n  "a": 1,\n}', '3:1: line 3, column 1: expected a key in double quotes, found "}"'],
    ['{\n  "a": 1\n  "b": 2 }', '3:3: line 3, column 3: expected a comma or }, found """'],
    ['{ "a": [1, 2', '1:13: line 1, column 13: the file ends where a comma or ] should be'],
    ['{ "a": "x', '1:8: line 1, column 8: text without its closing double quote'],
    ['{ "a": "\\x" }', '1:8: line 1, column 8: text with a wrong backslash escape'],
    ['{ } {}', '1:5: line 1, column 5: the document should have ended before this'],
    ['// ours\n{ "a": 1 }', '1:1: line 1, column 1: JSON takes no comments: remove it'],
    ['\uFEFF \n/* ours */ { "a": 1 }', '2:1: line 2, column 1: JSON takes no comments: remove it'],
    ['{ "a": 1, // b\n}', '1:11: line 1, column 11: JSON takes no comments: remove it'],
    ['{ "a": nope }', '1:8: line 1, column 8: expected a value, found "n"'],
    ['{ "kind": "duyong-building", "a": 1, "a": 2 }', 'a: this key is given twice'],
    ['{ "kind": "duyong-building", "__proto__": { "x": 1 } }', '__proto__: unknown key'],
  ])('%j', (source, expected) => {
    expect(problemsOf(source)).toEqual([expected]);
  });
});

describe('no file makes the reader throw', () => {
  test('deep nesting', () => {
    for (const deep of ['{"a":', '{"a":['].map((step) => step.repeat(500_000))) {
      expect(problemsOf(deep)).toEqual([
        expect.stringContaining('nested more than 60 levels deep'),
      ]);
    }
  });

  test('more problems than anybody can read', () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `"k${index}": 1`);
    const problems = problemsOf(`{ "kind": "duyong-building", ${keys.join(', ')} }`);
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)).toMatch(/: \d+ more problems are not listed$/);
  });

  test('a table of too many entries is named', () => {
    const joints = Array.from({ length: 50_001 }, (_, index) => [`joint_${index}`, { x: 0, y: 0 }]);
    const source = spoil((raw) => {
      storeyOf(raw).joints = Object.fromEntries(joints);
    });
    expect(problemsOf(source)).toEqual([
      expect.stringMatching(/schemes\[0\]\.storeys\.storey_1\.joints has too many entries/),
    ]);
  });

  test.each([
    ['more wrong elements than the schema can pass on', 1],
    ['a long file of wrong elements', '-'.repeat(90)],
  ])('%s: the first are named', (_, wrong) => {
    const table = (kind: string) =>
      Object.fromEntries(Array.from({ length: 49_000 }, (_, index) => [`${kind}_${index}`, wrong]));
    const source = spoil((raw) => {
      const kinds = ['joint', 'wall', 'opening', 'room'];
      Object.assign(storeyOf(raw), Object.fromEntries(kinds.map((one) => [`${one}s`, table(one)])));
    });
    const problems = problemsOf(source);
    expect(problems).toHaveLength(1000);
    expect(problems[0]).toMatch(
      /^schemes\[0\]\.storeys\.storey_1\.joints\.joint_0: must be an object/,
    );
    expect(problems.at(-1)).toBe(': what follows was not looked at any more');
  });

  test('any JSON value, anywhere in a document', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), (value, where) => {
        const raw = JSON.parse(writeDocument(small));
        const places: [Record<string, unknown>, string][] = [];
        const walk = (node: unknown) => {
          if (typeof node !== 'object' || node === null) return;
          for (const key of Object.keys(node)) {
            places.push([node as Record<string, unknown>, key]);
            walk((node as Record<string, unknown>)[key]);
          }
        };
        walk(raw);
        const [node, key] = places[where % places.length]!;
        node[key] = value;
        const { document, problems } = parseDocument(JSON.stringify(raw));
        expect(document === null).toBe(problems.length > 0);
        for (const { problem } of problems) {
          expect(problem.zh).not.toMatch(/Invalid|expected|received/);
          expect(problem.en).not.toMatch(/Invalid|received/);
        }
      }),
      { seed: 21, numRuns: 500 },
    );
  });

  test('any text, and any cut of a document', () => {
    const whole = writeDocument(small);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.nat(whole.length).map((to) => whole.slice(0, to)),
        ),
        (source) => {
          const { document, problems } = parseDocument(source);
          expect(document === null).toBe(problems.length > 0);
        },
      ),
      settings,
    );
  });

  test('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), (source) => {
        expect(problemsOf(source).join()).not.toMatch(/line \d+, column/);
      }),
      settings,
    );
  });
});
