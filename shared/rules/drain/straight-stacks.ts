import { undrawnBelow } from '../../derive/undrawn-storeys.ts';
import { distance } from '../../geometry/point.ts';
import { entries, type StoreyId } from '../../plan/model.ts';
import { standsAt } from '../../plan/phase.ts';
import { riserNouns } from '../../plan/words.ts';
import { text } from '../../text.ts';
import { metres } from '../room-words.ts';
import { number, rule, type Situation, type Verdict } from '../rule.ts';
import { endsUnderRoom, toplessFlues } from './flue-tops.ts';
import { footlessStacks, isCarriedOn, storeyBelow } from './stack-feet.ts';
import { lineOf, type Piece, unseenPieces } from './stack-pieces.ts';

/** Stacks and flues that run straight through the storeys. */
export const straightStacks = rule({
  id: 'straight-stack',
  topic: 'drain',
  title: text('立管上下对齐', 'Straight stacks and flues'),
  asks: text(
    '排水立管和排烟道上下贯通，逐层对齐；排水立管一直通到底层，排烟道一直通到屋面。',
    'Stacks and flues run straight through the storeys; stacks go down to the ground storey, flues up to the roof.',
  ),
  how: text(
    '同一编号的立管，比较相邻两层的中心位置，相差不超过 {slack:m} m 的算对齐；最低和最高一段之间缺一层的也算不通。污水、废水立管的最低一段以下还有楼层，而下一层同一位置没有排水立管接着的，算断在半空；到底层为止，再往下不要求。排烟道的最高一段上面是上一层的房间、而同一位置没有烟道接着的，算没有通到屋面。没有编号、上下层又没有对上的，以及中间或下面的楼层没有画的，无法判定。',
    'Pieces of one line, by how far their centres lie apart from storey to storey, up to {slack:m} m let pass; a storey left out between the lowest and the highest piece breaks it too. A soil or waste stack that no stack on the storey below carries on in its place ends in mid-air, unless that is below the ground storey; a flue that ends under a room of the storey above, with no flue there in its place, does not reach the roof. A piece without a name that nothing continues, and a line with storeys between or below that are not drawn, cannot be judged.',
  ),
  numbers: { slack: number(50, 'mm', '允许偏移', 'offset let pass') },
  severity: 'warning',
  source: {
    clause: text('行业常用做法', 'usual practice of the trade'),
    certainty: 'C',
  },
  judge: (situation, { slack }) => {
    const lines = new Map<string, (Piece | null)[]>();
    const single: Piece[] = [];
    situation.after.forEach(({ storey }, index) => {
      for (const [id, riser] of entries(situation.storeyOf({ storey }).risers)) {
        if (riser.kind === 'supply' || riser.kind === 'gas') continue;
        if (!standsAt(riser.phase, 'after')) continue;
        const piece = { storey, id, riser };
        if (riser.line === '') {
          single.push(piece);
          continue;
        }
        const key = `${riser.kind}/${riser.line}`;
        const pieces = lines.get(key) ?? situation.after.map(() => null);
        pieces[index] = piece;
        lines.set(key, pieces);
      }
    });
    const named = [...lines.values()];
    const unseen = new Map<StoreyId, Piece[]>();
    const unclear = (piece: Piece): void => {
      unseen.set(piece.storey, [...(unseen.get(piece.storey) ?? []), piece]);
    };
    return [
      ...named.flatMap((pieces) => crooked(situation, pieces, slack, unclear)),
      ...footlessStacks(situation, named, slack, unclear),
      ...toplessFlues(situation, named, slack),
      ...alone(situation, single, slack, unclear),
      ...unseenPieces(situation, unseen),
    ];
  },
});

function crooked(
  situation: Situation,
  pieces: readonly (Piece | null)[],
  slack: number,
  unclear: (piece: Piece) => void,
): Verdict[] {
  const verdicts: Verdict[] = [];
  let below: Piece | null = null;
  let missed = 0;
  for (const piece of pieces) {
    if (!piece) {
      if (below) missed += 1;
      continue;
    }
    const from: Piece | null = below;
    if (from) {
      const off = Math.round(distance(from.riser.at, piece.riser.at));
      if (missed > 0) verdicts.push(jog(situation, from, piece, off, missed));
      else if (undrawnBelow(situation.plan, piece.storey).length > 0) unclear(piece);
      else if (off > slack) verdicts.push(jog(situation, from, piece, off, missed));
    }
    below = piece;
    missed = 0;
  }
  return verdicts;
}

function jog(
  { storeyOf }: Situation,
  below: Piece,
  piece: Piece,
  off: number,
  missed: number,
): Verdict {
  const { storey, riser, id } = piece;
  const [lower, upper] = [storeyOf(below).name, storeyOf(piece).name];
  const named = lineOf(riser);
  return {
    key: `${storey}/${id}`,
    about: [
      { kind: 'riser', id, storey },
      { kind: 'riser', id: below.id, storey: below.storey },
    ],
    place: { storey, at: riser.at },
    measured: { value: off, unit: 'mm' },
    required: { value: 0, unit: 'mm' },
    line: { storey, from: riser.at, to: below.riser.at },
    text:
      missed > 0
        ? text(
            `${named.zh}从${lower}到${upper}之间断开，缺 ${missed} 层。`,
            `The ${named.en} is interrupted between ${lower} and ${upper}: ${missed === 1 ? 'one storey is' : `${missed} storeys are`} left out.`,
          )
        : text(
            `${named.zh}从${lower}到${upper}偏移 ${metres(off)} m，没有上下对齐。`,
            `The ${named.en} moves ${metres(off)} m from ${lower} to ${upper}; it does not run straight.`,
          ),
  };
}

/**
 * Pieces without a line, of which no other storey has one at the same place, or whose place on the
 * storey below no stack stands in, or that end under a room of the storey above.
 */
function alone(
  situation: Situation,
  single: readonly Piece[],
  slack: number,
  unclear: (piece: Piece) => void,
): Verdict[] {
  const lost = single.flatMap((piece) => {
    const below = storeyBelow(situation, piece);
    if (below === 'undrawn') {
      unclear(piece);
      return [];
    }
    const isLost = !single.some(
      (other) =>
        other.storey !== piece.storey &&
        other.riser.kind === piece.riser.kind &&
        distance(other.riser.at, piece.riser.at) <= slack,
    );
    if (isLost) return situation.after.length < 2 ? [] : [{ piece, where: nowhere }];
    const isHanging = below !== null && !isCarriedOn(situation, piece, below, slack);
    if (isHanging) return [{ piece, where: notBelow }];
    return endsUnderRoom(situation, piece, slack) ? [{ piece, where: notAbove }] : [];
  });
  return lost.map(({ piece: { storey, id, riser }, where }): Verdict => {
    const noun = riserNouns[riser.kind];
    const { name } = situation.storeyOf({ storey });
    return {
      key: `${storey}/${id}`,
      about: [{ kind: 'riser', id, storey }],
      place: { storey, at: riser.at },
      missing: text('立管编号', 'the name of its line'),
      text: text(
        `${name}的${noun.zh}没有编号，${where.zh}也没有对上的，是否贯通无法判定。`,
        `The ${noun.en} on ${name} has no name, and nothing ${where.en} stands in its place, so whether it runs through cannot be judged.`,
      ),
    };
  });
}

const nowhere = text('上下层', 'above or below');
const notBelow = text('下一层', 'below');
const notAbove = text('上一层', 'above');
