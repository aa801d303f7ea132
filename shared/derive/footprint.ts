import type { Ring } from '../geometry/polygon.ts';
import type { Fixture, Point, Riser } from '../plan/model.ts';

/** What a fixture or a riser covers on the plan, in mm; corners counter-clockwise. */

/** Sine and cosine, exact for whole quarter turns. */
export function turnOf(degrees: number): { readonly sin: number; readonly cos: number } {
  const quarter = (((degrees % 360) + 360) % 360) / 90;
  if (Number.isInteger(quarter)) {
    return { sin: [0, 1, 0, -1][quarter]!, cos: [1, 0, -1, 0][quarter]! };
  }
  const angle = (degrees * Math.PI) / 180;
  return { sin: Math.sin(angle), cos: Math.cos(angle) };
}

/** A place beside and before the middle of the fixture's back, on the plan. */
export function placeOn({ at, rotation }: Fixture, beside: number, before: number): Point {
  const { sin, cos } = turnOf(rotation);
  return { x: at.x + beside * cos - before * sin, y: at.y + beside * sin + before * cos };
}

/** `inset` mm are taken off all around. */
export function fixtureCorners(fixture: Fixture, inset = 0): Ring {
  const half = fixture.width / 2 - inset;
  const [back, front] = [inset, fixture.depth - inset];
  return [
    placeOn(fixture, half, front),
    placeOn(fixture, -half, front),
    placeOn(fixture, -half, back),
    placeOn(fixture, half, back),
  ];
}

/** The middle of a fixture's footprint. */
export const fixtureCentre = (fixture: Fixture): Point => placeOn(fixture, 0, fixture.depth / 2);

export function riserCorners({ at, width, depth }: Pick<Riser, 'at' | 'width' | 'depth'>): Ring {
  return [
    { x: at.x - width / 2, y: at.y - depth / 2 },
    { x: at.x + width / 2, y: at.y - depth / 2 },
    { x: at.x + width / 2, y: at.y + depth / 2 },
    { x: at.x - width / 2, y: at.y + depth / 2 },
  ];
}
