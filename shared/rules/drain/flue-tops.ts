import { riserCorners } from '../../derive/footprint.ts';
import { roomLocator } from '../../derive/room-locator.ts';
import { distance } from '../../geometry/point.ts';
import { entries } from '../../plan/model.ts';
import { standsAt } from '../../plan/phase.ts';
import { text } from '../../text.ts';
import type { Situation, Verdict } from '../rule.ts';
import { lineOf, type Piece } from './stack-pieces.ts';

/**
 * Named flues that end under a room of the storey above: smoke leaves by the roof. Where the storey above
 * has no room over it, its roof is there. `lines` hold a piece for each storey, or null, from the lowest up.
 */
export function toplessFlues(
  situation: Situation,
  lines: readonly (readonly (Piece | null)[])[],
  slack: number,
): Verdict[] {
  return lines.flatMap((pieces): Verdict[] => {
    const top = pieces.findLast((piece) => piece !== null);
    return top && endsUnderRoom(situation, top, slack) ? [underRoom(situation, top)] : [];
  });
}

/** Whether a flue has a room above it, on the next storey that is drawn, and no flue there carries it on. */
export function endsUnderRoom(situation: Situation, piece: Piece, slack: number): boolean {
  const { riser } = piece;
  const above = storeyAbove(situation, piece);
  if (riser.kind !== 'flue' || !above) return false;
  const isCarriedOn = entries(situation.storeyOf(above).risers).some(
    ([, other]) =>
      other.kind === 'flue' &&
      standsAt(other.phase, 'after') &&
      distance(other.at, riser.at) <= slack,
  );
  const { at } = roomLocator(above);
  return !isCarriedOn && [riser.at, ...riserCorners(riser)].some((point) => at(point));
}

const storeyAbove = ({ after }: Situation, { storey }: Piece) =>
  after[after.findIndex((one) => one.storey === storey) + 1];

function underRoom(situation: Situation, top: Piece): Verdict {
  const { storey, id, riser } = top;
  const named = lineOf(riser);
  const upper = situation.storeyOf(storeyAbove(situation, top)!).name;
  const { name } = situation.storeyOf({ storey });
  return {
    key: `top/${storey}/${id}`,
    about: [{ kind: 'riser', id, storey }],
    place: { storey, at: riser.at },
    measured: { value: 0, unit: 'count' },
    required: { value: 1, unit: 'count' },
    text: text(
      `${named.zh}到${name}为止，被${upper}的房间压住，上面没有烟道接着通到屋面。`,
      `The ${named.en} ends on ${name} under a room of ${upper}: no flue there carries it up to the roof.`,
    ),
  };
}
