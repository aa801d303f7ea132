import { type ClearWidth, depthBefore } from '../../derive/clear-width.ts';
import { fixtureCorners, placeOn, turnOf } from '../../derive/footprint.ts';
import { perRoom } from '../../derive/per-room.ts';
import type { Room } from '../../derive/room.ts';
import type { Placed } from '../../derive/room-contents.ts';
import type { Polygon } from '../../geometry/polygon.ts';
import type { Fixture, FixtureKind } from '../../plan/model.ts';
import { isKitchen } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { metres, roomOf } from '../room-words.ts';
import { holdersOf, number, placeOf, rule, type Verdict } from '../rule.ts';
import { unknownOf } from '../unknown.ts';

const inRow: readonly FixtureKind[] = ['sink', 'cooker', 'worktop', 'fridge'];

/** K3: before one row of kitchen fixtures, or between two. */
export const kitchenWidth = rule({
  id: 'K3',
  topic: 'width',
  title: text('厨房净宽', 'Clear width of a kitchen'),
  asks: text(
    '单排布置设备的厨房净宽不小于 {row:m} m；双排布置时两排之间不小于 {between:m} m。',
    'A kitchen with one row of fixtures is at least {row:m} m wide; between two rows there are at least {between:m} m.',
  ),
  how: text(
    '从洗涤池、灶具、操作台的靠墙一边垂直量到对面的墙（整个宽度内最近处），经分界线和没有门扇的门洞通到本户别的房间的，量到那间的墙；对面也有一排时，量两排前沿之间。没有画这些设备的厨房无法判定。',
    'From the back edge of sink, cooker and worktop straight on to the wall opposite, over their whole width, through a boundary or a passage without a leaf to the wall of that room of the same home; where a second row faces them, between both front edges. A kitchen without these cannot be judged.',
  ),
  numbers: {
    row: number(1500, 'mm', '单排：净宽', 'one row: clear width'),
    between: number(900, 'mm', '双排：净距', 'two rows: gap between them'),
  },
  severity: 'warning',
  source: codeClause('GB 50096-2011 5.3.5', 'B+'),
  judge: (situation, { row, between }) => {
    const kitchens = situation.rooms.filter(
      (room) => isKitchen(room) && holdersOf(room).length > 0,
    );
    const empty = kitchens.filter(
      (room) => !situation.fixturesOf(room).some(({ fixture }) => inRow.includes(fixture.kind)),
    );
    return [
      ...kitchens.flatMap((room): Verdict[] => {
        const found = narrowest(
          room,
          situation.fixturesOf(room),
          situation.floorOf(room).outline,
          row,
          between,
        );
        if (!found) return [];
        const named = roomOf(situation.plan, room);
        const width = Math.round(found.free.width);
        return [
          {
            key: `${room.storey}/${room.id}`,
            about: [
              ...room.tags.map((id) => ({ kind: 'room', id, storey: room.storey }) as const),
              { kind: 'fixture', id: found.id, storey: room.storey },
            ],
            households: holdersOf(room),
            place: placeOf(room),
            measured: { value: width, unit: 'mm' },
            required: { value: found.least, unit: 'mm' },
            line: { storey: room.storey, from: found.free.from, to: found.free.to },
            text:
              found.least === between && found.isBetween
                ? text(
                    `${named.zh}两排设备之间净距 ${metres(width, between)} m，小于 ${metres(between, width)} m。`,
                    `The two rows in the ${named.en} are ${metres(width, between)} m apart, less than ${metres(between, width)} m.`,
                  )
                : text(
                    `${named.zh}净宽 ${metres(width, row)} m，单排布置设备应不小于 ${metres(row, width)} m。`,
                    `The ${named.en} is ${metres(width, row)} m wide before its row of fixtures, less than ${metres(row, width)} m.`,
                  ),
          },
        ];
      }),
      ...unknownOf(
        situation,
        empty,
        text('洗涤池、灶具和操作台', 'where sink, cooker and worktop stand'),
        text('厨房净宽', 'the clear width of the kitchen'),
      ),
    ];
  },
});

interface Narrow {
  readonly id: string;
  readonly free: ClearWidth;
  readonly least: number;
  readonly isBetween: boolean;
}

/** What is shortest of what it should be; null where all is wide enough. */
const narrowest = perRoom(
  (
    _room: Room,
    placed: readonly Placed[],
    outline: Polygon,
    row: number,
    between: number,
  ): Narrow | null => {
    const rowed = placed.filter(({ fixture }) => inRow.includes(fixture.kind));
    const found = rowed.flatMap(({ id, fixture }): Narrow[] => {
      const facing = rowed.filter((other) => faces(fixture, other.fixture));
      const free = depthBefore(
        fixture,
        outline,
        facing.map((other) => fixtureCorners(other.fixture)),
      );
      const toWall = facing.length > 0 ? depthBefore(fixture, outline) : free;
      if (free.width < toWall.width) {
        const { sin, cos } = turnOf(fixture.rotation);
        const from = {
          x: free.from.x - fixture.depth * sin,
          y: free.from.y + fixture.depth * cos,
        };
        const gap = { ...free, from, width: free.width - fixture.depth };
        return [{ id, free: gap, least: between, isBetween: true }];
      }
      return [{ id, free, least: row, isBetween: false }];
    });
    const short = found.filter(({ free, least }) => Math.round(free.width) < least);
    return (
      short.toSorted(
        (one, other) => one.free.width / one.least - other.free.width / other.least,
      )[0] ?? null
    );
  },
);

/** Whether two fixtures stand face to face: the second before the first, turned about. */
function faces(one: Fixture, other: Fixture): boolean {
  const turn = (((other.rotation - one.rotation) % 360) + 360) % 360;
  if (Math.abs(turn - 180) > 5) return false;
  const { sin, cos } = turnOf(one.rotation);
  const front = placeOn(other, 0, other.depth);
  return -(front.x - one.at.x) * sin + (front.y - one.at.y) * cos >= one.depth;
}
