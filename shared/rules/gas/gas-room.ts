import type { Room } from '../../derive/room.ts';
import type { WayOut } from '../../derive/room-contents.ts';
import { isBedroom } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { metres, nounOfUse, roomOf } from '../room-words.ts';
import {
  aboutRooms,
  holdersOf,
  number,
  placeOf,
  rule,
  type Situation,
  type Verdict,
} from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { burnersIn, fuelMissing, isGas, isUnsaid } from './gas-fixtures.ts';

/** G1: a room in which gas burns. A ban for safety, so a breach. */
export const gasRoom = rule({
  id: 'G1',
  topic: 'gas',
  title: text('用燃气的房间', 'A room with a gas appliance'),
  asks: text(
    '设燃气器具的房间净高不小于 {height:m} m，不与卧室、兼起居的卧室直接相通。',
    'A room with a gas appliance is at least {height:m} m high and is not directly connected to a bedroom or bed-living room.',
  ),
  how: text(
    '房间里有燃气灶或燃气热水器，经门、门洞或分界线与卧室直接相连即判为不符；只以分界线分开的房间算一个空间，门开向其中任何一间都算直接相连；净高用记录的净高。灶具没有注明用气用电、又与卧室相通的，以及没有净高记录的，无法判定。',
    'A gas cooker or heater stands in the room and a door, passage or boundary leads straight to a bedroom; rooms that only boundaries part are one space, and a door into any of them leads straight into all; the height is the recorded one. Where the fuel is not said and a bedroom lies behind the door, or no height is recorded, it cannot be judged.',
  ),
  numbers: { height: number(2200, 'mm', '净高', 'clear height') },
  severity: 'breach',
  source: codeClause('GB 55038-2025 7.3.3', 'B'),
  judge: (situation, { height }) => {
    const burning = situation.rooms.filter((room) => burnersIn(situation, room).some(isGas));
    const unsaid = situation.rooms.filter(
      (room) => !burning.includes(room) && burnersIn(situation, room).some(isUnsaid),
    );
    return [
      ...burning.flatMap((room) => [
        ...besideBedrooms(situation, room),
        ...tooLow(situation, room, height),
      ]),
      ...unknownOf(
        situation,
        unsaid.filter((room) => bedroomsBeside(situation, room).length > 0),
        fuelMissing,
        text('能否与卧室相通', 'whether it may open into a bedroom'),
        'fuel',
      ),
      ...unknownOf(
        situation,
        burning.filter(
          (room) => situation.heightOf(room) === null && situation.storeyOf(room).height >= height,
        ),
        text('净高', 'the clear height'),
        text('用燃气的房间是否够高', 'whether the room with gas is high enough'),
        'height',
      ),
    ];
  },
});

/** A bedroom into which a room with gas opens. */
interface Beside {
  readonly bedroom: Room;
  readonly way: WayOut;
  /** The room that lies open to the one with gas, from which the way leads on; null from that itself. */
  readonly through: Room | null;
}

/** Those behind a way out of the room first, then those that only open space parts from it. */
function bedroomsBeside(situation: Situation, room: Room): Beside[] {
  const space = situation.spaceOf(room);
  const found: Beside[] = [];
  for (const one of [room, ...space.filter((other) => other !== room && !isBedroom(other))]) {
    const through = one === room ? null : one;
    for (const way of situation.waysOf(one)) {
      if (way.link.kind === 'window' || way.to === null || way.to === room) continue;
      if (isBedroom(way.to)) {
        const isKnown = through && found.some(({ bedroom }) => bedroom === way.to);
        if (!isKnown) found.push({ bedroom: way.to, way, through });
      } else if (!space.includes(way.to)) {
        const beyond = situation.spaceOf(way.to).filter(isBedroom);
        for (const bedroom of beyond) found.push({ bedroom, way, through: through ?? way.to });
      }
    }
  }
  return found.filter(
    (one, index) =>
      one.through === null || found.findIndex((other) => other.bedroom === one.bedroom) === index,
  );
}

function besideBedrooms(situation: Situation, room: Room): Verdict[] {
  const named = roomOf(situation.plan, room);
  return bedroomsBeside(situation, room).map(({ bedroom, way: { id, link }, through }) => {
    const other = nounOfUse(bedroom);
    const between = through && nounOfUse(through);
    return {
      key: `${room.storey}/${room.id}/${through ? bedroom.id : (id ?? link.wall)}`,
      about: [
        ...aboutRooms(through ? [room, through, bedroom] : [room, bedroom]),
        ...(id ? [{ kind: 'opening', id, storey: room.storey } as const] : []),
      ],
      households: holdersOf(room),
      place: placeOf(room),
      text: between
        ? text(
            `${named.zh}用燃气，经敞开的${between.zh}与${other.zh}相通，没有隔断。请改用电，或用墙和门隔开。`,
            `The ${named.en} burns gas and, with the ${between.en} lying open, leads straight into the ${other.en}. Use electricity, or close it off by a wall with a door.`,
          )
        : text(
            `${named.zh}用燃气，却与${other.zh}直接相通。请改用电，或在中间设过道。`,
            `The ${named.en} burns gas and opens straight into the ${other.en}. Use electricity, or put a hall between.`,
          ),
    };
  });
}

function tooLow(situation: Situation, room: Room, least: number): Verdict[] {
  const height = situation.heightOf(room) ?? situation.storeyOf(room).height;
  if (height >= least) return [];
  const named = roomOf(situation.plan, room);
  return [
    {
      key: `height/${room.storey}/${room.id}`,
      about: aboutRooms([room]),
      households: holdersOf(room),
      place: placeOf(room),
      measured: { value: height, unit: 'mm' },
      required: { value: least, unit: 'mm' },
      text: text(
        `${named.zh}用燃气，净高 ${metres(height, least)} m，小于 ${metres(least, height)} m。`,
        `The ${named.en} burns gas and is ${metres(height, least)} m high, less than ${metres(least, height)} m.`,
      ),
    },
  ];
}
