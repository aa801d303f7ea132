import { integrityProblems } from '../shared/plan/integrity.ts';
import type { BuildingId, Plan } from '../shared/plan/model.ts';
import type { ProfileFile } from '../shared/plan/profile-schema.ts';
import { ancestryOf } from '../shared/records/ancestry.ts';
import type { SchemeState } from '../shared/records/fold.ts';
import type { RecordId, VersionSaved } from '../shared/records/record.ts';
import { knownVersion } from './building-content.ts';
import { Explained } from './explained.ts';
import { stampAfter } from './stamp.ts';
import type { Workshop } from './workshop.ts';

/**
 * A plan as the next version of a scheme, later than what it was drawn from. Throws `Explained` for a
 * plan that could not be read again, and for a parent that the scheme has not.
 */
export function versionOf(
  workshop: Workshop,
  building: BuildingId,
  scheme: SchemeState,
  made: {
    readonly plan: Plan;
    readonly note: string;
    readonly parents: readonly RecordId[];
    readonly profile?: ProfileFile | undefined;
  },
): VersionSaved {
  const { plan, note, parents, profile } = made;
  for (const parent of parents) knownVersion(scheme, parent);
  refuseUnsound(plan);
  const times = scheme.versions.filter(({ id }) => parents.includes(id)).map(({ at }) => at);
  return {
    format: 1,
    kind: 'version-saved',
    ...stampAfter(workshop, times.sort().at(-1)),
    building,
    scheme: scheme.id,
    parents: [...parents],
    ...ancestryOf(scheme.versions, scheme.leftOut).next(parents),
    author: workshop.settings.read().author,
    note,
    ...(profile === undefined ? {} : { profile }),
    plan,
  };
}

/** A version that could not be read again must not be written. */
function refuseUnsound(plan: Plan): void {
  const [first] = integrityProblems(plan, 'plan');
  if (!first) return;
  throw new Explained({
    zh: `平面内容有矛盾，版本没有保存，草稿仍在。${first.at}：${first.problem.zh}`,
    en: `The plan contradicts itself, so no version was saved; the draft is kept. ${first.at}: ${first.problem.en}`,
  });
}
