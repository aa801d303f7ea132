import type { Fuel } from '../plan/model.ts';
import { costOf, withoutSplash } from './cost.ts';
import type { DoorPlace } from './door-places.ts';
import { type Candidate, sillBehind } from './items.ts';
import { bestLayout, type Layout, type Task } from './layout-search.ts';
import type { Leaf } from './leaf.ts';
import type { Ask } from './part.ts';
import { type BathNeeds, bodyWidth } from './programme.ts';
import type { Rect } from './rect.ts';
import { edgesOf, type Region } from './region.ts';

export const doorsInto = (
  { places, holder }: Ask,
  region: Region,
  isBath: boolean,
  fuel: Fuel | null,
): readonly DoorPlace[] => places.doors(region, holder, { isBath, burnsGas: fuel === 'gas' });

interface Furnishing {
  readonly bath: BathNeeds | null;
  /** The kitchen rows to choose from; null for a room without. */
  readonly rows: readonly Candidate[] | null;
  readonly doors: readonly DoorPlace[];
  readonly keepFree: readonly Rect[];
  readonly leaves?: readonly Leaf[];
  readonly isNiche?: boolean;
}

/** The cheapest way to furnish one room, over all its choices of basin; a limit as `bestLayout` has it. */
export function furnish(ask: Ask, region: Region, what: Furnishing, limit: number): Layout | null {
  const { bath, rows } = what;
  const fixed = windowCost(ask, region, rows);
  const task = (things: readonly (readonly Candidate[])[]): Task => ({
    region,
    things: rows ? [...things, rows] : things,
    doors: what.doors,
    isNiche: what.isNiche ?? false,
    entry: bath?.entry ?? bodyWidth,
    keepFree: what.keepFree,
    leaves: what.leaves ?? [],
    cookerToShower: rows && bath ? ask.programme.ways.cookerToShower : 0,
    isAnyEnough: ask.isAnyEnough,
  });
  const add = (layout: Layout | null): Layout | null =>
    layout && { ...layout, cost: layout.cost + fixed };
  if (!bath) return add(bestLayout(task([]), limit - fixed, ask.effort));
  const wcs = ask.places.wcs(region, ask.wcSide);
  if (wcs.length === 0) return null;
  const showers = bath.shower ? [ask.places.showers(region)] : [];
  if (showers.some((places) => places.length === 0)) return null;
  let best: Layout | null = null;
  const basins = bath.basins.length > 0 ? bath.basins : [noBasin];
  for (const { value, concession } of basins) {
    // A cooker off the shower may cost more of all else.
    const isWet: boolean = best !== null && withoutSplash(best.cost) < best.cost;
    const below: number = Math.min(limit, isWet ? Infinity : (best?.cost ?? Infinity)) - fixed;
    if (costOf({ concession }) >= below) continue;
    const things =
      value === null
        ? [wcs, ...showers]
        : value.kind === 'own'
          ? [wcs, ask.places.basins(region, value.size), ...showers]
          : [ask.places.wcs(region, ask.wcSide, value.size), ...showers];
    const found: Layout | null = add(bestLayout(task(things), below, ask.effort));
    if (found && (!best || found.cost < best.cost)) best = found;
  }
  return best;
}

const noBasin = { value: null, concession: 0 } as const;

/** A kitchen without a window of its own. */
function windowCost(ask: Ask, region: Region, rows: readonly Candidate[] | null): number {
  if (!rows) return 0;
  const hasWindow = edgesOf(region).some(
    (edge) => sillBehind(ask, edge, edge.from, edge.to) < Infinity,
  );
  return hasWindow ? 0 : costOf({ window: 1 });
}
