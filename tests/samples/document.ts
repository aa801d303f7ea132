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

/** One building document as a person or a script would write it. */
export interface SampleDocument {
  readonly format: 1;
  readonly kind: 'duyong-building';
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

const longestLine = 160;

/** JSON with one element per line, so that a person can read and compare it. */
export function documentText(document: SampleDocument): string {
  return `${lines(document, '')}\n`;
}

function lines(value: unknown, indent: string): string {
  const short = oneLine(value);
  if (short.length + indent.length <= longestLine && !holdsTable(value)) return short;
  if (Array.isArray(value)) {
    const items = value.map((item) => `${indent}  ${lines(item, `${indent}  `)}`);
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).map(
      ([key, field]) => `${indent}  ${JSON.stringify(key)}: ${lines(field, `${indent}  `)}`,
    );
    return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`;
  }
  return short;
}

/** An object of objects is a table (or holds one): each entry gets its own line; points do not. */
function holdsTable(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some((item) => item !== null && typeof item === 'object');
  return Object.entries(value).some(
    ([key, field]) =>
      key !== 'at' && field !== null && typeof field === 'object' && !Array.isArray(field),
  );
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => `${JSON.stringify(key)}: ${oneLine(field)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return JSON.stringify(value);
}
