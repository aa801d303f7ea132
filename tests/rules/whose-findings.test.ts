import { describe, expect, it } from 'vitest';
import { planRooms } from '../../shared/derive/households.ts';
import { roomLocator } from '../../shared/derive/room-locator.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { householdsAt } from '../../shared/rules/households-at.ts';
import { planOf, storeyFromDrawing, storeyId } from '../plan-from-drawing.ts';
import { casesOfAreas } from './cases-of-areas.ts';
import { casesOfDrawing } from './cases-of-drawing.ts';
import { casesOfRooms } from './cases-of-rooms.ts';
import { casesOfServices } from './cases-of-services.ts';

/** A resident who looks at the findings of one home must not be told that nothing is the matter. */

const plans = Object.entries({
  ...casesOfAreas,
  ...casesOfRooms,
  ...casesOfServices,
  ...casesOfDrawing,
}).map(([id, { outside }]) => [id, outside] as const);

/** Who holds the room that a finding is in; none in common rooms, in walls and outside. */
function holdersAt(plan: Plan, { place }: Finding): readonly string[] {
  const storey = planRooms(plan, 'after').find((one) => one.storey === place?.storey);
  const room = storey && place ? roomLocator(storey).at(place.at) : undefined;
  return (room?.holders ?? []).filter((holder) => holder !== 'building');
}

describe('whose findings', () => {
  it.each(plans)('%s names the household in whose room it is', (_, plan) => {
    const nameless = check(plan).filter(
      (finding) =>
        holdersAt(plan, finding).length > 0 &&
        !holdersAt(plan, finding).some((holder) =>
          (finding.households as readonly string[]).includes(holder),
        ),
    );
    expect(nameless.map(({ id, households }) => [id, households])).toEqual([]);
  });

  //  +-----+-----+    two rooms of 2000 mm with a wall of 120 mm between them at x = 2000
  //  |  A  |  B  |
  //  +-----+-----+
  it('names both sides of a wall, and of a room whoever holds it', () => {
    const storey = storeyFromDrawing(
      `
      +-+-+
      |A|B|
      +-+-+`,
      {
        tags: {
          A: { use: 'bedroom', holders: ['household_b', 'household_a'] },
          B: { use: 'bedroom', holders: ['household_c', 'building'] },
        },
      },
    );
    const rooms = planRooms(planOf(storey), 'after');
    const at = (x: number, y: number) => householdsAt(rooms, { storey: storeyId, at: { x, y } });
    expect(at(2000, 1000)).toEqual(['household_a', 'household_b', 'household_c']);
    expect(at(1900, 1000)).toEqual(['household_a', 'household_b']);
    expect(at(2100, 1000)).toEqual(['household_c']);
    expect(at(-1000, 1000)).toEqual([]);
    expect(householdsAt(rooms, null)).toEqual([]);
  });
});
