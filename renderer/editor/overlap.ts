import { planRooms } from '../../shared/derive/households.ts';
import type { Room } from '../../shared/derive/room.ts';
import { intersect } from '../../shared/geometry/clip.ts';
import type { Ring } from '../../shared/geometry/polygon.ts';
import type { Plan } from '../../shared/plan/model.ts';
import type { Finding } from '../../shared/rules/finding.ts';

/** What lies over whose room. */
export const overRules: readonly string[] = ['B4', 'kitchen-above'];

/** The common part of the two rooms of which one lies over the other; nothing of any other finding. */
export function overlapOf(plan: Plan, { rule, about, place, missing }: Finding): Ring[] {
  if (!overRules.includes(rule) || missing || !place) return [];
  const meant = planRooms(plan, 'after').flatMap(({ rooms }) =>
    rooms.filter(({ storey, tags }) =>
      about.some((one) => one.storey === storey && tags.some((tag) => tag === one.id)),
    ),
  );
  const upper = meant.find(({ storey }) => storey === place.storey);
  const lower = meant.find(({ storey }) => storey !== place.storey);
  if (!upper || !lower) return [];
  return intersect(ringsOf(upper), ringsOf(lower)).map(({ outer }) => outer);
}

const ringsOf = ({ polygon, holes }: Room) => [polygon, ...holes];
