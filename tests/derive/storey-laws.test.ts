import { describe, expect, it } from 'vitest';
import { grossAreas } from '../../shared/derive/gross-areas.ts';
import { wallOutlines } from '../../shared/derive/outlines.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { wallNetwork } from '../../shared/derive/wall-network.ts';
import { type Arrangement, arrange } from '../../shared/geometry/arrangement.ts';
import { loopRing } from '../../shared/geometry/faces.ts';
import { polygonArea, ringContains, signedArea } from '../../shared/geometry/polygon.ts';
import { entries, type Point, type Storey, type Wall } from '../../shared/plan/model.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { type GeneratedStorey, generateStorey, sharedLength } from '../generate/storey.ts';
import { storeyId } from '../plan-from-drawing.ts';

/** What holds for every storey, however it is drawn, on storeys of 19 households. */

const patience = { timeout: 600_000 };
/** Storeys that went wrong once: in 214 a stub that begins on the outline of its face was overlooked. */
const known = [214];
const seeds = [...Array.from({ length: cases(200, 2000) }, (_, index) => index + 1), ...known];

/** Turned by any angle; every other one with ends off, and with walls overlaid if that is wanted. */
function anyStorey(seed: number, overlaid = 0.3): GeneratedStorey {
  const random = new Random(seed);
  const degrees = random.between(0, 3599) / 10;
  const rough = seed % 2 === 0 ? { off: random.between(0, 2), overlaid } : {};
  return generateStorey({ seed, degrees, ...rough });
}

/**
 * mm2 by which areas may differ: nothing but what doubles lose. Where walls lie along each other but
 * for a millimetre, rooms are clipped, and which of them an end meets may depend on their order: a
 * tenth of the last digit on the screen.
 */
const exact = 1;
const clipped = 1000;
const precisionOf = (seed: number): number => (seed % 2 === 0 ? clipped : exact);

/** mm2 by room. */
const areas = (storey: Storey): Map<string, number> =>
  new Map(storeyRooms(storeyId, storey, 'after').rooms.map(({ id, area }) => [id, area]));

function expectSame(
  storey: Storey,
  expected: Map<string, number>,
  seed: number,
  precision = precisionOf(seed),
): void {
  const found = areas(storey);
  expect([...found.keys()], `seed ${seed}`).toEqual([...expected.keys()]);
  for (const [id, area] of expected) {
    expect(Math.abs(found.get(id)! - area), `seed ${seed}, ${id}`).toBeLessThan(precision);
  }
}

/** Every place of a storey moved; openings, which hang on lengths, are left out. */
function moved(storey: Storey, to: (p: Point) => Point): Storey {
  const all = <T>(table: Record<string, T>, change: (one: T) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(table).map(([id, one]) => [id, change(one)]));
  return {
    ...storey,
    joints: all(storey.joints, to),
    rooms: all(storey.rooms, (tag) => ({ ...tag, at: to(tag.at) })),
    risers: {},
    openings: {},
    fixtures: {},
  } as Storey;
}
const same = (p: Point): Point => p;

