/**
 * Areas and lengths as they are shown: m2 with two decimals, whole mm. What people subtract and add up
 * is what they read.
 */

/** mm2 -> hundredths of a m2, whole. */
const hundredths = (area: number): number => Math.round(area / 10_000);

/** mm2 -> `4.00`, without the unit. */
export const shownArea = (area: number): string => (hundredths(area) / 100).toFixed(2);

/** mm2 between two areas as they are shown. */
export const shownChange = (before: number, after: number): number =>
  (hundredths(after) - hundredths(before)) * 10_000;

/** mm2 of areas added up as they are shown. */
export const shownSum = (areas: readonly number[]): number =>
  areas.reduce((sum, area) => sum + hundredths(area), 0) * 10_000;

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** mm -> `3,240 mm`. */
export const shownLength = (length: number): string => `${whole.format(Math.round(length))} mm`;
