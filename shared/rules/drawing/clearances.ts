import { fixtureCentre, fixtureCorners } from '../../derive/footprint.ts';
import { once } from '../../derive/once.ts';
import { perRoom } from '../../derive/per-room.ts';
import type { Room } from '../../derive/room.ts';
import type { Placed } from '../../derive/room-contents.ts';
import { type Cramped, crampedIn, leavesFree, type Needs } from '../../derive/use-space.ts';
import { getsOnto } from '../../derive/way-into.ts';
import type { Polygon } from '../../geometry/polygon.ts';
import { type Text, text } from '../../text.ts';
import { byRoom } from '../by-room.ts';
import { type FixtureDemands, usualDemands } from '../fixture-demands.ts';
import { roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, rule, type Situation, type Verdict } from '../rule.ts';
import { sideWords } from '../side-words.ts';
import { fixtureIn } from '../which-fixture.ts';
import { doorsOf } from '../width/passage.ts';
import { ofDrawing } from './drawing-source.ts';

/** The profile's demands, as the floor each kind of fixture needs. */
const needsOf = once(
  ({ wc, basin, shower, washer, standing }: FixtureDemands): Needs => ({
    wc: { front: wc.front.least, middleToSide: wc.middleToSide.least },
    basin: { front: basin.front.least },
    shower: { entry: shower.entry },
    sink: { front: standing.least },
    cooker: { front: standing.least },
    worktop: { front: standing.least },
    washer: { front: washer.front },
  }),
);

/** Fixtures without the floor that people need to use them. */
export const clearances = rule({
  ...ofDrawing,
  id: 'drawing/clearance',
  severity: 'warning',
  source: usualDemands.source,
  title: text('设施前的空地', 'Floor before fixtures'),
  asks: text(
    '空地（mm）：便器前 {wc.front.least}，洗面器前 {basin.front.least}，洗涤池、灶具、操作台前 {standing.least}，洗衣机前 {washer.front}，淋浴入口 {shower.entry}，便器中线到侧墙 {wc.middleToSide.least}。',
    'Free floor in mm: {wc.front.least} before a WC, {basin.front.least} before a basin, {standing.least} before sink, cooker and worktop, {washer.front} before a washing machine, {shower.entry} to enter a shower, {wc.middleToSide.least} from the middle of a WC to a side wall.',
  ),
  how: text(
    '从设施前沿垂直量到墙面或别的设施，整个宽度内最近处；便器另从中线向两侧量到墙面，凸出的管井算侧墙，旁边的设施不算侧墙；挂墙的热水器、燃气表和湿地面淋浴不算障碍；经分界线和没有门扇的门洞通到本户别的房间的地面一并计算。淋浴三面都不足时，看宽 {shower.entry} mm 的人（按圆计）能否从门走到淋浴地面上。尺寸在审查标准里修改。',
    'From its front edge straight to the wall or to what stands there, over its whole width; of a WC also from its middle to the walls on both sides, where what stands beside it is no wall, but a boxed riser is one; a heater or meter on the wall and a wet-floor shower are no obstacle; floor of the same home beyond a boundary or a passage without a leaf counts as well. A shower with less on all sides passes where a round person of {shower.entry} mm gets onto its floor from a door. The sizes are those of the profile.',
  ),
  judge: (situation) =>
    situation.rooms.flatMap((room) => {
      if (situation.fixturesOf(room).length === 0) return [];
      const { outline, beyond } = situation.floorOf(room);
      return crampedFixtures(situation, room, situation.profile.fixtures, outline, beyond);
    }),
});

const crampedFixtures = byRoom(
  (
    situation,
    room,
    demands: FixtureDemands,
    outline: Polygon,
    beyond: readonly Placed[],
  ): readonly Verdict[] =>
    crampedOf(situation, room, demands, outline, beyond).map((cramped): Verdict => {
      const { id, fixture, need, free, least } = cramped;
      const { x, y } = fixtureCentre(fixture);
      const { storey } = room;
      const side = sideWords(situation.storeyOf(room), free.to);
      const words = wordsOf(cramped, fixtureIn(situation, room, cramped), side);
      const whose = roomOf(situation.plan, room);
      return {
        key: `${storey}/${id}/${need}`,
        about: [{ kind: 'fixture', id, storey }, ...aboutRooms([room])],
        households: holdersOf(room),
        place: { storey, at: { x: Math.round(x), y: Math.round(y) } },
        measured: { value: Math.max(0, Math.round(free.width)), unit: 'mm' },
        required: { value: least, unit: 'mm' },
        line: { storey, from: free.from, to: free.to },
        text: text(`${whose.zh}里，${words.zh}`, `In the ${whose.en}, ${words.en}`),
      };
    }),
);

function crampedOf(
  situation: Situation,
  room: Room,
  demands: FixtureDemands,
  outline: Polygon,
  beyond: readonly Placed[],
): readonly Cramped[] {
  const placed = situation.fixturesOf(room);
  const cramped = crampedIn(room, needsOf(demands), placed, outline, beyond);
  if (!cramped.some(({ need }) => need === 'entry')) return cramped;
  const doorways = doorsOf(situation, room).flatMap(({ at }) => [at.x, at.y]);
  return withoutWetFloors(room, cramped, placed, ...doorways);
}

/** A wet floor may be stepped onto straight from a door. Each two numbers are the place of one. */
const withoutWetFloors = perRoom(
  (
    room: Room,
    cramped: readonly Cramped[],
    placed: readonly Placed[],
    ...numbers: readonly number[]
  ): readonly Cramped[] => {
    const bodies = placed
      .filter(({ fixture }) => !leavesFree.includes(fixture.kind))
      .map(({ fixture }) => fixtureCorners(fixture));
    const doorways = numbers.flatMap((x, index) =>
      index % 2 === 0 ? [{ x, y: numbers[index + 1]! }] : [],
    );
    const outline = { outer: room.polygon, holes: room.holes };
    return cramped.filter(
      ({ need, fixture, least }) =>
        need !== 'entry' || !getsOnto(fixture, outline, bodies, doorways, least),
    );
  },
);

function wordsOf({ need, free, least }: Cramped, noun: Text, side: Text): Text {
  const width = Math.max(0, Math.round(free.width));
  switch (need) {
    case 'front':
      if (width === 0) {
        return text(
          `${noun.zh}前没有空地，至少要 ${least} mm 才能使用。`,
          `there is no free floor before the ${noun.en}; people need at least ${least} mm.`,
        );
      }
      return text(
        `${noun.zh}前只有 ${width} mm，至少要 ${least} mm 才能使用。`,
        `there are only ${width} mm before the ${noun.en}; people need at least ${least} mm.`,
      );
    case 'middleToSide':
      return text(
        `${noun.zh}中线离${side.zh}只有 ${width} mm，至少要 ${least} mm。`,
        `the middle of the ${noun.en} is only ${width} mm from ${side.en}; it needs at least ${least} mm.`,
      );
    case 'entry':
      return text(
        `${noun.zh}入口只有 ${width} mm，至少要 ${least} mm。`,
        `the way into the ${noun.en} is only ${width} mm wide; people need at least ${least} mm.`,
      );
  }
}
