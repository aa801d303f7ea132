import type { HouseholdState } from '../derive/household-state.ts';
import { householdStates, planRooms } from '../derive/households.ts';
import { once } from '../derive/once.ts';
import { compareDoors } from '../plan/door-words.ts';
import { entries, type HouseholdId, type Plan, type Point, type WallId } from '../plan/model.ts';
import { shownArea, shownChange, shownSum } from '../shown-area.ts';
import { type Text, text } from '../text.ts';
import { middleOf } from './element-changes.ts';
import { facilitySayings } from './facility-changes.ts';
import { remeasured } from './remeasured.ts';
import { roomSayings } from './room-changes.ts';

/** What is otherwise for one household, in words that its people understand. */
export interface HouseholdChange {
  readonly household: HouseholdId;
  /** As the door says in the later plan; in the earlier one where it is gone. */
  readonly door: string;
  readonly before: HouseholdState | null;
  readonly after: HouseholdState | null;
  /** mm2 of rooms held alone, later less earlier, both as they are shown. */
  readonly gain: number;
  /** mm2 of `gain` that only a corrected survey makes; the rest comes of the works. */
  readonly remeasured: number;
  /**
   * Whole sentences without a full stop: facilities first, then area, way and doors. What only a
   * corrected survey makes says so, and leads from one number to the next.
   */
  readonly sayings: readonly Text[];
}

/**
 * Households that have something else in the later plan, after the works of each; by door. Those for
 * whom nothing changed are left out.
 */
