import { labelledAxes } from '../../shared/derive/axis-labels.ts';
import { measuredDimension } from '../../shared/derive/dimensions.ts';
import type { Room } from '../../shared/derive/room.ts';
import type {
  DimensionId,
  FixtureId,
  NoteId,
  OpeningId,
  Phase,
  Plan,
  RiserId,
  Storey,
  WallId,
} from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import type { Stop } from '../editor/walk.ts';
import { wallLine } from '../tools/plane.ts';
import { m2, mm } from './say.ts';
import { fixtureWords, openingWords, riserWords, roomUseWords } from './words.ts';

/** What an element is, in one breath, for those who hear the plan: `wall, 3,240 mm, bearing, existing`. */
export function stopWords(
  plan: Plan,
  storey: Storey,
  rooms: readonly Room[],
  stop: Pick<Stop, 'kind' | 'id'>,
): Text {
  switch (stop.kind) {
    case 'wall': {
      const wall = storey.walls[stop.id as WallId];
      if (!wall) break;
      const length = mm(wallLine(storey, wall)?.length ?? 0);
      if (wall.kind === 'boundary') {
        return listed(text('分界线', 'boundary line'), same(length), phases[wall.phase]);
      }
      const kind = wall.kind === 'bearing' ? text('承重', 'bearing') : text('非承重', 'partition');
      return listed(text('墙', 'wall'), same(length), kind, phases[wall.phase]);
    }
    case 'opening': {
      const opening = storey.openings[stop.id as OpeningId];
      if (!opening) break;
      const width = text(`宽 ${mm(opening.width)}`, `${mm(opening.width)} wide`);
      return listed(lower(openingWords[opening.kind]), width, phases[opening.phase]);
    }
    case 'fixture': {
      const fixture = storey.fixtures[stop.id as FixtureId];
      if (!fixture) break;
      const size = same(`${fixture.width} × ${fixture.depth} mm`);
      return listed(lower(fixtureWords[fixture.kind]), size, phases[fixture.phase]);
    }
    case 'riser': {
      const riser = storey.risers[stop.id as RiserId];
      if (!riser) break;
      return listed(lower(riserWords[riser.kind]), same(riser.line), phases[riser.phase]);
    }
    case 'dimension': {
      const dimension = storey.dimensions?.[stop.id as DimensionId];
      if (!dimension) break;
      const { lengths } = measuredDimension(storey, dimension);
      return listed(text('尺寸标注', 'dimension'), ...lengths.map((length) => same(mm(length))));
    }
    case 'note': {
      const note = storey.notes?.[stop.id as NoteId];
      if (!note) break;
      return listed(text('文字', 'note'), same(note.words.replaceAll('\n', ' ')));
    }
    case 'axis': {
      const axis = labelledAxes(plan.axes).find(({ id }) => id === stop.id);
      if (!axis) break;
      const place = `${axis.runs === 'upright' ? 'x' : 'y'} ${axis.place}`;
      return listed(text(`轴线 ${axis.label}`, `axis ${axis.label}`), same(place));
    }
    case 'room': {
      const room = rooms.find(({ id }) => id === stop.id);
      if (!room) break;
      const use = room.use ? lower(roomUseWords[room.use]) : text('未标注的房间', 'untagged room');
      const what = room.name ? listed(same(room.name), use) : use;
      return listed(what, same(m2(room.area)), holders(plan, room));
    }
  }
  return text('', '');
}

/** `wall, ...; 4 of 57` */
export const countedWords = (words: Text, index: number, count: number): Text =>
  text(`${words.zh}；第 ${index} 个，共 ${count} 个`, `${words.en}; ${index} of ${count}`);

const phases: Readonly<Record<Phase, Text>> = {
  existing: text('现状', 'existing'),
  demolished: text('拆除', 'demolished'),
  new: text('新建', 'new'),
};

function holders(plan: Plan, room: Room): Text {
  if (room.holders.length === 0) return text('未定归属', 'held by nobody yet');
  const doors = room.holders.map((holder) =>
    holder === 'building'
      ? text('公共', 'the building')
      : same(plan.households[holder]?.door ?? ''),
  );
  return text(
    `归属 ${doors.map(({ zh }) => zh).join('、')}`,
    `held by ${doors.map(({ en }) => en).join(', ')}`,
  );
}

const same = (words: string): Text => text(words, words);
const lower = ({ zh, en }: Text): Text => text(zh, en === 'WC' ? en : en.toLowerCase());
const listed = (...words: readonly Text[]): Text =>
  text(words.map(({ zh }) => zh).join('，'), words.map(({ en }) => en).join(', '));
