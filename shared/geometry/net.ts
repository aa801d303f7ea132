import { subtract } from './clip.ts';
import { type Drawn, quickRing } from './drawn.ts';
import { loopRing } from './faces.ts';
import { boundsOf, type Polygon, type Ring, ringContains, signedArea } from './polygon.ts';
import { ringsCross } from './ring-crossings.ts';
import { SolidIndex } from './solids.ts';

export interface Nets {
  /** Whether no face needed clipping: then the rings of the wall faces are all sound. */
  readonly isQuick: boolean;
  /** For each face, inside the wall faces; empty where walls fill it, several where walls pinch it. */
  readonly nets: readonly (readonly Polygon[])[];
}

/** The faces inside the wall faces: quickly where the rings are simple, by clipping where not. */
export function netPolygons(drawn: Drawn): Nets {
  let solids: SolidIndex | null = null;
  const nets = drawn.faces.faces.map((face) => {
    const quick = quickNet(drawn, face.outer, face.inner);
    if (quick) return [quick];
    solids ??= new SolidIndex(drawn);
    return exactNet(drawn, face, solids);
  });
  return { nets, isQuick: solids === null };
}

/** The rings of the wall faces as they are, where they are simple and do not touch each other. */
function quickNet(drawn: Drawn, outer: number, inner: readonly number[]): Polygon | null {
  const { graph, faces } = drawn;
  const first = quickRing(drawn, outer);
  if (!first || signedArea(first) < 0) return null;
  if (signedArea(first) > signedArea(loopRing(graph, faces, outer))) return null;
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
  return { outer: first, holes };
}

const noHoles: readonly Ring[] = [];

/** Whatever the walls look like: the face along the centre lines less every wall body near it. */
function exactNet(
  drawn: Drawn,
  face: { readonly outer: number; readonly inner: readonly number[] },
  solids: SolidIndex,
): Polygon[] {
  const [outer, ...inner] = [face.outer, ...face.inner].map((loop) =>
    loopRing(drawn.graph, drawn.faces, loop),
  ) as [Ring, ...Ring[]];
  return subtract([outer, ...inner], solids.near(boundsOf(outer)));
}
