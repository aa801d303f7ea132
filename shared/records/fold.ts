import type { BuildingId, HouseholdId, SchemeId } from '../plan/model.ts';
import type { ProfileFile } from '../plan/profile-schema.ts';
import { ancestryOf, type Gap } from './ancestry.ts';
import { byBelievedTime } from './believed.ts';
import {
  type BuildingDescribed,
  type ContactRecorded,
  type DerogationRecorded,
  type LogRecord,
  type Milestone,
  type MilestoneMarked,
  milestoneStages,
  type RecordId,
  type SchemeDescribed,
  shownTime,
  type VersionLeftOut,
  type VersionSaved,
} from './record.ts';

/** What the fold needs of a version: everything but its plan, which stays in the file. */
export type VersionFacts = Omit<VersionSaved, 'plan'>;

export interface Entry<R> {
  readonly id: RecordId;
  readonly record: R;
}

export interface VersionState {
  readonly id: RecordId;
  /** What puts it in order; later than its parents'. */
  readonly at: string;
  /** What people are shown: the clock of the machine that saved it. */
  readonly savedAt: string;
  /** That is before the time of what it was drawn from: one of the two clocks is wrong. */
  readonly skewed?: true;
  readonly author: string;
  readonly note: string;
  readonly parents: readonly RecordId[];
  readonly earlier?: readonly RecordId[];
  /** Which version it is, counted along its descent; two that were saved side by side share one. */
  readonly number: number;
  readonly profile?: ProfileFile;
  /** What it stands for, in the order of the work. */
  readonly milestones: readonly MilestoneState[];
}

export interface MilestoneState extends Milestone {
  readonly at: string;
  readonly by: string;
}

export interface SchemeState {
  readonly id: SchemeId;
  readonly name: string;
  readonly description: string;
  readonly archived: boolean;
  /** The time of the first record that tells of it. */
  readonly since: string;
  /** Newest first, but for a head that is dated in the future. */
  readonly versions: readonly VersionState[];
  /** Versions that nobody went on from, newest first: two after concurrent saves. */
  readonly heads: readonly RecordId[];
  /** Those that a version which is not here may descend from, newest first. */
  readonly uncertain: readonly RecordId[];
  /** Versions that others name and that are not here, newest first. */
  readonly gaps: readonly Gap[];
  readonly leftOut: readonly VersionLeftOut[];
  /** Accepted warnings, the latest word about each, by the ids of their findings in order. */
  readonly derogations: readonly DerogationState[];
  /** Versions of other schemes whose survey this one knows, by id. */
  readonly surveys: readonly RecordId[];
  /** Of these the ones of which it did not take over everything. */
  readonly surveysKept: readonly RecordId[];
}

export type DerogationState = Omit<
  DerogationRecorded,
  'format' | 'kind' | 'building' | 'scheme' | 'withdrawn' | 'clock'
>;

export interface BuildingState {
  readonly id: BuildingId;
  readonly name: string;
  readonly address: string;
  readonly archived: boolean;
  /** As they were put in order; those that came since follow as they were first described. */
  readonly schemes: readonly SchemeState[];
  /** Whom to call, the latest word about each household, by their ids; those taken back are not here. */
  readonly contacts: readonly ContactState[];
}

export type ContactState = Omit<ContactRecorded, 'format' | 'kind' | 'building' | 'clock'>;

/**
 * The state of one building from its records, whatever their order and however often one comes.
 * The latest description wins: by time, then by id. What was never described (its record is
 * damaged or has not arrived) goes by its id. Null where there is no record at all.
 *
 * @param latest what is dated after it is not believed (believed.ts): of several heads such a one does
 *   not stand first. Null believes everything.
 */
export function foldBuilding(
  building: BuildingId,
  records: readonly Entry<LogRecord | VersionFacts>[],
  latest: string | null = null,
): BuildingState | null {
  const sorted = [...new Map(records.map((entry) => [entry.id, entry])).values()]
    .filter((entry) => entry.record.building === building)
    .sort(byTimeThenId);
  if (sorted.length === 0) return null;

  let described: BuildingDescribed | null = null;
  let order: readonly SchemeId[] = [];
  const contacts = new Map<HouseholdId, ContactState>();
  const schemes = new Map<SchemeId, SchemeRecords>();
  const recordsOf = (scheme: SchemeId): SchemeRecords => {
    const found = schemes.get(scheme);
    if (found) return found;
    const made: SchemeRecords = {
      descriptions: [],
      versions: [],
      derogations: new Map(),
      milestones: new Map(),
      surveys: new Map(),
      leftOut: new Map(),
    };
    schemes.set(scheme, made);
    return made;
  };
  for (const { id, record } of sorted) {
    if (record.kind === 'building-described') described = record;
    else if (record.kind === 'schemes-ordered') order = record.schemes;
    else if (record.kind === 'contact-recorded') {
      const { at, household, name, telephone } = record;
      contacts.set(household, { at, household, name, telephone });
    } else if (record.kind === 'scheme-described') {
      recordsOf(record.scheme).descriptions.push({ id, record });
    } else if (record.kind === 'derogation-recorded') {
      recordsOf(record.scheme).derogations.set(record.finding, record);
    } else if (record.kind === 'milestone-marked') {
      recordsOf(record.scheme).milestones.set(keyOf(record), record);
    } else if (record.kind === 'survey-answered') {
      recordsOf(record.scheme).surveys.set(record.version, record.taken);
    } else if (record.kind === 'versions-left-out') {
      for (const left of record.versions) recordsOf(left.scheme).leftOut.set(left.id, left);
    } else recordsOf(record.scheme).versions.push({ id, record });
  }

  return {
    id: building,
    name: described?.name ?? building,
    address: described?.address ?? '',
    archived: described?.archived ?? false,
    schemes: [...schemes]
      // What was accepted about a scheme of which nothing else has arrived yet waits for it.
      .filter(([, { descriptions, versions }]) => descriptions.length + versions.length > 0)
      .sort(
        ([one, left], [other, right]) =>
          placeIn(order, one) - placeIn(order, other) ||
          byTimeThenId(firstOf(left), firstOf(right)),
      )
      .map(([id, scheme]) => withBelievedFirst(foldScheme(id, scheme), latest)),
    contacts: [...contacts.values()]
      .filter(({ name, telephone }) => name !== '' || telephone !== '')
      .sort((one, other) => compare(one.household, other.household)),
  };
}

