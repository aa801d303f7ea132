import Coordinate from 'jsts/org/locationtech/jts/geom/Coordinate.js';
import type Geometry from 'jsts/org/locationtech/jts/geom/Geometry.js';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import Polygonizer from 'jsts/org/locationtech/jts/operation/polygonize/Polygonizer.js';
import UnaryUnionOp from 'jsts/org/locationtech/jts/operation/union/UnaryUnionOp.js';
import type { Segment } from './geos.ts';

const factory = new GeometryFactory();

export function jstsLines(segments: readonly Segment[]): Geometry {
  const lines = segments.map(([ax, ay, bx, by]) =>
    factory.createLineString([new Coordinate(ax, ay), new Coordinate(bx, by)]),
  );
  // Its own types disagree about what a geometry's interfaces are.
  return factory.createMultiLineString(lines) as unknown as Geometry;
}

/** Union and polygonize, on floats; the number of polygons found. */
export function jstsFaces(lines: Geometry): number {
  const polygonizer = new Polygonizer();
  polygonizer.add(UnaryUnionOp.union(lines));
  return polygonizer.getPolygons().size();
}
