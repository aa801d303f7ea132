import type { BuildingContent } from '../../shared/bridge.ts';

/** Whether some version of the building was not looked at on this machine yet. */
const isUncounted = ({ schemes }: BuildingContent): boolean =>
  schemes.some(({ versions }) => versions.some(({ counted }) => !counted));

/** Whether one says all that another does, so that it may take its place. */
const hasAllOf = (content: BuildingContent, other: BuildingContent): boolean => {
  const ids = ({ schemes }: BuildingContent) =>
    schemes.flatMap(({ id, versions }) => [id as string, ...versions.map((version) => version.id)]);
  const there = new Set(ids(content));
  return ids(other).every((id) => there.has(id));
};

/**
 * Has the versions that were not counted when a building was opened counted behind its back. To be
 * told of every content that is shown; what has changed meanwhile is not overwritten.
 */
export function countingVersions(options: {
  readonly count: () => Promise<BuildingContent>;
  readonly current: () => BuildingContent;
  readonly take: (content: BuildingContent) => void;
}): (content: BuildingContent) => void {
  let asked = false;
  return (content) => {
    if (asked || !isUncounted(content)) return;
    asked = true;
    options.count().then(
      (counted) => {
        asked = false;
        if (hasAllOf(counted, options.current())) options.take(counted);
      },
      // It is counted when the building is opened next.
      () => undefined,
    );
  };
}
