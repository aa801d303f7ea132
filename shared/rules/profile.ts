import { codeClause, type Source } from './finding.ts';
import { type FixtureDemands, usualDemands } from './fixture-demands.ts';

/**
 * The numbers that rules take, each with the clause it comes from and how certain that is
 * (DOMAIN.md). Areas in mm2. Clauses of the national codes were not read in the original.
 */
export interface Profile {
  readonly name: string;
  readonly kitchenArea: AreaMinimum;
  /** WC, basin and shower in one room. */
  readonly bathroomArea: AreaMinimum;
  /** Both in one room. */
  readonly kitchenBathArea: AreaMinimum;
  /** Sizes of fixtures and the floor that people need to use them. */
  readonly fixtures: FixtureDemands;
}

export interface AreaMinimum {
  readonly least: number;
  readonly source: Source;
}

export const nationalProfile: Profile = {
  name: 'GB 55038-2025 / GB 50096-2011',
  kitchenArea: { least: 3_500_000, source: codeClause('GB 55038-2025 4.1.4', 'B') },
  bathroomArea: {
    least: 2_500_000,
    source: codeClause('GB 50096-2011 5.4.1; GB 55038-2025 4.1.6', 'B+'),
  },
  kitchenBathArea: {
    least: 6_000_000,
    source: codeClause('GB 55038-2025 4.1.4 + GB 50096-2011 5.4.1', 'B'),
  },
  fixtures: usualDemands,
};
