import { jambsOf, middleOf } from '../../derive/door-swings.ts';
import { fixtureCorners } from '../../derive/footprint.ts';
import { isOpen, isSameHome } from '../../derive/open-floor.ts';
import type { Room } from '../../derive/room.ts';
import type { Placed, WayOut } from '../../derive/room-contents.ts';
import { entersPlainly, standingRoom } from '../../derive/standing-room.ts';
import { bodyRectangle } from '../../geometry/body.ts';
import { difference } from '../../geometry/clip.ts';
import { type Polygon, polygonContains, type Ring } from '../../geometry/polygon.ts';
import type { RoomUse } from '../../plan/model.ts';
import { text } from '../../text.ts';
import { byRoom } from '../by-room.ts';
import { roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, number, rule, type Situation, type Verdict } from '../rule.ts';
import { doorsOf } from '../width/passage.ts';
import { ofDrawing } from './drawing-source.ts';
import { hitBy, hitsWall, isDoor, isPassable, type Swing, swingsIn } from './swings.ts';

/** Nobody shuts the door behind themselves there; on a stair the flights are not drawn as obstacles. */
const notStayedIn: readonly (RoomUse | null)[] = [
  null,
  'storage',
  'utility',
  'shaft',
  'lift',
  'stair',
];

/** Doors that nobody can shut from inside: no clause, but what people can do. */
export const doorShut = rule({
  ...ofDrawing,
  id: 'drawing/door-shut',
  severity: 'warning',
  title: text('门从里面关不上', 'Doors that nobody can shut'),
  asks: text(
    '人从向内开的门进来，不站在门扇扫过的范围里也有地方站，能把门关上。',
    'Who comes in by a door that swings in has a place to stand off its swing, and so can shut it.',
  ),
  how: text(
    '宽 {body} mm 的人（按圆计）绕过开到底的门扇进来，能否站到门扇扫过的四分之一圆以外，不碰墙和设施；挂墙的热水器、燃气表和湿地面淋浴不算障碍，也可以站到本间另一个门口里。推拉门、向外开的门和没有门扇的门洞不查，储藏、设备间、管井和楼梯间不查；门开不到底的另报。本软件的规则，不是规范条文。',
    'Whether a round person of {body} mm who comes in past the open leaf gets to a place outside of the quarter circle that it sweeps, clear of walls and fixtures; a heater or meter on the wall and a wet-floor shower are no obstacle, and another doorway of the room may be stood in. Sliding and outward doors and openings without a leaf are not asked, nor are storage and utility rooms, shafts and stairs; a leaf that does not open is another finding. A rule of this program, no clause.',
  ),
  numbers: { body: number(450, 'mm', '人的宽度', 'width of a person') },
  judge: (situation, { body }) =>
    situation.rooms.flatMap((room) => {
      if (notStayedIn.includes(room.use) || swingsIn(situation, room).length === 0) return [];
      const ways = situation.waysOf(room);
      const leadsAway = ways.some((way) => isOpen(way) && !(way.to && isSameHome(room, way.to)));
      if (leadsAway) return [];
      const { outline, beyond } = situation.floorOf(room);
      return stuckInside(situation, room, body, outline, beyond);
    }),
});

const stuckInside = byRoom(
  (
    situation,
    room,
    body: number,
    outline: Polygon,
    beyond: readonly Placed[],
  ): readonly Verdict[] =>
    swingsIn(situation, room).flatMap((swing): Verdict[] => {
      const { id, opening } = swing.way;
      if (!id || !opening || hitBy(situation, room, swing) || hitsWall(room, swing)) return [];
      const place = leastPlace(situation, room, swing, outline, beyond, body);
      if (!place || place.width >= body) return [];
      const at = middleOf(situation.storeyOf(room), opening);
      const { zh, en } = roomOf(situation.plan, room);
      const { storey } = room;
      const { width, from, to } = place;
      return [
        {
          key: `${storey}/${id}`,
          about: [{ kind: 'opening', id, storey }, ...aboutRooms([room])],
          households: holdersOf(room),
          place: at && { storey, at: { x: Math.round(at.x), y: Math.round(at.y) } },
          measured: { value: width, unit: 'mm' },
          required: { value: body, unit: 'mm' },
          line: { storey, from, to },
          text: text(
            `${zh}的门向内开，人进去后关不上：门扇扫不到的地方只站得下 ${width} mm 宽的人，至少要 ${body} mm。`,
            `The door of the ${en} swings in and cannot be shut from inside: off its swing there is room for somebody of ${width} mm; people need at least ${body} mm.`,
          ),
          fix: {
            kind: 'change-opening',
            label: text('改为向另一侧开', 'Let it swing the other way'),
            storey,
            opening: id,
            change: { side: opening.side === 'left' ? 'right' : 'left' },
          },
        },
      ];
    }),
);

/** Of a door's leaves, the one that leaves the least room; null where plainly all leave enough. */
function leastPlace(
  situation: Situation,
  room: Room,
  { way, leaves }: Swing,
  outline: Polygon,
  beyond: readonly Placed[],
  body: number,
): ReturnType<typeof standingRoom> {
  const doorway = doorsOf(situation, room).find((one) => one.way.id === way.id)?.at;
  if (!doorway) return null;
  const things = [...situation.fixturesOf(room), ...beyond]
    .filter(({ fixture }) => !isPassable(fixture.kind))
    .map(({ fixture }) => fixtureCorners(fixture));
  const doubtful = leaves.filter((leaf) => !entersPlainly(outline, things, doorway, leaf, body));
  if (doubtful.length === 0) return null;
  const floor = withDoorways(situation, room, way, outline, body);
  let least: ReturnType<typeof standingRoom> = null;
  for (const leaf of doubtful) {
    const place = standingRoom(floor, things, doorway, leaf, body);
    if (place && (!least || place.width < least.width)) least = place;
  }
  return least;
}

/** The floor with that of the room's other doorways, as deep as a person on either side of the wall. */
function withDoorways(
  situation: Situation,
  room: Room,
  own: WayOut,
  outline: Polygon,
  body: number,
): Polygon {
  const storey = situation.storeyOf(room);
  const doorways = situation.waysOf(room).flatMap((way): Ring[] => {
    if (!isDoor(way) || way.id === own.id || !way.opening) return [];
    const jambs = jambsOf(storey, way.opening);
    const thickness = storey.walls[way.opening.wall]?.thickness ?? 0;
    return jambs ? [bodyRectangle({ a: jambs[0], b: jambs[1], half: thickness / 2 + body })] : [];
  });
  if (doorways.length === 0) return outline;
  const parts = difference([outline, ...doorways.map((outer) => ({ outer, holes: [] }))], []);
  return parts.find((part) => polygonContains(part, room.label)) ?? outline;
}
