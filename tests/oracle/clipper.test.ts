import { Clipper, ClipType, FillRule, type Path64, PolyTree64 } from 'clipper2-ts';
import { describe, expect, it } from 'vitest';
import { type Polygon, type Ring, signedArea } from '../../shared/geometry/polygon.ts';
import type { Storey } from '../../shared/plan/model.ts';
import { cases } from '../cases.ts';
import { generateStorey } from '../generate/storey.ts';
import { differences, overlapAllowance, ownFaces, ownNets, places } from './compare.ts';
import { bodies, plainWalls } from './plain-walls.ts';
import { realStoreys } from './plans-of-others.ts';

/**
 * clipper2 as a second opinion on rooms: every face between centre lines less all walls' bodies, on
 * thousandths of a mm. It has no say on the faces, which are ours.
 */

const patience = { timeout: 600_000 };
const scale = 1000;

const toPath = (ring: Ring): Path64 =>
  ring.map(({ x, y }) => ({ x: Math.round(x * scale), y: Math.round(y * scale) }));

function clipperNets(storey: Storey): Polygon[] {
  const solid = bodies(plainWalls(storey).walls).map(({ outer }) => {
    const path = toPath(outer);
    return signedArea(outer) < 0 ? path.reverse() : path;
  });
  const covered = Clipper.union(solid, FillRule.NonZero);
  return places(
    ownFaces(storey).flatMap((face) => {
      const tree = new PolyTree64();
      const subject = [face.outer, ...face.holes].map(toPath);
      Clipper.booleanOpWithPolyTree(ClipType.Difference, subject, covered, tree, FillRule.EvenOdd);
      return polygonsOf(tree);
    }),
  );
}

function polygonsOf(tree: PolyTree64): Polygon[] {
  const ring = (path: Path64 | null): Ring =>
    (path ?? []).map(({ x, y }) => ({ x: Number(x) / scale, y: Number(y) / scale }));
  return Array.from({ length: tree.count }, (_, index) => {
    const outer = tree.child(index);
    const holes = Array.from({ length: outer.count }, (_, hole) => ring(outer.child(hole).poly));
    return { outer: ring(outer.poly), holes };
  });
}

describe('clipper2 agrees on the rooms', () => {
  it.each([
    [0, 0, 0],
    [2, 0, 0],
    [0, 7.3, 0],
    [2, 7.3, 0],
    [2, 7.3, 0.3],
  ])(
    'of generated storeys, ends off by %d mm, turned by %d degrees, %d of the walls overlaid',
    patience,
    (off, degrees, overlaid) => {
      for (let seed = 1; seed <= cases(40, 400); seed++) {
        const { storey } = generateStorey({ seed, off, degrees, overlaid });
        const allowance = overlaid > 0 ? overlapAllowance : {};
        const found = differences(ownNets(storey), clipperNets(storey), allowance);
        expect(found, `seed ${seed}`).toEqual([]);
      }
    },
  );

  it.each(realStoreys())('of $name', ({ storey }) => {
    expect(differences(ownNets(storey), clipperNets(storey))).toEqual([]);
  });
});