describe('rooms of a storey', () => {
  it('are as many, and neighbours of the same rooms, at any angle', patience, () => {
    for (const seed of seeds) {
      // Between walls that lie along each other but for a millimetre is a face without floor: what
      // lies beyond it is not seen as a neighbour, so no walls are overlaid here.
      const generated = anyStorey(seed, 0);
      const { rooms, stretches } = storeyRooms(generated.id, generated.storey, 'after');
      expect(rooms.length, `seed ${seed}`).toBe(generated.rooms.length);
      const shared = new Map<string, number>();
      for (const { left, right, from, to } of [...stretches.values()].flat()) {
        if (left === null || right === null || left === right) continue;
        const pair = [left, right].sort().join(' ');
        shared.set(pair, (shared.get(pair) ?? 0) + to - from);
      }
      const pairs = [...shared].filter(([, length]) => length >= sharedLength);
      expect(pairs.map(([pair]) => pair).sort(), `seed ${seed}`).toEqual(generated.neighbours());
    }
  });

  it('do not depend on order, direction or place of the walls', patience, () => {
    for (const seed of seeds) {
      const storey = moved(anyStorey(seed).storey, same);
      const expected = areas(storey);
      const random = new Random(seed);
      const walls = entries(storey.walls)
        .reverse()
        .map(([, wall], index): [string, Wall] => [
          `wall_${String(index).padStart(5, '0')}`,
          random.chance(0.5) ? { ...wall, a: wall.b, b: wall.a } : wall,
        ]);
      const other = { ...storey, walls: Object.fromEntries(walls) } as Storey;
      const [dx, dy] = [random.between(-900_000, 900_000), random.between(-900_000, 900_000)];
      const there = moved(other, ({ x, y }) => ({ x: x + dx, y: y + dy }));
      expectSame(there, expected, seed);
    }
  });

  // The end of a wall that is drawn twice is no lone end any more: where it stops beside a centre
  // line, it is linked to that line across, not carried on along itself.
  it('do not depend on walls that are drawn twice', patience, () => {
    for (const seed of seeds) {
      const storey = moved(anyStorey(seed, 0).storey, same);
      const random = new Random(seed);
      const again = entries(storey.walls)
        .filter(() => random.chance(0.1))
        .map(([id, wall]) => [`${id}-again`, wall]);
      const walls = { ...storey.walls, ...Object.fromEntries(again) };
      expectSame({ ...storey, walls } as Storey, areas(storey), seed, clipped);
    }
  });

  it('are the same after quarter turns and mirrors', patience, () => {
    for (const seed of seeds) {
      const storey = moved(anyStorey(seed).storey, same);
      const expected = areas(storey);
      expectSame(
        moved(storey, ({ x, y }) => ({ x: -y, y: x })),
        expected,
        seed,
      );
      expectSame(
        moved(storey, ({ x, y }) => ({ x: -x, y })),
        expected,
        seed,
      );
    }
  });

  it('lie inside their faces, and gross areas round them', patience, () => {
    for (const seed of seeds) {
      const { id, storey } = anyStorey(seed);
      const { graph, faces, nets } = wallNetwork(storey, 'after');
      faces.faces.forEach(({ outer, inner }, face) => {
        const ring = loopRing(graph, faces, outer);
        const holes = inner.map((loop) => Math.min(0, signedArea(loopRing(graph, faces, loop))));
        const gross = holes.reduce((sum, hole) => sum + hole, signedArea(ring));
        const net = nets[face]!.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
        expect(net, `seed ${seed}`).toBeLessThanOrEqual(gross + 1);
        for (const { outer: corners } of nets[face]!) {
          const middle = corners.map((corner, index) => halfway(corner, corners.at(index - 1)!));
          expect(middle.filter((point) => !isNearOrIn(ring, point))).toEqual([]);
        }
      });
      const { rooms } = grossAreas(id, storey, 'after');
      for (const [room, area] of areas(storey)) {
        expect(rooms.get(room)!, `seed ${seed}, ${room}`).toBeGreaterThanOrEqual(area);
      }
    }
  });

  it('never grow with thicker walls', patience, () => {
    for (const seed of seeds) {
      const { storey } = generateStorey({ seed, degrees: new Random(seed).between(0, 359) });
      const thicker = entries(storey.walls).map(([id, wall]) => [
        id,
        wall.thickness === 0 ? wall : { ...wall, thickness: wall.thickness + 20 },
      ]);
      const after = areas({ ...storey, walls: Object.fromEntries(thicker) } as Storey);
      for (const [room, area] of areas(storey)) {
        expect(after.get(room)!, `seed ${seed}, ${room}`).toBeLessThan(area);
      }
    }
  });

  it('and the walls add up to the footprint', patience, () => {
    for (const seed of seeds) {
      const degrees = seed % 2 === 0 ? 0 : new Random(seed).between(1, 359);
      const { storey, footprint } = generateStorey({ seed, degrees });
      const bare = { ...storey, risers: {} };
      const net = [...areas(bare).values()].reduce((sum, area) => sum + area, 0);
      const solids = wallOutlines(bare).byPhase.existing;
      const sum = solids.reduce((walls, solid) => walls + polygonArea(solid), net);
      // A turned storey's joints are rounded: up to 1 mm along 120 m of outer wall.
      expect(Math.abs(sum / footprint - 1), `seed ${seed}`).toBeLessThan(
        degrees === 0 ? 1e-6 : 3e-4,
      );
      const gross = grossAreas(storeyId, bare, 'after').storey;
      // Gross areas halve the walls between rooms; where a slanted one ends, to 0.3 mm.
      expect(Math.abs(gross / footprint - 1), `seed ${seed}`).toBeLessThan(
        degrees === 0 ? 1e-5 : 3e-4,
      );
    }
  });
});

const halfway = (from: Point, to: Point): Point => ({
  x: (from.x + to.x) / 2,
  y: (from.y + to.y) / 2,
});

/** Boundaries lie on the ring itself, where rounding decides. */
function isNearOrIn(ring: readonly Point[], p: Point): boolean {
  const around = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => ({ x: p.x + x, y: p.y + y })));
  return around.some((point) => ringContains(ring, point));
}

describe('noding', () => {
  it('changes nothing when it gets its own output', patience, () => {
    for (const seed of seeds) {
      const { graph } = wallNetwork(anyStorey(seed).storey, 'after');
      const again = arrange(
        graph.from.map((u, edge) => {
          const v = graph.to[edge]!;
          return { ax: graph.x[u]!, ay: graph.y[u]!, bx: graph.x[v]!, by: graph.y[v]!, via: [] };
        }),
      );
      expect(edgeWords(again), `seed ${seed}`).toEqual(edgeWords(graph));
    }
  });
});

const edgeWords = ({ x, y, from, to }: Arrangement): string[] =>
  from
    .map((u, edge) =>
      [u, to[edge]!]
        .map((vertex) => `${x[vertex]},${y[vertex]}`)
        .sort()
        .join(' '),
    )
    .sort();
