import { isSameHome } from '../../derive/open-floor.ts';
import type { Room } from '../../derive/room.ts';
import { stackedRooms } from '../../derive/room-overlaps.ts';
import type { RoomUse } from '../../plan/model.ts';
import { text } from '../../text.ts';
import { roomOf } from '../room-words.ts';
import {
  aboutRooms,
  holdersOf,
  placeOf,
  roundedSquareMetres,
  type Situation,
  squareMetres,
  type Verdict,
} from '../rule.ts';
import { unknownOverUndrawn } from '../undrawn.ts';

/**
 * Rooms that lie over a room of another household on the storey below, by more than `slack` m2. Over
 * a room that the same households hold, and nobody else, they may lie; over one whose use or holder
 * nobody has said it is not known, nor where the storey below is not drawn.
 * `belowOf` says over which uses a room of a use must not lie.
 */
export function overOthers(
  situation: Situation,
  above: readonly RoomUse[],
  belowOf: (upper: RoomUse) => readonly RoomUse[],
  slack: number,
): { readonly verdicts: Verdict[]; readonly unclear: Room[] } {
  const unclear = new Set<Room>();
  const { plan } = situation;
  const isMeant = ({ use }: Room): boolean => use !== null && above.includes(use);
  const verdicts = stackedRooms(plan, 'after').flatMap(({ over }) =>
    [...over.values()].flat().flatMap((overlap): Verdict[] => {
      const { above: upper, below: lower, area } = overlap;
      if (!isMeant(upper) || area <= slack * 1e6 || upper.holders.length === 0) return [];
      const below = belowOf(upper.use!);
      if (lower.use === null || (below.includes(lower.use) && lower.holders.length === 0)) {
        unclear.add(upper);
        return [];
      }
      if (!below.includes(lower.use)) return [];
      const residents = holdersOf(lower);
      if (residents.length === 0 || isSameHome(upper, lower)) return [];
      const [one, other] = [roomOf(plan, upper), roomOf(plan, lower)];
      return [
        {
          key: `${upper.storey}/${upper.id}/${lower.storey}/${lower.id}`,
          about: aboutRooms([upper, lower]),
          households: [...new Set([...holdersOf(upper), ...residents])].sort(),
          place: placeOf(upper),
          measured: { value: roundedSquareMetres(area), unit: 'm2' },
          required: { value: 0, unit: 'm2' },
          text: text(
            `${one.zh}位于${other.zh}上方，重叠 ${squareMetres(area)} m²。`,
            `The ${one.en} lies above the ${other.en}; ${squareMetres(area)} m² lie over each other.`,
          ),
        },
      ];
    }),
  );
  const judged = situation.rooms.filter((room) => isMeant(room) && room.holders.length > 0);
  return {
    verdicts: [...verdicts, ...unknownOverUndrawn(situation, judged)],
    unclear: [...unclear],
  };
}
