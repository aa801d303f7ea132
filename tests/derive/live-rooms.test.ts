import { describe, expect, it } from 'vitest';
import { centreLines, standingFrame } from '../../shared/derive/centre-lines.ts';
import { fixtureConflicts } from '../../shared/derive/fixture-conflicts.ts';
import { grossAreas } from '../../shared/derive/gross-areas.ts';
import { householdStates } from '../../shared/derive/households.ts';
import { liveNetwork } from '../../shared/derive/live-network.ts';
import { wallOutlines } from '../../shared/derive/outlines.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { networkOf } from '../../shared/derive/wall-network.ts';
import { walledOpenings } from '../../shared/derive/walled-openings.ts';
import { wholeRooms } from '../../shared/derive/whole-rooms.ts';
import type {
  Fixture,
  FixtureId,
  Joint,
  JointId,
  Plan,
  Storey,
  StoreyId,
  Wall,
  WallId,
} from '../../shared/plan/model.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { soup, storeyOfLines } from '../generate/soup.ts';
import { generateStorey } from '../generate/storey.ts';
import { storeyId } from '../plan-from-drawing.ts';

/**
 * Rooms derived from what changed are the rooms derived from nothing, to the last digit, whatever
 * was drawn before.
 */

const patience = { timeout: 600_000 };

/** `grossPrecision`: mm2 that gross areas may be off. */
function expectLikeNew(storey: Storey, at: string, grossPrecision = 0): 'patched' | 'whole' {
  const network = networkOf(centreLines(storey.joints, standingFrame(storey.walls, 'after')));
  const { rooms, risers, openings } = storey;
  const expected = wholeRooms(network, storeyId, 'after', rooms, risers, openings).rooms;
  const found = storeyRooms(storeyId, storey, 'after');
  expect(found.rooms, at).toEqual(expected.rooms);
  expect(found.links, at).toEqual(expected.links);
  expect(found.looseTags, at).toEqual(expected.looseTags);
  for (const room of found.rooms) expect(found.byId.get(room.id)).toBe(room);
  const measured = gross(structuredClone(storey));
  for (const [index, [id, area]] of gross(storey).entries()) {
    const anew = measured[index]?.[1];
    expect(area === undefined, `${at}, ${id}`).toBe(anew === undefined);
    expect(Math.abs((area ?? 0) - (anew ?? 0)), `${at}, ${id}`).toBeLessThanOrEqual(grossPrecision);
  }
  expect(filled(storey), at).toEqual(filled(structuredClone(storey)));
  return liveNetwork(storey, 'after').patch ? 'patched' : 'whole';
}

/** Gross areas by room; without any of such as are not there. */
function gross(storey: Storey): (readonly [string, number | undefined])[] {
  const { rooms } = grossAreas(storeyId, storey, 'after');
  const found = storeyRooms(storeyId, storey, 'after').rooms.map(({ id }) => id);
  return [...found, 'face@gone'].map((id) => [id, rooms.get(id)] as const);
}

/** Everything that is filled where walls are drawn, whichever outline it belongs to. */
const filled = (storey: Storey): string[] =>
  Object.entries(wallOutlines(storey).byPhase)
    .flatMap(([phase, outlines]) =>
      outlines
        .flatMap(({ outer, holes }) => [outer, ...holes])
        .map((ring) => ring.map(({ x, y }) => `${x.toFixed(3)},${y.toFixed(3)}`).join(' '))
        .map((corners) => `${phase} ${corners}`),
    )
    .sort();

const withJoint = (storey: Storey, id: JointId, to: Joint): Storey => ({
  ...storey,
  joints: { ...storey.joints, [id]: to },
});

