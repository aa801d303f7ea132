import type { HouseholdId, StoreyId } from '../../shared/plan/model.ts';
import type { DivisionRequest } from '../../shared/propose/division.ts';
import { doorsOfPart } from '../../shared/propose/part-doors.ts';
import { planDivision } from '../../shared/propose/plan-division.ts';
import { shareStops } from '../../shared/propose/share-stops.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';
import { measure, type Row } from './measure.ts';

const households = ['201', '202', '206', '207'].map((door) => `household_${door}` as HouseholdId);

/** The kitchen that four households of sample 2 share: what a pointer move and a typed ratio cost. */
export function byHand(): Row[] {
  const plan = schemePlan(nineteen(), 0);
  const request: Omit<DivisionRequest, 'by'> = {
    plan,
    storey: 'storey_2' as StoreyId,
    room: 'room_kitchen-after',
    shape: 'straight',
    direction: 'across',
    thickness: 100,
  };
  const drawn = (by: DivisionRequest['by']) => {
    const planned = planDivision({ ...request, by });
    if (!planned.ok) throw new Error(planned.refusal.reason);
    const { after, parts } = planned;
    const ids = parts.map(({ id }) => id);
    return parts.map(({ id }, index) =>
      doorsOfPart({
        storey: request.storey,
        after,
        parts: ids,
        part: id,
        use: 'kitchen',
        holders: [households[index % households.length]!],
        intent: 'proposal',
      }),
    );
  };
  const moved = measure({
    runs: 200,
    prepare: (run) => [900 + ((7 * run) % 100), 950, 950],
    work(widths) {
      shareStops(request, widths, 0);
      return drawn({ widths });
    },
  });
  const typed = measure({
    runs: 50,
    prepare: () => [1, 1, 1, 1],
    work: (shares) => drawn({ shares }),
  });
  const input = 'kitchen of 14 m2 of sample 2, four parts';
  return [
    { name: 'by hand, one move of a cut', input, ...moved, budget_ms: 16 },
    { name: 'by hand, equal net areas', input, ...typed, budget_ms: 100 },
  ];
}
