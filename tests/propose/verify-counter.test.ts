import { expect, test } from 'vitest';
import { preview } from '../../shared/edit/history.ts';
import { applyProposal } from '../../shared/propose/apply-proposal.ts';
import type { Proposal } from '../../shared/propose/proposal.ts';
import { proposed } from '../../shared/propose/propose.ts';
import { usualDemands } from '../../shared/rules/fixture-demands.ts';
import { sequentialIds } from '../plan-from-drawing.ts';
import { partsWith, problemsOf } from './problems-of.ts';
import { households, planToDivide, roomId, storeyId } from './room-to-divide.ts';

/** A kitchen of 1.3 x 1.4 m, in which no straight row has room: its counter turns a corner. */
const plan = planToDivide({ width: 1300, depth: 1400 });
const [offer] = proposed({
  plan,
  storey: storeyId,
  room: roomId,
  holders: households.slice(0, 1),
  programme: 'kitchen',
}).offers;
const proposal = offer!.proposal;
type Fixtures = Proposal['parts'][number]['rooms'][number]['fixtures'];

/** What the checker says of the proposal with its fixtures changed. */
function problemsWith(change: (fixtures: Fixtures) => Fixtures): string[] {
  const parts = proposal.parts.map((part) => ({
    ...part,
    rooms: part.rooms.map((room) => ({ ...room, fixtures: change(room.fixtures) })),
  }));
  const changed = { ...proposal, parts };
  const command = applyProposal({
    proposal: changed,
    intent: 'proposal',
    newId: sequentialIds(),
  });
  return problemsOf(
    preview(plan, command),
    partsWith(changed, 'kitchen', usualDemands.worktop.preparation.good),
  );
}

const fixtures = proposal.parts[0]!.rooms[0]!.fixtures;
const indexOf = (kind: string): number => fixtures.findIndex((one) => one.kind === kind);
const cooker = fixtures[indexOf('cooker')]!;

test('the checker lets a counter around a corner pass as it was found', () => {
  const turns = new Set(fixtures.map(({ rotation }) => rotation % 180));
  expect(turns.size).toBe(2);
  expect(problemsWith((all) => all)).toEqual([]);
});

test('the checker misses the preparation when only the corner is left', () => {
  const [shortest] = fixtures
    .filter(({ kind }) => kind === 'worktop')
    .toSorted((one, other) => one.width * one.depth - other.width * other.depth);
  expect(problemsWith((all) => all.filter((one) => one !== shortest))).toContain('short-worktop');
});

test('the checker sees an arm that no longer joins the corner', () => {
  const { sin, cos } = {
    sin: Math.round(Math.sin((cooker.rotation * Math.PI) / 180)),
    cos: Math.round(Math.cos((cooker.rotation * Math.PI) / 180)),
  };
  // Along its wall one way or the other: into the worktop, or away from it.
  for (const by of [-150, 150]) {
    const at = { x: cooker.at.x + by * cos, y: cooker.at.y + by * sin };
    const said = problemsWith((all) =>
      all.map((one) => (one === cooker ? { ...cooker, at } : one)),
    );
    expect(said.length).toBeGreaterThan(0);
  }
});

test('the checker sees a deep cooker stand before the other arm', () => {
  const deep = { ...cooker, depth: cooker.depth + 200 };
  expect(problemsWith((all) => all.map((one) => (one === cooker ? deep : one)))).toContain(
    'worktop-clearance',
  );
});
