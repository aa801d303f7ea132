/**
 * The facts of a building's plan. Everything else (rooms, areas, reach, findings) is derived.
 *
 * Lengths and coordinates are whole millimetres, x to the right and y up; angles are whole
 * degrees, counter-clockwise; areas are mm2. Tables are keyed by id; the order of a table means
 * nothing. Ids carry their kind (`wall_k3f9`), so that they are never integer-like keys.
 */

import type { Point } from '../geometry/point.ts';

export type { Point };

export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type BuildingId = Id<'building'>;
export type SchemeId = Id<'scheme'>;
export type StoreyId = Id<'storey'>;
export type HouseholdId = Id<'household'>;
export type TenancyId = Id<'tenancy'>;
export type JointId = Id<'joint'>;
export type WallId = Id<'wall'>;
export type OpeningId = Id<'opening'>;
export type RoomId = Id<'room'>;
export type FixtureId = Id<'fixture'>;
export type RiserId = Id<'riser'>;
export type DimensionId = Id<'dimension'>;
export type NoteId = Id<'note'>;
export type AxisId = Id<'axis'>;

export interface IdOfKind {
  building: BuildingId;
  scheme: SchemeId;
  storey: StoreyId;
  household: HouseholdId;
  tenancy: TenancyId;
  joint: JointId;
  wall: WallId;
  opening: OpeningId;
  room: RoomId;
  fixture: FixtureId;
  riser: RiserId;
  dimension: DimensionId;
  note: NoteId;
  axis: AxisId;
}
export type IdKind = keyof IdOfKind;

/** Makes an id that is not yet in use. An argument of whatever needs one, so that tests repeat. */
export type NewId = <K extends IdKind>(kind: K) => IdOfKind[K];

export type Table<K extends string, V> = Readonly<Record<K, V>>;

/** What happens to an element: it stays, it goes, it comes. */
export type Phase = 'existing' | 'demolished' | 'new';

/** A joint is a wall's end, shared by the walls that meet there. */
export type Joint = Point;

/** A boundary has thickness 0: it divides rooms of an open plan and is no obstacle to people. */
export type WallKind = 'bearing' | 'partition' | 'boundary';

export interface Wall {
  readonly a: JointId;
  readonly b: JointId;
  /** mm, across the centre line; 0 for a boundary and only there. */
  readonly thickness: number;
  readonly kind: WallKind;
  /** The engineer's note that lets a bearing wall go or be opened: its number or words. */
  readonly engineerNote?: string;
  readonly phase: Phase;
}

export type OpeningKind = 'door' | 'window' | 'passage';
export type Leaf = 'swing' | 'double' | 'sliding';

export interface Opening {
  readonly wall: WallId;
  readonly kind: OpeningKind;
  /** mm along the centre line from the wall's end `a` to the nearer jamb. */
  readonly offset: number;
  /** mm, clear between the jambs. */
  readonly width: number;
  /** mm above the storey's floor: 0 for doors and passages. */
  readonly sill: number;
  /** mm above the storey's floor: upper edge. */
  readonly head: number;
  /** Doors only. `hinge` is the jamb nearer to that end; `side` is where the leaf swings, seen from a to b. */
  readonly leaf?: Leaf;
  readonly hinge?: 'a' | 'b';
  readonly side?: 'left' | 'right';
  /** The end from which its distance is kept when the wall's length changes; absent: it stays where it is. */
  readonly keeps?: 'a' | 'b';
  /** Windows only: percent of the window that opens; absent where nobody has said. */
  readonly opens?: number;
  readonly phase: Phase;
}

export const roomUses = [
  'bedroom',
  'bed-living',
  'living',
  'dining',
  'kitchen',
  'bathroom',
  'kitchen-bath',
  'hall',
  'corridor',
  'stair',
  'balcony',
  'storage',
  'utility',
  'shaft',
  'lift',
  'other',
] as const;
export type RoomUse = (typeof roomUses)[number];

/** A household, or the building itself (common stair, corridor). */
export type Holder = HouseholdId | 'building';

/** A room's tag: it sits at a point, and the face around that point is its room. */
export interface RoomTag {
  readonly at: Point;
  readonly use: RoomUse;
  readonly name: string;
  /** Empty: nobody has said yet. Several households: shared. `['building']`: common. */
  readonly holders: readonly Holder[];
  /** mm from the floor to the ceiling, where it differs from the storey's. */
  readonly clearHeight?: number;
  /** Whether it has mechanical exhaust with a backflow damper; absent where nobody has said. */
  readonly exhaust?: boolean;
  /** mm: clear width of the flights of a stair. */
  readonly flight?: number;
  readonly phase: Phase;
}

export const fixtureKinds = [
  'sink',
  'cooker',
  'worktop',
  'wc',
  'basin',
  'shower',
  'bath',
  'washer',
  'water-heater',
  'fridge',
  'bed',
  'wardrobe',
  'table',
  'gas-meter',
] as const;
export type FixtureKind = (typeof fixtureKinds)[number];

export type Fuel = 'gas' | 'electric';

export interface Fixture {
  readonly kind: FixtureKind;
  /** Middle of the back edge, the edge that stands against a wall. */
  readonly at: Point;
  /** Degrees, counter-clockwise, of its own x axis (along the back edge); at 0 the front faces +y. */
  readonly rotation: number;
  /** mm along the back edge. */
  readonly width: number;
  /** mm from back to front. */
  readonly depth: number;
  /** Cookers and water heaters. */
  readonly fuel?: Fuel;
  readonly phase: Phase;
}

export type RiserKind = 'soil' | 'waste' | 'supply' | 'gas' | 'flue';

