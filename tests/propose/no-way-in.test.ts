import { expect, test } from 'vitest';
import type { Holder, Plan, RoomUse } from '../../shared/plan/model.ts';
import { noWaysIn } from '../../shared/propose/no-way-in.ts';
import type { ProgrammeId } from '../../shared/propose/programme.ts';
import { proposed, requestOf } from '../../shared/propose/propose.ts';
import { searched } from '../../shared/propose/search.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { households, planToDivide, roomId, type Shape, storeyId } from './room-to-divide.ts';

const [one, other] = households as unknown as readonly [Holder, Holder];

/** The plan with other facts about some of its rooms, by the names that they have there. */
function plan(
  shape: Shape,
  changes: Readonly<Record<string, { holders?: readonly Holder[]; use?: RoomUse }>>,
): Plan {
  const drawn = planToDivide(shape);
  const storey = drawn.storeys[storeyId]!;
  const rooms = Object.fromEntries(
    Object.entries(storey.rooms).map(([id, tag]) => [
      id,
      { ...tag, ...changes[id.slice('room_'.length)] },
    ]),
  );
  return { ...drawn, storeys: { [storeyId]: { ...storey, rooms } } };
}

function noWays(asked: Plan, programme: ProgrammeId = 'bathroom') {
  const ask = { plan: asked, storey: storeyId, room: roomId, holders: households, programme };
  const request = requestOf(ask, programme, nationalProfile);
  const found = noWaysIn(request);
  const done = searched({ ...request, isFirstEnough: true });
  // Who cannot come in is never given a part.
  if (found.some(({ reason }) => reason !== 'unreached'))
    expect(done.space && done.divisions).toEqual([]);
  return found.map(({ holders, reason, text }) => ({ holders, reason, ...text }));
}

const size = { width: 2600, depth: 2200 };
const theirs = { holders: [other] };

test('where everybody has a wall to come in by, nothing is said', () => {
  expect(noWays(planToDivide(size))).toEqual([]);
});

test('who has no room beside it and no common space could only come in across the others', () => {
  const asked = plan(size, { corridor: theirs, 'hall-a': theirs, a: theirs });
  expect(noWays(asked)).toEqual([
    {
      holders: [one],
      reason: 'apart',
      zh: 'A室：这间房间没有一面墙与本户房间或公共部位相邻，只能从B室穿过。',
      en: 'Household A: no wall of this room borders a room of its own or common space; it could only be entered across household B.',
    },
  ]);
  const answer = proposed({
    plan: asked,
    storey: storeyId,
    room: roomId,
    holders: households,
    programme: 'kitchenette',
  });
  expect(answer.offers).toEqual([]);
  expect(answer.noWayIn.map(({ holders }) => holders)).toEqual([[one]]);
});

test('bearing walls, rooms that a WC may not open to, and walls too short for a door are told apart', () => {
  const reasons = (asked: Plan, programme?: ProgrammeId): string[] =>
    noWays(asked, programme).map(({ holders, reason }) => `${holders} ${reason}`);
  expect(reasons(planToDivide({ ...size, isBearing: true }))).toEqual([
    `${one} bearing`,
    `${other} bearing`,
  ]);
  const living = { use: 'living' } as const;
  const barred = plan(size, { corridor: theirs, 'hall-a': living, a: living });
  expect(reasons(barred)).toEqual([`${one} barred`]);
  // Behind a kitchen of its own the bathroom needs no other door.
  expect(reasons(barred, 'compact')).not.toContain(`${one} barred`);
  const short = plan({ width: 1500, depth: 2200 }, { corridor: theirs, 'hall-a': theirs });
  expect(reasons(short)).toEqual([`${one} taken`]);
});

