import type { RoomUse } from './model.ts';

/** Groups of uses that rules and derivations ask about, each said once. */

export const bedroomUses: readonly RoomUse[] = ['bedroom', 'bed-living'];
/** Where people live, as against where they wash, cook and pass. */
export const livingUses: readonly RoomUse[] = ['bedroom', 'bed-living', 'living'];
export const kitchenUses: readonly RoomUse[] = ['kitchen', 'kitchen-bath'];
export const bathroomUses: readonly RoomUse[] = ['bathroom', 'kitchen-bath'];
export const wetUses: readonly RoomUse[] = ['kitchen', 'bathroom', 'kitchen-bath'];

interface Used {
  readonly use: RoomUse | null;
}
const within =
  (uses: readonly RoomUse[]) =>
  ({ use }: Used): boolean =>
    use !== null && uses.includes(use);

export const isBedroom = within(bedroomUses);
export const isLivedIn = within(livingUses);
export const isKitchen = within(kitchenUses);
export const isBathroom = within(bathroomUses);
export const isWet = within(wetUses);
