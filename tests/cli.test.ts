import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { severityWords } from '../renderer/language/words.ts';
import { runCli } from './run-cli.ts';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'duyong-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const brothers = join(root, 'assets/samples/brothers.json');
const cli = (...args: string[]) => cliUnder([], ...args);
/** Runs the command line under options of Node itself. */
const cliUnder = (options: readonly string[], ...args: string[]) => runCli(args, { options });
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('cli rooms', () => {
  it('prints every room with net area and outline in millimetres', () => {
    const { code, out } = cli('rooms', brothers, '--json');
    const { rooms, untagged } = JSON.parse(out);
    const room = rooms.find((one: { areaM2: number }) => one.areaM2 === 4);
    expect(code).toBe(0);
    expect(untagged).toEqual([]);
    expect(room).toMatchObject({ use: 'kitchen-bath', holes: [] });
    expect(room.holders).toHaveLength(2);
    const [xs, ys] = [0, 1].map((axis) => room.polygon.map((corner: number[]) => corner[axis]));
    expect(Math.max(...xs) - Math.min(...xs)).toBe(2000);
    expect(Math.max(...ys) - Math.min(...ys)).toBe(2000);
  });

  it('takes the moment and the scheme', () => {
    const areas = (...args: string[]) =>
      JSON.parse(cli('rooms', brothers, '--json', ...args).out)
        .rooms.filter((room: { use: string }) => room.use === 'kitchen-bath')
        .map((room: { areaM2: number }) => room.areaM2);
    expect(areas('--scheme', 'scheme_b').filter((area: number) => area === 1.9)).toHaveLength(2);
    expect(areas('--scheme', 'scheme_b', '--phase', 'before')).not.toContain(1.9);
  });
});

