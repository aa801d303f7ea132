import { fixtureCorners } from '../../derive/footprint.ts';
import type { Room } from '../../derive/room.ts';
import type { Placed } from '../../derive/room-contents.ts';
import { rectanglesOverlap } from '../../geometry/body.ts';
import { distance, nearestOnSegment, side } from '../../geometry/point.ts';
import type { Ring } from '../../geometry/polygon.ts';
import { entries, type Point, type Storey } from '../../plan/model.ts';
import { standsAt } from '../../plan/phase.ts';
import { text } from '../../text.ts';
import { roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, number, rule, type Situation, type Verdict } from '../rule.ts';
import { fixtureIn } from '../which-fixture.ts';
import { ofDrawing } from './drawing-source.ts';

/** mm that a drawing may be off. */
const tolerance = 1;

/** Spray on a cooker in use: no clause, but what people who share one small room should be told. */
export const cookerAtShower = rule({
  ...ofDrawing,
  id: 'drawing/cooker-at-shower',
  severity: 'warning',
  title: text('灶具紧邻淋浴', 'Cooker beside the shower'),
  asks: text(
    '同一间里，灶具离淋浴湿地面 {apart} mm 以上，或用墙隔开。',
    'In one room a cooker stands {apart} mm or more from the wet floor of a shower, or behind a wall.',
  ),
  how: text(
    '灶具与淋浴平面之间最近处的净距（mm），同一间房间内量；当中有墙隔断的不算。本软件的规则，不是规范条文；可按项目改数或关掉。',
    'The least clear distance (mm) between the outlines of a cooker and a shower in one room; none where a wall stands between them. A rule of this program, no clause: its number can be changed and it can be switched off.',
  ),
  numbers: { apart: number(600, 'mm', '灶具到淋浴的净距', 'cooker to shower') },
  judge: (situation, { apart }) =>
    situation.rooms.flatMap((room) => {
      const fixtures = situation.fixturesOf(room);
      const showers = fixtures.filter(({ fixture }) => fixture.kind === 'shower');
      const cookers = fixtures.filter(({ fixture }) => fixture.kind === 'cooker');
      return cookers.flatMap((cooker) =>
        showers.flatMap((shower) => verdictOn(situation, room, cooker, shower, apart) ?? []),
      );
    }),
});

function verdictOn(
  situation: Situation,
  room: Room,
  cooker: Placed,
  shower: Placed,
  apart: number,
): Verdict | null {
  const { storey } = room;
  const [own, other] = [fixtureCorners(cooker.fixture), fixtureCorners(shower.fixture)];
  const [from, to] = nearestBetween(own, other);
  const gap = rectanglesOverlap(own, other) ? 0 : distance(from, to);
  if (gap >= apart - tolerance || isWalledOff(situation.storeyOf(room), from, to)) return null;
  const value = Math.round(gap);
  const { zh, en } = roomOf(situation.plan, room);
  const which = fixtureIn(situation, room, cooker);
  const wet = fixtureIn(situation, room, shower, text('淋浴湿地面', 'shower'));
  const short = (p: Point): Point => ({ x: Math.round(p.x), y: Math.round(p.y) });
  return {
    key: `${storey}/${cooker.id}/${shower.id}`,
    about: [
      { kind: 'fixture', id: cooker.id, storey },
      { kind: 'fixture', id: shower.id, storey },
      ...aboutRooms([room]),
    ],
    households: holdersOf(room),
    place: { storey, at: short(from) },
    measured: { value, unit: 'mm' },
    required: { value: apart, unit: 'mm' },
    ...(value > 0 ? { line: { storey, from: short(from), to: short(to) } } : {}),
    text: text(
      `${zh}的${which.zh}离${wet.zh}只有 ${value} mm，淋浴的水会溅到灶上；宜离开 ${apart} mm，或在中间加隔墙。`,
      `In the ${en} the ${which.en} stands ${value} mm from the ${wet.en}, within its spray; ${apart} mm or a wall between them is asked.`,
    ),
  };
}

/** The two places at which outlines come nearest to each other. */
function nearestBetween(one: Ring, other: Ring): readonly [Point, Point] {
  let best: readonly [Point, Point] = [one[0]!, other[0]!];
  const look = (corners: Ring, sides: Ring, isTurned: boolean): void => {
    for (const corner of corners) {
      for (let index = 0; index < sides.length; index++) {
        const at = nearestOnSegment(corner, sides[index]!, sides[(index + 1) % sides.length]!);
        if (distance(corner, at) >= distance(...best)) continue;
        best = isTurned ? [at, corner] : [corner, at];
      }
    }
  };
  look(one, other, false);
  look(other, one, true);
  return best;
}

/** Whether a wall, not a mere boundary, crosses the straight way between two places. */
function isWalledOff(storey: Storey, from: Point, to: Point): boolean {
  return entries(storey.walls).some(([, wall]) => {
    const a = storey.joints[wall.a];
    const b = storey.joints[wall.b];
    if (!a || !b || wall.kind === 'boundary' || !standsAt(wall.phase, 'after')) return false;
    return side(a, b, from) * side(a, b, to) < 0 && side(from, to, a) * side(from, to, b) < 0;
  });
}
