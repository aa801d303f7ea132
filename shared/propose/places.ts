import type { RoomUse } from '../plan/model.ts';
import type { PlanSize } from '../rules/fixture-demands.ts';
import { cornerRowPlaces } from './corner-rows.ts';
import { type DoorPlace, doorPlaces } from './door-places.ts';
import {
  basinPlaces,
  byCost,
  type Candidate,
  type Setting,
  showerPlaces,
  wcPlaces,
} from './items.ts';
import type { PartAsk } from './part.ts';
import { type BathNeeds, bodyWidth } from './programme.ts';
import type { Side } from './rect.ts';
import type { Region } from './region.ts';
import { rowPlaces } from './rows.ts';

type Asked = Omit<PartAsk, 'places' | 'holder'>;

export const settingOf = (ask: Asked, region: Region): Setting => ({
  space: ask.ignoresStacks ? { ...ask.space, soil: [] } : ask.space,
  region,
  shared: ask.shared,
  step: ask.step,
});

/** A WC room opens into no living room and no kitchen; a gas cooker's room into no bedroom. */
const barredFrom = (isBath: boolean, burnsGas: boolean): RoomUse[] => [
  ...(isBath ? (['living', 'kitchen'] as const) : []),
  ...(burnsGas ? (['bedroom', 'bed-living'] as const) : []),
];

/** Straight rows and counters around a corner, cheapest first; of equals the straight ones. */
function countersIn(...asked: Parameters<typeof cornerRowPlaces>): Candidate[] {
  const straight = rowPlaces(...asked);
  const turned = cornerRowPlaces(...asked);
  return turned.length > 0 ? [...straight, ...turned].sort(byCost) : straight;
}

/** Where things and doors can be in each region of one cell, worked out once for all who ask. */
export class Places {
  readonly #ask: Asked;
  readonly #known = new Map<Region, Map<string, readonly unknown[]>>();
  readonly #ofCell = new Map<string, unknown>();

  constructor(ask: Asked) {
    this.#ask = ask;
  }

  /** What depends on the cell alone: the same for both households and for every wall of the WC. */
  once<T>(what: string, make: () => T): T {
    if (!this.#ofCell.has(what)) this.#ofCell.set(what, make());
    return this.#ofCell.get(what) as T;
  }

  #in<T>(region: Region, what: string, make: (setting: Setting) => readonly T[]): readonly T[] {
    const here = this.#known.get(region) ?? new Map<string, readonly unknown[]>();
    this.#known.set(region, here);
    const known = here.get(what) as readonly T[] | undefined;
    const places = known ?? make(settingOf(this.#ask, region));
    here.set(what, places);
    return places;
  }

  #bath(
    region: Region,
    what: string,
    make: (setting: Setting, bath: BathNeeds) => readonly Candidate[],
  ): readonly Candidate[] {
    const { bath } = this.#ask.programme;
    return bath ? this.#in(region, what, (setting) => make(setting, bath)) : [];
  }

  /** With their backs to the walls that look one way; with a basin of that size on the cistern, or without. */
  wcs(region: Region, side: Side, basin: PlanSize | null = null): readonly Candidate[] {
    const what = `wcs ${basin?.width} ${basin?.depth}`;
    return this.#in(region, `${what} ${side}`, () =>
      this.#bath(region, what, (setting, bath) => wcPlaces(setting, bath, basin)).filter(
        ({ pieces }) => pieces[0]!.side === side,
      ),
    );
  }

  basins(region: Region, size: PlanSize): readonly Candidate[] {
    return this.#bath(region, `basins ${size.width} ${size.depth}`, (setting, bath) =>
      basinPlaces(setting, size, bath.basinFront),
    );
  }

  showers(region: Region): readonly Candidate[] {
    return this.#bath(region, 'showers', showerPlaces);
  }

  rows(region: Region): readonly Candidate[] {
    const { preparations, fuel, programme } = this.#ask;
    const { kitchen } = programme;
    return this.#in(region, 'rows', (setting) =>
      kitchen ? countersIn(setting, kitchen, preparations, fuel) : [],
    );
  }

  /** Those whose sink is on one wall. */
  rowsAt(region: Region, side: Side): readonly Candidate[] {
    return this.#in(region, `rows ${side}`, () =>
      this.rows(region).filter(({ pieces }) => pieces[0]!.side === side),
    );
  }

  doors(
    region: Region,
    holder: number,
    room: { readonly isBath: boolean; readonly burnsGas: boolean },
    width: number = this.#ask.programme.ways.door,
  ): readonly DoorPlace[] {
    const { programme, doorKinds, throughBearing } = this.#ask;
    const { isBath, burnsGas } = room;
    return this.#in(region, `doors ${holder} ${isBath} ${burnsGas} ${width}`, (setting) =>
      doorPlaces(setting, {
        holder,
        kinds: doorKinds,
        width,
        keptWidth: programme.ways.keptDoor,
        barred: barredFrom(isBath, burnsGas),
        body: programme.ways.body,
        depth: Math.max(bodyWidth, isBath ? (programme.bath?.entry ?? 0) : 0),
        throughBearing,
      }),
    );
  }
}
