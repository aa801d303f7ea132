import { z } from 'zod';
import {
  buildingContent,
  buildingSummary,
  contact,
  derogation,
  folderPath,
  milestone,
  name,
  note,
  plan,
  problem,
  recordId,
  recordProblem,
  settings,
  time,
} from './bridge-shapes.ts';
import { profileSchema } from './plan/profile-schema.ts';
import { assetNameSchema, buildingIdSchema, lineSchema, schemeIdSchema } from './plan/schema.ts';
import { hasItsRound, mostSchemes } from './records/schema.ts';

/**
 * Every request that the window can make of its host, with the schema of its arguments and of its
 * answer. Both hosts (Electron and browser) serve this list and nothing else; arguments are parsed
 * before a service sees them.
 */

const schemeRef = z.object({ building: buildingIdSchema, scheme: schemeIdSchema });
const versionRef = schemeRef.extend({ version: recordId });
const nothing = z.object({});
/** The version is null where a scheme has never been saved. */
const draft = z.object({ plan, base: recordId.nullable(), edits: z.number().int() });
/**
 * Which draft a window takes for the one on disk: its own, or the one written at `follows` that it
 * took up; null where it found none. Two windows on one scheme so never write over each other.
 */
const held = z
  .object({ window: z.string().max(100), follows: time.nullable() })
  .default({ window: '', follows: null });

const newVersion = z.object({
  plan,
  note,
  parents: z.array(recordId).max(2),
  profile: profileSchema.optional(),
});

