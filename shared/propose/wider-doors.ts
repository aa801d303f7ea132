import type { DoorPlace } from './door-places.ts';
import { keptFor, leavesCross } from './door-places.ts';
import { bestLayout, type Layout } from './layout-search.ts';
import type { Part, PartAsk, RoomLayout } from './part.ts';
import { Places } from './places.ts';
import { bodyWidth } from './programme.ts';
import { overlaps } from './rect.ts';

type Asked = Omit<PartAsk, 'places'>;

/**
 * The part with new doors of kitchens as wide as a new opening should be, where that takes nothing
 * from anything else: fixtures stay, and the door covers the one that was found.
 */
export function withWiderDoors(part: Part, asked: Asked): Part {
  const places = new Places(asked);
  let gained = 0;
  const rooms = part.rooms.map((room) => {
    const others = part.rooms.flatMap(({ layout }) =>
      layout !== room.layout && layout.door ? [layout.door] : [],
    );
    const layout = widened(room, others, places, asked);
    if (!layout) return room;
    gained += room.layout.cost - layout.cost;
    return { ...room, layout };
  });
  return { ...part, rooms, cost: part.cost - gained };
}

function widened(
  { use, region, layout }: RoomLayout,
  others: readonly DoorPlace[],
  places: Places,
  { holder, fuel, programme, effort }: Asked,
): Layout | null {
  const { door } = layout;
  if (!door?.face || door.keeps || (use !== 'kitchen' && use !== 'kitchen-bath')) return null;
  const room = { isBath: use === 'kitchen-bath', burnsGas: fuel === 'gas' };
  const wider = places
    .doors(region, holder, room, programme.ways.kitchenOpening)
    .filter(
      (one) =>
        one.face?.wall === door.face!.wall &&
        one.side === door.side &&
        one.line === door.line &&
        one.kind === door.kind &&
        one.from <= door.from &&
        one.to >= door.to &&
        others.every((other) => !leavesCross(one, other) && !isInFloor(one, other)),
    );
  const by = (one: DoorPlace): Layout | null =>
    bestLayout(
      {
        region,
        things: layout.chosen.map((thing) => [thing]),
        doors: [one],
        isNiche: false,
        entry: programme.bath?.entry ?? bodyWidth,
        ...keptFor(others),
        cookerToShower: 0,
        isAnyEnough: false,
      },
      Infinity,
      effort,
    );
  const known = by(door);
  if (!known) return null;
  for (const one of wider) {
    const found = by(one);
    if (found && found.cost <= known.cost) {
      return { ...layout, door: one, cost: layout.cost - (known.cost - found.cost) };
    }
  }
  return null;
}

/** Whether a leaf swings over the floor that another door of the part keeps free. */
const isInFloor = ({ leaf }: DoorPlace, { kind, beyond }: DoorPlace): boolean =>
  leaf !== null && beyond !== null && kind === 'outward' && overlaps(leaf, beyond);
