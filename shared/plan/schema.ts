import { z } from 'zod';
import {
  type AxisId,
  type BuildingId,
  type DimensionId,
  type FixtureId,
  fixtureKinds,
  type HouseholdId,
  type Id,
  type JointId,
  type NoteId,
  type OpeningId,
  type Plan,
  type RiserId,
  type RoomId,
  roomUses,
  type SchemeId,
  type StoreyId,
  type TenancyId,
  type WallId,
} from './model.ts';

/** Shapes of everything that is read from a file or crosses a process. Relations: integrity.ts. */

/** 2 km: a plan's coordinates stay far inside exact integer products of a double. */
export const largestCoordinate = 2_000_000;

const idSchema = <I extends Id<string>>(kind: string) =>
  z
    .string()
    .regex(new RegExp(`^${kind}_[A-Za-z0-9._-]{1,80}$`), `an id that starts with "${kind}_"`)
    .transform((id) => id as I)
    .meta({ description: `Id of a ${kind}: "${kind}_" and letters, digits, . _ or -` });

export const buildingIdSchema = idSchema<BuildingId>('building');
export const schemeIdSchema = idSchema<SchemeId>('scheme');
const storeyId = idSchema<StoreyId>('storey');
export const householdIdSchema = idSchema<HouseholdId>('household');
const tenancyId = idSchema<TenancyId>('tenancy');
const jointId = idSchema<JointId>('joint');
const wallId = idSchema<WallId>('wall');
const openingId = idSchema<OpeningId>('opening');
const roomId = idSchema<RoomId>('room');
const fixtureId = idSchema<FixtureId>('fixture');
const riserId = idSchema<RiserId>('riser');
const dimensionId = idSchema<DimensionId>('dimension');
const noteId = idSchema<NoteId>('note');
const axisId = idSchema<AxisId>('axis');

const coordinate = z.int().min(-largestCoordinate).max(largestCoordinate);
const length = z.int().min(1).max(largestCoordinate);
/**
 * Control characters (a zero byte, a line break; not a tab) and marks that turn the direction of
 * writing: in a name nobody sees them, and what is read is not what is written.
 */
export const unseen =
  '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069';
const noneUnseen = new RegExp(`^[^\\n\\r${unseen}]*$`);
/** The same for text of several lines. */
const noneUnseenButLines = new RegExp(`^[^${unseen}]*$`);

/** What is wrong with words that hold any. */
export const unseenWords = 'unseen characters';

/** One line that a person reads. */
export const lineSchema = (most: number) => z.string().max(most).regex(noneUnseen, unseenWords);
/** Months to 12, days to 31, hours to 23: what else is written is no time that a clock said. */
const inCalendar = /-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\./;
/** UTC with milliseconds, so that the order of texts is the order of times. */
export const timeSchema = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
    'an ISO 8601 time in UTC with milliseconds',
  )
  .refine((time) => inCalendar.test(time), 'a day and an hour that there are');
/** Some lines that a person reads. */
export const linesSchema = (most: number) =>
  z.string().max(most).regex(noneUnseenButLines, unseenWords);

const words = lineSchema(200);
const phase = z.enum(['existing', 'demolished', 'new']).default('existing');

export const pointSchema = z.strictObject({ x: coordinate, y: coordinate });
/** A piece of a wall that an accepted finding is about: along it, and of a hole its heights; mm. */
export const extentSchema = z.strictObject({
  from: pointSchema,
  to: pointSchema,
  sill: coordinate.optional(),
  head: coordinate.optional(),
});

const wall = z.strictObject({
  a: jointId,
  b: jointId,
  thickness: z.int().min(0).max(2000),
  kind: z.enum(['bearing', 'partition', 'boundary']),
  engineerNote: words.min(1).optional(),
  phase,
});

const opening = z.strictObject({
  wall: wallId,
  kind: z.enum(['door', 'window', 'passage']),
  offset: z.int().min(0).max(largestCoordinate),
  width: length,
  sill: z.int().min(0).max(20_000).default(0),
  head: z.int().min(1).max(20_000),
  leaf: z.enum(['swing', 'double', 'sliding']).optional(),
  hinge: z.enum(['a', 'b']).optional(),
  side: z.enum(['left', 'right']).optional(),
  keeps: z.enum(['a', 'b']).optional(),
  opens: z.int().min(0).max(100).optional(),
  phase,
});

const clearHeight = z.int().min(500).max(20_000);

const roomTag = z.strictObject({
  at: pointSchema,
  use: z.enum(roomUses),
  name: words.default(''),
  holders: z
    .array(z.union([householdIdSchema, z.literal('building')]))
    .max(200)
    .default([]),
  clearHeight: clearHeight.optional(),
  exhaust: z.boolean().optional(),
  flight: z.int().min(200).max(10_000).optional(),
  phase,
});