/** What is not in the order comes after it. */
function placeIn(order: readonly SchemeId[], scheme: SchemeId): number {
  const place = order.indexOf(scheme);
  return place < 0 ? order.length : place;
}

interface SchemeRecords {
  readonly descriptions: Entry<SchemeDescribed>[];
  readonly versions: Entry<VersionFacts>[];
  /** The latest by finding. */
  readonly derogations: Map<string, DerogationRecorded>;
  /** The latest by version and mark. */
  readonly milestones: Map<string, MilestoneMarked>;
  /** Whether it was taken over, the latest answer. */
  readonly surveys: Map<RecordId, boolean>;
  readonly leftOut: Map<RecordId, VersionLeftOut>;
}

const keyOf = ({ version, stage, round }: MilestoneMarked): string =>
  `${version} ${stage} ${round}`;

/** Both lists are sorted and one of them holds something. */
const firstOf = (scheme: SchemeRecords): Entry<LogRecord | VersionFacts> =>
  (scheme.descriptions[0] ?? scheme.versions[0])!;

function foldScheme(
  id: SchemeId,
  { descriptions, versions, derogations, milestones, surveys, leftOut }: SchemeRecords,
): SchemeState {
  const latest = descriptions.at(-1)?.record;
  const newestFirst = versions.toReversed();
  const away = [...leftOut.values()];
  const shown = new Map(versions.map(({ id: version, record }) => [version, shownTime(record)]));
  const descent = versions.map((version) => ({ ...version.record, id: version.id }));
  const { numbers, heads, uncertain, gaps } = ancestryOf(descent, away);
  const marks = [...milestones.values()].filter(({ withdrawn }) => !withdrawn).sort(byStage);
  return {
    id,
    name: latest?.name ?? id,
    description: latest?.description ?? '',
    archived: latest?.archived ?? false,
    since:
      [descriptions[0], versions[0]]
        .flatMap((one) => (one ? shownTime(one.record) : []))
        .sort()[0] ?? '',
    versions: newestFirst.map((version) => ({
      id: version.id,
      at: version.record.at,
      savedAt: shownTime(version.record),
      ...(isBeforeItsParents(version.record, shown) ? { skewed: true as const } : {}),
      author: version.record.author,
      note: version.record.note,
      parents: version.record.parents,
      ...(version.record.earlier === undefined ? {} : { earlier: version.record.earlier }),
      number: numbers.get(version.id)!,
      ...(version.record.profile === undefined ? {} : { profile: version.record.profile }),
      milestones: marks
        .filter((mark) => mark.version === version.id)
        .map((mark) => ({
          stage: mark.stage,
          round: mark.round,
          at: shownTime(mark),
          by: mark.by,
        })),
    })),
    derogations: [...derogations.values()]
      .filter(({ withdrawn }) => !withdrawn)
      .sort((one, other) => compare(one.finding, other.finding))
      .map(({ finding, at, clock, by, reason, measured, required, until, extent, concerned }) => ({
        finding,
        at: shownTime({ at, ...(clock === undefined ? {} : { clock }) }),
        by,
        reason,
        measured,
        required,
        until,
        ...(extent === undefined ? {} : { extent }),
        ...(concerned === undefined ? {} : { concerned }),
      })),
    surveys: [...surveys.keys()].sort(),
    surveysKept: [...surveys].flatMap(([version, taken]) => (taken ? [] : [version])).sort(),
    heads,
    uncertain,
    gaps,
    leftOut: away,
  };
}

/** With the head first that was saved last, as far as dates are believed. */
function withBelievedFirst(scheme: SchemeState, latest: string | null): SchemeState {
  const { versions, heads } = scheme;
  if (latest === null || heads.length < 2 || (versions[0]?.savedAt ?? '') <= latest) return scheme;
  const [first] = versions.filter(({ id }) => heads.includes(id)).sort(byBelievedTime(latest));
  if (!first) return scheme;
  return { ...scheme, versions: [first, ...versions.filter((version) => version !== first)] };
}

/** Whether one of the clocks is wrong: it was saved before what it was drawn from. */
const isBeforeItsParents = (version: VersionFacts, shown: ReadonlyMap<RecordId, string>): boolean =>
  version.clock !== undefined &&
  version.parents.some((parent) => (shown.get(parent) ?? '') > version.clock!);

/** In the order of the work. */
export const byStage = (left: Milestone, right: Milestone): number =>
  milestoneStages.indexOf(left.stage) - milestoneStages.indexOf(right.stage) ||
  (left.round ?? 0) - (right.round ?? 0);

export function byTimeThenId(
  left: Entry<LogRecord | VersionFacts>,
  right: Entry<LogRecord | VersionFacts>,
): number {
  // Of two of one time, that of a clock behind it came after (stamp.ts).
  return (
    compare(left.record.at, right.record.at) ||
    compare(clockOf(left.record), clockOf(right.record)) ||
    compare(left.id, right.id)
  );
}

const clockOf = (record: LogRecord | VersionFacts): string =>
  ('clock' in record ? record.clock : undefined) ?? '';

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
