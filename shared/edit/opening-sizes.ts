import type { OpeningKind } from '../plan/model.ts';

/**
 * mm; where a drawing says nothing else. Doors of 2.10 m; a window sill of 0.90 m is the least
 * that needs no guard (GB 50096-2011 5.1.5).
 */
export const openingHeights: Readonly<Record<OpeningKind, { sill: number; head: number }>> = {
  door: { sill: 0, head: 2100 },
  window: { sill: 900, head: 2400 },
  passage: { sill: 0, head: 2100 },
};
