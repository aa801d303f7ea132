import { middleOf } from '../../derive/door-swings.ts';
import {
  entries,
  type Opening,
  type OpeningId,
  type Storey,
  type StoreyId,
} from '../../plan/model.ts';
import { standsAt } from '../../plan/phase.ts';
import { openingNouns } from '../../plan/words.ts';
import { type Text, text } from '../../text.ts';
import { metres } from '../room-words.ts';
import { number, rule, type Verdict } from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';

/** Doors under which nobody stands upright, and openings that rise above their storey. */
export const openingHeights = rule({
  ...ofDrawing,
  id: 'drawing/opening-height',
  severity: 'warning',
  title: text('门窗高度', 'Heights of openings'),
  asks: text(
    '门和门洞高不小于 {least:m} m，门窗不高出本层层高。',
    'A door or passage is at least {least:m} m high, and no opening rises above its storey.',
  ),
  how: text(
    '门、门洞自地面到上沿的高度，{least:m} m 是本软件的建议值，不是条文；有窗台的洞口不算门。门窗上沿与层高比较。',
    'From the floor to the upper edge of a door or passage; {least:m} m is our own proposal and no clause, and an opening with a sill is no door. The upper edge of every opening against the height of the storey.',
  ),
  numbers: { least: number(1800, 'mm', '门的最小高度', 'least height of a door') },
  judge: ({ plan, after }, { least }) =>
    after.flatMap(({ storey: id }) => {
      const storey = plan.storeys[id]!;
      return entries(storey.openings).flatMap(([opening, facts]): Verdict[] => {
        if (!standsAt(facts.phase, 'after')) return [];
        const { head, sill, kind } = facts;
        if (head > storey.height) {
          return [verdict(id, storey, opening, facts, storey.height, tooHigh(storey, facts))];
        }
        const isWalked = kind !== 'window' && sill === 0;
        if (!isWalked || head >= least) return [];
        return [verdict(id, storey, opening, facts, least, tooLow(storey, facts, least))];
      });
    }),
});

function verdict(
  id: StoreyId,
  storey: Storey,
  opening: OpeningId,
  facts: Opening,
  required: number,
  words: Text,
): Verdict {
  const middle = middleOf(storey, facts);
  return {
    key: `${id}/${opening}`,
    about: [{ kind: 'opening', id: opening, storey: id }],
    place: middle && {
      storey: id,
      at: { x: Math.round(middle.x), y: Math.round(middle.y) },
    },
    measured: { value: facts.head, unit: 'mm' },
    required: { value: required, unit: 'mm' },
    text: words,
  };
}

function tooHigh({ name, height }: Storey, { kind, head }: Opening): Text {
  const { zh, en } = openingNouns[kind];
  return text(
    `${name}有一处${zh}的上沿离地 ${metres(head, height)} m，高出层高 ${metres(height, head)} m。请核对高度。`,
    `The upper edge of a ${en} on ${name} is ${metres(head, height)} m above the floor, higher than the storey of ${metres(height, head)} m. Check its height.`,
  );
}

function tooLow({ name }: Storey, { kind, head }: Opening, least: number): Text {
  const { zh, en } = openingNouns[kind];
  return text(
    `${name}有一处${zh}只有 ${metres(head, least)} m 高，小于 ${metres(least, head)} m，人站直了过不去。请核对高度。`,
    `A ${en} on ${name} is only ${metres(head, least)} m high, less than ${metres(least, head)} m; nobody walks through it upright. Check its height.`,
  );
}
