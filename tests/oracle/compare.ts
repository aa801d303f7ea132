import { wallNetwork } from '../../shared/derive/wall-network.ts';
import { loopRing } from '../../shared/geometry/faces.ts';
import {
  insidePoint,
  type Polygon,
  polygonArea,
  polygonContains,
  type Ring,
  signedArea,
} from '../../shared/geometry/polygon.ts';
import type { Storey } from '../../shared/plan/model.ts';
import type { Geos, Segment } from './geos.ts';
import { type PlainWalls, plainWalls } from './plain-walls.ts';

/** The faces between centre lines as the engine has them. */
export function ownFaces(storey: Storey): Polygon[] {
  const { graph, faces } = wallNetwork(storey, 'after');
  return faces.faces.map(({ outer, inner }) => ({
    outer: loopRing(graph, faces, outer),
    // A wall that stands free in a room is a loop there and back: it takes no area.
    holes: inner.map((loop) => loopRing(graph, faces, loop)).filter((ring) => signedArea(ring) < 0),
  }));
}

export const ownNets = (storey: Storey): readonly Polygon[] =>
  wallNetwork(storey, 'after').nets.flat();

export const centreLines = ({ walls, links }: PlainWalls): Segment[] => [
  ...walls.map(({ a, b }): Segment => [a.x, a.y, b.x, b.y]),
  ...links.map(([a, b]): Segment => [a.x, a.y, b.x, b.y]),
];

/** GEOS' faces between centre lines, on the 1 mm grid. */
export const geosFaces = (geos: Geos, storey: Storey): Polygon[] =>
  geos.faces(centreLines(plainWalls(storey)), 1);

/** mm2 below which a piece is a remainder, not a place. */
const negligible = 100;

export const places = (polygons: readonly Polygon[]): Polygon[] =>
  polygons.filter((polygon) => polygonArea(polygon) >= negligible);

/**
 * Where two sets of polygons differ: one without a partner, or areas apart by more than 0.1 % and by
 * more than `rounding` mm along the outline or `corner` mm2.
 */
export function differences(
  ours: readonly Polygon[],
  theirs: readonly Polygon[],
  { rounding = 0, corner = 0 } = {},
): string[] {
  const met = new Set<Polygon>();
  const wrong = ours.flatMap((own) => {
    const at = insidePoint(own);
    const partner = theirs.find((other) => !met.has(other) && polygonContains(other, at));
    if (!partner) return [`ours alone: ${words(own)}`];
    met.add(partner);
    const off = Math.abs(polygonArea(own) - polygonArea(partner));
    const allowed = Math.max(polygonArea(partner) / 1000, rounding * outlineOf(partner), corner);
    return off > allowed ? [`${words(own)}, theirs ${squareMetres(partner)}`] : [];
  });
  const alone = theirs.filter((other) => !met.has(other));
  return [...wrong, ...alone.map((other) => `theirs alone: ${words(other)}`)];
}

/**
 * What storeys may differ by in which walls overlap. Where a thin wall lies along a thick one from
 * the same joint but for a millimetre, it may stand between that one and the next around the joint:
 * then the engine leaves out the mitre of the thick wall, at most that of 370 mm turned by 45
 * degrees. And a shaft of 0.2 m2 changes by over 0.1 % where links to a centre line are rounded.
 */
export const overlapAllowance = { rounding: 0.2, corner: 185 ** 2 * Math.tan(Math.PI / 8) };

const squareMetres = (polygon: Polygon): string => `${(polygonArea(polygon) / 1e6).toFixed(4)} m2`;

function words(polygon: Polygon): string {
  const { x, y } = insidePoint(polygon);
  return `${squareMetres(polygon)} at ${x},${y}`;
}

const outlineOf = ({ outer, holes }: Polygon): number =>
  [outer, ...holes].reduce((sum, ring) => sum + lengthOf(ring), 0);

const lengthOf = (ring: Ring): number =>
  ring.reduce((sum, from, index) => {
    const to = ring[(index + 1) % ring.length]!;
    return sum + Math.hypot(to.x - from.x, to.y - from.y);
  }, 0);
