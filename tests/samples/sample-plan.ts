import type { Room } from '../../shared/derive/room.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { type Plan, storeysByLevel } from '../../shared/plan/model.ts';
import type { Moment } from '../../shared/plan/phase.ts';
import { planSchema } from '../../shared/plan/schema.ts';
import type { SampleDocument } from './document.ts';

/** The plan of one scheme (0 is the first), read through the schema as a file would be. */
export function schemePlan(document: SampleDocument, scheme: number): Plan {
  const { tenancies, households } = document;
  const { storeys } = document.schemes[scheme]!;
  return planSchema.parse(JSON.parse(JSON.stringify({ tenancies, households, storeys })));
}

/** Rooms of all storeys by their name's id: `room_302-jia`. */
export function roomsById(plan: Plan, moment: Moment): ReadonlyMap<string, Room> {
  return new Map(
    storeysByLevel(plan)
      .flatMap(([id, storey]) => storeyRooms(id, storey, moment).rooms)
      .map((room) => [room.id, room]),
  );
}