describe('cli check', () => {
  it('exits 1 with a breach and says who shares what, in both languages', () => {
    const { code, out } = cli('check', brothers, '--json');
    const { households, findings } = JSON.parse(out);
    expect(code).toBe(1);
    const shared = households.filter((one: { kitchen: string }) => one.kitchen === 'shared');
    expect(shared).toHaveLength(2);
    expect(shared[0].findings[0]).toMatchObject({ rule: 'F1', severity: 'breach' });
    expect(findings[0].text.zh).toMatch(/^302甲、302乙室合用.*应各有独用的厨房和卫生间。$/);
    expect(findings[0].text.en).toMatch(/share .*; each needs its own kitchen and bathroom\.$/);
    expect(findings[0].source.certainty).toBe('A');
  });

  it('exits 0 without a breach', () => {
    const { code, out } = cli('check', brothers, '--scheme', 'scheme_b', '--json');
    const { households } = JSON.parse(out);
    expect(code).toBe(0);
    for (const household of households) {
      expect(household).toMatchObject({ kitchen: 'exclusive', bathroom: 'exclusive', reach: true });
    }
  });

  it.each([
    ['a missing file', () => join(folder, 'none.json'), /none\.json: .*ENOENT/],
    ['no document', () => file('no.json', 'walls!'), /no\.json: .*not a Duyong building file/],
    ['no JSON', () => file('no.json', '{ walls!'), /no\.json: 1:3: /],
    [
      'a joint that is not there',
      () => {
        const document = JSON.parse(readFileSync(brothers, 'utf8'));
        const storey = Object.values<{ walls: Record<string, { b: string }> }>(
          document.schemes[0].storeys,
        )[0]!;
        Object.values(storey.walls)[0]!.b = 'joint_9999';
        return file('joint.json', JSON.stringify(document));
      },
      /schemes\[0\]\.storeys\.storey_\w+\.walls\.wall_[\w-]+\.b: .*joint_9999/,
    ],
  ])('exits 2 for %s and names the place on standard error', (_, path, message) => {
    const { code, out, err } = cli('check', path(), '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('takes the storey and the profile, built in or from a file', () => {
    const rules = (...args: string[]): string[] =>
      JSON.parse(cli('check', brothers, '--json', ...args).out).findings.map(
        ({ rule, severity }: { rule: string; severity: string }) => `${rule} ${severity}`,
      );
    expect(rules('--storey', '3')).toEqual(rules());
    // The homes are those of the building, and the findings of the storey: it says so.
    expect(cli('check', brothers, '--storey', '3').out).toContain('以下只列三层（局部）的问题');
    expect(cli('check', brothers).out).not.toContain('以下只列');
    expect(rules('--profile', 'national')).toEqual(rules());
    expect(rules('--profile', 'retrofit-micro')).toContain('drawing/clearance breach');
    const own = file(
      'own.json',
      JSON.stringify({
        format: 1,
        kind: 'duyong-profile',
        name: '本局',
        base: 'national',
        rules: { 'K2+B1': { off: '成套改造面积不足' }, R4: { severity: 'breach' } },
      }),
    );
    const found = rules('--profile', own);
    expect(found.filter((one) => one.startsWith('K2+B1'))).toEqual([]);
    expect(found).toContain('R4 breach');
    const { out } = cli('check', brothers, '--profile', own);
    expect(out).toMatch(/^审查标准 profile: 本局\n/);
    expect(out).toContain('This file carries no acceptance of a warning');
    // Before everything that was found: what was not looked for.
    expect(out.slice(0, out.indexOf('302甲'))).toMatch(/^ {2}K2\+B1 {2}.+: 成套改造面积不足$/m);
    expect(JSON.parse(cli('check', brothers, '--profile', own, '--json').out).off).toEqual({
      'K2+B1': '成套改造面积不足',
    });
    const wrong = file('wrong.json', JSON.stringify({ kind: 'duyong-profile', format: 1 }));
    expect(cli('check', brothers, '--profile', wrong).err).toMatch(/wrong\.json: name: /);
  });

  it('lists what was accepted, as the document carries it', () => {
    const accepted = join(import.meta.dirname, 'fixtures', 'format-2', 'building.json');
    const { out } = cli('check', accepted);
    expect(out).toContain(
      '提示 warning: 1   无法判定 unknown: 5   其中已接受 accepted of these: 1',
    );
    const lines = out.slice(out.indexOf('接受过的提示 accepted warnings:'));
    expect(lines).toMatch(
      /已接受（王工，2026-11-2\d）：面积所限， 居民同意；不低于 3\.00 m² 时有效\n/,
    );
    expect(lines).toMatch(
      /Direct daylight, household 101 No longer found \(王工, 2026-11-2\d\): 现状无法开窗\n/,
    );
    expect(out).not.toContain('carries no acceptance');
    const { derogations } = JSON.parse(cli('check', accepted, '--json').out);
    expect(derogations).toMatchObject([
      { finding: 'K2/storey_1/room_1', by: '王工', state: 'accepted', until: 3 },
      { finding: 'K6/storey_1/room_1', state: 'gone' },
    ]);
  });

  it('calls severities what the window calls them', () => {
    const { out } = cli('check', brothers);
    for (const severity of ['breach', 'warning'] as const) {
      const { zh, en } = severityWords[severity];
      expect(out).toContain(`[${zh} ${en.toLowerCase()}]`);
    }
  });

  it('explains every command and option in both languages', () => {
    const { code, out } = cli('--help');
    expect(code).toBe(0);
    for (const word of [
      'rooms',
      'check',
      'compare',
      'export',
      'import',
      '--before',
      '--household',
      '--building',
      '--to',
      '--versions',
      '--private',
      '--copy',
      '--scheme',
      '--phase',
      '--profile',
      '--storey',
      '--json',
      '--help',
    ]) {
      const lines = out.split('\n');
      const at = lines.findIndex((line) => line.trim().replace('-h, ', '').startsWith(word));
      const next = lines.findIndex((line, place) => place > at && /^(?: {2}\S|$)/.test(line));
      const entry = lines.slice(at, next).join(' ');
      expect(entry, word).toMatch(/[一-龥]/);
      expect(entry, word).toMatch(/[a-z-]{3,} [a-z]+|this help/);
    }
  });

  it.each([
    [['check'], /一个楼栋文件/],
    [['paint', brothers], /no such command: paint/],
    [['check', brothers, '--scheme', 'scheme_z'], /no such scheme: scheme_z/],
    [['check', brothers, '--storey', '9'], /no such storey: 9; storey_3/],
    [['check', brothers, '--household', '301'], /^--household: 不用于 check/],
    [['check', brothers, '--force'], /not an option of check/],
    [['check', folder, '--scheme', 'scheme_a'], /^--scheme: 只用于检查单个文件/],
    [['check', brothers, '--profile', 'none.json'], /none\.json: .*ENOENT/],
    [['check', folder], /no building in this folder/],
    [['rooms', brothers, '--phase', 'later'], /before or after, not later/],
    [
      ['check', brothers, '--nonsense'],
      /^没有这个选项：--nonsense \/ no such option: --nonsense\n/,
    ],
    [['check', brothers, '-x'], /^没有这个选项：-x \/ no such option: -x\n/],
    [['check', brothers, '--scheme'], /^--scheme: 缺少值 \/ its value is missing\n/],
    [['check', brothers, '--json=yes'], /^--json: 这个选项不带值 \/ this option takes no value\n/],
  ])('exits 2 for %j', (args, message) => {
    const { code, err } = cli(...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('exits 2 with one line for a fault of its own', () => {
    const breakage = 'Math.hypot = () => { throw new Error("boom\\nsecond line"); }';
    const { code, out, err } = cliUnder(
      ['--import', `data:text/javascript,${encodeURIComponent(breakage)}`],
      'check',
      brothers,
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /^check .*brothers\.json: 出了意外（boom）.*unexpected happened \(boom\).*\n$/,
    );
  });
});

describe('cli divide', () => {
  const asked = ['--room', 'room_kitchen-bath', '--holders', '302甲,302乙', '--json'] as const;

  it('prints proposals with parts, fixtures and what each costs', () => {
    const { code, out } = cli(
      'divide',
      brothers,
      ...asked,
      '--programme',
      'kitchenette',
      '--top',
      '2',
    );
    const { feasible, proposals, family, relaxations } = JSON.parse(out);
    expect(code).toBe(0);
    expect(feasible).toBe(true);
    expect(family[0]).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
    expect(relaxations).toEqual([]);
    expect(proposals).toHaveLength(2);
    for (const { score, parts, warnings } of proposals) {
      expect(score.drain).toBeGreaterThan(0);
      expect(warnings.length).toBeGreaterThan(0);
      expect(parts.map((part: { holder: string }) => part.holder).sort()).toEqual([
        'household_302-jia',
        'household_302-yi',
      ]);
      for (const { areaM2, rooms, fixtures, gains } of parts) {
        expect(areaM2).toBeGreaterThan(1.5);
        expect(rooms.length).toBeGreaterThan(0);
        expect(gains).toEqual(['kitchen', 'bathroom']);
        const kinds = fixtures.map((fixture: { kind: string }) => fixture.kind);
        expect(kinds).toEqual(expect.arrayContaining(['sink', 'cooker', 'wc', 'basin', 'shower']));
      }
    }
  });

  it('goes by its other name as well', () => {
    const short = ['--programme', 'kitchenette', '--top', '1'] as const;
    const split = cli('split', brothers, ...asked, ...short);
    expect(split).toEqual(cli('divide', brothers, ...asked, ...short));
    expect(split.code).toBe(0);
  });

  it('furnishes with the sizes of the profile that it is given', () => {
    const head = { format: 1, kind: 'duyong-profile', name: 'office', base: 'national' };
    const fixtures = { 'wc.smallest.depth': 550 };
    const profile = file('office.json', JSON.stringify({ ...head, rules: {}, fixtures }));
    const { code, out } = cli('divide', brothers, ...asked, '--top', '1', '--profile', profile);
    expect(code).toBe(0);
    const [{ parts }] = JSON.parse(out).proposals;
    const depths = parts.flatMap((part: { fixtures: { kind: string; depth: number }[] }) =>
      part.fixtures.filter(({ kind }) => kind === 'wc').map(({ depth }) => depth),
    );
    expect(depths).toEqual([550, 550]);
  });

  it('says what stands in the way, and exits with 1', () => {
    const { code, out } = cli('divide', brothers, ...asked, '--programme', 'compact');
    const { feasible, proposals, relaxations, noWayIn } = JSON.parse(out);
    expect(code).toBe(1);
    expect(feasible).toBe(false);
    expect(proposals).toEqual([]);
    expect(noWayIn).toMatchObject([
      {
        reason: 'short',
        text: { en: expect.stringContaining('400 mm more room from left to right') },
      },
    ]);
    expect(relaxations[0]).toMatchObject({
      change: { kind: 'programme' },
      proposals: expect.any(Number),
    });
  });

  it('names who has no way in, and says of a change how many proposals it makes at least', () => {
    const read = ['--room', 'room_kitchen-bath', '--programme', 'compact'] as const;
    const both = cli('divide', brothers, ...read, '--holders', '302甲,302乙');
    expect(both.code).toBe(1);
    expect(both.out).toMatch(/至少 \d+ 个方案 at least \d+/);
    expect(both.out).toContain('还差 400 mm');
    expect(both.out).not.toMatch(/没有入户|no way in/);
    const ofOthers = ['--room', 'room_302-jia', '--holders', '302甲,303'] as const;
    const apart = cli('divide', brothers, ...ofOthers, '--programme', 'kitchenette');
    expect(apart.code).toBe(1);
    expect(apart.out).toMatch(
      /卡在哪里 What stands in the way\n {2}303室：.*只能从301、302甲、302乙室穿过/,
    );
  });

  it('names a room, a household and a programme that it does not know', () => {
    for (const [option, value] of [
      ['--room', 'room_none'],
      ['--holders', '999'],
      ['--programme', 'palace'],
      ['--top', '0'],
    ] as const) {
      const { code, err } = cli('divide', brothers, ...asked, option, value);
      expect(code).toBe(2);
      expect(err).toContain(option);
    }
  });

  it('says of a proposal how it is entered, what goes for it and what each finding rests on', () => {
    const short = ['--programme', 'kitchenette', '--top', '1'] as const;
    const [proposal] = JSON.parse(cli('divide', brothers, ...asked, ...short).out).proposals;
    const { walls, openings, demolished, warnings } = proposal;
    const doors = openings.filter((one: { kind: string }) => one.kind === 'door');
    expect(doors).toHaveLength(2);
    for (const { wall, jambs, leaf, opensTo } of doors) {
      if (typeof wall === 'number') expect(walls[wall]).toBeDefined();
      else expect(wall).toMatch(/^wall_/);
      const [from, to] = jambs;
      expect(Math.hypot(to.x - from.x, to.y - from.y)).toBeGreaterThanOrEqual(600);
      expect(leaf).toMatch(/^(swing|sliding)$/);
      expect(opensTo).toEqual({ x: expect.any(Number), y: expect.any(Number) });
    }
    expect(demolished.openings.length).toBeGreaterThan(0);
    for (const id of demolished.openings) expect(id).toMatch(/^opening_/);
    expect(demolished.fixtures.length).toBeGreaterThan(0);
    const grounds = warnings.map((one: { ground: string }) => one.ground);
    expect(new Set(grounds)).not.toContain(undefined);
    expect(grounds).toContain('code');
  });

  it('takes households with spaces between them, and answers a negative number', () => {
    const room = ['--room', 'room_kitchen-bath'] as const;
    const short = ['--programme', 'kitchenette', '--top', '1', '--json'] as const;
    for (const holders of ['302甲, 302乙', '302甲，302乙', ' 302甲 、302乙']) {
      const { code } = cli('divide', brothers, ...room, '--holders', holders, ...short);
      expect(code, holders).toBe(0);
    }
    const { code, err } = cli('divide', brothers, ...asked, '--top', '-1');
    expect(code).toBe(2);
    expect(err).toContain('a whole number from 1, not -1');
    expect(err).not.toContain('Usage');
  });

  it('says in its help for how many it divides', () => {
    const { out } = cli('--help');
    expect(out).toContain('最多 12 户');
    expect(out).toContain('between up to 12');
  });

  it('says what is wrong with what it was given', () => {
    const room = ['--room', 'room_kitchen-bath'] as const;
    const both = ['--holders', '302甲,302乙'] as const;
    for (const [given, words] of [
      [['--room', 'room_kitchen-bath,room_kitchen-bath', ...both], /--room: .*给了两次.*twice/],
      [[...room, '--holders', '302甲,302甲'], /--holders: 302甲 给了两次.*twice/],
      [[...room, '--holders', 'x,x'], /--holders: .*x; 301, 302甲, 302乙, 303/],
      [[...room, ...both, '--programme', 'palace'], /--programme: .*palace.*bathroom, own/],
      [[...room, ...both, '--holds', 'wc=none'], /--holds: .*--programme own/],
      [
        [...room, ...both, '--programme', 'own', '--holds', 'wc=huge'],
        /--holds: wc=huge: .*wc=small, wc=large, wc=none/,
      ],
      [[...room, ...both, '--programme', 'own', '--holds', 'bath=yes'], /--holds: .*cooker, fuel/],
      [
        [...room, ...both, '--programme', 'own', '--holds', 'wc=small,wc=large'],
        /--holds: wc 给了两次/,
      ],
      [
        [...room, ...both, '--programme', 'own', '--holds', 'wc=none,cooker=none'],
        /--holds: .*a kitchen, a bathroom or both/,
      ],
      [[...room, ...both, '--no-new-stacks'], /--no-new-stacks: .*only for three households/],
      [[...room, ...both, '--through-bearing'], /--through-bearing: .*or several rooms/],
    ] as const) {
      const { code, out, err } = cli('divide', brothers, ...given);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(words);
    }
  });

  it('gives each a programme of one’s own', () => {
    const holds = 'cooker=none,basin=cistern';
    const { code, out } = cli(
      'divide',
      brothers,
      ...asked,
      ...['--programme', 'own', '--holds', holds, '--top', '1'],
    );
    expect(code).toBe(0);
    const [{ programme, parts }] = JSON.parse(out).proposals;
    expect(programme).toBe('own');
    for (const { fixtures } of parts) {
      const kinds = fixtures.map(({ kind }: { kind: string }) => kind).sort();
      expect(kinds).toEqual(['basin', 'shower', 'wc']);
    }
  });

  it('warns of who shares the room and is not among the holders', () => {
    const one = ['--room', 'room_kitchen-bath', '--holders', '302甲', '--top', '1'] as const;
    const { code, out } = cli('divide', brothers, ...one);
    expect(code).toBe(0);
    expect(out).toMatch(/! 302乙室也合用这间房间/);
    expect(out).toMatch(/! Household 302乙 shares this room too/);
    expect(JSON.parse(cli('divide', brothers, ...one, '--json').out).leftOut).toEqual([
      'household_302-yi',
    ]);
    expect(JSON.parse(cli('divide', brothers, ...asked, '--top', '1').out).leftOut).toEqual([]);
  });

  it('asks which storey, where rooms of several storeys have the same id', () => {
    const nineteen = join(root, 'assets/samples/nineteen.json');
    const shared = ['--room', 'room_kitchen,room_wc', '--holders', '201,202,203'];
    const { code, err } = cli('divide', nineteen, '--scheme', 'scheme_b', ...shared);
    expect(code).toBe(2);
    expect(err).toContain('--storey');
    const other = cli('divide', nineteen, '--scheme', 'scheme_b', '--storey', '9', ...shared);
    expect(other.code).toBe(2);
  });

  it('takes no household whose home is on another storey', () => {
    const nineteen = join(root, 'assets/samples/nineteen.json');
    for (const holders of ['201,202,301', '301']) {
      const { code, out, err } = cli(
        'divide',
        nineteen,
        ...['--scheme', 'scheme_b', '--storey', '2', '--room', 'room_wc', '--holders', holders],
      );
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('--holders: 301 在这一层没有房间 / 301 has no room on this storey');
    }
  });

  it('says what to allow to more than two households that find no part', () => {
    const nineteen = join(root, 'assets/samples/nineteen.json');
    const { code, out } = cli(
      'divide',
      nineteen,
      ...['--scheme', 'scheme_b', '--storey', '2', '--room', 'room_wc'],
      ...['--holders', '201,202,206', '--no-new-stacks', '--no-own-rooms', '--json'],
    );
    const { feasible, proposals, left, leftOut, noWayIn, relaxations, family } = JSON.parse(out);
    expect(code).toBe(1);
    expect(feasible).toBe(false);
    expect(proposals).toEqual([]);
    expect(leftOut).toEqual(['household_203', 'household_204', 'household_205', 'household_207']);
    expect(noWayIn).toEqual([]);
    expect(left).toHaveLength(3);
    expect(family[0].en).toContain('existing stacks only');
    expect(relaxations.map((one: { change: { kind: string } }) => one.change.kind)).toEqual([
      'newStacks',
      'ownRooms',
      'throughBearing',
    ]);
  });
});
