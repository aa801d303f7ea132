import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../shared/plan/integrity.ts';
import { currentFormat } from '../shared/plan/migrations.ts';
import type { BuildingId, Plan, SchemeId } from '../shared/plan/model.ts';
import { planSchema } from '../shared/plan/schema.ts';
import { applyChanges, changesBetween } from '../shared/records/plan-changes.ts';
import type { RecordId } from '../shared/records/record.ts';
import { recordIdSchema } from '../shared/records/schema.ts';
import { text } from '../shared/text.ts';
import {
  appendToJournal,
  flushFolderSync,
  hashOf,
  type Journal,
  keepAside,
  markOf,
  readJournal,
  removeJournal,
} from './draft-journal.ts';
import { earlierDrafts } from './earlier-drafts.ts';
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
 * This machine's drafts: of each a snapshot, `<user data>/drafts/<library>/<building>+<scheme>.json`,
 * and what changed since in a journal beside it, `.edits`. Two libraries may hold the same building,
 * and each has its own draft of it. A draft's plan has the right shape; it need not be free of
 * contradictions, since it is work under way.
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
  /** What this machine calls the library. */
  readonly libraryId: string;
  /** Whether the library has the building, and the version where there is one. */
  readonly isOfLibrary: (building: BuildingId, base: RecordId | null) => boolean;
  readonly openStore: OpenStore;
  readonly now: () => string;
  readonly report: (building: BuildingId, problem: Problem) => void;
}): Drafts {
  const folder = join(options.userData, 'drafts', options.libraryId);
  const takeEarlier = earlierDrafts({ ...options, folder });
  /** By name, while the files stay the same: another host may write them, and none is read twice. */
  const known = new Map<string, Kept>();
  const nameOf = (building: BuildingId, scheme: SchemeId): string => `${building}+${scheme}`;
  const pathOf = (name: string): string => join(folder, `${name}.json`);
  const journalOf = (name: string): string => join(folder, `${name}.edits`);
  const marksOf = (name: string): string | null => {
    const mark = markOf(pathOf(name));
    return mark === null ? null : `${mark} ${markOf(journalOf(name))}`;
  };
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

  const keep = (name: string, kept: Omit<Kept, 'marks'>): void => {
    const marks = marksOf(name);
    if (marks === null) known.delete(name);
    else known.set(name, { ...kept, marks });
  };

  /** The whole draft as one file; what was added to the one before it is done with. */
  const writeSnapshot = (building: BuildingId, scheme: SchemeId, draft: Draft): void => {
    const name = nameOf(building, scheme);
    known.delete(name);
    fileOf(building, scheme).write(draft);
    flushFolderSync(folder);
    removeJournal(journalOf(name));
    const bytes = readFileSync(pathOf(name));
    keep(name, { draft, snapshot: hashOf(bytes), size: bytes.length, lines: 0, bytes: 0 });
  };

  const readKept = (building: BuildingId, scheme: SchemeId): Kept | null => {
    const name = nameOf(building, scheme);
    const kept = known.get(name);
    if (kept && kept.marks === marksOf(name)) return kept;
    known.delete(name);
    takeEarlier(building, scheme);
    const start = fileOf(building, scheme).read();
    if (!start) return null;
    const bytes = readFileSync(pathOf(name));
    const snapshot = hashOf(bytes);
    const journal = readJournal(journalOf(name), snapshot);
    const { draft, state } = replayed(start, journal);
    const lines = state === 'sound' ? journal.lines.length : mostLines;
    keep(name, { draft, snapshot, size: bytes.length, lines, bytes: journal.bytes });
    if (state !== 'damaged') return known.get(name) ?? null;
    const aside = keepAside(journalOf(name), options.now());
    options.report(building, {
      at: journalOf(name),
      problem: text(
        `草稿的后一部分已损坏，只恢复到 ${draft.savedAt} 写入的内容（${draft.edits} 次修改）；损坏的文件原样保留为 ${aside}`,
        `the later part of the draft was damaged; it is restored as written at ${draft.savedAt}, with ${draft.edits} edits; the damaged file is kept as ${aside}`,
      ),
    });
    writeSnapshot(building, scheme, draft);
    return known.get(name) ?? null;
  };

  return {
    read: (building, scheme) => readKept(building, scheme)?.draft ?? null,
    writtenAt(building, scheme) {
      takeEarlier(building, scheme);
      const name = nameOf(building, scheme);
      const times = [pathOf(name), journalOf(name)].flatMap((file) => statOf(file)?.mtime ?? []);
      return times.length === 0
        ? null
        : new Date(Math.max(...times.map((time) => time.getTime()))).toISOString();
    },
    write(building, scheme, draft) {
      const name = nameOf(building, scheme);
      const kept = readKept(building, scheme);
      const changes = kept && changesTo(kept, draft);
      if (!kept || !changes) {
        writeSnapshot(building, scheme, draft);
        return;
      }
      const { savedAt, window, base, edits } = draft;
      const line = { savedAt, window, base, edits, changes };
      known.delete(name);
      appendToJournal(journalOf(name), kept.snapshot, kept.lines, line);
      if (kept.lines === 0) flushFolderSync(folder);
      const bytes = kept.bytes + JSON.stringify(line).length;
      keep(name, { ...kept, draft, lines: kept.lines + 1, bytes });
    },
    discard(building, scheme) {
      takeEarlier(building, scheme);
      const name = nameOf(building, scheme);
      rmSync(pathOf(name), { force: true });
      removeJournal(journalOf(name));
    },
    schemesOf(building) {
      for (const scheme of schemesIn(dirname(folder), building)) takeEarlier(building, scheme);
      return schemesIn(folder, building);
    },
  };
}

/** Lines after which a draft is written as a whole again. */
const mostLines = 64;

interface Kept {
  readonly draft: Draft;
  readonly marks: string;
  /** Of the snapshot: hash and size in bytes. */
  readonly snapshot: string;
  readonly size: number;
  /** What was added to it: `mostLines` where nothing more may be. */
  readonly lines: number;
  readonly bytes: number;
}

/** What makes the kept draft's plan of this one; null where writing it whole is as well. */
function changesTo(kept: Kept, draft: Draft) {
  if (kept.lines >= mostLines || kept.bytes > kept.size) return null;
  const changes = changesBetween({ ...kept.draft.plan }, { ...draft.plan });
  // Elements may stand in another order, which changes do not say.
  const made = applyChanges({ ...kept.draft.plan }, changes);
  return JSON.stringify(made) === JSON.stringify(draft.plan) ? changes : null;
}

/** The snapshot with what was added to it, as far as that has the shape of a plan. */
function replayed(
  start: Draft,
  { lines, state }: Journal,
): { draft: Draft; state: Journal['state'] } {
  const last = lines.at(-1);
  if (!last) return { draft: start, state };
  try {
    const changes = lines.flatMap((line) => line.changes);
    const plan = planSchema.parse(applyChanges({ ...start.plan }, changes));
    const { savedAt, window, base, edits } = last;
    return { draft: { savedAt, window, base, edits, plan }, state };
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof RangeError)) throw error;
    return { draft: start, state: 'damaged' };
  }
}

/** Which schemes of the building have a draft in the folder. */
function schemesIn(folder: string, building: BuildingId): SchemeId[] {
  const start = `${building}+`;
  return namesIn(folder)
    .filter((name) => name.startsWith(start) && name.endsWith('.json'))
    .map((name) => name.slice(start.length, -'.json'.length) as SchemeId);
}

const statOf = (file: string) => statSync(file, { throwIfNoEntry: false });

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
