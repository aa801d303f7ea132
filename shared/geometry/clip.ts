import {
  Clipper,
  ClipperOffset,
  ClipType,
  EndType,
  FillRule,
  JoinType,
  type Path64,
  type Paths64,
  type PolyPath64,
  PolyTree64,
} from 'clipper2-ts';
import { type Polygon, type Ring, signedArea } from './polygon.ts';

/**
 * The one door to clipper2. It works on whole numbers: coordinates are multiplied by 100, so that
 * a hundredth of a millimetre survives. Clipper can leave slivers along edges that nearly
 * coincide; what is thinner than `sliver` on average is dropped.
 */

const scale = 100;
/** mm: area over half the perimeter below which a piece is no shape but a rounding remainder. */
const sliver = 0.05;

const toPath = (ring: Ring): Path64 =>
  withoutSpikes(
    ring.map((point) => ({ x: Math.round(point.x * scale), y: Math.round(point.y * scale) })),
  );

/**
 * A path that runs there and back along one line encloses nothing there, and clipper does not come to
 * an end with some of them: such corners are taken out, until none is left.
 */
function withoutSpikes(path: Path64): Path64 {
  const kept = [...path];
  for (let index = 0, since = 0; kept.length > 2 && since < kept.length; ) {
    const at = index % kept.length;
    const before = kept[(at + kept.length - 1) % kept.length]!;
    const here = kept[at]!;
    const after = kept[(at + 1) % kept.length]!;
    const ax = Number(here.x) - Number(before.x);
    const ay = Number(here.y) - Number(before.y);
    const bx = Number(after.x) - Number(here.x);
    const by = Number(after.y) - Number(here.y);
    const turnsBack = ax * by - ay * bx === 0 && ax * bx + ay * by <= 0;
    if (!turnsBack) {
      index = at + 1;
      since += 1;
      continue;
    }
    kept.splice(at, 1);
    // The corner before may turn back now.
    index = (at + kept.length - 1) % kept.length;
    since = 0;
  }
  return kept.length > 2 ? kept : [];
}

const fromPath = (path: Path64): Ring =>
  path.map((point) => ({ x: Number(point.x) / scale, y: Number(point.y) / scale }));

function isSliver(ring: Ring): boolean {
  let perimeter = 0;
  for (let index = 0; index < ring.length; index++) {
    const from = ring[index]!;
    const to = ring[(index + 1) % ring.length]!;
    perimeter += Math.hypot(to.x - from.x, to.y - from.y);
  }
  return Math.abs(signedArea(ring)) < (sliver * perimeter) / 2;
}

function run(
  type: ClipType,
  subject: readonly Ring[],
  clip: readonly Ring[],
  rule: FillRule,
): Polygon[] {
  const tree = new PolyTree64();
  const paths = (rings: readonly Ring[]): Paths64 =>
    rings.map(toPath).filter((path) => path.length > 2);
  Clipper.booleanOpWithPolyTree(type, paths(subject), paths(clip), tree, rule);
  return polygonsOf(tree).filter(({ outer }) => !isSliver(outer));
}

function polygonsOf(tree: PolyTree64): Polygon[] {
  const polygons: Polygon[] = [];
  const collect = (node: PolyPath64): void => {
    for (let index = 0; index < node.count; index++) {
      const outer = node.child(index);
      const ring = outer.poly ? fromPath(outer.poly) : [];
      const holes: Ring[] = [];
      for (let inner = 0; inner < outer.count; inner++) {
        const hole = outer.child(inner);
        const holeRing = hole.poly ? fromPath(hole.poly) : [];
        if (holeRing.length > 2 && !isSliver(holeRing)) holes.push(clockwise(holeRing));
        collect(hole);
      }
      if (ring.length > 2) polygons.push({ outer: counterClockwise(ring), holes });
    }
  };
  collect(tree);
  return polygons;
}

const counterClockwise = (ring: Ring): Ring => (signedArea(ring) < 0 ? [...ring].reverse() : ring);
const clockwise = (ring: Ring): Ring => (signedArea(ring) > 0 ? [...ring].reverse() : ring);

/** What of `subject` (even-odd) is not covered by the `cut` rings, whichever way they turn. */
export function subtract(subject: readonly Ring[], cut: readonly Ring[]): Polygon[] {
  const oriented = cut.map(counterClockwise);
  const covered =
    oriented.length > 1 ? unite(oriented).flatMap((one) => [one.outer, ...one.holes]) : oriented;
  return run(ClipType.Difference, subject, covered, FillRule.EvenOdd);
}

/** What the rings cover together; each is turned counter-clockwise first. */
export function unite(rings: readonly Ring[]): Polygon[] {
  return run(ClipType.Union, rings.map(counterClockwise), [], FillRule.NonZero);
}

/** What of `subject` is left without the polygons of `cut`, whose holes stay. */
export function difference(subject: readonly Polygon[], cut: readonly Polygon[]): Polygon[] {
  return run(ClipType.Difference, ringsOf(subject), ringsOf(cut), FillRule.NonZero);
}

const ringsOf = (polygons: readonly Polygon[]): Ring[] =>
  polygons.flatMap((polygon) => [polygon.outer, ...polygon.holes]);

/** mm by which a round corner of an outline moved inwards may be off. */
const arcError = 0.25;

/** The places whose distance to the outline is at least `by` mm; empty where there are none. */
export const inset = (polygons: readonly Polygon[], by: number): Polygon[] => moved(polygons, -by);

/** The places at most `by` mm from the polygons. */
export const outset = (polygons: readonly Polygon[], by: number): Polygon[] => moved(polygons, by);

/** Outlines moved outwards by mm. */
function moved(polygons: readonly Polygon[], by: number): Polygon[] {
  const offset = new ClipperOffset(2, arcError * scale);
  offset.addPaths(
    ringsOf(polygons)
      .map(toPath)
      .filter((path) => path.length > 2),
    JoinType.Round,
    EndType.Polygon,
  );
  const tree = new PolyTree64();
  offset.execute(by * scale, tree);
  return polygonsOf(tree);
}

/** What both cover, each by even-odd. */
export function intersect(subject: readonly Ring[], other: readonly Ring[]): Polygon[] {
  return run(ClipType.Intersection, subject, other, FillRule.EvenOdd);
}
