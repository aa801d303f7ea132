/**
 * What a layout costs, least first, as the digits of one whole number: adding two costs adds every
 * digit, so that the best of independent parts is the best of their sum, and a lower digit never
 * outweighs a higher one. The digits, from the highest:
 *
 *  splash      cookers closer to a shower's wet floor, in one room, than the profile has it
 *  drain       pipe to the risers in steps of 250 mm, the WC's counted three times; as pipes fall
 *              with their length, one number says distance and fall
 *  wetWall     wet fixtures whose back is not on the wall between the households, where both can
 *              share pipes
 *  privacy     2 for a WC that a door looks at straight, 1 for an entrance from common space
 *  window      kitchens without a window
 *  preparation 150 mm steps that the worktop between sink and cooker is short of 600
 *  concession  fixtures of lesser size that stand in for the usual (one burner, basin on the cistern)
 */
export interface Cost {
  readonly splash: number;
  readonly drain: number;
  readonly wetWall: number;
  readonly privacy: number;
  readonly window: number;
  readonly preparation: number;
  readonly concession: number;
}

/** Least value of each digit's next: a household has few fixtures and a storey is not 30 km long. */
const scale = {
  splash: 2 ** 44,
  drain: 2 ** 20,
  wetWall: 2 ** 16,
  privacy: 2 ** 12,
  window: 2 ** 9,
  preparation: 2 ** 4,
  concession: 1,
} as const satisfies Record<keyof Cost, number>;

export const digits = Object.keys(scale) as readonly (keyof Cost)[];

/** What is left of a cost without its highest digit. */
export const withoutSplash = (cost: number): number => cost % scale.splash;

export const costOf = (cost: Partial<Cost>): number =>
  (cost.splash ?? 0) * scale.splash +
  (cost.drain ?? 0) * scale.drain +
  (cost.wetWall ?? 0) * scale.wetWall +
  (cost.privacy ?? 0) * scale.privacy +
  (cost.window ?? 0) * scale.window +
  (cost.preparation ?? 0) * scale.preparation +
  (cost.concession ?? 0) * scale.concession;

export function costDigits(cost: number): Cost {
  const found: Record<keyof Cost, number> = {
    splash: 0,
    drain: 0,
    wetWall: 0,
    privacy: 0,
    window: 0,
    preparation: 0,
    concession: 0,
  };
  let rest = cost;
  for (const digit of digits) {
    found[digit] = Math.floor(rest / scale[digit]);
    rest -= found[digit] * scale[digit];
  }
  return found;
}

/** mm of pipe in one step of `drain`. */
export const drainStep = 250;
export const preparationStep = 150;
const preparationGood = 600;

/** Steps by which a worktop of that length is short. */
export const preparationShort = (length: number): number =>
  Math.ceil((preparationGood - Math.min(length, preparationGood)) / preparationStep);
