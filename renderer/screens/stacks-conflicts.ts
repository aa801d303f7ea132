import type { Room, StoreyRooms } from '../../shared/derive/room.ts';
import { intersect } from '../../shared/geometry/clip.ts';
import type { Ring } from '../../shared/geometry/polygon.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { overRules } from './stacks-pair.ts';

/** Where a wet room lies over what it should not: the common part of both rooms of a finding. */
export function conflictRings(
  upper: StoreyRooms,
  lower: StoreyRooms | null,
  findings: readonly Finding[],
): Ring[] {
  if (!lower) return [];
  return findings
    .filter(({ rule }) => overRules.includes(rule))
    .flatMap(({ about }) => {
      const tags = new Set(about.map(({ id }) => id));
      const has = ({ tags: own }: Room): boolean => own.some((tag) => tags.has(tag));
      const one = upper.rooms.find(has);
      const other = lower.rooms.find(has);
      return one && other
        ? intersect([one.polygon, ...one.holes], [other.polygon, ...other.holes])
        : [];
    })
    .map(({ outer }) => outer);
}
