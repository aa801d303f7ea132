import { middleOf } from '../../derive/door-swings.ts';
import { entries } from '../../plan/model.ts';
import { openingNouns } from '../../plan/words.ts';
import { text } from '../../text.ts';
import { rule, type Verdict } from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';

/** Doors and windows that stay while their wall goes. */
export const openingsInDemolishedWalls = rule({
  ...ofDrawing,
  id: 'drawing/demolished-wall',
  severity: 'warning',
  title: text('拆除墙上的门窗', 'Openings in walls that go'),
  asks: text('墙拆除时，墙上的门窗一并拆除。', 'An opening goes when its wall goes.'),
  how: text(
    '墙标为拆除，而它上面的门窗仍标为保留。',
    'The wall is marked as demolished, the opening in it as staying.',
  ),
  judge: ({ plan }) =>
    entries(plan.storeys).flatMap(([storey, facts]) =>
      entries(facts.openings).flatMap(([id, opening]): Verdict[] => {
        if (opening.phase !== 'existing' || facts.walls[opening.wall]?.phase !== 'demolished') {
          return [];
        }
        const at = middleOf(facts, opening);
        const noun = openingNouns[opening.kind];
        return [
          {
            key: `${storey}/${id}`,
            about: [
              { kind: 'opening', id, storey },
              { kind: 'wall', id: opening.wall, storey },
            ],
            place: at && { storey, at: { x: Math.round(at.x), y: Math.round(at.y) } },
            text: text(
              `${facts.name}有一道墙要拆除，墙上的${noun.zh}却标为保留。`,
              `A wall on ${facts.name} is to go, but the ${noun.en} in it is marked as staying.`,
            ),
            fix: {
              kind: 'demolish-opening',
              label: text('随墙拆除', 'Demolish it with the wall'),
              storey,
              opening: id,
            },
          },
        ];
      }),
    ),
});
