import type { HouseholdId } from '../../shared/plan/model.ts';

/**
 * How a household looks on the plan and in lists: a light fill, a darker stroke of the same hue and
 * a pattern, so that neither a colour-blind reader nor a black-and-white print depends on hue.
 */
export const patternNames = [
  'plain',
  'diagonal',
  'dots',
  'horizontal',
  'grid',
  'back-diagonal',
  'vertical',
  'cross',
] as const;
export type HouseholdPattern = (typeof patternNames)[number];

export interface HouseholdStyle {
  readonly fill: string;
  readonly stroke: string;
  readonly pattern: HouseholdPattern;
}

/** Hues after Okabe and Ito, lightened for the fill; neighbours in the list lie far apart. */
const hues: readonly (readonly [fill: string, stroke: string])[] = [
  ['#cfe6f7', '#1f6fa8'],
  ['#fbe2b8', '#a86a00'],
  ['#c9ebdc', '#0b7a59'],
  ['#f6d3e3', '#a1447a'],
  ['#f7f1b5', '#857a00'],
  ['#d5d7f5', '#4b4fb0'],
  ['#fbd2bd', '#b4490a'],
  ['#e2dcd0', '#6b5b45'],
];

/** The same hue comes back with another pattern: 64 households before one repeats. */
export function householdStyle(index: number): HouseholdStyle {
  const [fill, stroke] = hues[index % hues.length]!;
  const turn = Math.floor(index / hues.length);
  return { fill, stroke, pattern: patternNames[(index + turn) % patternNames.length]! };
}

/** The style of every household of a plan, by the order of their ids. */
export function householdStyles(households: Readonly<Record<HouseholdId, unknown>>) {
  const ids = Object.keys(households).sort() as HouseholdId[];
  return new Map(ids.map((id, index) => [id, householdStyle(index)] as const));
}

/** One tile of a pattern, `size` wide and high, which repeats without a seam. */
export interface PatternTile {
  readonly size: number;
  readonly strokeWidth: number;
  /** Line pieces x1, y1, x2, y2 in tile units. */
  readonly lines: readonly (readonly [number, number, number, number])[];
  /** Circles x, y, radius. */
  readonly dots: readonly (readonly [number, number, number])[];
}

const diagonal = [
  [-2, 2, 2, -2],
  [0, 8, 8, 0],
  [6, 10, 10, 6],
] as const;
const backDiagonal = [
  [-2, 6, 2, 10],
  [0, 0, 8, 8],
  [6, -2, 10, 2],
] as const;
const horizontal = [[0, 4, 8, 4]] as const;
const vertical = [[4, 0, 4, 8]] as const;

const tile = (lines: PatternTile['lines'], dots: PatternTile['dots'] = []): PatternTile => ({
  size: 8,
  strokeWidth: 0.9,
  lines,
  dots,
});

/** What each pattern draws over the fill, in the stroke's colour. Screen units, not millimetres. */
export const patternTiles: Readonly<Record<HouseholdPattern, PatternTile>> = {
  plain: tile([]),
  diagonal: tile(diagonal),
  'back-diagonal': tile(backDiagonal),
  dots: tile(
    [],
    [
      [2, 2, 1],
      [6, 6, 1],
    ],
  ),
  horizontal: tile(horizontal),
  vertical: tile(vertical),
  grid: tile([...horizontal, ...vertical]),
  cross: tile([...diagonal, ...backDiagonal]),
};
