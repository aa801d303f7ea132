import { walledOpenings } from '../../derive/walled-openings.ts';
import { openingNouns } from '../../plan/words.ts';
import { text } from '../../text.ts';
import { rule, type Verdict } from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';

/** A door or window that another wall runs into opens nowhere. */
export const openingsThatWallsCross = rule({
  ...ofDrawing,
  id: 'drawing/walled-opening',
  title: text('门窗里有墙', 'Openings with a wall in them'),
  asks: text('门窗洞口里没有别的墙。', 'No other wall stands in an opening.'),
  how: text(
    '另一道墙的墙体伸进洞口 5 mm 以上。',
    "Another wall's body reaches more than 5 mm into it.",
  ),
  judge: ({ plan, after }) =>
    after.flatMap(({ storey: id }) => {
      const storey = plan.storeys[id]!;
      return walledOpenings(storey).map(({ opening, wall, at }): Verdict => {
        const { kind, width } = storey.openings[opening]!;
        const { zh, en } = openingNouns[kind];
        return {
          key: `${id}/${opening}`,
          about: [
            { kind: 'opening', id: opening, storey: id },
            { kind: 'wall', id: wall, storey: id },
          ],
          place: { storey: id, at },
          text: text(
            `${storey.name}有一处 ${width} mm 宽的${zh}被另一道墙占住，无法判断能否使用。请移动${zh}或墙。`,
            `A ${en} of ${width} mm on ${storey.name} has another wall in it, so its use cannot be judged. Move the ${en} or the wall.`,
          ),
        };
      });
    }),
});
