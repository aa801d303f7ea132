import { undrawnBelow } from '../../derive/undrawn-storeys.ts';
import { listInEnglish } from '../../plan/door-words.ts';
import type { Riser, RiserId, StoreyId } from '../../plan/model.ts';
import { riserNouns } from '../../plan/words.ts';
import { type Text, text } from '../../text.ts';
import type { Situation, Verdict } from '../rule.ts';
import { plansMissing, undrawnWords } from '../undrawn.ts';

/** One storey's piece of a line. */
export interface Piece {
  readonly storey: StoreyId;
  readonly id: RiserId;
  readonly riser: Riser;
}

/** `污水立管“W1”`, `soil stack W1`; without a name its kind alone. */
export function lineOf({ kind, line }: Riser): Text {
  const { zh, en } = riserNouns[kind];
  return line === '' ? text(zh, en) : text(`${zh}“${line}”`, `${en} ${line}`);
}

/** One unknown for each storey with pieces that only a storey nobody has drawn could carry on. */
export function unseenPieces(
  { plan }: Situation,
  unseen: ReadonlyMap<StoreyId, readonly Piece[]>,
): Verdict[] {
  return [...unseen].map(([storey, pieces]): Verdict => {
    const levels = undrawnBelow(plan, storey);
    const { name } = plan.storeys[storey]!;
    const undrawn = undrawnWords(levels);
    const names = (language: keyof Text): string[] =>
      pieces.map(({ riser: { line, kind } }) => line || riserNouns[kind][language]);
    const one = pieces.length === 1 && lineOf(pieces[0]!.riser);
    const counted = one
      ? text(`${name}的${one.zh}`, `the ${one.en} on ${name} runs`)
      : text(
          `${name}的 ${pieces.length} 根立管（${names('zh').join('、')}）`,
          `${pieces.length} stacks on ${name} (${listInEnglish(names('en'))}) run`,
        );
    return {
      key: `undrawn/${storey}`,
      about: pieces.map(({ id }) => ({ kind: 'riser', id, storey })),
      place: { storey, at: pieces[0]!.riser.at },
      measured: { value: pieces.length, unit: 'count' },
      required: { value: 0, unit: 'count' },
      missing: plansMissing(levels),
      text: text(
        `${undrawn.zh}，${counted.zh}往下是否贯通无法判定。`,
        `${undrawn.en}, so whether ${counted.en} straight down cannot be judged.`,
      ),
    };
  });
}
