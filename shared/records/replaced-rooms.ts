import { planRooms } from '../derive/households.ts';
import type { Room } from '../derive/room.ts';
import type { Plan, RoomId, RoomTag, StoreyId } from '../plan/model.ts';
import type { ElementChange } from './element-changes.ts';
import { same } from './facts.ts';
import { roomsInPlaceOf } from './same-rooms.ts';

/**
 * A proposal that gives a room to fewer households takes its tag away and sets another one in the same
 * room. The two are told as one room whose holders changed, in the place of the new tag; and not at
 * all where the two tags say the same.
 */
export function withReplacedRooms(
  changes: readonly ElementChange[],
  before: Plan,
  after: Plan,
): ElementChange[] {
  const isRoom = ({ kind }: ElementChange): boolean => kind === 'room';
  const gone = changes.filter(
    (change) => isRoom(change) && (change.change === 'demolished' || change.change === 'removed'),
  );
  const come = changes.filter(
    (change) => isRoom(change) && (change.change === 'added' || change.change === 'kept'),
  );
  if (gone.length === 0 || come.length === 0) return [...changes];
  const [was, is] = [roomsByTag(before), roomsByTag(after)];
  const told = new Map<ElementChange, ElementChange[]>();
  const isOneOf = (one: ElementChange, other: ElementChange): boolean => {
    const [room, now] = [was.get(keyOf(one)), is.get(keyOf(other))];
    return (
      one.storey === other.storey &&
      tagOf(before, one)?.use === tagOf(after, other)?.use &&
      room !== undefined &&
      now !== undefined &&
      roomsInPlaceOf(room, [now]).length > 0
    );
  };
  for (const one of gone) {
    // A room that was divided, or made of two, is none of its parts.
    const [other, ...more] = come.filter((change) => isOneOf(one, change));
    if (!other || more.length > 0 || gone.some((also) => also !== one && isOneOf(also, other))) {
      continue;
    }
    const [tag, instead] = [tagOf(before, one)!, tagOf(after, other)!];
    const fields = (['holders', 'name'] as const).filter(
      (field) => !same(tag[field], instead[field]),
    );
    told.set(one, []);
    told.set(
      other,
      fields.length === 0 ? [] : [{ ...other, change: 'changed', fields, replaces: one.id }],
    );
  }
  return changes.flatMap((change) => told.get(change) ?? [change]);
}

const keyOf = ({ storey, id }: ElementChange): string => `${storey} ${id}`;

const tagOf = (plan: Plan, { storey, id }: ElementChange): RoomTag | undefined =>
  plan.storeys[storey as StoreyId]?.rooms[id as RoomId];

/** Of each storey, after the works. */
const roomsByTag = (plan: Plan): ReadonlyMap<string, Room> =>
  new Map(
    planRooms(plan, 'after').flatMap(({ storey, rooms }) =>
      rooms.flatMap((room) => room.tags.map((tag) => [`${storey} ${tag}`, room] as const)),
    ),
  );
