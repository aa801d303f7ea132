import type { RoomUse } from '../../plan/model.ts';
import { bathroomUses, livingUses } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { number, rule } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { overOthers } from './over-others.ts';

const dry: readonly RoomUse[] = [...livingUses, 'kitchen', 'dining'];

/**
 * B4. That one kitchen-bathroom may stand over another is our reading of the clause: it keeps bathrooms
 * from over rooms that are dry or where people cook, and a room below with a WC of its own is a bathroom
 * already; stacks that run straight through, as `straight-stack` asks, put such rooms over each other.
 */
export const bathroomAbove = rule({
  id: 'B4',
  topic: 'bathroom',
  title: text('卫生间不在他户居室、厨房上方', "No bathroom above others' rooms"),
  asks: text(
    '卫生间不布置在下层别户的卧室、起居室、厨房、餐厅上方。',
    'No bathroom lies above a bedroom, living room, kitchen or dining room of another household.',
  ),
  how: text(
    '把上下两层的净面积叠在一起，量重叠的面积；重叠不足 {slack} m² 的算画图误差，不计。同一户独用的卫生间在自家独用的房间上方不受此限，与别户合用的受限。煤卫合一间也是厨房，卫生间不在其上方；煤卫合一间上下对齐，按卫生间对卫生间看，不计（本软件的理解，非条文原文）。下层没有画、或下层房间没有用途或归属的无法判定。',
    "Both storeys' net areas laid over each other; an overlap of less than {slack} m² is taken for an inaccuracy of the drawing. Above rooms that the same household holds, and nobody else, its own bathroom may lie; one that others share may not. A kitchen-bathroom is a kitchen too, so no bathroom lies above it; one kitchen-bathroom above another counts as bathroom above bathroom (our own reading, not the words of the clause). Where the storey below is not drawn, or a room below has no use or holder, it cannot be judged.",
  ),
  numbers: { slack: number(0.1, 'm2', '画图误差', 'tolerance of drawing') },
  severity: 'warning',
  source: codeClause('GB 50096-2011 5.4.4; GB 55038-2025 4.1.7', 'B'),
  judge: (situation, { slack }) => {
    const { verdicts, unclear } = overOthers(
      situation,
      bathroomUses,
      (upper) => (upper === 'kitchen-bath' ? dry : [...dry, 'kitchen-bath']),
      slack,
    );
    return [
      ...verdicts,
      ...unknownOf(
        situation,
        unclear,
        text('下层房间的用途和归属', 'the use or the holder of the room below'),
        text('卫生间下方是谁的什么房间', 'what lies below the bathroom'),
      ),
    ];
  },
});
