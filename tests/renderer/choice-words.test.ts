import { describe, expect, test } from 'vitest';
import { choiceWords } from '../../renderer/language/choice-words.ts';
import type { JointId, OpeningId, Plan, Storey, WallId } from '../../shared/plan/model.ts';
import { elementPath } from '../../shared/records/facts.ts';
import { drawFlats, planOfFlats, usualFlat } from '../generate/flats.ts';

/** Whoever chooses between two versions of an element reads what each of them has. */

const plan = planOfFlats([drawFlats(1, [usualFlat])]);
const [id, storey] = Object.entries(plan.storeys)[0]! as [string, Storey];
const [wall, facts] = Object.entries(storey.walls).find(([, { kind }]) => kind === 'partition')!;
const [door, opening] = Object.entries(storey.openings).find(([, { kind }]) => kind === 'door')!;

const withTable = <T extends 'walls' | 'openings' | 'joints'>(
  table: T,
  key: string,
  change: object,
): Plan => {
  const changed = { ...(storey[table] as Record<string, object>)[key], ...change };
  const tables = { ...storey, [table]: { ...storey[table], [key]: changed } };
  return { ...plan, storeys: { [id]: tables } } as Plan;
};
const wallOf = (change: object) => withTable('walls', wall as WallId, change);
const doorOf = (change: object) => withTable('openings', door as OpeningId, change);
const wallPath = elementPath(id, 'walls', wall);
const doorPath = elementPath(id, 'openings', door);

describe('choices', () => {
  test('without a version in common have the value in them', () => {
    const [ours, theirs] = [wallOf({ thickness: 90 }), wallOf({ thickness: 240 })];
    const words = choiceWords({ ours, theirs, base: null })([wallPath]);
    expect(words.ours.map(({ zh }) => zh)).toEqual([expect.stringMatching(/：厚度 90 mm$/)]);
    expect(words.theirs.map(({ zh }) => zh)).toEqual([expect.stringMatching(/：厚度 240 mm$/)]);
    expect(words.theirs.map(({ en }) => en)).toEqual([
      expect.stringMatching(/: thickness 240 mm$/),
    ]);
  });

  test('say what was done, and what one of them left as it was', () => {
    const [ours, theirs] = [wallOf({ thickness: facts.thickness + 60 }), plan];
    const words = choiceWords({ ours, theirs, base: plan })([wallPath]);
    const was = facts.thickness;
    expect(words.ours[0]?.zh).toMatch(new RegExp(`：修改厚度 ${was} mm → ${was + 60} mm$`));
    expect(words.theirs[0]?.zh).toMatch(new RegExp(`：未改动，厚度 ${was} mm$`));
  });

  test('say what one of them did to an element that the other deleted', () => {
    const { [wall as WallId]: _, ...others } = storey.walls;
    const gone = { ...plan, storeys: { [id]: { ...storey, walls: others } } } as Plan;
    const was = facts.thickness;
    const thinner = wallOf({ thickness: was - 10 });
    const words = choiceWords({ ours: thinner, theirs: gone, base: plan })([wallPath]);
    expect(words.ours[0]?.zh).toMatch(new RegExp(`：修改厚度 ${was} mm → ${was - 10} mm$`));
    expect(words.theirs[0]?.zh).toMatch(/：删除$/);
    expect(words.theirs[0]?.en).toMatch(/: removed$/);
    // What is no length has no value in what was done, so it follows.
    const bearing = wallOf({ kind: 'bearing' });
    const [kind] = choiceWords({ ours: gone, theirs: bearing, base: plan })([wallPath]).theirs;
    expect(kind?.zh).toMatch(/：修改类型（类型 承重墙）$/);
    const [kept] = choiceWords({ ours: plan, theirs: gone, base: plan })([wallPath]).ours;
    expect(kept?.zh).toMatch(/：未改动$/);
  });

  test('never read alike, whichever field it is', () => {
    const pairs: [Plan, Plan, string][] = [
      [wallOf({ kind: 'bearing' }), wallOf({ kind: 'boundary', thickness: 0 }), wallPath],
      [wallOf({ phase: 'demolished' }), wallOf({ phase: 'new' }), wallPath],
      [doorOf({ width: 700 }), doorOf({ width: 1000 }), doorPath],
      [doorOf({ leaf: 'sliding' }), doorOf({ leaf: 'double' }), doorPath],
      [
        doorOf({ offset: opening.offset + 100 }),
        doorOf({ offset: opening.offset - 100 }),
        doorPath,
      ],
      [doorOf({ hinge: 'a', head: 2000 }), doorOf({ hinge: 'b', head: 2000 }), doorPath],
    ];
    for (const [ours, theirs, path] of pairs) {
      for (const base of [plan, null]) {
        const words = choiceWords({ ours, theirs, base })([path]);
        expect(words.ours[0]?.zh).not.toBe(words.theirs[0]?.zh);
        expect(words.ours[0]?.en).not.toBe(words.theirs[0]?.en);
      }
    }
  });

  test('of two homes of one number say which is kept, and what it has otherwise', () => {
    const withHome = (key: string, members: number): Plan => ({
      ...plan,
      households: { ...plan.households, [`household_${key}`]: { door: '108', members } },
    });
    const [ours, theirs] = [withHome('north', 2), withHome('south', 3)];
    const paths = ['households/household_north', 'households/household_south'];
    for (const base of [plan, null]) {
      const words = choiceWords({ ours, theirs, base })(paths);
      expect(words.ours.map(({ zh }) => zh)).toEqual([
        '住户 108：用这一方的，另一方的不保留（人数 2）',
      ]);
      expect(words.theirs.map(({ en }) => en)).toEqual([
        'Household 108: the one of this side; that of the other is left out (members 3)',
      ]);
    }
  });

  test('of an element that one of them has not, and of a joint alone', () => {
    const { [door as OpeningId]: _, ...others } = storey.openings;
    const theirs = { ...plan, storeys: { [id]: { ...storey, openings: others } } } as Plan;
    const words = choiceWords({ ours: plan, theirs, base: null })([doorPath]);
    expect(words.ours[0]?.zh).toMatch(/^有：门/);
    expect(words.theirs[0]?.en).toMatch(/^Without door/);
    const { a } = facts;
    const at = storey.joints[a as JointId]!;
    const moved = withTable('joints', a, { x: at.x + 30 });
    const ends = choiceWords({ ours: plan, theirs: moved, base: null })([
      elementPath(id, 'joints', a),
    ]);
    expect(ends.ours[0]?.en).toBe(`End of a wall at (${at.x}, ${at.y}) mm`);
    expect(ends.theirs[0]?.en).toBe(`End of a wall at (${at.x + 30}, ${at.y}) mm`);
  });
});
