import { hasExit, isBuildings, isCommon } from '../../derive/reach.ts';
import type { Room } from '../../derive/room.ts';
import { text } from '../../text.ts';
import { aboutRooms, holdersOf, placeOf, type Situation, type Verdict } from '../rule.ts';

/**
 * F1: the common corridors from which homes are entered, on a storey of which neither a stair nor a way
 * outside is drawn: the homes are taken for reached, and whether people get out is said to be unknown,
 * once for the storey.
 */
export const commonWayOut = (situation: Situation): Verdict[] =>
  situation.after.flatMap((rooms): Verdict[] => {
    if (hasExit(situation.plan, rooms)) return [];
    const homesAt = (room: Room): Room[] =>
      situation
        .waysOf(room)
        .flatMap(({ link, to }) => (link.kind !== 'window' && to ? [to] : []))
        .filter((to) => holdersOf(to).length > 0);
    const corridors = rooms.rooms.filter(
      (room) => isBuildings(room) && isCommon(room) && homesAt(room).length > 0,
    );
    if (corridors.length === 0) return [];
    const { name } = situation.storeyOf(rooms);
    return [
      {
        key: `way-out/${rooms.storey}`,
        about: aboutRooms(corridors),
        households: [...new Set(corridors.flatMap(homesAt).flatMap(holdersOf))].sort(),
        place: placeOf(corridors[0]),
        missing: text('楼梯或通室外的门', 'a stair or a door outside'),
        text: text(
          `${name}没有画楼梯，也没有画公共部位通室外的门，住户经走廊能否走到室外无法判定。`,
          `Neither a stair nor a common door outside is drawn on ${name}, so whether people get outside by the corridor cannot be judged.`,
        ),
      },
    ];
  });
