import { type FixtureConflict, fixtureConflicts } from '../../derive/fixture-conflicts.ts';
import { fixtureCentre } from '../../derive/footprint.ts';
import type { StoreyRooms } from '../../derive/room.ts';
import { roomLocator } from '../../derive/room-locator.ts';
import { doorWords } from '../../plan/door-words.ts';
import type { FixtureId, Plan, Point, RiserId, Storey } from '../../plan/model.ts';
import { fixtureNouns, riserNouns } from '../../plan/words.ts';
import { type Text, text } from '../../text.ts';
import { householdsAt } from '../households-at.ts';
import { nounOfUse, roomOf } from '../room-words.ts';
import { rule, type Verdict } from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';

/** A fixture drawn in a wall, a riser or another fixture stands nowhere. */
export const fixturesInTheWay = rule({
  ...ofDrawing,
  id: 'drawing/fixture-conflict',
  severity: 'warning',
  title: text('设施重叠或不在房间内', 'Fixtures in the way'),
  asks: text(
    '设施在房间里，不与墙、立管和别的设施重叠。',
    'A fixture stands in a room, clear of walls, risers and other fixtures.',
  ),
  how: text(
    '平面尺寸重叠 5 mm 以上；嵌在操作台里的、挂墙的和共用地面的淋浴除外。',
    'Outlines that lap by more than 5 mm; what is let into a worktop, hangs on the wall, or shares the floor as a shower does is left out.',
  ),
  judge: ({ plan, after }) =>
    after.flatMap((rooms) => {
      const id = rooms.storey;
      const storey = plan.storeys[id]!;
      return fixtureConflicts(id, storey).map((conflict): Verdict => {
        const fixture = storey.fixtures[conflict.fixture]!;
        const { x, y } = fixtureCentre(fixture);
        const at = { x: Math.round(x), y: Math.round(y) };
        const own = { kind: 'fixture', id: conflict.fixture, storey: id } as const;
        return {
          key: `${id}/${conflict.fixture}/${conflict.other?.id ?? conflict.with}`,
          about: conflict.other ? [own, conflict.other] : [own],
          place: { storey: id, at },
          text: conflictWords(storey, conflict, placeWords(plan, rooms, at)),
        };
      });
    }),
});

/** Whose room it stands in, or beside whose rooms where it stands in a wall: `301室的卫生间里的`, ` in the bathroom of …`. */
function placeWords(plan: Plan, rooms: StoreyRooms, at: Point): Text {
  const room = roomLocator(rooms).at(at);
  if (room) {
    const isNamed = room.use !== null && room.use !== 'other';
    const named = roomOf(plan, room, isNamed ? nounOfUse(room) : text('房间', 'room'));
    return text(`${named.zh}里的`, ` in the ${named.en}`);
  }
  const { name } = plan.storeys[rooms.storey]!;
  const beside = householdsAt([rooms], { storey: rooms.storey, at });
  if (beside.length === 0) return text(`${name}的`, ` on ${name}`);
  const doors = doorWords(beside.map((one) => plan.households[one]?.door ?? one));
  return text(`${name}紧邻${doors.zh}的`, ` on ${name}, beside ${doors.en},`);
}

function conflictWords(
  storey: Storey,
  { fixture, with: what, other }: FixtureConflict,
  where: Text,
): Text {
  const noun = fixtureNouns[storey.fixtures[fixture]!.kind];
  const zh = `${where.zh}${noun.zh}`;
  const en = `The ${noun.en}${where.en}`;
  switch (what) {
    case 'wall':
      return text(
        `${zh}与墙重叠，摆不下。请移动设施或墙。`,
        `${en} stands in a wall. Move one of them.`,
      );
    case 'riser': {
      const riser = riserNouns[storey.risers[other!.id as RiserId]!.kind];
      return text(
        `${zh}与${riser.zh}重叠，摆不下。请移动设施。`,
        `${en} stands in the ${riser.en}. Move the ${noun.en}.`,
      );
    }
    case 'fixture': {
      const second = fixtureNouns[storey.fixtures[other!.id as FixtureId]!.kind];
      return text(
        `${zh}与另一件设施（${second.zh}）重叠，摆不下。请移开其中一件。`,
        `${en} and a ${second.en} stand in the same place. Move one of them.`,
      );
    }
    case 'outside':
      return text(
        `${zh}不在任何房间内。请移到房间里，或删除。`,
        `${en} stands in no room. Move it into one, or delete it.`,
      );
  }
}
