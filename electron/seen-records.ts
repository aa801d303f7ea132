import type { BuildingId } from '../shared/plan/model.ts';
import {
  allCatalogues,
  type Catalogue,
  type Gone,
  goneFrom,
  hasAll,
  keepCatalogue,
} from './catalogue.ts';
import type { HostOptions } from './workshop.ts';

/** What this machine saw in the library that is open, in memory and in the catalogue of the day. */
export interface SeenRecords {
  /** `isWhole`: these are all of the library's buildings, each with all of its files. */
  note(buildings: ReadonlyMap<BuildingId, readonly string[]>, isWhole: boolean): Promise<void>;
  /** The buildings that were there once, and the last day of each: `2026-11-25`. */
  buildings(): Promise<ReadonlyMap<BuildingId, string>>;
  /** What of a building was there once and is there no longer. */
  gone(building: BuildingId, there: ReadonlySet<string>): Promise<readonly Gone[]>;
}

export function openSeenRecords(
  options: Pick<HostOptions, 'userData' | 'libraryPath' | 'now'>,
): SeenRecords {
  const { userData, libraryPath } = options;
  let known: Promise<readonly Catalogue[]> | null = null;
  const all = (): Promise<readonly Catalogue[]> => {
    known ??= allCatalogues(userData, libraryPath);
    return known;
  };
  return {
    async note(buildings, isWhole) {
      const now = options.now();
      const before = (await all()).at(-1);
      const isToday = before?.at.slice(0, 10) === now.slice(0, 10);
      if (isToday && hasAll(before, buildings)) return;
      const today = await keepCatalogue({ userData, libraryPath, now, buildings, isWhole });
      const earlier = (await all()).filter(({ at }) => at.slice(0, 10) !== now.slice(0, 10));
      if (today) known = Promise.resolve([...earlier, today]);
    },
    async buildings() {
      return new Map(
        (await all()).flatMap(({ at, buildings }) =>
          Object.keys(buildings).map((id) => [id as BuildingId, at.slice(0, 10)] as const),
        ),
      );
    },
    async gone(building, there) {
      return goneFrom(await all(), building, there);
    },
  };
}
