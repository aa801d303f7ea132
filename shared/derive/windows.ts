import type { Opening, OpeningId } from '../plan/model.ts';
import type { Room } from './room.ts';
import type { WayOut } from './room-contents.ts';

/** What gives a space light and air. */
export interface Windows {
  readonly windows: readonly { readonly id: OpeningId; readonly opening: Opening }[];
  /** Doors straight outside or onto a balcony: nobody has recorded whether they are glazed. */
  readonly doors: readonly { readonly id: OpeningId; readonly opening: Opening }[];
  /** Windows onto a room without a tag: a light well, perhaps. */
  readonly unsure: readonly OpeningId[];
}

/** By all ways out of the rooms of one space. A balcony is open air; a corridor, a stair or a shaft is not. */
export function windowsOf(ways: readonly WayOut[]): Windows {
  const given = ways.flatMap(({ id, opening, to, link }) =>
    id && opening ? [{ id, opening, to, isWindow: link.kind === 'window' }] : [],
  );
  const isOpenAir = ({ to }: { readonly to: Room | null }) => to === null || to.use === 'balcony';
  return {
    windows: given.filter((one) => one.isWindow && isOpenAir(one)),
    doors: given.filter((one) => !one.isWindow && isOpenAir(one)),
    unsure: given.filter(({ isWindow, to }) => isWindow && to?.use === null).map(({ id }) => id),
  };
}

/** mm2 of glass that lies higher than `above` mm over the floor. */
export const glassOf = ({ width, sill, head }: Opening, above: number): number =>
  width * Math.max(0, head - Math.max(sill, above));

/** mm2 of it that opens; null where nobody has said how much does. */
export const openableOf = (opening: Opening): number | null =>
  opening.opens === undefined ? null : (glassOf(opening, 0) * opening.opens) / 100;
