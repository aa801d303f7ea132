import { walledOpenings } from '../derive/walled-openings.ts';
import { openingNouns } from '../plan/words.ts';
import { text } from '../text.ts';
import { drawingFinding } from './drawing-health.ts';
import type { Rule } from './rule.ts';

/** The drawing's own health: a door or window that another wall runs into opens nowhere. */
export const openingsThatWallsCross: Rule = ({ plan, after }) =>
  after.flatMap(({ storey: id }) => {
    const storey = plan.storeys[id]!;
    return walledOpenings(storey).map(({ opening, wall, at }) => {
      const { kind, width } = storey.openings[opening]!;
      const { zh, en } = openingNouns[kind];
      return drawingFinding(
        'walled-opening',
        `${id}/${opening}`,
        'unknown',
        [
          { kind: 'opening', id: opening, storey: id },
          { kind: 'wall', id: wall, storey: id },
        ],
        { storey: id, at },
        text(
          `${storey.name}有一处 ${width} mm 宽的${zh}被另一道墙占住，无法判断能否使用。请移动${zh}或墙。`,
          `A ${en} of ${width} mm on ${storey.name} has another wall in it, so its use cannot be judged. Move the ${en} or the wall.`,
        ),
      );
    });
  });
