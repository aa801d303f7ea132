import type { BuildingSummary } from '../shared/bridge.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import type { BuildingState } from '../shared/records/fold.ts';
import type { PlanFigures } from './plan-figures.ts';
import { begins, normal, phrasesOf, statusesOf } from './search-statuses.ts';

/** Finding a building by what somebody remembers of it. */

export interface Found {
  readonly building: BuildingId;
  /** Where the words were found: each field once, with what stands there. */
  readonly where: readonly { readonly field: FoundField; readonly words: string }[];
  /** Whether one field has all of it as it was written: an address, and not its digits in some doors. */
  readonly asWritten: boolean;
}

export type FoundField = 'name' | 'address' | 'door' | 'scheme' | 'note' | 'author' | 'status';

/** What can be searched of a building. */
export interface Searchable {
  readonly summary: BuildingSummary;
  readonly state: BuildingState;
  /** Door numbers of the newest version. */
  readonly doors: readonly string[];
  /** What some household of it has or lacks. */
  readonly facilities: PlanFigures['facilities'];
}

/** Null where one of the words is nowhere in it. */
export function foundIn(
  { summary, state, doors, facilities }: Searchable,
  wanted: string,
): Found | null {
  const words = normal(wanted).split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const versions = state.schemes.flatMap((scheme) => scheme.versions);
  const fields: [FoundField, readonly string[]][] = [
    ['name', [state.name]],
    ['address', [state.address]],
    ['door', doors],
    ['scheme', state.schemes.flatMap(({ name, description }) => [name, description])],
    ['note', versions.map(({ note }) => note)],
    ['author', versions.map(({ author }) => author)],
  ];
  const statuses = statusesOf(summary, state, facilities);
  const where = new Map<FoundField, string>();
  const placesOf = (phrase: string): [FoundField, string][] => {
    const close = closed(phrase);
    return fields.flatMap(([field, values]): [FoundField, string][] => {
      const value = values.find((one) => closed(normal(one)).includes(close));
      return value === undefined ? [] : [[field, value]];
    });
  };
  for (const phrase of phrasesOf(words)) {
    const status = statuses.find((one) => begins(one, phrase));
    const places = placesOf(phrase);
    if (status) places.push(['status', status.shown]);
    if (places.length === 0) return null;
    for (const [field, value] of places) if (!where.has(field)) where.set(field, value);
  }
  return {
    building: summary.id,
    where: [...where].map(([field, value]) => ({ field, words: value })),
    asWritten: placesOf(words.join(' ')).length > 0,
  };
}

/** Without blanks beside Chinese, which is written with and without them: 天山路 9 号. */
const closed = (words: string): string =>
  words.trim().replace(/(?<![\p{Script=Latin}\d])\s+|\s+(?![\p{Script=Latin}\d])/gu, '');