export const requests = {
  'host.describe': {
    arguments: nothing,
    answer: z.object({
      host: z.enum(['electron', 'browser']),
      version: z.string(),
      /** What this machine calls the library: the window asks for it with every request from then on. */
      library: z.string(),
      libraryPath: z.string(),
      readOnly: z.boolean(),
      /** Whether `library.choose` shows a dialog; else the path is typed. */
      choosesFolder: z.boolean(),
    }),
  },
  /** What the window has for print as a PDF; null where the window itself has to print it. */
  'window.print': {
    arguments: nothing,
    answer: z.object({ base64: z.string().nullable() }),
  },
  'settings.read': { arguments: nothing, answer: settings },
  'settings.write': {
    // Another library is opened by `library.switch`, which looks at it first.
    arguments: settings.omit({ library: true, recentLibraries: true }).partial(),
    answer: settings,
  },

  'library.list': {
    arguments: nothing,
    answer: z.object({ buildings: z.array(buildingSummary), problems: z.array(recordProblem) }),
  },
  /** How far `library.list` is: buildings read, of how many. Both 0 where none is under way. */
  'library.progress': {
    arguments: nothing,
    answer: z.object({ done: z.number().int(), of: z.number().int() }),
  },
  /**
   * Buildings in which every one of the words occurs: name, address, door number, scheme, note and
   * author of a version, status. `where` says in which fields, with what stands there.
   */
  'library.search': {
    arguments: z.object({ words: lineSchema(200) }),
    answer: z.object({
      found: z.array(
        z.object({
          building: buildingIdSchema,
          where: z.array(
            z.object({
              field: z.enum(['name', 'address', 'door', 'scheme', 'note', 'author', 'status']),
              words: z.string(),
            }),
          ),
          /** Whether one of these has all that was searched, and not a word here and a word there. */
          asWritten: z.boolean(),
        }),
      ),
    }),
  },
  /**
   * Waits for records to arrive or go, some 25 seconds at most. `since` is the mark of the answer
   * before; null answers at once. The window asks again as soon as it has its answer.
   */
  'library.changes': {
    arguments: z.object({ since: z.string().max(100).nullable() }),
    answer: z.object({ mark: z.string(), buildings: z.array(buildingIdSchema) }),
  },
  /** Other libraries that were opened on this machine, the last one first. */
  'library.recent': {
    arguments: nothing,
    answer: z.object({ recent: z.array(z.object({ path: z.string(), isThere: z.boolean() })) }),
  },
  /** Has the person choose a folder; null where they chose none, or the host has no dialog. */
  'library.choose': { arguments: nothing, answer: z.object({ path: z.string().nullable() }) },
  /** What lies at a path: a library, an empty folder for a new one, none yet, or why it is neither. */
  'library.look': {
    arguments: z.object({ path: folderPath }),
    answer: z.object({
      path: z.string(),
      state: z.enum(['library', 'new', 'absent', 'refused']),
      buildings: z.number().int(),
      readOnly: z.boolean(),
      refusal: z.object({ zh: z.string(), en: z.string() }).nullable(),
    }),
  },
  /**
   * Opens the library of another folder, which new windows and the next start then open too; other
   * windows keep theirs. `make`: one that is not there is made. The window asks for `library` from
   * then on.
   */
  'library.switch': {
    arguments: z.object({ path: folderPath, make: z.boolean() }),
    answer: z.object({ library: z.string(), path: z.string() }),
  },

  /** A new building has one scheme without versions and an empty storey as its draft. */
  'building.create': {
    arguments: z.object({ name, address: lineSchema(400) }),
    answer: buildingContent,
  },
  /** How far `building.open` is with what it reads for the first time; both 0 where none is under way. */
  'building.progress': {
    arguments: nothing,
    answer: z.object({ done: z.number().int(), of: z.number().int() }),
  },
  'building.open': { arguments: z.object({ building: buildingIdSchema }), answer: buildingContent },
  /**
   * The same with every version looked at and counted, which takes its time where that was never done
   * on this machine: `building.open` counts what is shown first.
   */
  'building.count': {
    arguments: z.object({ building: buildingIdSchema }),
    answer: buildingContent,
  },
  'building.describe': {
    arguments: z.object({ building: buildingIdSchema, name, address: lineSchema(400) }),
    answer: buildingContent,
  },
  'building.archive': {
    arguments: z.object({ building: buildingIdSchema, archived: z.boolean() }),
    answer: buildingContent,
  },
  /** A copy with new building id, the newest version of every scheme as its first. */
  'building.duplicate': {
    arguments: z.object({ building: buildingIdSchema, name }),
    answer: buildingContent,
  },
  /**
   * A building document's text (see exchange/document). Where it has problems, nothing is written;
   * unless it is `mendable` and asked for `faulty`: then what is unsound becomes a scheme's draft.
   * Where the building is not null, the problems are of its pictures, and the rest was taken in.
   */
  'building.import': {
    arguments: z.object({ text: z.string().max(64_000_000), faulty: z.boolean().optional() }),
    answer: z.object({
      building: buildingIdSchema.nullable(),
      problems: z.array(problem),
      mendable: z.boolean().optional(),
    }),
  },
  /**
   * The newest version of every scheme, and the draft of one that has no version. `notes` names each
   * scheme that is not in it, or whose draft has more than it.
   */
  'building.export': {
    arguments: z.object({ building: buildingIdSchema }),
    answer: z.object({ fileName: z.string(), text: z.string(), notes: z.array(problem) }),
  },

  /**
   * One building as a `.duyong` file, in base64: its records and pictures. `versions`: those that are
   * wanted, null for all; drafts are in none. `notes` names what could not be put in. `also`: a plan
   * that goes into the file as a version and not into the library, which may be only for reading.
   */
  'bundle.export': {
    arguments: z.object({
      building: buildingIdSchema,
      versions: z.array(recordId).max(20_000).nullable(),
      privateFacts: z.boolean(),
      also: newVersion.extend({ scheme: schemeIdSchema }).optional(),
    }),
    answer: z.object({ fileName: z.string(), base64: z.string(), notes: z.array(problem) }),
  },
  /**
   * Adds what the library lacks of a `.duyong` file; twice is once. The building is null where
   * nothing was taken in; else the problems are of what was left out of it.
   */
  'bundle.import': {
    arguments: z.object({ base64: z.string().max(200_000_000) }),
    answer: z.object({
      building: buildingIdSchema.nullable(),
      added: z.number().int(),
      known: z.number().int(),
      problems: z.array(problem),
    }),
  },
  /**
   * Copies what is damaged of a building's records to its folder `damaged`, which nothing else writes
   * to. `copies` are paths in the library.
   */
  'building.copy-damaged': {
    arguments: z.object({ building: buildingIdSchema }),
    answer: z.object({ copies: z.array(z.string()), problems: z.array(problem) }),
  },

  /**
   * `from`: the scheme and version to start from, with its proposal or with the survey in it alone;
   * null starts with an empty storey. Refused where the building has a scheme of this name.
   */
  'scheme.create': {
    arguments: z.object({
      building: buildingIdSchema,
      name,
      description: note,
      from: z
        .object({
          scheme: schemeIdSchema,
          version: recordId,
          surveyOnly: z.boolean().default(false),
        })
        .nullable(),
    }),
    answer: z.object({ scheme: schemeIdSchema, content: buildingContent }),
  },
  /** The order in which the schemes are shown; those that it leaves out follow. */
  'scheme.order': {
    arguments: z.object({
      building: buildingIdSchema,
      schemes: z.array(schemeIdSchema).max(mostSchemes),
    }),
    answer: buildingContent,
  },
  /** Another name is refused where another scheme has it; what came twice by itself may stay so. */
  'scheme.describe': {
    arguments: schemeRef.extend({ name, description: note, archived: z.boolean() }),
    answer: buildingContent,
  },

  'version.read': { arguments: versionRef, answer: z.object({ plan }) },
  /** Saves a version and forgets the scheme's draft, unless it is another window's. */
  'version.save': {
    arguments: schemeRef.extend({ ...newVersion.shape, held }),
    answer: z.object({ version: recordId, content: buildingContent }),
  },

  /** Marks a version, or takes the mark back. */
  'milestone.mark': {
    arguments: versionRef.extend({
      milestone: milestone.refine(hasItsRound, 'a round, of a consultation only'),
      withdrawn: z.boolean(),
    }),
    answer: buildingContent,
  },

  /** A scheme was told of the survey in another scheme's version, and took it over or not. */
  'survey.answer': {
    arguments: versionRef.extend({ taken: z.boolean() }),
    answer: buildingContent,
  },

  /** Says whom to call about a household; empty words take that back. */
  'contact.record': {
    arguments: z.object({ building: buildingIdSchema, contact }),
    answer: buildingContent,
  },

  /** Accepts a warning, or takes that back. */
  'derogation.record': {
    arguments: schemeRef.extend({ derogation, withdrawn: z.boolean() }),
    answer: buildingContent,
  },

  /** The time is null where nothing is on disk and an empty plan stands in. */
  'draft.read': {
    arguments: schemeRef,
    answer: draft.extend({ savedAt: time.nullable() }).nullable(),
  },
  /** Answers with the draft that then lies on disk: this one, or another's, which is left alone. */
  'draft.write': {
    arguments: schemeRef.extend({ draft, held }),
    answer: z.object({ written: z.boolean(), savedAt: time, edits: z.number().int() }),
  },
  /** Another window's draft stays. */
  'draft.discard': { arguments: schemeRef.extend({ held }), answer: nothing },

  /** Stores a PNG or JPEG with the building, once; its name carries the hash of its content. */
  'asset.add': {
    arguments: z.object({ building: buildingIdSchema, base64: z.string().max(34_000_000) }),
    answer: z.object({
      asset: assetNameSchema,
      width: z.number().int(),
      height: z.number().int(),
      /** px an inch of the sheet, where the file says. */
      resolution: z.number().nullable(),
    }),
  },
  'asset.read': {
    arguments: z.object({ building: buildingIdSchema, asset: assetNameSchema }),
    answer: z.object({ base64: z.string() }),
  },
} as const;

export type RequestName = keyof typeof requests;
export type Arguments<N extends RequestName> = z.input<(typeof requests)[N]['arguments']>;
export type Answer<N extends RequestName> = z.output<(typeof requests)[N]['answer']>;

export type {
  BuildingContent,
  BuildingSummary,
  DraftSummary,
  Problem,
  RecordProblem,
  SchemeSummary,
  Settings,
  VersionSummary,
} from './bridge-shapes.ts';

/** What a host answers over the wire: the answer, or a message that a person can act on. */
export type Reply<N extends RequestName> =
  | { readonly ok: true; readonly answer: Answer<N> }
  | { readonly ok: false; readonly error: { readonly zh: string; readonly en: string } };

/** What the preload or the browser page puts at `window.duyong`. Never rejects for an expected failure. */
export interface Bridge {
  request<N extends RequestName>(
    name: N,
    argument: Arguments<N>,
    library?: string | null,
  ): Promise<Reply<N>>;
}
