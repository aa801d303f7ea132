import { hasExit } from '../../derive/reach.ts';
import type { Room } from '../../derive/room.ts';
import { capital } from '../../plan/door-words.ts';
import { text } from '../../text.ts';
import { countedRooms } from '../room-counts.ts';
import { roomOf } from '../room-words.ts';
import {
  aboutRooms,
  holdersOf,
  number,
  placeOf,
  rule,
  type Situation,
  type Verdict,
} from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';

/** Rooms that no door leads into, alone or among themselves. What a household holds is F1's. */
export const roomsWithoutEntry = rule({
  ...ofDrawing,
  id: 'drawing/no-entry',
  severity: 'warning',
  title: text('没有门的房间', 'Rooms that nobody can enter'),
  asks: text('每间房间都有门或门洞进去。', 'A door or a passage leads into every room.'),
  how: text(
    '有标注、不归住户的房间，没有门、门洞或分界线；或只与同样的房间相通，既不通楼梯、住户，也不通室外（该层没有画楼梯和出口的，不通走廊）。管道井和小于 {least} m² 的除外，住户的房间按 F1。',
    'A tagged room that no household holds, without door, passage or boundary; or that leads only to others like it, and to no stair, home or outside (where a storey has neither stair nor exit, to no corridor). Shafts and what is smaller than {least} m² are left out, rooms of households go by F1.',
  ),
  numbers: { least: number(0.5, 'm2', '此面积起算房间', 'area from which it is a room') },
  judge: (situation, { least }) => {
    const seen = new Set<Room>();
    return situation.rooms.flatMap((room): Verdict[] => {
      if (seen.has(room) || !isJudged(room, least)) return [];
      const island = islandOf(situation, room);
      for (const one of island) seen.add(one);
      return isCutOff(situation, island) ? [verdict(situation, island)] : [];
    });
  },
});

const isJudged = (room: Room, least: number): boolean =>
  room.tags.length > 0 &&
  room.use !== 'shaft' &&
  room.area >= least * 1e6 &&
  holdersOf(room).length === 0;

/** All rooms to which one gets from this without leaving the storey, itself the first. */
function islandOf(situation: Situation, room: Room): Room[] {
  const island = new Set([room]);
  for (const one of island) {
    for (const { link, to } of situation.waysOf(one)) {
      if (link.kind !== 'window' && to) island.add(to);
    }
  }
  return [...island];
}

function isCutOff(situation: Situation, island: readonly Room[]): boolean {
  const leadsOutside = (room: Room): boolean =>
    situation.waysOf(room).some(({ link, to }) => link.kind !== 'window' && to === null);
  if (island.some(leadsOutside)) return false;
  if (island.length === 1) return true;
  const rooms = situation.after.find(({ storey }) => storey === island[0]!.storey)!;
  const isPassed = hasExit(situation.plan, rooms)
    ? ({ use }: Room) => use === 'stair'
    : ({ use }: Room) => use === 'stair' || use === 'corridor' || use === 'hall';
  // What nobody has tagged may be the stair.
  return !island.some(
    (room) => room.tags.length === 0 || holdersOf(room).length > 0 || isPassed(room),
  );
}

function verdict({ plan }: Situation, island: readonly Room[]): Verdict {
  const [room] = island;
  const { name } = plan.storeys[room!.storey]!;
  const counted = countedRooms(island);
  const named = roomOf(plan, room!);
  return {
    key: `${room!.storey}/${room!.id}`,
    about: aboutRooms(island),
    place: placeOf(room),
    text:
      island.length === 1
        ? text(
            `${named.zh}没有门，谁也进不去。`,
            `No door leads into the ${named.en}; nobody can enter it.`,
          )
        : text(
            `${name}有 ${counted.zh}只互相连通，不通楼梯、住户或室外，谁也进不去。`,
            `${capital(counted.en)} on ${name} lead only into each other, to no stair, home or outside; nobody can enter them.`,
          ),
  };
}
