import { householdStates } from '../shared/derive/households.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import type { ProfileFile } from '../shared/plan/profile-schema.ts';
import { foldBuilding } from '../shared/records/fold.ts';
import type { RecordId } from '../shared/records/record.ts';
import { check } from '../shared/rules/check.ts';
import { openFindings } from '../shared/rules/derogation.ts';
import { type ListedDerogation, listedDerogations } from '../shared/rules/listed-derogations.ts';
import { nationalProfile, type Profile, rulesOff } from '../shared/rules/profile.ts';
import { profileOfFile } from '../shared/rules/profile-of-file.ts';
import { openLibraryFolder } from './library-folder.ts';
import { now } from './places.ts';
import { latestBelieved } from './stamp.ts';

/** The newest version of one scheme, checked. */
export interface CheckedScheme {
  readonly building: BuildingId;
  readonly name: string;
  readonly scheme: string;
  readonly version: RecordId;
  readonly profile: string;
  readonly households: number;
  readonly complete: number;
  readonly breaches: number;
  readonly warnings: number;
  /** Warnings that somebody has accepted. */
  readonly accepted: number;
  readonly unknown: number;
  /** Every acceptance of the scheme: which finding, who, when, why, how far. */
  readonly derogations: readonly ListedDerogation[];
  /** Rules that were not checked, by their ids, and why. */
  readonly off: Readonly<Record<string, string>>;
}

export interface CheckedBuilding {
  readonly schemes: readonly CheckedScheme[];
  /** What could not be read or worked out, one line each. */
  readonly problems: readonly string[];
}

/**
 * The newest version of every scheme that is not archived, with the profile given, else with the one
 * that it was saved with. A version that fails is named, and the others are still checked.
 */
export async function checkBuilding(
  path: string,
  building: BuildingId,
  profile: Profile | null,
): Promise<CheckedBuilding> {
  const library = openLibraryFolder(path);
  const { records, problems: damaged } = await library.read(building);
  const state = foldBuilding(building, records, latestBelieved(now()));
  const problems = damaged.map(
    ({ at, problem }) => `${building}/${at}: ${problem.zh} / ${problem.en}`,
  );
  const profiles = new Map<RecordId, ProfileFile>();
  for (const { id, record } of records) {
    if (record.kind === 'version-saved' && record.profile) profiles.set(id, record.profile);
  }
  const schemes: CheckedScheme[] = [];
  for (const { name, versions, archived, derogations } of state?.schemes ?? []) {
    const [newest] = versions;
    if (archived || !newest) continue;
    try {
      const plan = await library.readPlan(building, newest.id);
      const saved = profiles.get(newest.id);
      const used = profile ?? (saved ? profileOfFile(saved) : nationalProfile);
      const findings = check(plan, used);
      const open = openFindings(findings, derogations);
      const count = (severity: string): number =>
        open.filter((finding) => finding.severity === severity).length;
      const states = [...householdStates(plan, 'after').values()];
      schemes.push({
        building,
        name: state?.name ?? building,
        scheme: name,
        version: newest.id,
        profile: used.name,
        households: states.length,
        complete: states.filter(({ complete }) => complete).length,
        breaches: count('breach'),
        warnings: count('warning'),
        accepted: findings.length - open.length,
        unknown: count('unknown'),
        derogations: listedDerogations(findings, derogations, { plan, profile: used }),
        off: rulesOff(used),
      });
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      problems.push(`${building}/versions/${newest.id}: ${words}`);
    }
  }
  return { schemes, problems };
}
