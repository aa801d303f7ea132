import { describe, expect, it } from 'vitest';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { perform, startHistory, undo } from '../../shared/edit/history.ts';
import type { Holder, HouseholdId, Plan, RoomId, RoomUse } from '../../shared/plan/model.ts';
import { divideRoom } from '../../shared/propose/divide-room.ts';
import type { DivisionRequest } from '../../shared/propose/division.ts';
import { mergeRooms } from '../../shared/propose/merge-rooms.ts';
import { type DoorChoice, doorsOfPart } from '../../shared/propose/part-doors.ts';
import { planDivision } from '../../shared/propose/plan-division.ts';
import { planOf, sequentialIds, storeyFromDrawing, storeyId } from '../plan-from-drawing.ts';

const jia = 'household_A' as HouseholdId;
const yi = 'household_B' as HouseholdId;

/** A kitchen k between a corridor c and the rooms of two households, a and b. */
const plan = planOf(
  storeyFromDrawing(
    `
    +-------+
    |c      |
    +---+---+
    |   k   |
    +---+---+
    |a  |b  |
    +---+---+
    `,
    {
      tags: {
        c: { use: 'corridor', holders: ['building'] },
        k: { use: 'kitchen', holders: [jia, yi] },
        a: { use: 'bedroom', holders: [jia] },
        b: { use: 'bedroom', holders: [yi] },
      },
    },
  ),
  ['A', 'B'],
);

const divided = (of: Plan, more: Partial<DivisionRequest> = {}) => {
  const planned = planDivision({
    plan: of,
    storey: storeyId,
    room: 'room_k',
    shape: 'straight',
    direction: 'across',
    by: { shares: [1, 1] },
    thickness: 100,
    ...more,
  });
  if (!planned.ok) throw new Error(planned.refusal.reason);
  return planned;
};

function doors(of: Plan, holders: readonly Holder[], use: RoomUse = 'kitchen') {
  const { after, parts } = divided(of);
  return doorsOfPart({
    storey: storeyId,
    after,
    parts: parts.map(({ id }) => id),
    part: parts[0]!.id,
    use,
    holders,
    intent: 'proposal',
  });
}
const beyond = (choices: readonly DoorChoice[]) => choices.map((choice) => choice.beyond.id);

const bearing = (of: Plan): Plan => {
  const storey = of.storeys[storeyId]!;
  const walls = Object.fromEntries(
    Object.entries(storey.walls).map(([id, wall]) => [id, { ...wall, kind: 'bearing' }]),
  );
  return { ...of, storeys: { [storeyId]: { ...storey, walls } } } as Plan;
};

describe('doors of a part', () => {
  it('lead to common space first, then to rooms of its own, never to others or to another part', () => {
    expect(beyond(doors(plan, [jia]).choices)).toEqual(['room_c', 'room_a']);
    expect(beyond(doors(plan, [yi]).choices)).toEqual(['room_c']);
    expect(beyond(doors(plan, []).choices)).toEqual(['room_c']);
  });

  it('are as wide as their use asks, and stand clear of both corners', () => {
    const [kitchen] = doors(plan, [jia]).choices;
    const [bedroom] = doors(plan, [jia], 'bedroom').choices;
    expect([kitchen!.door.width, bedroom!.door.width]).toEqual([700, 800]);
    const { parts } = divided(plan);
    const xs = parts[0]!.polygon.map(({ x }) => x);
    expect(kitchen!.door.offset).toBeGreaterThan(Math.min(...xs));
    expect(kitchen!.door.offset + kitchen!.door.width).toBeLessThan(Math.max(...xs));
  });

  it('in bearing walls are told apart', () => {
    const choices = doors(bearing(plan), [jia]).choices;
    expect(choices.map(({ isBearing }) => isBearing)).toEqual([true, true]);
  });

  it('come with the division in one step; a part that has one keeps it', () => {
    const { cuts } = divided(plan);
    const [first] = doors(plan, [jia]).choices;
    const tag = (holder: HouseholdId) => ({ use: 'kitchen', name: '', holders: [holder] }) as const;
    const { history, refusal } = perform(
      startHistory(plan),
      divideRoom({
        storey: storeyId,
        room: 'room_k',
        cuts,
        kind: 'bearing',
        parts: [tag(jia), tag(yi)],
        doors: [first!.door],
        intent: 'proposal',
        newId: sequentialIds(),
      }),
    );
    expect(refusal).toBeNull();
    const storey = history.plan.storeys[storeyId]!;
    const derived = storeyRooms(storeyId, storey, 'after');
    expect(Object.values<{ kind: string }>(storey.walls).at(-1)?.kind).toBe('bearing');
    const own = derived.rooms.find(({ holders, use }) => use === 'kitchen' && holders[0] === jia)!;
    const link = derived.links.find(({ from, to }) => from === own.id || to === own.id);
    expect([link?.from, link?.to]).toContain('room_c');
    const kept = doorsOfPart({
      storey: storeyId,
      after: storey,
      parts: [],
      part: own.id,
      use: 'kitchen',
      holders: [jia],
      intent: 'proposal',
    });
    expect(kept.kept.map(({ id }) => id)).toEqual(['room_c']);
    expect(undo(history).plan).toEqual(plan);
  });
});

describe('a division', () => {
  it('in series or with a corner is undone by merging part after part', () => {
    for (const more of [
      { by: { shares: [1, 1, 2] } },
      { shape: 'left-lower', by: { shares: [1, 2] } },
    ] as const) {
      const { cuts, parts } = divided(plan, more);
      let history = perform(
        startHistory(plan),
        divideRoom({
          storey: storeyId,
          room: 'room_k',
          cuts,
          kind: 'partition',
          parts: parts.map(() => ({ use: 'kitchen', name: '', holders: [] })),
          intent: 'proposal',
          newId: sequentialIds(),
        }),
      ).history;
      const tags = () =>
        Object.keys(history.plan.storeys[storeyId]!.rooms).filter((id) => id.startsWith('room_n'));
      for (let left = tags(); left.length > 1; left = tags()) {
        const merged = perform(
          history,
          mergeRooms({
            storey: storeyId,
            rooms: [left[0]!, left[1]!],
            keep: left[0] as RoomId,
            intent: 'proposal',
            newId: sequentialIds('m'),
          }),
        );
        expect(merged.refusal).toBeNull();
        history = merged.history;
      }
      const areas = (of: Plan) =>
        storeyRooms(storeyId, of.storeys[storeyId]!, 'after').rooms.map(({ area }) => area);
      expect(areas(history.plan)).toEqual(areas(plan));
      expect(history.plan.storeys[storeyId]!.joints).toEqual(plan.storeys[storeyId]!.joints);
    }
  });
});
