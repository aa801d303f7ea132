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

/**
 * Rooms that lie over a room of another household on the storey below, by more than `slack` m2. Over
 * a room of their own household they may lie; over one whose use or holder nobody has said it is not
 * known.
 */
export function overOthers(
  situation: Situation,
  above: readonly RoomUse[],
  below: readonly RoomUse[],
  slack: number,
): { readonly verdicts: Verdict[]; readonly unclear: Room[] } {
  const unclear = new Set<Room>();
  const verdicts = stackedRooms(situation.plan, 'after').flatMap(({ over }) =>
    [...over.values()].flat().flatMap((overlap): Verdict[] => {
      const { above: upper, below: lower, area } = overlap;
      if (upper.use === null || !above.includes(upper.use) || area <= slack * 1e6) return [];
      const owners = holdersOf(upper);
      if (owners.length === 0) return [];
      if (lower.use === null || (below.includes(lower.use) && lower.holders.length === 0)) {
        unclear.add(upper);
        return [];
      }
      if (!below.includes(lower.use)) return [];
      const others = holdersOf(lower).filter((holder) => !owners.includes(holder));
      if (others.length === 0) return [];
      const [one, other] = [roomOf(situation.plan, upper), roomOf(situation.plan, lower)];
      return [
        {
          key: `${upper.storey}/${upper.id}/${lower.storey}/${lower.id}`,
          about: aboutRooms([upper, lower]),
          households: [...new Set([...owners, ...others])].sort(),
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
  return { verdicts, unclear: [...unclear] };
}
