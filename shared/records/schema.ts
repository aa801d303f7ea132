import { z } from 'zod';
import { profileSchema } from '../plan/profile-schema.ts';
import {
  buildingIdSchema,
  extentSchema,
  householdIdSchema,
  lineSchema,
  planSchema,
  schemeIdSchema,
  timeSchema,
} from '../plan/schema.ts';
import { mostEarlier } from './ancestry.ts';
import {
  type BuildingDescribed,
  type ContactRecorded,
  type DerogationRecorded,
  type LogRecord,
  type Milestone,
  type MilestoneMarked,
  milestoneStages,
  mostContactName,
  mostTelephone,
  type SchemeDescribed,
  type SchemesOrdered,
  type SurveyAnswered,
  type VersionSaved,
  type VersionsLeftOut,
} from './record.ts';
import { mostNumber } from './version-numbers.ts';

/** Shapes of the library's records, as their files are parsed. Relations of a plan: integrity.ts. */

/** A record's id: its time with `:` and `.` as `-`, and 16 hexadecimal digits of its hash. */
export const recordIdSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z-[0-9a-f]{16}$/, 'a record id');

const common = {
  format: z.literal(1),
  at: timeSchema,
  clock: timeSchema.optional(),
  building: buildingIdSchema,
};

const buildingDescribed = z.strictObject({
  ...common,
  kind: z.literal('building-described'),
  name: z.string(),
  address: z.string(),
  archived: z.boolean(),
}) satisfies z.ZodType<BuildingDescribed, unknown>;

const schemeDescribed = z.strictObject({
  ...common,
  kind: z.literal('scheme-described'),
  scheme: schemeIdSchema,
  name: z.string(),
  description: z.string(),
  archived: z.boolean(),
}) satisfies z.ZodType<SchemeDescribed, unknown>;

/** Of a version. */
const number = z.number().int().min(1).max(mostNumber);

export const versionSavedSchema = z.strictObject({
  ...common,
  kind: z.literal('version-saved'),
  scheme: schemeIdSchema,
  parents: z.array(recordIdSchema).max(2),
  number: number.optional(),
  earlier: z.array(recordIdSchema).max(mostEarlier).optional(),
  author: z.string(),
  note: z.string(),
  plan: planSchema,
  profile: profileSchema.optional(),
}) satisfies z.ZodType<VersionSaved, unknown>;

/** Everything of a version but its plan. */
export const versionFactsSchema = versionSavedSchema.omit({ plan: true });

const measure = z.strictObject({ value: z.number(), unit: z.string().max(20) }).nullable();

const derogationRecorded = z.strictObject({
  ...common,
  kind: z.literal('derogation-recorded'),
  scheme: schemeIdSchema,
  finding: z.string().min(1).max(400),
  by: z.string(),
  reason: z.string(),
  measured: measure,
  required: measure,
  until: z.number().nullable(),
  extent: extentSchema.optional(),
  withdrawn: z.boolean(),
}) satisfies z.ZodType<DerogationRecorded, unknown>;

export const milestoneFields = {
  stage: z.enum(milestoneStages),
  round: z.number().int().min(1).max(99).nullable(),
};

/** Only a consultation has rounds, and it always has. */
export const hasItsRound = ({ stage, round }: Milestone): boolean =>
  (stage === 'consulted') === (round !== null);

const milestoneMarked = z
  .strictObject({
    ...common,
    kind: z.literal('milestone-marked'),
    scheme: schemeIdSchema,
    version: recordIdSchema,
    ...milestoneFields,
    by: z.string(),
    withdrawn: z.boolean(),
  })
  .refine(hasItsRound, 'a round, of a consultation only') satisfies z.ZodType<
  MilestoneMarked,
  unknown
>;

const surveyAnswered = z.strictObject({
  ...common,
  kind: z.literal('survey-answered'),
  scheme: schemeIdSchema,
  version: recordIdSchema,
  taken: z.boolean(),
  by: z.string(),
}) satisfies z.ZodType<SurveyAnswered, unknown>;

/** A building has a handful; a stranger's file may not have more. */
export const mostSchemes = 1000;

const schemesOrdered = z.strictObject({
  ...common,
  kind: z.literal('schemes-ordered'),
  schemes: z.array(schemeIdSchema).max(mostSchemes),
}) satisfies z.ZodType<SchemesOrdered, unknown>;

const contactRecorded = z.strictObject({
  ...common,
  kind: z.literal('contact-recorded'),
  household: householdIdSchema,
  name: lineSchema(mostContactName),
  telephone: lineSchema(mostTelephone),
}) satisfies z.ZodType<ContactRecorded, unknown>;

/** As a file that is exported may leave out. */
const mostLeftOut = 20_000;

const versionsLeftOut = z.strictObject({
  ...common,
  kind: z.literal('versions-left-out'),
  versions: z
    .array(
      z.strictObject({
        id: recordIdSchema,
        scheme: schemeIdSchema,
        parents: z.array(recordIdSchema).max(2),
        number,
      }),
    )
    .max(mostLeftOut),
}) satisfies z.ZodType<VersionsLeftOut, unknown>;

export const logRecordSchema = z.discriminatedUnion('kind', [
  buildingDescribed,
  schemeDescribed,
  derogationRecorded,
  milestoneMarked,
  surveyAnswered,
  schemesOrdered,
  contactRecorded,
  versionsLeftOut,
]) satisfies z.ZodType<LogRecord, unknown>;

const knownKinds: ReadonlySet<string> = new Set([
  ...logRecordSchema.options.map(({ shape }) => shape.kind.value),
  versionSavedSchema.shape.kind.value,
]);

/** Whether this version of the program knows such records; others are shown and left alone. */
export const isKnownKind = (kind: string): boolean => knownKinds.has(kind);
