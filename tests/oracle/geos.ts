import initGeos from 'geos-wasm';
import type { Point } from '../../shared/geometry/point.ts';
import { type Polygon, type Ring, signedArea } from '../../shared/geometry/polygon.ts';

/** From x, y to x, y. */
export type Segment = readonly [number, number, number, number];

/** A geometry in the memory of GEOS; whoever asked for it frees it. */
export type Handle = number & { readonly __kind: 'geos' };

type Library = Awaited<ReturnType<typeof initGeos>>;

/** What of GEOS the oracles and the benchmark use. Geometry goes in and out as WKB. */
export class Geos {
  readonly #geos: Library;
  readonly #reader: number;
  readonly #writer: number;

  private constructor(geos: Library) {
    this.#geos = geos;
    this.#reader = geos.GEOSWKBReader_create();
    this.#writer = geos.GEOSWKBWriter_create();
  }

  static async load(): Promise<Geos> {
    return new Geos(await initGeos());
  }

  lines(segments: readonly Segment[]): Handle {
    const bytes = new Writer();
    bytes.head(multiLineString, segments.length);
    for (const [ax, ay, bx, by] of segments) {
      bytes.head(lineString, 2);
      for (const value of [ax, ay, bx, by]) bytes.double(value);
    }
    return this.#read(bytes);
  }

  /** A collection: unlike the parts of a multipolygon, its polygons may overlap. */
  polygons(polygons: readonly Polygon[]): Handle {
    const bytes = new Writer();
    bytes.head(collection, polygons.length);
    for (const { outer, holes } of polygons) {
      bytes.head(polygon, holes.length + 1);
      for (const ring of [outer, ...holes]) bytes.ring(ring);
    }
    return this.#read(bytes);
  }

  /** Noded where they cross: on floats, or with `grid` on multiples of so many mm. */
  union(geometry: Handle, grid = 0): Handle {
    const made =
      grid > 0
        ? this.#geos.GEOSUnaryUnionPrec(geometry, grid)
        : this.#geos.GEOSUnaryUnion(geometry);
    return made as Handle;
  }

  /** The polygons that noded lines enclose. */
  polygonize(lines: Handle): Handle {
    const { GEOSPolygonize, Module } = this.#geos;
    const list = Module._malloc(4);
    Module.HEAPU32[list >> 2] = lines;
    const made = GEOSPolygonize(list, 1) as Handle;
    Module._free(list);
    return made;
  }

  difference(subject: Handle, cut: Handle): Handle {
    return this.#geos.GEOSDifferencePrec(subject, cut, fine) as Handle;
  }

  /** How many parts a collection has. */
  count(geometry: Handle): number {
    return this.#geos.GEOSGetNumGeometries(geometry);
  }

  free(...geometries: readonly Handle[]): void {
    for (const geometry of geometries) this.#geos.GEOSGeom_destroy(geometry);
  }

  /** Every polygon of a geometry, in our own shape. */
  read(geometry: Handle): Polygon[] {
    const { GEOSWKBWriter_write, GEOSFree, Module } = this.#geos;
    const size = Module._malloc(4);
    const start = GEOSWKBWriter_write(this.#writer, geometry, size);
    const length = Module.getValue(size, 'i32');
    const bytes = Module.HEAPU8.slice(start, start + length);
    GEOSFree(start);
    Module._free(size);
    return readPolygons(new DataView(bytes.buffer));
  }

  /** The faces between walls' centre lines: union, then polygonize. */
  faces(segments: readonly Segment[], grid = 0): Polygon[] {
    const lines = this.lines(segments);
    const noded = this.union(lines, grid);
    const found = this.polygonize(noded);
    const faces = this.read(found);
    this.free(lines, noded, found);
    return faces;
  }

  /**
   * What of each face the polygons of `cut`, which may overlap, leave free. On thousandths of a mm:
   * on floats GEOS 3.13 may lose a part that touches others along nearly the same edge.
   */
  subtract(faces: readonly Polygon[], cut: readonly Polygon[]): Polygon[] {
    const bodies = this.polygons(cut);
    const covered = this.union(bodies, fine);
    const polygons = faces.flatMap((face) => {
      const from = this.polygons([face]);
      const left = this.difference(from, covered);
      const made = this.read(left);
      this.free(from, left);
      return made;
    });
    this.free(bodies, covered);
    return polygons;
  }

  #read(writer: Writer): Handle {
    const { GEOSWKBReader_read, Module } = this.#geos;
    const bytes = writer.bytes();
    const start = Module._malloc(bytes.length);
    Module.HEAPU8.set(bytes, start);
    const geometry = GEOSWKBReader_read(this.#reader, start, bytes.length);
    Module._free(start);
    if (!geometry) throw new Error('GEOS did not take the geometry');
    return geometry as Handle;
  }
}

/** mm. */
const fine = 0.001;

const [lineString, polygon, multiLineString, multiPolygon, collection] = [2, 3, 5, 6, 7] as const;

/** Well-known binary, little-endian. */
class Writer {
  #view = new DataView(new ArrayBuffer(1024));
  #length = 0;

  head(type: number, count: number): void {
    this.#room(9);
    this.#view.setUint8(this.#length, 1);
    this.#view.setUint32(this.#length + 1, type, true);
    this.#view.setUint32(this.#length + 5, count, true);
    this.#length += 9;
  }

  double(value: number): void {
    this.#room(8);
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  ring(ring: Ring): void {
    this.#room(4);
    this.#view.setUint32(this.#length, ring.length + 1, true);
    this.#length += 4;
    for (const { x, y } of [...ring, ring[0]!]) {
      this.double(x);
      this.double(y);
    }
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.#view.buffer, 0, this.#length);
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#view.byteLength) return;
    const larger = new Uint8Array(this.#view.byteLength * 2);
    larger.set(new Uint8Array(this.#view.buffer));
    this.#view = new DataView(larger.buffer);
  }
}

function readPolygons(view: DataView): Polygon[] {
  const polygons: Polygon[] = [];
  let at = 0;
  const geometry = (): void => {
    const type = view.getUint32(at + 1, true);
    const count = view.getUint32(at + 5, true);
    at += 9;
    if (type === polygon) {
      const rings = Array.from({ length: count }, ring);
      if (rings[0])
        polygons.push({ outer: turned(rings[0], 1), holes: rings.slice(1).map(clockwise) });
    } else if (type === multiPolygon || type === collection || type === multiLineString) {
      for (let index = 0; index < count; index++) geometry();
    } else if (type === lineString) at += 16 * count;
    else throw new Error(`a geometry of type ${type} holds no polygons`);
  };
  const ring = (): Ring => {
    const count = view.getUint32(at, true);
    at += 4;
    const points = Array.from({ length: count }, (): Point => {
      const point = { x: view.getFloat64(at, true), y: view.getFloat64(at + 8, true) };
      at += 16;
      return point;
    });
    return points.slice(0, -1);
  };
  geometry();
  return polygons;
}

const turned = (ring: Ring, sign: 1 | -1): Ring =>
  Math.sign(signedArea(ring)) === sign ? ring : [...ring].reverse();
const clockwise = (ring: Ring): Ring => turned(ring, -1);
