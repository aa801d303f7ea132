import { type Candidate, rowPlaces, type Setting, showerPlaces, wcPlaces } from './items.ts';
import type { Ask, PartAsk } from './part.ts';
import type { Region } from './region.ts';

export const settingOf = (ask: PartAsk, region: Region): Setting => ({
  space: ask.ignoresStacks ? { ...ask.space, soil: [] } : ask.space,
  region,
  shared: ask.shared,
  step: ask.step,
});

export const rowsIn = (ask: Ask, region: Region): readonly Candidate[] => ask.places.rows(region);

/** Where things can stand in each region of one part, worked out once. */
export class Places {
  readonly #ask: PartAsk;
  readonly #known = new Map<Region, Partial<Record<'wcs' | 'showers' | 'rows', Candidate[]>>>();

  constructor(ask: PartAsk) {
    this.#ask = ask;
  }

  #once(
    region: Region,
    what: 'wcs' | 'showers' | 'rows',
    make: (setting: Setting) => Candidate[],
  ): readonly Candidate[] {
    const known = this.#known.get(region) ?? {};
    this.#known.set(region, known);
    known[what] ??= make(settingOf(this.#ask, region));
    return known[what];
  }

  wcs(region: Region): readonly Candidate[] {
    const { bath } = this.#ask.programme;
    return this.#once(region, 'wcs', (setting) => (bath ? wcPlaces(setting, bath, null) : []));
  }

  showers(region: Region): readonly Candidate[] {
    const { bath } = this.#ask.programme;
    return this.#once(region, 'showers', (setting) => (bath ? showerPlaces(setting, bath) : []));
  }

  rows(region: Region): readonly Candidate[] {
    const { preparations, fuel, programme } = this.#ask;
    const { kitchen } = programme;
    return this.#once(region, 'rows', (setting) =>
      kitchen ? rowPlaces(setting, kitchen, preparations, fuel) : [],
    );
  }
}
