import { z } from 'zod';
import type { Problem } from './plan/integrity.ts';
import type { Plan } from './plan/model.ts';
import { ownProgrammeSchema } from './plan/own-programme-schema.ts';
import { profileSchema } from './plan/profile-schema.ts';
import {
  buildingIdSchema,
  concernedSchema,
  extentSchema,
  householdIdSchema,
  lineSchema,
  linesSchema,
  planSchema,
  schemeIdSchema,
} from './plan/schema.ts';
import type { PastVersion } from './records/fork.ts';
import { mostContactName, mostTelephone } from './records/record.ts';
import { milestoneFields } from './records/schema.ts';

/**
 * What requests carry and answers hold: schemas of what a host tells of its library, and the settings of a
 * machine.
 */

export const recordId = z.string().regex(/^\d{4}-[0-9TZ-]+-[0-9a-f]{16}$/);
export const time = z.iso.datetime();
export const name = lineSchema(200).trim().min(1);
export const note = linesSchema(4000);
/** Of the office's own, on one machine. */
export const mostProfiles = 50;
/** What the window sends is a plan already, with everything that a file may leave out. */
export const plan = planSchema as z.ZodType<Plan, unknown> as z.ZodType<Plan, Plan>;

export const problem = z.object({
  at: z.string(),
  problem: z.object({ zh: z.string(), en: z.string() }),
}) satisfies z.ZodType<Problem>;

/** A building whose folder is gone, and the day on which this machine saw it last: `2026-11-25`. */
const goneBuilding = z.object({ building: buildingIdSchema, day: z.string().max(10) });

/**
 * `fault` where it is about a record, or about a file that is none (electron/record-bytes); `gone`: this
 * machine saw the record, and it is not there.
 */
export const recordProblem = problem.extend({
  fault: z.enum(['damaged', 'unknown', 'newer', 'stray', 'unreadable', 'gone']).optional(),
  /** Of a building that is gone: what the settings remember where it was moved on purpose. */
  gone: goneBuilding.optional(),
});

/**
 * Households with their own kitchen and bathroom, reached, in the after plan; null where a fault of
 * the program keeps it from working out the rooms, which `problems` then names.
 */
export const complete = z.number().int().nullable();

/** What a version stands for: a round of consultation, the approved one, the signed one. */
export const milestone = z.object(milestoneFields);

export const versionSummary = z.object({
  id: recordId,
  /** By the clock of the machine that saved it. */
  savedAt: time,
  /** That clock was before the time of what it was drawn from: one of the two is wrong. */
  skewed: z.literal(true).optional(),
  note: z.string(),
  author: z.string(),
  parents: z.array(recordId),
  /** Counted along its descent, the same on every machine; versions saved side by side share one. */
  number: z.number().int(),
  households: z.number().int(),
  complete,
  /** Whether its plan was counted on this machine yet; `building.count` does, once. */
  counted: z.boolean(),
  /** The profile of rules that it was saved with; absent: the national one. */
  profile: profileSchema.optional(),
  milestones: z.array(milestone.extend({ at: time, by: z.string() })),
});

export const measure = z.object({ value: z.number(), unit: z.string().max(20) }).nullable();
/** A warning that somebody has accepted. */
export const derogation = z.object({
  finding: z.string().min(1).max(400),
  by: lineSchema(100),
  reason: linesSchema(4000),
  measured: measure,
  required: measure,
  until: z.number().nullable(),
  extent: extentSchema.optional(),
  concerned: concernedSchema.readonly().optional(),
});

export const draftSummary = z.object({
  savedAt: time,
  edits: z.number().int(),
  base: recordId.nullable(),
});

const pastVersion: z.ZodType<PastVersion> = z.object({
  version: recordId,
  past: z.lazy(() => z.array(pastVersion)),
});

