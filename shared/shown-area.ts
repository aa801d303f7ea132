/** Areas as they are shown: m2 with two decimals. What people subtract is what they read. */

/** mm2 -> hundredths of a m2, whole. */
const hundredths = (area: number): number => Math.round(area / 10_000);

/** mm2 -> `4.00`, without the unit. */
export const shownArea = (area: number): string => (hundredths(area) / 100).toFixed(2);

/** mm2 between two areas as they are shown. */
export const shownChange = (before: number, after: number): number =>
  (hundredths(after) - hundredths(before)) * 10_000;
