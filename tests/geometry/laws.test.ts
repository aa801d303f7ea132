import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallNetwork } from '../../shared/derive/wall-network.ts';
import { arrange } from '../../shared/geometry/arrangement.ts';
import { eulerTerms, loopRing, traceFaces } from '../../shared/geometry/faces.ts';
import { polygonArea, signedArea } from '../../shared/geometry/polygon.ts';
import type { Storey } from '../../shared/plan/model.ts';
import { cases } from '../cases.ts';

type Line = readonly [number, number, number, number];
type Walls = Pick<Storey, 'joints' | 'walls'>;

const runs = { seed: 20261122, numRuns: cases(200, 2000) };
const coordinate = fc.integer({ min: -3000, max: 3000 });
const line = fc
  .tuple(coordinate, coordinate, coordinate, coordinate)
  .filter(([ax, ay, bx, by]) => Math.hypot(bx - ax, by - ay) >= 300);
/** Anything: crossing, overlapping, at any angle. */
const soup = fc.array(line, { minLength: 1, maxLength: 25 });
/** Walls on a 500 mm grid: corners, tees, crossings and collinear overlaps in plenty. */
const gridLine = fc
  .tuple(
    fc.integer({ min: 0, max: 8 }),
    fc.integer({ min: 0, max: 8 }),
    fc.boolean(),
    fc.integer({ min: 1, max: 5 }),
  )
  .map(([x, y, level, length]): Line => {
    const reach = length * 500;
    return [x * 500, y * 500, x * 500 + (level ? reach : 0), y * 500 + (level ? 0 : reach)];
  });
const gridWalls = fc.array(gridLine, { minLength: 4, maxLength: 40 });

/** Walls as surveys have them, boundaries among them. */
const thicknesses = fc.infiniteStream(fc.constantFrom(0, 60, 90, 100, 120, 240, 370, 500));

/** Walls with joints shared where ends coincide; ids in the order given. */
function wallsOf(lines: readonly Line[], thickness: number | readonly number[] = 120): Walls {
  const joints: Record<string, { x: number; y: number }> = {};
  const joint = (x: number, y: number): string => {
    const id = `joint_${x}_${y}`;
    joints[id] = { x, y };
    return id;
  };
  const walls = lines.map(([ax, ay, bx, by], index) => [
    `wall_${String(index).padStart(3, '0')}`,
    {
      a: joint(ax, ay),
      b: joint(bx, by),
      thickness: typeof thickness === 'number' ? thickness : thickness[index],
      kind: 'partition',
      phase: 'existing',
    },
  ]);
  return { joints, walls: Object.fromEntries(walls) } as unknown as Walls;
}

/** Net areas in mm2 to a hundredth of what the screen shows, sorted: what rooms come to. */
const areas = (walls: Walls): number[] =>
  wallNetwork(walls, 'after')
    .nets.flat()
    .map((net) => Math.round(polygonArea(net) / 100))
    .sort((left, right) => left - right);

function expectClose(left: number[], right: number[]): void {
  expect(left.length).toBe(right.length);
  left.forEach((area, index) => {
    expect(Math.abs(area - right[index]!)).toBeLessThanOrEqual(1);
  });
}

const sourcesOf = (lines: readonly Line[]) =>
  lines.map(([ax, ay, bx, by]) => ({ ax, ay, bx, by, via: [] }));

describe('noding', () => {
  it('leaves no two edges that cross or overlap', () => {
    fc.assert(
      fc.property(soup, (lines) => {
        const { x, y, from, to } = arrange(sourcesOf(lines));
        const turn = (a: number, b: number, c: number): number =>
          (x[b]! - x[a]!) * (y[c]! - y[a]!) - (y[b]! - y[a]!) * (x[c]! - x[a]!);
        const inside = (a: number, b: number, c: number): boolean =>
          c !== a &&
          c !== b &&
          turn(a, b, c) === 0 &&
          (x[c]! - x[a]!) * (x[c]! - x[b]!) <= 0 &&
          (y[c]! - y[a]!) * (y[c]! - y[b]!) <= 0;
        for (let first = 0; first < from.length; first++) {
          for (let second = first + 1; second < from.length; second++) {
            const [a, b, c, d] = [from[first]!, to[first]!, from[second]!, to[second]!];
            const cross = turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
            const touch = inside(a, b, c) || inside(a, b, d) || inside(c, d, a) || inside(c, d, b);
            if (cross || touch) return false;
          }
        }
        return true;
      }),
      runs,
    );
  });

  it('changes nothing when it gets its own output', () => {
    fc.assert(
      fc.property(soup, (lines) => {
        const once = arrange(sourcesOf(lines));
        const again = arrange(
          once.from.map((u, edge) => ({
            ax: once.x[u]!,
            ay: once.y[u]!,
            bx: once.x[once.to[edge]!]!,
            by: once.y[once.to[edge]!]!,
            via: [],
          })),
        );
        expect(edgeSet(again)).toEqual(edgeSet(once));
      }),
      runs,
    );
  });

  it('does not depend on order or direction', () => {
    fc.assert(
      fc.property(soup, fc.infiniteStream(fc.boolean()), (lines, flips) => {
        const turned = [...lines].reverse().map((one): Line => {
          const [ax, ay, bx, by] = one;
          return flips.next().value ? [bx, by, ax, ay] : one;
        });
        expect(edgeSet(arrange(sourcesOf(turned)))).toEqual(edgeSet(arrange(sourcesOf(lines))));
      }),
      runs,
    );
  });
});