const fixture = z.strictObject({
  kind: z.enum(fixtureKinds),
  at: pointSchema,
  rotation: z.int().min(0).max(359).default(0),
  width: z.int().min(50).max(5000),
  depth: z.int().min(50).max(5000),
  fuel: z.enum(['gas', 'electric']).optional(),
  phase,
});

const riser = z.strictObject({
  kind: z.enum(['soil', 'waste', 'supply', 'gas', 'flue']),
  line: words.default(''),
  at: pointSchema,
  width: z.int().min(20).max(5000),
  depth: z.int().min(20).max(5000),
  phase,
});

const anchor = z.strictObject({
  at: pointSchema,
  on: z
    .union([
      z.strictObject({ joint: jointId }),
      z.strictObject({
        wall: wallId,
        along: z.int().min(0).max(largestCoordinate),
        face: z.enum(['left', 'right', 'centre']).default('centre'),
      }),
      z.strictObject({ opening: openingId, jamb: z.enum(['a', 'b']) }),
    ])
    .optional(),
});

/** Points of one chain; nobody reads more, and a hostile file gets no further. */
const mostAnchors = 200;

const dimension = z.strictObject({
  anchors: z.array(anchor).min(2).max(mostAnchors),
  along: z.enum(['x', 'y', 'line']).default('line'),
  offset: coordinate.default(0),
});

const note = z.strictObject({
  at: pointSchema,
  words: linesSchema(1000).min(1),
  to: pointSchema.optional(),
});

const axis = z.strictObject({ runs: z.enum(['upright', 'level']), place: coordinate });

/** px at a side; larger pictures are refused when they are brought in. */
export const largestPictureSide = 20_000;
export const assetNameSchema = z
  .string()
  .regex(/^[0-9a-f]{32}\.(png|jpg)$/, 'an asset: 32 hexadecimal digits and .png or .jpg');

const pixels = z.int().min(0).max(largestPictureSide);

export const underlaySchema = z
  .strictObject({
    asset: assetNameSchema,
    name: words.default(''),
    width: z.int().min(1).max(largestPictureSide),
    height: z.int().min(1).max(largestPictureSide),
    origin: pointSchema,
    scale: z.number().min(0.001).max(10_000),
    resolution: z.number().min(1).max(10_000).default(96),
    rotation: z.number().min(-360).max(360).default(0),
    opacity: z.number().min(0.05).max(1).default(0.6),
    crop: z
      .strictObject({ left: pixels, top: pixels, right: pixels, bottom: pixels })
      .default({ left: 0, top: 0, right: 0, bottom: 0 }),
    locked: z.boolean().default(false),
    hidden: z.boolean().default(false),
  })
  .refine(({ crop, width }) => crop.left + crop.right < width, {
    path: ['crop'],
    message: 'nothing is left of the width',
  })
  .refine(({ crop, height }) => crop.top + crop.bottom < height, {
    path: ['crop'],
    message: 'nothing is left of the height',
  });

/** One element of each of a storey's tables; an edit checks what it leaves with these. */
export const elementSchemas = {
  joints: pointSchema,
  walls: wall,
  openings: opening,
  rooms: roomTag,
  fixtures: fixture,
  risers: riser,
  dimensions: dimension,
  notes: note,
} as const;

export const storeySchema = z.strictObject({
  name: words,
  level: z.int().min(-20).max(200),
  elevation: z.int().min(-100_000).max(1_000_000),
  height: z.int().min(500).max(20_000),
  clearHeight: clearHeight.optional(),
  joints: z.record(jointId, pointSchema).default({}),
  walls: z.record(wallId, wall).default({}),
  openings: z.record(openingId, opening).default({}),
  rooms: z.record(roomId, roomTag).default({}),
  fixtures: z.record(fixtureId, fixture).default({}),
  risers: z.record(riserId, riser).default({}),
  dimensions: z.record(dimensionId, dimension).optional(),
  notes: z.record(noteId, note).optional(),
  underlay: underlaySchema.optional(),
});

const tenancy = z.strictObject({ certificate: words, certifiedArea: z.int().min(0).optional() });

export const householdSchema = z.strictObject({
  door: words.min(1),
  members: z.int().min(0).max(100).optional(),
  tenancy: tenancyId.optional(),
  note: linesSchema(4000).optional(),
});

export const tenanciesSchema = z.record(tenancyId, tenancy);
export const householdsSchema = z.record(householdIdSchema, householdSchema);
export const storeysSchema = z.record(storeyId, storeySchema);
export const axesSchema = z.record(axisId, axis);
export const northSchema = z.int().min(0).max(359);

/** One plan, as a version freezes it. */
export const planSchema = z.strictObject({
  tenancies: tenanciesSchema.default({}),
  households: householdsSchema.default({}),
  storeys: storeysSchema,
  axes: axesSchema.optional(),
  north: northSchema.optional(),
}) satisfies z.ZodType<Plan, unknown>;
