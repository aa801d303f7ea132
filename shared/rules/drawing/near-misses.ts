import { type MissKind, type NearMiss, nearMisses } from '../../derive/near-misses.ts';
import { distance } from '../../geometry/point.ts';
import type { Point, Storey, StoreyId } from '../../plan/model.ts';
import { type Text, text } from '../../text.ts';
import { rule, type Verdict } from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';

/** Ends of walls that nearly meet. */
export const nearlyMeeting = rule({
  ...ofDrawing,
  id: 'drawing/near-miss',
  title: text('墙端未接上', 'Ends that nearly meet'),
  asks: text(
    '墙的端头接到别的墙上，不差也不穿。',
    "A wall's end meets the other wall, neither short of it nor through it.",
  ),
  how: text(
    '没有与别的墙相接、离墙面或端点 50 mm 以内的端头。',
    "Ends that meet nothing and lie within 50 mm of a wall's face or of another end.",
  ),
  judge: ({ plan, after }) =>
    after.flatMap(({ storey: id }) => {
      const storey = plan.storeys[id]!;
      return nearMisses(storey.joints, storey.walls).map((miss) => verdict(id, storey, miss));
    }),
});

const repairs: Record<MissKind, Text> = {
  extend: text('延长到墙', 'Extend to the wall'),
  trim: text('修剪到墙', 'Trim to the wall'),
  join: text('接到端点', 'Join to the end'),
};

/** So many mm of the way to where the end would meet: to the face of the wall that it misses. */
function towards(at: Point, to: Point, gap: number): Point {
  const part = gap / Math.max(gap, distance(at, to));
  return { x: at.x + (to.x - at.x) * part, y: at.y + (to.y - at.y) * part };
}

function verdict(id: StoreyId, storey: Storey, miss: NearMiss): Verdict {
  const { kind, joint, wall, at, to, gap } = miss;
  return {
    key: `${id}/${joint}`,
    about: [{ kind: 'wall', id: wall, storey: id }],
    place: { storey: id, at },
    measured: { value: gap, unit: 'mm' },
    required: { value: 0, unit: 'mm' },
    line: { storey: id, from: at, to: towards(at, to, gap) },
    text:
      kind === 'trim'
        ? text(
            `${storey.name}有一道墙穿过另一道墙，多出 ${gap} mm。`,
            `A wall on ${storey.name} runs ${gap} mm through another wall.`,
          )
        : text(
            `${storey.name}有一道墙的端头差 ${gap} mm 未接上，两侧房间会连成一间。`,
            `The end of a wall on ${storey.name} misses by ${gap} mm, so the rooms beside it run together.`,
          ),
    fix: { kind: 'move-end', label: repairs[kind], storey: id, joint, to },
  };
}
