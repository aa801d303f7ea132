import { expect, test } from 'vitest';
import { preview } from '../../shared/edit/history.ts';
import { applyProposal } from '../../shared/propose/apply-proposal.ts';
import { nicheCut } from '../../shared/propose/niche-cut.ts';
import type { Proposal } from '../../shared/propose/proposal.ts';
import { proposed } from '../../shared/propose/propose.ts';
import { areaOf } from '../../shared/propose/rect.ts';
import { edgesOf, region } from '../../shared/propose/region.ts';
import { sequentialIds } from '../plan-from-drawing.ts';
import { partsWith, problemsOf } from './problems-of.ts';
import { households, planToDivide, roomId, storeyId } from './room-to-divide.ts';

/** Floor behind or beside a kitchen niche that nobody gets into is no part of a home. */

const plan = planToDivide({ width: 1700, depth: 2500 });
const [offer] = proposed({
  plan,
  storey: storeyId,
  room: roomId,
  holders: households,
  programme: 'kitchenette',
}).offers;

function problemsDrawn(proposal: Proposal): string[] {
  const command = applyProposal({ proposal, intent: 'proposal', newId: sequentialIds() });
  return problemsOf(preview(plan, command), partsWith(proposal, 'kitchenette'));
}

test('the wall behind a niche is the wall between the households', () => {
  const { parts, walls } = offer!.proposal;
  expect(parts.map(({ arrangement }) => arrangement)).toEqual(['niche', 'niche']);
  // One wall between the households and one straight wall in each part, no corner.
  expect(walls).toHaveLength(3);
  expect(problemsDrawn(offer!.proposal)).toEqual([]);
});

/*
 * The same with a niche of 500 mm for A, and 200 mm of floor between it and the wall to B:
 *
 *   |          |
 *   +-----+    |
 *   |niche|    |
 *   +-----+----+
 */
test('the checker refuses a slot between a niche and the wall behind it', () => {
  const { proposal } = offer!;
  const [between, low, ...others] = proposal.walls;
  expect(low!.from.y).toBe(low!.to.y);
  const corner = { x: 550, y: low!.from.y };
  const walls = [
    between!,
    { ...low!, from: { x: -60, y: corner.y }, to: corner },
    { ...low!, from: corner, to: { x: corner.x, y: -60 } },
    ...others,
  ];
  const parts = proposal.parts.map((part) =>
    part.holder === households[0]
      ? {
          ...part,
          rooms: part.rooms.map((room) =>
            room.use === 'kitchen'
              ? {
                  ...room,
                  at: { x: 250, y: room.at.y },
                  fixtures: room.fixtures.map((one) => ({ ...one, at: { ...one.at, x: 500 } })),
                }
              : room,
          ),
        }
      : part,
  );
  expect(problemsDrawn({ ...proposal, walls, parts })).toEqual(['dead-slot']);
});

test.each([
  // Wide enough behind and beside for a person: a corner.
  [500 + 100 + 450, 900 + 100 + 450, 'corner'],
  // Too narrow behind: as deep as the cell.
  [500 + 100 + 440, 900 + 100 + 450, 'deep'],
  [500, 900 + 100 + 450, 'deep'],
  // Too narrow beside: no niche of that length.
  [500 + 100 + 450, 900 + 100 + 440, 'none'],
] as const)('in a cell of %i by %i mm a niche of 500 by 900 is: %s', (width, depth, kind) => {
  const floor = region({ x0: 0, x1: width, y0: 0, y1: depth });
  const left = edgesOf(floor).find(({ side }) => side === 3)!;
  for (const at of ['from', 'to'] as const) {
    const cut = nicheCut({ region: floor, enclosed: floor }, left, at, 900, 500, 100);
    if (kind === 'none') {
      expect(cut).toBeNull();
      continue;
    }
    expect(cut!.partition.points).toHaveLength(kind === 'corner' ? 3 : 2);
    expect(cut!.niche.area).toBe(900 * (kind === 'corner' ? 500 : width));
    const walls = cut!.partition.bodies.reduce((sum, body) => sum + areaOf(body), 0);
    expect(cut!.niche.area + cut!.rest.area + walls).toBe(floor.area);
  }
});
