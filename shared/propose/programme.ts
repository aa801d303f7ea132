import type { Fuel, RoomUse } from '../plan/model.ts';
import type { FixtureDemands, PlanSize } from '../rules/fixture-demands.ts';
import type { Profile } from '../rules/profile.ts';
import { type Text, text } from '../text.ts';
import { type OwnProgramme, ownBath, ownKitchen } from './own-programme.ts';
import { type WayWidths, wayWidths } from './way-widths.ts';

/** What each part of a divided space must hold. Lengths in mm. */

export const programmeIds = ['full', 'compact', 'kitchenette', 'kitchen', 'bathroom'] as const;
export type ProgrammeId = (typeof programmeIds)[number];

/** What can be asked for: one by its name, or the designer's own. */
export type Wanted = ProgrammeId | OwnProgramme;

/** A fixture of lesser size that stands in for the usual one, at a cost in the ranking. */
export interface Choice<T> {
  readonly value: T;
  /** 0 for what is asked, 1 for what stands in for it. */
  readonly concession: 0 | 1;
}

/** Sink, preparation, cooker: in one straight row, or around a corner of the room. */
export interface KitchenNeeds {
  readonly sink: PlanSize;
  readonly cookers: readonly Choice<PlanSize>[];
  /** Free beside the cooker where a side wall stands. */
  readonly cookerToWall: number;
  readonly preparationDepth: number;
  /** Least length between sink and cooker; 0 asks for none. */
  readonly preparation: number;
  /** Free floor before the row. */
  readonly standing: number;
  /** Least width of the opening of a niche. */
  readonly opening: number;
  /** Gas only where the storey has a gas riser; null is electric always. */
  readonly fuel: Fuel;
}

export type Basin =
  | { readonly kind: 'own'; readonly size: PlanSize }
  /** Set on the WC's cistern: no floor of its own. */
  | { readonly kind: 'cistern'; readonly size: PlanSize };

export interface BathNeeds {
  readonly wc: PlanSize;
  /** From the WC's middle to a side wall. */
  readonly wcBeside: number;
  readonly wcFront: number;
  readonly wcToStack: number;
  /** One of these; empty for a room without. */
  readonly basins: readonly Choice<Basin>[];
  readonly basinFront: number;
  /** The wet floor: may be stood on, not built on; null for a room without. */
  readonly shower: PlanSize | null;
  /** Width of the body that must get to the shower. */
  readonly entry: number;
}

/**
 * How a part's rooms are formed. `one`: kitchen and bathroom in one room. `two`: a kitchen and a
 * bathroom, each with its own door. `behind`: the bathroom is entered through the kitchen. `niche`:
 * the kitchen is a niche of the household's own room, the bathroom a room. `single`: one thing only.
 */
export type Arrangement = 'one' | 'two' | 'behind' | 'niche' | 'single';

export interface Programme {
  readonly id: ProgrammeId | 'own';
  readonly name: Text;
  readonly kitchen: KitchenNeeds | null;
  readonly bath: BathNeeds | null;
  readonly arrangements: readonly Arrangement[];
  readonly ways: WayWidths;
}

/** A person who walks sideways past what stands there: of the programme's own making, no clause. */
export const bodyWidth = 450;

/** Wall between a door and the corner, for its frame: of the programme's own making, no clause. */
export const jamb = 50;

/** Thickness of a door leaf that slides along a wall. */
export const leafThickness = 50;

/** Sills from here up leave room for what stands below: the least that needs no guard. */
export const sillAbove = 900;

/** Lengths of worktop that are tried between sink and cooker: least, good, and the best that counts. */
export const preparations = (demands: FixtureDemands): readonly number[] => [
  demands.worktop.preparation.least,
  demands.worktop.preparation.good,
  600,
];

const names: Readonly<Record<ProgrammeId | 'own', Text>> = {
  full: text('标准型', 'Full'),
  compact: text('紧凑型', 'Compact'),
  kitchenette: text('简易型', 'Kitchenette'),
  kitchen: text('仅厨房', 'Kitchen only'),
  bathroom: text('仅卫生间', 'Bathroom only'),
  own: text('自定', 'Own'),
};

export const programmeName = (id: ProgrammeId | 'own'): Text => names[id];