/** One storey's piece of a vertical line of pipe; pieces with the same `line` belong together. */
export interface Riser {
  readonly kind: RiserKind;
  readonly line: string;
  /** Centre of the boxed shaft. */
  readonly at: Point;
  /** mm along x and y of the boxed shaft, which usable area excludes. */
  readonly width: number;
  readonly depth: number;
  readonly phase: Phase;
}

/** A scan to trace, as it lies under one storey. The picture itself is an asset of the building. */
export interface Underlay {
  /** The asset's name, which carries the hash of its content. */
  readonly asset: string;
  /** What the person's file was called. */
  readonly name: string;
  /** px of the whole picture. */
  readonly width: number;
  readonly height: number;
  /** Where the picture's upper left corner lies. */
  readonly origin: Point;
  /** mm of the building under one px of the picture: any number above 0. */
  readonly scale: number;
  /** px of the picture on an inch of its sheet: with `scale` it gives the sheet's 1:100. */
  readonly resolution: number;
  /** Degrees, counter-clockwise about `origin`: any number, as paper lies askew in a scanner. */
  readonly rotation: number;
  /** From 0.05 to 1. */
  readonly opacity: number;
  /** px that are cut off at each side. */
  readonly crop: Crop;
  readonly locked: boolean;
  readonly hidden: boolean;
}
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * What one end of a dimension measures from. `at` is where that was when the dimension was drawn,
 * or when what it hung on went; while the element is there, its own place counts.
 */
export interface Anchor {
  readonly at: Point;
  readonly on?: AnchorHost;
}
export type AnchorHost =
  | { readonly joint: JointId }
  /** mm along the centre line from the wall's end `a`; the face seen from a to b. */
  | { readonly wall: WallId; readonly along: number; readonly face: 'left' | 'right' | 'centre' }
  /** The jamb nearer to that end of its wall. */
  | { readonly opening: OpeningId; readonly jamb: 'a' | 'b' };

/** A chain of dimensions that is kept: it follows what its anchors hang on. */
export interface Dimension {
  readonly anchors: readonly Anchor[];
  /** Measured along x, along y, or from the first anchor straight to the last. */
  readonly along: 'x' | 'y' | 'line';
  /** mm from the first anchor to the dimension line, to the left of the direction measured along. */
  readonly offset: number;
}

/** Words on the plan, with a leader to `to` where there is one. */
export interface Note {
  /** The left end of the first line of the words. */
  readonly at: Point;
  readonly words: string;
  readonly to?: Point;
}

/** A line of the axis grid, through all storeys; its number or letter follows from the others. */
export interface Axis {
  /** An upright axis stands at `x = place` and is numbered; a level one at `y = place` is lettered. */
  readonly runs: 'upright' | 'level';
  /** mm */
  readonly place: number;
}

export interface Storey {
  readonly name: string;
  /** 1 is the ground storey, 2 the one above it, -1 a basement. */
  readonly level: number;
  /** mm of its floor above the building's datum. */
  readonly elevation: number;
  /** mm, floor to floor. */
  readonly height: number;
  /** mm, floor to ceiling; absent where nobody has measured. */
  readonly clearHeight?: number;
  readonly joints: Table<JointId, Joint>;
  readonly walls: Table<WallId, Wall>;
  readonly openings: Table<OpeningId, Opening>;
  readonly rooms: Table<RoomId, RoomTag>;
  readonly fixtures: Table<FixtureId, Fixture>;
  readonly risers: Table<RiserId, Riser>;
  /** Absent where there are none, as in every file that knows nothing of them. */
  readonly dimensions?: Table<DimensionId, Dimension>;
  readonly notes?: Table<NoteId, Note>;
  readonly underlay?: Underlay;
}

/** A tenancy certificate; signing counts these, facilities count households. */
export interface Tenancy {
  readonly certificate: string;
  /** mm2 of living area as printed on the certificate; a fact of its own, never compared away. */
  readonly certifiedArea?: number;
}

export interface Household {
  /** What the door says: `302`, `302甲`. Never a person's name. */
  readonly door: string;
  readonly members?: number;
  readonly tenancy?: TenancyId;
  readonly note?: string;
}

/** Everything that one version freezes and that undo covers. */
export interface Plan {
  readonly tenancies: Table<TenancyId, Tenancy>;
  readonly households: Table<HouseholdId, Household>;
  readonly storeys: Table<StoreyId, Storey>;
  /** Absent where there are none. */
  readonly axes?: Table<AxisId, Axis>;
  /** Degrees, counter-clockwise from up (+y) to north; absent where nobody has said. */
  readonly north?: number;
}

/** Points at one element; `storey` is absent for households and axes. */
export type ElementKind =
  | 'joint'
  | 'wall'
  | 'opening'
  | 'room'
  | 'fixture'
  | 'riser'
  | 'dimension'
  | 'note'
  | 'axis'
  | 'household'
  | 'storey';
export interface ElementRef {
  readonly kind: ElementKind;
  readonly id: string;
  readonly storey?: StoreyId;
}

/** The entries of a table in the order of their ids, so that no result depends on insertion. */
export const entries = <K extends string, V>(table: Table<K, V>): [K, V][] =>
  idsOf(table).map((id) => [id, table[id]]);

/** The ids of a table in order. */
export const idsOf = <K extends string>(table: Table<K, unknown>): K[] =>
  Object.keys(table).sort() as K[];

/** Storeys from the lowest level up. */
export function storeysByLevel(plan: Plan): [StoreyId, Storey][] {
  return entries(plan.storeys).sort((left, right) => left[1].level - right[1].level);
}
