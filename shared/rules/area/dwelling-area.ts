import { sumOf } from '../../derive/room-sums.ts';
import { capital, doorWords } from '../../plan/door-words.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import {
  aboutRooms,
  number,
  placeOf,
  roundedSquareMetres,
  rule,
  squareMetres,
  type Verdict,
} from '../rule.ts';
import { isLess } from './too-small.ts';

/** R4: all that one household has to itself. */
export const dwellingArea = rule({
  id: 'R4',
  topic: 'area',
  title: text('套内使用面积', 'Usable area of a dwelling'),
  asks: text(
    '有卧室和起居室的套型不小于 {full} m²，兼起居卧室的最小套型不小于 {smallest} m²。',
    'A dwelling with bedroom and living room has at least {full} m² usable, the smallest kind with one bed-living room {smallest} m².',
  ),
  how: text(
    '这户独用的全部房间净面积之和，不含阳台；有起居室或卧室的按普通套型，只有兼起居卧室的按最小套型，两者都没有标注的无法判定。',
    'All rooms that the household alone holds, without balconies; with a living room or bedroom a full dwelling, with a bed-living room only the smallest kind, with neither it cannot be judged.',
  ),
  numbers: {
    full: number(30, 'm2', '普通套型', 'full dwelling'),
    smallest: number(22, 'm2', '最小套型', 'smallest kind'),
  },
  severity: 'warning',
  source: codeClause('GB 50096-2011 5.1.2', 'B+'),
  judge: ({ households }, { full, smallest }) =>
    [...households.values()].flatMap((state): Verdict[] => {
      const own = state.rooms.filter(
        ({ holders, use }) => holders.length === 1 && use !== 'balcony',
      );
      if (own.length === 0) return [];
      const uses = new Set(own.map(({ use }) => use));
      const area = sumOf(own, () => true);
      const isFull = uses.has('living') || uses.has('bedroom');
      const isKnown = isFull || uses.has('bed-living');
      const least = isFull ? full : smallest;
      const door = doorWords([state.door]);
      const common = {
        key: state.id,
        // What was measured, and no room that it shares.
        about: aboutRooms(own),
        households: [state.id],
        place: placeOf(own[0]),
      };
      if (!isKnown) {
        if (!isLess(area, full)) return [];
        return [
          {
            ...common,
            missing: text('卧室或起居室', 'a bedroom or living room'),
            text: text(
              `${door.zh}没有标注独用的卧室或起居室，套内使用面积无法判定。`,
              `${capital(door.en)} has no bedroom or living room of its own tagged, so its usable area cannot be judged.`,
            ),
          },
        ];
      }
      if (!isLess(area, least)) return [];
      return [
        {
          ...common,
          measured: { value: roundedSquareMetres(area), unit: 'm2' },
          required: { value: least, unit: 'm2' },
          text: text(
            `${door.zh}套内使用面积 ${squareMetres(area)} m²，小于 ${squareMetres(least * 1e6)} m²。`,
            `${capital(door.en)} has ${squareMetres(area)} m² usable in all, less than ${squareMetres(least * 1e6)} m².`,
          ),
        },
      ];
    }),
});
