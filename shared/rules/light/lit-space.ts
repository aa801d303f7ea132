import { once } from '../../derive/once.ts';
import { perRoom } from '../../derive/per-room.ts';
import type { Room } from '../../derive/room.ts';
import type { WayOut } from '../../derive/room-contents.ts';
import { glassOf, openableOf, type Windows, windowsOf } from '../../derive/windows.ts';
import type { RoomUse } from '../../plan/model.ts';
import { type Text, text } from '../../text.ts';
import { roomOf } from '../room-words.ts';
import {
  aboutRooms,
  holdersOf,
  placeOf,
  roundedSquareMetres,
  type Situation,
  squareMetres,
  type Verdict,
} from '../rule.ts';

/** Rooms that are one space, as far as light and air go, and what gives it both. */
export interface LitSpace {
  /** Those of them that the rule is about, in the order of ids. */
  readonly rooms: readonly Room[];
  /** mm2 of the whole space. */
  readonly floor: number;
  readonly given: Windows;
}

/** Every space with a room of these uses that somebody holds, once. */
export function litSpaces(situation: Situation, uses: readonly RoomUse[]): readonly LitSpace[] {
  const known = spacesOf(situation);
  const key = uses.join();
  const found = known.get(key) ?? spacesWith(situation, uses);
  known.set(key, found);
  return found;
}

/** Several rules ask for the spaces of the same uses. */
const spacesOf = once((_: Situation) => new Map<string, readonly LitSpace[]>());

function spacesWith(situation: Situation, uses: readonly RoomUse[]): LitSpace[] {
  const isMeant = ({ use, holders }: Room): boolean =>
    use !== null && uses.includes(use) && holders.length > 0;
  const seen = new Set<Room>();
  const found: LitSpace[] = [];
  for (const room of situation.rooms) {
    if (!isMeant(room) || seen.has(room)) continue;
    const space = situation.spaceOf(room);
    const facts: (readonly WayOut[] | number)[] = [];
    for (const one of space) {
      seen.add(one);
      facts.push(situation.waysOf(one), ceilingOf(situation, one));
    }
    found.push({
      rooms: space.filter(isMeant),
      floor: space.reduce((sum, { area }) => sum + area, 0),
      given: windowsAt(room, ...facts),
    });
  }
  return found;
}

/** mm up to which glass can give light: the clear height, or where nobody has measured it the storey's. */
const ceilingOf = (situation: Situation, room: Room): number =>
  situation.heightOf(room) ?? situation.storeyOf(room).height;

/** By the ways out of each room of the space, each followed by the room's ceiling. */
const windowsAt = perRoom(
  (_first: Room, ...facts: readonly (readonly WayOut[] | number)[]): Windows =>
    windowsOf(
      facts.flatMap((ways, index) =>
        typeof ways === 'number'
          ? []
          : ways.map((way) => underCeiling(way, facts[index + 1] as number)),
      ),
    ),
);

/** The way with as much of its opening as lies under the ceiling. */
function underCeiling(way: WayOut, ceiling: number): WayOut {
  const { opening } = way;
  if (!opening || opening.head <= ceiling) return way;
  return { ...way, opening: { ...opening, head: Math.max(opening.sill, ceiling) } };
}

export const isOpenAir = ({ given }: LitSpace): boolean =>
  given.windows.length > 0 || given.doors.length > 0;

export const glassIn = ({ given }: LitSpace, above: number): number =>
  given.windows.reduce((sum, { opening }) => sum + glassOf(opening, above), 0);

/** What opens to the air, mm2: `surely`, and `perhaps` where windows without a record open whole. */
export function airIn({ given }: LitSpace): { readonly surely: number; readonly perhaps: number } {
  const doors = given.doors.reduce((sum, { opening }) => sum + glassOf(opening, 0), 0);
  let [surely, perhaps] = [doors, doors];
  for (const { opening } of given.windows) {
    const open = openableOf(opening);
    surely += open ?? 0;
    perhaps += open ?? glassOf(opening, 0);
  }
  return { surely, perhaps };
}

/**
 * A space that gets less than it needs; `what` names it: `可开启面积`, `openable area`; `why` says how
 * what it needs comes about. `isMost` where nobody has recorded it, and `measured` is what it can be at
 * most.
 */
export function tooLittle(
  { plan }: Situation,
  { rooms, given }: LitSpace,
  measured: number,
  required: number,
  { what, why }: { readonly what: Text; readonly why: Text },
  isMost = false,
): Verdict {
  const [room] = rooms;
  const named = roomOf(plan, room!);
  const { storey } = room!;
  return {
    key: `${storey}/${room!.id}`,
    about: [
      ...aboutRooms(rooms),
      ...given.windows.map(({ id }) => ({ kind: 'opening', id, storey }) as const),
    ],
    households: [...new Set(rooms.flatMap(holdersOf))].sort(),
    place: placeOf(room),
    measured: { value: roundedSquareMetres(measured), unit: 'm2' },
    required: { value: roundedSquareMetres(required), unit: 'm2' },
    ...(isMost ? { atMost: true } : {}),
    text: text(
      `${named.zh}${what.zh}${isMost ? '至多' : ''} ${squareMetres(measured)} m²，小于 ${squareMetres(required)} m²${why.zh}。`,
      `The ${named.en} has ${isMost ? 'at most ' : ''}${squareMetres(measured)} m² of ${what.en}, less than ${squareMetres(required)} m²${why.en}.`,
    ),
  };
}

/** `（地面 5.29 m² 的 1/7）`: the share of its floor that a space needs. */
export const shareOfFloor = ({ floor }: LitSpace, part: number): Text =>
  text(
    `（地面 ${squareMetres(floor)} m² 的 1/${part}）`,
    ` (1/${part} of its ${squareMetres(floor)} m² of floor)`,
  );

/** Whether an area, read with two decimals, is less than another. */
export const isLessArea = (one: number, other: number): boolean =>
  roundedSquareMetres(one) < roundedSquareMetres(other);