export function householdChanges(before: Plan, after: Plan): HouseholdChange[] {
  const found = remeasured(before, after);
  const apart = typeof found === 'string' ? null : found;
  const [was, is] = [householdStates(before, 'after'), householdStates(after, 'after')];
  const works = changesBetween(...(apart?.works ?? [before, after]));
  const survey = apart && changesBetween(...apart.survey);
  const isSurveyFirst = apart?.survey[0] === before;
  const ids = [...new Set([...was.keys(), ...is.keys()])];
  return ids
    .map((household): HouseholdChange => {
      const [one, other] = [was.get(household) ?? null, is.get(household) ?? null];
      // Who comes or goes has not been measured anew.
      const measured = one && other ? survey?.(household) : undefined;
      const byWorks = worksSayings(works(household));
      const bySurvey = measured ? surveySayings(measured) : [];
      return {
        household,
        door: (other ?? one)?.door ?? household,
        before: one,
        after: other,
        gain: shownChange(one?.ownArea ?? 0, other?.ownArea ?? 0),
        remeasured: measured?.gain ?? 0,
        sayings: (isSurveyFirst ? [bySurvey, byWorks] : [byWorks, bySurvey]).flat(),
      };
    })
    .filter(({ sayings }) => sayings.length > 0)
    .sort(
      (left, right) =>
        compareDoors(left.door, right.door) || compare(left.household, right.household),
    );
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

interface Difference {
  readonly gain: number;
  /** Of rooms, and of the way and doors: between them what they come to is told. */
  readonly rooms: readonly Text[];
  readonly doors: readonly Text[];
}

const worksSayings = ({ gain, rooms, doors }: Difference): readonly Text[] => [
  ...rooms,
  ...areaSaying(gain),
  ...doors,
];

/** Nobody loses what was never there: of an area it says that it was measured otherwise. */
const surveySayings = ({ gain, rooms, doors }: Difference): readonly Text[] =>
  [...rooms, ...measuredSaying(gain), ...doors].map(({ zh, en }) =>
    text(`现状更正：${zh}`, `survey corrected: ${en}`),
  );

/** What is otherwise for a household in the later of two plans. */
function changesBetween(before: Plan, after: Plan): (household: HouseholdId) => Difference {
  const [was, is] = [householdStates(before, 'after'), householdStates(after, 'after')];
  const doors = { was: doorsOf(before), is: doorsOf(after) };
  return (household) => difference(household, was.get(household), is.get(household), doors);
}

interface Doors {
  readonly was: PlanDoors;
  readonly is: PlanDoors;
}

function difference(
  household: HouseholdId,
  before: HouseholdState | undefined,
  after: HouseholdState | undefined,
  doors: Doors,
): Difference {
  const alone = (...rooms: readonly Text[]): Difference => ({ gain: 0, rooms, doors: [] });
  if (!before && !after) return alone();
  if (!before) return alone(text('新增这一户', 'household added'));
  if (!after) return alone(text('不再有这一户', 'household removed'));
  return {
    gain: shownChange(before.ownArea, after.ownArea),
    rooms: [
      ...renamed(before, after),
      ...facilitySayings(before, after),
      ...roomSayings(before, after),
    ],
    doors: [...waySaying(before, after), ...doorSayings(household, doors)],
  };
}

const renamed = (before: HouseholdState, after: HouseholdState): Text[] =>
  before.door === after.door
    ? []
    : [text(`室号由 ${before.door} 改为 ${after.door}`, `was ${before.door}`)];

function areaSaying(gain: number): Text[] {
  if (gain === 0) return [];
  const size = shownArea(Math.abs(gain));
  return gain > 0
    ? [text(`独用使用面积增加 ${size} m²`, `gains ${size} m² of its own usable area`)]
    : [text(`独用使用面积减少 ${size} m²`, `loses ${size} m² of its own usable area`)];
}

function measuredSaying(gain: number): Text[] {
  if (gain === 0) return [];
  const size = shownArea(Math.abs(gain));
  return gain > 0
    ? [
        text(
          `独用使用面积量得多 ${size} m²，不是改造增加的`,
          `its own usable area measures ${size} m² more, which the works do not give`,
        ),
      ]
    : [
        text(
          `独用使用面积量得少 ${size} m²，不是改造减少的`,
          `its own usable area measures ${size} m² less, which the works do not take`,
        ),
      ];
}

function waySaying(before: HouseholdState, after: HouseholdState): Text[] {
  if (before.reach === after.reach) return [];
  return after.reach
    ? [text('各房间均可从公共部位到达', 'now reached from the common parts')]
    : [text('有房间不能从公共部位到达', 'no longer reached from the common parts')];
}

/** A door into a room that a household holds. */
interface Door {
  readonly id: string;
  readonly storey: string;
  readonly wall: WallId;
  readonly width: number;
  readonly middle: Point;
  /** Of unit length, along its wall. */
  readonly along: Point;
}
interface PlanDoors {
  readonly of: ReadonlyMap<HouseholdId, readonly Door[]>;
  /** Ids of all openings that stand. */
  readonly standing: ReadonlySet<string>;
}

/** Doors and passages that stand after the works and lead into rooms of each household. Remembered by plan. */
const doorsOf: (plan: Plan) => PlanDoors = once((plan: Plan): PlanDoors => {
  const doors = new Map<HouseholdId, Door[]>();
  const standing = new Set<string>();
  for (const { storey: id, links, byId } of planRooms(plan, 'after')) {
    const storey = plan.storeys[id]!;
    for (const { opening, wall, kind, from: left, to: right } of links) {
      if (opening === null || kind === 'window') continue;
      standing.add(opening);
      const { a, b } = storey.walls[wall]!;
      const facts = storey.openings[opening]!;
      const [from, to] = [storey.joints[a]!, storey.joints[b]!];
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
      const middle = middleOf(facts, [from, to]);
      const holders = new Set(
        [left, right].flatMap((room) => (room === null ? [] : (byId.get(room)?.holders ?? []))),
      );
      for (const holder of holders) {
        if (holder === 'building') continue;
        const known = doors.get(holder) ?? [];
        known.push({ id: opening, storey: id, wall, width: facts.width, middle, along });
        doors.set(holder, known);
      }
    }
  }
  return { of: doors, standing };
});

/** A door that goes and one that comes in the same wall are one door that moved. */
function doorSayings(household: HouseholdId, doors: Doors): Text[] {
  const [was, is] = [doors.was.of.get(household) ?? [], doors.is.of.get(household) ?? []];
  const gone = was.filter(({ id }) => !doors.is.standing.has(id));
  const come = is.filter(({ id }) => !doors.was.standing.has(id));
  const pairs: [Door, Door][] = was.flatMap((door) =>
    is.filter(({ id }) => id === door.id).map((other): [Door, Door] => [door, other]),
  );
  const left = [...come];
  for (const door of [...gone]) {
    const other = left.find(({ wall, storey }) => wall === door.wall && storey === door.storey);
    if (!other) continue;
    pairs.push([door, other]);
    left.splice(left.indexOf(other), 1);
    gone.splice(gone.indexOf(door), 1);
  }
  return [
    ...pairs.flatMap(([door, other]) => pairSayings(door, other)),
    ...counted(gone.length, text('道门取消', 'closed')),
    ...counted(left.length, text('道门新开', 'new')),
  ];
}

function pairSayings(door: Door, other: Door): Text[] {
  // Along the wall: a door that only goes with its wall has not moved.
  const distance = Math.round(
    Math.abs(
      (other.middle.x - door.middle.x) * other.along.x +
        (other.middle.y - door.middle.y) * other.along.y,
    ),
  );
  return [
    ...(distance === 0 ? [] : [text(`门移动 ${distance} mm`, `door moved ${distance} mm`)]),
    ...(door.width === other.width
      ? []
      : [
          text(
            `门宽 ${door.width} → ${other.width} mm`,
            `door ${door.width} → ${other.width} mm wide`,
          ),
        ]),
  ];
}

const counted = (count: number, { zh, en }: Text): Text[] =>
  count === 0 ? [] : [text(`${count} ${zh}`, `${count} ${count === 1 ? 'door' : 'doors'} ${en}`)];

/** What each plan's households come to, beside the other's. */
export interface HouseholdTotals {
  readonly households: number;
  readonly complete: number;
  /** mm2 held alone, over all households, added up as it is shown of each. */
  readonly ownArea: number;
}

/** mm2 by which a corrected survey alone makes the later total other. */
export const remeasuredTotal = (changes: readonly HouseholdChange[]): number =>
  changes.reduce((sum, change) => sum + change.remeasured, 0);

export function householdTotals(plan: Plan): HouseholdTotals {
  const states = entries(plan.households).map(([id]) => householdStates(plan, 'after').get(id)!);
  return {
    households: states.length,
    complete: states.filter(({ complete }) => complete).length,
    ownArea: shownSum(states.map(({ ownArea }) => ownArea)),
  };
}
