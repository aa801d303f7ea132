import { storeyRooms } from '../derive/storey-rooms.ts';
import { capital, compareDoors, doorWords } from '../plan/door-words.ts';
import type { HouseholdId, Plan, RoomUse } from '../plan/model.ts';
import { roomUseWords } from '../plan/words.ts';
import { type Text, text } from '../text.ts';
import { besideWalls } from './around-room.ts';
import type { DivideRequest } from './divide-request.ts';
import { allDoorKinds, doorPlaces } from './door-places.ts';
import { unreachedHome, withoutHolder } from './home-reach.ts';
import { noRoomFor } from './no-room-for.ts';
import { bodyWidth, jamb } from './programme.ts';
import type { Region } from './region.ts';
import { type Space, spaceOf } from './space.ts';
import { straightTrials } from './trials.ts';

/** What stands in the way by itself: of whom, and why. */
export interface NoWayIn {
  readonly holders: readonly HouseholdId[];
  /**
   * No door can stand in the room's walls: `apart`, `bearing`, `barred`, `gas`, `taken`. No two doors at
   * once: `one-part`. A door would lead nobody home: `unreached`. Something finds no place: `small`. The
   * room is too small for all of it at once: `short`.
   */
  readonly reason:
    | 'apart'
    | 'bearing'
    | 'barred'
    | 'gas'
    | 'taken'
    | 'one-part'
    | 'unreached'
    | 'small'
    | 'short';
  readonly text: Text;
}

type Asked = Pick<
  DivideRequest,
  | 'plan'
  | 'storey'
  | 'room'
  | 'holders'
  | 'programme'
  | 'throughBearing'
  | 'step'
  | 'thickness'
  | 'leastShare'
  | 'preparations'
  | 'ignoresStacks'
  | 'electricOnly'
>;

/**
 * Those of the askers for whom no door can stand in any wall of the room, in the order of the request;
 * where each could have one, whether a straight partition leaves one to both.
 */
export function noWaysIn(asked: Asked): NoWayIn[] {
  const { space } = spaceOf(asked, asked.step);
  if (!space) return [];
  const alone = asked.holders.flatMap((_, index) => noWayFor(asked, space, index) ?? []);
  if (alone.length > 0) return alone;
  const home = asked.holders.flatMap((_, index) => homeWords(asked, space, index) ?? []);
  if (home.length > 0 || asked.holders.length !== 2) return home;
  const together = (reason: NoWayIn['reason'], words: Text): NoWayIn =>
    saidOf(asked, asked.holders, reason, words);
  const missing = noRoomFor(asked, space);
  return [
    ...(canBothEnter(asked, space) ? [] : [together('one-part', onePartWords)]),
    ...(missing ? [together('small', missing)] : []),
  ];
}

function saidOf(
  { plan }: Asked,
  holders: readonly HouseholdId[],
  reason: NoWayIn['reason'],
  { zh, en }: Text,
): NoWayIn {
  const whose = doorWords(holders.map((id) => plan.households[id]?.door ?? id));
  return { holders, reason, text: text(`${whose.zh}：${zh}`, `${capital(whose.en)}: ${en}`) };
}

const onePartWords = text(
  '用一道直隔墙不论怎样分，总有一户的一份没有一面墙能开门通向本户房间或公共部位。',
  'wherever a straight partition is put, one of the two parts has no wall with room for a door to a room of its own or common space.',
);

function homeWords(asked: Asked, space: Space, index: number): NoWayIn | null {
  const holder = asked.holders[index]!;
  const beside = space.faces.filter(({ openTo }) => openTo.includes(index));
  const words = unreachedHome(
    asked.plan,
    holder,
    beside.flatMap(({ beyond }) => beyond ?? []),
  );
  return words && saidOf(asked, [holder], 'unreached', words);
}

/** Whether a door for an asker can stand in a wall of that floor. */
function hasDoors(
  { programme, throughBearing, step, electricOnly }: Asked,
  space: Space,
  region: Region,
  holder: number,
  also: {
    readonly isBarred?: boolean;
    readonly burnsGas?: boolean;
    readonly throughBearing?: boolean;
  } = {},
): boolean {
  // Behind a kitchen of its own the bathroom needs no door to another room.
  const isApart = programme.arrangements.some((one) => one === 'two' || one === 'behind');
  const isBarred = also.isBarred ?? (programme.bath !== null && !isApart);
  const isGas = programme.kitchen?.fuel === 'gas' && space.hasGas && !electricOnly;
  const burnsGas = also.burnsGas ?? isGas;
  const places = doorPlaces(
    { space, region, shared: [], step },
    {
      holder,
      kinds: allDoorKinds,
      barred: [...(isBarred ? barredFromWc : []), ...(burnsGas ? barredFromGas : [])],
      width: programme.ways.door,
      keptWidth: programme.ways.keptDoor,
      depth: bodyWidth,
      body: programme.ways.body,
      throughBearing: also.throughBearing ?? throughBearing,
    },
  );
  return places.length > 0;
}

