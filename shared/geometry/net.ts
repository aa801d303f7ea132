import { BodyIndex } from './body-index.ts';
import { subtract } from './clip.ts';
import { type Drawn, quickRing } from './drawn.ts';
import { loopArea } from './faces.ts';
import { axisLines, type FaceLines, ringAlong } from './offset.ts';
import type { Point } from './point.ts';
import {
  boundsOf,
  type Polygon,
  polygonArea,
  type Ring,
  ringContains,
  signedArea,
} from './polygon.ts';
import { ringsCross } from './ring-crossings.ts';
import { SolidIndex } from './solids.ts';

export interface Nets {
  /** Whether no face needed clipping: then the rings of the wall faces are all sound. */
  readonly isQuick: boolean;
  /** 1 for each face that was clipped. */
  readonly clipped: Uint8Array;
  /** For each face, inside the wall faces; empty where walls fill it, several where walls pinch it. */
  readonly nets: readonly (readonly Polygon[])[];
}

/** The faces inside the wall faces: quickly where the rings are simple, by clipping where not. */
export function netPolygons(drawn: Drawn): Nets {
  let solids: SolidIndex | null = null;
  let axes: FaceLines | null = null;
  const bodies = new BodyIndex(drawn.bodies);
  const clipped = new Uint8Array(drawn.faces.faces.length);
  const nets = drawn.faces.faces.map((face, index) => {
    const quick = quickNet(drawn, face.outer, face.inner);
    // A wall that lies inside another's body, or that reaches in from elsewhere, is on no ring.
    if (quick && polygonArea(quick) >= negligible && bodies.leavesFree(quick)) return [quick];
    clipped[index] = 1;
    solids ??= new SolidIndex(drawn);
    axes ??= axisLines(drawn.graph, drawn.faces, drawn.corners);
    return exactNet(drawn, face, solids, axes);
  });
  return { nets, isQuick: solids === null, clipped };
}

/** The rings of the wall faces as they are, where they are simple and do not touch each other. */
function quickNet(drawn: Drawn, outer: number, inner: readonly number[]): Polygon | null {
  const { graph, faces } = drawn;
  const first = quickRing(drawn, outer);
  if (!first) return null;
  const area = signedArea(first);
  if (area < 0 || area > loopArea(graph, faces, outer)) return null;
  if (inner.length === 0) return { outer: first, holes: noHoles };
  const holes: Ring[] = [];
  for (const loop of inner) {
    const hole = quickRing(drawn, loop);
    if (!hole || !ringContains(first, hole[0]!)) return null;
    for (const other of [first, ...holes]) {
      if (ringsCross(hole, other)) return null;
      if (other !== first && (ringContains(other, hole[0]!) || ringContains(hole, other[0]!))) {
        return null;
      }
    }
    holes.push(hole);
  }
  return { outer: first, holes: holes.length > 1 ? holes.sort(byCorners) : holes };
}

const noHoles: readonly Ring[] = [];

/** Whatever the walls look like: the face along the axes less every wall body near it. */
function exactNet(
  drawn: Drawn,
  face: { readonly outer: number; readonly inner: readonly number[] },
  solids: SolidIndex,
  axes: FaceLines,
): Polygon[] {
  const [outer, ...inner] = [face.outer, ...face.inner].map((loop) =>
    withoutSpikes(ringAlong(drawn.graph, drawn.faces, axes, loop)),
  ) as [Ring, ...Ring[]];
  const cut = solids
    .near(boundsOf(outer))
    .filter((solid) => overlaps(solid, outer))
    .map(fromLowest)
    .sort(byCorners);
  return subtract([outer, ...inner.sort(byCorners)], cut)
    .filter((polygon) => polygonArea(polygon) >= negligible)
    .map((polygon) => ({
      outer: fromLowest(polygon.outer),
      holes: polygon.holes.map(fromLowest).sort(byCorners),
    }))
    .sort((one, other) => byCorners(one.outer, other.outer));
}

/** A corner on the outline may count either way: any of them inside will do. */
const overlaps = (solid: Ring, outer: Ring): boolean =>
  ringsCross(solid, outer) ||
  solid.some((corner) => ringContains(outer, corner)) ||
  outer.some((corner) => ringContains(solid, corner));

/** Clipping rounds, and how it rounds goes by the order of what it gets: always the same one. */
function fromLowest(ring: Ring): Ring {
  let first = 0;
  for (let index = 1; index < ring.length; index++) {
    if (byPlace(ring[index]!, ring[first]!) < 0) first = index;
  }
  return first === 0 ? ring : [...ring.slice(first), ...ring.slice(0, first)];
}

const byPlace = (one: Point, other: Point): number => one.x - other.x || one.y - other.y;

function byCorners(one: Ring, other: Ring): number {
  for (let index = 0; index < one.length && index < other.length; index++) {
    const order = byPlace(one[index]!, other[index]!);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

/** mm2: less is a remainder of rounding, not a place. */
const negligible = 100;

/** A wall with the face on both sides is walked there and back: that encloses nothing. */
function withoutSpikes(ring: Ring): Ring {
  const kept: Point[] = [];
  const same = (one: Point | undefined, other: Point | undefined): boolean =>
    one !== undefined && other !== undefined && one.x === other.x && one.y === other.y;
  for (const point of ring) {
    if (same(kept.at(-1), point)) continue;
    if (same(kept.at(-2), point)) kept.pop();
    else kept.push(point);
  }
  let start = 0;
  while (kept.length - start > 2 && same(kept[start + 1], kept.at(-1))) {
    kept.pop();
    start += 1;
  }
  return kept.slice(start);
}