/** One small edit, as hands make them: a joint moved, a wall gone, thicker, demolished or new. */
function edited(storey: Storey, random: Random, step: number): Storey {
  const joints = Object.keys(storey.joints) as JointId[];
  const walls = Object.keys(storey.walls) as WallId[];
  const near = (id: JointId, reach: number): Joint => ({
    x: storey.joints[id]!.x + random.between(-reach, reach),
    y: storey.joints[id]!.y + random.between(-reach, reach),
  });
  const kind = random.between(0, 9);
  if (kind < 5) {
    const id = random.pick(joints);
    return withJoint(storey, id, near(id, random.pick([3, 20, 300, 3000])));
  }
  if (kind === 5) {
    const { [random.pick(walls)]: gone, ...rest } = storey.walls;
    return { ...storey, walls: rest as Storey['walls'] };
  }
  if (kind === 6) {
    const id = random.pick(walls);
    const wall: Wall = random.chance(0.5)
      ? { ...storey.walls[id]!, thickness: random.pick([90, 120, 240, 370]) }
      : { ...storey.walls[id]!, phase: random.pick(['existing', 'demolished', 'new']) };
    return { ...storey, walls: { ...storey.walls, [id]: wall } };
  }
  if (kind === 7) {
    const [a, b] = [random.pick(joints), random.pick(joints)];
    return withJoint(storey, a, { ...storey.joints[b]! });
  }
  const from = random.pick(joints);
  const a = `joint_new${step}a` as JointId;
  const b = `joint_new${step}b` as JointId;
  const start = near(from, 1500);
  const end = {
    x: start.x + random.between(-4000, 4000),
    y: start.y + random.between(-4000, 4000),
  };
  const wall: Wall = { a, b, thickness: 120, kind: 'partition', phase: 'existing' };
  return {
    ...storey,
    joints: { ...storey.joints, [a]: start, [b]: end },
    walls: { ...storey.walls, [`wall_new${step}`]: wall } as Storey['walls'],
  };
}

/** An edit of the walls or of what stands between them. */
function furnished(storey: Storey, random: Random, step: number): Storey {
  const fixtures = Object.keys(storey.fixtures) as FixtureId[];
  if (fixtures.length === 0 || random.chance(0.6)) return edited(storey, random, step);
  const id = random.pick(fixtures);
  const fixture = storey.fixtures[id]!;
  const other: Fixture = random.chance(0.5)
    ? { ...fixture, kind: random.pick(['sink', 'cooker', 'wc', 'bed']) }
    : { ...fixture, at: { ...fixture.at, x: fixture.at.x + random.between(-2000, 2000) } };
  return { ...storey, fixtures: { ...storey.fixtures, [id]: other } };
}

const asDerived = (plan: Plan, id: StoreyId) => ({
  households: householdStates(plan, 'after'),
  conflicts: fixtureConflicts(id, plan.storeys[id]!),
  walled: walledOpenings(plan.storeys[id]!),
});

describe('households of a plan that is being edited', () => {
  it('have what they have in a plan derived from nothing', patience, () => {
    for (let seed = 1; seed <= cases(17, 170); seed++) {
      const random = new Random(seed);
      const degrees = seed % 2 === 0 ? 0 : random.between(0, 3599) / 10;
      const generated = generateStorey({ seed, stairs: 2, degrees });
      const { id } = generated;
      let { plan } = generated;
      // The copies come last: what was derived from them must not be what the next edit starts from.
      const found: { readonly next: Plan; readonly live: ReturnType<typeof asDerived> }[] = [];
      for (let step = 0; step < 12; step++) {
        const next = { ...plan, storeys: { [id]: furnished(plan.storeys[id]!, random, step) } };
        found.push({ next, live: asDerived(next, id) });
        if (random.chance(0.6)) plan = next;
      }
      for (const [step, { next, live }] of found.entries()) {
        expect(live, `seed ${seed}, step ${step}`).toEqual(asDerived(structuredClone(next), id));
      }
    }
  });
});

describe('rooms of a storey that is being edited', () => {
  it('are those of a storey derived from nothing', patience, () => {
    let patched = 0;
    let all = 0;
    for (let seed = 1; seed <= cases(25, 250); seed++) {
      const random = new Random(seed);
      const degrees = seed % 3 === 0 ? 0 : random.between(0, 3599) / 10;
      let { storey } = generateStorey({ seed, stairs: 1 + (seed % 3), degrees });
      expectLikeNew(storey, `seed ${seed}`);
      for (let step = 0; step < 16; step++) {
        const next = edited(storey, random, step);
        all += 1;
        if (expectLikeNew(next, `seed ${seed}, step ${step}`) === 'patched') patched += 1;
        // Drags start over from where they began; other edits stay.
        if (random.chance(0.6)) storey = next;
      }
    }
    // The law is about patches: enough of the edits must come to one.
    expect(patched / all).toBeGreaterThan(0.4);
  });

  /** mm2: a face far along a wall may be noded a millimetre elsewhere (gross-areas.ts). */
  const asNoded = 1000;

  it('are those of walls at random derived from nothing', patience, () => {
    for (let seed = 1; seed <= cases(60, 600); seed++) {
      const random = new Random(seed);
      let storey = storeyOfLines(soup(random));
      expectLikeNew(storey, `seed ${seed}`, asNoded);
      for (let step = 0; step < 12; step++) {
        storey = edited(storey, random, step);
        expectLikeNew(storey, `seed ${seed}, step ${step}`, asNoded);
      }
    }
  });
});