function canBothEnter(asked: Asked, space: Space): boolean {
  const whole = { region: space.region, enclosed: space.enclosed };
  return straightTrials(whole, asked).some(({ cut: { parts } }) => {
    const enters = ([one, other]: readonly [number, number]): boolean =>
      hasDoors(asked, space, parts[0].region, one) &&
      hasDoors(asked, space, parts[1].region, other);
    return enters([0, 1]) || enters([1, 0]);
  });
}

function noWayFor(asked: Asked, space: Space, index: number): NoWayIn | null {
  const { plan } = asked;
  const holder = asked.holders[index]!;
  const { region } = space;
  if (hasDoors(asked, space, region, index)) return null;
  const say = (reason: NoWayIn['reason'], words: Text): NoWayIn =>
    saidOf(asked, [holder], reason, words);
  const own = space.faces.filter(({ openTo }) => openTo.includes(index));
  if (own.length === 0) return say('apart', apartWords(plan, space, isSquare(asked, space)));
  if (hasDoors(asked, space, region, index, { burnsGas: false })) return say('gas', gasWords);
  if (hasDoors(asked, space, region, index, { isBarred: false, burnsGas: false })) {
    return say('barred', barredWords(own));
  }
  return hasDoors(asked, space, region, index, { throughBearing: true })
    ? say('bearing', bearingWords)
    : say('taken', takenWords(asked.programme.ways.door));
}

/** GB 50096-2011 5.4.3: a WC room does not open into them. */
const barredFromWc: readonly RoomUse[] = ['living', 'kitchen'];

/** GB 55038-2025 7.3.3: nor the room of a gas cooker into these. */
const barredFromGas: readonly RoomUse[] = ['bedroom', 'bed-living'];

const gasWords = text(
  '与这间房间相邻、能开门的本户房间只有卧室，用燃气灶的厨房不能直接开向那里；可改用电磁灶。',
  'the only rooms of its own with a wall for a door are bedrooms; a kitchen with a gas cooker may not open there, one with an induction plate may.',
);

/** Whether all walls around the room lie square to one another: doors are looked for in no others. */
function isSquare({ plan, storey: id, room }: Asked, { faces }: Space): boolean {
  const storey = plan.storeys[id]!;
  const derived = storeyRooms(id, storey, 'after');
  return besideWalls(storey, derived, derived.byId.get(room)!).length === faces.length;
}

function apartWords({ households }: Plan, { faces }: Space, isWhole: boolean): Text {
  const neighbours = new Set(
    faces.flatMap(({ beyond }) => (beyond?.holders ?? []).filter((one) => one !== 'building')),
  );
  const doors = [...neighbours]
    .map((id) => households[id as HouseholdId]?.door ?? id)
    .sort(compareDoors);
  const others = doors.length > 0 ? doorWords(doors) : null;
  const nobodys = withoutHolder(faces.flatMap(({ beyond }) => beyond ?? []));
  return text(
    `这间房间没有一面墙与本户房间或公共部位相邻${isWhole ? '' : '（斜墙未计）'}${others ? `，只能从${others.zh}穿过` : nobodys ? '' : '，四周无处可进'}${nobodys ? `；相邻的${nobodys.zh}没有登记归属，请先设为公共部位或登记归属` : ''}。`,
    `no wall of this room borders a room of its own or common space${isWhole ? '' : ' (slanted walls are not counted)'}${others ? `; it could only be entered across ${others.en}` : nobodys ? '' : '; nothing beside it leads anywhere'}${nobodys ? `; nobody holds the ${nobodys.en} beside it: say first whose that is` : ''}.`,
  );
}

const bearingWords = text(
  '与本户房间或公共部位相邻的只有承重墙，开门洞须结构工程师复核。',
  'only bearing walls border a room of its own or common space; a door through one needs an engineer’s note.',
);

function barredWords(own: Space['faces']): Text {
  const uses = [...new Set(own.flatMap(({ use }) => (use === null ? [] : [use])))];
  const words = uses.map((use) => roomUseWords[use]);
  return text(
    `与这间房间相邻的本户房间只有${words.map(({ zh }) => zh).join('、')}，有便器的房间不能直接开向那里。`,
    `the only rooms of its own beside this one are ${words.map(({ en }) => en.toLowerCase()).join(', ')}; a room with a WC may not open there.`,
  );
}

const takenWords = (width: number): Text =>
  text(
    `与本户房间或公共部位相邻的墙上容不下门：须有 ${width} mm 的门、两侧各 ${jamb} mm，门内外各 ${bodyWidth} mm 深的空地，避开窗和立管。`,
    `no wall beside a room of its own or common space has room for a door: ${width} mm, ${jamb} mm on both sides, ${bodyWidth} mm of free floor inside and out, clear of windows and risers.`,
  );
