import type { Fuel, RoomUse } from '../plan/model.ts';
import { costOf } from './cost.ts';
import { type DoorPlace, doorPlaces } from './door-places.ts';
import { basinPlaces, type Candidate, sillBehind, wcPlaces } from './items.ts';
import { bestLayout, type Layout, type Task } from './layout-search.ts';
import type { Ask } from './part.ts';
import { settingOf } from './places.ts';
import { type BathNeeds, bodyWidth } from './programme.ts';
import type { Rect } from './rect.ts';
import { edgesOf, type Region } from './region.ts';

/** A WC room opens into no living room and no kitchen; a gas cooker's room into no bedroom. */
const barredFrom = (isBath: boolean, fuel: Fuel | null): RoomUse[] => [
  ...(isBath ? (['living', 'kitchen'] as const) : []),
  ...(fuel === 'gas' ? (['bedroom', 'bed-living'] as const) : []),
];

export function doorsInto(
  ask: Ask,
  region: Region,
  isBath: boolean,
  fuel: Fuel | null,
): DoorPlace[] {
  const depth = Math.max(bodyWidth, isBath ? (ask.programme.bath?.entry ?? 0) : 0);
  return doorPlaces(settingOf(ask, region), {
    holder: ask.holder,
    kinds: ask.doorKinds,
    barred: barredFrom(isBath, fuel),
    depth,
    throughBearing: ask.throughBearing,
  });
}

interface Furnishing {
  readonly bath: BathNeeds | null;
  /** The kitchen rows to choose from; null for a room without. */
  readonly rows: readonly Candidate[] | null;
  readonly doors: readonly DoorPlace[];
  readonly keepFree: readonly Rect[];
  readonly isNiche?: boolean;
}

/** The cheapest way to furnish one room, over all its choices of basin. */
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
    isAnyEnough: ask.isAnyEnough,
  });
  const add = (layout: Layout | null): Layout | null =>
    layout && { ...layout, cost: layout.cost + fixed };
  if (!bath) return add(bestLayout(task([]), limit - fixed, ask.effort));
  const onSide = (places: readonly Candidate[]): Candidate[] =>
    places.filter(({ pieces }) => pieces[0]!.side === ask.wcSide);
  const wcs = onSide(ask.places.wcs(region));
  if (wcs.length === 0) return null;
  const showers = ask.places.showers(region);
  if (showers.length === 0) return null;
  let best: Layout | null = null;
  for (const { value, concession } of bath.basins) {
    const below: number = Math.min(limit, best?.cost ?? Infinity) - fixed;
    if (costOf({ concession }) >= below) continue;
    const things =
      value.kind === 'own'
        ? [wcs, basinPlaces(settingOf(ask, region), value.size, bath.basinFront), showers]
        : [onSide(wcPlaces(settingOf(ask, region), bath, value.size)), showers];
    const found: Layout | null = add(bestLayout(task(things), below, ask.effort));
    if (found) best = found;
  }
  return best;
}

/** A kitchen without a window of its own. */
function windowCost(ask: Ask, region: Region, rows: readonly Candidate[] | null): number {
  if (!rows) return 0;
  const hasWindow = edgesOf(region).some(
    (edge) => sillBehind(ask, edge, edge.from, edge.to) < Infinity,
  );
  return hasWindow ? 0 : costOf({ window: 1 });
}
