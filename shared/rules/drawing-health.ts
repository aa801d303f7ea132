import { type MissKind, type NearMiss, nearMisses } from '../derive/near-misses.ts';
import type { Room, StoreyRooms } from '../derive/room.ts';
import { capital, doorWords } from '../plan/door-words.ts';
import type { HouseholdId, RoomId, Storey } from '../plan/model.ts';
import { roomUseWords } from '../plan/words.ts';
import { type Language, type Text, text } from '../text.ts';
import type { Finding, Source } from './finding.ts';
import { type Rule, squareMetres } from './rule.ts';

/** What the drawing itself leaves open, so that nothing is dropped in silence. */
export const drawingHealth: Rule = ({ plan, after, households }) => [
  ...after.flatMap((derived) => storeyHealth(plan.storeys[derived.storey]!, derived)),
  ...[...households.values()].flatMap((state) =>
    state.rooms.length > 0 ? [] : [withoutRooms(state.id, state.door)],
  ),
];

const source: Source = { clause: text('图面检查', 'Check of the drawing'), certainty: 'A' };

/** mm2: a face smaller than this is a shaft or a wall cavity that nobody needs to name. */
const smallestRoom = 500_000;

function storeyHealth(storey: Storey, derived: StoreyRooms): Finding[] {
  return [
    ...derived.rooms.flatMap((room) => {
      if (room.tags.length === 0 && room.area >= smallestRoom) return [untagged(storey, room)];
      if (room.tags.length > 1) return [manyTags(storey, room)];
      if (room.holders.length === 0 && room.use !== null && room.use !== 'shaft') {
        return [withoutHolder(storey, room)];
      }
      return [];
    }),
    ...derived.looseTags.map((id) => looseTag(derived, storey, id)),
    ...nearMisses(storey.joints, storey.walls).map((miss) => nearMiss(derived, storey, miss)),
  ];
}

/** A finding of the drawing itself, without a number. */
export function drawingFinding(
  kind: string,
  id: string,
  severity: Finding['severity'],
  about: Finding['about'],
  place: Finding['place'],
  words: Text,
): Finding {
  return {
    id: `drawing/${kind}/${id}`,
    rule: `drawing/${kind}`,
    severity,
    about,
    households: [],
    place,
    measured: null,
    required: null,
    source,
    text: words,
  };
}

const aboutTags = (room: Room): Finding['about'] =>
  room.tags.map((id) => ({ kind: 'room', id, storey: room.storey }));

const untagged = (storey: Storey, room: Room): Finding =>
  drawingFinding(
    'untagged',
    `${room.storey}/${room.id}`,
    'unknown',
    [{ kind: 'storey', id: room.storey, storey: room.storey }],
    { storey: room.storey, at: room.label },
    text(
      `${storey.name}有一间 ${squareMetres(room.area)} m² 的房间未标注用途。请用“房间”工具标注。`,
      `A room of ${squareMetres(room.area)} m² on ${storey.name} has no tag. Name it with the room tool.`,
    ),
  );

const manyTags = (storey: Storey, room: Room): Finding => {
  const names = (language: Language): string[] =>
    room.tags.map((id) => {
      const tag = storey.rooms[id];
      return tag?.name || roomUseWords[tag?.use ?? 'other'][language];
    });
  return drawingFinding(
    'many-tags',
    `${room.storey}/${room.id}`,
    'unknown',
    aboutTags(room),
    { storey: room.storey, at: room.label },
    text(
      `${storey.name}的一间房间有 ${room.tags.length} 个标注（${names('zh').join('、')}）。请补画隔墙，或删去多余标注。`,
      `One room on ${storey.name} has ${room.tags.length} tags (${names('en').join(', ')}). Draw the wall between them or delete a tag.`,
    ),
  );
};

const withoutHolder = (storey: Storey, room: Room): Finding =>
  drawingFinding(
    'no-holder',
    `${room.storey}/${room.id}`,
    'unknown',
    aboutTags(room),
    { storey: room.storey, at: room.label },
    text(
      `${storey.name}的“${room.name || roomUseWords[room.use ?? 'other'].zh}”未指定归属，无法判断由谁使用。`,
      `Nobody holds "${room.name || roomUseWords[room.use ?? 'other'].en}" on ${storey.name}, so its use cannot be judged.`,
    ),
  );

function looseTag(derived: StoreyRooms, storey: Storey, id: RoomId): Finding {
  const tag = storey.rooms[id]!;
  return drawingFinding(
    'loose-tag',
    `${derived.storey}/${id}`,
    'unknown',
    [{ kind: 'room', id, storey: derived.storey }],
    { storey: derived.storey, at: tag.at },
    text(
      `${storey.name}的标注“${tag.name || roomUseWords[tag.use].zh}”不在任何封闭的房间内。请闭合墙体，或移动标注。`,
      `The tag "${tag.name || roomUseWords[tag.use].en}" on ${storey.name} lies in no closed room. Close the walls or move the tag.`,
    ),
  );
}

const repairs: Record<MissKind, Text> = {
  extend: text('延长到墙', 'Extend to the wall'),
  trim: text('修剪到墙', 'Trim to the wall'),
  join: text('接到端点', 'Join to the end'),
};

function nearMiss(derived: StoreyRooms, storey: Storey, miss: NearMiss): Finding {
  const { kind, joint, wall, at, to, gap } = miss;
  const words =
    kind === 'trim'
      ? text(
          `${storey.name}有一道墙穿过另一道墙，多出 ${gap} mm。`,
          `A wall on ${storey.name} runs ${gap} mm through another wall.`,
        )
      : text(
          `${storey.name}有一道墙的端头差 ${gap} mm 未接上，两侧房间会连成一间。`,
          `The end of a wall on ${storey.name} misses by ${gap} mm, so the rooms beside it run together.`,
        );
  const about: Finding['about'] = [{ kind: 'wall', id: wall, storey: derived.storey }];
  const place = { storey: derived.storey, at };
  return {
    ...drawingFinding('near-miss', `${derived.storey}/${joint}`, 'unknown', about, place, words),
    measured: { value: gap, unit: 'mm' },
    required: { value: 0, unit: 'mm' },
    fix: { kind: 'move-end', label: repairs[kind], storey: derived.storey, joint, to },
  };
}

const withoutRooms = (id: HouseholdId, door: string): Finding => ({
  ...drawingFinding(
    'household-without-rooms',
    id,
    'unknown',
    [{ kind: 'household', id }],
    null,
    text(
      `${doorWords([door]).zh}在图上没有房间，无法判断煤卫是否独用。`,
      `${capital(doorWords([door]).en)} has no room on the plan, so its facilities cannot be judged.`,
    ),
  ),
  households: [id],
});
