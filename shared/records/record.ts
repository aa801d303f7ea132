import type { BuildingId, Plan, SchemeId } from '../plan/model.ts';

/**
 * The write-once records of a library. Times are ISO 8601 UTC with milliseconds. A record's id is
 * `<time>-<hash>` as its file is named: time with `:` and `.` replaced by `-`, hash the first 16
 * hexadecimal digits of the SHA-256 of its uncompressed JSON bytes.
 */
export type RecordId = string;

export interface BuildingDescribed {
  readonly format: 1;
  readonly kind: 'building-described';
  readonly at: string;
  readonly building: BuildingId;
  readonly name: string;
  readonly address: string;
  readonly archived: boolean;
}

export interface SchemeDescribed {
  readonly format: 1;
  readonly kind: 'scheme-described';
  readonly at: string;
  readonly building: BuildingId;
  readonly scheme: SchemeId;
  readonly name: string;
  readonly description: string;
  readonly archived: boolean;
}

export interface VersionSaved {
  readonly format: 1;
  readonly kind: 'version-saved';
  readonly at: string;
  readonly building: BuildingId;
  readonly scheme: SchemeId;
  /** The versions that this one was drawn from: none for the first, two after a merge. */
  readonly parents: readonly RecordId[];
  readonly author: string;
  readonly note: string;
  readonly plan: Plan;
}

export type LogRecord = BuildingDescribed | SchemeDescribed;
export type LibraryRecord = LogRecord | VersionSaved;
