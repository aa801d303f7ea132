import type { Arguments, SchemeSummary, VersionSummary } from '../../shared/bridge.ts';

/** Where a new scheme starts: from the survey alone, from another scheme's version, from nothing. */
export interface SchemeStart {
  readonly start: 'survey' | 'scheme' | 'empty';
  /** Of another scheme; empty where the building has no version at all. */
  readonly scheme: string;
  readonly version: string;
}

/** A version, and the scheme that it is of. */
export interface Source {
  readonly scheme: SchemeSummary;
  readonly version: VersionSummary;
}

/**
 * The survey as it stands: in the version that was saved last, of schemes that are not archived where
 * one of these has any. What another scheme corrected is offered when the new one is open.
 */
export function surveySource(schemes: readonly SchemeSummary[]): Source | null {
  const sources = startSchemes(schemes).map((scheme) => ({ scheme, version: newestOf(scheme) }));
  const live = sources.filter(({ scheme }) => !scheme.archived);
  const [latest = null] = (live.length > 0 ? live : sources).sort((left, right) =>
    left.version.id < right.version.id ? 1 : -1,
  );
  return latest;
}

/** Schemes that another can start from: those with a version. */
export const startSchemes = (schemes: readonly SchemeSummary[]): SchemeSummary[] =>
  schemes.filter(({ versions }) => versions.length > 0);

const newestOf = ({ versions }: SchemeSummary): VersionSummary => versions[0]!;

/** What the form starts with: the survey, where a version has it. */
export function firstStart(schemes: readonly SchemeSummary[]): SchemeStart {
  const [first] = startSchemes(schemes);
  return first
    ? { start: 'survey', scheme: first.id, version: newestOf(first).id }
    : { start: 'empty', scheme: '', version: '' };
}

/** As the host takes it. */
export function startArgument(
  { start, scheme, version }: SchemeStart,
  schemes: readonly SchemeSummary[],
): Arguments<'scheme.create'>['from'] {
  if (start === 'survey') {
    const source = surveySource(schemes);
    return source
      ? { scheme: source.scheme.id, version: source.version.id, surveyOnly: true }
      : null;
  }
  const from = start === 'scheme' ? schemes.find(({ id }) => id === scheme) : undefined;
  return from ? { scheme: from.id, version } : null;
}
