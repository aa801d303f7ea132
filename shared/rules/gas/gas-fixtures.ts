import type { Room } from '../../derive/room.ts';
import type { Placed } from '../../derive/room-contents.ts';
import type { ElementRef } from '../../plan/model.ts';
import { text } from '../../text.ts';
import type { Situation } from '../rule.ts';

/** Cookers and water heaters, which burn gas or do not. */
export const burnersIn = (situation: Situation, room: Room): readonly Placed[] =>
  situation
    .fixturesOf(room)
    .filter(({ fixture }) => fixture.kind === 'cooker' || fixture.kind === 'water-heater');

export const isGas = ({ fixture }: Placed): boolean => fixture.fuel === 'gas';
export const isUnsaid = ({ fixture }: Placed): boolean => fixture.fuel === undefined;

export const aboutFixture = (room: Room, { id }: Placed): ElementRef => ({
  kind: 'fixture',
  id,
  storey: room.storey,
});

export const fuelMissing = text('灶具或热水器用燃气还是用电', 'whether cooker and heater burn gas');
