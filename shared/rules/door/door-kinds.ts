import { jambsOf } from '../../derive/door-swings.ts';
import { isNicheOpening } from '../../derive/niche.ts';
import { once } from '../../derive/once.ts';
import type { Room } from '../../derive/room.ts';
import type { WayOut } from '../../derive/room-contents.ts';
import type { Opening, OpeningId, RoomUse } from '../../plan/model.ts';
import { bedroomUses, isWet, kitchenUses } from '../../plan/room-uses.ts';
import { type Text, text } from '../../text.ts';
import { metres, ofWhom, roomOf } from '../room-words.ts';
import { holdersOf, type Situation, type Verdict } from '../rule.ts';
import { widening } from './widen-door.ts';

/** What a door is for; the stricter where it serves two. */
export type DoorKind = 'entrance' | 'bedroom' | 'kitchen' | 'bathroom';

export const doorNouns: Readonly<Record<DoorKind, Text>> = {
  entrance: text('入户门', 'entrance door'),
  bedroom: text('卧室门', 'bedroom door'),
  kitchen: text('厨房门', 'kitchen door'),
  bathroom: text('卫生间门', 'bathroom door'),
};

export interface HouseDoor {
  readonly kind: DoorKind;
  /** Whose room lies behind it. */
  readonly room: Room;
  /** What it is entered from; null from outside. */
  readonly from: Room | null;
  readonly id: OpeningId;
  readonly opening: Opening;
}

/** mm that a door needs: that of a kitchen-bathroom serves as both, and needs the wider of the two. */
export const leastOf = (
  { kind, room }: Pick<HouseDoor, 'kind' | 'room'>,
  of: (kind: DoorKind) => number,
): number =>
  room.use === 'kitchen-bath' && kind === 'kitchen'
    ? Math.max(of('kitchen'), of('bathroom'))
    : of(kind);

export interface HouseDoors {
  readonly doors: readonly HouseDoor[];
  /** Doors to a room that nobody has tagged. */
  readonly unclear: readonly HouseDoor[];
}

const behind: readonly (readonly [DoorKind, readonly RoomUse[]])[] = [
  ['bedroom', bedroomUses],
  ['kitchen', kitchenUses],
  ['bathroom', ['bathroom']],
];

/**
 * Doors and passages of dwellings, each once. One between a household and the common rooms, or
 * outside on the ground storey, is its entrance; others go by the room behind them. What a niche is
 * open by is none.
 */
export const houseDoors: (situation: Situation) => HouseDoors = once((situation) => {
  const doors: HouseDoor[] = [];
  const unclear: HouseDoor[] = [];
  const seen = new Set<OpeningId>();
  for (const room of situation.rooms) {
    if (holdersOf(room).length === 0) continue;
    for (const way of situation.waysOf(room)) {
      const { id, opening, to, link } = way;
      if (!id || !opening || link.kind === 'window' || seen.has(id)) continue;
      if (isNiche(situation, room, way)) {
        seen.add(id);
        continue;
      }
      const kind = kindOf(situation, room, way);
      if (kind) {
        seen.add(id);
        const served = kind === 'entrance' ? room : servedBy(kind, room, to);
        doors.push({ kind, room: served, from: served === room ? to : room, id, opening });
      } else if (to?.use === null) {
        seen.add(id);
        unclear.push({ kind: 'bathroom', room, from: to, id, opening });
      }
    }
  }
  return { doors, unclear };
});

/** Which room a door is called after, from whichever side it is come upon: of two of a kind the left one. */
function servedBy(kind: DoorKind, room: Room, to: Room | null): Room {
  const [first] = [room, ...(to ? [to] : [])]
    .filter((one) => behindOf(one) === kind)
    .sort((one, other) => one.label.x - other.label.x || one.label.y - other.label.y);
  return first ?? to ?? room;
}

/** From either side: nobody walks into a niche, so what it is open by is no door. */
function isNiche(situation: Situation, room: Room, way: WayOut): boolean {
  const storey = situation.storeyOf(room);
  const { to } = way;
  return (
    isNicheOpening(storey, room, way, situation.fixturesOf(room)) ||
    (to !== null && isNicheOpening(storey, to, { ...way, to: room }, situation.fixturesOf(to)))
  );
}

