import { jambsOf, middleOf } from '../../derive/door-swings.ts';
import {
  entries,
  type Opening,
  type OpeningId,
  type Point,
  type Storey,
  type StoreyId,
  type Wall,
  type WallId,
} from '../../plan/model.ts';
import { text } from '../../text.ts';
import { amountWords } from '../amount.ts';
import { number, rule, type Situation, type Verdict } from '../rule.ts';
import { wallBetween } from './wall-between.ts';

/** S1. A warning until the note is recorded: the number of the note is what settles it. */
export const bearingWalls = rule({
  id: 'S1',
  topic: 'structure',
  title: text('承重墙', 'Bearing walls'),
  asks: text(
    '没有结构工程师的意见，不拆除承重墙，也不在承重墙上新开门窗洞。',
    "Without an engineer's note no bearing wall is taken down, and none gets a new opening.",
  ),
  how: text(
    '标为承重、原有的墙被标为拆除，或墙上有新开的洞口，而墙的属性里没有结构意见。标为隔墙但厚度达到 {thick} mm 的，是否承重无法判定。',
    "A surveyed wall marked as bearing is demolished or has a new opening, and records no engineer's note. One drawn as a partition that is {thick} mm thick or more may bear: that cannot be judged.",
  ),
  numbers: { thick: number(240, 'mm', '此厚度起可能承重', 'thickness from which a wall may bear') },
  severity: 'warning',
  source: { clause: text('结构安全的惯例', 'practice of structural safety'), certainty: 'C' },
  judge: (situation, { thick }) =>
    entries(situation.plan.storeys).flatMap(([id, storey]) => {
      const opened = new Map<WallId, [OpeningId, Opening][]>();
      for (const [opening, facts] of entries(storey.openings)) {
        if (facts.phase !== 'new' || isWhereOneWas(storey, facts)) continue;
        opened.set(facts.wall, [...(opened.get(facts.wall) ?? []), [opening, facts]]);
      }
      return entries(storey.walls).flatMap(([wall, facts]): Verdict[] => {
        const mayBear =
          facts.kind === 'bearing' || (facts.kind === 'partition' && facts.thickness >= thick);
        if (facts.phase === 'new' || !mayBear || facts.engineerNote !== undefined) return [];
        const openings = opened.get(wall) ?? [];
        if (facts.phase === 'demolished') return [touched(situation, id, wall, facts, null)];
        return openings.map((opening) => touched(situation, id, wall, facts, opening));
      });
    }),
});

/** A door that loses its leaf, or gets another, in the hole that the wall has: nothing is cut. */
const isWhereOneWas = ({ openings }: Storey, one: Opening): boolean =>
  entries(openings).some(
    ([, was]) =>
      was.phase !== 'new' &&
      was.wall === one.wall &&
      was.offset <= one.offset &&
      was.offset + was.width >= one.offset + one.width &&
      was.sill <= one.sill &&
      was.head >= one.head,
  );

const whole = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

function touched(
  situation: Situation,
  id: StoreyId,
  wall: WallId,
  facts: Wall,
  opening: readonly [OpeningId, Opening] | null,
): Verdict {
  const storey = situation.storeyOf({ storey: id });
  const [a, b] = [storey.joints[facts.a], storey.joints[facts.b]];
  const middle: Point | null =
    (opening && middleOf(storey, opening[1])) ??
    (a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : null);
  const about = [
    { kind: 'wall', id: wall, storey: id } as const,
    ...(opening ? [{ kind: 'opening', id: opening[0], storey: id } as const] : []),
  ];
  const between = wallBetween(
    situation,
    opening ? 'after' : 'before',
    id,
    wall,
    opening && opening[1].offset + opening[1].width / 2,
  );
  const [from, to] = (opening ? jambsOf(storey, opening[1]) : a && b ? [a, b] : null) ?? [];
  const extent =
    from && to
      ? {
          from: whole(from),
          to: whole(to),
          ...(opening ? { sill: opening[1].sill, head: opening[1].head } : {}),
        }
      : null;
  const size = amountWords(opening?.[1].width ?? 0, 'mm');
  const what = opening
    ? text(`新开宽 ${size} 的洞口`, `gets a new opening ${size} wide`)
    : text('被拆除', 'is taken down');
  const common = {
    key: `${id}/${opening ? opening[0] : wall}`,
    about,
    place: middle && { storey: id, at: whole(middle) },
    ...(extent ? { extent } : {}),
  };
  if (facts.kind !== 'bearing') {
    return {
      ...common,
      missing: text('这道墙是否承重', 'whether the wall bears'),
      text: text(
        `${between.zh}一道厚 ${facts.thickness} mm 的隔墙${what.zh}，厚度像承重墙，是否承重无法判定。`,
        `A partition of ${facts.thickness} mm${between.en} ${what.en}; it is as thick as a bearing wall, so whether it bears cannot be judged.`,
      ),
    };
  }
  return {
    ...common,
    text: text(
      `${between.zh}承重墙${what.zh}，没有结构工程师的意见。`,
      `The bearing wall${between.en} ${what.en} without an engineer's note.`,
    ),
  };
}