export const schemeSummary = z.object({
  id: schemeIdSchema,
  name: z.string(),
  description: z.string(),
  archived: z.boolean(),
  /** When it was begun: tells schemes of one name apart. */
  since: time,
  /** Newest first. */
  versions: z.array(versionSummary),
  /** Two versions saved side by side, the older first, and what both were last drawn from. */
  fork: z
    .object({
      heads: z.tuple([recordId, recordId]),
      past: z.array(pastVersion),
      /** There is no past here because a version is damaged or missing. */
      hidden: z.boolean(),
      /** Heads beyond these two. */
      more: z.number().int(),
    })
    .nullable(),
  /** Versions that others name and that are not here, newest first. */
  gaps: z.array(
    z.object({
      id: recordId,
      number: z.number().int().nullable(),
      why: z.enum(['damaged', 'newer', 'missing', 'left-out']),
    }),
  ),
  /** Versions that nobody here went on from, and somebody may have whose version is not here. */
  uncertain: z.array(recordId),
  derogations: z.array(derogation.extend({ at: time })),
  /** Versions of other schemes whose survey this one has, or was told of. */
  surveys: z.array(recordId),
  /** Of these the ones of which it did not take over everything. */
  surveysKept: z.array(recordId),
  /** This machine's unsaved work on the scheme, if there is any. */
  draft: draftSummary.nullable(),
  /** Of what opens: of the draft where there is one, else of the newest version; null with neither. */
  figures: z
    .object({
      households: z.number().int(),
      complete,
      draft: z.boolean(),
      /** The version that they are of; null for those of a draft. */
      version: recordId.nullable(),
    })
    .nullable(),
});

export const buildingSummary = z.object({
  id: buildingIdSchema,
  name: z.string(),
  address: z.string(),
  archived: z.boolean(),
  storeys: z.number().int(),
  households: z.number().int(),
  /** Of the newest version, as are the storeys and the households. */
  complete,
  schemes: z.number().int(),
  /** Schemes with two versions that were saved side by side and are not merged yet. */
  diverged: z.number().int(),
  lastSavedAt: time.nullable(),
  hasDraft: z.boolean(),
});

export const contact = z.object({
  household: householdIdSchema,
  name: lineSchema(mostContactName).trim(),
  telephone: lineSchema(mostTelephone).trim(),
});

export const buildingContent = z.object({
  id: buildingIdSchema,
  name: z.string(),
  address: z.string(),
  archived: z.boolean(),
  schemes: z.array(schemeSummary),
  /** Whom to call about a household: in no plan, and in no file unless somebody asks for it. */
  contacts: z.array(contact.extend({ at: time })),
  /** Its folder cannot be written: it can be looked at and drafted on, and nothing is saved in it. */
  readOnly: z.boolean(),
  /** Records of this building that could not be read: file and what is wrong. */
  problems: z.array(recordProblem),
});

export const folderPath = z.string().min(1).max(4000);

export const mostMoved = 1000;

export const settings = z.object({
  language: z.enum(['zh', 'en']),
  author: lineSchema(100),
  /** Somebody was asked for the author's name, and may have left it empty. */
  authorAsked: z.boolean().optional(),
  /** What the pointer does not snap to, and the grid's step in mm; absent until somebody chose. */
  snap: z
    .object({
      off: z.array(z.string().max(40)).max(40),
      gridStep: z.number().int().min(1).max(10_000),
    })
    .optional(),
  /** The tour of the editor was taken or skipped. */
  tourSeen: z.boolean().optional(),
  /** Buildings that were opened, the last one first, and those that somebody marked. */
  recentBuildings: z.array(buildingIdSchema).max(50).optional(),
  favouriteBuildings: z.array(buildingIdSchema).max(1000).optional(),
  /** Buildings whose folders are gone on purpose, so that nobody is told of them again. */
  movedBuildings: z.array(goneBuilding).max(mostMoved).optional(),
  /** The profile of rules in use; absent: the national one. */
  profile: profileSchema.optional(),
  /** The office's own profiles. */
  profiles: z.array(profileSchema).max(mostProfiles).optional(),
  /** The programme of the designer's own, for dividing rooms; absent until one was made. */
  ownProgramme: ownProgrammeSchema.optional(),
  /** The library that was opened last, and those before it, newest first. */
  library: folderPath.optional(),
  recentLibraries: z.array(folderPath).max(20).optional(),
  /** Ids of the editor's commands, the one used last first. */
  recentCommands: z.array(z.string().max(60)).max(20).optional(),
});

export type { Problem };
export type RecordProblem = z.output<typeof recordProblem>;
export type VersionSummary = z.output<typeof versionSummary>;
export type DraftSummary = z.output<typeof draftSummary>;
export type SchemeSummary = z.output<typeof schemeSummary>;
export type BuildingSummary = z.output<typeof buildingSummary>;
export type BuildingContent = z.output<typeof buildingContent>;
export type Settings = z.output<typeof settings>;
