import { once } from '../derive/once.ts';
import { perRoom } from '../derive/per-room.ts';
import type { Room } from '../derive/room.ts';
import type { Situation, Verdict } from './rule.ts';

/**
 * What a rule says of one room, remembered while nothing around that room changes; see `around`. What
 * else the rule reads, its numbers among it, is a fact of its own.
 */
export function byRoom<F extends readonly unknown[]>(
  judge: (situation: Situation, room: Room, ...facts: F) => readonly Verdict[],
): (situation: Situation, room: Room, ...facts: F) => readonly Verdict[] {
  let asking: Situation | null = null;
  const judged = perRoom((room: Room, _around: Around, ...facts: F) =>
    judge(asking!, room, ...facts),
  );
  return (situation, room, ...facts) => {
    asking = situation;
    return judged(room, around(situation, room), ...facts);
  };
}

/**
 * Stands for a room with its fixtures, the ways out of it, the rooms behind them, the walls that they
 * go through, and what the room is called: the identical object as long as all of them are.
 */
type Around = readonly unknown[];

function around(situation: Situation, room: Room): Around {
  const known = roomsAround(situation);
  const found = known.get(room);
  if (found) return found;
  const storey = situation.storeyOf(room);
  const ways = situation.waysOf(room);
  const facts: unknown[] = [
    situation.plan.households,
    storey.name,
    situation.fixturesOf(room),
    ways,
  ];
  for (const { opening } of ways) {
    const wall = opening ? storey.walls[opening.wall] : undefined;
    facts.push(wall, wall && storey.joints[wall.a], wall && storey.joints[wall.b]);
  }
  const made = kept(room, ...facts);
  known.set(room, made);
  return made;
}

const kept = perRoom((_room: Room, ...facts: readonly unknown[]): Around => facts);

const roomsAround = once((_: Situation) => new Map<Room, Around>());
