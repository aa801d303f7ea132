import { readFileSync } from 'node:fs';

type Corner = readonly [number, number];

interface SourceOpening {
  readonly name: string;
  /** Where the opening starts, on the face of the wall towards one room; mm. */
  readonly at_mm: Corner;
  readonly width_m: string;
  readonly height_m: string;
}

export interface SourceSpace {
  readonly number: string;
  readonly name: string;
  readonly footprint_mm: readonly Corner[];
  /** Inside the wall faces. */
  readonly area_m2: number;
}

export interface SourceStorey {
  readonly name: string;
  readonly elevation_m: number;
  readonly walls: readonly { readonly name: string; readonly footprint_mm: readonly Corner[] }[];
  readonly spaces: readonly SourceSpace[];
  readonly doors: readonly SourceOpening[];
  readonly windows: readonly SourceOpening[];
}

/** The published building, see tests/fixtures/duplex/SOURCE.md. */
export function duplexSource(): readonly SourceStorey[] {
  const file = new URL('../fixtures/duplex/duplex_two_households.gt.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { storeys: SourceStorey[] }).storeys;
}

/** An upright rectangle in whole millimetres. */
export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

export function boxOf(corners: readonly Corner[]): Box {
  const xs = corners.map((corner) => Math.round(corner[0]));
  const ys = corners.map((corner) => Math.round(corner[1]));
  return {
    minX: Math.min(...xs),
    minY: Math.min(...ys),
    maxX: Math.max(...xs),
    maxY: Math.max(...ys),
  };
}

/** A stated space with its corners in whole millimetres. */
export interface Space {
  readonly number: string;
  readonly name: string;
  readonly corners: readonly { readonly x: number; readonly y: number }[];
  readonly area: number;
}

export const spacesOf = (storey: SourceStorey): readonly Space[] =>
  storey.spaces.map((space) => ({
    number: space.number,
    name: space.name,
    corners: space.footprint_mm.map(([x, y]) => ({ x: Math.round(x), y: Math.round(y) })),
    area: space.area_m2,
  }));
