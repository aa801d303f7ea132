import { type DoorPlace, innerDoorPlaces, leavesCross } from './door-places.ts';
import { doorsInto, furnish } from './furnish.ts';
import { placesAlong } from './items.ts';
import type { Layout } from './layout-search.ts';
import type { Ask, Keep, Limit } from './part.ts';
import { type Partition, straightCut } from './partitions.ts';
import { settingOf } from './places.ts';
import { type BathNeeds, bodyWidth } from './programme.ts';
import { overlaps } from './rect.ts';
import type { Region } from './region.ts';

/** A kitchen and a bathroom with a partition between them, tried at every place. */
export function twoRooms(ask: Ask, arrangement: 'two' | 'behind', keep: Keep, limit: Limit): void {
  const { kitchen, bath } = ask.programme;
  if (!kitchen || !bath) return;
  const { box } = ask.cell.enclosed;
  for (const axis of ['x', 'y'] as const) {
    const [from, to] = axis === 'x' ? [box.x0, box.x1] : [box.y0, box.y1];
    // No room is narrower than a shower is or a row with its standing floor.
    for (const at of placesAlong(
      from + narrowestRoom,
      to - narrowestRoom,
      ask.thickness,
      ask.step,
    )) {
      const cut = ask.places.once(`cut ${axis}${at}`, () =>
        straightCut(ask.cell, axis, at, ask.thickness),
      );
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
export const narrowestRoom = 700;

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
  const rows = ask.places.rows(places.kitchen);
  if (rows.length === 0) return null;
  const cook = (doors: readonly DoorPlace[], below: number): Layout | null =>
    furnish(ask, places.kitchen, { bath: null, rows, doors, keepFree: [] }, below);
  const wash = (doors: readonly DoorPlace[], below: number): Layout | null =>
    furnish(ask, places.bath, { bath, rows: null, doors, keepFree: [] }, below);
  /** The best pair by these doors: where two leaves would meet, with one of them or without it. */
  const pairBy = (
    intoKitchen: readonly DoorPlace[],
    intoBath: readonly DoorPlace[],
    below: number,
  ): Pair | null => {
    if (intoKitchen.length === 0 || intoBath.length === 0) return null;
    const kitchen = cook(intoKitchen, below);
    const washing = kitchen && wash(intoBath, below - kitchen.cost);
    if (!kitchen || !washing) return null;
    const pair = { kitchen, bath: washing };
    const door = washing.door!;
    if (!leavesCross(kitchen.door!, door)) return pair;
    const free = intoKitchen.filter((other) => !leavesCross(other, door));
    const kept = pairBy(free, [door], below);
    const without = intoBath.filter((other) => other !== door);
    return pairBy(intoKitchen, without, kept ? costOf(kept) : below) ?? kept;
  };
  return pairBy(
    doorsInto(ask, places.kitchen, false, ask.fuel),
    doorsInto(ask, places.bath, true, null),
    limit,
  );
}

const costOf = ({ kitchen, bath }: Pair): number => kitchen.cost + bath.cost;

/** The bathroom's door leads through the partition; the kitchen keeps the floor before it free. */
function oneBehindOther(
  ask: Ask,
  bath: BathNeeds,
  places: Pieces,
  partition: Partition,
  limit: number,
): Pair | null {
  const rows = ask.places.rows(places.kitchen);
  if (rows.length === 0) return null;
  const entrances = doorsInto(ask, places.kitchen, false, ask.fuel);
  if (entrances.length === 0) return null;
  const inner = innerDoorPlaces(settingOf(ask, places.bath), partition.bodies[0]!, places.kitchen, {
    kinds: ask.doorKinds,
    width: ask.programme.ways.door,
    body: ask.programme.ways.body,
    depth: Math.max(bodyWidth, bath.entry),
  });
  let best: Pair | null = null;
  for (const door of inner) {
    const below = Math.min(limit, best ? costOf(best) : Infinity);
    const washing = furnish(
      ask,
      places.bath,
      { bath, rows: null, doors: [door], keepFree: [] },
      below,
    );
    if (!washing) continue;
    // A leaf that opens into the kitchen keeps off that of the entrance.
    const doors = entrances.filter(
      ({ leaf }) => door.kind !== 'outward' || !leaf || !overlaps(leaf, door.beyond!),
    );
    const cooking = furnish(
      ask,
      places.kitchen,
      { bath: null, rows, doors, keepFree: [door.beyond!], leaves: door.leavesBeyond },
      below - washing.cost,
    );
    if (cooking) best = { kitchen: cooking, bath: washing };
  }
  return best;
}
