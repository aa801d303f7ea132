import { writeDocument } from '../../shared/exchange/document.ts';
import type {
  BuildingId,
  Household,
  HouseholdId,
  SchemeId,
  Storey,
  StoreyId,
  Table,
  Tenancy,
  TenancyId,
} from '../../shared/plan/model.ts';

/** One building as a builder draws it: the schemes share their households. */
export interface SampleDocument {
  readonly building: { readonly id: BuildingId; readonly name: string; readonly address: string };
  readonly tenancies: Table<TenancyId, Tenancy>;
  readonly households: Table<HouseholdId, Household>;
  readonly schemes: readonly {
    readonly id: SchemeId;
    readonly name: string;
    readonly description: string;
    readonly storeys: Table<StoreyId, Storey>;
  }[];
}

export function documentText({ building, schemes, tenancies, households }: SampleDocument): string {
  return writeDocument({
    building,
    schemes: schemes.map(({ storeys, ...scheme }) => ({
      ...scheme,
      plan: { tenancies, households, storeys },
    })),
  });
}
