import type { Room } from '../derive/room.ts';
import type { HouseholdId, RoomUse } from '../plan/model.ts';
import { type Text, text } from '../text.ts';
import type { Finding } from './finding.ts';
import type { AreaMinimum, Profile } from './profile.ts';
import { type Rule, roundedSquareMetres, squareMetres } from './rule.ts';

/**
 * K2 and B1: least usable area of kitchens and bathrooms that households hold. Warnings, because
 * about 2 m2 a household is what there is in these buildings; a derogation records who accepted it.
 */
export const roomAreas: Rule = ({ after, profile, plan }) =>
  after.flatMap(({ rooms }) =>
    rooms.flatMap((room) => {
      const minimum = minimumFor(room.use, profile);
      // A room under the limit by less than half of what is shown reads as the limit itself.
      if (!minimum || room.area >= minimum.area.least - 5000) return [];
      const holders = room.holders.filter((holder) => holder !== 'building') as HouseholdId[];
      if (holders.length === 0) return [];
      const doors = holders.map((id) => plan.households[id]?.door ?? id);
      return [finding(room, doors, holders, minimum)];
    }),
  );

interface Minimum {
  readonly rule: string;
  readonly noun: Text;
  readonly area: AreaMinimum;
}

function minimumFor(use: RoomUse | null, profile: Profile): Minimum | null {
  if (use === 'kitchen') {
    return { rule: 'K2', noun: text('厨房', 'kitchen'), area: profile.kitchenArea };
  }
  if (use === 'bathroom') {
    return { rule: 'B1', noun: text('卫生间', 'bathroom'), area: profile.bathroomArea };
  }
  if (use === 'kitchen-bath') {
    return {
      rule: 'K2+B1',
      noun: text('厨卫合一间', 'kitchen-bathroom'),
      area: profile.kitchenBathArea,
    };
  }
  return null;
}

function finding(
  room: Room,
  doors: readonly string[],
  holders: readonly HouseholdId[],
  { rule, noun, area }: Minimum,
): Finding {
  const measured = squareMetres(room.area);
  const required = squareMetres(area.least);
  return {
    id: `${rule}/${room.storey}/${room.id}`,
    rule,
    severity: 'warning',
    about: room.tags.map((id) => ({ kind: 'room', id, storey: room.storey })),
    household: holders.length === 1 ? holders[0]! : null,
    place: { storey: room.storey, at: room.label },
    measured: { value: roundedSquareMetres(room.area), unit: 'm2' },
    required: { value: roundedSquareMetres(area.least), unit: 'm2' },
    source: area.source,
    text: text(
      `${doors.join('、')} 室的${noun.zh}使用面积 ${measured} m²，小于 ${required} m²。`,
      `The ${noun.en} of household ${doors.join(', ')} has ${measured} m² usable, less than ${required} m².`,
    ),
  };
}
