import type { Fuel, RoomUse } from '../plan/model.ts';
import { costOf } from './cost.ts';
import { type DoorKind, type DoorPlace, doorPlaces, innerDoorPlaces } from './door-places.ts';
import {
  basinPlaces,
  type Candidate,
  placesAlong,
  rowDepth,
  rowPlaces,
  type Setting,
  showerPlaces,
  sillBehind,
  wcPlaces,
} from './items.ts';
import { bestLayout, type Effort, type Layout, type Task } from './layout-search.ts';
import { type Cell, cornerCut, type Partition, straightCut } from './partitions.ts';
import {
  type Arrangement,
  type BathNeeds,
  bodyWidth,
  type KitchenNeeds,
  type Programme,
  usesOf,
} from './programme.ts';
import { before, type Rect, type Side } from './rect.ts';
import { edgesOf, type Region } from './region.ts';
import type { Face, Space } from './space.ts';

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
}

/** The same with the way that the WC looks, which makes parts of different kinds. */
interface Ask extends PartAsk {
  readonly wcSide: Side;
  readonly places: Places;
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

/** The best part of every kind that comes near the best of all, cheapest first; none where nothing fits. */
export function bestParts(asked: PartAsk): Part[] {
  const best = new Map<string, Part>();
  const keep = (part: Part | null): void => {
    if (!part) return;
    const known = best.get(part.kind);
    if (!known || part.cost < known.cost) best.set(part.kind, part);
    least = Math.min(least, part.cost);
  };
  let least = Infinity;
  const limit = (kind: string): number =>
    (asked.only && !asked.only.has(kind)) || (asked.isAnyEnough && best.size > 0)
      ? -1
      : Math.min(best.get(kind)?.cost ?? Infinity, least + margin);
  const places = new Places(asked);
  for (const wcSide of asked.programme.bath ? sides : sides.slice(0, 1)) {
    const ask: Ask = { ...asked, wcSide, places };
    for (const arrangement of ask.programme.arrangements) {
      if (arrangement === 'single') keep(singleRoom(ask, limit));
      else if (arrangement === 'one') for (const side of sides) keep(oneRoom(ask, side, limit));
      else if (arrangement === 'niche') niches(ask, keep, limit);
      else twoRooms(ask, arrangement, keep, limit);
    }
  }
  return [...best.values()]
    .filter(({ cost }) => cost < least + margin)
    .sort((left, right) => left.cost - right.cost);
}

/** Kinds that need so much more pipe than the best, or a lesser fixture, are not offered: 2 m. */
const margin = costOf({ drain: 8 });

const sides: readonly Side[] = [0, 1, 2, 3];

const settingOf = (ask: PartAsk, region: Region): Setting => ({
  space: ask.ignoresStacks ? { ...ask.space, soil: [] } : ask.space,
  region,
  shared: ask.shared,
  step: ask.step,
});

/** A WC room opens into no living room and no kitchen; a gas cooker's room into no bedroom. */
const barredFrom = (isBath: boolean, fuel: Fuel | null): RoomUse[] => [
  ...(isBath ? (['living', 'kitchen'] as const) : []),
  ...(fuel === 'gas' ? (['bedroom', 'bed-living'] as const) : []),
];

function doorsInto(ask: Ask, region: Region, isBath: boolean, fuel: Fuel | null): DoorPlace[] {
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
function furnish(ask: Ask, region: Region, what: Furnishing, limit: number): Layout | null {
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

function singleRoom(ask: Ask, limit: Limit): Part | null {
  const kind = `single+${ask.wcSide}`;
  const { kitchen, bath } = ask.programme;
  const { region } = ask.cell;
  const doors = doorsInto(ask, region, bath !== null, kitchen && ask.fuel);
  if (doors.length === 0) return null;
  const rows = kitchen ? rowsIn(ask, region) : null;
  const layout = furnish(ask, region, { bath, rows, doors, keepFree: [] }, limit(kind));
  if (!layout) return null;
  const use = kitchen ? 'kitchen' : 'bathroom';
  const room = { use, region, layout, passage: null } as const;
  return {
    arrangement: 'single',
    kind,
    rooms: [room],
    partition: null,
    cost: layout.cost,
  };
}

const rowsIn = (ask: Ask, region: Region): readonly Candidate[] => ask.places.rows(region);

/** Where things can stand in each region of one part, worked out once. */
class Places {
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

function oneRoom(ask: Ask, side: Side, limit: Limit): Part | null {
  const kind = `one/${side}+${ask.wcSide}`;
  if (limit(kind) < 0) return null;
  const { kitchen, bath } = ask.programme;
  if (!kitchen || !bath) return null;
  const { region } = ask.cell;
  const rows = rowsIn(ask, region).filter(({ pieces }) => pieces[0]!.side === side);
  if (rows.length === 0) return null;
  const doors = doorsInto(ask, region, true, ask.fuel);
  if (doors.length === 0) return null;
  const layout = furnish(ask, region, { bath, rows, doors, keepFree: [] }, limit(kind));
  if (!layout) return null;
  const room = { use: usesOf.one.kitchen, region, layout, passage: null } as const;
  return {
    arrangement: 'one',
    kind,
    rooms: [room],
    partition: null,
    cost: layout.cost,
  };
}

type Keep = (part: Part | null) => void;
type Limit = (kind: string) => number;

/** A kitchen and a bathroom with a partition between them, tried at every place. */
function twoRooms(ask: Ask, arrangement: 'two' | 'behind', keep: Keep, limit: Limit): void {
  const { kitchen, bath } = ask.programme;
  if (!kitchen || !bath) return;
  const { box } = ask.cell.enclosed;
  for (const axis of ['x', 'y'] as const) {
    const [from, to] = axis === 'x' ? [box.x0, box.x1] : [box.y0, box.y1];
    // No room is narrower than a shower is or a row with its standing floor.
    for (const at of placesAlong(from + narrowest, to - narrowest, ask.thickness, ask.step)) {
      const cut = straightCut(ask.cell, axis, at, ask.thickness);
      if (!cut) continue;
      for (const first of [0, 1] as const) {
        const kind = `${arrangement}/${axis}${first}+${ask.wcSide}`;
        if (limit(kind) < 0) continue;
        const places = {
          kitchen: cut.parts[first].region,
          bath: cut.parts[first === 0 ? 1 : 0].region,
        };
        const pair =
          arrangement === 'two'
            ? bothFromOutside(ask, bath, places, limit(kind))
            : oneBehindOther(ask, bath, places, cut.partition, limit(kind));
        if (!pair) continue;
        keep({
          arrangement,
          kind,
          rooms: [
            { use: 'kitchen', region: places.kitchen, layout: pair.kitchen, passage: null },
            { use: 'bathroom', region: places.bath, layout: pair.bath, passage: null },
          ],
          partition: cut.partition,
          cost: pair.kitchen.cost + pair.bath.cost,
        });
      }
    }
  }
}

/** mm */
const narrowest = 700;

/** The two rooms of a part. */
interface Pieces {
  readonly kitchen: Region;
  readonly bath: Region;
}
interface Pair {
  readonly kitchen: Layout;
  readonly bath: Layout;
}

function bothFromOutside(ask: Ask, bath: BathNeeds, places: Pieces, limit: number): Pair | null {
  const rows = rowsIn(ask, places.kitchen);
  if (rows.length === 0) return null;
  const doors = doorsInto(ask, places.kitchen, false, ask.fuel);
  if (doors.length === 0) return null;
  const cooking = furnish(ask, places.kitchen, { bath: null, rows, doors, keepFree: [] }, limit);
  if (!cooking) return null;
  const washing = furnish(
    ask,
    places.bath,
    { bath, rows: null, doors: doorsInto(ask, places.bath, true, null), keepFree: [] },
    limit - cooking.cost,
  );
  return washing && { kitchen: cooking, bath: washing };
}

/** The bathroom's door leads through the partition; the kitchen keeps the floor before it free. */
function oneBehindOther(
  ask: Ask,
  bath: BathNeeds,
  places: Pieces,
  partition: Partition,
  limit: number,
): Pair | null {
  const rows = rowsIn(ask, places.kitchen);
  if (rows.length === 0) return null;
  const entrances = doorsInto(ask, places.kitchen, false, ask.fuel);
  if (entrances.length === 0) return null;
  const inner = innerDoorPlaces(settingOf(ask, places.bath), partition.bodies[0]!, places.kitchen, {
    kinds: ask.doorKinds,
    depth: Math.max(bodyWidth, bath.entry),
  });
  let best: Pair | null = null;
  for (const door of inner) {
    const below = Math.min(limit, best ? best.kitchen.cost + best.bath.cost : Infinity);
    const washing = furnish(
      ask,
      places.bath,
      { bath, rows: null, doors: [door], keepFree: [] },
      below,
    );
    if (!washing) continue;
    const cooking = furnish(
      ask,
      places.kitchen,
      { bath: null, rows, doors: entrances, keepFree: [door.beyond!] },
      below - washing.cost,
    );
    if (cooking) best = { kitchen: cooking, bath: washing };
  }
  return best;
}

/** A kitchen niche in a wall of the household's own room, and a bathroom behind or beside it. */
function niches(ask: Ask, keep: Keep, limit: Limit): void {
  const { kitchen, bath } = ask.programme;
  if (!kitchen || !bath) return;
  const depth = rowDepth(kitchen, ask.preparations);
  const shortest = kitchen.sink.width + kitchen.cookers[0]!.value.width + kitchen.cookerToWall;
  const lengths = [0, ...ask.preparations].map((length) => shortest + length);
  for (const edge of edgesOf(ask.cell.region)) {
    for (const face of ask.space.faces) {
      if (face.side !== edge.side || Math.abs(face.line - edge.line) > 1) continue;
      if (!face.isOwn || !face.openTo.includes(ask.holder)) continue;
      if (face.isBearing && !ask.throughBearing) continue;
      if (face.windows.length > 0 || face.from > edge.to || face.to < edge.from) continue;
      const whole = edge.to - edge.from;
      const tries = [
        { at: 'from' as const, along: whole },
        ...lengths
          .filter((along) => along < whole)
          .flatMap((along) => [
            { at: 'from' as const, along },
            { at: 'to' as const, along },
          ]),
      ];
      const kind = `niche/${edge.side}+${ask.wcSide}`;
      if (limit(kind) < 0) continue;
      for (const { at, along } of tries) {
        const cut = cornerCut(ask.cell, edge, at, along, depth, ask.thickness);
        if (!cut) continue;
        const [niche, rest] = cut.parts;
        const part = nicheAndBath(ask, kitchen, bath, face, niche.region, rest.region, limit(kind));
        if (part) keep({ ...part, kind, partition: cut.partition });
      }
    }
  }
}

function nicheAndBath(
  ask: Ask,
  kitchen: KitchenNeeds,
  bath: BathNeeds,
  face: Face,
  niche: Region,
  rest: Region,
  limit: number,
): Omit<Part, 'kind' | 'partition'> | null {
  const open = face.free(kitchen.standing);
  // The row's back is the partition: it looks out of the niche.
  const side = ((face.side + 2) % 4) as Side;
  const rows = rowPlaces(settingOf(ask, niche), kitchen, ask.preparations, 'electric', {
    side,
    isFree: (from, to) =>
      from >= face.from &&
      to <= face.to &&
      open.some((span) => span.from <= from && span.to >= to) &&
      !face.taken.some((span) => span.from < to && span.to > from),
  });
  const cooking = furnish(
    ask,
    niche,
    { bath: null, rows, doors: [], keepFree: [], isNiche: true },
    limit,
  );
  if (!cooking) return null;
  const passage = passageOf(cooking, face);
  const doors = doorsInto(ask, rest, true, null).filter((door) => !isInWay(door, passage));
  if (doors.length === 0) return null;
  const washing = furnish(
    ask,
    rest,
    { bath, rows: null, doors, keepFree: [] },
    limit - cooking.cost,
  );
  if (!washing) return null;
  return {
    arrangement: 'niche',
    rooms: [
      { use: 'kitchen', region: niche, layout: cooking, passage },
      { use: 'bathroom', region: rest, layout: washing, passage: null },
    ],
    cost: cooking.cost + washing.cost,
  };
}

/** The niche is open over the length of its row. */
function passageOf({ chosen }: Layout, face: Face): NonNullable<RoomLayout['passage']> {
  const { x0, x1, y0, y1 } = chosen[0]!.body!;
  const alongX = face.side === 0 || face.side === 2;
  return { face, from: alongX ? x0 : y0, to: alongX ? x1 : y1 };
}

/** A door may not slide or open over the floor where someone cooks. */
function isInWay(door: DoorPlace, { face, from, to }: NonNullable<RoomLayout['passage']>): boolean {
  if (door.face?.wall !== face.wall || door.side !== face.side) return false;
  const own = before(door.side, door.line, door.from, door.to, 1);
  const open = before(face.side, face.line, from, to, 1);
  return own.x0 < open.x1 && open.x0 < own.x1 && own.y0 < open.y1 && open.y0 < own.y1;
}
