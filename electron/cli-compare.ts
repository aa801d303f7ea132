import type { FacilityState, HouseholdState } from '../shared/derive/household-state.ts';
import { type HouseholdId, idsOf, type Plan } from '../shared/plan/model.ts';
import { comparePlans, findingChanges, ofHousehold } from '../shared/records/compare.ts';
import { takingOver } from '../shared/records/facts.ts';
import { type FindingTurns, findingTurns } from '../shared/records/finding-turns.ts';
import type { HouseholdChange } from '../shared/records/household-changes.ts';
import { check } from '../shared/rules/check.ts';
import type { Finding } from '../shared/rules/finding.ts';
import { listedDerogations } from '../shared/rules/listed-derogations.ts';
import { nationalProfile, type Profile, rulesOff } from '../shared/rules/profile.ts';
import { profileOfFile } from '../shared/rules/profile-of-file.ts';
import { reportedFinding } from '../shared/rules/report.ts';
import type { CliOptions } from './cli-arguments.ts';
import { type Compared, comparisonLines } from './cli-compare-lines.ts';
import { squareMetres } from './cli-offer.ts';
import { readProfile } from './cli-profile.ts';
import { openShelf, problemLines, type Shelf, type ShelfPlan } from './cli-shelf.ts';
import { allPlans, listOf, onePlan, planReport } from './cli-versions.ts';
import { Unusable } from './explained.ts';

/**
 * Two versions or schemes of one building beside each other, both after their works: of one file or
 * library, or of two. Exit 1 where the later one has a breach that the earlier has not.
 */
export async function compare(paths: readonly string[], options: CliOptions): Promise<number> {
  const [first, second = first] = paths as [string, string?];
  const from = await openShelf(first, options.building);
  const to = second === first ? from : await openShelf(second, options.building);
  if (from.building.id !== to.building.id) {
    const both = [from, to].map(({ building: { id, name } }) => `${name} (${id})`).join(', ');
    throw new Unusable(`不是同一栋楼，无法对比 / two buildings, which do not compare: ${both}`);
  }
  const [before, after] = chosen(from, to, options);
  const was = await before.plan();
  const is = takingOver(await after.plan(), was);
  const profile = profileFor(options, after);
  const findings = { before: check(was, profile), after: check(is, profile) };
  const only = householdOf(was, is, options.household);
  const { totals, ...all } = comparePlans(was, is);
  const one = only === null ? null : ofHousehold(was, is, only);
  const concerns = <F extends { readonly households: readonly HouseholdId[] }>(
    list: readonly F[],
  ) => (only === null ? list : list.filter(({ households }) => households.includes(only)));
  const { gained, lost } = findingChanges(findings.before, findings.after);
  const derogations = to.schemes.find(({ id }) => id === after.scheme.id)?.derogations ?? [];
  const compared: Compared = {
    building: to.building,
    ...{ before, after, was, is, profile, totals, isMixed: all.isMixed },
    household: one?.household ?? null,
    households: (one ?? all).households,
    findings: findingTurns(
      { gained: concerns(gained), lost: concerns(lost) },
      { before: was, after: is },
    ),
    elements: (one ?? all).elements,
    accepted: concerns(listedDerogations(findings.after, derogations, { plan: is, profile })),
  };
  const shown = options.json
    ? JSON.stringify(report(compared), null, 2)
    : comparisonLines(compared);
  process.stdout.write(`${shown}\n`);
  for (const line of problemLines(first, from.problems)) process.stderr.write(`${line}\n`);
  if (to !== from) {
    for (const line of problemLines(second, to.problems)) process.stderr.write(`${line}\n`);
  }
  return isWorse(compared.findings) ? 1 : 0;
}

/** A breach that is new, or that concerns somebody whom it did not. */
const isWorse = ({ gained, turned }: FindingTurns<Finding>): boolean =>
  gained.some(({ severity }) => severity === 'breach') ||
  turned.some(
    ({ before, after }) =>
      after.severity === 'breach' &&
      after.households.some((household) => !before.households.includes(household)),
  );

/**
 * Without options there have to be two and no more: of one scheme the older comes before, of two that
 * whose scheme stands first.
 */
