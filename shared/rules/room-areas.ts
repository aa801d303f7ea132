import type { Room } from '../derive/room.ts';
import { doorWords } from '../plan/door-words.ts';
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
  /** How the minimum comes about, where it is a sum. */
  readonly sum: Text;
}

const noSum = text('', '');

function minimumFor(use: RoomUse | null, profile: Profile): Minimum | null {
  if (use === 'kitchen') {
    return { rule: 'K2', noun: text('厨房', 'kitchen'), area: profile.kitchenArea, sum: noSum };
  }
  if (use === 'bathroom') {
    return { rule: 'B1', noun: text('卫生间', 'bathroom'), area: profile.bathroomArea, sum: noSum };
  }
  if (use === 'kitchen-bath') {
    return {
      rule: 'K2+B1',
      noun: text('煤卫合一间', 'kitchen-bathroom'),
      area: profile.kitchenBathArea,
      sum: text(
        `（厨房 ${squareMetres(profile.kitchenArea.least)} + 卫生间 ${squareMetres(profile.bathroomArea.least)}）`,
        ` (kitchen ${squareMetres(profile.kitchenArea.least)} + bathroom ${squareMetres(profile.bathroomArea.least)})`,
      ),
    };
  }
  return null;
}

function finding(
  room: Room,
  doors: readonly string[],
  holders: readonly HouseholdId[],
  { rule, noun, area, sum }: Minimum,
): Finding {
  const { zh, en } = doorWords(doors);
  const measured = squareMetres(room.area);
  const required = squareMetres(area.least);
  return {
    id: `${rule}/${room.storey}/${room.id}`,
    rule,
    severity: 'warning',
    about: room.tags.map((id) => ({ kind: 'room', id, storey: room.storey })),
    households: holders,
    place: { storey: room.storey, at: room.label },
    measured: { value: roundedSquareMetres(room.area), unit: 'm2' },
    required: { value: roundedSquareMetres(area.least), unit: 'm2' },
    source: area.source,
    text: text(
      `${zh}的${noun.zh}使用面积 ${measured} m²，小于 ${required} m²${sum.zh}。`,
      `The ${noun.en} of ${en} has ${measured} m² usable, less than ${required} m²${sum.en}.`,
    ),
  };
}
