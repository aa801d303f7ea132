import { usedFront } from '../derive/counter-corner.ts';
import { householdStates } from '../derive/households.ts';
import type { Room } from '../derive/room.ts';
import { storeyRooms } from '../derive/storey-rooms.ts';
import { polygonContains } from '../geometry/polygon.ts';
import type { HouseholdId, Plan, Point, StoreyId } from '../plan/model.ts';
import type { FixtureDemands } from '../rules/fixture-demands.ts';
import type { AskedFixture } from './asked-fixtures.ts';
import { problemsIn } from './verify-room.ts';
import { standingIn, tolerance } from './verify-shapes.ts';

/**
 * Looks at a plan on which a proposal has been drawn and says what is wrong with it: the rooms, as
 * the plan derives them, against the demands. Shares nothing with the search but the numbers.
 */
export interface Verify {
  readonly plan: Plan;
  readonly storey: StoreyId;
  /** Each household, with a place in each of its new rooms. */
  readonly parts: readonly {
    readonly holder: HouseholdId;
    readonly rooms: readonly Point[];
    readonly kitchen: boolean;
    readonly bath: boolean;
    /** Each exactly once, at least so large. */
    readonly fixtures: readonly AskedFixture[];
    /** mm of worktop before which people can stand. */
    readonly preparation: number;
  }[];
  readonly demands: FixtureDemands;
  /** mm: clear passage of doors; who walks. */
  readonly doorWidth: number;
  readonly bodyWidth: number;
  /** mm: who shuts a leaf that swings in. */
  readonly shutBy: number;
  /** Soil stacks are asked for as a change of their own. */
  readonly ignoresStacks: boolean;
}

/** What is wrong, as codes with the room's place; nothing for a sound proposal. */
export function verify(asked: Verify): string[] {
  const { plan, storey: id, parts } = asked;
  const storey = plan.storeys[id];
  if (!storey) return ['no-storey'];
  const derived = storeyRooms(id, storey, 'after');
  const states = householdStates(plan, 'after');
  const problems: string[] = [];
  const seen = new Set<Room>();
  for (const part of parts) {
    const rooms = part.rooms.map((at) =>
      derived.rooms.find(({ polygon, holes }) => polygonContains({ outer: polygon, holes }, at)),
    );
    for (const room of rooms) {
      if (!room) {
        problems.push('no-room');
        continue;
      }
      if (seen.has(room)) problems.push(`same-room ${room.id}`);
      seen.add(room);
      if (room.tags.length !== 1 || room.holders.length !== 1 || room.holders[0] !== part.holder) {
        problems.push(`holder ${room.id}`);
      }
      problems.push(...problemsIn(asked, storey, derived, room, part.holder));
    }
    const state = states.get(part.holder);
    if (part.kitchen && state?.kitchen.state !== 'exclusive') problems.push('no-kitchen');
    if (part.bath && state?.bathroom.state !== 'exclusive') problems.push('no-bathroom');
    for (const room of rooms) {
      if (room && state?.unreached.some((one) => one.room === room)) {
        problems.push(`unreached ${room.id}`);
      }
    }
    const fixtures = rooms.flatMap((room) => (room ? standingIn(storey, room) : []));
    const preparation = fixtures
      .filter(({ kind }) => kind === 'worktop')
      .reduce((sum, one) => sum + (usedFront(one, fixtures)?.width ?? 0), 0);
    if (preparation < part.preparation - tolerance) problems.push('short-worktop');
    for (const asked of part.fixtures) {
      const [first, ...more] = fixtures.filter(({ kind }) => kind === asked.kind);
      if (!first || more.length > 0) problems.push(`not-one ${asked.kind}`);
      else if (first.width < asked.width || first.depth < asked.depth) {
        problems.push(`too-small ${asked.kind}`);
      }
    }
  }
  return problems;
}