test('who could come in from bedrooms alone may not with gas, and may with an induction plate', () => {
  const drawn = plan(size, {
    corridor: theirs,
    'hall-a': { use: 'bed-living' },
    a: { use: 'bedroom' },
  });
  const storey = drawn.storeys[storeyId]!;
  const gas = { ...Object.values(storey.risers)[0]!, kind: 'gas', line: '9' } as const;
  const risers = { ...storey.risers, riser_gas: gas };
  const piped = { ...drawn, storeys: { [storeyId]: { ...storey, risers } } };
  expect(noWays(piped, 'kitchen')).toEqual([
    {
      holders: [one],
      reason: 'gas',
      zh: 'A室：与这间房间相邻、能开门的本户房间只有卧室，用燃气灶的厨房不能直接开向那里；可改用电磁灶。',
      en: 'Household A: the only rooms of its own with a wall for a door are bedrooms; a kitchen with a gas cooker may not open there, one with an induction plate may.',
    },
  ]);
  // Without a gas riser, or cooking by electricity, a door can stand there: the next reason is told.
  const ask = { plan: piped, storey: storeyId, room: roomId, holders: households };
  const request = (asked: Plan, induction: boolean) =>
    requestOf({ ...ask, plan: asked, programme: 'kitchen', induction }, 'kitchen', nationalProfile);
  for (const asked of [request(drawn, false), request(piped, true)]) {
    expect(noWaysIn(asked).map(({ reason }) => reason)).toEqual(['unreached', 'unreached']);
  }
});

test('two who could each come in, by a wall for one door, are told that one part has none', () => {
  // The corridor's wall is all that they may come in by: 1,300 mm, or 1,800 for a door each.
  const shaft = { use: 'shaft', holders: ['building'] } as const;
  const beside = { 'hall-a': shaft, 'hall-b': shaft, a: shaft, b: shaft };
  const asked = (width: number): Plan =>
    plan({ width, depth: 2800, withoutStacks: true }, beside as Parameters<typeof plan>[1]);
  expect(noWays(asked(1300)).map(({ holders, reason }) => ({ holders, reason }))).toEqual([
    { holders: households, reason: 'one-part' },
  ]);
  expect(noWays(asked(1800))).toEqual([]);
});

/** What is said where the halls have other doors, or none. */
function said(asked: Plan): string[] {
  const ask = { plan: asked, storey: storeyId, room: roomId, holders: households };
  return noWaysIn(
    requestOf({ ...ask, programme: 'kitchenette' }, 'kitchenette', nationalProfile),
  ).map(({ reason, text }) => `${reason} ${text.zh}`);
}

test('a home that nobody gets into is the reason, and its rooms and those on the way are named', () => {
  const drawn = planToDivide(size);
  const storey = drawn.storeys[storeyId]!;
  const openings = Object.fromEntries(
    Object.entries(storey.openings).filter(([id]) => !/hall/.test(id)),
  );
  const shut = { ...drawn, storeys: { [storeyId]: { ...storey, openings } } };
  expect(said(shut)).toEqual([
    'unreached A室：本户的兼起居卧室、过道从公共楼梯、走廊或室外进不去：没有入户的门，请先补录或增设。',
    'unreached B室：本户的兼起居卧室、过道从公共楼梯、走廊或室外进不去：没有入户的门，请先补录或增设。',
  ]);
  expect(said(plan(size, { corridor: { holders: [] } }))[0]).toBe(
    'unreached A室：本户的兼起居卧室、过道从公共楼梯、走廊或室外进不去：要经过的公共走廊没有登记归属，请先设为公共部位或登记归属。',
  );
});

test('a room beside it that nobody holds is named', () => {
  const asked = plan(size, { corridor: { holders: [] }, 'hall-a': theirs, a: theirs });
  expect(noWays(asked).map(({ zh }) => zh)).toEqual([
    'A室：这间房间没有一面墙与本户房间或公共部位相邻，只能从B室穿过；相邻的公共走廊没有登记归属，请先设为公共部位或登记归属。',
  ]);
});

test('two who could come in are told what one of the parts has no place for', () => {
  const found = noWays(planToDivide({ width: 2000, depth: 2000 }), 'kitchen');
  expect(found.map(({ reason, zh }) => `${reason} ${zh}`)).toEqual([
    'small A、B室：用一道直隔墙不论怎样分，总有一份放不下厨房台面（一字排开长 1720 mm，或转角，台前净空 700 mm）。',
  ]);
});

test('a part that lies too far from every soil stack is said to, and is not searched', () => {
  // Both stacks stand at the middle of the corridor's wall: a level cut leaves one part out of reach.
  const drawn = planToDivide({ width: 2600, depth: 5200 });
  const storey = drawn.storeys[storeyId]!;
  const risers = Object.fromEntries(
    Object.entries(storey.risers).map(([id, one]) => [id, { ...one, at: { x: -60, y: 5300 } }]),
  );
  const asked = { ...drawn, storeys: { [storeyId]: { ...storey, risers } } };
  expect(noWays(asked, 'compact').map(({ reason }) => reason)).toContain('small');
});
