import { usedFront } from '../../shared/derive/counter-corner.ts';
import { fixtureCorners } from '../../shared/derive/footprint.ts';
import { unite } from '../../shared/geometry/clip.ts';
import type { Polygon } from '../../shared/geometry/polygon.ts';
import type { Fixture } from '../../shared/plan/model.ts';

const isOfCounter = ({ kind }: Pick<Fixture, 'kind'>): boolean =>
  kind === 'sink' || kind === 'worktop' || kind === 'cooker';

/**
 * The top of a room's counter as it is built: one piece, along each wall as deep as the deepest thing
 * in it, and around the corner where it turns. None without a worktop.
 */
export function counterTop(fixtures: readonly Fixture[]): readonly Polygon[] {
  const counter = fixtures.filter(isOfCounter);
  const worktops = counter.filter(({ kind }) => kind === 'worktop');
  if (worktops.length === 0) return [];
  const corners = worktops.filter((one) => usedFront(one, counter) === null);
  const depthOf = ({ rotation }: Fixture): number =>
    Math.max(
      ...counter.filter((one) => one.rotation === rotation).map(({ depth }) => depth),
      ...corners.filter((one) => one.rotation !== rotation).map(({ width }) => width),
    );
  return unite(counter.map((one) => fixtureCorners({ ...one, depth: depthOf(one) })));
}
