import type { HouseholdState } from '../derive/household-state.ts';
import {
  type FixturesIn,
  fixturesByRoom,
  householdStates,
  planRooms,
} from '../derive/households.ts';
import type { Room, StoreyRooms } from '../derive/room.ts';
import type { ElementRef, HouseholdId, Plan } from '../plan/model.ts';
import { roomUseWords } from '../plan/words.ts';
import { type Text, text } from '../text.ts';
import type { Finding } from './finding.ts';
import type { Profile } from './profile.ts';

/** What every rule may look at. Derived once for all rules; a rule changes nothing. */
export interface Situation {
  readonly plan: Plan;
  readonly profile: Profile;
  /** Rooms after the works, from the lowest storey up. */
  readonly after: readonly StoreyRooms[];
  readonly households: ReadonlyMap<HouseholdId, HouseholdState>;
  /** The kinds of fixtures in each room after the works; a room without any is absent. */
  readonly fixturesIn: FixturesIn;
}

/** One rule: a pure function from the situation to what it has to say. */
export type Rule = (situation: Situation) => readonly Finding[];

export const situationOf = (plan: Plan, profile: Profile): Situation => ({
  plan,
  profile,
  after: planRooms(plan, 'after'),
  households: householdStates(plan, 'after'),
  fixturesIn: fixturesByRoom(plan, 'after'),
});

/** Square metres to two decimals, as people read them. */
export const squareMetres = (area: number): string => (area / 1e6).toFixed(2);

/** Square metres as a number that JSON shows with at most two decimals. */
export const roundedSquareMetres = (area: number): number => Math.round(area / 1e4) / 100;

/** What people call the room: its name, else its use. */
export function nounOf(room: Pick<Room, 'name' | 'use'>): Text {
  if (room.name) return text(`“${room.name}”`, `"${room.name}"`);
  if (room.use === null) return text('未标注的房间', 'room without a tag');
  const { zh, en } = roomUseWords[room.use];
  return text(zh, en.toLowerCase());
}

/** The tags of these rooms. */
export const aboutRooms = (rooms: readonly Room[]): ElementRef[] =>
  rooms.flatMap((room) =>
    room.tags.map((id) => ({ kind: 'room', id, storey: room.storey }) as const),
  );

export const placeOf = (room: Room | undefined): Finding['place'] =>
  room ? { storey: room.storey, at: room.label } : null;