const behindOf = ({ use }: Room): DoorKind | null =>
  behind.find(([, uses]) => use !== null && uses.includes(use))?.[0] ?? null;

function kindOf(situation: Situation, room: Room, { to }: WayOut): DoorKind | null {
  if (to === null) {
    const isOnGround = situation.storeyOf(room).level <= 1 && room.use !== 'balcony';
    return isOnGround ? 'entrance' : null;
  }
  if (to.holders.includes('building') && to.use !== 'shaft' && to.use !== 'balcony') {
    // The door of a shared kitchen on the corridor is the kitchen's, nobody's entrance.
    return holdersOf(room).length === 1 && !isWet(room) ? 'entrance' : behindOf(room);
  }
  if (to.use === 'balcony' || room.use === 'balcony' || to.use === 'shaft') return null;
  const kinds = [behindOf(room), behindOf(to)];
  return behind.map(([kind]) => kind).find((kind) => kinds.includes(kind)) === undefined
    ? null
    : (wetter(room, to) ?? kinds.find((kind) => kind !== null) ?? null);
}

/** Between a bedroom and its bathroom hangs the bathroom's door, and so between a kitchen and one behind it. */
function wetter(one: Room, other: Room): DoorKind | null {
  const kinds = [one, other].filter(isWet).map(behindOf);
  return kinds.find((kind) => kind === 'bathroom') ?? (kinds.length === 1 ? kinds[0]! : null);
}

/**
 * What a door is called, by the room as it is: `301室的厨房门`, `301室的煤卫合一间的门`. Where the room has
 * several, by what each is entered from as well.
 */
function doorWords(situation: Situation, door: HouseDoor): Text {
  const { plan } = situation;
  const { kind, room, from } = door;
  const isEntrance = kind === 'entrance';
  const isAlone = !houseDoors(situation).doors.some(
    (other) =>
      other.id !== door.id &&
      other.kind === kind &&
      (isEntrance ? sameHolders(other.room, room) : other.room === room),
  );
  if (isAlone && (isEntrance || room.use === kind)) {
    const whom = ofWhom(plan, room);
    return text(`${whom.zh}${doorNouns[kind].zh}`, `${doorNouns[kind].en}${whom.en}`);
  }
  const named = roomOf(plan, room);
  const noun = isEntrance ? doorNouns.entrance : text('门', 'door');
  const other = from ? roomOf(plan, from) : text('室外', 'outside');
  const towards = text(`通${other.zh}`, from ? ` to the ${other.en}` : ' to the outside');
  return text(
    `${named.zh}${isAlone ? '' : towards.zh}的${noun.zh}`,
    `${noun.en} of the ${named.en}${isAlone ? '' : towards.en}`,
  );
}

const sameHolders = (one: Room, other: Room): boolean =>
  one.holders.join() === other.holders.join();

/** A door that is too narrow, with the offer to widen it where that is possible. */
export function narrowDoor(
  situation: Situation,
  door: HouseDoor,
  least: number,
  what: Text,
): Verdict {
  const { room, id, opening } = door;
  const fix = widening(situation, door, least);
  const named = doorWords(situation, door);
  const jambs = jambsOf(situation.storeyOf(room), opening);
  const { storey } = room;
  return {
    key: `${storey}/${id}`,
    about: [{ kind: 'opening', id, storey }],
    households: holdersOf(room),
    place: jambs
      ? {
          storey,
          at: {
            x: Math.round((jambs[0].x + jambs[1].x) / 2),
            y: Math.round((jambs[0].y + jambs[1].y) / 2),
          },
        }
      : { storey, at: room.label },
    measured: { value: opening.width, unit: 'mm' },
    required: { value: least, unit: 'mm' },
    ...(jambs ? { line: { storey, from: jambs[0], to: jambs[1] } } : {}),
    text: text(
      `${named.zh}${what.zh} ${metres(opening.width, least)} m，小于 ${metres(least, opening.width)} m。`,
      `The ${named.en} has ${what.en} of ${metres(opening.width, least)} m, less than ${metres(least, opening.width)} m.`,
    ),
    ...(fix ? { fix } : {}),
  };
}
