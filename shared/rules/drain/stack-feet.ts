import { undrawnBelow } from '../../derive/undrawn-storeys.ts';
import { distance } from '../../geometry/point.ts';
import { entries, type StoreyId } from '../../plan/model.ts';
import { standsAt } from '../../plan/phase.ts';
import { text } from '../../text.ts';
import type { Situation, Verdict } from '../rule.ts';
import { lineOf, type Piece } from './stack-pieces.ts';

/**
 * Named soil and waste stacks that end above the ground storey: nothing on the storey below takes what
 * comes down. From the ground storey they leave the building, so a basement need not have them.
 * `lines` hold a piece for each storey, or null, from the lowest up; `unclear` takes the lowest piece of
 * a line where the storey below is not drawn.
 */
export function footlessStacks(
  situation: Situation,
  lines: readonly (readonly (Piece | null)[])[],
  slack: number,
  unclear: (piece: Piece) => void,
): Verdict[] {
  return lines.flatMap((pieces): Verdict[] => {
    const foot = pieces.find((piece) => piece !== null);
    const below = foot ? storeyBelow(situation, foot) : null;
    if (!foot || below === null) return [];
    if (below === 'undrawn') {
      unclear(foot);
      return [];
    }
    return isCarriedOn(situation, foot, below, slack) ? [] : [inMidAir(situation, foot, below)];
  });
}

/** The storey onto which a stack must go down; null from the ground storey, and for a flue. */
export function storeyBelow(
  { plan, after, storeyOf }: Situation,
  piece: Piece,
): StoreyId | 'undrawn' | null {
  if (!isStack(piece) || storeyOf(piece).level <= 1) return null;
  if (undrawnBelow(plan, piece.storey).length > 0) return 'undrawn';
  const at = after.findIndex(({ storey }) => storey === piece.storey);
  return after[at - 1]?.storey ?? null;
}

const isStack = ({ riser: { kind } }: Pick<Piece, 'riser'>): boolean =>
  kind === 'soil' || kind === 'waste';

/** Whether a stack that can take it stands in its place, by whatever name. */
export const isCarriedOn = (
  { storeyOf }: Situation,
  { riser }: Piece,
  storey: StoreyId,
  slack: number,
): boolean =>
  entries(storeyOf({ storey }).risers).some(
    ([, other]) =>
      standsAt(other.phase, 'after') &&
      (other.kind === riser.kind || other.kind === 'soil') &&
      isStack({ riser: other }) &&
      distance(other.at, riser.at) <= slack,
  );

function inMidAir({ storeyOf }: Situation, foot: Piece, below: StoreyId): Verdict {
  const { storey, id, riser } = foot;
  const named = lineOf(riser);
  const [upper, lower] = [storeyOf(foot).name, storeyOf({ storey: below }).name];
  return {
    key: `foot/${storey}/${id}`,
    about: [{ kind: 'riser', id, storey }],
    place: { storey, at: riser.at },
    measured: { value: 0, unit: 'count' },
    required: { value: 1, unit: 'count' },
    text: text(
      `${named.zh}到${upper}为止，${lower}没有立管接下去，断在半空。`,
      `The ${named.en} ends on ${upper}: no stack on ${lower} carries it on, so it ends in mid-air.`,
    ),
  };
}
