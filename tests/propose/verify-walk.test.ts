import { expect, test } from 'vitest';
import { preview } from '../../shared/edit/history.ts';
import type { Fixture } from '../../shared/plan/model.ts';
import { applyProposal } from '../../shared/propose/apply-proposal.ts';
import { bodyWidth } from '../../shared/propose/programme.ts';
import type { Proposal } from '../../shared/propose/proposal.ts';
import { proposed } from '../../shared/propose/propose.ts';
import { usualDemands } from '../../shared/rules/fixture-demands.ts';
import { sequentialIds } from '../plan-from-drawing.ts';
import { problemsOf } from './problems-of.ts';
import { households, planToDivide, roomId, storeyId } from './room-to-divide.ts';

/*
 * A bathroom of 1.1 x 2.6 m, its door in the hall's wall at the lower end, shower at the upper one; a
 * thing that stands between leaves so much of the width:
 *
 *   +---------+
 *   | shower  |
 *   |         |
 *   |thing    |   the gap
 *   door      |
 *   +---------+
 */
const width = 1100;
const plan = planToDivide({ width, depth: 2600 });
const [offer] = proposed({
  plan,
  storey: storeyId,
  room: roomId,
  holders: households.slice(0, 1),
  programme: 'bathroom',
  doorKinds: ['outward'],
}).offers;

function problemsWithGap(gap: number): string[] {
  const thing = (kind: Fixture['kind'], x: number, y: number, wide: number, deep: number) => ({
    kind,
    at: { x, y },
    rotation: 0,
    width: wide,
    depth: deep,
  });
  const [part] = offer!.proposal.parts;
  const [room] = part!.rooms;
  const fixtures = [
    thing('shower', width / 2, 1800, 800, 800),
    thing('washer', (width - gap) / 2, 1200, width - gap, 400),
  ];
  const proposal: Proposal = {
    ...offer!.proposal,
    openings: [
      {
        wall: 'wall_west' as never,
        kind: 'door',
        jambs: [
          { x: -60, y: 100 },
          { x: -60, y: 800 },
        ],
        leaf: 'swing',
        opensTo: { x: -500, y: 400 },
      },
    ],
    parts: [{ ...part!, rooms: [{ ...room!, fixtures }] }],
  };
  const command = applyProposal({ proposal, intent: 'proposal', newId: sequentialIds() });
  return problemsOf(preview(plan, command), [
    {
      holder: households[0]!,
      rooms: [room!.at],
      kitchen: false,
      bath: false,
      fixtures: [],
      preparation: 0,
    },
  ]);
}

test('people of 450 mm walk to what they use, and the shower is entered by 500', () => {
  expect(bodyWidth).toBe(450);
  expect(usualDemands.shower.entry).toBe(500);
  expect(problemsWithGap(500)).not.toContain('no-way-to-shower');
  expect(problemsWithGap(470)).toContain('no-way-to-shower');
});
