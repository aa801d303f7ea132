import type { Room } from '../../derive/room.ts';
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
    '房间里有燃气灶或燃气热水器，经门、门洞或分界线与卧室直接相连即判为不符；净高用记录的净高。灶具没有注明用气用电、又与卧室相通的，以及没有净高记录的，无法判定。',
    'A gas cooker or heater stands in the room and a door, passage or boundary leads straight to a bedroom; the height is the recorded one. Where the fuel is not said and a bedroom lies behind the door, or no height is recorded, it cannot be judged.',
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

const bedroomsBeside = (situation: Situation, room: Room) =>
  situation
    .waysOf(room)
    .filter(({ link, to }) => link.kind !== 'window' && to !== null && isBedroom(to));

function besideBedrooms(situation: Situation, room: Room): Verdict[] {
  const named = roomOf(situation.plan, room);
  return bedroomsBeside(situation, room).map(({ to, id, link }) => {
    const other = nounOfUse(to!);
    return {
      key: `${room.storey}/${room.id}/${id ?? link.wall}`,
      about: [
        ...aboutRooms([room, to!]),
        ...(id ? [{ kind: 'opening', id, storey: room.storey } as const] : []),
      ],
      households: holdersOf(room),
      place: placeOf(room),
      text: text(
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
        `${named.zh}用燃气，净高 ${metres(height)} m，小于 ${metres(least)} m。`,
        `The ${named.en} burns gas and is ${metres(height)} m high, less than ${metres(least)} m.`,
      ),
    },
  ];
}
