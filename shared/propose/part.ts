import type { Fuel, RoomUse } from '../plan/model.ts';
import type { DoorKind } from './door-places.ts';
import type { Face } from './face.ts';
import type { Effort, Layout } from './layout-search.ts';
import type { Cell, Partition } from './partitions.ts';
import type { Places } from './places.ts';
import type { Arrangement, Programme } from './programme.ts';
import type { Rect, Side } from './rect.ts';
import type { Region } from './region.ts';
import type { Space } from './space.ts';

/** What one household's part is searched for. */
export interface PartAsk {
  readonly space: Space;
  readonly cell: Cell;
  /** Its place in the request. */
  readonly holder: number;
  readonly programme: Programme;
  readonly fuel: Fuel;
  readonly preparations: readonly number[];
  readonly doorKinds: readonly DoorKind[];
  readonly throughBearing: boolean;
  readonly ignoresStacks: boolean;
  readonly thickness: number;
  readonly step: number;
  /** Partitions between the households. */
  readonly shared: readonly Rect[];
  /** The kinds that are asked for; absent: all. */
  readonly only?: ReadonlySet<string>;
  /** One part of any kind will do. */
  readonly isAnyEnough: boolean;
  readonly effort: Effort;
  /** Those of its cell. */
  readonly places: Places;
}

/** The same with the way that the WC looks, which makes parts of different kinds. */
export interface Ask extends PartAsk {
  readonly wcSide: Side;
}

export interface RoomLayout {
  readonly use: RoomUse;
  readonly region: Region;
  readonly layout: Layout;
  /** The open side of a niche, where its row stands. */
  readonly passage: { readonly face: Face; readonly from: number; readonly to: number } | null;
}

/** One household's part, furnished. */
export interface Part {
  readonly arrangement: Arrangement;
  /** How it is arranged, and which walls kitchen and WC are on: other kinds are other proposals. */
  readonly kind: string;
  readonly rooms: readonly RoomLayout[];
  readonly partition: Partition | null;
  readonly cost: number;
}

export type Keep = (part: Part | null) => void;
export type Limit = (kind: string) => number;
