import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId, Plan, SchemeId } from '../shared/plan/model.ts';
import { planSchema } from '../shared/plan/schema.ts';
import type { RecordId } from '../shared/records/record.ts';
import { recordIdSchema } from '../shared/records/schema.ts';
import { codeOf } from './explained.ts';
import { type OpenStore, openStoreFile, type StoreFile } from './store-file.ts';

/** Unsaved work on one scheme. */
export interface Draft {
  readonly savedAt: string;
  /** The version that it was drawn from; null where the scheme had none. */
  readonly base: RecordId | null;
  readonly edits: number;
  readonly plan: Plan;
}

const draftSchema = z.object({
  savedAt: z.iso.datetime(),
  base: recordIdSchema.nullable(),
  edits: z.number().int(),
  plan: planSchema,
}) satisfies z.ZodType<Draft, unknown>;

/** This machine's drafts, one file each: `<user data>/drafts/<building>+<scheme>.json`. */
export interface Drafts {
  read(building: BuildingId, scheme: SchemeId): Draft | null;
  /** The newest takes the place of the one before. */
  write(building: BuildingId, scheme: SchemeId, draft: Draft): void;
  discard(building: BuildingId, scheme: SchemeId): void;
  /** Which schemes of the building have one, without reading any. */
  schemesOf(building: BuildingId): readonly string[];
}

export function openDrafts(options: {
  readonly userData: string;
  readonly openStore: OpenStore;
  readonly now: () => string;
  readonly report: (building: BuildingId, problem: Problem) => void;
}): Drafts {
  const folder = join(options.userData, 'drafts');
  /** The last draft read or written of each scheme, so that a summary parses no file twice. */
  const known = new Map<string, Draft | null>();
  const nameOf = (building: BuildingId, scheme: SchemeId): string => `${building}+${scheme}`;
  const fileOf = (building: BuildingId, scheme: SchemeId): StoreFile<Draft> =>
    openStoreFile({
      folder,
      name: nameOf(building, scheme),
      schema: draftSchema,
      openStore: options.openStore,
      now: options.now,
      report: (problem) => options.report(building, problem),
    });

  return {
    read(building, scheme) {
      const name = nameOf(building, scheme);
      const kept = known.get(name);
      if (kept !== undefined) return kept;
      const draft = fileOf(building, scheme).read();
      known.set(name, draft);
      return draft;
    },
    write(building, scheme, draft) {
      fileOf(building, scheme).write(draft);
      known.set(nameOf(building, scheme), draft);
    },
    discard(building, scheme) {
      const name = nameOf(building, scheme);
      rmSync(join(folder, `${name}.json`), { force: true });
      known.set(name, null);
    },
    schemesOf(building) {
      const start = `${building}+`;
      return namesIn(folder)
        .filter((name) => name.startsWith(start) && name.endsWith('.json'))
        .map((name) => name.slice(start.length, -'.json'.length));
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
