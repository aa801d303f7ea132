import { clearHeightOf } from '../derive/clear-height.ts';
import type { HouseholdState } from '../derive/household-state.ts';
import {
  type FixturesIn,
  fixturesByRoom,
  householdStates,
  planRooms,
} from '../derive/households.ts';
import { type OpenFloor, openFloor } from '../derive/open-floor.ts';
import { type OpenSpaces, openSpaces } from '../derive/open-spaces.ts';
import type { Room, StoreyRooms } from '../derive/room.ts';
import {
  type Placed,
  type RoomContents,
  roomContents,
  type WayOut,
} from '../derive/room-contents.ts';
import type { ElementRef, HouseholdId, Plan, Storey, StoreyId } from '../plan/model.ts';
import { type Text, text } from '../text.ts';
import type { Finding, Source } from './finding.ts';
import type { Profile } from './profile.ts';

export { nounOf, roundedSquareMetres, squareMetres } from './room-words.ts';

/** What every rule may look at: the plan after the works. A rule changes nothing. */
export interface Situation {
  readonly plan: Plan;
  readonly profile: Profile;
  /** From the lowest storey up. */
  readonly after: readonly StoreyRooms[];
  readonly rooms: readonly Room[];
  readonly households: ReadonlyMap<HouseholdId, HouseholdState>;
  /** The same before the works. */
  readonly before: () => ReadonlyMap<HouseholdId, HouseholdState>;
  /** The kinds of fixtures in each room; a room without any is absent. */
  readonly fixturesIn: FixturesIn;
  readonly storeyOf: (room: Pick<Room, 'storey'>) => Storey;
  readonly contentsOf: (room: Pick<Room, 'storey'>) => RoomContents;
  readonly fixturesOf: (room: Room) => readonly Placed[];
  readonly waysOf: (room: Room) => readonly WayOut[];
  readonly spaceOf: OpenSpaces;
  /** The room with what of the same home lies open to it. */
  readonly floorOf: (room: Room) => OpenFloor;
  /** mm from floor to ceiling; null where nobody has measured. */
  readonly heightOf: (room: Room) => number | null;
}

export function situationOf(plan: Plan, profile: Profile): Situation {
  const after = planRooms(plan, 'after');
  const byStorey = new Map(after.map((storey) => [storey.storey, storey]));
  const contents = new Map<StoreyId, RoomContents>();
  const storeyOf = ({ storey }: Pick<Room, 'storey'>): Storey => plan.storeys[storey]!;
  const contentsOf = ({ storey }: Pick<Room, 'storey'>): RoomContents => {
    const known = contents.get(storey);
    if (known) return known;
    const made = roomContents(byStorey.get(storey)!, plan.storeys[storey]!, 'after');
    contents.set(storey, made);
    return made;
  };
  return {
    plan,
    profile,
    after,
    rooms: after.flatMap(({ rooms }) => rooms),
    households: householdStates(plan, 'after'),
    before: () => householdStates(plan, 'before'),
    fixturesIn: fixturesByRoom(plan, 'after'),
    storeyOf,
    contentsOf,
    fixturesOf: (room) => contentsOf(room).fixtures(room),
    waysOf: (room) => contentsOf(room).ways(room),
    spaceOf: (room) => openSpaces(byStorey.get(room.storey)!)(room),
    floorOf: (room) => openFloor(storeyOf(room), contentsOf(room), room),
    heightOf: (room) => clearHeightOf(storeyOf(room), room),
  };
}

/** A number that a rule takes from the profile, as people read it. */
export interface RuleNumber {
  readonly value: number;
  readonly unit: Unit;
  readonly words: Text;
}
/** `nth`: 7 is a seventh. Areas are m2, lengths mm. */
export type Unit = 'm2' | 'mm' | 'nth' | 'percent' | 'count';

export const topics = [
  'own',
  'area',
  'width',
  'door',
  'light',
  'height',
  'bathroom',
  'gas',
  'drain',
  'structure',
  'drawing',
] as const;
export type Topic = (typeof topics)[number];

/** What a rule says about one place; the engine makes a finding of it. */
export interface Verdict {
  /** After the rule's id and a slash: elements, no numbers, so that it stays while the cause does. */
  readonly key: string;
  readonly about: readonly ElementRef[];
  readonly households?: readonly HouseholdId[];
  readonly place: Finding['place'];
  readonly measured?: Finding['measured'];
  readonly atMost?: Finding['atMost'];
  readonly required?: Finding['required'];
  readonly extent?: Finding['extent'];
  readonly text: Text;
  /** Makes it an unknown. */
  readonly missing?: Text;
  /** Of an unknown without a name of its own, and of what is milder than the rule. */
  readonly severity?: 'warning' | 'unknown';
  readonly source?: Source;
  readonly line?: Finding['line'];
  readonly fix?: Finding['fix'];
}

/**
 * One rule: what it asks and of whom, how it is measured, which numbers it takes, and a pure function
 * from the situation to what it has to say.
 */
export interface Rule<N extends string = string> {
  readonly id: string;
  readonly topic: Topic;
  readonly title: Text;
  /** What it asks, in plain words. Its numbers are holes, filled as the profile has them: `filledWords`. */
  readonly asks: Text;
  /** How it is measured, so that anybody can measure again; with holes as well. */
  readonly how: Text;
  readonly numbers: Readonly<Record<N, RuleNumber>>;
  readonly severity: 'breach' | 'warning' | 'unknown';
  readonly source: Source;
  judge(situation: Situation, numbers: Readonly<Record<N, number>>): readonly Verdict[];
}

/** A rule's number as the profile has it; null where the rule is switched off. */
export function numberOf<N extends string>(
  { rules }: Profile,
  { id, numbers }: Pick<Rule<N>, 'id' | 'numbers'>,
  name: N,
): number | null {
  const setting = rules[id];
  return setting?.off === undefined ? (setting?.numbers?.[name] ?? numbers[name].value) : null;
}

/** How severe a rule is as the profile has it. */
export const severityOf = (
  { rules }: Profile,
  { id, severity }: Pick<Rule, 'id' | 'severity'>,
): Rule['severity'] => rules[id]?.severity ?? severity;

/** Keeps the names of a rule's numbers together with their use. */
export const rule = <N extends string>(made: Rule<N>): Rule<N> => made;

/** The tags of these rooms. */
export const aboutRooms = (rooms: readonly Room[]): ElementRef[] =>
  rooms.flatMap((room) =>
    room.tags.map((id) => ({ kind: 'room', id, storey: room.storey }) as const),
  );

export const placeOf = (room: Room | undefined): Finding['place'] =>
  room ? { storey: room.storey, at: room.label } : null;

/** The households that hold a room, in the order of ids. */
export const holdersOf = ({ holders }: Room): readonly HouseholdId[] =>
  (holders.includes('building')
    ? holders.filter((holder) => holder !== 'building')
    : holders) as readonly HouseholdId[];

export const number = (value: number, unit: Unit, zh: string, en: string): RuleNumber => ({
  value,
  unit,
  words: text(zh, en),
});
