import type { BuildingSummary } from '../shared/bridge.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import type { BuildingState } from '../shared/records/fold.ts';
import { milestoneWords } from '../shared/records/milestone-words.ts';
import { type Text, text } from '../shared/text.ts';

/** Finding a building by what somebody remembers of it. */

export interface Found {
  readonly building: BuildingId;
  /** Where the words were found: each field once, with what stands there. */
  readonly where: readonly { readonly field: FoundField; readonly words: string }[];
}

export type FoundField = 'name' | 'address' | 'door' | 'scheme' | 'note' | 'author' | 'status';

/** What can be searched of a building. */
export interface Searchable {
  readonly summary: BuildingSummary;
  readonly state: BuildingState;
  /** Door numbers of the newest version. */
  readonly doors: readonly string[];
}

const statusWords = {
  archived: text('已归档', 'archived'),
  draft: text('有草稿', 'has a draft'),
  unsaved: text('尚无版本', 'no version yet'),
  complete: text('全部独用', 'all self-contained'),
  incomplete: text('未全部独用', 'not all self-contained'),
};

function statusesOf({ archived, hasDraft, lastSavedAt, complete, households }: BuildingSummary) {
  const statuses: Text[] = [];
  if (archived) statuses.push(statusWords.archived);
  if (hasDraft) statuses.push(statusWords.draft);
  if (lastSavedAt === null) statuses.push(statusWords.unsaved);
  else if (complete !== null && households > 0) {
    statuses.push(complete === households ? statusWords.complete : statusWords.incomplete);
  }
  return statuses.flatMap(({ zh, en }) => [zh, en]);
}

const marksOf = ({ schemes }: BuildingState): string[] =>
  schemes.flatMap(({ versions }) =>
    versions.flatMap(({ milestones }) =>
      milestones.map(milestoneWords).flatMap(({ zh, en }) => [zh, en]),
    ),
  );

/** Null where one of the words is nowhere in it. */
export function foundIn({ summary, state, doors }: Searchable, wanted: string): Found | null {
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
    ['status', [...statusesOf(summary), ...marksOf(state)]],
  ];
  const where = new Map<FoundField, string>();
  for (const word of words) {
    let isFound = false;
    for (const [field, values] of fields) {
      const value = values.find((one) => normal(one).includes(word));
      if (value === undefined) continue;
      isFound = true;
      if (!where.has(field)) where.set(field, value);
    }
    if (!isFound) return null;
  }
  return {
    building: summary.id,
    where: [...where].map(([field, value]) => ({ field, words: value })),
  };
}

/** Full-width letters and digits count as plain ones. */
const normal = (words: string): string => words.normalize('NFKC').toLowerCase();