export const idOf = (wanted: Wanted): ProgrammeId | 'own' =>
  typeof wanted === 'string' ? wanted : 'own';

/** The programmes, with the sizes and clearances of a rule profile. */
export function programmeOf(wanted: Wanted, profile: Profile): Programme {
  const demands = profile.fixtures;
  const ways = wayWidths(profile);
  const usual: Choice<PlanSize> = { value: demands.cooker.twoBurners, concession: 0 };
  const single = demands.cooker.oneBurner;
  const small: BathNeeds = {
    wc: demands.wc.smallest,
    wcBeside: demands.wc.middleToSide.least,
    wcFront: demands.wc.front.least,
    wcToStack: demands.wc.toStack,
    basins: [
      { value: { kind: 'own', size: demands.basin.mini }, concession: 0 },
      { value: { kind: 'cistern', size: demands.basin.mini }, concession: 1 },
    ],
    basinFront: demands.basin.front.least,
    shower: demands.shower.least,
    entry: demands.shower.entry,
  };
  const usualBath: BathNeeds = {
    ...small,
    basins: [{ value: { kind: 'own', size: demands.basin.usual }, concession: 0 }],
  };
  const kitchen: KitchenNeeds = {
    sink: demands.sink.smallest,
    cookers: [usual],
    cookerToWall: demands.cooker.toSideWall,
    preparationDepth: demands.worktop.depth.least,
    preparation: demands.worktop.preparation.good,
    standing: demands.standing.least,
    opening: ways.kitchenOpening,
    fuel: 'gas',
  };
  const id = idOf(wanted);
  const base = { id, name: names[id], ways };
  if (typeof wanted !== 'string') {
    const own = {
      kitchen: ownKitchen(wanted, demands, kitchen),
      bath: ownBath(wanted, demands, small),
    };
    return { ...base, ...own, arrangements: ownArrangements(wanted, own) };
  }
  switch (wanted) {
    case 'full':
      return { ...base, kitchen, bath: usualBath, arrangements: ['one', 'two', 'behind'] };
    case 'compact':
      return {
        ...base,
        kitchen: {
          ...kitchen,
          cookers: [usual, { value: single, concession: 1 }],
          preparation: demands.worktop.preparation.least,
          fuel: 'electric',
        },
        bath: small,
        arrangements: ['one', 'two', 'behind'],
      };
    case 'kitchenette':
      return {
        ...base,
        kitchen: {
          ...kitchen,
          cookers: [{ value: single, concession: 0 }],
          preparation: 0,
          fuel: 'electric',
        },
        bath: small,
        // The same counter in a room with the wet floor is how small ones are built too.
        arrangements: ['niche', 'one'],
      };
    case 'kitchen':
      return { ...base, kitchen, bath: null, arrangements: ['single'] };
    case 'bathroom':
      return { ...base, kitchen: null, bath: small, arrangements: ['single'] };
  }
}

function ownArrangements(
  { rooms }: OwnProgramme,
  { kitchen, bath }: Pick<Programme, 'kitchen' | 'bath'>,
): readonly Arrangement[] {
  if (!kitchen || !bath) return ['single'];
  const niche = kitchen.fuel === 'electric' ? (['niche'] as const) : [];
  switch (rooms) {
    case 'one':
      return ['one'];
    case 'two':
      return ['two', 'behind'];
    case 'niche':
      return niche;
    case 'any':
      return ['one', 'two', 'behind', ...niche];
  }
}

/** The same with one burner or an induction plate in place of two burners. */
export const withInduction = (programme: Programme, demands: FixtureDemands): Programme =>
  programme.kitchen
    ? {
        ...programme,
        kitchen: {
          ...programme.kitchen,
          cookers: [{ value: demands.cooker.oneBurner, concession: 1 }],
          fuel: 'electric',
        },
      }
    : programme;

/** What the rooms of a part are for. */
export const usesOf: Readonly<Record<Arrangement, { kitchen: RoomUse; bath: RoomUse }>> = {
  one: { kitchen: 'kitchen-bath', bath: 'kitchen-bath' },
  two: { kitchen: 'kitchen', bath: 'bathroom' },
  behind: { kitchen: 'kitchen', bath: 'bathroom' },
  niche: { kitchen: 'kitchen', bath: 'bathroom' },
  single: { kitchen: 'kitchen', bath: 'bathroom' },
};
