import type { Extent } from '../plan/extent.ts';
import type { BuildingId, HouseholdId, Plan, SchemeId } from '../plan/model.ts';
import type { ProfileFile } from '../plan/profile-schema.ts';

/**
 * The write-once records of a library. Times are ISO 8601 UTC with milliseconds. A record's id is
 * `<time>-<hash>` as its file is named: time with `:` and `.` replaced by `-`, hash the first 16
 * hexadecimal digits of the SHA-256 of its uncompressed JSON bytes.
 */
export type RecordId = string;

/**
 * When a record was made. `at` names it and puts it in order: a record that goes on from others, or
 * takes the place of one, is never before them, though their clock be wrong. Where that parts it from
 * the clock of the machine that wrote it, `clock` has what that said: the time that people are shown.
 */
export interface Stamp {
  readonly at: string;
  readonly clock?: string;
}

/** The time that people are shown. */
export const shownTime = ({ at, clock }: Stamp): string => clock ?? at;

export interface BuildingDescribed extends Stamp {
  readonly format: 1;
  readonly kind: 'building-described';
  readonly building: BuildingId;
  readonly name: string;
  readonly address: string;
  readonly archived: boolean;
}

export interface SchemeDescribed extends Stamp {
  readonly format: 1;
  readonly kind: 'scheme-described';
  readonly building: BuildingId;
  readonly scheme: SchemeId;
  readonly name: string;
  readonly description: string;
  readonly archived: boolean;
}

export interface VersionSaved extends Stamp {
  readonly format: 1;
  readonly kind: 'version-saved';
  readonly building: BuildingId;
  readonly scheme: SchemeId;
  /** The versions that this one was drawn from: none for the first, two after a merge. */
  readonly parents: readonly RecordId[];
  /** One more than the highest of its parents', 1 for the first; absent in older files. */
  readonly number?: number;
  /**
   * What lies before its parents, newest first, up to `mostEarlier` (ancestry.ts), so that a version
   * that is damaged or was left out leaves a gap and no fork. Absent where not all of it was known.
   */
  readonly earlier?: readonly RecordId[];
  readonly author: string;
  readonly note: string;
  readonly plan: Plan;
  /** The profile of rules that it was checked with; absent in older files: the national one. */
  readonly profile?: ProfileFile;
}

/** A warning is accepted, or that is taken back; the latest record about a finding counts. */
export interface DerogationRecorded extends Stamp {
  readonly format: 1;
  readonly kind: 'derogation-recorded';
  readonly building: BuildingId;
  readonly scheme: SchemeId;
  /** The finding's id, which stays while its cause does. */
  readonly finding: string;
  /** Who accepts it, and why. */
  readonly by: string;
  readonly reason: string;
  /** What was measured and required when it was accepted; null where the finding has no number. */
  readonly measured: { readonly value: number; readonly unit: string } | null;
  readonly required: { readonly value: number; readonly unit: string } | null;
  /** The measured value down (or up) to which it stands; null: as it was when accepted. */
  readonly until: number | null;
  /** Of a finding without a number: the piece of a wall that it was about; older records lack it. */
  readonly extent?: Extent | undefined;
  /** Whose homes it was about when it was accepted; older records lack it. */
  readonly concerned?: readonly HouseholdId[] | undefined;
  readonly withdrawn: boolean;
}

/** Stages of the work that a version can stand for, in their order (三上三下). */
export const milestoneStages = [
  'surveyed',
  'consulted',
  'reviewed',
  'approved',
  'signed',
  'permitted',
  'as-built',
  'registered',
] as const;
export type MilestoneStage = (typeof milestoneStages)[number];

/** What a version stands for; `round` counts from 1 where it is `consulted`, else it is null. */
export interface Milestone {
  readonly stage: MilestoneStage;
  readonly round: number | null;
}

/** A version is marked, or the mark is taken back; the latest record about a mark counts. */
export interface MilestoneMarked extends Milestone, Stamp {
  readonly format: 1;
  readonly kind: 'milestone-marked';
  readonly building: BuildingId;
  readonly scheme: SchemeId;
  readonly version: RecordId;
  readonly by: string;
  readonly withdrawn: boolean;
}

/**
 * A scheme has the survey as it is in this version of another scheme: it was made from it, took its
 * corrections over, or was told of them and kept its own. `taken`: it has all of it; the latest record
 * about a version counts.
 */
export interface SurveyAnswered extends Stamp {
  readonly format: 1;
  readonly kind: 'survey-answered';
  readonly building: BuildingId;
  readonly scheme: SchemeId;
  readonly version: RecordId;
  readonly taken: boolean;
  readonly by: string;
}

/**
 * Whom to call about a household, apart from every plan; the latest record about a household counts.
 * Empty words take it back.
 */
export interface ContactRecorded extends Stamp {
  readonly format: 1;
  readonly kind: 'contact-recorded';
  readonly building: BuildingId;
  readonly household: HouseholdId;
  readonly name: string;
  readonly telephone: string;
}

/** Characters of a contact's name and of a number. */
export const mostContactName = 100;
export const mostTelephone = 60;

/** The order in which a building's schemes are shown; the latest record counts. */
export interface SchemesOrdered extends Stamp {
  readonly format: 1;
  readonly kind: 'schemes-ordered';
  readonly building: BuildingId;
  readonly schemes: readonly SchemeId[];
}

/** A version that a file was exported without, by choice. */
export interface VersionLeftOut {
  readonly id: RecordId;
  readonly scheme: SchemeId;
  readonly parents: readonly RecordId[];
  readonly number: number;
}

/**
 * What a `.duyong` file was exported without, so that the gap is no damage. Its time is that of the
 * newest record in the file: the same choice makes the same record. A version that is there counts.
 */
export interface VersionsLeftOut {
  readonly format: 1;
  readonly kind: 'versions-left-out';
  readonly at: string;
  readonly building: BuildingId;
  readonly versions: readonly VersionLeftOut[];
}

export type LogRecord =
  | BuildingDescribed
  | SchemeDescribed
  | DerogationRecorded
  | MilestoneMarked
  | SurveyAnswered
  | SchemesOrdered
  | ContactRecorded
  | VersionsLeftOut;
export type LibraryRecord = LogRecord | VersionSaved;
