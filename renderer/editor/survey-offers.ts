import type { SchemeSummary } from '../../shared/bridge.ts';
import type { Plan, SchemeId } from '../../shared/plan/model.ts';
import type { RecordId } from '../../shared/records/record.ts';
import { type SurveyChanges, surveyChanges } from '../../shared/records/survey.ts';

/** A correction of the survey that another scheme holds and this one was not told of. */
export interface SurveyOffer {
  readonly scheme: SchemeSummary;
  /** The scheme's newest version. */
  readonly version: RecordId;
  readonly changes: SurveyChanges;
}

interface Place {
  readonly scheme: SchemeId;
  readonly version: RecordId;
}

/**
 * From where to where another scheme's survey is looked at: on from the last version that this scheme
 * knows; else on from the version of this scheme that the other was made from, or was told of; else on
 * from what both know of a third; else from its beginning. Ids begin with their time. Null where
 * nothing came since.
 */
export function surveySpan(
  scheme: SchemeSummary,
  other: SchemeSummary,
  schemes: readonly SchemeSummary[] = [],
): { readonly from: Place; readonly to: Place } | null {
  const newest = other.versions[0];
  if (!newest) return null;
  const lastOf = ({ id, versions }: SchemeSummary, known: readonly string[]): Place | null => {
    const found = versions.find((version) => known.includes(version.id));
    return found ? { scheme: id, version: found.id } : null;
  };
  const from = lastOf(other, scheme.surveys) ??
    lastOf(scheme, takenBy(other)) ??
    knownToBoth() ?? { scheme: other.id, version: other.versions.at(-1)!.id };
  if (from.version === newest.id) return null;
  return { from, to: { scheme: other.id, version: newest.id } };

  /** Of the last versions of a third scheme that the two know the earlier one. */
  function knownToBoth(): Place | null {
    for (const third of schemes) {
      if (third.id === scheme.id || third.id === other.id) continue;
      const [here, there] = [lastOf(third, scheme.surveys), lastOf(third, takenBy(other))];
      if (here && there) return here.version < there.version ? here : there;
    }
    return null;
  }
}

/**
 * The versions whose survey a scheme has altogether. What it kept of its own is no correction that it
 * made: from there its later versions are not looked at.
 */
const takenBy = ({ surveys, surveysKept }: SchemeSummary): readonly RecordId[] =>
  surveys.filter((version) => !surveysKept.includes(version));

/** Corrections that a scheme was told of and did not take over, or not all of: as if it had not been told. */
export const keptOffers = (
  scheme: SchemeSummary,
  schemes: readonly SchemeSummary[],
  read: (scheme: SchemeId, version: RecordId) => Promise<Plan>,
): Promise<SurveyOffer[]> => {
  const others = schemes.filter(({ versions }) =>
    versions.some(({ id }) => scheme.surveysKept.includes(id)),
  );
  return surveyOffers({ ...scheme, surveys: [...takenBy(scheme)] }, schemes, read, others);
};

export async function surveyOffers(
  scheme: SchemeSummary,
  schemes: readonly SchemeSummary[],
  read: (scheme: SchemeId, version: RecordId) => Promise<Plan>,
  others: readonly SchemeSummary[] = schemes,
): Promise<SurveyOffer[]> {
  const offers: SurveyOffer[] = [];
  for (const other of others) {
    if (other.id === scheme.id || other.archived) continue;
    const span = surveySpan(scheme, other, schemes);
    if (!span) continue;
    const [was, is] = await Promise.all(
      [span.from, span.to].map((place) => read(place.scheme, place.version)),
    );
    const changes = surveyChanges(was!, is!);
    if (changes.size === 0) continue;
    offers.push({ scheme: other, version: span.to.version, changes });
  }
  return offers;
}