function chosen(
  from: Shelf,
  to: Shelf,
  { before, after }: CliOptions,
): readonly [ShelfPlan, ShelfPlan] {
  if (before !== undefined && after !== undefined) {
    return [onePlan(from, before, 'before'), onePlan(to, after, 'after')];
  }
  if (from !== to) {
    return [
      before === undefined ? onlyPlan(from, 'before') : onePlan(from, before, 'before'),
      after === undefined ? onlyPlan(to, 'after') : onePlan(to, after, 'after'),
    ];
  }
  const all = allPlans(from);
  const [one, other, ...more] = all;
  if (before === undefined && after === undefined && one && other && more.length === 0) {
    return one.scheme.id === other.scheme.id ? [other, one] : [one, other];
  }
  const missing = before === undefined ? 'before' : 'after';
  throw new Unusable(`--${missing}: 请指明对比哪两个 / say which two to compare\n${listOf(all)}`);
}

function onlyPlan(shelf: Shelf, option: string): ShelfPlan {
  const all = allPlans(shelf);
  if (all.length === 1) return all[0]!;
  throw new Unusable(`--${option}: 请指明哪一个 / say which one\n${listOf(all)}`);
}

/** As asked for; else the one that the later version was saved with. */
function profileFor({ profile }: CliOptions, { version }: ShelfPlan): Profile {
  const file = readProfile(profile) ?? version?.profile;
  return file ? profileOfFile(file) : nationalProfile;
}

function householdOf(was: Plan, is: Plan, wanted: string | undefined): HouseholdId | null {
  if (wanted === undefined) return null;
  const ids = [...new Set([...idsOf(is.households), ...idsOf(was.households)])];
  const doors = (id: HouseholdId): string[] =>
    [is, was].flatMap(({ households }) => households[id]?.door ?? []);
  const found = ids.filter((id) => id === wanted || doors(id).includes(wanted));
  if (found.length === 1) return found[0]!;
  const known = ids.map((id) => `${doors(id)[0]} (${id})`).join(', ');
  throw new Unusable(`--household: 没有这户 / no such household: ${wanted}; ${known}`);
}

const facility = ({ state, rooms, sharedWith }: FacilityState) => ({
  state,
  areaM2: rooms[0] ? squareMetres(rooms[0].area) : null,
  sharedWith,
});

const household = (state: HouseholdState | null) =>
  state && {
    kitchen: facility(state.kitchen),
    bathroom: facility(state.bathroom),
    reach: state.reach,
    complete: state.complete,
    ownAreaM2: squareMetres(state.ownArea),
  };

const change = (made: HouseholdChange) => ({
  ...{ id: made.household, door: made.door },
  ...{ before: household(made.before), after: household(made.after) },
  gainM2: squareMetres(made.gain),
  /** Of the gain what only a corrected survey makes. */
  remeasuredM2: squareMetres(made.remeasured),
  text: made.sayings,
});

/** What `compare --json` prints; areas in m2, distances in mm. */
function report(compared: Compared) {
  const { building, before, after, profile, totals, findings } = compared;
  const total = ({ households, complete, ownArea }: Compared['totals']['before']) => ({
    ...{ households, complete, ownAreaM2: squareMetres(ownArea) },
  });
  return {
    building: { id: building.id, name: building.name },
    before: planReport(before),
    after: planReport(after),
    profile: profile.name,
    off: rulesOff(profile),
    household: compared.household && {
      door: compared.household.door,
      before: household(compared.household.before),
      after: household(compared.household.after),
    },
    totals: { before: total(totals.before), after: total(totals.after) },
    /** The surveys differ and cannot be told from the works: gains include what was measured anew. */
    mixed: compared.isMixed,
    households: compared.households.map(change),
    findings: {
      gained: findings.gained.map(reportedFinding),
      lost: findings.lost.map(reportedFinding),
      ended: findings.ended.map(reportedFinding),
      remaining: findings.turned.map((turn) => ({
        before: reportedFinding(turn.before),
        after: reportedFinding(turn.after),
      })),
    },
    elements: compared.elements,
    derogations: compared.accepted,
  };
}
