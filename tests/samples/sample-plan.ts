import type { Room } from '../../shared/derive/room.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { parseDocument } from '../../shared/exchange/document.ts';
import { type Plan, storeysByLevel } from '../../shared/plan/model.ts';
import type { Moment } from '../../shared/plan/phase.ts';
import { documentText, type SampleDocument } from './document.ts';

/** The plan of one scheme (0 is the first), as it is read from the sample's file. */
export function schemePlan(sample: SampleDocument, scheme: number): Plan {
  const { document, problems } = parseDocument(documentText(sample));
  if (!document) throw new Error(JSON.stringify(problems));
  return document.schemes[scheme]!.plan;
}

/** Rooms of all storeys by their id: `room_302-jia`. */
export function roomsById(plan: Plan, moment: Moment): ReadonlyMap<string, Room> {
  return new Map(
    storeysByLevel(plan)
      .flatMap(([id, storey]) => storeyRooms(id, storey, moment).rooms)
      .map((room) => [room.id, room]),
  );
}
