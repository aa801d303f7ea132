import { exactHouseholdArea, householdArea, isCounted } from '../../derive/household-area.ts';
import { isUnchanged } from '../../derive/unchanged.ts';
import { capital, doorWords } from '../../plan/door-words.ts';
import { entries } from '../../plan/model.ts';
import { text } from '../../text.ts';
import {
  aboutRooms,
  number,
  placeOf,
  roundedSquareMetres,
  rule,
  squareMetres,
  type Verdict,
} from '../rule.ts';

/** F2: no household loses usable area against its survey. */
export const usableAreaKept = rule({
  id: 'F2',
  topic: 'own',
  title: text('面积不减少', 'No loss of area'),
  asks: text(
    '改造后每户的使用面积不小于改造前；减少的要有住户同意的记录。',
    'No household has less usable area after the works than before; a loss needs its recorded consent.',
  ),
  how: text(
    '独用房间全部计入，合用的居室按户数平分，合用的厨房、卫生间、过道不计；改造前后用同一算法。图上没有画改造前房间的住户无法判定。',
    'Rooms held alone count whole, rooms lived in together are divided by households, shared kitchens, bathrooms and halls do not count; the same before and after. A household without rooms in the survey cannot be judged.',
  ),
  numbers: {
    loss: number(0, 'm2', '允许减少', 'loss that is let pass'),
  },
  severity: 'warning',
  source: { clause: text('成套改造的惯例', 'practice of the programme'), certainty: 'C' },
  judge: ({ plan, households, before }, { loss }) => {
    if (entries(plan.storeys).every(([, storey]) => isUnchanged(storey))) return [];
    const surveyed = before();
    return [...households.values()].flatMap((state): Verdict[] => {
      const was = surveyed.get(state.id);
      if (!was || state.rooms.length === 0) return [];
      const door = doorWords([state.door]);
      const common = {
        // What was measured, and no kitchen that it shares.
        about: state.rooms.some(isCounted)
          ? aboutRooms(state.rooms.filter(isCounted))
          : [{ kind: 'household', id: state.id } as const],
        households: [state.id],
        place: placeOf(state.rooms[0]),
      };
      if (was.rooms.length === 0) {
        return [
          {
            ...common,
            key: state.id,
            missing: text('改造前的房间', 'its rooms before the works'),
            text: text(
              `${door.zh}没有改造前的房间，面积是否减少无法判定。`,
              `${capital(door.en)} has no room in the survey, so whether it loses area cannot be judged.`,
            ),
          },
        ];
      }
      const [before, after] = [householdArea(was), householdArea(state)];
      const less = roundedSquareMetres(before) - roundedSquareMetres(after);
      // Rounding room by room takes nothing from a household that only moved a partition of its own.
      const exact = (exactHouseholdArea(was) - exactHouseholdArea(state)) / 1e6;
      if (Math.min(less, exact) < 0.005 + loss) return [];
      return [
        {
          ...common,
          key: state.id,
          measured: { value: roundedSquareMetres(after), unit: 'm2' },
          required: { value: roundedSquareMetres(before), unit: 'm2' },
          text: text(
            `${door.zh}的使用面积由 ${squareMetres(before)} m² 减为 ${squareMetres(after)} m²，少 ${less.toFixed(2)} m²，需要住户同意的记录。`,
            `${capital(door.en)} goes from ${squareMetres(before)} m² usable to ${squareMetres(after)} m², a loss of ${less.toFixed(2)} m² that needs its recorded consent.`,
          ),
        },
      ];
    });
  },
});