function edgeSet({ x, y, from, to }: ReturnType<typeof arrange>): string[] {
  return from
    .map((u, edge) => {
      const ends = [u, to[edge]!].map((vertex) => `${x[vertex]},${y[vertex]}`);
      return ends.sort().join(' ');
    })
    .sort();
}

describe('faces', () => {
  it.each([
    ['soup', soup],
    ['grid', gridWalls],
  ] as const)('of %s satisfy V - E + F = 1 + C, each half-edge in one loop', (_, walls) => {
    fc.assert(
      fc.property(walls, (lines) => {
        const graph = arrange(sourcesOf(lines));
        const faces = traceFaces(graph);
        const { vertices, edges, faces: count, components } = eulerTerms(graph, faces);
        expect(vertices - edges + count).toBe(1 + components);
        expect(faces.loopOf.includes(-1)).toBe(false);
        expect(new Set(faces.next).size).toBe(faces.next.length);
      }),
      runs,
    );
  });
});

describe('net areas', () => {
  it('do not depend on order, direction, duplication or place of the walls', () => {
    fc.assert(
      fc.property(gridWalls, fc.tuple(coordinate, coordinate), (lines, [dx, dy]) => {
        const expected = areas(wallsOf(lines));
        const turned = [...lines, ...lines.slice(0, 3)]
          .reverse()
          .map(([ax, ay, bx, by]): Line => [bx + dx, by + dy, ax + dx, ay + dy]);
        expectClose(areas(wallsOf(turned)), expected);
      }),
      runs,
    );
  });

  it.each([
    ['soup', soup],
    ['grid', gridWalls],
  ] as const)('of %s in any thicknesses do not depend on order or direction', (_, walls) => {
    fc.assert(
      fc.property(walls, thicknesses, (lines, stream) => {
        const thick = lines.map(() => stream.next().value as number);
        const turned = lines.map(([ax, ay, bx, by]): Line => [bx, by, ax, ay]).reverse();
        expectClose(areas(wallsOf(turned, [...thick].reverse())), areas(wallsOf(lines, thick)));
      }),
      runs,
    );
  });

  it('are the same after quarter turns and mirrors', () => {
    fc.assert(
      fc.property(gridWalls, (lines) => {
        const expected = areas(wallsOf(lines));
        const turned = lines.map(([ax, ay, bx, by]): Line => [-ay, ax, -by, bx]);
        const mirrored = lines.map(([ax, ay, bx, by]): Line => [-ax, ay, -bx, by]);
        expectClose(areas(wallsOf(turned)), expected);
        expectClose(areas(wallsOf(mirrored)), expected);
      }),
      runs,
    );
  });

  it('never exceed the area along the centre lines', () => {
    fc.assert(
      fc.property(soup, (lines) => {
        const network = wallNetwork(wallsOf(lines), 'after');
        network.nets.forEach((nets, face) => {
          const net = nets.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
          expect(net).toBeLessThanOrEqual(grossAreas(network)[face]! + 1);
        });
      }),
      runs,
    );
  });

  it('never grow with thicker walls, as long as the same walls meet', () => {
    fc.assert(
      fc.property(soup, (lines) => {
        const thin = wallNetwork(wallsOf(lines, 120), 'after');
        const thick = wallNetwork(wallsOf(lines, 240), 'after');
        // A thicker body may catch an end that stopped short of it: then it is another plan.
        fc.pre(JSON.stringify(grossAreas(thin)) === JSON.stringify(grossAreas(thick)));
        const total = (network: typeof thin): number =>
          network.nets.flat().reduce((sum, net) => sum + polygonArea(net), 0);
        expect(total(thick)).toBeLessThanOrEqual(total(thin) + 1);
      }),
      runs,
    );
  });
});

const grossAreas = ({ graph, faces }: ReturnType<typeof wallNetwork>): number[] =>
  faces.faces.map(({ outer, inner }) => {
    const area = (loop: number): number => signedArea(loopRing(graph, faces, loop));
    return area(outer) + inner.reduce((sum, loop) => sum + Math.min(0, area(loop)), 0);
  });
