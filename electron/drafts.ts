import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../shared/plan/integrity.ts';
import { currentFormat } from '../shared/plan/migrations.ts';
import type { BuildingId, Plan, SchemeId } from '../shared/plan/model.ts';
import { planSchema } from '../shared/plan/schema.ts';
import type { RecordId } from '../shared/records/record.ts';
import { recordIdSchema } from '../shared/records/schema.ts';
import { codeOf } from './explained.ts';
import { type OpenStore, openStoreFile, type StoreFile } from './store-file.ts';

/** Unsaved work on one scheme. */
export interface Draft {
  readonly savedAt: string;
  /** The window that wrote it; empty where the host did, for a new scheme. */
  readonly window: string;
  /** The version that it was drawn from; null where the scheme had none. */
  readonly base: RecordId | null;
  readonly edits: number;
  readonly plan: Plan;
}

const draftSchema = z
  .strictObject({
    format: z.literal(currentFormat),
    savedAt: z.iso.datetime(),
    window: z.string().default(''),
    base: recordIdSchema.nullable(),
    edits: z.number().int(),
    plan: planSchema,
  })
  .transform(({ format: _, ...draft }): Draft => draft);

/**
 * This machine's drafts, one file each: `<user data>/drafts/<building>+<scheme>.json`. A draft's
 * plan has the right shape; it need not be free of contradictions, since it is work under way.
 */
export interface Drafts {
  /** Throws `Explained` where there is one that cannot be read: in use, or of a newer format. */
  read(building: BuildingId, scheme: SchemeId): Draft | null;
  /** When the draft's file was last written, ISO 8601; null where there is none. */
  writtenAt(building: BuildingId, scheme: SchemeId): string | null;
  /** The newest takes the place of the one before. */
  write(building: BuildingId, scheme: SchemeId, draft: Draft): void;
  discard(building: BuildingId, scheme: SchemeId): void;
  /** Which schemes of the building have one, without reading any. */
  schemesOf(building: BuildingId): readonly string[];
}

/**
 * Whether the window knows the draft: it wrote it, or took it up and it is still that one. Where none
 * lies there is nothing that it would have to know.
 */
export const isKnownTo = (
  draft: Draft | null,
  { window, follows }: { readonly window: string; readonly follows: string | null },
): boolean => draft === null || draft.window === window || draft.savedAt === follows;

export function openDrafts(options: {
  readonly userData: string;
  readonly openStore: OpenStore;
  readonly now: () => string;
  readonly report: (building: BuildingId, problem: Problem) => void;
}): Drafts {
  const folder = join(options.userData, 'drafts');
  /** By name, while the file stays the same: another host may write it, and none is parsed twice. */
  const known = new Map<string, { readonly mark: string; readonly draft: Draft }>();
  const nameOf = (building: BuildingId, scheme: SchemeId): string => `${building}+${scheme}`;
  const pathOf = (name: string): string => join(folder, `${name}.json`);
  const fileOf = (building: BuildingId, scheme: SchemeId): StoreFile<Draft> =>
    openStoreFile({
      folder,
      name: nameOf(building, scheme),
      schema: draftSchema,
      hasFormat: true,
      openStore: options.openStore,
      now: options.now,
      report: (problem) => options.report(building, problem),
    });

  return {
    read(building, scheme) {
      const name = nameOf(building, scheme);
      const mark = markOf(pathOf(name));
      const kept = known.get(name);
      if (kept && kept.mark === mark) return kept.draft;
      const draft = fileOf(building, scheme).read();
      if (draft && mark !== null) known.set(name, { mark, draft });
      else known.delete(name);
      return draft;
    },
    writtenAt: (building, scheme) =>
      statOf(pathOf(nameOf(building, scheme)))?.mtime.toISOString() ?? null,
    write(building, scheme, draft) {
      fileOf(building, scheme).write(draft);
      const name = nameOf(building, scheme);
      const mark = markOf(pathOf(name));
      if (mark !== null) known.set(name, { mark, draft });
    },
    discard(building, scheme) {
      rmSync(pathOf(nameOf(building, scheme)), { force: true });
    },
    schemesOf(building) {
      const start = `${building}+`;
      return namesIn(folder)
        .filter((name) => name.startsWith(start) && name.endsWith('.json'))
        .map((name) => name.slice(start.length, -'.json'.length));
    },
  };
}

const statOf = (file: string) => statSync(file, { throwIfNoEntry: false });

/** Changes whenever the file is written: each write is a new file moved into its place. */
function markOf(file: string): string | null {
  const found = statOf(file);
  return found ? `${found.ino} ${found.size} ${found.mtimeMs}` : null;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
