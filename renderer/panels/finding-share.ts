import { planRooms } from '../../shared/derive/households.ts';
import type { HouseholdId, Plan } from '../../shared/plan/model.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { aboutRooms, holdersOf, placeOf } from '../../shared/rules/rule.ts';
import { type Text, text } from '../../shared/text.ts';

/**
 * What of an unknown of many rooms one household's rooms are, to be shown and gone to under its name;
 * null where the finding does not count rooms, or has no others.
 */
export function shareOf(plan: Plan, finding: Finding, household: HouseholdId): Finding | null {
  const { missing, measured, households, about } = finding;
  if (missing === undefined || measured?.unit !== 'count' || households.length < 2) return null;
  const meant = new Set(about.map(({ id, storey }) => `${storey}/${id}`));
  const own = planRooms(plan, 'after')
    .flatMap(({ rooms }) => rooms)
    .filter(
      (room) =>
        holdersOf(room).includes(household) &&
        room.tags.some((tag) => meant.has(`${room.storey}/${tag}`)),
    );
  if (own.length === 0) return null;
  const value = own.length;
  return {
    ...finding,
    about: aboutRooms(own),
    place: placeOf(own[0]),
    measured: { ...measured, value },
  };
}

export const shareWords = ({ measured }: Finding): Text => {
  const count = measured?.value ?? 0;
  return text(
    `其中本户 ${count} 间`,
    count === 1 ? 'one of them in this home' : `${count} of them in this home`,
  );
};
