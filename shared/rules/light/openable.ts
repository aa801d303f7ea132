import { type Text, text } from '../../text.ts';
import type { Situation, Verdict } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import {
  airIn,
  isLessArea,
  isOpenAir,
  type LitSpace,
  shareOfFloor,
  tooLittle,
} from './lit-space.ts';

/** mm2 that must open, and how that comes about. */
export interface Needed {
  readonly least: number;
  readonly why: Text;
}

/** A share of the floor. */
export const partOfFloor =
  (part: number) =>
  (space: LitSpace): Needed => ({ least: space.floor / part, why: shareOfFloor(space, part) });

/**
 * Spaces whose windows open less than they should. Where even windows that open whole would not do,
 * it is told; where that hangs on what nobody has recorded, it is unknown.
 */
export function openTooLittle(
  situation: Situation,
  spaces: readonly LitSpace[],
  needs: (space: LitSpace) => Needed,
): Verdict[] {
  const least = (space: LitSpace): number => needs(space).least;
  const open = spaces.filter(isOpenAir);
  const short = open.filter((space) => isLessArea(airIn(space).perhaps, least(space)));
  const unclear = open.filter(
    (space) => !short.includes(space) && isLessArea(airIn(space).surely, least(space)),
  );
  return [
    ...short.map((space) => {
      const { perhaps, surely } = airIn(space);
      const words = {
        what: text('通风开口面积', 'opening to the air'),
        why: needs(space).why,
      };
      return tooLittle(situation, space, perhaps, least(space), words, perhaps > surely);
    }),
    ...unknownOf(
      situation,
      unclear.flatMap(({ rooms }) => rooms),
      text('窗的可开启比例', 'how much of the window opens'),
      text('通风开口', 'the opening to the air'),
    ),
  ];
}
